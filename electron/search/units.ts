import type { Field } from '../../shared/records/field.ts';
import type { RecordKind } from '../../shared/records/kind.ts';
import type { Lookup, StoredRecord } from '../../shared/records/record.ts';
import { type Body, type BodyBlock, type Span, spansText } from '../../shared/text/body.ts';

/** Weight of a place: the title of the record, a heading inside it, anything else. */
export type UnitRank = 0 | 1 | 2;

/** The smallest piece of text a term must lie in: a field, a cell, a paragraph. */
export interface Unit {
  /** Field of the record; body/12 for block 12 of a body, attendance/3 for row 3. */
  readonly place: string;
  readonly text: string;
  readonly rank: UnitRank;
}

export type KindOf = (id: string) => RecordKind | undefined;

/** What must be known to read a record: the kinds and the records it points at. */
export interface Reading {
  readonly kindOf: KindOf;
  readonly lookup: Lookup;
}

/** Title of a record; a kind must not throw here, but one bad record must never take the search down. */
export function titleOf(record: StoredRecord, kind: RecordKind, lookup: Lookup): string {
  try {
    return kind.title(record.values, lookup);
  } catch {
    return '';
  }
}

/**
 * All units of a record, in a fixed order: its title, then headings, then the rest in the order of the fields.
 * A field that says the same as the title is not repeated, so that no word counts twice.
 */
export function readUnits(record: StoredRecord, kind: RecordKind, reading: Reading): Unit[] {
  const title = titleOf(record, kind, reading.lookup);
  const headings: Unit[] = [];
  const rest: Unit[] = [];
  let titlePlace = '';
  const add = (place: string, text: string, rank: UnitRank): void => {
    if (text === '') return;
    if (text === title && titlePlace === '') titlePlace = place;
    else (rank === 1 ? headings : rest).push({ place, text, rank });
  };
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.unsearched) continue;
    const value = record.values[name];
    if (value === undefined || value === null) continue;
    if (field.type === 'rows') readRows(name, field, value, reading, add);
    else if (field.type === 'body') readBody(name, value as Body, add);
    else for (const text of textsOf(field, value, reading)) add(name, text, 2);
  }
  return [{ place: titlePlace || 'title', text: title, rank: 0 }, ...headings, ...rest];
}

type Add = (place: string, text: string, rank: UnitRank) => void;

/** The texts of a value. Numbers, dates, flags and files are no text: filters and lists serve them. */
export function textsOf(field: Field, value: unknown, reading: Reading): string[] {
  switch (field.type) {
    case 'text':
    case 'longText':
    case 'choice':
      return typeof value === 'string' ? [value] : [];
    case 'choices':
    case 'tags':
      return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
    case 'reference':
      return typeof value === 'string' ? titleAt(field.target, value, reading) : [];
    case 'references':
      return Array.isArray(value) ? value.flatMap((id) => titleAt(field.target, String(id), reading)) : [];
    default:
      return [];
  }
}

function titleAt(target: string | undefined, id: string, { kindOf, lookup }: Reading): string[] {
  const kind = target === undefined ? undefined : kindOf(target);
  const record = kind && lookup(kind.id, id);
  return kind && record ? [titleOf(record, kind, lookup)] : [];
}

function readRows(name: string, field: Field, value: unknown, reading: Reading, add: Add): void {
  if (!Array.isArray(value) || !field.row) return;
  const columns = Object.entries(field.row);
  value.forEach((row: unknown, index) => {
    if (typeof row !== 'object' || row === null) return;
    const place = `${name}/${index}`;
    for (const [column, cell] of columns) {
      if (cell.unsearched) continue;
      const content = (row as Readonly<Record<string, unknown>>)[column];
      if (content === undefined || content === null) continue;
      if (cell.type === 'body') readBody(place, content as Body, add);
      else for (const text of textsOf(cell, content, reading)) add(place, text, 2);
    }
  });
}

function readBody(name: string, body: Body, add: Add): void {
  if (!Array.isArray(body?.blocks)) return;
  body.blocks.forEach((block, index) => {
    const rank = block.type === 'heading' ? 1 : 2;
    for (const text of blockUnits(block)) add(`${name}/${index}`, text, rank);
  });
}

/** Items, cells and notes are units of their own: a word never begins in one cell and ends in the next. */
function blockUnits(block: BodyBlock): string[] {
  const texts: string[] = [];
  const notes: string[] = [];
  const read = (spans: readonly Span[]): void => {
    texts.push(spansText(spans));
    for (const span of spans) if (span.note) notes.push(span.note);
  };
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      read(block.text);
      break;
    case 'list':
      for (const item of block.items) read(item);
      break;
    case 'table':
      for (const row of block.rows) for (const cell of row) read(cell.text);
      break;
    case 'figure':
      if (block.caption) texts.push(block.caption);
      break;
  }
  return notes.length > 0 ? [...texts, ...notes] : texts;
}

/** Texts of the fields that hold names, by path: name, attendance.member. */
export function readNames(record: StoredRecord, kind: RecordKind, reading: Reading): { place: string; text: string }[] {
  const names: { place: string; text: string }[] = [];
  for (const path of kind.search.names ?? []) {
    const [name = '', column] = path.split('.');
    const field = kind.fields[name];
    const value = record.values[name];
    if (!field || value === undefined || value === null) continue;
    if (column === undefined) {
      for (const text of textsOf(field, value, reading)) names.push({ place: name, text });
      continue;
    }
    const cell = field.row?.[column];
    if (!cell || !Array.isArray(value)) continue;
    value.forEach((row: unknown, index) => {
      const content = (row as Readonly<Record<string, unknown>> | null)?.[column];
      if (content === undefined || content === null) return;
      for (const text of textsOf(cell, content, reading)) names.push({ place: `${name}/${index}`, text });
    });
  }
  return names;
}
