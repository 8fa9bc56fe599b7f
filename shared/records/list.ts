import { withComputed } from './derive.ts';
import type { Enumeration } from './enumerations.ts';
import type { List, RecordKind } from './kind.ts';
import { type ListFilter, ListQueryError, predicates } from './list-filter.ts';
import { clustered, groupsOf, type ListGroup } from './list-groups.ts';
import { type CompareNames, type ListSort, sorted } from './list-order.ts';
import type { Lookup, StoredRecord } from './record.ts';

export { type ListFilter, ListQueryError } from './list-filter.ts';
export { groupsOf, type ListGroup, sumsOf } from './list-groups.ts';
export { columnValues } from './list-values.ts';

export interface ListQuery {
  /** Every word of it must stand in the title, the subtitle or a shown column. */
  readonly text?: string | undefined;
  readonly filters?: readonly ListFilter[] | undefined;
  /** Default: as the kind says. */
  readonly sort?: readonly ListSort[] | undefined;
  /** Puts records of the same value of this field together (days by their month), within a group by `sort`. */
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
  readonly groups?: readonly ListGroup[];
}

export interface ListContext {
  /** Needed for columns that count other records (在任委员). */
  readonly list?: List;
  /** Sorts choices in the order of their list instead of by words. */
  readonly enumerations?: readonly Enumeration[];
  /** The records already stand in the order of the query's sort: what is filtered out leaves the rest as it stands. */
  readonly inOrder?: boolean;
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
  const ordered = orderRecords(records, kind, query, lookup, compareNames, context);
  const offset = query.offset ?? 0;
  const page = ordered.slice(offset, query.limit === undefined ? undefined : offset + query.limit);
  const rows = page.map((record) => withComputed(record, { lookup, ...context }));
  if (query.group === undefined) return { total: ordered.length, rows };
  return { total: ordered.length, rows, groups: groupsOf(ordered, kind, query.group, lookup) };
}

/**
 * Everything found, in order. Computed fields are worked out for all records only when the query asks for one of them;
 * otherwise the records come as stored, and whoever shows a few of them works out theirs (`withComputed`).
 * @throws ListQueryError when a filter, sort or group names an unknown field.
 */
export function orderRecords(
  records: readonly StoredRecord[],
  kind: RecordKind,
  query: ListQuery,
  lookup: Lookup,
  compareNames?: CompareNames,
  context: ListContext = {},
): readonly StoredRecord[] {
  const sort = query.sort?.length ? query.sort : kind.list.sort;
  const { group } = query;
  for (const field of [...sort.map(([name]) => name), ...(group === undefined ? [] : [group])])
    if (!kind.fields[field]) throw new ListQueryError(field);
  const passes = predicates(kind, query, lookup);
  const shown = asksComputed(kind, query, sort)
    ? records.map((record) => withComputed(record, { lookup, ...context }))
    : records;
  const found = passes.length === 0 ? shown : shown.filter((record) => passes.every((pass) => pass(record)));
  const rows = context.inOrder ? found : sorted(found, kind, sort, lookup, compareNames, context.enumerations);
  if (group === undefined) return rows;
  // A group that is also sorted by goes in that direction.
  const direction = sort.find(([name]) => name === group)?.[1] ?? 'asc';
  const leading = sorted(rows, kind, [[group, direction]], lookup, compareNames, context.enumerations);
  return clustered(rows, leading, kind, group, lookup);
}

function asksComputed(kind: RecordKind, query: ListQuery, sort: readonly ListSort[]): boolean {
  if (!kind.computed) return false;
  // The quiet line under a title may be made of computed values.
  if (query.text?.trim()) return true;
  const asked = [...(query.filters ?? []).map((filter) => filter.field), ...sort.map(([name]) => name), query.group];
  return asked.some((path) => path !== undefined && kind.fields[path.split('.')[0] ?? '']?.computed);
}
