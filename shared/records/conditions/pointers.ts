import type { List } from '../kind.ts';
import { valuesAt } from '../list-filter.ts';
import type { Diff, Lookup, StoredRecord } from '../record.ts';

/**
 * Who points at whom, kept up to date change by change: 100,000 records are read through once for each path that is
 * asked for, and never again.
 */
export class Pointers {
  readonly #list: List;
  readonly #lookup: Lookup;
  /** 'event' → 'attendance.member' → target id → source ids */
  readonly #byKind = new Map<string, Map<string, Map<string, Set<string>>>>();

  /** `list` and `lookup` must already show what a diff left when it is applied. */
  constructor(list: List, lookup: Lookup) {
    this.#list = list;
    this.#lookup = lookup;
  }

  /** Records of kind `from` whose reference at `field` (a field, or a column of rows) is `id`, in the order they were found. */
  readonly pointing = (_kind: string, id: string, from: string, field: string): readonly StoredRecord[] => {
    const sources = this.#index(from, field).get(id);
    if (!sources) return NONE;
    const found: StoredRecord[] = [];
    for (const source of sources) {
      const record = this.#lookup(from, source);
      if (record) found.push(record);
    }
    return found;
  };

  apply(diff: Diff): void {
    for (const record of diff.removed) this.#turn(record, 'out');
    for (const [before, after] of diff.updated) {
      this.#turn(before, 'out');
      this.#turn(after, 'in');
    }
    for (const record of diff.added) this.#turn(record, 'in');
  }

  #index(from: string, field: string): Map<string, Set<string>> {
    const paths = this.#byKind.get(from) ?? new Map<string, Map<string, Set<string>>>();
    this.#byKind.set(from, paths);
    const known = paths.get(field);
    if (known) return known;
    const made = new Map<string, Set<string>>();
    paths.set(field, made);
    for (const record of this.#list(from)) enter(made, record, field);
    return made;
  }

  #turn(record: StoredRecord, way: 'in' | 'out'): void {
    const paths = this.#byKind.get(record.kind);
    if (!paths) return;
    for (const [field, index] of paths) {
      if (way === 'in') enter(index, record, field);
      else for (const id of valuesAt(record.values, field.split('.'))) index.get(String(id))?.delete(record.id);
    }
  }
}

function enter(index: Map<string, Set<string>>, record: StoredRecord, field: string): void {
  for (const id of valuesAt(record.values, field.split('.'))) {
    if (typeof id !== 'string') continue;
    const sources = index.get(id);
    if (sources) sources.add(record.id);
    else index.set(id, new Set([record.id]));
  }
}

const NONE: readonly StoredRecord[] = [];
