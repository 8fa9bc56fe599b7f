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
    if (!field) return [];
    const read = keyReader(name, field, lookup, enumerations, direction === 'stroke');
    return [ranked(records.map(read), direction, compareNames)];
  });
  const places = records.map((_record, index) => index);
  places.sort((a, b) => {
    for (const ranks of parts) {
      for (const column of ranks) {
        const difference = (column[a] ?? 0) - (column[b] ?? 0);
        if (difference !== 0) return difference;
      }
    }
    return a - b;
  });
  return places.flatMap((place) => records[place] ?? []);
}

/**
 * Keys as numbers that sort like them, a column for each of a record's several keys. Comparing Chinese words is slow
 * and a list of tens of thousands compares each many times over, so that every different word is put in its place once.
 */
function ranked(
  keys: readonly (readonly Key[])[],
  direction: ListSort[1],
  compareNames: CompareNames | undefined,
): Float64Array[] {
  const length = keys.reduce((most, own) => Math.max(most, own.length), 1);
  const names = direction === 'stroke' ? compareNames : undefined;
  return Array.from({ length }, (_, at) => {
    const different = [...new Set(keys.map((own) => own[at]))].filter((key) => key !== undefined);
    different.sort((a, b) => compareKeys(a, b, names));
    const ranks = new Map<Key, number>();
    let rank = 0;
    for (const [index, key] of different.entries()) {
      if (index > 0 && compareKeys(different[index - 1], key, names) !== 0) rank += 1;
      ranks.set(key, rank);
    }
    return Float64Array.from(keys, (own) => {
      const key = own[at];
      // Blanks last in either direction; a key that the other does not have comes after none.
      if (key === undefined) return at === 0 ? Number.MAX_SAFE_INTEGER : -1;
      const place = ranks.get(key) ?? 0;
      return direction === 'desc' ? -place : place;
    });
  });
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

function compareKeys(a: Key, b: Key, compareNames: CompareNames | undefined): number {
  if (a === b) return 0;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number' || a === undefined) return -1;
  if (typeof b === 'number' || b === undefined) return 1;
  return compareNames ? compareNames(a, b) : words.compare(a, b) || (a < b ? -1 : 1);
}
