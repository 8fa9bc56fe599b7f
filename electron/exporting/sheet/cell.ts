import type { Field } from '../../../shared/records/field.ts';
import { displayValue } from '../../../shared/records/index.ts';
import type { Lookup } from '../../../shared/records/record.ts';

/**
 * text stays text whatever it looks like: ids keep their digits, mobiles their zeros, and what begins with = + - @ is
 * never a formula. `plain` is text that nobody could take for a number or a formula: it needs no text format, under
 * which some programs show #### instead of more than 255 characters.
 */
export type CellFormat = 'text' | 'plain' | 'integer' | 'decimal' | 'year' | 'day' | 'minute';

export interface SheetCell {
  readonly value: string | number | Date | null;
  readonly format: CellFormat;
  /** Digits after the point, for decimals. */
  readonly digits?: number;
}

/** Characters an Excel cell holds; more would make the file unreadable. */
const MOST_CHARACTERS = 32_767;
const CUT = '……（全文较长，请在程序里看）';

export const BLANK: SheetCell = { value: null, format: 'plain' };

/** What a spreadsheet, or whoever opens its CSV, could take for something other than text. */
const LOOKS_LIKE_MORE = /^[\s=+\-@'＝＋－＠\d.,$¥￥%(（]/u;

/** Control characters cannot stand in the file at all; halves of characters neither. */
function storable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '');
}

export function textCell(text: string, long: 'cut' | 'leave out' = 'cut'): SheetCell {
  let value = storable(text);
  if (value === '') return BLANK;
  if (value.length > MOST_CHARACTERS) {
    if (long === 'leave out') return BLANK;
    value = `${value.slice(0, MOST_CHARACTERS - CUT.length).replace(/[\ud800-\udbff]$/, '')}${CUT}`;
  }
  return { value, format: LOOKS_LIKE_MORE.test(value) || value.length <= 200 ? 'text' : 'plain' };
}

export interface CellContext {
  readonly lookup: Lookup;
  /** For taking in again: nothing is shortened or spelled for the eye. */
  readonly exact?: boolean;
}

/** A value of a record as a cell: numbers and days real ones, everything else as the clerk reads it. */
export function cellOf(field: Field, value: unknown, context: CellContext): SheetCell {
  if (value === undefined || value === null || value === '') return BLANK;
  switch (field.type) {
    case 'integer':
    case 'decimal':
    case 'year':
      return typeof value === 'number' ? numberCell(field, value) : shown(field, value, context);
    case 'date':
    case 'dateTime':
      return dayCell(value) ?? shown(field, value, context);
    case 'rows':
      return textCell(rowsText(field, value, context.lookup));
    default:
      return shown(field, value, context);
  }
}

function shown(field: Field, value: unknown, { lookup, exact }: CellContext): SheetCell {
  return textCell(displayValue(field, value, lookup), exact ? 'leave out' : 'cut');
}

/** Excel keeps fifteen figures; a longer number is told in text, or its end would be lost. */
function numberCell(field: Field, value: number): SheetCell {
  if (!Number.isFinite(value)) return BLANK;
  const text = String(value);
  if (/e/i.test(text) || text.replace(/\D/gu, '').length > 15) return textCell(text);
  if (field.type !== 'decimal') return { value, format: field.type === 'year' ? 'year' : 'integer' };
  return { value, format: 'decimal', digits: text.split('.')[1]?.length ?? 0 };
}

/** Excel counts days from 1900 and takes 1900 for a leap year: only from March of that year on is a day a true one. */
const FIRST_TRUE_DAY = Date.UTC(1900, 2, 1);

function dayCell(value: unknown): SheetCell | undefined {
  const parts =
    typeof value === 'string'
      ? /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?$/u.exec(value)?.slice(1).map(Number)
      : undefined;
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.map((part) => (Number.isNaN(part) ? 0 : part));
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getTime() >= FIRST_TRUE_DAY;
  if (!real) return undefined;
  return { value: date, format: hour + minute > 0 ? 'minute' : 'day' };
}

/** A sub-table in one cell: a line a row, its columns told by their names where several are filled. */
function rowsText(field: Field, value: unknown, lookup: Lookup): string {
  if (!Array.isArray(value)) return '';
  const lines = value.map((row) => rowText(field, row, lookup)).filter(Boolean);
  return lines.length > 1 ? lines.map((line, index) => `${index + 1}. ${line}`).join('\n') : (lines[0] ?? '');
}

function rowText(field: Field, row: unknown, lookup: Lookup): string {
  if (typeof row !== 'object' || row === null) return '';
  const parts = Object.entries(field.row ?? {}).flatMap(([name, cell]): string[] => {
    const value = (row as Record<string, unknown>)[name];
    if (cell.type === 'boolean') return value === true ? [cell.label] : [];
    const text = displayValue(cell, value, lookup).replace(/\s*\n\s*/gu, ' ');
    if (!text) return [];
    return [typeof value === 'number' ? `${cell.label} ${text}${cell.unit ?? ''}` : text];
  });
  return parts.join('　');
}
