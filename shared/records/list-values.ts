import { searchText } from '../text/fold.ts';
import type { Enumeration } from './enumerations.ts';
import type { Field } from './field.ts';
import type { RecordKind } from './kind.ts';
import { displayItem, listField, valuesAt } from './list-filter.ts';
import type { Lookup, StoredRecord } from './record.ts';

export interface ColumnValue {
  /**
   * null for the blank; of days and moments the year or month they fall in ('2024', '2024-03'); of records of the same
   * name (教育界 of two terms) the array of their ids.
   */
  readonly value: unknown;
  /** '' for the blank. */
  readonly label: string;
  /** Records that carry it; one of several values counts once a record. */
  readonly count: number;
}

export interface ColumnValues {
  readonly values: readonly ColumnValue[];
  /** There are more than are handed out. */
  readonly more: boolean;
}

const MOST = 500;
/** Days over more months than this are told by their years. */
const MOST_MONTHS = 36;
const words = new Intl.Collator('zh-CN', { numeric: true });

/** The values that occur in a column with how many records carry each: what the filter in its head offers. */
export function columnValues(
  records: readonly StoredRecord[],
  kind: RecordKind,
  path: string,
  lookup: Lookup,
  options: { readonly search?: string | undefined; readonly enumerations?: readonly Enumeration[] } = {},
): ColumnValues {
  const field = listField(kind, path);
  const dated = field.type === 'date' || field.type === 'dateTime';
  const labels = new Map<unknown, string>();
  const labelOf = (value: unknown): string => {
    const known = labels.get(value);
    if (known !== undefined) return known;
    const label = dated ? dateLabel(String(value)) : displayItem(field, value, lookup);
    labels.set(value, label);
    return label;
  };
  // Records of the same name are one choice for the reader; everything else is told apart by its value.
  const keyOf = field.target === undefined ? String : labelOf;
  let counts = count(records, path, keyOf, dated ? 7 : undefined);
  if (dated && counts.size > MOST_MONTHS) counts = count(records, path, keyOf, 4);
  const wanted = searchText(options.search ?? '').trim();
  const found: ColumnValue[] = [];
  for (const { values, times } of counts.values()) {
    const [value] = values;
    const label = value === null ? '' : labelOf(value);
    if (wanted !== '' && !searchText(label).includes(wanted)) continue;
    found.push({ value: values.size > 1 ? [...values] : value, label, count: times });
  }
  found.sort(orderOf(field, lookup, options.enumerations));
  return { values: found.slice(0, MOST), more: found.length > MOST };
}

function count(
  records: readonly StoredRecord[],
  path: string,
  keyOf: (value: unknown) => string,
  cut: number | undefined,
) {
  const steps = path.split('.');
  const counts = new Map<string, { values: Set<unknown>; times: number }>();
  for (const record of records) {
    const values = valuesAt(record.values, steps);
    const seen = new Set<string>();
    for (const single of values.length === 0 ? [null] : values) {
      const value = cut !== undefined && typeof single === 'string' ? single.slice(0, cut) : single;
      const key = value === null ? '\u0000' : keyOf(value);
      const known = counts.get(key);
      if (!known) counts.set(key, { values: new Set([value]), times: 1 });
      else {
        known.values.add(value);
        // Once a record, however often it carries the value.
        if (!seen.has(key)) known.times += 1;
      }
      seen.add(key);
    }
  }
  return counts;
}

const dateLabel = (iso: string): string =>
  iso.length >= 7 ? `${Number(iso.slice(0, 4))}年${Number(iso.slice(5, 7))}月` : `${iso}年`;

/** Numbers by size, dates newest first, choices as in their list, sectors and terms by their own order; blank last. */
function orderOf(field: Field, lookup: Lookup, enumerations: readonly Enumeration[] | undefined) {
  const places = new Map(
    enumerations?.find((item) => item.id === field.enumeration)?.values.map((item, index) => [item.value, index]),
  );
  const rank = (item: ColumnValue): number => {
    const value: unknown = Array.isArray(item.value) ? item.value[0] : item.value;
    if (typeof value === 'number') return value;
    if (typeof value === 'boolean') return value ? 0 : 1;
    if (places.size > 0) return places.get(String(value)) ?? Number.MAX_SAFE_INTEGER;
    if (field.target === undefined) return 0;
    const target = lookup(field.target, String(value))?.values;
    const order = target?.order ?? target?.number;
    return typeof order === 'number' ? order : Number.MAX_SAFE_INTEGER;
  };
  const newestFirst = field.type === 'date' || field.type === 'dateTime' || field.type === 'month';
  return (a: ColumnValue, b: ColumnValue): number => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    if (newestFirst) return String(a.value) < String(b.value) ? 1 : -1;
    return rank(a) - rank(b) || words.compare(a.label, b.label);
  };
}
