import type { Field } from '../field.ts';
import type { RecordKind } from '../kind.ts';
import type { Values } from '../record.ts';

/** Whose value stays when two records become one; `both` unites lists. */
export type Take = 'keep' | 'drop' | 'both';

const LISTS: readonly Field['type'][] = ['tags', 'choices', 'references', 'rows', 'files'];

/** Whether both values of the field can stay. */
export function isList(field: Field): boolean {
  return LISTS.includes(field.type);
}

/** Fields a merge leaves as they are in the kept record: its way through the office is its own. */
export function isOfProcess(kind: RecordKind, name: string): boolean {
  return name === kind.process?.field || name === kind.process?.log;
}

/**
 * The values of the one record that two become. What is not named in `take` stays as in the kept record, and its blanks
 * are filled from the other. Lists are united without doubling: entries that are equal in all their parts stand once.
 */
export function uniteValues(
  kind: RecordKind,
  keep: Values,
  drop: Values,
  take: Readonly<Record<string, Take>>,
): Record<string, unknown> {
  const united: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.computed) continue;
    const [own, other] = [keep[name], drop[name]];
    const chosen = isOfProcess(kind, name) ? 'keep' : take[name];
    let value = own;
    if (chosen === 'drop') value = other;
    else if (chosen === 'both' && isList(field)) value = unitedLists(own, other);
    // A state and its log belong together; a blank log is no gap to be filled.
    else if (chosen === undefined && own === undefined) value = other;
    if (value !== undefined) united[name] = value;
  }
  return united;
}

function unitedLists(a: unknown, b: unknown): unknown {
  const left: readonly unknown[] = Array.isArray(a) ? a : [];
  const right: readonly unknown[] = Array.isArray(b) ? b : [];
  const seen = new Set(left.map(entryKey));
  const all = [...left, ...right.filter((entry) => !seen.has(entryKey(entry)))];
  return all.length > 0 ? all : undefined;
}

/** Equal for equal entries, whatever the order of keys; a file is its content. */
export function entryKey(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return JSON.stringify(entry) ?? '';
  if ('sha256' in entry) return String(entry.sha256);
  return JSON.stringify(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)));
}
