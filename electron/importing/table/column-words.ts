import { enumerationOf, titleOf } from '../../../shared/records/index.ts';
import { type CellContext, namesIn, readCell } from './cell.ts';
import type { ImportField } from './fields.ts';
import { isDash, partsOf } from './words.ts';

export interface Word {
  readonly word: string;
  readonly count: number;
  /** The value it is taken for, as a clerk reads it; '' when unknown. */
  readonly value: string;
  readonly remembered: boolean;
}

/** More are free text in a column that was mapped wrongly. */
const MOST_WORDS = 300;
const MOST_OPTIONS = 500;

const isWordy = ({ field }: ImportField): boolean =>
  field.type === 'choice' || field.type === 'choices' || field.type === 'reference' || field.type === 'references';

/** The different words of a choice or reference column, the most frequent unknown ones first. */
export function wordsOf(
  field: ImportField,
  texts: Iterable<string>,
  context: CellContext,
  remembered: Readonly<Record<string, string>> = {},
): Word[] {
  if (!isWordy(field)) return [];
  const counts = new Map<string, number>();
  const parts = new Map<string, readonly string[]>();
  for (const text of texts) {
    const given = text.trim();
    if (!given) continue;
    let words = parts.get(given);
    if (!words) {
      words = splitWords(field, given, context);
      parts.set(given, words);
    }
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const all = [...counts].slice(0, MOST_WORDS).map(([word, count]): Word => {
    const value = meantBy(field, word, context);
    return { word, count, value, remembered: remembered[word] !== undefined };
  });
  return all.sort((a, b) => Number(a.value !== '') - Number(b.value !== '') || b.count - a.count);
}

function splitWords(field: ImportField, text: string, context: CellContext): readonly string[] {
  const { type } = field.field;
  if (type === 'references' || (type === 'reference' && field.column !== undefined))
    return namesIn(field.field, text, context);
  if (type !== 'choices') return [text];
  const whole = readCell({ ...field.field, type: 'choice' }, text, context);
  return whole.problem === undefined ? [text] : partsOf(text);
}

function meantBy({ field }: ImportField, word: string, context: CellContext): string {
  if (context.words?.[word] === '') return '（空）';
  const type = field.type === 'choices' ? 'choice' : field.type === 'references' ? 'reference' : field.type;
  const read = readCell({ ...field, type }, word, context);
  if (read.problem !== undefined || read.missing || typeof read.value !== 'string') return isDash(word) ? '（空）' : '';
  if (type === 'choice') return read.value;
  const record = context.names.lookup(field.target ?? '', read.value);
  return record ? titleOf(record, context.names.lookup) : '';
}

/** What a word of the column can be set to. */
export function optionsOf(
  { field }: ImportField,
  context: CellContext,
  titles: (kind: string) => readonly string[],
): string[] {
  if (field.enumeration) {
    const values = enumerationOf(context.enumerations, field.enumeration)?.values ?? [];
    return values.filter(({ retired }) => !retired).map(({ value }) => value);
  }
  if (field.type !== 'reference' && field.type !== 'references') return [];
  const all = titles(field.target ?? '');
  return all.length > MOST_OPTIONS ? [] : [...new Set(all)];
}
