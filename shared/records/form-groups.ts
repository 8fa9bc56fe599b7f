import type { FormGroup, RecordKind } from './kind.ts';
import type { Values } from './record.ts';
import { isBlank } from './validate-scalar.ts';

/**
 * The groups of the form that this record has use for. A group whose condition does not hold stays while one of its
 * fields has been filled in with more than the value it started with: what was typed must never be out of sight.
 */
export function shownGroups(kind: RecordKind, values: Values): readonly FormGroup[] {
  return kind.form.filter(
    (group) => applies(group, values) || group.fields.some((name) => isFilled(kind, name, values)),
  );
}

/** Fields of the groups that are not shown: nobody is asked for them. */
export function hiddenFields(kind: RecordKind, values: Values): ReadonlySet<string> {
  const shown = shownGroups(kind, values);
  return new Set(kind.form.filter((group) => !shown.includes(group)).flatMap((group) => group.fields));
}

/** Fields that decide over groups. */
export function decidingFields(kind: RecordKind): readonly string[] {
  return [...new Set(kind.form.flatMap((group) => Object.keys(group.when ?? {})))];
}

function applies({ when }: FormGroup, values: Values): boolean {
  if (!when) return true;
  return Object.entries(when).some(([name, wanted]) => {
    const value = values[name];
    return Array.isArray(value) ? value.some((item) => wanted.includes(item)) : wanted.includes(value);
  });
}

function isFilled(kind: RecordKind, name: string, values: Values): boolean {
  const value = values[name];
  return !isBlank(value) && value !== kind.fields[name]?.initial;
}
