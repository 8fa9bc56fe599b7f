import { isAddress } from './body-shape.ts';
import { type Read, readDate, readDateTime, readMonth } from './date-input.ts';
import type { Attachment, Field } from './field.ts';
import { isValues } from './read-value.ts';
import type { Values } from './record.ts';
import { kindOf } from './registry.ts';
import { oneLine } from './text-format.ts';
import { beforeWords, readChoice, readChoices, readTags } from './validate-choice.ts';
import {
  isBlank,
  readBody,
  readBoolean,
  readFrom,
  readLong,
  readNumeric,
  readText,
  type ValidateContext,
  wrong,
} from './validate-scalar.ts';

const MOST_ROWS = 5_000;

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
  const before = columnsBefore(field.row, context.before[name]);
  const rows: Values[] = [];
  const kept: number[] = [];
  context.kept[path] = kept;
  input.forEach((item: unknown, index) => {
    const at = `${path}.${index}`;
    if (!isValues(item)) {
      if (!isBlank(item)) context.findings.problems[at] = `${field.label}第${index + 1}行的内容不对`;
      return;
    }
    // A row the clerk added and left empty is no row.
    if (Object.values(item).every(isBlank)) return;
    const row = readRow(field.row ?? {}, item, at, context, before);
    if (Object.keys(row).length === 0) return;
    rows.push(row);
    kept.push(index);
  });
  return { value: rows };
}

function readRow(
  fields: Readonly<Record<string, Field>>,
  item: Values,
  at: string,
  context: ValidateContext,
  before: Values,
): Values {
  for (const key of Object.keys(item)) {
    if (!Object.hasOwn(fields, key)) context.findings.problems[`${at}.${key}`] = `没有“${key}”这个栏目`;
  }
  const row: Record<string, unknown> = {};
  for (const [key, cell] of Object.entries(fields)) {
    // A new row gets its initial values even in a record that is being changed.
    const inside: ValidateContext = { ...context, isNew: true, before };
    const value = validateField(cell, Object.hasOwn(item, key) ? item[key] : undefined, key, `${at}.${key}`, inside);
    if (value !== undefined) row[key] = value;
  }
  return row;
}

/** What stood in each column before the change, over all rows: rows have no identity of their own. */
function columnsBefore(fields: Readonly<Record<string, Field>>, value: unknown): Values {
  const rows = Array.isArray(value) ? value.filter(isValues) : [];
  return Object.fromEntries(
    Object.keys(fields).map((key) => [key, [...new Set(rows.flatMap((row) => row[key] ?? []))]]),
  );
}
