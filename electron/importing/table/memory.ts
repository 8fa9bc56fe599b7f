import type { ImportField } from './fields.ts';
import { type ColumnMapping, type ImportAliases, learnAliases } from './mapping.ts';

/** Names of the library settings that remember what clerks have said about headings and words. */
export const IMPORT_ALIASES = 'importAliases';
export const IMPORT_WORDS = 'importWords';

/** Field key → word in the sheet → value (or record id) it stands for; '' leaves it blank. */
export type ImportWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Headings left out on purpose are kept by kind; those of the member roster stand where they always stood. */
const leftKey = (as: string): string => (as === 'member' ? '' : `${as}.`);

/** What is remembered for the sheets of one kind; under '' what was left out. */
export function aliasesFor(as: string, fields: readonly ImportField[], all: ImportAliases = {}): ImportAliases {
  const own = fields.flatMap(({ key }) => (all[key] ? [[key, all[key]] as const] : []));
  const left = all[leftKey(as)];
  return { ...Object.fromEntries(own), ...(left ? { '': left } : {}) };
}

/** All that is to be remembered after this mapping; undefined when nothing is new. */
export function aliasesAfter(
  as: string,
  columns: readonly ColumnMapping[],
  fields: readonly ImportField[],
  all: ImportAliases = {},
): ImportAliases | undefined {
  const learned = learnAliases(columns, fields, aliasesFor(as, fields, all));
  if (!learned) return undefined;
  const { '': left, ...own } = learned;
  return { ...all, ...own, ...(left ? { [leftKey(as)]: left } : {}) };
}

/** Words by column: what is remembered for its field under what the clerk has just said. */
export function wordsByColumn(
  columns: readonly ColumnMapping[],
  remembered: ImportWords = {},
  said: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): Record<number, Readonly<Record<string, string>>> {
  const words: Record<number, Readonly<Record<string, string>>> = {};
  for (const { index, field } of columns) {
    if (field) words[index] = { ...remembered[field], ...said[String(index)] };
  }
  return words;
}

/** All words to be remembered; undefined when nothing is new. */
export function wordsAfter(
  columns: readonly ColumnMapping[],
  said: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
  all: ImportWords = {},
): ImportWords | undefined {
  const result: Record<string, Record<string, string>> = {};
  let changed = false;
  for (const { index, field } of columns) {
    for (const [word, value] of Object.entries(said[String(index)] ?? {})) {
      if (!field || all[field]?.[word] === value) continue;
      result[field] = { ...all[field], ...result[field], [word]: value };
      changed = true;
    }
  }
  return changed ? { ...all, ...result } : undefined;
}
