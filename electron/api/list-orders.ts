import { AntouError } from '../../shared/api/errors.ts';
import {
  type ListQuery,
  ListQueryError,
  orderRecords,
  strokeOverrides,
  withComputed,
} from '../../shared/records/index.ts';
import type { RecordKind } from '../../shared/records/kind.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import { compareNames } from '../../shared/text/index.ts';
import { enumerationsOf } from '../library/enumerations.ts';
import type { Library } from '../library/types.ts';
import type { Desk } from './desk.ts';

/** A list as it is asked for, window after window. */
export interface ListWish extends ListQuery {
  /** Only these of what is found; in the order of the list. */
  readonly ids?: readonly string[] | undefined;
}

interface Kept {
  /** The change after which these orders were worked out: any later one may move any record. */
  readonly seq: number;
  readonly orders: Map<string, readonly StoredRecord[]>;
}

const kept = new WeakMap<Library, Kept>();
/** Orders kept at a time: a list on the screen asks for its windows, its groups and the values of its columns. */
const MOST_ORDERS = 12;

/**
 * Everything a list finds, in order. A list of fifty thousand is scrolled in hundreds of windows, and filtering and
 * sorting it takes as long as showing a thousand of them: so the order is kept until the library changes.
 * @throws AntouError invalid when the query names a field that is not there.
 */
export function orderedList(desk: Desk, kind: RecordKind, wish: ListWish): readonly StoredRecord[] {
  const { library } = desk.opened;
  const { seq } = library.info;
  let known = kept.get(library);
  if (known?.seq !== seq) {
    known = { seq, orders: new Map() };
    kept.set(library, known);
  }
  const key = keyOf(kind, wish);
  const order = known.orders.get(key) ?? workOut(desk, kind, wish, known.orders);
  // What was asked for last is let go last.
  known.orders.delete(key);
  known.orders.set(key, order);
  for (const oldest of known.orders.keys()) {
    if (known.orders.size <= MOST_ORDERS) break;
    known.orders.delete(oldest);
  }
  if (wish.ids === undefined) return order;
  const wanted = new Set(wish.ids);
  return order.filter((record) => wanted.has(record.id));
}

const keyOf = (kind: RecordKind, { text, filters, sort, group }: ListQuery): string =>
  JSON.stringify([kind.id, text?.trim() ?? '', filters ?? [], sort ?? [], group ?? '']);

function workOut(
  desk: Desk,
  kind: RecordKind,
  query: ListQuery,
  orders: ReadonlyMap<string, readonly StoredRecord[]>,
): readonly StoredRecord[] {
  const { library } = desk.opened;
  // A condition is nearly always put upon a list that has just been looked at: that one is in order already.
  const whole = orders.get(keyOf(kind, { sort: query.sort }));
  // Gathered only when a list is really ordered by strokes: most lists are not.
  let strokes: ReturnType<typeof strokeOverrides> | undefined;
  const byStrokes = (a: string, b: string) => {
    strokes ??= strokeOverrides(library.list('person'));
    return compareNames(a, b, 'surname', strokes);
  };
  try {
    return orderRecords(whole ?? library.list(kind.id), kind, query, desk.lookup, byStrokes, {
      list: (other) => library.list(other),
      enumerations: enumerationsOf(library),
      inOrder: whole !== undefined,
    });
  } catch (error) {
    throw refusalOf(error);
  }
}

export function refusalOf(error: unknown): unknown {
  if (!(error instanceof ListQueryError)) return error;
  return new AntouError('invalid', `${error.message}。`, { [error.field]: error.message }, error);
}

/** The records with the values of their computed fields: for a window, or where all of them are added up. */
export function completed(desk: Desk, records: readonly StoredRecord[]): StoredRecord[] {
  return records.map(completing(desk));
}

/** One by one, for work done in pieces. */
export function completing(desk: Desk): (record: StoredRecord) => StoredRecord {
  const { library } = desk.opened;
  return (record) => withComputed(record, { lookup: desk.lookup, list: (kind) => library.list(kind) });
}
