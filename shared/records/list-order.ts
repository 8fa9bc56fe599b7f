import { displayValue } from './display.ts';
import type { Enumeration } from './enumerations.ts';
import type { Field } from './field.ts';
import type { RecordKind } from './kind.ts';
import type { Lookup, StoredRecord } from './record.ts';

/** Order of two names by strokes: compareNames of shared/text. */
export type CompareNames = (a: string, b: string) => number;

export type ListSort = readonly [field: string, order: 'asc' | 'desc' | 'stroke'];

type Key = number | string | undefined;

/** Words in the order of pinyin, with 第2次 before 第10次. Strokes are never left to it. */
const words = new Intl.Collator('zh-CN', { numeric: true });

/** The records in order; blanks last in either direction, ties as they stood. */
export function sorted(
  records: readonly StoredRecord[],
  kind: RecordKind,
  order: readonly ListSort[],
  lookup: Lookup,
  compareNames: CompareNames | undefined,
  enumerations: readonly Enumeration[] | undefined,
): StoredRecord[] {
  const parts = order.flatMap(([name, direction]) => {
    const field = kind.fields[name];
    return field ? [{ keys: keyReader(name, field, lookup, enumerations, direction === 'stroke'), direction }] : [];
  });
  const keyed = records.map((record) => ({ record, keys: parts.map((part) => part.keys(record)) }));
  keyed.sort((a, b) => {
    for (const [place, { direction }] of parts.entries()) {
      const result = compare(a.keys[place] ?? [], b.keys[place] ?? [], direction, compareNames);
      if (result !== 0) return result;
    }
    return 0;
  });
  return keyed.map(({ record }) => record);
}

/** What a record is compared by in one field: several keys, the earlier ones first. */
function keyReader(
  name: string,
  field: Field,
  lookup: Lookup,
  enumerations: readonly Enumeration[] | undefined,
  asName: boolean,
): (record: StoredRecord) => readonly Key[] {
  const places = new Map(
    enumerations?.find((item) => item.id === field.enumeration)?.values.map((item, index) => [item.value, index]),
  );
  return ({ values }) => {
    const value = values[name];
    if (typeof value === 'number') return [value];
    if (typeof value === 'boolean') return [value ? 0 : 1];
    const shown = displayValue(field, value, lookup);
    if (shown === '') return [undefined];
    if (field.type === 'reference' && !asName) return [ownOrder(field, value, lookup), shown];
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return typeof first === 'string' && places.has(first) ? [places.get(first), shown] : [shown];
  };
}

/** 界别 and 专委会 carry their own order, 届 its number: lists follow it rather than the words. */
function ownOrder(field: Field, id: unknown, lookup: Lookup): Key {
  const target = typeof id === 'string' ? lookup(field.target ?? '', id)?.values : undefined;
  const order = target?.order ?? target?.number;
  return typeof order === 'number' ? order : Number.MAX_SAFE_INTEGER;
}

function compare(
  a: readonly Key[],
  b: readonly Key[],
  direction: ListSort[1],
  compareNames: CompareNames | undefined,
): number {
  if (a[0] === undefined || b[0] === undefined) return Number(a[0] === undefined) - Number(b[0] === undefined);
  for (let place = 0; place < Math.max(a.length, b.length); place += 1) {
    const result = compareKeys(a[place], b[place], direction === 'stroke' ? compareNames : undefined);
    if (result !== 0) return direction === 'desc' ? -result : result;
  }
  return 0;
}

function compareKeys(a: Key, b: Key, compareNames: CompareNames | undefined): number {
  if (a === b) return 0;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number' || a === undefined) return -1;
  if (typeof b === 'number' || b === undefined) return 1;
  return compareNames ? compareNames(a, b) : words.compare(a, b) || (a < b ? -1 : 1);
}
