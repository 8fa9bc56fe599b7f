import type { Collection } from './collection.ts';
import { countOf, IN_HEADING, IN_TITLE, type Tally } from './segment.ts';

/** The terms found in a record, best place first. */
const TITLE_EXACT = 4;
const TITLE_START = 3;
const TITLE = 2;
const HEADING = 1;
const TEXT = 0;

const COUNT_LIMIT = 2 ** 20 - 1;
const RECENCY_BITS = 2 ** 24;
/** Days before 1970 are negative; texts of 1840 must still be put in order. */
const RECENCY_ZERO = 2 ** 22;

export type Order = 'relevance' | 'newest';

/**
 * One number that sorts a record among the others: place of the terms, then how often they occur, then how recent.
 * 'newest' sorts by recency first. Below 2^53, so nothing is lost by rounding.
 */
export function scoreOf(
  slot: number,
  terms: readonly string[],
  tallies: readonly Tally[],
  collection: Collection,
  order: Order,
): number {
  let where = 7;
  let inHead = true;
  let count = 0;
  for (let at = 0; at < tallies.length; at += 1) {
    const bits = tallies[at]?.[slot] ?? 0;
    count += bits >>> 3;
    where &= bits;
    if ((bits & (IN_TITLE | IN_HEADING)) === 0) inHead = false;
  }
  count = Math.min(count, COUNT_LIMIT);
  const day = Math.min(Math.max((collection.recency[slot] ?? 0) + RECENCY_ZERO, 0), RECENCY_BITS - 1);
  if (order === 'newest') return day * (COUNT_LIMIT + 1) + count;
  let place = inHead ? HEADING : TEXT;
  if ((where & IN_TITLE) !== 0 && terms.length > 0) {
    const match = collection.segmentOf(slot)?.titleMatch(slot, terms[0] ?? '');
    place = match === 'exact' && terms.length === 1 ? TITLE_EXACT : match ? TITLE_START : TITLE;
  }
  return (place * (COUNT_LIMIT + 1) + count) * RECENCY_BITS + day;
}

/** How often the terms occur in a record. */
export function occurrencesOf(slot: number, tallies: readonly Tally[]): number {
  let count = 0;
  for (const tally of tallies) count += countOf(tally, slot);
  return count;
}

/**
 * The first `wanted` of some slots by falling score; equal scores stand in the order of their slots, so that pages join
 * without a gap. A heap: a word that all records contain is not sorted through for 50 of them.
 */
export function topSlots(slots: readonly number[], scores: Float64Array, wanted: number): number[] {
  const before = (a: number, b: number): boolean => {
    const difference = (scores[a] as number) - (scores[b] as number);
    return difference !== 0 ? difference > 0 : a < b;
  };
  const compare = (a: number, b: number): number => (a === b ? 0 : before(a, b) ? -1 : 1);
  if (wanted >= slots.length) return [...slots].sort(compare);
  if (wanted === 0) return [];
  const heap: number[] = [];
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] as number;
    if (heap.length < wanted) {
      heap.push(slot);
      rise(heap, before);
    } else if (before(slot, heap[0] as number)) {
      heap[0] = slot;
      sink(heap, before);
    }
  }
  return heap.sort(compare);
}

type Before = (a: number, b: number) => boolean;

/** The worst stands at the top of the heap. */
function rise(heap: number[], before: Before): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const [upper = 0, lower = 0] = [heap[parent], heap[at]];
    if (!before(upper, lower)) return;
    heap[parent] = lower;
    heap[at] = upper;
    at = parent;
  }
}

function sink(heap: number[], before: Before): void {
  let at = 0;
  for (;;) {
    let worst = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.length && before(heap[worst] ?? 0, heap[child] ?? 0)) worst = child;
    }
    if (worst === at) return;
    const moved = heap[at] ?? 0;
    heap[at] = heap[worst] ?? 0;
    heap[worst] = moved;
    at = worst;
  }
}
