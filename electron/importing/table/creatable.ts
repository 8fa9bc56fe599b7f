import { kindOf } from '../../../shared/records/index.ts';

/** Never made by the way: people are told apart by more than their name. */
const NEVER: readonly string[] = ['person', 'expert'];

/** Kinds that are made by the way when a sheet names one that is not there: those that need a name and nothing else. */
export function isCreatable(kind: string): boolean {
  const described = kindOf(kind);
  if (!described || described.process || NEVER.includes(kind)) return false;
  const required = Object.entries(described.fields).filter(
    ([name, field]) => field.required && field.initial === undefined && !field.readOnly && name !== 'term',
  );
  return required.length === 1 && NAME_FIELDS.some((name) => name === required[0]?.[0]);
}

const NAME_FIELDS = ['name', 'street'] as const;

/** Values of a record that is made by the way. */
export function valuesOfNew(kind: string, name: string, term: string | undefined): Record<string, unknown> {
  if (kind === 'subdistrictOffice') {
    const street = name.replace(/(?:政协工委|政协联络组|工委|联络组)$/u, '');
    return street === name ? { street: name } : { street: street || name, name };
  }
  return kindOf(kind)?.fields.term && term ? { name, term } : { name };
}
