import type { RecordKind } from './kind.ts';
import { measured } from './measure-word.ts';
import type { Lookup, Problems, StoredRecord, Values } from './record.ts';

interface TwinOptions {
  /** Id of the record itself, which is no twin of its own. */
  readonly id?: string;
  readonly lookup: Lookup;
  /** All records of the kind. */
  readonly all: readonly StoredRecord[];
  /** Records that are not looked at: in a batch, those that come later and are told themselves. */
  readonly besides?: (record: StoredRecord) => boolean;
}

/** Records that must not (problems), and those that probably should not (warnings), stand twice. By field. */
export function findTwins(
  kind: RecordKind,
  values: Values,
  { id, lookup, all, besides }: TwinOptions,
): { readonly problems: Problems; readonly warnings: Problems } {
  const problems: Record<string, string> = {};
  const warnings: Record<string, string> = {};
  const twinOf = (fields: readonly string[]) =>
    recordsWith(all, fields, values).find((other) => other.id !== id && !besides?.(other));
  for (const fields of kind.unique ?? []) {
    const last = fields.at(-1);
    const twin = fields.every((field) => values[field] !== undefined) ? twinOf(fields) : undefined;
    if (!twin || last === undefined) continue;
    const labels = fields.map((field) => kind.fields[field]?.label ?? field).join('、');
    problems[last] ??= `已经有一${measured(kind)}“${kind.title(twin.values, lookup)}”，${labels}与它相同`;
  }
  for (const fields of kind.alike ?? []) {
    const [first] = fields;
    const twin = first !== undefined && values[first] !== undefined ? twinOf(fields) : undefined;
    if (!twin || first === undefined) continue;
    const about = [kind.title(twin.values, lookup), kind.subtitle?.(twin.values, lookup)].filter(Boolean).join('，');
    warnings[first] ??= `库中已有${kind.label}“${about}”，请核对是不是同一${kind.unit}`;
  }
  return { problems, warnings };
}

/** By list and set of fields: asked once, or the records by their values. */
const indexes = new WeakMap<readonly StoredRecord[], Map<string, 'asked' | Map<string, StoredRecord[]>>>();

/**
 * Records with the same values in these fields, in the order of `all`. Looking through everything is quickest for one
 * question; a batch asks tens of thousands of the same list, so from the second on an index answers. Only a frozen
 * list is indexed: it never changes, and a changed library hands out another one.
 */
function recordsWith(all: readonly StoredRecord[], fields: readonly string[], values: Values): readonly StoredRecord[] {
  const wanted = keyOf(values, fields);
  if (wanted === undefined) return [];
  const name = fields.join('\u0000');
  let known = indexes.get(all);
  if (!known) {
    known = new Map();
    if (Object.isFrozen(all)) indexes.set(all, known);
  }
  const index = known.get(name);
  if (index === undefined) {
    known.set(name, 'asked');
    return all.filter((other) => fields.every((field) => other.values[field] === values[field]));
  }
  if (index !== 'asked') return index.get(wanted) ?? [];
  const made = new Map<string, StoredRecord[]>();
  for (const record of all) {
    const key = keyOf(record.values, fields);
    if (key === undefined) continue;
    const there = made.get(key);
    if (there) there.push(record);
    else made.set(key, [record]);
  }
  known.set(name, made);
  return made.get(wanted) ?? [];
}

/** Undefined when a value is a list or an object: such values are never taken for the same. */
function keyOf(values: Values, fields: readonly string[]): string | undefined {
  const parts = fields.map((field) => values[field]);
  return parts.some((part) => typeof part === 'object') ? undefined : JSON.stringify(parts);
}
