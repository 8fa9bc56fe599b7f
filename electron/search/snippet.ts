import { fold, squeeze, squeezeMap } from '../../shared/text/fold.ts';
import type { Snippet } from './types.ts';

/** UTF-16 units shown before and after the first mark; a sentence that begins or ends nearer is shown whole. */
const LEAD = 24;
const FOLLOW = 72;

type Range = readonly [start: number, end: number];

/** Where the terms stand in a text: ranges of the text itself, ascending, joined where they touch. */
export function marksOf(text: string, terms: readonly string[]): Range[] {
  const folded = fold(text);
  const squeezed = squeeze(folded);
  const found: Range[] = [];
  for (const term of terms) {
    for (let at = squeezed.indexOf(term); at >= 0; at = squeezed.indexOf(term, at + 1)) {
      found.push([at, at + term.length]);
    }
  }
  if (found.length === 0) return [];
  if (squeezed.length === folded.length) return joined(found);
  const map = squeezeMap(folded);
  return joined(found.map(([start, end]) => [map[start] ?? 0, (map[end - 1] ?? 0) + 1]));
}

export function joined(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const result: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = result[result.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

/**
 * A piece of a text around its first mark, cut at a sentence where one begins near, with its marks moved along.
 * Line breaks and tabs are shown as blanks; … stands where text is left out.
 */
export function snippetOf(text: string, marks: readonly Range[], place: string): Snippet {
  const first = marks[0] ?? [0, 0];
  let start = windowStart(text, first[0]);
  let end = windowEnd(text, Math.max(first[1], start + LEAD), Math.max(first[1], first[0] + FOLLOW));
  // What would be left out is shorter than the sign for it.
  if (start <= 2) start = 0;
  if (text.length - end <= 2) end = text.length;
  const head = start > 0 ? '…' : '';
  const moved: Range[] = [];
  for (const [from, to] of marks) {
    if (to > end) break;
    if (from >= start) moved.push([from - start + head.length, to - start + head.length]);
  }
  const shown = text.slice(start, end).replace(/[\t\n\v\f\r\u2028\u2029]/gu, ' ');
  return { text: `${head}${shown}${end < text.length ? '…' : ''}`, marks: moved, place };
}

const SENTENCE_END = '。！？；!?\n';

function windowStart(text: string, mark: number): number {
  const earliest = Math.max(0, mark - LEAD);
  for (let at = mark; at > earliest; at -= 1) {
    if (SENTENCE_END.includes(text.charAt(at - 1))) return at;
  }
  return isLow(text, earliest) ? earliest - 1 : earliest;
}

function windowEnd(text: string, from: number, limit: number): number {
  const latest = Math.min(text.length, limit);
  for (let at = latest; at > from; at -= 1) {
    if (SENTENCE_END.includes(text.charAt(at - 1))) return at;
  }
  return isLow(text, latest) ? latest + 1 : latest;
}

/** Does a cut here fall between the halves of a pair? */
function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff;
}
