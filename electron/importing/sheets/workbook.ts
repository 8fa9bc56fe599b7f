import * as xlsx from '@e965/xlsx';
import { AntouError } from '../../../shared/api/errors.ts';
import type { ReadSheet } from '../types.ts';

/** Rows read from a sheet; a roster has hundreds. */
export const MOST_ROWS = 50_000;
const MOST_COLUMNS = 300;
const MOST_CELLS = 2_000_000;

interface Remarks {
  formulas: number;
  empty: number;
  errors: number;
  restored: number;
  rounded: number;
}

/**
 * Sheets of an Excel workbook (.xlsx, .xls): every cell as the text a clerk sees in it, dates as YYYY-MM-DD, formulas as
 * the result Excel last stored. Nothing is computed here and no macro is read.
 */
export function readWorkbook(bytes: Uint8Array): ReadSheet[] {
  const workbook = parse(bytes);
  const sheets: ReadSheet[] = [];
  workbook.SheetNames.forEach((name, index) => {
    const sheet = workbook.Sheets[name];
    if (!sheet || (sheet['!type'] && sheet['!type'] !== 'sheet')) return;
    const read = readSheet(name, sheet);
    const hidden = workbook.Workbook?.Sheets?.[index]?.Hidden;
    sheets.push(hidden ? { ...read, notes: [...read.notes, '这张表在原文件里是隐藏的'] } : read);
  });
  return sheets;
}

function parse(bytes: Uint8Array): xlsx.WorkBook {
  try {
    return xlsx.read(bytes, {
      type: 'array',
      dense: true,
      cellDates: true,
      UTC: true,
      cellHTML: false,
      cellStyles: false,
      // Without stubs a formula that has no stored result would vanish without a word.
      sheetStubs: true,
      bookVBA: false,
      sheetRows: MOST_ROWS + 1,
    });
  } catch (cause) {
    const locked = cause instanceof Error && /password|encrypt/i.test(cause.message);
    throw new AntouError(
      'invalid',
      locked
        ? '这个表格有密码，打不开，没有导入。请用 Excel/WPS 输入密码打开，取消密码后另存，再导入。'
        : '这个表格读不出来（可能已损坏），没有导入。请用 Excel/WPS 打开看看，能打开就另存为 .xlsx 再导入。',
      undefined,
      cause,
    );
  }
}

function readSheet(name: string, sheet: xlsx.WorkSheet): ReadSheet {
  const data = (sheet as { '!data'?: (xlsx.CellObject | undefined)[][] })['!data'] ?? [];
  const remarks: Remarks = { formulas: 0, empty: 0, errors: 0, restored: 0, rounded: 0 };
  const rows: string[][] = [];
  let last = -1;
  let cells = 0;
  for (let index = 0; index < Math.min(data.length, MOST_ROWS + 1); index++) {
    const row: string[] = [];
    const source = data[index] ?? [];
    for (let column = 0; column < Math.min(source.length, MOST_COLUMNS); column++)
      row.push(cellText(source[column], remarks));
    while (row.length > 0 && row.at(-1) === '') row.pop();
    if (row.length > 0) last = index;
    cells += row.length;
    if (cells > MOST_CELLS) refuseSize(name);
    rows.push(row);
  }
  if (last >= MOST_ROWS) refuseSize(name);
  rows.length = last + 1;
  fillMerged(rows, sheet['!merges'] ?? []);
  return { name, rows, notes: notesOf(remarks) };
}

function refuseSize(name: string): never {
  throw new AntouError(
    'invalid',
    `表“${name}”超过 ${MOST_ROWS / 10_000} 万行或内容过多，没有导入。请拆成几个文件，或删去无用的行列再导入。`,
  );
}

function notesOf(remarks: Remarks): string[] {
  const notes: string[] = [];
  if (remarks.formulas > 0) notes.push(`${remarks.formulas} 个公式格取其已算好的结果`);
  if (remarks.empty > 0)
    notes.push(`${remarks.empty} 个公式格没有存结果，按空白处理；请用 Excel/WPS 打开保存一次再导入`);
  if (remarks.errors > 0) notes.push(`${remarks.errors} 个格子显示为错误（如 #N/A），按空白处理`);
  if (remarks.restored > 0) notes.push(`${remarks.restored} 个长数字已按原数还原（表中显示为科学计数）`);
  if (remarks.rounded > 0) notes.push(`${remarks.rounded} 个数字超过 15 位，Excel 已丢失末几位，请核对`);
  return notes;
}

function cellText(cell: xlsx.CellObject | undefined, remarks: Remarks): string {
  if (!cell) return '';
  if (cell.f !== undefined) {
    if (cell.v === undefined || cell.v === null || (cell.t === 'z' && cell.w === undefined)) remarks.empty++;
    else remarks.formulas++;
  }
  switch (cell.t) {
    case 's':
      return clean(String(cell.v ?? ''));
    case 'b':
      return cell.v ? '是' : '否';
    case 'd':
      return cell.v instanceof Date ? dateText(cell.v, cell.w) : clean(cell.w ?? '');
    case 'n':
      return numberText(cell, remarks);
    case 'e':
      remarks.errors++;
      return '';
    default:
      return '';
  }
}

/** Line ends inside a cell stay; blanks at both ends and invisible characters go. */
function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u200b\ufeff]/g, '')
    .trim();
}

const two = (value: number): string => String(value).padStart(2, '0');

/** With `UTC` the parts of the date as Excel shows them are the UTC parts. A date before 1900 is a bare time. */
function dateText(date: Date, shown: string | undefined): string {
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1900) return clean(shown ?? '');
  // Excel keeps a time as a part of a day: 16:20 comes as 16:19:59.999.
  const time = new Date(Math.round(date.getTime() / 1000) * 1000);
  const day = `${time.getUTCFullYear()}-${two(time.getUTCMonth() + 1)}-${two(time.getUTCDate())}`;
  const minutes = time.getUTCHours() * 60 + time.getUTCMinutes();
  return minutes === 0 ? day : `${day} ${two(time.getUTCHours())}:${two(time.getUTCMinutes())}`;
}

/** As shown, unless what is shown is not the number: 1.23E+17, ####. Leading zeros come from the format and stay. */
function numberText(cell: xlsx.CellObject, remarks: Remarks): string {
  const value = cell.v as number;
  const shown = clean(cell.w ?? '');
  if (!Number.isFinite(value)) return shown;
  if (Number.isInteger(value) && Math.abs(value) >= 1e15) remarks.rounded++;
  if (shown && !/e[+-]?\d+$/i.test(shown) && !/^#+$/.test(shown)) {
    // General shows eleven figures; the stored number may have more.
    return /^-?\d+\.\d{6,}$/.test(shown) ? String(value) : shown;
  }
  if (/e/i.test(shown)) remarks.restored++;
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
}

/** A merged cell carries its value once; every place it covers means it too (界别 over several rows, two-row headings). */
function fillMerged(rows: string[][], merges: readonly xlsx.Range[]): void {
  for (const { s, e } of merges) {
    const value = rows[s.r]?.[s.c];
    if (!value) continue;
    for (let row = s.r; row <= Math.min(e.r, rows.length - 1); row++) {
      const cells = rows[row];
      if (!cells) continue;
      for (let column = s.c; column <= Math.min(e.c, MOST_COLUMNS - 1); column++) {
        while (cells.length < column) cells.push('');
        cells[column] = cells[column] || value;
      }
    }
  }
}
