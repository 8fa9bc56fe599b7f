import { percent } from './share.ts';

/** A record behind a number: its day ('YYYY-MM-DD', '' or absent: none) and what it says here (联名，立案). */
export interface Piece {
  readonly kind: string;
  readonly id: string;
  readonly on?: string;
  readonly note?: string;
}

/** A number with exactly the records it is made of; no record stands in a list twice. */
export interface Cell {
  readonly figure: number;
  readonly pieces: readonly Piece[];
  /** Shares: the denominator; the pieces are then the numerator. */
  readonly of?: readonly Piece[];
  /** Shares over rows of the records (人次): both numbers, where they are not the lengths of the lists. */
  readonly counts?: { readonly met: number; readonly of: number };
}

/**
 * How a figure comes from its records. count: their number · sum: of an amount in them · percent: numerator and
 * denominator, one decimal · points: of the ledger of scores · median: of the numbers of those listed.
 */
export type CellMeasure = 'count' | 'sum' | 'percent' | 'points' | 'median';

export interface ChartLine {
  /** Id of the record the line stands for where `kind` is given; otherwise any word. */
  readonly key: string;
  readonly kind?: string;
  /** Absent: the title of the record. */
  readonly label?: string;
  /** Full marks of this line, where lines are measured against their own (radar). */
  readonly most?: number;
  /** One a series. */
  readonly cells: readonly Cell[];
}

/** What a chart and the table beside it show. */
export interface ChartData {
  readonly id: string;
  readonly title: string;
  /** 口径, in words. */
  readonly rule: string;
  readonly unit: string;
  readonly measure: CellMeasure;
  /** 2024 年, 2023 年; or what the parts of a bar are. `measure` where a series counts otherwise (中位数). */
  readonly series: readonly { readonly id: string; readonly label: string; readonly measure?: CellMeasure }[];
  readonly lines: readonly ChartLine[];
}

/** A number of a page with last year's beside it. */
export interface FigurePair {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly rule: string;
  readonly measure: CellMeasure;
  readonly now: Cell;
  readonly before?: Cell;
}

export const countCell = (pieces: readonly Piece[]): Cell => ({ figure: pieces.length, pieces });

/** A percentage with one decimal, never 100 while one is missing; 0 where there is nothing to take a share of. */
export function percentCell(met: readonly Piece[], of: readonly Piece[], counts?: NonNullable<Cell['counts']>): Cell {
  const { met: top, of: bottom } = counts ?? { met: met.length, of: of.length };
  const figure = Number.parseFloat(percent(top, bottom)) || 0;
  return { figure, pieces: met, of, ...(counts ? { counts } : {}) };
}

export const yearSeries = (year: number): ChartData['series'] => [
  { id: 'now', label: `${year} 年` },
  { id: 'before', label: `${year - 1} 年` },
];

/** The middle of the numbers, of an even count the mean of the two in the middle; 0 of none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Charts are read from the longest line down: by the first series, then by the second. */
export const longestFirst = (lines: readonly ChartLine[]): ChartLine[] =>
  [...lines].sort(
    (a, b) =>
      (b.cells[0]?.figure ?? 0) - (a.cells[0]?.figure ?? 0) || (b.cells[1]?.figure ?? 0) - (a.cells[1]?.figure ?? 0),
  );
