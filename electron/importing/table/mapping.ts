import type { ImportField } from './fields.ts';
import { bare, plain } from './words.ts';

/** Headings that a clerk has mapped before: field key → headings; '' holds those that were left out on purpose. */
export type ImportAliases = Readonly<Record<string, readonly string[]>>;

export interface ColumnMapping {
  readonly index: number;
  readonly heading: string;
  /** Field key, or '' when the column is not taken. */
  readonly field: string;
  readonly remembered: boolean;
}

/** Columns that count the lines of the sheet; never offered as a guess but where a field bears just this name. */
const SERIAL = /^(?:序号|编号|序|no|号)$/i;

/**
 * Which column fills which field: what was remembered first, then labels, then aliases, then the same without
 * brackets, then the lower and the upper half of a two-row heading. No field is filled by two columns.
 */
export function suggestMapping(
  headings: readonly string[],
  fields: readonly ImportField[],
  remembered: ImportAliases = {},
): ColumnMapping[] {
  const chosen = new Map<number, { field: string; remembered: boolean }>();
  const taken = new Set<string>();
  const left = new Set((remembered[''] ?? []).map(plain));
  const rounds: ((heading: string) => string | undefined)[] = [
    (heading) => byMemory(heading, fields, remembered),
    (heading) => fields.find((field) => plain(field.headings[0] ?? '') === plain(heading))?.key,
    (heading) => byHeading(plain(heading), fields),
    (heading) => byHeading(bare(heading), fields),
    (heading) => byHalves(heading, fields),
  ];
  const named = new Set(fields.map((field) => plain(field.headings[0] ?? '')));
  const counts = (heading: string): boolean => SERIAL.test(heading) && !named.has(heading);
  rounds.forEach((find, round) => {
    headings.forEach((heading, index) => {
      if (chosen.has(index) || !heading || counts(plain(heading))) return;
      if (round > 0 && left.has(plain(heading))) return;
      const field = find(heading);
      if (!field || taken.has(field)) return;
      taken.add(field);
      chosen.set(index, { field, remembered: round === 0 });
    });
  });
  return headings.map((heading, index) => ({
    index,
    heading,
    field: chosen.get(index)?.field ?? '',
    remembered: chosen.get(index)?.remembered ?? (heading !== '' && left.has(plain(heading))),
  }));
}

function byMemory(heading: string, fields: readonly ImportField[], remembered: ImportAliases): string | undefined {
  return fields.find(({ key }) => remembered[key]?.some((alias) => plain(alias) === plain(heading)))?.key;
}

/** Later kinds first: 备注 and 职务 of a member roster speak of the appointment only where the label says so. */
function byHeading(heading: string, fields: readonly ImportField[]): string | undefined {
  if (!heading) return undefined;
  return fields.find((field) => field.headings.some((name) => plain(name) === heading))?.key;
}

/** 专委会／职务: first both together, then the lower name, then the upper. */
function byHalves(heading: string, fields: readonly ImportField[]): string | undefined {
  const parts = heading.split('／');
  if (parts.length < 2) return undefined;
  const [upper = '', lower = ''] = [parts[0], parts.at(-1)];
  return byHeading(plain(upper + lower), fields) ?? byHeading(bare(lower), fields) ?? byHeading(bare(upper), fields);
}

/** The mapping a clerk has settled on, over the suggestion: column index → field key or ''. */
export function settleMapping(
  suggested: readonly ColumnMapping[],
  chosen: Readonly<Record<string, string>> | undefined,
  fields: readonly ImportField[],
): ColumnMapping[] {
  if (!chosen) return [...suggested];
  const taken = new Set<string>();
  return suggested.map((column) => {
    const wanted = chosen[String(column.index)] ?? '';
    const field = fields.some(({ key }) => key === wanted) && !taken.has(wanted) ? wanted : '';
    if (field) taken.add(field);
    return { ...column, field, remembered: column.remembered && field === column.field };
  });
}

/**
 * What to remember of a mapping: headings whose field the program would not have found by itself, and those the clerk
 * has left out though the program knew a field. Undefined when nothing is new.
 */
export function learnAliases(
  columns: readonly ColumnMapping[],
  fields: readonly ImportField[],
  remembered: ImportAliases = {},
): ImportAliases | undefined {
  const headings = columns.map(({ heading }) => heading);
  const unaided = suggestMapping(headings, fields);
  const learned: Record<string, string[]> = {};
  for (const [key, aliases] of Object.entries(remembered)) learned[key] = [...aliases];
  let changed = false;
  columns.forEach((column, index) => {
    if (!column.heading || column.field === unaided[index]?.field) return;
    for (const aliases of Object.values(learned)) {
      const at = aliases.findIndex((alias) => plain(alias) === plain(column.heading));
      if (at >= 0 && aliases !== learned[column.field]) {
        aliases.splice(at, 1);
        changed = true;
      }
    }
    const own = learned[column.field] ?? [];
    learned[column.field] = own;
    if (own.some((alias) => plain(alias) === plain(column.heading))) return;
    own.push(column.heading);
    changed = true;
  });
  return changed ? learned : undefined;
}
