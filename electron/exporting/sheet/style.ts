import type { Style } from '@cj-tech-master/excelts';
import type { CellFormat, SheetCell } from './cell.ts';

type CellStyle = Partial<Style>;

const FONT = '宋体';
const LINE = { style: 'thin', color: { argb: 'FF8C97A6' } } as const;
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE } as const;

const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;

export const TITLE_STYLE: CellStyle = {
  font: { name: FONT, size: 16, bold: true },
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
};

export const NOTE_STYLE: CellStyle = {
  font: { name: FONT, size: 10, color: { argb: 'FF4A5565' } },
  alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
};

export const HEAD_STYLE: CellStyle = {
  font: { name: FONT, size: 11, bold: true },
  fill: fill('FFDCE6F4'),
  border: BORDER,
  numFmt: '@',
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
};

/** From five figures on thousands stand apart, as in the lists of the program. */
const GROUPED = '[>=10000]#,##0;[<=-10000]-#,##0;0';

const FORMATS: Readonly<Record<Exclude<CellFormat, 'decimal'>, string>> = {
  text: '@',
  plain: 'General',
  integer: GROUPED,
  year: '0',
  day: 'yyyy-mm-dd',
  minute: 'yyyy-mm-dd hh:mm',
};

export type RowLook = 'body' | 'exact' | 'sample' | 'group' | 'sum';

const FILLS: Readonly<Record<RowLook, string | undefined>> = {
  body: undefined,
  exact: undefined,
  sample: 'FFF7F7F7',
  group: 'FFF1F5FA',
  sum: 'FFE8EEF7',
};

/** One object a look: the writer recognises a style it has met by the object, which keeps 50,000 rows quick. */
const made = new Map<string, CellStyle>();

/** `exact`: numbers without thousands, so that they read back as they are. */
export function styleFor({ format, digits = 0 }: SheetCell, row: RowLook): CellStyle {
  const key = `${format}/${digits}/${row}`;
  const known = made.get(key);
  if (known) return known;
  const colour = FILLS[row];
  const right = format === 'integer' || format === 'decimal' || format === 'year';
  const style: CellStyle = {
    font: {
      name: FONT,
      size: 11,
      ...(row === 'group' || row === 'sum' ? { bold: true } : {}),
      ...(row === 'sample' ? { italic: true, color: { argb: 'FF5F6B7A' } } : {}),
    },
    border: BORDER,
    numFmt: numberFormat(format, digits, row),
    alignment: {
      vertical: 'middle',
      wrapText: true,
      ...(right ? { horizontal: 'right' as const } : {}),
    },
    ...(colour ? { fill: fill(colour) } : {}),
  };
  made.set(key, style);
  return style;
}

function numberFormat(format: CellFormat, digits: number, row: RowLook): string {
  if (format === 'decimal') return digits > 0 ? `0.${'0'.repeat(digits)}` : '0';
  return row === 'exact' && format === 'integer' ? '0' : FORMATS[format];
}
