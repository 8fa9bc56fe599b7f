import type { Enumeration } from '../../shared/records/index.ts';
import type { StoredRecord, Values } from '../../shared/records/record.ts';
import { enumerationsOf } from '../library/enumerations.ts';
import type { Library } from '../library/types.ts';
import type { World } from './saving.ts';

/** One kind as it will be. Removed records leave a hole until the list is asked for. */
interface Table {
  readonly records: (StoredRecord | undefined)[];
  readonly places: Map<string, number>;
  holes: boolean;
  /** Handed out by `settled`. */
  settled?: readonly StoredRecord[];
}

/**
 * The library as it will be after the changes planned so far; nothing of it is written. A change of many records is
 * checked against it, so that records may refer to each other and two new ones cannot take the same number.
 */
export class Ahead implements World {
  readonly #library: Library;
  readonly #tables = new Map<string, Table>();
  readonly enumerations: readonly Enumeration[];

  constructor(library: Library) {
    this.#library = library;
    this.enumerations = enumerationsOf(library);
  }

  readonly lookup = (kind: string, id: string): StoredRecord | undefined => {
    const table = this.#tables.get(kind);
    if (!table) return this.#library.get(kind, id);
    const place = table.places.get(id);
    return place === undefined ? undefined : table.records[place];
  };

  /** In order of creation. Grows with the plan: only for looking through at once. */
  readonly list = (kind: string): readonly StoredRecord[] => {
    const table = this.#tables.get(kind);
    if (!table) return this.#library.list(kind);
    if (table.holes) this.#close(table);
    return table.records as readonly StoredRecord[];
  };

  /** A list that will not change any more until the next change: may be indexed. */
  readonly settled = (kind: string): readonly StoredRecord[] => {
    const table = this.#tables.get(kind);
    if (!table) return this.#library.list(kind);
    table.settled ??= Object.freeze([...this.list(kind)]);
    return table.settled;
  };

  *all(): Generator<StoredRecord> {
    const kinds = new Set([...Object.keys(this.#library.info.counts), ...this.#tables.keys()]);
    for (const kind of kinds) yield* this.list(kind);
  }

  put(kind: string, id: string, values: Values): StoredRecord {
    const table = this.#table(kind);
    const place = table.places.get(id);
    const before = place === undefined ? undefined : table.records[place];
    const blank = { rev: 1, createdAt: '', createdBy: '', updatedAt: '', updatedBy: '' };
    const record: StoredRecord = { ...(before ?? blank), kind, id, values };
    if (place !== undefined && before) table.records[place] = record;
    else table.places.set(id, table.records.push(record) - 1);
    delete table.settled;
    return record;
  }

  remove(kind: string, id: string): void {
    const table = this.#table(kind);
    const place = table.places.get(id);
    if (place === undefined) return;
    table.records[place] = undefined;
    table.places.delete(id);
    table.holes = true;
    delete table.settled;
  }

  #table(kind: string): Table {
    let table = this.#tables.get(kind);
    if (!table) {
      const records = [...this.#library.list(kind)];
      table = { records, places: new Map(records.map(({ id }, index) => [id, index])), holes: false };
      this.#tables.set(kind, table);
    }
    return table;
  }

  #close(table: Table): void {
    const left = table.records.filter((record) => record !== undefined);
    table.records.length = 0;
    for (const record of left) table.places.set(record.id, table.records.push(record) - 1);
    table.holes = false;
  }
}
