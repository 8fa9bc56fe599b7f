import type { List } from '../../../shared/records/kind.ts';
import type { Lookup, StoredRecord, Values } from '../../../shared/records/record.ts';

/** Records made by hand, by kind, in the order made. */
export class HandLedger {
  readonly #kinds = new Map<string, StoredRecord[]>();

  add(kind: string, id: string, values: Values): string {
    const record = { id, kind, rev: 1, createdAt: '', createdBy: '', updatedAt: '', updatedBy: '', values };
    this.#kinds.set(kind, [...(this.#kinds.get(kind) ?? []), record]);
    return id;
  }

  readonly list: List = (kind) => this.#kinds.get(kind) ?? NONE;

  readonly lookup: Lookup = (kind, id) => this.list(kind).find((record) => record.id === id);
}

const NONE: readonly StoredRecord[] = [];

export const idsOf = (records: readonly StoredRecord[]): string[] => records.map(({ id }) => id);
