import { readDate, readDateTime, readMonth, readNumber, readYear } from '../../../shared/records/date-input.ts';
import type { Field } from '../../../shared/records/field.ts';
import { api } from '../../app/api.ts';
import { displayTitle } from '../display-title.ts';
import type { Row } from './row.ts';

/**
 * Fills cells from a place on, adding rows as needed; a blank cell leaves what is there. Names of records are looked
 * up: one that fits nothing or several is left out and reported.
 */
export async function pasteCells(
  cells: readonly (readonly string[])[],
  columns: readonly (readonly [string, Field])[],
  rows: readonly Row[],
  start: number,
  initial: Row,
): Promise<{ readonly rows: readonly Row[]; readonly note: string }> {
  const next = [...rows];
  const unknown = new Set<string>();
  let overwritten = 0;
  for (const [offset, line] of cells.entries()) {
    const index = start + offset;
    const row: Record<string, unknown> = { ...(next[index] ?? initial) };
    for (const [at, raw] of line.entries()) {
      const column = columns[at];
      const text = raw.trim();
      if (!column || !text) continue;
      const [name, field] = column;
      const value = await readCell(field, text);
      if (value === undefined) {
        unknown.add(text);
        continue;
      }
      if (next[index]?.[name] !== undefined && next[index]?.[name] !== value) overwritten += 1;
      row[name] = value;
    }
    next[index] = row;
  }
  const note = [
    `已粘贴 ${cells.length} 行`,
    overwritten > 0 ? `改写了 ${overwritten} 格` : '',
    unknown.size > 0
      ? `没有对上的：${[...unknown].slice(0, 8).join('、')}${unknown.size > 8 ? '等' : ''}，请自行选择`
      : '',
  ]
    .filter(Boolean)
    .join('；');
  return { rows: next, note: `${note}。` };
}

/** The stored form of a pasted word; undefined when it names no single record. What cannot be read stays as typed. */
async function readCell(field: Field, text: string): Promise<unknown> {
  switch (field.type) {
    case 'integer':
    case 'decimal':
      return readNumber(text, field.unit).value ?? text;
    case 'year':
      return readYear(text).value ?? text;
    case 'date':
      return readDate(text).value ?? text;
    case 'month':
      return readMonth(text).value ?? text;
    case 'dateTime':
      return readDateTime(text).value ?? text;
    case 'boolean':
      return ['是', '有', '√', '✓', '1'].includes(text);
    case 'choices':
    case 'tags':
      return text.split(/[、，,；;]/).map((word) => word.trim());
    case 'reference':
      return findByTitle(field.target ?? '', text);
    case 'references':
    case 'rows':
    case 'files':
    case 'body':
      return undefined;
    default:
      return text;
  }
}

const bare = (name: string) => name.replace(/\s/gu, '');

async function findByTitle(kind: string, text: string): Promise<string | undefined> {
  const { records, titles } = await api.records.list({ kind, text: bare(text), limit: 20 });
  const fitting = records.filter((record) => bare(displayTitle(record, titles)) === bare(text));
  return fitting.length === 1 ? fitting[0]?.id : undefined;
}
