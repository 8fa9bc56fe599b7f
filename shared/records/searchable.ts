import { blockTexts } from '../text/body.ts';
import { asBody } from './body-shape.ts';
import { displayValue, titleOf } from './display.ts';
import type { Field } from './field.ts';
import type { RecordKind } from './kind.ts';
import { isValues } from './read-value.ts';
import type { Lookup, StoredRecord, Values } from './record.ts';
import { kindOf } from './registry.ts';

export type SearchWeight = 'title' | 'name' | 'heading' | 'text';

/** A piece of a record's text that is searched by itself; terms must not match across two of them. */
export interface SearchUnit {
  /** 'remark', 'attendance/3/reason', 'body/12' (block 12). Counted from 0. */
  readonly place: string;
  readonly text: string;
  /** title of the record · name of a person (also by pinyin) · heading in a body · text */
  readonly weight: SearchWeight;
}

const SEARCHED: ReadonlySet<Field['type']> = new Set([
  'text',
  'longText',
  'body',
  'choice',
  'choices',
  'tags',
  'reference',
  'references',
  'files',
  'rows',
]);

/**
 * What of a record is searched, title first. A title that is one of the fields has the place of that field and is not
 * repeated there; one made out of several (十届三次会议) has the place '@title'.
 * References are found by the title of what they point at: a change of that title changes the units of this record.
 */
export function searchUnits(record: StoredRecord, lookup: Lookup): readonly SearchUnit[] {
  const kind = kindOf(record.kind);
  if (!kind) return [];
  const title = titleOf(record, lookup);
  const units: SearchUnit[] = [{ place: titlePlace(kind, record.values, title, lookup), text: title, weight: 'title' }];
  const names = new Set(kind.search.names ?? []);
  collect(kind.fields, record.values, { prefix: '', path: '', names, lookup, title }, units);
  return units;
}

/** Place of a title that no single field holds. No field can bear this name. */
export const TITLE_PLACE = '@title';

function titlePlace(kind: RecordKind, values: Values, title: string, lookup: Lookup): string {
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.type !== 'text' && field.type !== 'reference') continue;
    if (displayValue(field, values[name], lookup) === title) return name;
  }
  return TITLE_PLACE;
}

interface Walk {
  readonly prefix: string;
  /** Path without row numbers, as kind.search.names writes it: attendance.name */
  readonly path: string;
  readonly names: ReadonlySet<string>;
  readonly lookup: Lookup;
  readonly title: string;
}

function collect(fields: Readonly<Record<string, Field>>, values: Values, walk: Walk, units: SearchUnit[]): void {
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name];
    if (value === undefined || field.unsearched || field.computed || !SEARCHED.has(field.type)) continue;
    const place = `${walk.prefix}${name}`;
    const path = `${walk.path}${name}`;
    if (field.type === 'rows') {
      if (!Array.isArray(value)) continue;
      value.forEach((row: unknown, index) => {
        if (!isValues(row)) return;
        collect(field.row ?? {}, row, { ...walk, prefix: `${place}/${index}/`, path: `${path}.`, title: '' }, units);
      });
    } else if (field.type === 'body') {
      bodyUnits(value, place, units);
    } else {
      const text = displayValue(field, value, walk.lookup);
      if (text && text !== walk.title) units.push({ place, text, weight: walk.names.has(path) ? 'name' : 'text' });
    }
  }
}

function bodyUnits(value: unknown, place: string, units: SearchUnit[]): void {
  const body = asBody(value);
  if (!body) return;
  blockTexts(body).forEach((text, index) => {
    if (!text) return;
    const weight = body.blocks[index]?.type === 'heading' ? 'heading' : 'text';
    units.push({ place: `${place}/${index}`, text, weight });
  });
}

/** The names in a record by which it is found in pinyin and initials: those of the kind's name fields. */
export function searchNames(record: StoredRecord, lookup: Lookup): readonly string[] {
  const kind = kindOf(record.kind);
  if (!kind) return [];
  const found = new Set<string>();
  for (const path of kind.search.names ?? []) {
    for (const text of namesAt(kind.fields, record.values, path.split('.'), lookup)) if (text) found.add(text);
  }
  return [...found];
}

function namesAt(
  fields: Readonly<Record<string, Field>>,
  values: Values,
  [name = '', ...rest]: readonly string[],
  lookup: Lookup,
): readonly string[] {
  const field = fields[name];
  const value = values[name];
  if (!field || value === undefined) return [];
  if (field.type === 'rows') {
    const rows = Array.isArray(value) ? value.filter(isValues) : [];
    return rows.flatMap((row) => namesAt(field.row ?? {}, row, rest, lookup));
  }
  if (Array.isArray(value)) return value.map((item) => displayValue(field, [item], lookup));
  return [displayValue(field, value, lookup)];
}

/** Year of a record for the year filter, from the field its kind names; undefined when it has none. */
export function yearOf(record: StoredRecord): number | undefined {
  const name = kindOf(record.kind)?.search.year;
  const value = name === undefined ? undefined : record.values[name];
  if (typeof value === 'number') return value;
  const year = typeof value === 'string' ? /^\d{4}/.exec(value)?.[0] : undefined;
  return year === undefined ? undefined : Number(year);
}

/** Ids of the 界别 a record belongs to: itself, its own field, or that of the member it points at. */
export function sectorsOf(record: StoredRecord, lookup: Lookup): readonly string[] {
  if (record.kind === 'sector') return [record.id];
  const kind = kindOf(record.kind);
  if (!kind?.search.sector) return [];
  return sectorsAt(kind, record.values, kind.search.sector, lookup);
}

function sectorsAt(kind: RecordKind, values: Values, name: string, lookup: Lookup): readonly string[] {
  const target = kind.fields[name]?.target;
  const ids = [values[name]].flat().filter((id): id is string => typeof id === 'string');
  if (target === 'sector') return ids;
  if (target === undefined) return [];
  return ids.flatMap((id) => {
    const pointed = lookup(target, id);
    const sector = pointed && kindOf(target)?.search.sector;
    return pointed && sector ? sectorsOf(pointed, lookup) : [];
  });
}
