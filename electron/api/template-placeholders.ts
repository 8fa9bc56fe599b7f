import {
  LIST_NAMES,
  RAW_NAMES,
  TEXT_NAMES,
  type TemplateContext,
  type TemplateScope,
  templateData,
} from '../../shared/documents/templates/index.ts';
import type { Example } from './template-example.ts';

/** Characters of an example value; what is longer is cut. */
const LONGEST = 60;

const short = (value: unknown): { value?: string } => {
  if (typeof value !== 'string') return {};
  const text = value.replace(/\s+/gu, ' ');
  return { value: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text };
};

const entriesOf = (data: TemplateScope, name: string): readonly TemplateScope[] | undefined => {
  const value = Object.hasOwn(data, name) ? data[name] : undefined;
  return Array.isArray(value) ? (value as readonly TemplateScope[]) : undefined;
};

/** First value of a name among the entries of a list. */
function firstOf(entries: readonly TemplateScope[] | undefined, name: string): { value?: string } {
  const found = entries?.find((entry) => typeof entry[name] === 'string' && entry[name] !== '');
  return short(found?.[name]);
}

const REGISTER = /^表格(\d+)$/u;

/** Every placeholder of a document with what stands behind it in the example, by kind. */
export function placeholdersOf(example: Example | undefined, context: TemplateContext) {
  const data: TemplateScope = example ? templateData(example.model, context) : {};
  const fixed = new Set([...TEXT_NAMES, ...LIST_NAMES].map(({ name }) => name));
  const fields = Object.entries(data).flatMap(([name, value]) =>
    typeof value === 'string' && !fixed.has(name) ? [{ name, about: `表格里“${name}”一栏`, ...short(value) }] : [],
  );
  const registers = Object.keys(data).flatMap((name) => {
    const entries = REGISTER.test(name) ? entriesOf(data, name) : undefined;
    if (!entries) return [];
    const inside = [...new Set(entries.flatMap((entry) => Object.keys(entry)))].map((column) => ({
      name: column,
      about: /^列\d+$/u.test(column) ? '按位置' : column === '行号' ? '第几行' : '按表头',
      ...firstOf(entries, column),
    }));
    return [{ name, about: `第 ${REGISTER.exec(name)?.[1] ?? ''} 张表的每一行`, count: entries.length, inside }];
  });
  const lists = LIST_NAMES.map(({ name, about, inside }) => {
    const entries = entriesOf(data, name);
    return {
      name,
      about,
      ...(entries ? { count: entries.length } : {}),
      inside: inside.map((entry) => ({ ...entry, ...firstOf(entries, entry.name) })),
    };
  });
  return {
    ...(example ? { example: example.model.title || example.model.fileName } : {}),
    texts: TEXT_NAMES.map((entry) => ({ ...entry, ...short(data[entry.name]) })),
    fields,
    lists: [...registers, ...lists],
    raw: RAW_NAMES.map((entry) => ({ ...entry })),
  };
}
