import type { List } from '../records/kind.ts';
import { numberOf, textOf } from '../records/read-value.ts';
import type { StoredRecord } from '../records/record.ts';
import { type Gap, gapsOf, repeatsOf } from './counting.ts';

/** 期号 of one publication in one year; 增刊 count by themselves (H.6). */
export interface PublicationYear {
  readonly publication: string;
  readonly supplement: boolean;
  readonly year: number;
  /** In the order of their numbers; those without a number last. */
  readonly issues: readonly StoredRecord[];
  readonly gaps: readonly Gap[];
  readonly repeats: readonly number[];
  /** 总期号 that are missing or stand twice in the whole run of the publication, as far as they fall into this year. */
  readonly totalRepeats: readonly number[];
  readonly totalGaps: readonly Gap[];
  /** 总期号 that do not rise with the 期号. */
  readonly disorder: readonly string[];
}

export const bulletinYears = (list: List): number[] =>
  [...new Set(list('bulletin').flatMap(({ values }) => numberOf(values, 'year') ?? []))].sort((a, b) => b - a);

/** The order in which offices name their publications; another name comes last. */
const ORDER: readonly string[] = ['社情民意', '信息专刊', '委员建言', '政协简报', '增刊'];
const placeOf = (publication: string): number => (ORDER.indexOf(publication) + ORDER.length + 1) % (ORDER.length + 1);

export function publicationYears(list: List, year: number): PublicationYear[] {
  const runs = new Map<string, StoredRecord[]>();
  for (const record of list('bulletin')) {
    const key = JSON.stringify([textOf(record.values, 'publication'), record.values.supplement === true]);
    runs.set(key, [...(runs.get(key) ?? []), record]);
  }
  return [...runs]
    .map(([key, records]) => {
      const [publication, supplement] = JSON.parse(key) as [string, boolean];
      return inYear(publication, supplement, records, year);
    })
    .filter(({ issues }) => issues.length > 0)
    .sort((a, b) => placeOf(a.publication) - placeOf(b.publication) || Number(a.supplement) - Number(b.supplement));
}

function inYear(
  publication: string,
  supplement: boolean,
  records: readonly StoredRecord[],
  year: number,
): PublicationYear {
  const number = ({ values }: StoredRecord) => numberOf(values, 'number');
  const total = ({ values }: StoredRecord) => numberOf(values, 'totalNumber');
  const issues = records
    .filter(({ values }) => numberOf(values, 'year') === year)
    .sort((a, b) => (number(a) ?? Number.MAX_SAFE_INTEGER) - (number(b) ?? Number.MAX_SAFE_INTEGER));
  const numbers = issues.flatMap((issue) => number(issue) ?? []);
  const totals = records.flatMap((record) => total(record) ?? []);
  const own = issues.flatMap((issue) => total(issue) ?? []);
  const [low, high] = [Math.min(...own), Math.max(...own)];
  const disorder = issues.filter((issue, index) => {
    const before = issues[index - 1];
    const [now, last] = [total(issue), before && total(before)];
    return now !== undefined && last !== undefined && now <= last;
  });
  return {
    publication,
    supplement,
    year,
    issues,
    gaps: gapsOf(numbers),
    repeats: repeatsOf(numbers),
    totalRepeats: repeatsOf(totals).filter((n) => own.includes(n)),
    // The run may have begun before the library: only what is missing between the first and the last of the year.
    totalGaps:
      own.length > 0
        ? gapsOf(
            totals.filter((n) => n >= low && n <= high),
            low,
          )
        : [],
    disorder: disorder.map(({ id }) => id),
  };
}
