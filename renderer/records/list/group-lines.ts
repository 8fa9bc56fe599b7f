/** A group of the list as the lines need it. */
export interface LineGroup {
  readonly label: string;
  readonly count: number;
}

export type Line =
  | { readonly type: 'head'; readonly group: number }
  /** `row`: place of the record in the order of the whole list, from 0. */
  | { readonly type: 'row'; readonly row: number };

/**
 * The lines of a grouped list: a head, then the records of the group unless it is folded. Says which line stands where
 * without building the lines, for there may be fifty thousand. Without groups every line is a record.
 */
export class GroupLines {
  readonly count: number;
  readonly #groups: readonly LineGroup[];
  readonly #folded: ReadonlySet<string>;
  /** By group: line of its head, and its first record. */
  readonly #heads: readonly number[];
  readonly #firsts: readonly number[];

  constructor(total: number, groups: readonly LineGroup[] = [], folded: ReadonlySet<string> = new Set()) {
    this.#groups = groups;
    this.#folded = folded;
    const heads: number[] = [];
    const firsts: number[] = [];
    let line = 0;
    let row = 0;
    for (const { label, count } of groups) {
      heads.push(line);
      firsts.push(row);
      line += 1 + (folded.has(label) ? 0 : count);
      row += count;
    }
    this.#heads = heads;
    this.#firsts = firsts;
    this.count = groups.length === 0 ? total : line;
  }

  at(line: number): Line {
    if (this.#groups.length === 0) return { type: 'row', row: line };
    const group = lastNotAfter(this.#heads, line);
    const offset = line - (this.#heads[group] ?? 0);
    return offset === 0 ? { type: 'head', group } : { type: 'row', row: (this.#firsts[group] ?? 0) + offset - 1 };
  }

  /** The line of a record; of one in a folded group that of the head. */
  lineOf(row: number): number {
    if (this.#groups.length === 0) return row;
    const group = this.groupOf(row);
    const head = this.#heads[group] ?? 0;
    return this.#folded.has(this.#groups[group]?.label ?? '') ? head : head + 1 + row - (this.#firsts[group] ?? 0);
  }

  groupOf(row: number): number {
    return lastNotAfter(this.#firsts, row);
  }

  /** The record `step` visible records further; the last or first one when there are not so many. */
  step(row: number, step: number): number {
    const from = this.lineOf(row);
    const toward = step < 0 ? -1 : 1;
    const wanted = Math.max(0, Math.min(this.count - 1, from + step));
    for (let line = wanted; line >= 0 && line < this.count; line += toward) {
      const found = this.at(line);
      if (found.type === 'row') return found.row;
    }
    for (let line = wanted; line >= 0 && line < this.count; line -= toward) {
      const found = this.at(line);
      if (found.type === 'row') return found.row;
    }
    return row;
  }
}

/** Index of the last value that is not after `wanted`; of equal values the last (an empty group gives way). */
function lastNotAfter(values: readonly number[], wanted: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((values[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
