import { textOf } from './read-value.ts';
import type { Lookup, Values } from './record.ts';

/**
 * Why a record may not point where `field` points, when such pointers must come to an end (并入, 子课题): a circle leaves
 * no main record. `id` is the record's own; nothing points at a new one yet.
 */
export function circleProblem(
  kind: string,
  field: string,
  values: Values,
  lookup: Lookup,
  id: string | undefined,
): string | undefined {
  const seen = new Set<string>(id === undefined ? [] : [id]);
  for (let next = textOf(values, field); next; next = textOf(lookup(kind, next)?.values ?? {}, field)) {
    if (next === id) return textOf(values, field) === id ? '不能选自己，请另选' : '这样会绕成一圈，请重新选择';
    if (seen.has(next)) return '这样会绕成一圈，请重新选择';
    seen.add(next);
  }
  return undefined;
}
