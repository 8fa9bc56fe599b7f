import type { Field } from '../../../shared/records/field.ts';
import { displayValue, kindOf } from '../../../shared/records/index.ts';
import { isValues } from '../../../shared/records/read-value.ts';
import type { Lookup, Values } from '../../../shared/records/record.ts';
import type { ChangedCell } from './row-draft.ts';

/** By content; the order of keys does not count. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => sameContent(item, b[index]));
  if (!isValues(a) || !isValues(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => sameContent(a[key], b[key]));
}

/** What does not stand in `changes` stays as it is, to the byte, even where it would be written otherwise today. */
export function keepUntouched(before: Values, checked: Values, changes: Values): Values {
  const kept = Object.entries(before).filter(([name]) => !Object.hasOwn(changes, name));
  return { ...checked, ...Object.fromEntries(kept) };
}

/** The values after a change: null clears. */
export function merged(before: Values, changes: Values): Values {
  const all: Record<string, unknown> = { ...before };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === undefined) delete all[name];
    else all[name] = value;
  }
  return all;
}

/**
 * The rows of a sub-table with those of the sheet. A row of the sheet that contradicts nothing completes the row of the
 * same unit or person; where there is only one such row on either side it replaces what differs; else it is a new row.
 */
export function mergeRows(existing: readonly Values[], incoming: readonly Values[], field: Field): Values[] {
  const naming = Object.entries(field.row ?? {}).filter(([name, { type }]) => type === 'reference' || name === 'name');
  const result = [...existing];
  const used = new Set<number>();
  for (const row of incoming) {
    const names = naming.filter(([name]) => row[name] !== undefined).map(([name]) => name);
    const named = (other: Values): boolean =>
      names.length > 0 && names.every((name) => sameContent(other[name], row[name]));
    const fits = (other: Values): boolean =>
      Object.entries(row).every(([name, value]) => other[name] === undefined || sameContent(other[name], value));
    let at = result.findIndex(
      (other, index) => !used.has(index) && fits(other) && (named(other) || sameContent(other, row)),
    );
    if (at < 0 && existing.filter(named).length === 1 && incoming.filter(named).length === 1)
      at = result.findIndex(named);
    if (at >= 0 && !used.has(at)) {
      used.add(at);
      result[at] = { ...result[at], ...row };
    } else {
      used.add(result.length);
      result.push(row);
    }
  }
  return result;
}

/** What changes, cell by cell, as a clerk reads it. */
export function changedCells(kindId: string, before: Values, after: Values, lookup: Lookup): ChangedCell[] {
  const kind = kindOf(kindId);
  return Object.entries(kind?.fields ?? {}).flatMap(([name, field]): ChangedCell[] => {
    if (field.computed || sameContent(before[name], after[name])) return [];
    const [from, to] = [displayValue(field, before[name], lookup), displayValue(field, after[name], lookup)];
    const changed = from === to && to !== '' ? `${to}（内容有改动）` : to;
    return [{ field: `${kindId}.${name}`, label: field.label, before: from, after: changed }];
  });
}
