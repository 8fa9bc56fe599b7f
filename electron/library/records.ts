import { createHash } from 'node:crypto';
import type { Diff, StoredRecord } from '../../shared/records/record.ts';

/** Key of a record over all kinds. Kinds hold no NUL. */
export function recordKey(kind: string, id: string): string {
  return `${kind}\u0000${id}`;
}

/** Freezing all of a large library while opening takes longer than reading it, so it is done when a record is handed out. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}

/** Everything that is acknowledged, in memory. */
export class Records {
  readonly #tables = new Map<string, Map<string, StoredRecord>>();
  readonly #lists = new Map<string, readonly StoredRecord[]>();

  get(kind: string, id: string): StoredRecord | undefined {
    const record = this.#tables.get(kind)?.get(id);
    return record && deepFreeze(record);
  }

  kinds(): string[] {
    return [...this.#tables.keys()].sort();
  }

  count(kind: string): number {
    return this.#tables.get(kind)?.size ?? 0;
  }

  get size(): number {
    let size = 0;
    for (const table of this.#tables.values()) size += table.size;
    return size;
  }

  put(record: StoredRecord): void {
    let table = this.#tables.get(record.kind);
    if (!table) {
      table = new Map();
      this.#tables.set(record.kind, table);
    }
    table.set(record.id, record);
    this.#lists.delete(record.kind);
  }

  delete(kind: string, id: string): void {
    this.#tables.get(kind)?.delete(id);
    this.#lists.delete(kind);
  }

  apply(diff: Diff): void {
    for (const record of diff.removed) this.delete(record.kind, record.id);
    for (const record of diff.added) this.put(record);
    for (const [, after] of diff.updated) this.put(after);
  }

  /** In order of creation: records that come back by an undo stand where they stood. */
  list(kind: string): readonly StoredRecord[] {
    const known = this.#lists.get(kind);
    if (known) return known;
    const list = [...(this.#tables.get(kind)?.values() ?? [])];
    let sorted = true;
    for (let index = 1; index < list.length && sorted; index += 1)
      sorted = (list[index - 1]?.createdAt ?? '') <= (list[index]?.createdAt ?? '');
    if (!sorted) list.sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0));
    for (const record of list) deepFreeze(record);
    const frozen = Object.freeze(list);
    this.#lists.set(kind, frozen);
    return frozen;
  }

  *all(): Generator<StoredRecord> {
    for (const kind of this.kinds()) yield* this.list(kind);
  }

  /** Not frozen, in no order: for the library's own reading. */
  *raw(): Generator<StoredRecord> {
    for (const table of this.#tables.values()) yield* table.values();
  }

  /** The records as they are now; later changes do not show in it. */
  snapshot(): Records {
    const copy = new Records();
    for (const [kind, table] of this.#tables) copy.#tables.set(kind, new Map(table));
    return copy;
  }
}

/** Changes of a batch that is not on the disk yet, over what is acknowledged. */
export class Draft {
  readonly #base: Records;
  readonly #changed = new Map<string, StoredRecord | undefined>();

  constructor(base: Records) {
    this.#base = base;
  }

  get(kind: string, id: string): StoredRecord | undefined {
    const key = recordKey(kind, id);
    return this.#changed.has(key) ? this.#changed.get(key) : this.#base.get(kind, id);
  }

  apply(diff: Diff): void {
    for (const record of diff.removed) this.#changed.set(recordKey(record.kind, record.id), undefined);
    for (const record of diff.added) this.#changed.set(recordKey(record.kind, record.id), record);
    for (const [, after] of diff.updated) this.#changed.set(recordKey(after.kind, after.id), after);
  }
}

/** Same content, whatever the order of keys. An undefined key is an absent one. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => sameContent(item, b[index]));
  }
  const left = Object.entries(a).filter(([, value]) => value !== undefined);
  const right = new Map(Object.entries(b).filter(([, value]) => value !== undefined));
  if (left.length !== right.size) return false;
  return left.every(([key, value]) => right.has(key) && sameContent(value, right.get(key)));
}

/** JSON with keys in order: equal content gives equal text. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const parts = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
  return `{${parts.join(',')}}`;
}

/**
 * One hash over all records. `content`: kind, id and values, which an undo restores;
 * `exact`: also rev and who changed it when, which a backup has to restore.
 */
export function stateHash(records: Iterable<StoredRecord>, what: 'content' | 'exact'): string {
  const lines: string[] = [];
  for (const record of records) {
    const { kind, id, values } = record;
    const text = canonical(what === 'exact' ? record : { kind, id, values });
    lines.push(`${recordKey(kind, id)}\u0000${createHash('sha256').update(text).digest('hex')}`);
  }
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}
