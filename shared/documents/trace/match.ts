import { likenessOf } from '../../text/difference.ts';
import type { FileParagraph, TracePlace } from './places.ts';

export interface Match {
  /** Index of the paragraph in the file; absent: it was taken out. */
  readonly paragraph?: number;
  /** Index of the place on the paper; absent: it was put in by hand. */
  readonly place?: number;
  readonly by?: 'mark' | 'words' | 'likeness';
}

/** Blanks, tabs and line ends change when another program saves a file. */
export const squeezed = (text: string): string => text.replace(/\s+/gu, '');

/** A mark may be left behind when the text around it is cut out: what it stands in must still be alike. */
const STILL = 0.2;
/** Without a mark, this share of character pairs makes a paragraph the same one, changed. */
const ALIKE = 0.6;

/**
 * Which paragraph of a file is which of the paper: first by the marks in the file, then by equal words, then by likeness
 * among what is left between the neighbours. Word and WPS keep the marks, other programs may lose them.
 * @returns in the order of the file; what was taken out stands where it stood.
 */
export function matchParagraphs(file: readonly FileParagraph[], places: readonly TracePlace[]): readonly Match[] {
  const ofParagraph = new Map<number, Match>();
  const taken = new Set<number>();
  const settle = (paragraph: number, place: number, by: Match['by']) => {
    ofParagraph.set(paragraph, { paragraph, place, ...(by ? { by } : {}) });
    taken.add(place);
  };
  byMarks(file, places, taken, settle);
  byWords(file, places, ofParagraph, taken, settle);
  byLikeness(file, places, ofParagraph, taken, settle);
  return inOrder(file, places, ofParagraph, taken);
}

type Settle = (paragraph: number, place: number, by: Match['by']) => void;

const keyOf = (place: TracePlace['place']): string =>
  place ? `${place.block}/${place.row ?? ''}/${place.cell ?? ''}` : '';

function byMarks(
  file: readonly FileParagraph[],
  places: readonly TracePlace[],
  taken: ReadonlySet<number>,
  settle: Settle,
): void {
  const byKey = new Map(places.flatMap(({ place }, index) => (place ? [[keyOf(place), index] as const] : [])));
  file.forEach(({ text, marks }, paragraph) => {
    for (const mark of marks) {
      const index = byKey.get(keyOf(mark));
      const place = index === undefined ? undefined : places[index];
      if (index === undefined || !place || taken.has(index)) continue;
      const same = squeezed(text) === squeezed(place.text);
      if (!same && likenessOf(squeezed(place.text), squeezed(text)) < STILL) continue;
      settle(paragraph, index, 'mark');
      break;
    }
  });
}

function byWords(
  file: readonly FileParagraph[],
  places: readonly TracePlace[],
  done: ReadonlyMap<number, Match>,
  taken: ReadonlySet<number>,
  settle: Settle,
): void {
  const byText = new Map<string, number[]>();
  places.forEach(({ text }, index) => {
    if (!taken.has(index)) byText.set(squeezed(text), [...(byText.get(squeezed(text)) ?? []), index]);
  });
  file.forEach(({ text }, paragraph) => {
    if (done.has(paragraph) || !squeezed(text)) return;
    const place = byText.get(squeezed(text))?.shift();
    if (place !== undefined) settle(paragraph, place, 'words');
  });
}

function byLikeness(
  file: readonly FileParagraph[],
  places: readonly TracePlace[],
  done: ReadonlyMap<number, Match>,
  taken: ReadonlySet<number>,
  settle: Settle,
): void {
  // Cells are too short to be told by likeness; numbers in them would match each other.
  const open = places.flatMap(({ place, text }, index) =>
    place?.row !== undefined || taken.has(index) ? [] : [{ index, text }],
  );
  file.forEach(({ text }, paragraph) => {
    if (done.has(paragraph) || squeezed(text).length < 4) return;
    let best: { index: number; share: number } | undefined;
    for (const { index, text: words } of open) {
      if (taken.has(index)) continue;
      const share = likenessOf(squeezed(words), squeezed(text));
      if (share >= ALIKE && share > (best?.share ?? 0)) best = { index, share };
    }
    if (best) settle(paragraph, best.index, 'likeness');
  });
}

/** The file from top to bottom; what was taken out follows the place before it. */
function inOrder(
  file: readonly FileParagraph[],
  places: readonly TracePlace[],
  done: ReadonlyMap<number, Match>,
  taken: ReadonlySet<number>,
): Match[] {
  const matches: Match[] = [];
  const gone = places.flatMap((_, index) => (taken.has(index) ? [] : [index]));
  let reached = -1;
  const putGone = (until: number) => {
    while (gone[0] !== undefined && gone[0] < until) matches.push({ place: gone.shift() ?? 0 });
  };
  file.forEach(({ text }, paragraph) => {
    const match = done.get(paragraph);
    if (match?.place !== undefined) {
      // What was moved up must not drag along what stands before its old place.
      if (match.place > reached && gone.every((index) => index > reached)) putGone(match.place);
      reached = Math.max(reached, match.place);
      matches.push(match);
    } else if (squeezed(text)) matches.push({ paragraph });
  });
  putGone(Number.POSITIVE_INFINITY);
  return matches;
}
