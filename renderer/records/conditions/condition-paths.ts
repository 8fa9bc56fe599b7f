import type { FieldCondition } from '../../../shared/records/conditions/condition.ts';
import { fieldOnPath, parseRowPath } from '../../../shared/records/conditions/path.ts';
import type { Field } from '../../../shared/records/field.ts';
import { kindOf, kinds } from '../../../shared/records/index.ts';

/** What a condition asks of a field, in one word of the form: the type of the condition and whether it is turned round. */
export type Operator = 'any' | 'notAny' | 'contains' | 'notContains' | 'between' | 'notBetween' | 'filled' | 'blank';

export const OPERATOR_WORDS: Readonly<Record<Operator, string>> = {
  any: '是',
  notAny: '不是',
  contains: '含有',
  notContains: '不含',
  between: '在…之间',
  notBetween: '不在…之间',
  filled: '填了',
  blank: '没有填',
};

export interface PathOption {
  readonly value: string;
  readonly label: string;
}

export interface PathGroup {
  readonly label: string;
  readonly options: readonly PathOption[];
}

const RANGES: readonly Field['type'][] = ['date', 'month', 'dateTime', 'year', 'integer', 'decimal'];
/** Of these one can only say whether there is something. */
const UNREAD: readonly Field['type'][] = ['rows', 'files', 'body'];

export function operatorsOf(field: Field | undefined): readonly Operator[] {
  if (!field || UNREAD.includes(field.type)) return ['filled', 'blank'];
  if (field.type === 'boolean') return ['any', 'filled', 'blank'];
  if (RANGES.includes(field.type)) return ['between', 'notBetween', 'filled', 'blank'];
  if (field.enumeration || field.target) return ['any', 'notAny', 'contains', 'notContains', 'filled', 'blank'];
  return ['contains', 'notContains', 'any', 'notAny', 'filled', 'blank'];
}

export function operatorOf({ type, not }: FieldCondition): Operator {
  switch (type) {
    case 'any':
      return not ? 'notAny' : 'any';
    case 'contains':
      return not ? 'notContains' : 'contains';
    case 'between':
      return not ? 'notBetween' : 'between';
    case 'filled':
      return not ? 'blank' : 'filled';
    case 'blank':
      return not ? 'filled' : 'blank';
  }
}

const TYPES: Readonly<Record<Operator, FieldCondition['type']>> = {
  any: 'any',
  notAny: 'any',
  contains: 'contains',
  notContains: 'contains',
  between: 'between',
  notBetween: 'between',
  filled: 'filled',
  blank: 'blank',
};

/** The condition under another operator: what was chosen stays where it means the same. */
export function withOperator(condition: FieldCondition, operator: Operator): FieldCondition {
  const type = TYPES[operator];
  const kept = type === condition.type ? condition : { field: condition.field, type };
  const { not: _, ...plain } = kept;
  return { ...plain, type, ...(operator.startsWith('not') ? { not: true } : {}) };
}

/** A condition on this field that nothing has been chosen for yet. */
export const freshCondition = (path: string, field: Field | undefined): FieldCondition =>
  withOperator({ type: 'filled', field: path }, operatorsOf(field)[0] ?? 'filled');

type Fields = Readonly<Record<string, Field>>;
const stored = (fields: Fields) => Object.entries(fields).filter(([, { computed }]) => !computed);

/** Everything a condition on a kind can ask about: its fields, its rows, and one step through each reference. */
export function pathGroups(kind: string): readonly PathGroup[] {
  const own = kindOf(kind);
  return own ? groupsOf(own.label, own.fields) : [];
}

/** The same for a row of `rows`; paths begin at the row. */
export function rowPathGroups(kind: string, rows: string): readonly PathGroup[] {
  const field = kindOf(kind)?.fields[rows];
  return field?.row ? groupsOf(field.label, field.row) : [];
}

/** Only the fields that fit: days to be counted by, numbers to be added up. */
export const pathGroupsOf = (kind: string, fits: (field: Field) => boolean): readonly PathGroup[] =>
  pathGroups(kind)
    .map(({ label, options }) => ({
      label,
      options: options.filter(({ value }) => {
        const field = fieldOnPath(kind, value);
        return field !== undefined && fits(field);
      }),
    }))
    .filter(({ options }) => options.length > 0);

function groupsOf(label: string, fields: Fields): readonly PathGroup[] {
  const own = stored(fields).map(([name, field]) => ({ value: name, label: field.label }));
  const rows = stored(fields).flatMap(([name, field]) =>
    field.type === 'rows' && field.row
      ? [
          {
            label: `${field.label}（表）`,
            options: stored(field.row).map(([cell, { label: head }]) => ({
              value: `${name}.${cell}`,
              label: `${field.label}·${head}`,
            })),
          },
        ]
      : [],
  );
  const steps = stored(fields).flatMap(([name, field]) => [
    ...pointedGroup(name, field.label, field),
    ...stored(field.row ?? {}).flatMap(([cell, inner]) =>
      pointedGroup(`${name}.${cell}`, `${field.label}·${inner.label}`, inner),
    ),
  ]);
  return [{ label, options: own }, ...rows, ...steps];
}

function pointedGroup(path: string, label: string, { target }: Field): PathGroup[] {
  const kind = target === undefined ? undefined : kindOf(target);
  if (!kind) return [];
  const options = stored(kind.fields).map(([name, { label: head }]) => ({
    value: `${path}.${name}`,
    label: `${label}·${head}`,
  }));
  return [{ label: `${label}指向的${kind.label}`, options }];
}

/** The field a path ends at; `rows`: the path begins at a row of that field. */
export const fieldAtPath = (kind: string, rows: string | undefined, path: string): Field | undefined =>
  rows === undefined ? fieldOnPath(kind, path) : parseRowPath(kind, rows, path)?.at(-1)?.field;

/** Tables of a kind: what a condition on one and the same row is put to. */
export const rowsFieldsOf = (kind: string): readonly PathOption[] =>
  stored(kindOf(kind)?.fields ?? {}).flatMap(([value, { type, label }]) => (type === 'rows' ? [{ value, label }] : []));

/** Kinds whose records point at one of this kind, and through which field: 意见建议的“来源会议活动”. */
export function pointersAt(kind: string): readonly (PathOption & { readonly kind: string; readonly field: string })[] {
  return kinds.flatMap((other) =>
    stored(other.fields).flatMap(([name, field]) => {
      const own = field.target === kind ? [[name, field.label] as const] : [];
      const cells = stored(field.row ?? {}).flatMap(([cell, inner]) =>
        inner.target === kind ? [[`${name}.${cell}`, `${field.label}·${inner.label}`] as const] : [],
      );
      return [...own, ...cells].map(([path, label]) => ({
        value: `${other.id} ${path}`,
        label: `${other.label}的“${label}”`,
        kind: other.id,
        field: path,
      }));
    }),
  );
}
