import type { ComputeContext, List } from './kind.ts';
import type { Lookup, StoredRecord, Values } from './record.ts';
import { kindOf } from './registry.ts';

/**
 * The values as they are stored: what the program itself sets (year out of the start, number of characters) is put in.
 * To be applied on every save after validateRecord. Idempotent.
 */
export function derive(
  kindId: string,
  values: Values,
  lookup: Lookup,
  options: { readonly list?: List; readonly id?: string } = {},
): Values {
  const kind = kindOf(kindId);
  return kind?.derive ? withoutBlanks(kind.derive(values, { lookup, ...options })) : values;
}

/** The record with the values of its computed fields, as lists, forms and exports show it. Never to be stored. */
export function withComputed(record: StoredRecord, context: ComputeContext): StoredRecord {
  const kind = kindOf(record.kind);
  if (!kind?.computed) return record;
  const values: Record<string, unknown> = { ...record.values };
  for (const [name, field] of Object.entries(kind.fields)) if (field.computed) delete values[name];
  return { ...record, values: { ...values, ...withoutBlanks(kind.computed(record, context)) } };
}

function withoutBlanks(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
