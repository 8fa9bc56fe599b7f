import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { BLANK, type SheetCell, textCell } from './cell.ts';
import { IN_ONE_GO, mapPaced, type Pace } from './pace.ts';
import { HEAD_STYLE, NOTE_STYLE, type RowLook, styleFor, TITLE_STYLE } from './style.ts';

export interface SheetColumn {
  readonly heading: string;
  /** Characters; half of one for a Latin letter. */
  readonly width: number;
  readonly hidden?: boolean;
  /** Format of cells nobody has filled in yet: text unless numbers or days belong there. */
  readonly blank?: SheetCell;
}

export interface SheetGroup {
  /** Absent: the rows stand without a heading of their own. */
  readonly label?: string;
  readonly rows: readonly (readonly SheetCell[])[];
  /** By column: sums of the group, in its heading row. */
  readonly sums?: Readonly<Record<number, SheetCell>>;
}

export interface SheetTable {
  readonly name: string;
  /** Two rows over the heading: the title, and a line of conditions, number and day. Without it the heading is first. */
  readonly head?: { readonly title: string; readonly note: string };
  readonly columns: readonly SheetColumn[];
  readonly groups: readonly SheetGroup[];
  /** Last row, by column. */
  readonly sums?: Readonly<Record<number, SheetCell>>;
  /** First columns that stay in sight when the sheet is moved sideways. */
  readonly frozen?: number;
  /** How the rows look. exact: to be taken in again, numbers as they are. sample: pale, to be overwritten. */
  readonly look?: 'body' | 'exact' | 'sample';
  /** The filter arrows in the heading. */
  readonly filter?: boolean;
  /** Prints all columns side by side on one page; without it a sheet of fifty columns stays legible and runs over. */
  readonly fit?: boolean;
}

/** A sheet for screen and printer: title, conditions, heading repeated on every page, A4 across, page numbers. */
export async function addTable(
  workbook: Workbook,
  table: SheetTable,
  taken: Set<string>,
  pace: Pace = IN_ONE_GO,
): Promise<Worksheet> {
  const headingRow = headingRowOf(table);
  const sheet = workbook.addWorksheet(sheetName(table.name, taken), {
    views: [{ state: 'frozen', xSplit: table.frozen ?? 0, ySplit: headingRow }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      ...(table.fit === false ? {} : { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
      printTitlesRow: `${headingRow}:${headingRow}`,
      horizontalCentered: true,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.35 },
    },
    headerFooter: { oddFooter: '&C第 &P 页　共 &N 页' },
  });
  sheet.columns = table.columns.map(({ width, hidden }) => ({ width, ...(hidden ? { hidden } : {}) }));
  if (table.head) addTitle(sheet, table, table.head);
  addHeading(sheet, table);
  const lines = table.groups.flatMap((group): Line[] => [
    ...(group.label === undefined
      ? []
      : [{ cells: sumRow(table, group.label, group.sums ?? {}), look: 'group' as const }]),
    ...group.rows.map((cells) => ({ cells, look: table.look ?? ('body' as const) })),
  ]);
  const add = ({ cells, look }: Line) => addRow(sheet, cells, look, look === 'group' ? undefined : table);
  await mapPaced(lines, add, pace, `正在写“${sheet.name}”`);
  const last = sheet.rowCount;
  if (table.sums) addRow(sheet, sumRow(table, '合计', table.sums), 'sum');
  if (table.filter !== false)
    sheet.autoFilter = {
      from: { row: headingRow, col: 1 },
      to: { row: Math.max(last, headingRow), col: table.columns.length },
    };
  // Mobiles and numbers of documents are text on purpose: no green corner on every cell.
  const end = `${letterOf(table.columns.length)}${Math.max(sheet.rowCount, headingRow)}`;
  sheet.ignoredErrors.push({ ref: `A${headingRow}:${end}`, numberStoredAsText: true });
  return sheet;
}

/** As the spreadsheet numbers it. */
export function headingRowOf(table: SheetTable): number {
  return table.head ? 3 : 1;
}

function addTitle(sheet: Worksheet, table: SheetTable, { title, note }: NonNullable<SheetTable['head']>): void {
  const first = Math.max(1, table.columns.findIndex(({ hidden }) => !hidden) + 1);
  const shown = table.columns.reduce((sum, { width, hidden }) => sum + (hidden ? 0 : width), 0);
  const over: readonly [string, typeof TITLE_STYLE, number][] = [
    [title, TITLE_STYLE, 30],
    [note, NOTE_STYLE, 16 * Math.max(1, Math.ceil((widthOf(note) * 0.95) / shown))],
  ];
  for (const [text, style, height] of over) {
    const row = sheet.addRow([]);
    row.height = height;
    const cell = row.getCell(first);
    cell.value = text;
    cell.style = style;
    if (table.columns.length > first) sheet.mergeCells(row.number, first, row.number, table.columns.length);
  }
}

function addHeading(sheet: Worksheet, table: SheetTable): void {
  const head = sheet.addRow(table.columns.map(({ heading }) => heading));
  table.columns.forEach((_, index) => {
    head.getCell(index + 1).style = HEAD_STYLE;
  });
}

interface Line {
  readonly cells: readonly SheetCell[];
  readonly look: RowLook;
}

/** The label stands in the first column that is shown; the cells up to the next sum are left to it. */
function sumRow({ columns }: SheetTable, label: string, sums: Readonly<Record<number, SheetCell>>): SheetCell[] {
  const at = Math.max(
    0,
    columns.findIndex(({ hidden }) => !hidden),
  );
  return columns.map((_, index) => (index === at ? textCell(label) : (sums[index] ?? BLANK)));
}

function addRow(sheet: Worksheet, cells: readonly SheetCell[], look: RowLook, table?: SheetTable): void {
  const row = sheet.addRow(cells.map(({ value }) => value));
  cells.forEach((cell, index) => {
    const format = cell.value === null ? (table?.columns[index]?.blank ?? cell) : cell;
    row.getCell(index + 1).style = styleFor(format, look);
  });
  const lines = table ? linesOf(cells, table) : 1;
  // Not every program makes a row higher for wrapped text by itself; 409 points is the highest there is.
  if (lines > 1) row.height = Math.min(409, lines * LINE_POINTS + 3);
  if (look !== 'group' && look !== 'sum') return;
  row.height = 20;
  // A long label runs over the blank cells beside it instead of being wrapped in a narrow column.
  const reach = cells.findIndex((cell, index) => index > 0 && cell.value !== null);
  const end = reach < 0 ? cells.length : reach;
  const start = cells.findIndex(({ value }) => value !== null) + 1;
  if (end > start && start > 0) sheet.mergeCells(row.number, start, row.number, end);
}

const LINE_POINTS = 14.5;

/** Lines of the highest cell when its text is wrapped in its column; a character of room is lost at the borders. */
function linesOf(cells: readonly SheetCell[], { columns }: SheetTable): number {
  return cells.reduce((most, { value }, index) => {
    const column = columns[index];
    if (
      typeof value !== 'string' ||
      !column ||
      column.hidden ||
      (value.length * 2 < column.width && !value.includes('\n'))
    )
      return most;
    const room = Math.max(2, column.width - 1);
    const lines = value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / room)), 0);
    return Math.max(most, lines);
  }, 1);
}

/** Width of a text in characters of the sheet: a Chinese one is two Latin ones. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u0000-\u00ff]/u.test(character) ? 1 : 2;
  return width;
}

/** Names of sheets: 31 characters, none of []:*?/\, no two alike. */
export function sheetName(wanted: string, taken: Set<string>): string {
  const clean = [...wanted.replace(/[[\]:*?/\\\u0000-\u001f]|^'+|'+$/gu, '')].slice(0, 28).join('').trim() || '表';
  let name = clean;
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${clean}${count}`;
  taken.add(name.toLowerCase());
  return name;
}

/** 1 → A, 27 → AA. */
export function letterOf(column: number): string {
  const last = String.fromCharCode(64 + (((column - 1) % 26) + 1));
  return column <= 26 ? last : letterOf(Math.floor((column - 1) / 26)) + last;
}

export function newWorkbook(): Workbook {
  const workbook = new Workbook();
  workbook.creator = '政协案头';
  return workbook;
}

/** The one piece of the work that is not broken up: the writer packs the whole book at once. */
export const PACKING = '正在存成文件（这一步要等它做完）';

export async function toBytes(workbook: Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
