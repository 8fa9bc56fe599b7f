import type { List } from '../records/kind.ts';
import { numberOf, textOf } from '../records/read-value.ts';
import type { StoredRecord, Values } from '../records/record.ts';
import { nextSerial } from '../records/serial-number.ts';
import { isPublished, printedIn } from './opinion-funnel.ts';

/** States in which an opinion has been signed for: only then may it be printed. */
export const SIGNED_STATE = '签发';
/** Already out by another way: put into the issue as well, its state stays. */
export const LATER_STATES: readonly string[] = ['已编发', '已报送', '市采用', '省采用', '全国采用', '转办', '办结'];

/** What an opinion may do in an issue; undefined when it may not stand in it yet. */
export type Placing = 'moves' | 'stays';

export function placingOf(values: Values): Placing | undefined {
  const state = textOf(values, 'state');
  if (state === SIGNED_STATE) return 'moves';
  return LATER_STATES.includes(state) ? 'stays' : undefined;
}

/** Opinions for the next issue: all that are signed, then those of the year that are out but were in no issue yet. */
export function candidatesFor(
  list: List,
  year: number,
): readonly { readonly record: StoredRecord; readonly placing: Placing }[] {
  const printed = printedIn(list);
  const found = list('opinion').flatMap((record): readonly { record: StoredRecord; placing: Placing }[] => {
    const placing = placingOf(record.values);
    if (!placing || printed.has(record.id)) return [];
    if (placing === 'moves') return [{ record, placing }];
    const ofYear = textOf(record.values, 'receivedOn').startsWith(`${year}-`);
    return ofYear && !isPublished(record.values) ? [{ record, placing }] : [];
  });
  return found.sort(
    (a, b) =>
      Number(a.placing === 'stays') - Number(b.placing === 'stays') ||
      textOf(a.record.values, 'receivedOn').localeCompare(textOf(b.record.values, 'receivedOn')),
  );
}

export interface IssueOf {
  readonly publication: string;
  readonly year: number;
  readonly supplement: boolean;
}

/** Number of the next issue of the year, and of the whole series when that is counted. A supplement has numbers of its own. */
export function nextNumbers(list: List, { publication, year, supplement }: IssueOf) {
  const bulletins = list('bulletin');
  const same = (values: Values) => values.publication === publication && (values.supplement === true) === supplement;
  const number = nextSerial(bulletins, 'number', (values) => same(values) && values.year === year);
  const totals = bulletins.flatMap(({ values }) => (same(values) ? (numberOf(values, 'totalNumber') ?? []) : []));
  return { number, ...(totals.length > 0 ? { totalNumber: Math.max(...totals) + 1 } : {}) };
}

/** 信息专刊2024年第3期: how the row of adoption names the issue. */
export const issueName = (publication: string, supplement: boolean, year: number, number: number): string =>
  `${publication}${supplement && publication !== '增刊' ? '（增刊）' : ''}${year}年第${number}期`;
