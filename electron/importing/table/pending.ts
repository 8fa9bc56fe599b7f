import { derive, kindOf, type Validation, validateRecord } from '../../../shared/records/index.ts';
import type { Lookup, StoredRecord, Values } from '../../../shared/records/record.ts';
import type { Known } from '../import-context.ts';
import { NameIndex } from './names.ts';
import { plain, textOf } from './words.ts';

export interface Put {
  readonly id: string;
  readonly kind: string;
  readonly values: Values;
}

const UNSTORED = { rev: 1, createdAt: '', createdBy: '', updatedAt: '', updatedBy: '' };

/** Another record with the same values in these fields. */
export interface Twin {
  readonly record: StoredRecord;
  readonly fields: readonly string[];
  /** The kind forbids two of them; otherwise they are probably the same thing. */
  readonly unique: boolean;
}

/**
 * The library as it will be after the rows planned so far; nothing of it is written. A record that turns out bad is
 * taken back with everything that was made for it: `mark` before, `rollback` to it.
 */
export class Pending {
  readonly #known: Known;
  readonly #newId: () => string;
  readonly #records = new Map<string, StoredRecord>();
  /** Arrays per kind, kept up to date: rules that number records ask for them with every row. */
  readonly #lists = new Map<string, { readonly records: StoredRecord[]; readonly places: Map<string, number> }>();
  readonly #twins = new Map<string, Map<string, Set<string>>>();
  /** How to take back each step, the latest last. */
  readonly #undo: (() => void)[] = [];
  readonly #added = new Set<string>();
  readonly #updated = new Set<string>();
  readonly names: NameIndex;
  readonly lookup: Lookup;
  readonly list: (kind: string) => readonly StoredRecord[];

  constructor(known: Known, newId: () => string) {
    this.#known = known;
    this.#newId = newId;
    this.lookup = (kind, id) => this.#records.get(`${kind}/${id}`) ?? known.lookup(kind, id);
    this.list = (kind) => this.#listOf(kind).records;
    this.names = new NameIndex(this);
  }

  get enumerations(): Known['enumerations'] {
    return this.#known.enumerations;
  }

  get added(): readonly Put[] {
    return [...this.#added]
      .flatMap((key) => this.#records.get(key) ?? [])
      .map(({ id, kind, values }) => ({ id, kind, values }));
  }

  get updated(): readonly (Put & { readonly rev: number })[] {
    const records = [...this.#updated].flatMap((key) => this.#records.get(key) ?? []);
    return records.map(({ id, kind, values, rev }) => ({ id, kind, values, rev }));
  }

  /** Whether the library has it already. */
  isStored(kind: string, id: string): boolean {
    return this.#known.lookup(kind, id) !== undefined;
  }

  /** Whether these values may stand; `id` names the record they change. Twins are not looked for here. */
  check(kind: string, values: Values, id?: string): Validation {
    const options = {
      lookup: this.lookup,
      enumerations: this.#known.enumerations,
      list: this.list,
      twins: false,
    } as const;
    return validateRecord(kind, values, id === undefined ? options : { ...options, id });
  }

  /** With what the program itself sets: years, numbers. */
  derived(kind: string, values: Values, id: string): Values {
    return derive(kind, values, this.lookup, { list: this.list, id });
  }

  newId(): string {
    return this.#newId();
  }

  mark(): number {
    return this.#undo.length;
  }

  rollback(mark: number): void {
    while (this.#undo.length > mark) this.#undo.pop()?.();
  }

  add(kind: string, values: Values, id: string): StoredRecord {
    const record = { id, kind, values: this.derived(kind, values, id), ...UNSTORED };
    this.#put(record, undefined);
    this.#added.add(`${kind}/${id}`);
    this.#undo.push(() => this.#added.delete(`${kind}/${id}`));
    return record;
  }

  /** `before` is in the library, or was added by an earlier row of the same file. */
  update(before: StoredRecord, values: Values): void {
    const key = `${before.kind}/${before.id}`;
    this.#put({ ...before, values: this.derived(before.kind, values, before.id) }, before);
    if (!this.isStored(before.kind, before.id) || this.#updated.has(key)) return;
    this.#updated.add(key);
    this.#undo.push(() => this.#updated.delete(key));
  }

  /** Looks ahead: within `work` the record exists, afterwards it does not. For checking what points at it. */
  trying<T>(kind: string, id: string, values: Values, work: () => T): T {
    const key = `${kind}/${id}`;
    const before = this.#records.get(key);
    this.#records.set(key, { id, kind, values, ...UNSTORED });
    try {
      return work();
    } finally {
      if (before) this.#records.set(key, before);
      else this.#records.delete(key);
    }
  }

  /** Records that must not, or probably should not, stand beside one with these values. */
  twinsOf(kind: string, values: Values, id?: string): readonly Twin[] {
    const found: Twin[] = [];
    for (const unique of [true, false]) {
      for (const fields of kindOf(kind)?.[unique ? 'unique' : 'alike'] ?? []) {
        const key = twinKey(fields, values, unique);
        if (key === undefined) continue;
        for (const other of this.#twinIndex(kind, fields, unique).get(key) ?? []) {
          const record = other === id ? undefined : this.lookup(kind, other);
          if (record && !found.some((one) => one.record.id === record.id)) found.push({ record, fields, unique });
        }
      }
    }
    return found;
  }

  /** People of this name, blanks and width of characters aside. */
  peopleNamed(name: string): readonly StoredRecord[] {
    return this.#byKey('person', 'name', plain(name));
  }

  /** Appointments of a person. */
  seatsOf(person: string): readonly StoredRecord[] {
    return this.#byKey('member', 'person', person);
  }

  #byKey(kind: string, field: string, key: string): readonly StoredRecord[] {
    return [...(this.#twinIndex(kind, [field], false).get(JSON.stringify([key])) ?? [])].flatMap(
      (id) => this.lookup(kind, id) ?? [],
    );
  }

  #put(record: StoredRecord, before: StoredRecord | undefined): void {
    const { kind, id } = record;
    const key = `${kind}/${id}`;
    const earlier = this.#records.get(key);
    const turn = (from: StoredRecord | undefined, to: StoredRecord | undefined): void => {
      const list = this.#listOf(kind);
      if (from) {
        this.names.remove(from);
        this.#indexTwins(from, 'delete');
      }
      if (to) this.#records.set(key, to);
      else this.#records.delete(key);
      const place = list.places.get(id);
      if (to && place !== undefined) list.records[place] = to;
      else if (to) {
        list.places.set(id, list.records.length);
        list.records.push(to);
      } else {
        // Steps are taken back in the reverse order, so the one to go is the last.
        list.records.pop();
        list.places.delete(id);
      }
      if (to) {
        this.names.add(to);
        this.#indexTwins(to, 'add');
      }
      if (kind === 'person' && from) this.names.forget('member');
    };
    turn(before, record);
    this.#undo.push(() => {
      turn(record, before);
      if (before && !earlier) this.#records.delete(key);
    });
  }

  #listOf(kind: string) {
    let list = this.#lists.get(kind);
    if (!list) {
      const records = [...this.#known.list(kind)];
      list = { records, places: new Map(records.map(({ id }, index) => [id, index])) };
      this.#lists.set(kind, list);
    }
    return list;
  }

  #twinIndex(kind: string, fields: readonly string[], unique: boolean): Map<string, Set<string>> {
    const name = `${kind}/${unique ? 'unique' : 'alike'}/${fields.join()}`;
    const known = this.#twins.get(name);
    if (known) return known;
    const index = new Map<string, Set<string>>();
    this.#twins.set(name, index);
    for (const record of this.list(kind)) indexTwin(index, fields, unique, record, 'add');
    return index;
  }

  #indexTwins(record: StoredRecord, what: 'add' | 'delete'): void {
    for (const [name, index] of this.#twins) {
      const [kind, rule, fields = ''] = name.split('/');
      if (kind === record.kind) indexTwin(index, fields.split(','), rule === 'unique', record, what);
    }
  }
}

function indexTwin(
  index: Map<string, Set<string>>,
  fields: readonly string[],
  unique: boolean,
  record: StoredRecord,
  what: 'add' | 'delete',
): void {
  const key = twinKey(fields, record.values, unique);
  if (key === undefined) return;
  const ids = index.get(key);
  if (what === 'delete') ids?.delete(record.id);
  else if (ids) ids.add(record.id);
  else index.set(key, new Set([record.id]));
}

/**
 * As shared/records/twins.ts compares: a unique set counts only when all of it is filled in, a likely one when its
 * first field is. Names compare without blanks.
 */
function twinKey(fields: readonly string[], values: Values, unique: boolean): string | undefined {
  const parts = fields.map((field) => values[field]);
  if (parts[0] === undefined || parts.some((part) => typeof part === 'object')) return undefined;
  if (unique && parts.some((part) => part === undefined)) return undefined;
  return JSON.stringify(fields.length === 1 && fields[0] === 'name' ? [plain(textOf(values, 'name'))] : parts);
}
