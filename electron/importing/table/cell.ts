import type { Enumeration, Field, List, Lookup } from '../../../shared/records/index.ts';
import { enumerationOf, matchValue } from '../../../shared/records/index.ts';
import { validateField } from '../../../shared/records/validate-field.ts';
import { NameIndex } from './names.ts';
import { type Candidate, type Missing, type NameContext, resolveName } from './references.ts';
import { readableText } from './spelling.ts';
import { isDash, partsOf } from './words.ts';

/** What a cell is read against. Made once for many cells: names are looked up in an index. */
export interface CellContext extends NameContext {
  readonly enumerations: readonly Enumeration[];
  /** What is named and not there is to be made: the reading says what, and the caller makes it and reads again. */
  readonly createMissing?: boolean;
  /** What stood in the field before: options that were retired since may stay. */
  readonly before?: unknown;
  /** The word in the sheet → the value (or record id) the clerk meant by it; '' leaves it blank. */
  readonly words?: Readonly<Record<string, string>>;
  /** 无 and — in a text column say that there is nothing. In other columns they always do. */
  readonly dashIsBlank?: boolean;
}

interface Remarked {
  /** Chinese: how the text was understood where that is not plain. */
  readonly remarks: readonly string[];
}

export type CellReading =
  /** In its stored form; undefined for a blank cell. */
  | (Remarked & { readonly value: unknown; readonly problem?: undefined; readonly missing?: undefined })
  /** Why it cannot be taken, and the records it may mean. `missing`: it could be made, had the context said so. */
  | (Remarked & {
      readonly problem: string;
      readonly candidates?: readonly Candidate[];
      readonly missing?: Missing;
    })
  /** Only with createMissing: a record of this name has to be made, then the cell reads as a value. */
  | (Remarked & { readonly missing: Missing; readonly problem?: undefined });

export function cellContext(
  known: { readonly lookup: Lookup; readonly list: List; readonly enumerations: readonly Enumeration[] },
  options: Omit<CellContext, 'names' | 'enumerations'> = {},
): CellContext {
  return { names: new NameIndex(known), enumerations: known.enumerations, ...options };
}

/**
 * What the text of a spreadsheet cell says for a field, in the stored form of the field's type (shared/records/field.ts):
 * names become references, words become options, dates and numbers are read however they are written. Never throws.
 * Whether the value may stand in a record is for validateRecord to say; `required` is not looked at.
 */
export function readCell(field: Field, text: string, context: CellContext): CellReading {
  const given = text.trim();
  const mapped = context.words?.[given];
  if (given === '' || mapped === '') return { value: undefined, remarks: [] };
  const plainText = field.type === 'text' || field.type === 'longText' || field.type === 'body';
  if (
    isDash(given) &&
    field.type !== 'boolean' &&
    (!plainText || context.dashIsBlank) &&
    !isOption(field, given, context)
  )
    return { value: undefined, remarks: [] };
  switch (field.type) {
    case 'reference':
      return readReference(field, given, context);
    case 'references':
      return readReferences(field, given, context);
    case 'choice':
      return validated(field, mapped ?? given, context);
    case 'choices':
      return readChoices(field, given, context);
    case 'body':
      return { value: bodyOf(given), remarks: [] };
    case 'rows':
    case 'files':
      return { problem: `“${field.label}”不能写在一个格子里`, remarks: [] };
    default: {
      const readable = readableText(field, mapped ?? given);
      return validated(field, readable.text, context, readable.remarks);
    }
  }
}

const isOption = (field: Field, text: string, { enumerations }: CellContext): boolean => {
  const enumeration = field.enumeration ? enumerationOf(enumerations, field.enumeration) : undefined;
  return enumeration !== undefined && matchValue(enumeration, text) !== undefined;
};

/** As the record's own rules read it, so that a cell and a form agree. */
function validated(field: Field, input: unknown, context: CellContext, remarks: readonly string[] = []): CellReading {
  const findings: { problems: Record<string, string>; warnings: Record<string, string> } = {
    problems: {},
    warnings: {},
  };
  const value = validateField({ ...field, required: false, expected: false }, input, 'cell', 'cell', {
    lookup: context.names.lookup,
    enumerations: context.enumerations,
    before: { cell: context.before },
    isNew: false,
    findings,
    kept: {},
  });
  const problem = findings.problems.cell;
  // Warnings come again when the whole record is checked.
  return problem === undefined ? { value, remarks } : { problem, remarks };
}

function readReference(field: Field, text: string, context: CellContext): CellReading {
  const kind = field.target ?? '';
  const chosen = context.words?.[text];
  if (chosen !== undefined && context.names.lookup(kind, chosen)) return { value: chosen, remarks: [] };
  const meant = resolveName(kind, chosen ?? text, context);
  // What was remembered may be gone since; the word itself may still be plain.
  const found = 'id' in meant || chosen === undefined ? meant : resolveName(kind, text, context);
  if ('id' in found) return { value: found.id, remarks: found.remark ? [found.remark] : [] };
  const parts = partsOf(text);
  if (parts.length > 1 && !found.candidates && parts.every((part) => 'id' in resolveName(kind, part, context))) {
    return { problem: `“${field.label}”只能填一个，这里写了 ${parts.length} 个`, remarks: [] };
  }
  if (found.missing && context.createMissing) return { missing: found.missing, remarks: [] };
  const { problem, candidates, missing } = found;
  return { problem, ...(candidates ? { candidates } : {}), ...(missing ? { missing } : {}), remarks: [] };
}

function readReferences(field: Field, text: string, context: CellContext): CellReading {
  const ids: string[] = [];
  const remarks: string[] = [];
  for (const part of namesIn(field, text, context)) {
    if (context.words?.[part] === '' || isDash(part)) continue;
    const read = readReference(field, part, context);
    if (read.problem !== undefined || read.missing) return read;
    if (typeof read.value === 'string' && !ids.includes(read.value)) ids.push(read.value);
    remarks.push(...read.remarks);
  }
  return { value: ids.length > 0 ? ids : undefined, remarks };
}

/** The names in a cell: the whole when it is one, else its parts; blanks part people's names as well. */
export function namesIn(field: Field, text: string, context: CellContext): readonly string[] {
  const kind = field.target ?? '';
  const known = (name: string): boolean =>
    context.words?.[name] !== undefined || 'id' in resolveName(kind, name, context);
  if (known(text)) return [text];
  const parts = partsOf(text.replace(ET_AL, ''));
  return parts.flatMap((part) => {
    const words = part.split(/\s+/u);
    return words.length > 1 && !known(part) && words.every(known) ? words : [part];
  });
}

/** 张三、李四等5人 */
const ET_AL = /等\s*[0-9０-９一二三四五六七八九十]*\s*[名人位个家]?\s*$/u;

function readChoices(field: Field, text: string, context: CellContext): CellReading {
  const words = context.words ?? {};
  // 人大/政协 may be one option: the whole comes first.
  const parts = words[text] !== undefined || isOption(field, text, context) ? [text] : partsOf(text);
  const meant = parts
    .map((part) => words[part] ?? part)
    .filter((part) => part !== '' && !(isDash(part) && !isOption(field, part, context)));
  return validated(field, meant, context);
}

/** Paragraphs of a cell: Alt+Enter makes the next. */
function bodyOf(text: string): unknown {
  const blocks = text
    .split(/\n+/u)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ type: 'paragraph', text: [{ text: line }] }));
  return { blocks };
}
