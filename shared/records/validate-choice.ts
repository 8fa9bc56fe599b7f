import { type Read, shown } from './date-input.ts';
import { enumerationOf, matchValue } from './enumerations.ts';
import type { Field } from './field.ts';
import { oneLine } from './text-format.ts';
import { asText, isBlank, type ValidateContext, wrong } from './validate-scalar.ts';

/** Words that stood in this field before the change; in rows, those of any row, since rows have no identity. */
export function beforeWords(context: ValidateContext, name: string): readonly unknown[] {
  const value = context.before[name];
  return Array.isArray(value) ? value : [value];
}

/** Retired options, and options the office has struck out since, stay allowed where they already stand. */
export function readChoice(
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

export function readChoices(
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

export function readTags(field: Field, input: unknown): Read<string[]> {
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
