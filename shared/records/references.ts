import type { Field } from './field.ts';
import { isValues } from './read-value.ts';
import type { Lookup, StoredRecord, Values } from './record.ts';
import { kindOf } from './registry.ts';

export interface Reference {
  /** 'sector', 'deputyConvenors.0', 'attendance.3.member' */
  readonly path: string;
  readonly kind: string;
  readonly id: string;
  /** Label of the field, with that of its rows before it: 出席情况·委员. */
  readonly label: string;
}

/** Everything a record points at, also out of its rows, in the order of its fields. */
export function referencesOf(record: StoredRecord): readonly Reference[] {
  const kind = kindOf(record.kind);
  const found: Reference[] = [];
  if (kind) collect(kind.fields, record.values, '', '', found);
  return found;
}

function collect(
  fields: Readonly<Record<string, Field>>,
  values: Values,
  prefix: string,
  labelPrefix: string,
  found: Reference[],
): void {
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name];
    if (value === undefined || field.computed) continue;
    const path = `${prefix}${name}`;
    const label = `${labelPrefix}${field.label}`;
    const kind = field.target ?? '';
    if (field.type === 'reference') {
      if (typeof value === 'string') found.push({ path, kind, id: value, label });
    } else if (!Array.isArray(value)) {
    } else if (field.type === 'references') {
      value.forEach((id: unknown, index) => {
        if (typeof id === 'string') found.push({ path: `${path}.${index}`, kind, id, label });
      });
    } else if (field.type === 'rows') {
      value.forEach((row: unknown, index) => {
        if (isValues(row)) collect(field.row ?? {}, row, `${path}.${index}.`, `${label}·`, found);
      });
    }
  }
}

export interface Use {
  readonly kind: string;
  readonly id: string;
  /** Where in the using record, as in Reference. */
  readonly path: string;
  /** 委员 李桂兰 的“界别” */
  readonly label: string;
  /** The using record lives inside the used one (a chapter in a book) and can be deleted along with it. */
  readonly part: boolean;
}

/**
 * Who points at a record, in the order of `all`; one entry a record and field. What it points at itself does not count:
 * a record never stands in the way of its own deletion.
 */
export function usesOf(kind: string, id: string, all: Iterable<StoredRecord>, lookup: Lookup): readonly Use[] {
  const key = `${kind}/${id}`;
  return usesOfMany(new Set([key]), all, lookup).get(key) ?? [];
}

/** The same for many records at once, by `kind/id`, looking through everything only once. */
export function usesOfMany(
  wanted: ReadonlySet<string>,
  all: Iterable<StoredRecord>,
  lookup: Lookup,
): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  for (const record of all) {
    const own = kindOf(record.kind);
    if (!own) continue;
    const seen = new Set<string>();
    for (const reference of referencesOf(record)) {
      const key = `${reference.kind}/${reference.id}`;
      const place = `${key}/${reference.label}`;
      if (!wanted.has(key) || key === `${record.kind}/${record.id}` || seen.has(place)) continue;
      seen.add(place);
      const found = uses.get(key) ?? [];
      uses.set(key, found);
      found.push({
        kind: record.kind,
        id: record.id,
        path: reference.path,
        label: `${own.label} ${own.title(record.values, lookup)} 的“${reference.label}”`,
        part: own.parent?.kind === reference.kind && own.parent.field === reference.path,
      });
    }
  }
  return uses;
}
