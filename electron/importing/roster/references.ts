import { kindOf } from '../../../shared/records/index.ts';
import type { StoredRecord } from '../../../shared/records/record.ts';
import { readNumber } from '../../../shared/text/index.ts';
import { plain } from './fields.ts';
import type { Pending } from './pending.ts';

/** Kinds that are small enough to be made by the way, when the clerk says so. */
export const CREATABLE: readonly string[] = ['sector', 'committee', 'subdistrictOffice'];

export type Resolved =
  | { readonly id: string }
  | { readonly problem: string; readonly missing?: string }
  /** To be made with these values when the row goes in. */
  | { readonly create: { readonly kind: string; readonly name: string } };

/** Ends that a roster leaves off or adds: 教育 for 教育界, 提案委 for 提案委员会, 新街 for 新街街道. */
const ENDINGS: Readonly<Record<string, RegExp>> = {
  sector: /(?:界别|界)$/u,
  committee: /(?:委员会|委)$/u,
  subdistrictOffice: /(?:街道政协工委|街道政协联络组|政协工委|政协联络组|工委|联络组|街道|街道办事处)$/u,
};

function core(kind: string, name: string): string {
  const text = plain(name);
  const ending = ENDINGS[kind];
  const short = ending ? text.replace(ending, '') : text;
  return short || text;
}

/** Names under which a record may be meant. */
function namesOf(record: StoredRecord, pending: Pending): string[] {
  const { name, shortName, street, title } = record.values;
  const names = [name, shortName, street, title].filter((item): item is string => typeof item === 'string');
  const own = kindOf(record.kind)?.title(record.values, pending.lookup);
  return own ? [...names, own] : names;
}

/**
 * The record a cell means by its name, within the term where the kind belongs to terms. Exact names first; only when
 * there are none, names without their endings.
 */
export function resolveName(kind: string, text: string, term: string | undefined, pending: Pending): Resolved {
  const label = kindOf(kind)?.label ?? kind;
  if (kind === 'term') return resolveTerm(text, pending);
  const all = pending
    .list(kind)
    .filter(({ values }) => values.term === undefined || term === undefined || values.term === term);
  const exact = all.filter((record) => namesOf(record, pending).some((name) => plain(name) === plain(text)));
  const found =
    exact.length > 0
      ? exact
      : all.filter((record) => namesOf(record, pending).some((name) => core(kind, name) === core(kind, text)));
  const [only] = found;
  if (found.length === 1 && only) return { id: only.id };
  if (found.length > 1) return { problem: `“${text}”对得上 ${found.length} 个${label}，请写全称` };
  if (CREATABLE.includes(kind)) return { create: { kind, name: text.replace(/\s+/g, '') } };
  return { problem: `库中没有${label}“${text}”，请先建好或改正` };
}

/** 第十届, 十届, 10 or the full title. */
function resolveTerm(text: string, pending: Pending): Resolved {
  const digits = /第?\s*([0-9０-９一二三四五六七八九十]+)\s*届?/u.exec(text)?.[1];
  const number = digits ? readNumber(digits.normalize('NFKC')) : undefined;
  const terms = pending.list('term');
  const found =
    terms.find(({ values }) => plain(String(values.title ?? '')) === plain(text)) ??
    terms.find(({ values }) => number !== undefined && values.number === number);
  return found ? { id: found.id } : { problem: `库中没有“${text}”这一届，请先在“届”里建好` };
}

/** Values of a record that is made by the way. */
export function valuesOfNew(kind: string, name: string, term: string | undefined): Record<string, unknown> {
  if (kind === 'subdistrictOffice') {
    const street = name.replace(/(?:政协工委|政协联络组|工委|联络组)$/u, '');
    return street === name ? { street: name } : { street: street || name, name };
  }
  return { name, term };
}
