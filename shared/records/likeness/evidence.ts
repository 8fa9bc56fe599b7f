import type { RecordKind } from '../kind.ts';
import { listOf, textOf } from '../read-value.ts';
import type { Values } from '../record.ts';
import { plainText } from './set-phrases.ts';

/** How likely two records are the same thing (0..1), and why, in short Chinese words. */
export interface Likeness {
  readonly score: number;
  readonly why: readonly string[];
}

/** Kinds whose records are people: told apart by more than their name. */
export function isOfPeople(kind: RecordKind): boolean {
  return kind.fields.name?.format === 'name';
}

interface Telling {
  readonly fields: readonly string[];
  readonly same: number;
  readonly differs: number;
  readonly alike?: (a: string, b: string) => boolean;
}

const startsAlike = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);
const holds = (a: string, b: string): boolean => a.includes(b) || b.includes(a);

/** What speaks for and against two people of one name being one. */
const TELLING: readonly Telling[] = [
  { fields: ['birth', 'born'], same: 0.2, differs: -0.45, alike: startsAlike },
  { fields: ['died'], same: 0.1, differs: -0.45, alike: startsAlike },
  { fields: ['mobile'], same: 0.25, differs: -0.05 },
  { fields: ['sex'], same: 0, differs: -0.5 },
  { fields: ['ethnicity'], same: 0, differs: -0.3 },
  { fields: ['org', 'identityNow'], same: 0.15, differs: -0.15, alike: holds },
];

const SAME_NAME = 0.7;

/** Two people whose names are the same; undefined when a clerk has told them apart by 区分标识. */
export function likenessOfPeople(kind: RecordKind, a: Values, b: Values): Likeness | undefined {
  const notes = [textOf(a, 'nameNote'), textOf(b, 'nameNote')].map(plainText);
  if (notes[0] && notes[1] && notes[0] !== notes[1]) return undefined;
  const why = [`${kind.fields.name?.label ?? '姓名'}相同`];
  let score = SAME_NAME;
  if (Boolean(notes[0]) !== Boolean(notes[1])) {
    score -= 0.2;
    why.push(`只有一人写了${kind.fields.nameNote?.label ?? '区分标识'}`);
  }
  for (const { fields, same, differs, alike } of TELLING) {
    for (const name of fields) {
      const field = kind.fields[name];
      const [left, right] = [plainText(textOf(a, name)), plainText(textOf(b, name))];
      if (!field || !left || !right) continue;
      const equal = alike ? alike(left, right) : left === right;
      score += equal ? same : differs;
      if (!equal) why.push(`${field.label}不同`);
      else if (same > 0) why.push(`${field.label}相同`);
    }
  }
  return { score: Math.min(Math.max(score, 0), 1), why };
}

/** Values by which records are compared, as plain text; undefined for a blank or for what cannot be compared. */
export function comparable(values: Values, field: string): string | undefined {
  const value = values[field];
  if (typeof value === 'string') return plainText(value) || undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return undefined;
}

/** Two records with the same first field of an `alike` rule; undefined when another of its fields speaks against it. */
export function likenessByFields(
  kind: RecordKind,
  fields: readonly string[],
  a: Values,
  b: Values,
): Likeness | undefined {
  let score = 0.95;
  const same: string[] = [];
  for (const name of fields) {
    const [left, right] = [comparable(a, name), comparable(b, name)];
    if (left === undefined && right === undefined) continue;
    if (left === undefined || right === undefined) score -= 0.15;
    else if (left !== right) return undefined;
    else same.push(kind.fields[name]?.label ?? name);
  }
  return { score, why: [`${same.join('、')}相同`] };
}

const OTHER_NAMES = ['shortName', 'formerNames', 'aliases'] as const;

/** Every name a record goes by, with the label of its field; empty for kinds whose records have one name only. */
export function namesOf(
  kind: RecordKind,
  values: Values,
): readonly { readonly name: string; readonly label: string }[] {
  if (!kind.fields.name || !OTHER_NAMES.some((field) => kind.fields[field])) return [];
  return ['name', ...OTHER_NAMES].flatMap((field) => {
    const given = [textOf(values, field), ...listOf(values, field)].map(plainText).filter(Boolean);
    return given.map((name) => ({ name, label: kind.fields[field]?.label ?? field }));
  });
}
