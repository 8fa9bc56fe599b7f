import { searchText } from '../text/fold.ts';
import { withComputed } from './derive.ts';
import { displayValue, subtitleOf, titleOf } from './display.ts';
import type { Enumeration } from './enumerations.ts';
import type { Field } from './field.ts';
import type { List, RecordKind } from './kind.ts';
import { type CompareNames, type ListSort, sorted } from './list-order.ts';
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

export interface ListQuery {
  /** Every word of it must stand in the title, the subtitle or a shown column. */
  readonly text?: string | undefined;
  readonly filters?: readonly ListFilter[] | undefined;
  /** Default: as the kind says. */
  readonly sort?: readonly ListSort[] | undefined;
  /** Puts records of the same value of this field together, before `sort`. */
  readonly group?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

export interface ListResult {
  /** All that pass the filters, not only those handed out. */
  readonly total: number;
  /** With the values of computed fields. */
  readonly rows: readonly StoredRecord[];
  /** With `group`: each group over all records found, in order. `label` is '' for the blank. */
  readonly groups?: readonly { readonly label: string; readonly count: number }[];
}

export interface ListContext {
  /** Needed for columns that count other records (在任委员). */
  readonly list?: List;
  /** Sorts choices in the order of their list instead of by words. */
  readonly enumerations?: readonly Enumeration[];
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

/**
 * The records of a kind as a list shows them: filtered, sorted, a page of them. The same for page, command line and
 * exports.
 * @throws ListQueryError when a filter, sort or group names an unknown field.
 */
export function queryRecords(
  records: readonly StoredRecord[],
  kind: RecordKind,
  query: ListQuery,
  lookup: Lookup,
  compareNames?: CompareNames,
  context: ListContext = {},
): ListResult {
  const sort = query.sort?.length ? query.sort : kind.list.sort;
  const order: readonly ListSort[] = query.group === undefined ? sort : [[query.group, 'asc'], ...sort];
  for (const [field] of order) if (!kind.fields[field]) throw new ListQueryError(field);
  const passes = predicates(kind, query, lookup);
  const shown = records.map((record) => withComputed(record, { lookup, ...context }));
  const found = shown.filter((record) => passes.every((pass) => pass(record)));
  const rows = sorted(found, kind, order, lookup, compareNames, context.enumerations);
  const offset = query.offset ?? 0;
  const page = rows.slice(offset, query.limit === undefined ? undefined : offset + query.limit);
  return query.group === undefined
    ? { total: rows.length, rows: page }
    : { total: rows.length, rows: page, groups: groupsOf(rows, kind, query.group, lookup) };
}

type Predicate = (record: StoredRecord) => boolean;

function predicates(kind: RecordKind, query: ListQuery, lookup: Lookup): readonly Predicate[] {
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
  const field = fieldAt(kind, filter.field);
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

function fieldAt(kind: RecordKind, path: string): Field {
  const [name = '', cell] = path.split('.');
  const field = cell === undefined ? kind.fields[name] : kind.fields[name]?.row?.[cell];
  if (!field) throw new ListQueryError(path);
  return field;
}

/** The single values at a path: those of several choices or of all rows one by one; none when blank. */
function valuesAt(values: Values, [name = '', ...rest]: readonly string[]): readonly unknown[] {
  const value = values[name];
  if (value === undefined || value === null || value === '') return [];
  if (rest.length > 0) return Array.isArray(value) ? value.filter(isValues).flatMap((row) => valuesAt(row, rest)) : [];
  return Array.isArray(value) ? value : [value];
}

function displayItem(field: Field, value: unknown, lookup: Lookup): string {
  const single = ['choices', 'tags', 'references', 'files', 'rows'].includes(field.type) ? [value] : value;
  return displayValue(field, single, lookup);
}

/** Days, months and years compare as far as the bound goes: to '2024-02' takes in all of February. */
function isBetween(value: unknown, from: string | number | undefined, to: string | number | undefined): boolean {
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

function groupsOf(rows: readonly StoredRecord[], kind: RecordKind, name: string, lookup: Lookup) {
  const groups = new Map<string, number>();
  const field = kind.fields[name];
  for (const record of rows) {
    const label = field ? displayValue(field, record.values[name], lookup) : '';
    groups.set(label, (groups.get(label) ?? 0) + 1);
  }
  return [...groups].map(([label, count]) => ({ label, count }));
}
