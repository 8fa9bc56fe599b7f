import type { List } from '../records/kind.ts';
import { type Gap, gapCount, gapsOf, nextOf, repeatsOf } from './counting.ts';
import { type Issued, issuedNumbers } from './issued.ts';
import { effectiveSeries, formatSeriesNumber, type Naming, type Series } from './series.ts';

/** What the register of a library is made of. */
export interface Register {
  readonly naming: Naming;
  /** Those of the office, then those found in its papers. */
  readonly series: readonly Series[];
  readonly issued: readonly Issued[];
}

/** 发文登记簿, read off the ledgers; nothing is stored twice. `setting` is the value of SERIES_SETTING. */
export function readRegister(list: List, setting: unknown, naming: Naming): Register {
  const series = effectiveSeries(setting);
  const issued = issuedNumbers(list, series, naming);
  const known = new Set(series.map(({ id }) => id));
  const found = new Map(issued.flatMap(({ series: one }) => (known.has(one.id) ? [] : [[one.id, one] as const])));
  return { naming, series: [...series, ...found.values()], issued };
}

export const seriesById = (register: Register, id: string): Series | undefined =>
  register.series.find((series) => series.id === id);

export const startOf = (series: Series, year: number): number => series.starts?.[String(year)] ?? 1;

/** Papers of a series in a year, in the order of their numbers. */
export function issuedIn(register: Register, series: string, year: number): readonly Issued[] {
  return register.issued.filter((one) => one.series.id === series && one.year === year);
}

/** The number the series would give next in a year. */
export function nextNumber(
  register: Register,
  series: Series,
  year: number,
): { readonly n: number; readonly number: string } {
  const taken = issuedIn(register, series.id, year).map(({ n }) => n);
  const n = nextOf(taken, startOf(series, year));
  return { n, number: formatSeriesNumber(series, year, n, register.naming) };
}

export interface SeriesYear {
  readonly series: Series;
  readonly year: number;
  readonly issued: readonly Issued[];
  readonly gaps: readonly Gap[];
  readonly missing: number;
  /** Running numbers that two papers bear. */
  readonly repeats: readonly number[];
  readonly void: number;
  readonly next: string;
}

/** A series in a year: what was given, what is missing, what was given twice. */
export function seriesYear(register: Register, series: Series, year: number): SeriesYear {
  const issued = issuedIn(register, series.id, year);
  const taken = issued.map(({ n }) => n);
  const gaps = gapsOf(taken, startOf(series, year));
  return {
    series,
    year,
    issued,
    gaps,
    missing: gapCount(gaps),
    repeats: repeatsOf(taken),
    void: issued.filter((one) => one.void).length,
    next: nextNumber(register, series, year).number,
  };
}

export function yearsOf(register: Register): number[] {
  return [...new Set(register.issued.map(({ year }) => year))].sort((a, b) => b - a);
}
