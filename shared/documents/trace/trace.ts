import { differenceOf } from '../../text/difference.ts';
import type { DocumentModel, Source } from '../model.ts';
import type { BookmarkPlace, PaperBasis } from './basis.ts';
import { type Match, matchParagraphs, squeezed } from './match.ts';
import { changedNumbers } from './numbers.ts';
import { type FileParagraph, type TracePlace, tracePlaces } from './places.ts';

/** A record the paper was made of. */
export interface TracedSource {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  /** Its version when the paper went out, and now; absent when it was deleted since. */
  readonly exported: number;
  readonly present?: number;
}

export interface TracedPiece {
  readonly text: string;
  readonly was: 'same' | 'added' | 'removed';
}

export interface TracedParagraph {
  readonly state: 'same' | 'changed' | 'added' | 'removed';
  readonly place?: BookmarkPlace;
  readonly text: string;
  /** Of a changed one: what stayed, came and went. */
  readonly pieces?: readonly TracedPiece[];
  /** Indexes into the sources. */
  readonly sources: readonly number[];
  readonly by?: 'mark' | 'words' | 'likeness';
}

export interface TracedNumber {
  readonly paragraph: number;
  readonly was: string;
  readonly is?: string;
  /** What the ledgers give now. */
  readonly now?: string;
  /** byHand 手工改动 · outdated 台账已变 */
  readonly reason: 'byHand' | 'outdated';
  readonly figure?: string;
}

export interface Trace {
  readonly sources: readonly TracedSource[];
  readonly paragraphs: readonly TracedParagraph[];
  readonly numbers: readonly TracedNumber[];
}

interface TraceContext {
  readonly basis: PaperBasis;
  /** Version of a record now; undefined when there is none. */
  readonly revOf: (kind: string, id: string) => number | undefined;
  /** What composing afresh gives today; absent where it cannot be composed any more. */
  readonly today?: DocumentModel | undefined;
}

/**
 * 出处回溯: a file that came back, held against what went out: which paragraph came from which record, what was changed
 * by hand, and which numbers the ledgers no longer give. Pure; the file is not changed.
 */
export function tracePaper(file: readonly FileParagraph[], context: TraceContext): Trace {
  const { basis, revOf } = context;
  const places = tracePlaces(basis.model);
  const matches = matchParagraphs(file, places);
  const sources = basis.sources.map(({ kind, id, rev, title }): TracedSource => {
    const now = revOf(kind, id);
    return { kind, id, title, exported: rev, ...(now === undefined ? {} : { present: now }) };
  });
  const at = new Map(sources.map(({ kind, id }, index) => [`${kind}/${id}`, index]));
  const indexes = (list: readonly Source[]): number[] =>
    [...new Set(list.map(({ kind, id }) => at.get(`${kind}/${id}`)))].filter((index) => index !== undefined);
  const paragraphs = matches.map((match) => paragraphOf(match, file, places, indexes));
  const numbers = [
    ...handNumbers(matches, file, places),
    ...outdatedNumbers(matches, places, context, (list) =>
      indexes(list).some((index) => sources[index]?.exported !== sources[index]?.present),
    ),
  ];
  return { sources, paragraphs, numbers: numbers.sort((a, b) => a.paragraph - b.paragraph) };
}

function paragraphOf(
  match: Match,
  file: readonly FileParagraph[],
  places: readonly TracePlace[],
  indexes: (sources: readonly Source[]) => number[],
): TracedParagraph {
  const place = match.place === undefined ? undefined : places[match.place];
  const text = match.paragraph === undefined ? undefined : (file[match.paragraph]?.text ?? '');
  const about = {
    ...(place?.place ? { place: place.place } : {}),
    sources: place ? indexes(place.sources) : [],
    ...(match.by ? { by: match.by } : {}),
  };
  if (text === undefined) return { state: 'removed', text: place?.text ?? '', ...about };
  if (!place) return { state: 'added', text, sources: [] };
  if (squeezed(text) === squeezed(place.text)) return { state: 'same', text, ...about };
  return { state: 'changed', text, pieces: piecesOf(place.text, text), ...about };
}

/** Both versions in one line: what went stands before what came in its stead. */
function piecesOf(before: string, after: string): TracedPiece[] {
  const [line] = differenceOf([before], [after]).filter(({ type }) => type === 'changed');
  if (!line?.before || !line.after)
    return [
      { text: before, was: 'removed' },
      { text: after, was: 'added' },
    ];
  const pieces: TracedPiece[] = [];
  const left = [...line.before];
  for (const piece of line.after) {
    while (left[0]?.changed) pieces.push({ text: left.shift()?.text ?? '', was: 'removed' });
    if (piece.changed) pieces.push({ text: piece.text, was: 'added' });
    else {
      pieces.push({ text: piece.text, was: 'same' });
      left.shift();
    }
  }
  for (const piece of left) if (piece.changed) pieces.push({ text: piece.text, was: 'removed' });
  return pieces.filter(({ text }) => text);
}

const figureOf = ({ sources }: TracePlace): string | undefined => sources.find(({ figure }) => figure)?.figure;

function handNumbers(
  matches: readonly Match[],
  file: readonly FileParagraph[],
  places: readonly TracePlace[],
): TracedNumber[] {
  return matches.flatMap((match, paragraph) => {
    const place = match.place === undefined ? undefined : places[match.place];
    const text = match.paragraph === undefined ? undefined : file[match.paragraph]?.text;
    if (!place || text === undefined) return [];
    const figure = figureOf(place);
    return changedNumbers(place.text, text).map(
      (changed): TracedNumber => ({ paragraph, ...changed, reason: 'byHand', ...(figure ? { figure } : {}) }),
    );
  });
}

/**
 * Numbers that composing afresh would write differently. Only where a record under them has changed since, or where a
 * counted figure stands: what the clerk had worded before export is not out of date.
 */
function outdatedNumbers(
  matches: readonly Match[],
  places: readonly TracePlace[],
  { today }: TraceContext,
  moved: (sources: readonly Source[]) => boolean,
): TracedNumber[] {
  if (!today) return [];
  const fresh = tracePlaces(today);
  const now = new Map(
    matchParagraphs(
      fresh.map(({ text, place }) => ({ text, marks: place ? [place] : [] })),
      places,
    ).flatMap(({ paragraph, place }) =>
      place === undefined || paragraph === undefined ? [] : [[place, fresh[paragraph]?.text ?? ''] as const],
    ),
  );
  return matches.flatMap((match, paragraph) => {
    const place = match.place === undefined ? undefined : places[match.place];
    const text = match.place === undefined ? undefined : now.get(match.place);
    if (!place || text === undefined || match.paragraph === undefined) return [];
    const figure = figureOf(place);
    if (!figure && !moved(place.sources)) return [];
    return changedNumbers(place.text, text).map(
      ({ was, is }): TracedNumber => ({
        paragraph,
        was,
        ...(is === undefined ? {} : { now: is }),
        reason: 'outdated',
        ...(figure ? { figure } : {}),
      }),
    );
  });
}
