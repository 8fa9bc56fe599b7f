import { fieldOnPath, pathWords } from '../../../shared/records/conditions/path.ts';
import type { Field } from '../../../shared/records/field.ts';
import { kindOf, kinds } from '../../../shared/records/index.ts';
import { SUBJECT_KINDS } from '../../../shared/scoring/scheme.ts';
import type { Scheme } from './types.ts';

type Item = Scheme['items'][number];
export type Trigger = Item['trigger'];
export type SourceTrigger = Extract<Trigger, { kind: string }>;

interface Option {
  readonly value: string;
  readonly label: string;
}

const DAYS: readonly Field['type'][] = ['date', 'dateTime', 'month', 'year'];
const NUMBERS: readonly Field['type'][] = ['integer', 'decimal'];

/** Fields of a kind and of its rows, as paths. */
function pathsWith(kind: string, fits: (field: Field) => boolean): Option[] {
  return Object.entries(kindOf(kind)?.fields ?? {}).flatMap(([name, field]) => [
    ...(fits(field) ? [{ value: name, label: field.label }] : []),
    ...Object.entries(field.row ?? {}).flatMap(([cell, inner]) =>
      fits(inner) ? [{ value: `${name}.${cell}`, label: `${field.label}·${inner.label}` }] : [],
    ),
  ]);
}

/** What is chosen stays to be seen, also when it was written by hand and is not among the offers. */
function withChosen(kind: string, options: readonly Option[], chosen: string): Option[] {
  const known = options.some(({ value }) => value === chosen);
  return known || !chosen || !fieldOnPath(kind, chosen)
    ? [...options]
    : [...options, { value: chosen, label: pathWords(kind, chosen) }];
}

/** Days a record may be put into a year by. */
export const dayPaths = (kind: string, chosen: string): Option[] => [
  { value: '', label: '不分年度（只看现状）' },
  ...withChosen(
    kind,
    pathsWith(kind, ({ type, computed }) => DAYS.includes(type) && !computed),
    chosen,
  ),
];

export const numberPaths = (kind: string, chosen: string): Option[] =>
  withChosen(
    kind,
    pathsWith(kind, ({ type }) => NUMBERS.includes(type)),
    chosen,
  );

/** Where a record names those who are scored. */
export function whoPaths(kind: string, audience: Scheme['audience'], chosen: string): Option[] {
  const subject = SUBJECT_KINDS[audience];
  const options = pathsWith(kind, ({ target }) => target === subject);
  return [...(kind === subject ? [{ value: '', label: '它自己' }] : []), ...withChosen(kind, options, chosen)];
}

/** Kinds that name anybody who is scored. */
export const countedKinds = (audience: Scheme['audience'], chosen: string): Option[] =>
  kinds
    .filter(({ id }) => id === chosen || whoPaths(id, audience, '').length > 0)
    .map(({ id, label }) => ({ value: id, label }));

/** A source on another kind: the first day and the first place that names a subject. */
export function freshSource(kind: string, audience: Scheme['audience']) {
  return {
    kind,
    day: dayPaths(kind, '')[1]?.value ?? '',
    where: [],
    who: [{ field: whoPaths(kind, audience, '')[0]?.value ?? '' }],
  };
}

/** An item that counts nothing wrong before it is filled in: points by hand. */
export function freshItem({ items, sections }: Scheme): Item {
  const taken = new Set(items.map(({ code }) => code));
  let number = 1;
  while (taken.has(`Z${number}`)) number += 1;
  return {
    code: `Z${number}`,
    label: '新的一项',
    section: sections[0]?.id ?? '',
    unit: '次',
    trigger: { type: 'manual' },
    points: 1,
  };
}

/** The trigger turned into another type; what both have stays. */
export function withType(trigger: Trigger, type: Trigger['type'], audience: Scheme['audience']): Trigger {
  if (trigger.type === type) return trigger;
  if (type === 'manual') return { type };
  if (type === 'none') return { type, of: [] };
  const usual = countedKinds(audience, '')[0]?.value ?? 'event';
  const { kind, day, where, who } = 'kind' in trigger ? trigger : freshSource(usual, audience);
  const source = { kind, day, where, who };
  switch (type) {
    case 'record':
      return { type, ...source };
    case 'reach':
      return { type, ...source, atLeast: 1, per: 'year', below: 'none' };
    case 'share':
      return { type, ...source, met: [], full: 100, below: 'share' };
    case 'average':
      return { type, ...source, value: numberPaths(kind, '')[0]?.value ?? '', full: 100 };
  }
}
