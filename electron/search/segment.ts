import { type PairIndex, visitPlaces } from './pair-index.ts';

/** Searchable text of one record: its units, folded, joined by line breaks (which no term contains). */
export interface Layout {
  readonly text: string;
  /** Length of the title, and of title and headings, at the head of the text. */
  readonly titleEnd: number;
  readonly headEnd: number;
}

/** Where a term was found: bits of a tally's `where`. */
export const IN_TITLE = 1;
export const IN_HEADING = 2;
export const IN_TEXT = 4;

/** What one term found, by slot. */
export interface Tally {
  readonly counts: Uint32Array;
  readonly where: Uint8Array;
}

const BLOCK_BITS = 6;

/**
 * The texts of some records as one string, in the order of their slots. Without an index it is scanned, with one it is
 * looked up; both visit exactly the same places.
 */
export class Segment {
  readonly text: string;
  /** Slot of each record of this segment, ascending. */
  readonly slots: Uint32Array;
  readonly starts: Uint32Array;
  private readonly titleEnds: Uint32Array;
  private readonly headEnds: Uint32Array;
  /** Record at the start of every run of 64 characters: leads from a place to its record in a step or two. */
  private readonly blocks: Uint32Array;
  private index: PairIndex | undefined;

  constructor(slots: readonly number[], layouts: readonly Layout[]) {
    this.text = layouts.map((layout) => `${layout.text}\n`).join('');
    this.slots = Uint32Array.from(slots);
    this.starts = new Uint32Array(slots.length + 1);
    this.titleEnds = new Uint32Array(slots.length);
    this.headEnds = new Uint32Array(slots.length);
    let start = 0;
    for (const [position, layout] of layouts.entries()) {
      this.starts[position] = start;
      this.titleEnds[position] = start + layout.titleEnd;
      this.headEnds[position] = start + layout.headEnd;
      start += layout.text.length + 1;
    }
    this.starts[slots.length] = start;
    this.blocks = new Uint32Array((start >>> BLOCK_BITS) + 1);
    let position = 0;
    for (let block = 0; block < this.blocks.length; block += 1) {
      while (position + 1 < slots.length && (this.starts[position + 1] ?? 0) <= block << BLOCK_BITS) position += 1;
      this.blocks[block] = position;
    }
  }

  get indexed(): boolean {
    return this.index !== undefined;
  }

  /** @param index built from this segment's `text`. */
  takeIndex(index: PairIndex): void {
    this.index = index;
  }

  /** The searchable text of the record in a slot of this segment. */
  textAt(slot: number): string {
    const position = this.positionOf(slot);
    return this.text.slice(this.starts[position], (this.starts[position + 1] ?? 1) - 1);
  }

  layoutAt(slot: number): Layout {
    const position = this.positionOf(slot);
    const start = this.starts[position] ?? 0;
    return {
      text: this.textAt(slot),
      titleEnd: (this.titleEnds[position] ?? 0) - start,
      headEnd: (this.headEnds[position] ?? 0) - start,
    };
  }

  /** Does the title of a record begin with a term, or equal it? */
  titleMatch(slot: number, term: string): 'exact' | 'start' | undefined {
    const position = this.positionOf(slot);
    const start = this.starts[position] ?? 0;
    const end = this.titleEnds[position] ?? 0;
    if (end - start < term.length || !this.text.startsWith(term, start)) return undefined;
    return end - start === term.length ? 'exact' : 'start';
  }

  /** Adds every place of a term to the tally. */
  count(term: string, tally: Tally): void {
    const { counts, where } = tally;
    const { slots, starts, titleEnds, headEnds, blocks } = this;
    const visit = (place: number): void => {
      let position = blocks[place >>> BLOCK_BITS] ?? 0;
      while ((starts[position + 1] ?? Infinity) <= place) position += 1;
      const slot = slots[position] ?? 0;
      counts[slot] = (counts[slot] ?? 0) + 1;
      const bit =
        place < (titleEnds[position] ?? 0) ? IN_TITLE : place < (headEnds[position] ?? 0) ? IN_HEADING : IN_TEXT;
      where[slot] = (where[slot] ?? 0) | bit;
    };
    if (this.index) {
      visitPlaces(this.index, this.text, term, visit);
      return;
    }
    for (let place = this.text.indexOf(term); place >= 0; place = this.text.indexOf(term, place + 1)) visit(place);
  }

  private positionOf(slot: number): number {
    let low = 0;
    let high = this.slots.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.slots[middle] ?? 0) < slot) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
