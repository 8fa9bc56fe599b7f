import { rowsOf } from './read-value.ts';
import type { StoredRecord } from './record.ts';

type ByTarget = ReadonlyMap<string, readonly StoredRecord[]>;

/**
 * Kept as long as the list itself: the library hands out the same list until something of the kind changes, and a
 * list of 500 organisations must not read through all events 500 times.
 */
const known = new WeakMap<readonly StoredRecord[], Map<string, ByTarget>>();

/** The records of a list whose reference or references field `field` points at `id`, in the order of the list. */
export function pointingAt(records: readonly StoredRecord[], field: string, id: string): readonly StoredRecord[] {
  const fields = known.get(records) ?? new Map<string, ByTarget>();
  known.set(records, fields);
  const targets = fields.get(field) ?? byTarget(records, field);
  fields.set(field, targets);
  return targets.get(id) ?? [];
}

function byTarget(records: readonly StoredRecord[], field: string): ByTarget {
  const found = new Map<string, StoredRecord[]>();
  for (const record of records) {
    const value = record.values[field];
    for (const id of new Set(Array.isArray(value) ? value : [value])) {
      if (typeof id !== 'string') continue;
      const own = found.get(id);
      if (own) own.push(record);
      else found.set(id, [record]);
    }
  }
  return found;
}

/** The records of a list with a row of `rows` whose reference `column` points at `id`: bulletins that print an opinion. */
export function pointingAtRow(
  records: readonly StoredRecord[],
  rows: string,
  column: string,
  id: string,
): readonly StoredRecord[] {
  const fields = known.get(records) ?? new Map<string, ByTarget>();
  known.set(records, fields);
  const name = `${rows}.${column}`;
  const targets = fields.get(name) ?? byRowTarget(records, rows, column);
  fields.set(name, targets);
  return targets.get(id) ?? [];
}

function byRowTarget(records: readonly StoredRecord[], rows: string, column: string): ByTarget {
  const found = new Map<string, StoredRecord[]>();
  for (const record of records) {
    for (const id of new Set(rowsOf(record.values, rows).map((row) => row[column]))) {
      if (typeof id !== 'string') continue;
      const own = found.get(id);
      if (own) own.push(record);
      else found.set(id, [record]);
    }
  }
  return found;
}
