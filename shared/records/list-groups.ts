import { displayValue } from './display.ts';
import type { Field } from './field.ts';
import type { RecordKind } from './kind.ts';
import { listField } from './list-filter.ts';
import type { Lookup, StoredRecord } from './record.ts';

export interface ListGroup {
  /** '' for the blank. */
  readonly label: string;
  /** What stands in the field, of a day its month ('2024-03'); of equal labels that of the first record. Blank: null. */
  readonly value: unknown;
  readonly count: number;
  readonly sums: Readonly<Record<string, number>>;
}

/** What a record is grouped under. Days go by their months: a group a day would be no group. */
export function groupOf(
  field: Field,
  value: unknown,
  lookup: Lookup,
): { readonly label: string; readonly value: unknown } {
  if ((field.type === 'date' || field.type === 'dateTime') && typeof value === 'string' && value.length >= 7) {
    return { label: monthLabel(value), value: value.slice(0, 7) };
  }
  const label = displayValue(field, value, lookup);
  return { label, value: label === '' ? null : value };
}

const monthLabel = (iso: string): string => `${Number(iso.slice(0, 4))}年${Number(iso.slice(5, 7))}月`;

/**
 * Puts records that show the same in the field side by side. `leading` are the same records in the order of the groups:
 * a group stands where its first record stands there. Within a group records keep the order they come in.
 */
export function clustered(
  records: readonly StoredRecord[],
  leading: readonly StoredRecord[],
  kind: RecordKind,
  name: string,
  lookup: Lookup,
): StoredRecord[] {
  const field = listField(kind, name);
  const labelOf = (record: StoredRecord) => groupOf(field, record.values[name], lookup).label;
  const groups = new Map<string, StoredRecord[]>();
  for (const record of leading) {
    const label = labelOf(record);
    if (!groups.has(label)) groups.set(label, []);
  }
  for (const record of records) groups.get(labelOf(record))?.push(record);
  return [...groups.values()].flat();
}

/** Groups of records that already stand group by group, with counts and sums. */
export function groupsOf(
  records: readonly StoredRecord[],
  kind: RecordKind,
  name: string,
  lookup: Lookup,
  totals: readonly string[] = [],
): ListGroup[] {
  const field = listField(kind, name);
  const groups = new Map<string, { value: unknown; members: StoredRecord[] }>();
  for (const record of records) {
    const { label, value } = groupOf(field, record.values[name], lookup);
    const known = groups.get(label);
    if (known) known.members.push(record);
    else groups.set(label, { value, members: [record] });
  }
  return [...groups].map(([label, { value, members }]) => ({
    label,
    value,
    count: members.length,
    sums: sumsOf(members, kind, totals),
  }));
}

/** Sums of number fields; what is not a number counts nothing. Rounded to a millionth: 0.1 + 0.2 is 0.3 here. */
export function sumsOf(
  records: readonly StoredRecord[],
  kind: RecordKind,
  totals: readonly string[],
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const name of totals) {
    const { type } = listField(kind, name);
    if (type !== 'integer' && type !== 'decimal') continue;
    let sum = 0;
    for (const { values } of records) {
      const value = values[name];
      if (typeof value === 'number' && Number.isFinite(value)) sum += value;
    }
    sums[name] = Math.round(sum * 1e6) / 1e6;
  }
  return sums;
}
