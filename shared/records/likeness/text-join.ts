/** One pair of texts, by their places, with the share of common character pairs. */
export type TextPair = readonly [a: number, b: number, score: number];

interface Document {
  /** Places of the records that have this very text. */
  readonly places: number[];
  /** Numbers of its character pairs, the rarest first. */
  readonly grams: Int32Array;
}

/** Texts with fewer pairs are only ever the same or not: two of three pairs would say nothing. */
const FEWEST_GRAMS = 3;
/** Of a long text the beginning is compared: it says what it is about. */
const LONGEST = 3000;
/** Of many records with the very same text neighbours are paired, not each with each. */
const MOST_SAME = 30;
const MOST_PAIRS = 50_000;

/**
 * Finds texts that share at least `threshold` of their character pairs (Dice: twice the common ones over all), exactly
 * and without comparing each with each. Two such texts have at least one of their rarest pairs in common (prefix filter
 * of set similarity joins, Chaudhuri, Ganti, Kaushik 2006), so only the rarest pairs of each text stand in the index.
 */
export class TextJoin {
  readonly #threshold: number;
  readonly #ranks: ReadonlyMap<string, number>;
  readonly #documents: Document[] = [];
  readonly #exact = new Map<string, number>();
  readonly #postings = new Map<number, number[]>();

  /** `texts` by place; undefined where a record has none. */
  constructor(texts: readonly (string | undefined)[], threshold: number) {
    this.#threshold = threshold;
    const distinct = new Map<string, { places: number[]; grams: Set<string> }>();
    texts.forEach((text, place) => {
      if (!text) return;
      const known = distinct.get(text);
      if (known) known.places.push(place);
      else distinct.set(text, { places: [place], grams: gramsOf(text) });
    });
    this.#ranks = rankedByRarity([...distinct.values()].map(({ grams }) => grams));
    for (const [text, { places, grams }] of distinct) {
      const index = this.#documents.push({ places, grams: this.#ranked(grams) }) - 1;
      this.#exact.set(text, index);
    }
    this.#documents.forEach(({ grams }, index) => {
      for (const gram of this.#prefix(grams)) {
        const there = this.#postings.get(gram);
        if (there) there.push(index);
        else this.#postings.set(gram, [index]);
      }
    });
  }

  /** All pairs at or above the threshold, in no order. */
  pairs(): TextPair[] {
    const pairs: TextPair[] = [];
    for (const { places } of this.#documents) for (const [a, b] of withinGroup(places)) pairs.push([a, b, 1]);
    for (const [index, { places, grams }] of this.#documents.entries()) {
      // Titles made by one pattern (第1号 … 第5000号) are all alike: nobody goes through more pairs than these.
      if (pairs.length >= MOST_PAIRS) break;
      for (const [other, score] of this.#near(grams, index)) {
        const [a, b] = [places[0], this.#documents[other]?.places[0]];
        if (other < index && a !== undefined && b !== undefined && pairs.length < MOST_PAIRS) pairs.push([b, a, score]);
      }
    }
    return pairs;
  }

  /** Places of texts like this one, with their share. */
  like(text: string): (readonly [place: number, score: number])[] {
    const same = this.#exact.get(text);
    const found: (readonly [number, number])[] = [];
    for (const place of (same === undefined ? undefined : this.#documents[same])?.places ?? []) found.push([place, 1]);
    for (const [index, score] of this.#near(this.#ranked(gramsOf(text)), same))
      for (const place of this.#documents[index]?.places ?? []) found.push([place, score]);
    return found;
  }

  #near(grams: Int32Array, self: number | undefined): (readonly [index: number, score: number])[] {
    if (grams.length < FEWEST_GRAMS) return [];
    const met = new Set<number>();
    const found: (readonly [number, number])[] = [];
    for (const gram of this.#prefix(grams)) {
      for (const index of this.#postings.get(gram) ?? []) {
        if (index === self || met.has(index)) continue;
        met.add(index);
        const other = this.#documents[index]?.grams;
        if (!other || other.length < FEWEST_GRAMS) continue;
        const all = grams.length + other.length;
        // Even if the shorter lay wholly in the longer it would not be enough.
        if (2 * Math.min(grams.length, other.length) < this.#threshold * all) continue;
        const score = (2 * common(grams, other)) / all;
        if (score >= this.#threshold) found.push([index, score]);
      }
    }
    return found;
  }

  #prefix(grams: Int32Array): Int32Array {
    const needed = Math.ceil((this.#threshold / (2 - this.#threshold)) * grams.length - 1e-9);
    return grams.subarray(0, grams.length - Math.max(needed, 1) + 1);
  }

  /** Pairs that no text has come first of all: nothing is rarer. They count, and meet nothing. */
  #ranked(grams: ReadonlySet<string>): Int32Array {
    let unknown = 0;
    const ranks = [...grams].map((gram) => {
      const rank = this.#ranks.get(gram);
      if (rank !== undefined) return rank;
      unknown -= 1;
      return unknown;
    });
    return Int32Array.from(ranks).sort();
  }
}

function gramsOf(text: string): Set<string> {
  const characters = [...text.slice(0, LONGEST)];
  const grams = new Set<string>();
  for (let index = 1; index < characters.length; index += 1) grams.add(`${characters[index - 1]}${characters[index]}`);
  return grams;
}

function rankedByRarity(sets: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const gram of set) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const ordered = [...counts].sort(([a, rare], [b, often]) => rare - often || (a < b ? -1 : 1));
  return new Map(ordered.map(([gram], rank) => [gram, rank]));
}

/** How many numbers two sorted lists share. */
function common(a: Int32Array, b: Int32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] as number;
    const right = b[j] as number;
    if (left === right) {
      count += 1;
      i += 1;
      j += 1;
    } else if (left < right) i += 1;
    else j += 1;
  }
  return count;
}

/** Each with each in a small group, each with the next in a large one. */
export function* withinGroup<T>(group: readonly T[]): Generator<readonly [T, T]> {
  const reach = group.length > MOST_SAME ? 1 : group.length;
  for (let i = 0; i < group.length; i += 1)
    for (let j = i + 1; j < group.length && j <= i + reach; j += 1) yield [group[i] as T, group[j] as T];
}
