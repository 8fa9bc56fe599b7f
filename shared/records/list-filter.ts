import { searchText } from '../text/fold.ts';
import { displayValue, subtitleOf, titleOf } from './display.ts';
import type { Field } from './field.ts';
import type { RecordKind } from './kind.ts';
import { fieldAt } from './list-fields.ts';
import { isValues } from './read-value.ts';
import type { Lookup, StoredRecord, Values } from './record.ts';

export interface ListFilter {
  /** Field of the kind; with a dot a field of its rows: 'attendance.member'. */
  readonly field: string;
  /**
   * any: equals one of `values` (null stands for blank; of several values or rows one suffices) · contains: what is
   * shown contains `text` · between: from ≤ value ≤ to, a bound that is a day, month or year means all of it ·
   * blank / filled
   */
  readonly type: 'any' | 'contains' | 'between' | 'blank' | 'filled';
  readonly values?: readonly unknown[] | undefined;
  readonly text?: string | undefined;
  readonly from?: string | number | undefined;
  readonly to?: string | number | undefined;
}

/** A query that names a field which is not there. The message is for the clerk. */
export class ListQueryError extends Error {
  readonly field: string;
  constructor(field: string) {
    super(`没有“${field}”这个栏目，不能按它筛选或排序`);
    this.name = 'ListQueryError';
    this.field = field;
  }
}

type Predicate = (record: StoredRecord) => boolean;

/** What a record must fulfil to be listed: every filter, and every word of the text. */
export function predicates(
  kind: RecordKind,
  query: { readonly text?: string | undefined; readonly filters?: readonly ListFilter[] | undefined },
  lookup: Lookup,
): readonly Predicate[] {
  const passes = (query.filters ?? []).map((filter) => filterOf(kind, filter, lookup));
  const words = (query.text ?? '').split(/\s+/u).map(searchText).filter(Boolean);
  if (words.length > 0) {
    passes.push((record) => {
      const text = searchText(shownText(record, kind, lookup));
      return words.every((word) => text.includes(word));
    });
  }
  return passes;
}

/** The mark between two columns cannot be typed: nothing matches across them. */
function shownText(record: StoredRecord, kind: RecordKind, lookup: Lookup): string {
  const cells = kind.list.columns.map((name) => {
    const field = kind.fields[name];
    return field ? displayValue(field, record.values[name], lookup) : '';
  });
  return [titleOf(record, lookup), subtitleOf(record, lookup), ...cells].join('\u0002');
}

function filterOf(kind: RecordKind, filter: ListFilter, lookup: Lookup): Predicate {
  const field = listField(kind, filter.field);
  const path = filter.field.split('.');
  const valuesOf = (record: StoredRecord): readonly unknown[] => valuesAt(record.values, path);
  switch (filter.type) {
    case 'blank':
      return (record) => valuesOf(record).length === 0;
    case 'filled':
      return (record) => valuesOf(record).length > 0;
    case 'any': {
      const wanted = filter.values ?? [];
      const words = new Set(wanted.filter((value) => value !== null).map(String));
      const blank = wanted.includes(null);
      return (record) => {
        const values = valuesOf(record);
        return values.length === 0 ? blank : values.some((value) => words.has(String(value)));
      };
    }
    case 'contains': {
      const text = searchText(filter.text ?? '').trim();
      return (record) => valuesOf(record).some((value) => searchText(displayItem(field, value, lookup)).includes(text));
    }
    case 'between':
      return (record) => valuesOf(record).some((value) => isBetween(value, filter.from, filter.to));
  }
}

/** @throws ListQueryError when the kind has no such field. */
export function listField(kind: RecordKind, path: string): Field {
  const field = fieldAt(kind, path);
  if (!field) throw new ListQueryError(path);
  return field;
}

/** The single values at a path: those of several choices or of all rows one by one; none when blank. */
export function valuesAt(values: Values, [name = '', ...rest]: readonly string[]): readonly unknown[] {
  const value = values[name];
  if (value === undefined || value === null || value === '') return [];
  if (rest.length > 0) return Array.isArray(value) ? value.filter(isValues).flatMap((row) => valuesAt(row, rest)) : [];
  return Array.isArray(value) ? value : [value];
}

const SEVERAL: readonly Field['type'][] = ['choices', 'tags', 'references', 'files', 'rows'];

/** One value out of several, as it is shown. */
export function displayItem(field: Field, value: unknown, lookup: Lookup): string {
  return displayValue(field, SEVERAL.includes(field.type) ? [value] : value, lookup);
}

/** Days, months and years compare as far as the bound goes: to '2024-02' takes in all of February. */
export function isBetween(value: unknown, from: string | number | undefined, to: string | number | undefined): boolean {
  if (typeof value === 'number') {
    const low = from === undefined || from === '' ? -Infinity : Number(from);
    const high = to === undefined || to === '' ? Infinity : Number(to);
    return value >= low && value <= high;
  }
  if (typeof value !== 'string') return false;
  return (
    (from === undefined || from === '' || value >= String(from).slice(0, value.length)) &&
    (to === undefined || to === '' || value.slice(0, String(to).length) <= String(to))
  );
}
