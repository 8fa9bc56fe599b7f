/**
 * All places of every pair of neighbouring characters in a text: one Uint32Array with the positions sorted by
 * (character, next character, position), 4 bytes a character. Places of one character lie together, and among them
 * those of one pair, so terms of one and two characters are ranges; longer ones are checked at the places of their
 * rarest pair. Nothing is hashed, so an answer is exact.
 */
export interface PairIndex {
  readonly places: Uint32Array;
  /** Where the places of a character (UTF-16 unit) begin; one entry more than there are units. */
  readonly starts: Uint32Array;
}

const UNITS = 0x10000;
/** Characters handled between two looks at the clock of the event loop: 2–5 ms. */
const SLICE = 200_000;

/**
 * Builds the index by two stable counting passes (next character, then character). A generator: run it in slices, so
 * that the office process answers in between. Peak memory is 8 bytes a character.
 */
export function* buildPairIndex(text: string): Generator<void, PairIndex> {
  const { length } = text;
  const byNext = new Uint32Array(length);
  yield* sortBy(text, 1, (visit) => visitAll(length, visit), byNext);
  yield;
  const places = new Uint32Array(length);
  const starts = yield* sortBy(
    text,
    0,
    function* (visit) {
      for (let from = 0; from < length; from += SLICE) {
        const to = Math.min(from + SLICE, length);
        for (let index = from; index < to; index += 1) visit(byNext[index] as number);
        yield;
      }
    },
    places,
  );
  return { places, starts };
}

function* visitAll(length: number, visit: (place: number) => void): Generator<void> {
  for (let from = 0; from < length; from += SLICE) {
    const to = Math.min(from + SLICE, length);
    for (let place = from; place < to; place += 1) visit(place);
    yield;
  }
}

/** Puts places in the order of the unit `ahead` of each, keeping the order among equals. */
function* sortBy(
  text: string,
  ahead: 0 | 1,
  walk: (visit: (place: number) => void) => Generator<void>,
  target: Uint32Array,
): Generator<void, Uint32Array> {
  // Past the end stands unit 0.
  const unitAt = (place: number): number => (place + ahead < text.length ? text.charCodeAt(place + ahead) : 0);
  const starts = new Uint32Array(UNITS + 1);
  yield* visitAll(text.length, (place) => {
    const unit = unitAt(place) + 1;
    starts[unit] = (starts[unit] as number) + 1;
  });
  for (let unit = 1; unit <= UNITS; unit += 1) starts[unit] = (starts[unit] ?? 0) + (starts[unit - 1] ?? 0);
  const next = starts.slice();
  yield* walk((place) => {
    const unit = unitAt(place);
    const at = next[unit] as number;
    target[at] = place;
    next[unit] = at + 1;
  });
  return starts;
}

/** Calls `visit` with every place of `term` in `text`; places of one pair ascend. */
export function visitPlaces(index: PairIndex, text: string, term: string, visit: (place: number) => void): void {
  if (term.length === 1) {
    const unit = term.charCodeAt(0);
    visitRange(index, index.starts[unit] ?? 0, index.starts[unit + 1] ?? 0, visit);
    return;
  }
  let best: readonly [from: number, to: number] = [0, 0];
  let offset = -1;
  for (let at = 0; at + 1 < term.length; at += 1) {
    const range = pairRange(index, text, term.charCodeAt(at), term.charCodeAt(at + 1));
    if (range[1] === range[0]) return;
    if (offset < 0 || range[1] - range[0] < best[1] - best[0]) {
      best = range;
      offset = at;
    }
  }
  if (term.length === 2) {
    visitRange(index, best[0], best[1], visit);
    return;
  }
  for (let entry = best[0]; entry < best[1]; entry += 1) {
    const place = (index.places[entry] ?? 0) - offset;
    if (place >= 0 && standsAt(text, term, place)) visit(place);
  }
}

function visitRange(index: PairIndex, from: number, to: number, visit: (place: number) => void): void {
  const { places } = index;
  for (let entry = from; entry < to; entry += 1) visit(places[entry] as number);
}

function standsAt(text: string, term: string, place: number): boolean {
  for (let at = 0; at < term.length; at += 1) {
    if (text.charCodeAt(place + at) !== term.charCodeAt(at)) return false;
  }
  return true;
}

/** The entries of one pair: among those of the first unit, found by the unit that follows. */
function pairRange(index: PairIndex, text: string, first: number, second: number): readonly [number, number] {
  const from = index.starts[first] ?? 0;
  const to = index.starts[first + 1] ?? 0;
  return [lowerBound(index, text, from, to, second), lowerBound(index, text, from, to, second + 1)];
}

function lowerBound(index: PairIndex, text: string, from: number, to: number, unit: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const place = (index.places[middle] ?? 0) + 1;
    const there = place < text.length ? text.charCodeAt(place) : 0;
    if (there < unit) low = middle + 1;
    else high = middle;
  }
  return low;
}
