import type { Run } from '../../../shared/documents/model.ts';

export const runsText = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

/**
 * The runs after their text was typed over: what stands unchanged before and after the change keeps its look, its note
 * and its source; new words take the look of the place where they were typed.
 */
export function spliceRuns(runs: readonly Run[], text: string): Run[] {
  const old = runsText(runs);
  if (old === text) return [...runs];
  let start = 0;
  const shorter = Math.min(old.length, text.length);
  while (start < shorter && old[start] === text[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1;
  // A surrogate pair is one character: a change never begins or ends in its middle.
  if (start > 0 && isHigh(old.charCodeAt(start - 1))) start -= 1;
  if (tail > 0 && isLow(old.charCodeAt(old.length - tail))) tail -= 1;
  const before = slice(runs, 0, start);
  const after = slice(runs, old.length - tail, old.length);
  const typed = text.slice(start, text.length - tail);
  const look = lookAt(runs, start);
  const middle: Run[] = typed ? [{ ...look, text: typed }] : [];
  return [...before, ...middle, ...after].filter((run) => run.text || run.note);
}

const isHigh = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff;

/** The part [from, to) of the joined text. A note goes with the end of its run. */
function slice(runs: readonly Run[], from: number, to: number): Run[] {
  const parts: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const end = at + run.text.length;
    const first = Math.max(from, at);
    const last = Math.min(to, end);
    if (first < last) {
      const { note, ...rest } = run;
      const text = run.text.slice(first - at, last - at);
      parts.push(note !== undefined && last === end ? { ...rest, text, note } : { ...rest, text });
    }
    at = end;
  }
  return parts;
}

/** Look of the run that holds the character before `offset`; typed text is not the record's own, so no source. */
function lookAt(runs: readonly Run[], offset: number): Omit<Run, 'text'> {
  let at = 0;
  let found: Run | undefined = runs[0];
  for (const run of runs) {
    if (at < offset || at === 0) found = run;
    at += run.text.length;
    if (at >= offset) break;
  }
  if (!found) return {};
  const { text: _text, note: _note, source: _source, ...look } = found;
  return look;
}
