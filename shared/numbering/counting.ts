/** A stretch of running numbers nobody has: 4 to 4, 9 to 12. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** The number after the highest one: a number that was passed over is never given by itself. */
export function nextOf(taken: Iterable<number>, start = 1): number {
  let highest = start - 1;
  for (const n of taken) highest = Math.max(highest, n);
  return highest + 1;
}

/** 漏号: what is missing between the first number of the year and the highest one given. */
export function gapsOf(taken: Iterable<number>, start = 1): Gap[] {
  const gaps: Gap[] = [];
  let expected = start;
  for (const n of [...new Set(taken)].sort((a, b) => a - b)) {
    if (n > expected) gaps.push({ from: expected, to: n - 1 });
    expected = Math.max(expected, n + 1);
  }
  return gaps;
}

/** 重号: numbers that occur more than once, ascending. */
export function repeatsOf(taken: Iterable<number>): number[] {
  const seen = new Set<number>();
  const twice = new Set<number>();
  for (const n of taken) {
    if (seen.has(n)) twice.add(n);
    seen.add(n);
  }
  return [...twice].sort((a, b) => a - b);
}

export const gapCount = (gaps: readonly Gap[]): number => gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0);
