import type { Field } from '../field.ts';
import { valuesAt } from '../list-filter.ts';
import type { Lookup, StoredRecord, Values } from '../record.ts';
import { kindOf } from '../registry.ts';

/** One record on the way: what is read of it, and the kind its values lead to when the path goes on. */
export interface PathStop {
  /** A field, or a rows field and its column. */
  readonly names: readonly string[];
  readonly field: Field;
  /** Kind of the record the step begins at. */
  readonly kind: string;
}

/**
 * Reads a path such as `event.consultForm`, `attendance.member`, `lead.person.name` into its stops.
 * Undefined when a field is not there, is worked out (computed), or does not lead on.
 */
export function parsePath(kind: string, path: string): readonly PathStop[] | undefined {
  const fields = kindOf(kind)?.fields;
  return fields ? stopsOf(kind, fields, path.split('.')) : undefined;
}

/** The same for a path that begins at a row of `rows`. */
export function parseRowPath(kind: string, rows: string, path: string): readonly PathStop[] | undefined {
  const row = kindOf(kind)?.fields[rows]?.row;
  return row ? stopsOf(kind, row, path.split('.')) : undefined;
}

type Fields = Readonly<Record<string, Field>>;

function stopsOf(kind: string, fields: Fields, [name = '', ...rest]: readonly string[]): PathStop[] | undefined {
  const own = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!own || own.computed) return undefined;
  const cell = own.type === 'rows' ? rest[0] : undefined;
  const field = cell === undefined ? own : own.row && Object.hasOwn(own.row, cell) ? own.row[cell] : undefined;
  if (!field || field.computed) return undefined;
  const stop = { names: cell === undefined ? [name] : [name, cell], field, kind };
  const further = cell === undefined ? rest : rest.slice(1);
  if (further.length === 0) return [stop];
  const target = field.target;
  const next = target === undefined ? undefined : kindOf(target)?.fields;
  const after = next && target !== undefined ? stopsOf(target, next, further) : undefined;
  return after && [stop, ...after];
}

/** All values at the end of the way, blanks left out; the same value as often as it occurs. */
export function readStops(values: Values, stops: readonly PathStop[], lookup: Lookup): readonly unknown[] {
  const [stop, ...rest] = stops;
  if (!stop) return [];
  const found = valuesAt(values, stop.names);
  if (rest.length === 0) return found;
  return found.flatMap((id) => {
    const target = typeof id === 'string' ? lookup(stop.field.target ?? '', id) : undefined;
    return target ? readStops(target.values, rest, lookup) : [];
  });
}

/** Values of a record at a path; none where the path is not there. */
export function valuesOnPath(
  record: StoredRecord,
  path: string,
  world: { readonly lookup: Lookup },
): readonly unknown[] {
  const stops = parsePath(record.kind, path);
  return stops ? readStops(record.values, stops, world.lookup) : [];
}

/** The field a path ends at. */
export function fieldOnPath(kind: string, path: string): Field | undefined {
  return parsePath(kind, path)?.at(-1)?.field;
}

/** 出席情况·委员, 会议活动的“协商形式” → labels joined by a middle dot; the path itself where it is not there. */
export function pathWords(kind: string, path: string): string {
  return stopWords(parsePath(kind, path), kindOf(kind)?.fields) || path;
}

export function rowPathWords(kind: string, rows: string, path: string): string {
  return stopWords(parseRowPath(kind, rows, path), kindOf(kind)?.fields[rows]?.row) || path;
}

function stopWords(stops: readonly PathStop[] | undefined, fields: Fields | undefined): string {
  let known = fields;
  return (stops ?? [])
    .flatMap((stop) => {
      const head = stop.names.length > 1 ? known?.[stop.names[0] ?? '']?.label : undefined;
      known = kindOf(stop.field.target ?? '')?.fields;
      return head ? [head, stop.field.label] : [stop.field.label];
    })
    .join('·');
}
