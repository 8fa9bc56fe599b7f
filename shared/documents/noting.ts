import type { Run } from './model.ts';

/** ① … ⑳, then plain numbers: the marks of footnotes, which begin again on every page. */
export function noteMark(number: number): string {
  return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : String(number);
}

export function hasNotes(runs: readonly Run[]): boolean {
  return runs.some((run) => run.note);
}
