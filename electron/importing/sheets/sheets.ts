import { AntouError } from '../../../shared/api/errors.ts';
import { type Body, blockText } from '../../../shared/text/body.ts';
import { contentOf, oleContent } from '../content.ts';
import { decodeText, type TextEncoding } from '../encoding.ts';
import { readHtml } from '../html.ts';
import { readLimited } from '../read-document.ts';
import type { ReadSheet, SourceFile } from '../types.ts';
import { inspectZip } from '../zip.ts';
import { delimiterOf, parseCsv } from './csv.ts';
import { MOST_ROWS, readWorkbook } from './workbook.ts';

export interface SheetOptions {
  /** For CSV: chosen by the clerk when the guess was wrong. */
  readonly encoding?: TextEncoding;
}

/** Tables are small; a workbook of this size is full of pictures or of blank formatted cells. */
const LARGEST_WORKBOOK = 50 * 1024 * 1024;

/**
 * Reads a table file: .xlsx, .xls, .csv, and web pages that systems hand out as .xls. Told by content, not by name.
 * Row n of a sheet is row n + 1 of the spreadsheet. @throws AntouError invalid with the reason.
 */
export async function readSheets(file: SourceFile, options: SheetOptions = {}): Promise<readonly ReadSheet[]> {
  const bytes = await readLimited(file, LARGEST_WORKBOOK);
  const sheets = sheetsOf(file.name, bytes, options);
  if (!sheets.some(({ rows }) => rows.length > 0)) {
    throw new AntouError('invalid', '表格里没有内容，没有导入。请确认选对了文件，且内容在工作表里。');
  }
  return sheets.filter(({ rows }) => rows.length > 0);
}

function sheetsOf(name: string, bytes: Uint8Array, options: SheetOptions): ReadSheet[] {
  const content = contentOf(bytes);
  if (content === 'zip') return fromZip(bytes);
  if (content === 'ole') {
    const inside = oleContent(bytes);
    if (inside === 'encrypted') {
      throw new AntouError(
        'invalid',
        '这个表格有密码，打不开，没有导入。请用 Excel/WPS 输入密码打开，取消密码后另存，再导入。',
      );
    }
    if (inside !== 'excel') throw new AntouError('invalid', '这不是表格文件，没有导入。名册请用 .xlsx、.xls 或 .csv。');
    return readWorkbook(bytes);
  }
  return fromText(name, bytes, options);
}

function fromZip(bytes: Uint8Array): ReadSheet[] {
  const entries = inspectZip(bytes, 'Excel');
  const binary = entries.has('xl/workbook.bin');
  if (!binary && !entries.has('xl/workbook.xml')) {
    const word = entries.has('word/document.xml');
    throw new AntouError(
      'invalid',
      word
        ? '这是 Word 文稿，不是表格，没有导入。名册请用 .xlsx、.xls 或 .csv；文稿请从“导入资料”进入。'
        : '这个文件不是完整的 Excel 文件，没有导入。请用 Excel/WPS 打开看看，能打开就另存为 .xlsx 再导入。',
    );
  }
  return readWorkbook(bytes);
}

function fromText(name: string, bytes: Uint8Array, options: SheetOptions): ReadSheet[] {
  const decoded = decodeText(bytes, options.encoding);
  const notes: string[] = [];
  if (!decoded.confident) notes.push(`编码按 ${decoded.encoding} 读取，把握不大，请核对`);
  if (decoded.unreadable > 0) notes.push(`有 ${decoded.unreadable} 处字节无法识别，以 � 标出`);
  const start = decoded.text.slice(0, 3000);
  if (/<!DOCTYPE\s+(?!html)/i.test(start))
    throw new AntouError('invalid', '文件带有 DOCTYPE 声明，疑为有害文件，没有导入。');
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(start)) return readWorkbook(bytes);
  if (/<(?:html|table|!doctype html)\b/i.test(start)) return fromHtml(decoded.text, notes);
  const rows = parseCsv(decoded.text, delimiterOf(decoded.text), MOST_ROWS + 1).map((row) => row.map(unquote));
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === '')) rows.pop();
  if (rows.length > MOST_ROWS) {
    throw new AntouError('invalid', `表格超过 ${MOST_ROWS / 10_000} 万行，没有导入。请拆成几个文件再导入。`);
  }
  return [{ name: name.replace(/\.[^.]+$/, ''), rows, notes: [`编码 ${decoded.encoding}`, ...notes] }];
}

/** Systems write ="0371…" or '0371… or a tab to keep Excel from dropping zeros. */
function unquote(cell: string): string {
  const text = cell.trim();
  return (/^="([^"]*)"$/.exec(text)?.[1] ?? text.replace(/^'(?=[\d+=@-])/, '')).trim();
}

/** Many office systems hand out a web page under the name .xls. */
function fromHtml(html: string, notes: readonly string[]): ReadSheet[] {
  const body: Body = { blocks: readHtml(html).blocks.map(({ block }) => block) };
  return body.blocks.flatMap((block, index): ReadSheet[] => {
    if (block.type !== 'table') return [];
    const rows = block.rows.map((row) =>
      row.flatMap((cell) => {
        const text = blockText({ type: 'paragraph', text: cell.text }).trim();
        return [text, ...new Array<string>((cell.colSpan ?? 1) - 1).fill(text)];
      }),
    );
    return [{ name: `表${index + 1}`, rows, notes: ['网页表格', ...notes] }];
  });
}
