import { AntouError } from '../../../shared/api/errors.ts';
import type { ReadSheet } from '../types.ts';
import type { ImportField } from './fields.ts';
import { detectHeading, headingsAt } from './heading.ts';
import { ID_HEADING } from './update-columns.ts';
import { plain } from './words.ts';

export interface ChosenSheet {
  readonly sheet: ReadSheet;
  readonly headingRow: number;
  readonly headings: readonly string[];
}

/** Column of the hidden ids of an export for update, by row; undefined for any other sheet. */
export function idColumnOf(headings: readonly string[]): number | undefined {
  const index = headings.findIndex((heading) => plain(heading) === plain(ID_HEADING));
  return index < 0 ? undefined : index;
}

/** The sheet the clerk named, otherwise the first with a heading. @throws AntouError invalid */
export function chooseSheet(
  sheets: readonly ReadSheet[],
  options: { readonly sheet?: string; readonly headingRow?: number },
  fields: readonly ImportField[],
): ChosenSheet {
  const named = options.sheet === undefined ? undefined : sheets.find(({ name }) => name === options.sheet);
  if (options.sheet !== undefined && !named) {
    throw new AntouError(
      'invalid',
      `文件里没有名为“${options.sheet}”的表，没有导入。可选：${sheets.map(({ name }) => name).join('、')}。`,
    );
  }
  for (const sheet of named ? [named] : sheets) {
    if (options.headingRow !== undefined && (named || sheets.length === 1 || sheet === sheets[0])) {
      const headingRow = Math.min(options.headingRow, Math.max(0, sheet.rows.length - 1));
      return { sheet, headingRow, headings: headingsAt(sheet.rows, headingRow, fields) };
    }
    // The heading of an export for update is known for certain.
    const updating = sheet.rows.slice(0, 20).findIndex((row) => idColumnOf(row) !== undefined);
    if (updating >= 0) return { sheet, headingRow: updating, headings: [...(sheet.rows[updating] ?? [])] };
    const found = detectHeading(sheet.rows, fields);
    if (found) return { sheet, headingRow: found.row, headings: found.headings };
  }
  const sheet = named ?? sheets[0];
  if (!sheet) throw new AntouError('invalid', '表格里没有内容，没有导入。请确认选对了文件。');
  // Nothing was recognised: the first filled row is shown as the heading, and the clerk maps by hand.
  const headingRow = Math.max(
    0,
    sheet.rows.findIndex((row) => row.filter(Boolean).length >= 2),
  );
  return { sheet, headingRow, headings: headingsAt(sheet.rows, headingRow, fields) };
}
