import { asBody, isAddress, isBlankBody } from './body-shape.ts';
import { type Read, readDate, readDateTime, readMonth, readNumber, readYear, shown } from './date-input.ts';
import { type Enumeration, enumerationOf, matchValue } from './enumerations.ts';
import type { Attachment, Field } from './field.ts';
import { isValues } from './read-value.ts';
import type { Lookup, Values } from './record.ts';
import { kindOf } from './registry.ts';
import { formatRemark, formatted, oneLine, severalLines } from './text-format.ts';

/** Longest text in characters: beyond it a cell was mapped to the wrong field or a file was pasted into a form. */
const LONGEST_LINE = 2_000;
const LONGEST_TEXT = 1_000_000;
const MOST_ROWS = 5_000;

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
}

/** The value in its stored form; undefined when blank or wrong, the latter with a problem under `path`. */
export function validateField(
  field: Field,
  input: unknown,
  name: string,
  path: string,
  context: ValidateContext,
): unknown {
  const given = isBlank(input) && field.required && context.isNew ? field.initial : input;
  let value: unknown;
  if (!isBlank(given)) {
    const read = readValue(field, given, name, path, context);
    if (read.problem !== undefined) {
      context.findings.problems[path] = read.problem;
      return undefined;
    }
    value = isBlank(read.value) ? undefined : read.value;
  }
  if (value === undefined && Object.keys(context.findings.problems).every((key) => !key.startsWith(`${path}.`))) {
    const verb = VERBS[field.type] ?? '填写';
    if (field.required) context.findings.problems[path] = `请${verb}${field.label}`;
    else if (field.expected) context.findings.warnings[path] = `还没有${verb}${field.label}`;
  }
  return value;
}

const VERBS: Partial<Record<Field['type'], string>> = {
  choice: '选择',
  choices: '选择',
  reference: '选择',
  references: '选择',
  boolean: '选择',
  files: '添加',
  rows: '登记',
};

function isBlank(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}

function readValue(field: Field, input: unknown, name: string, path: string, context: ValidateContext): Read<unknown> {
  switch (field.type) {
    case 'text':
      return readText(field, input, path, context);
    case 'longText':
      return readLong(field, input);
    case 'body':
      return readBody(field, input);
    case 'integer':
    case 'decimal':
    case 'year':
      return readNumeric(field, input);
    case 'boolean':
      return readBoolean(field, input);
    case 'date':
      return readFrom(field, input, readDate);
    case 'month':
      return readFrom(field, input, readMonth);
    case 'dateTime':
      return readFrom(field, input, readDateTime);
    case 'choice':
      return readChoice(field, input, beforeWords(context, name), path, context);
    case 'choices':
      return readChoices(field, input, beforeWords(context, name), path, context);
    case 'tags':
      return readTags(field, input);
    case 'reference':
      return readReference(field, input, context);
    case 'references':
      return readReferences(field, input, context);
    case 'files':
      return readFiles(field, input);
    case 'rows':
      return readRows(field, input, name, path, context);
  }
}

const wrong = (field: Field): { problem: string } => ({ problem: `“${field.label}”的内容不对，请重新填写` });

/** Numbers typed into a text column of a spreadsheet (postcode, mobile) come as numbers. */
function asText(input: unknown): string | undefined {
  if (typeof input === 'string') return input;
  return typeof input === 'number' && Number.isFinite(input) ? String(input) : undefined;
}

function readText(field: Field, input: unknown, path: string, context: ValidateContext): Read<string> {
  const text = asText(input);
  if (text === undefined) return wrong(field);
  let value = oneLine(text);
  if (field.format) value = formatted(value, field.format);
  if (value.length > LONGEST_LINE) return { problem: `${field.label}太长（不超过${LONGEST_LINE}字）` };
  const remark = field.format && value ? formatRemark(value, field.format) : undefined;
  if (remark) context.findings.warnings[path] = remark;
  return { value };
}

function readLong(field: Field, input: unknown): Read<string> {
  const text = asText(input);
  if (text === undefined) return wrong(field);
  const value = severalLines(text);
  return value.length > LONGEST_TEXT
    ? { problem: `${field.label}太长（不超过${LONGEST_TEXT / 10_000}万字）` }
    : { value };
}

function readBody(field: Field, input: unknown): Read<unknown> {
  const body = asBody(input);
  if (!body) return { problem: `“${field.label}”不是完整的文稿，原来的内容没有动，请重新打开再试` };
  return { value: isBlankBody(body) ? undefined : body };
}

function readNumeric(field: Field, input: unknown): Read<number> {
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

function readBoolean(field: Field, input: unknown): Read<boolean> {
  if (typeof input === 'boolean') return { value: input };
  const word = asText(input)?.normalize('NFKC').trim().toLowerCase();
  if (word !== undefined && (YES.includes(word) || word === field.label)) return { value: true };
  return word !== undefined && NO.includes(word) ? { value: false } : { problem: `${field.label}请填“是”或“否”` };
}

function readFrom(field: Field, input: unknown, read: (text: string) => Read<string>): Read<string> {
  const text = asText(input);
  return text === undefined ? wrong(field) : read(text);
}

/** Words that stood in this field before the change; in rows, those of any row, since rows have no identity. */
function beforeWords(context: ValidateContext, name: string): readonly unknown[] {
  const value = context.before[name];
  return Array.isArray(value) ? value : [value];
}

/** Retired options, and options the office has struck out since, stay allowed where they already stand. */
function readChoice(
  field: Field,
  input: unknown,
  before: readonly unknown[],
  path: string,
  context: ValidateContext,
): Read<string> {
  const text = asText(input);
  const enumeration = enumerationOf(context.enumerations, field.enumeration ?? '');
  if (text === undefined || !enumeration) return wrong(field);
  const word = oneLine(text);
  const known = matchValue(enumeration, word);
  if (known && (!known.retired || before.includes(known.value))) return { value: known.value };
  if (before.includes(word)) {
    context.findings.warnings[path] = `“${shown(word)}”已不在${enumeration.label}的选项里，可以改选`;
    return { value: word };
  }
  return {
    problem: known
      ? `“${shown(word)}”已停用，请另选${field.label}`
      : `${field.label}没有“${shown(word)}”这个选项，可在资料库设置里添加`,
  };
}

const SEPARATORS = /[、,，;；/／|\n]+/u;

function listInput(input: unknown): readonly unknown[] | undefined {
  if (Array.isArray(input)) return input;
  const text = asText(input);
  return text?.split(SEPARATORS);
}

function readChoices(
  field: Field,
  input: unknown,
  before: readonly unknown[],
  path: string,
  context: ValidateContext,
): Read<string[]> {
  const items = listInput(input);
  if (!items) return wrong(field);
  const values: string[] = [];
  for (const item of items) {
    if (isBlank(item)) continue;
    const read = readChoice(field, item, before, path, context);
    if (read.problem !== undefined) return read;
    if (!values.includes(read.value)) values.push(read.value);
  }
  return { value: values };
}

function readTags(field: Field, input: unknown): Read<string[]> {
  const items = listInput(input);
  if (!items) return wrong(field);
  const values: string[] = [];
  for (const item of items) {
    const text = isBlank(item) ? '' : asText(item);
    if (text === undefined) return wrong(field);
    const word = oneLine(text);
    if (word.length > 100) return { problem: `${field.label}里“${shown(word)}”太长（每个不超过100字）` };
    if (word && !values.includes(word)) values.push(word);
  }
  return { value: values };
}

function readReference(field: Field, input: unknown, context: ValidateContext): Read<string> {
  if (typeof input !== 'string') return wrong(field);
  const id = input.trim();
  if (context.lookup(field.target ?? '', id)) return { value: id };
  const label = kindOf(field.target ?? '')?.label ?? field.label;
  return { problem: `所选${field.label}已不存在，请重新选择${label === field.label ? '' : label}` };
}

function readReferences(field: Field, input: unknown, context: ValidateContext): Read<string[]> {
  if (!Array.isArray(input)) return wrong(field);
  const values: string[] = [];
  for (const item of input) {
    if (isBlank(item)) continue;
    const read = readReference(field, item, context);
    if (read.problem !== undefined) return read;
    if (!values.includes(read.value)) values.push(read.value);
  }
  return { value: values };
}

function readFiles(field: Field, input: unknown): Read<Attachment[]> {
  if (!Array.isArray(input)) return wrong(field);
  const files: Attachment[] = [];
  for (const item of input) {
    if (!isValues(item) || !isAddress(item.sha256) || typeof item.name !== 'string' || typeof item.type !== 'string') {
      return { problem: `“${field.label}”里有一个文件没有存好，请重新添加` };
    }
    if (!Number.isSafeInteger(item.size) || (item.size as number) < 0) return wrong(field);
    const name = oneLine(item.name).split(/[\\/]/u).at(-1) || '未命名文件';
    files.push({ sha256: item.sha256, name, size: item.size as number, type: item.type });
  }
  return { value: files };
}

function readRows(field: Field, input: unknown, name: string, path: string, context: ValidateContext): Read<Values[]> {
  if (!Array.isArray(input) || !field.row) return wrong(field);
  if (input.length > MOST_ROWS) return { problem: `${field.label}太多（不超过${MOST_ROWS}行）` };
  const before = Array.isArray(context.before[name]) ? (context.before[name] as unknown[]).filter(isValues) : [];
  const rows: Values[] = [];
  input.forEach((item: unknown, index) => {
    const at = `${path}.${index}`;
    if (!isValues(item)) {
      if (!isBlank(item)) context.findings.problems[at] = `${field.label}第${index + 1}行的内容不对`;
      return;
    }
    // A row the clerk added and left empty is no row.
    if (Object.values(item).every(isBlank)) return;
    const row = readRow(field.row ?? {}, item, at, context, before);
    if (Object.keys(row).length > 0) rows.push(row);
  });
  return { value: rows };
}

function readRow(
  fields: Readonly<Record<string, Field>>,
  item: Values,
  at: string,
  context: ValidateContext,
  before: readonly Values[],
): Values {
  for (const key of Object.keys(item)) {
    if (!Object.hasOwn(fields, key)) context.findings.problems[`${at}.${key}`] = `没有“${key}”这个栏目`;
  }
  const row: Record<string, unknown> = {};
  for (const [key, cell] of Object.entries(fields)) {
    // A new row gets its initial values even in a record that is being changed.
    const inside: ValidateContext = { ...context, isNew: true, before: { [key]: before.flatMap((r) => r[key] ?? []) } };
    const value = validateField(cell, Object.hasOwn(item, key) ? item[key] : undefined, key, `${at}.${key}`, inside);
    if (value !== undefined) row[key] = value;
  }
  return row;
}
