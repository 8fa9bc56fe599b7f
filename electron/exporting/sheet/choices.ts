import type { Workbook, Worksheet } from '@cj-tech-master/excelts';
import type { Field } from '../../../shared/records/field.ts';
import { type Enumeration, enumerationOf, titleOf } from '../../../shared/records/index.ts';
import type { Lookup, StoredRecord } from '../../../shared/records/record.ts';
import { letterOf, sheetName } from './table.ts';

/** The library as far as a sheet to be filled in needs it. */
export interface ChoiceContext {
  readonly lookup: Lookup;
  readonly list: (kind: string) => readonly StoredRecord[];
  readonly enumerations: readonly Enumeration[];
}

/** More names than this are typed faster than found. */
const MOST_NAMES = 300;

/** What may stand in a column: the words of its list, 是 and 否, or the names of the few records it can point at. */
export function choicesOf(field: Field, context: ChoiceContext): string[] {
  if (field.type === 'boolean') return ['是', '否'];
  if (field.enumeration) {
    return (enumerationOf(context.enumerations, field.enumeration)?.values ?? [])
      .filter(({ retired }) => !retired)
      .map(({ value }) => value);
  }
  if ((field.type !== 'reference' && field.type !== 'references') || !field.target) return [];
  const records = context.list(field.target);
  if (records.length > MOST_NAMES) return [];
  const names = records.map((record) => titleOf(record, context.lookup)).filter(Boolean);
  return [...new Set(names)].map((name) => name.replace(/[\r\n\u0000-\u001f]+/gu, ' '));
}

export interface DropDown {
  /** 1 is the first. */
  readonly column: number;
  readonly field: Field;
}

/** Drop-downs over the rows `from` to `to`; columns that take several words at once have none. */
export function addDropDowns(
  workbook: Workbook,
  sheet: Worksheet,
  columns: readonly DropDown[],
  [from, to]: readonly [number, number],
  context: ChoiceContext,
  taken: Set<string>,
): void {
  const single = columns.filter(({ field }) => ['choice', 'boolean', 'reference'].includes(field.type));
  const lists = new Map<string, readonly string[]>();
  for (const { column, field } of single) {
    const choices = choicesOf(field, context);
    if (choices.length === 0) continue;
    const key = choices.join('\n');
    if (!lists.has(key)) lists.set(key, choices);
    const letter = letterOf([...lists.keys()].indexOf(key) + 1);
    const own = letterOf(column);
    sheet.dataValidations.add(`range:${own}${from}:${own}${Math.max(from, to)}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`选项!$${letter}$1:$${letter}$${choices.length}`],
      // A word that is not in the list is asked about at import, not forbidden here.
      showErrorMessage: false,
    });
  }
  if (lists.size === 0) return;
  const sheetOfLists = workbook.addWorksheet(sheetName('选项', taken), { state: 'hidden' });
  [...lists.values()].forEach((choices, column) => {
    choices.forEach((choice, row) => {
      const cell = sheetOfLists.getCell(row + 1, column + 1);
      cell.value = choice;
      cell.numFmt = '@';
    });
  });
}
