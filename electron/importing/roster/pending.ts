import { derive, type Validation, validateRecord } from '../../../shared/records/index.ts';
import type { Lookup, StoredRecord, Values } from '../../../shared/records/record.ts';
import type { Known } from '../import-context.ts';
import { plain } from './fields.ts';
import { textOf } from './values.ts';

export interface Put {
  readonly id: string;
  readonly kind: string;
  readonly values: Values;
}

const UNSTORED = { rev: 1, createdAt: '', createdBy: '', updatedAt: '', updatedBy: '' };

/** The library as it will be after the rows planned so far; nothing of it is written. */
export class Pending {
  readonly #known: Known;
  readonly #newId: () => string;
  readonly #records = new Map<string, StoredRecord>();
  readonly #added: string[] = [];
  readonly #fresh = new Map<string, string[]>();
  readonly #updated = new Set<string>();
  /** Ids by folded name, and appointments by person: a roster of thousands must not be searched for every row. */
  readonly #people = new Map<string, string[]>();
  readonly #seats = new Map<string, string[]>();
  readonly lookup: Lookup;

  constructor(known: Known, newId: () => string) {
    this.#known = known;
    this.#newId = newId;
    this.lookup = (kind, id) => this.#records.get(`${kind}/${id}`) ?? known.lookup(kind, id);
    for (const person of known.list('person')) this.#index(person);
    for (const member of known.list('member')) this.#index(member);
  }

  get added(): readonly Put[] {
    return this.#added
      .flatMap((key) => this.#records.get(key) ?? [])
      .map(({ id, kind, values }) => ({ id, kind, values }));
  }

  get updated(): readonly (Put & { readonly rev: number })[] {
    const records = [...this.#updated].flatMap((key) => this.#records.get(key) ?? []);
    return records.map(({ id, kind, values, rev }) => ({ id, kind, values, rev }));
  }

  /** Records of a kind, those still to be made included. */
  list(kind: string): readonly StoredRecord[] {
    const known = this.#known.list(kind).map((record) => this.lookup(kind, record.id) ?? record);
    return [...known, ...(this.#fresh.get(kind) ?? []).flatMap((id) => this.lookup(kind, id) ?? [])];
  }

  /** People of this name, blanks and width of characters aside. */
  peopleNamed(name: string): readonly StoredRecord[] {
    return (this.#people.get(plain(name)) ?? []).flatMap((id) => this.lookup('person', id) ?? []);
  }

  /** Appointments of a person. */
  seatsOf(person: string): readonly StoredRecord[] {
    return (this.#seats.get(person) ?? []).flatMap((id) => this.lookup('member', id) ?? []);
  }

  /** Whether these values may stand; `id` names the record they change. */
  check(kind: string, values: Values, id?: string): Validation {
    const options = { lookup: this.lookup, enumerations: this.#known.enumerations };
    return validateRecord(kind, values, id === undefined ? options : { ...options, id });
  }

  newId(): string {
    return this.#newId();
  }

  add(kind: string, values: Values, id: string): void {
    const record = { id, kind, values: derive(kind, values, this.lookup, { id }), ...UNSTORED };
    this.#records.set(`${kind}/${id}`, record);
    this.#added.push(`${kind}/${id}`);
    append(this.#fresh, kind, id);
    this.#index(record);
  }

  /** `before` is in the library, or was added by an earlier row of the same file. */
  update(before: StoredRecord, values: Values): void {
    const key = `${before.kind}/${before.id}`;
    this.#records.set(key, { ...before, values: derive(before.kind, values, this.lookup, { id: before.id }) });
    if (this.#known.lookup(before.kind, before.id)) this.#updated.add(key);
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

  #index({ id, kind, values }: StoredRecord): void {
    const [index, key] =
      kind === 'person' ? [this.#people, plain(textOf(values, 'name'))] : [this.#seats, textOf(values, 'person')];
    if (kind !== 'person' && kind !== 'member') return;
    append(index, key, id);
  }
}

function append(index: Map<string, string[]>, key: string, id: string): void {
  const ids = index.get(key);
  if (ids) ids.push(id);
  else index.set(key, [id]);
}
