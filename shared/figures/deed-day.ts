import type { List } from '../records/kind.ts';
import type { StoredRecord } from '../records/record.ts';

/** How the day of a deed is found. */
export interface DayRule {
  /** Field with the day. */
  readonly day: string;
  /** The day of the record this one comes from goes first: field of the reference → kind and its field with the day. */
  readonly source?: Readonly<Record<string, readonly [kind: string, day: string]>>;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A suggestion has no day of its own: it was made when its meeting was held. */
export const SOURCE_DAYS: NonNullable<DayRule['source']> = {
  event: ['event', 'start'],
  opinion: ['opinion', 'receivedOn'],
  proposal: ['proposal', 'submittedOn'],
  report: ['researchReport', 'finishedOn'],
  topic: ['topic', 'raisedOn'],
};

/** 'YYYY-MM-DD' of a deed, or '' when nothing says. */
export function dayOf(record: StoredRecord, { day, source }: DayRule, list: List): string {
  for (const [field, [kind, dayField]] of Object.entries(source ?? {})) {
    const id = record.values[field];
    const on = typeof id === 'string' ? text(byId(list(kind)).get(id)?.values[dayField]) : '';
    if (on) return on.slice(0, 10);
  }
  return text(record.values[day]).slice(0, 10);
}

/** Lists are snapshots: one index a list, so that hundreds of suggestions do not each go through all events. */
const indexes = new WeakMap<readonly StoredRecord[], ReadonlyMap<string, StoredRecord>>();

function byId(records: readonly StoredRecord[]): ReadonlyMap<string, StoredRecord> {
  const known = indexes.get(records);
  if (known) return known;
  const index = new Map(records.map((record) => [record.id, record]));
  indexes.set(records, index);
  return index;
}
