import { isPublished, opinionsOf, printedIn } from '../figures/opinion-funnel.ts';
import { isFiled, proposalsIn } from '../figures/proposal-year.ts';
import type { List } from '../records/kind.ts';
import { listOf, rowsOf, textOf } from '../records/read-value.ts';
import type { StoredRecord, Values } from '../records/record.ts';

/** Quality beside quantity: what a member handed in, and what of it was taken. `met` is a part of `of`. */
export interface Quality {
  readonly proposals: { readonly met: readonly StoredRecord[]; readonly of: readonly StoredRecord[] };
  readonly opinions: { readonly met: readonly StoredRecord[]; readonly of: readonly StoredRecord[] };
}

export const QUALITY_RULES = {
  proposals: '当年提交的提案（第一提案人、联名都算，草稿和撤回的不算）里立案、并案的占比',
  opinions: '当年收到的社情民意（第一反映人、联名都算）里编入专刊或被采用的占比',
} as const;

const TAKEN: ReadonlySet<string> = new Set(['采用', '转送部门', '编发本级专刊']);

const isTaken = (values: Values): boolean =>
  isPublished(values) || rowsOf(values, 'adoptions').some((row) => TAKEN.has(textOf(row, 'action')));

/** Members who wrote it, each once. */
function authorsOf(values: Values, others: readonly string[]): ReadonlySet<string> {
  return new Set([textOf(values, 'lead'), ...others].filter(Boolean));
}

/** By member: what was handed in during the year. Members without anything are not in it. */
export function qualityOf(list: List, year: number): ReadonlyMap<string, Quality> {
  const found = new Map<string, { proposals: Share; opinions: Share }>();
  const of = (member: string) => {
    const known = found.get(member) ?? { proposals: { met: [], of: [] }, opinions: { met: [], of: [] } };
    found.set(member, known);
    return known;
  };
  const add = (share: Share, record: StoredRecord, met: boolean): void => {
    share.of.push(record);
    if (met) share.met.push(record);
  };
  for (const record of proposalsIn(list, { year })) {
    const { values } = record;
    const state = textOf(values, 'state');
    if (state === '撤回') continue;
    const met = isFiled(record) || state === '并案';
    const others = rowsOf(values, 'cosigners').map((row) => textOf(row, 'member'));
    for (const member of authorsOf(values, others)) add(of(member).proposals, record, met);
  }
  const printed = printedIn(list);
  for (const record of opinionsOf(list, year)) {
    const met = printed.has(record.id) || isTaken(record.values);
    for (const member of authorsOf(record.values, listOf(record.values, 'coauthors')))
      add(of(member).opinions, record, met);
  }
  return found;
}

interface Share {
  readonly met: StoredRecord[];
  readonly of: StoredRecord[];
}
