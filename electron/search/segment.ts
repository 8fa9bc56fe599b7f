import { type PairIndex, visitPlaces } from './pair-index.ts';

/** Searchable text of one record: its units, folded, joined by line breaks (which no term contains). */
export interface Layout {
  readonly text: string;
  /** Length of the title, and of title and headings, at the head of the text. */
  readonly titleEnd: number;
  readonly headEnd: number;
}

/**
 * What one term found, by slot: how often × 8, and in the lowest bits where. One number, because counting the places
 * of a common word is nothing but waiting for memory.
 */
export type Tally = Uint32Array;

/** Bits of a tally that say where the term stands. */
export const IN_TITLE = 1;
export const IN_HEADING = 2;
export const IN_TEXT = 4;

export const countOf = (tally: Tally, slot: number): number => (tally[slot] ?? 0) >>> 3;
/** The tally after one more place. */
export const onceMore = (before: number, where: number): number => (before + 8) | where;

const BLOCK_BITS = 6;

/**
 * The texts of some records as one string, in the order of their slots. Without an index it is scanned, with one it is
 * looked up; both visit exactly the same places.
 */
export class Segment {
  readonly text: string;
  /** Four numbers a record: start, end of the title, end of the headings, slot. One row more marks the end. */
  private readonly rows: Uint32Array;
  /** Row of the record at the start of every run of 64 characters: leads from a place to its record in a step or two. */
  private readonly blocks: Uint32Array;
  private index: PairIndex | undefined;

  /** @param slots ascending, one for each layout */
  constructor(slots: readonly number[], layouts: readonly Layout[]) {
    this.text = layouts.map((layout) => `${layout.text}\n`).join('');
    this.rows = new Uint32Array((slots.length + 1) * 4);
    let start = 0;
    for (const [position, layout] of layouts.entries()) {
      this.rows.set([start, start + layout.titleEnd, start + layout.headEnd, slots[position] ?? 0], position * 4);
      start += layout.text.length + 1;
    }
    this.rows.fill(start, slots.length * 4);
    this.blocks = new Uint32Array((start >>> BLOCK_BITS) + 1);
    let row = 0;
    for (let block = 0; block < this.blocks.length; block += 1) {
      while (row + 4 < slots.length * 4 && (this.rows[row + 4] ?? 0) <= block << BLOCK_BITS) row += 4;
      this.blocks[block] = row;
    }
  }

  get indexed(): boolean {
    return this.index !== undefined;
  }

  /** @param index built from this segment's `text`. */
  takeIndex(index: PairIndex): void {
    this.index = index;
  }

  /** May it hold a slot? True for every slot it holds; segments do not overlap. */
  spans(slot: number): boolean {
    return this.rows.length > 4 && slot >= (this.rows[3] ?? 0) && slot <= (this.rows[this.rows.length - 5] ?? 0);
  }

  /** The searchable text of the record in a slot of this segment. */
  textAt(slot: number): string {
    const row = this.rowOf(slot);
    return this.text.slice(this.rows[row], (this.rows[row + 4] ?? 1) - 1);
  }

  layoutAt(slot: number): Layout {
    const row = this.rowOf(slot);
    const start = this.rows[row] ?? 0;
    return {
      text: this.textAt(slot),
      titleEnd: (this.rows[row + 1] ?? 0) - start,
      headEnd: (this.rows[row + 2] ?? 0) - start,
    };
  }

  /** Does the title of a record begin with a term, or equal it? */
  titleMatch(slot: number, term: string): 'exact' | 'start' | undefined {
    const row = this.rowOf(slot);
    const start = this.rows[row] ?? 0;
    const length = (this.rows[row + 1] ?? 0) - start;
    if (length < term.length || !this.text.startsWith(term, start)) return undefined;
    return length === term.length ? 'exact' : 'start';
  }

  /** Adds every place of a term to the tally. */
  count(term: string, tally: Tally): void {
    const { rows, blocks } = this;
    const visit = (place: number): void => {
      // Every place lies before the start in the last row, so no step leads out of the table.
      let row = blocks[place >>> BLOCK_BITS] as number;
      while ((rows[row + 4] as number) <= place) row += 4;
      const slot = rows[row + 3] as number;
      const where =
        place < (rows[row + 1] as number) ? IN_TITLE : place < (rows[row + 2] as number) ? IN_HEADING : IN_TEXT;
      tally[slot] = onceMore(tally[slot] as number, where);
    };
    if (this.index) {
      visitPlaces(this.index, this.text, term, visit);
      return;
    }
    for (let place = this.text.indexOf(term); place >= 0; place = this.text.indexOf(term, place + 1)) visit(place);
  }

  private rowOf(slot: number): number {
    const { rows } = this;
    // Slots mostly follow each other without a gap.
    const guess = (slot - (rows[3] ?? 0)) * 4;
    if (rows[guess + 3] === slot && guess + 4 < rows.length) return guess;
    let low = 0;
    let high = rows.length / 4 - 2;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((rows[middle * 4 + 3] ?? 0) < slot) low = middle + 1;
      else high = middle;
    }
    return low * 4;
  }
}
