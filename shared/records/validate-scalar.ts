import { asBody, isBlankBody } from './body-shape.ts';
import { type Read, readNumber, readYear } from './date-input.ts';
import type { Enumeration } from './enumerations.ts';
import type { Field } from './field.ts';
import type { Lookup, Values } from './record.ts';
import { formatRemark, formatted, oneLine, severalLines } from './text-format.ts';

/** Longest text in characters: beyond it a cell was mapped to the wrong field or a file was pasted into a form. */
const LONGEST_LINE = 2_000;
const LONGEST_TEXT = 1_000_000;

export interface Findings {
  readonly problems: Record<string, string>;
  readonly warnings: Record<string, string>;
}

export interface ValidateContext {
  readonly lookup: Lookup;
  readonly enumerations: readonly Enumeration[];
  /** Values before the change; empty for a new record. */
  readonly before: Values;
  readonly isNew: boolean;
  readonly findings: Findings;
  /** rows: index in the input of each row that was kept, by path. Blank rows go, and problems keep the input's count. */
  readonly kept: Record<string, number[]>;
}

export function isBlank(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}

export const wrong = (field: Field): { problem: string } => ({ problem: `“${field.label}”的内容不对，请重新填写` });

/** Numbers typed into a text column of a spreadsheet (postcode, mobile) come as numbers. */
export function asText(input: unknown): string | undefined {
  if (typeof input === 'string') return input;
  return typeof input === 'number' && Number.isFinite(input) ? String(input) : undefined;
}

export function readText(field: Field, input: unknown, path: string, context: ValidateContext): Read<string> {
  const text = asText(input);
  if (text === undefined) return wrong(field);
  let value = oneLine(text);
  value = Object.entries(field.codes ?? {}).find(([, words]) => words === value)?.[0] ?? value;
  if (field.format) value = formatted(value, field.format);
  if (value.length > LONGEST_LINE) return { problem: `${field.label}太长（不超过${LONGEST_LINE}字）` };
  const remark = field.format && value ? formatRemark(value, field.format) : undefined;
  if (remark) context.findings.warnings[path] = remark;
  return { value };
}

export function readLong(field: Field, input: unknown): Read<string> {
  const text = asText(input);
  if (text === undefined) return wrong(field);
  const value = severalLines(text);
  return value.length > LONGEST_TEXT
    ? { problem: `${field.label}太长（不超过${LONGEST_TEXT / 10_000}万字）` }
    : { value };
}

export function readBody(field: Field, input: unknown): Read<unknown> {
  const body = asBody(input);
  if (!body) return { problem: `“${field.label}”不是完整的文稿，原来的内容没有动，请重新打开再试` };
  return { value: isBlankBody(body) ? undefined : body };
}

export function readNumeric(field: Field, input: unknown): Read<number> {
  const read: Read<number> =
    typeof input === 'number' && Number.isFinite(input)
      ? { value: input }
      : typeof input === 'string'
        ? field.type === 'year'
          ? readYear(input)
          : readNumber(input, field.unit)
        : wrong(field);
  if (read.problem !== undefined) return read;
  const value = Object.is(read.value, -0) ? 0 : read.value;
  const unit = field.unit ?? '';
  if (field.type !== 'decimal' && !Number.isSafeInteger(value)) return { problem: `${field.label}应为整数` };
  if (field.min !== undefined && value < field.min) return { problem: `${field.label}不能小于${field.min}${unit}` };
  if (field.max !== undefined && value > field.max) return { problem: `${field.label}不能大于${field.max}${unit}` };
  return { value };
}

const YES: readonly string[] = ['是', '有', '√', '✓', 'true', '1', 'y', 'yes', '对'];
const NO: readonly string[] = ['否', '无', '×', '✗', 'false', '0', 'n', 'no', '不是', '没有'];

export function readBoolean(field: Field, input: unknown): Read<boolean> {
  if (typeof input === 'boolean') return { value: input };
  const word = asText(input)?.normalize('NFKC').trim().toLowerCase();
  if (word !== undefined && (YES.includes(word) || word === field.label)) return { value: true };
  return word !== undefined && NO.includes(word) ? { value: false } : { problem: `${field.label}请填“是”或“否”` };
}

export function readFrom(field: Field, input: unknown, read: (text: string) => Read<string>): Read<string> {
  const text = asText(input);
  return text === undefined ? wrong(field) : read(text);
}
