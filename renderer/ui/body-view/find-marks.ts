import { fold, searchText, squeeze, squeezeMap } from '../../../shared/text/fold.ts';

export type Mark = readonly [start: number, end: number];

/** The words of a query that ask for something: quotes taken off, excluded words left out, folded as search does. */
export function wordsOf(query: string): readonly string[] {
  const words: string[] = [];
  for (const match of query.matchAll(/(-?)["“”„]([^"“”„]+)["“”„]|(-?)(\S+)/gu)) {
    const excluded = match[1] || match[3];
    const word = searchText(match[2] ?? match[4] ?? '');
    if (!excluded && word) words.push(word);
  }
  return words;
}

/**
 * Where the words stand in a text, as ranges of the text itself: ascending, overlapping ones joined. Folds like search
 * does, so what search found is marked here, also across a line break inside a sentence.
 */
export function findMarks(text: string, words: readonly string[]): readonly Mark[] {
  if (words.length === 0 || text === '') return [];
  const folded = fold(text);
  const squeezed = squeeze(folded);
  const map = squeezeMap(folded);
  const found: [number, number][] = [];
  for (const word of words) {
    for (let at = squeezed.indexOf(word); at !== -1; at = squeezed.indexOf(word, at + word.length)) {
      const start = map[at];
      const last = map[at + word.length - 1];
      if (start !== undefined && last !== undefined) found.push([start, last + 1]);
    }
  }
  return join(found.sort((a, b) => a[0] - b[0] || a[1] - b[1]));
}

function join(sorted: readonly [number, number][]): readonly Mark[] {
  const joined: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = joined[joined.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
