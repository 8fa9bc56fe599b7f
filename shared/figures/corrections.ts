import { z } from 'zod';
import type { FigurePeriod } from './figure-result.ts';

/** A figure the office has set by hand (人工校正): what was counted is kept beside it, with the reason and the name. */
export interface FigureCorrection extends FigurePeriod {
  /** Id of the figure. */
  readonly figure: string;
  readonly value: number;
  /** What the records gave when it was corrected: shows whether they have moved since. */
  readonly computed: number;
  readonly reason: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export const CORRECTIONS_SETTING = 'figureCorrections';

export const figureCorrection = z.object({
  figure: z.string(),
  from: z.string(),
  to: z.string(),
  value: z.number(),
  computed: z.number(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});

/** The corrections as the office keeps them; a broken one is left out. */
export function effectiveCorrections(setting: unknown): readonly FigureCorrection[] {
  if (!Array.isArray(setting)) return [];
  return setting.flatMap((item) => {
    const read = figureCorrection.safeParse(item);
    return read.success ? [read.data] : [];
  });
}

const isOf = (one: FigureCorrection, figure: string, { from, to }: FigurePeriod): boolean =>
  one.figure === figure && one.from === from && one.to === to;

/** The correction of a figure for exactly this period: half a year says nothing about the whole one. */
export const correctionOf = (all: readonly FigureCorrection[], figure: string, period: FigurePeriod) =>
  all.find((one) => isOf(one, figure, period));

/** A second correction of the same figure and period takes the place of the first; the history keeps both. */
export const withCorrection = (all: readonly FigureCorrection[], next: FigureCorrection): FigureCorrection[] => [
  ...withoutCorrection(all, next.figure, next),
  next,
];

export const withoutCorrection = (
  all: readonly FigureCorrection[],
  figure: string,
  period: FigurePeriod,
): FigureCorrection[] => all.filter((one) => !isOf(one, figure, period));
