import { type ReportFigure, type WrittenFigure, written } from './figure-text.ts';
import { FORMS, type Form, joinedTo, type PlacedFigure, placesOf, segmentsOf } from './placeholder.ts';

/** A figure as it was put into the report: a row of `taken` of the record. */
export interface TakenFigure {
  readonly figure: string;
  readonly form: Form;
  readonly value?: number | undefined;
  /** 294条 */
  readonly text: string;
  /** 'YYYY-MM-DDTHH:mm' */
  readonly at?: string | undefined;
  /** What the ledgers gave when the clerk decided to keep the old number. */
  readonly keptFor?: number | undefined;
  readonly reason?: string | undefined;
}

/**
 * fresh 与台账一致 · stale 数已变 · kept 数已变而保留原数 · new 还没有取数 · unknown 没有这个指标
 */
export type PlaceState = 'fresh' | 'stale' | 'kept' | 'new' | 'unknown';

export interface JudgedPlace extends PlacedFigure {
  readonly state: PlaceState;
  readonly taken?: TakenFigure;
  readonly now?: WrittenFigure;
}

export type FigureById = ReadonlyMap<string, ReportFigure>;

/** The rows as the record holds them; broken ones are left out. */
export function takenIn(rows: readonly Readonly<Record<string, unknown>>[]): readonly TakenFigure[] {
  return rows.flatMap((row) => {
    const { figure, text, value, at, keptFor, reason } = row;
    const form = FORMS.find((one) => one === (row.form ?? ''));
    if (typeof figure !== 'string' || typeof text !== 'string' || form === undefined) return [];
    return [
      {
        figure,
        form,
        text,
        ...(typeof value === 'number' ? { value } : {}),
        ...(typeof at === 'string' ? { at } : {}),
        ...(typeof keptFor === 'number' ? { keptFor } : {}),
        ...(typeof reason === 'string' ? { reason } : {}),
      },
    ];
  });
}

const of = (taken: readonly TakenFigure[], place: { figure: string; form: Form }): TakenFigure | undefined =>
  taken.find(({ figure, form }) => figure === place.figure && form === place.form);

/** How a place stands to the ledgers of today. */
export function judgePlace(place: PlacedFigure, taken: readonly TakenFigure[], figures: FigureById): JudgedPlace {
  const figure = figures.get(place.figure);
  const before = of(taken, place);
  const kept = before ? { taken: before } : {};
  if (!figure || place.strange !== undefined) return { ...place, ...kept, state: 'unknown' };
  const now = written(figure, place.form);
  if (!before) return { ...place, now, state: 'new' };
  // The words count too: another wording of the same number is news for the text.
  const same = before.value === now.value && before.text === now.text;
  const decided = before.reason !== undefined && before.keptFor === now.value;
  return { ...place, ...kept, now, state: same ? 'fresh' : decided ? 'kept' : 'stale' };
}

export const judgePlaces = (text: string, taken: readonly TakenFigure[], figures: FigureById): readonly JudgedPlace[] =>
  placesOf(text).map((place) => judgePlace(place, taken, figures));

/**
 * Takes the present number into the report for the places that fit.
 * @param at 'YYYY-MM-DDTHH:mm'
 */
export function take(
  text: string,
  taken: readonly TakenFigure[],
  figures: FigureById,
  at: string,
  fits: (place: JudgedPlace) => boolean,
): readonly TakenFigure[] {
  let rows = taken;
  for (const place of judgePlaces(text, taken, figures)) {
    if (!place.now || !fits(place)) continue;
    const { figure, form, now } = place;
    const row: TakenFigure = { figure, form, value: now.value, text: now.text, at };
    rows = of(rows, place)
      ? rows.map((one) => (one.figure === figure && one.form === form ? row : one))
      : [...rows, row];
  }
  return rows;
}

/** Keeps the number of the report although the ledgers say otherwise, with the reason. */
export const keep = (taken: readonly TakenFigure[], place: JudgedPlace, reason: string): readonly TakenFigure[] =>
  taken.map((row) =>
    row.figure === place.figure && row.form === place.form && place.now
      ? { ...row, keptFor: place.now.value, reason: reason.trim() }
      : row,
  );

/** Rows of figures that stand nowhere in the text any more say nothing. */
export function withoutStrays(text: string, taken: readonly TakenFigure[]): readonly TakenFigure[] {
  const places = placesOf(text);
  return taken.filter((row) => places.some(({ figure, form }) => figure === row.figure && form === row.form));
}

/** The text as it is read out: every place as it was taken, or as it stands here when it never was. */
export function plainReport(text: string, taken: readonly TakenFigure[], figures?: FigureById): string {
  const segments = segmentsOf(text);
  return segments
    .map((segment, index) => {
      if (segment.type === 'text') return segment.text;
      const figure = figures?.get(segment.figure);
      const row = of(taken, segment);
      const present = figure && segment.strange === undefined ? written(figure, segment.form) : undefined;
      const words = row?.text ?? present?.text;
      if (words === undefined) return text.slice(segment.start, segment.end);
      const next = segments[index + 1];
      const unit = /[^\d.]+$/u.exec(words)?.[0] ?? '';
      return joinedTo(words, unit, next?.type === 'text' ? next.text : '');
    })
    .join('');
}
