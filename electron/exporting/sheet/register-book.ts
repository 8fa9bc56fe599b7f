import { BLANK, type SheetCell, textCell } from './cell.ts';
import { IN_ONE_GO, type Pace } from './pace.ts';
import { addTable, newWorkbook, PACKING, type SheetColumn, toBytes } from './table.ts';

/** A line of 发文登记簿; `to` is the last of the missing numbers of a gap. */
export interface RegisterLine {
  readonly type: 'paper' | 'void' | 'gap';
  readonly n: number;
  readonly to: number;
  readonly number: string;
  readonly title: string;
  readonly docType: string;
  readonly signer: string;
  readonly signedOn: string;
  readonly printedOn: string;
  readonly copies?: number;
  readonly state: string;
  readonly reason: string;
  readonly repeated: boolean;
}

export interface RegisterBook {
  readonly title: string;
  readonly note: string;
  readonly groups: readonly { readonly label: string; readonly rows: readonly RegisterLine[] }[];
}

const COLUMNS: readonly SheetColumn[] = [
  { heading: '文号', width: 24 },
  { heading: '标题', width: 56 },
  { heading: '文种', width: 12 },
  { heading: '签发人', width: 10 },
  { heading: '签发日期', width: 12 },
  { heading: '印发日期', width: 12 },
  { heading: '印数', width: 8 },
  { heading: '状态', width: 10 },
  { heading: '备注', width: 26 },
];

/** 发文登记簿 as an .xlsx for reading and printing, a group a series. */
export async function writeRegisterBook(
  { title, note, groups }: RegisterBook,
  pace: Pace = IN_ONE_GO,
): Promise<Uint8Array> {
  const workbook = newWorkbook();
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  await addTable(
    workbook,
    {
      name: '发文登记簿',
      head: { title, note: `共${count}行，${note}` },
      columns: COLUMNS,
      groups: groups.map(({ label, rows }) => ({ label, rows: rows.map(cellsOf) })),
      frozen: 1,
    },
    new Set(),
    pace,
  );
  await pace(count, count, PACKING);
  return toBytes(workbook);
}

function cellsOf(line: RegisterLine): SheetCell[] {
  const text = (value: string): SheetCell => (value ? textCell(value) : BLANK);
  return [
    text(line.number),
    text(line.type === 'gap' ? gapWords(line) : line.title),
    text(line.docType),
    text(line.signer),
    text(line.signedOn),
    text(line.printedOn),
    line.copies === undefined ? BLANK : { value: line.copies, format: 'integer' },
    text(line.state),
    text([line.repeated ? '重号' : '', line.reason].filter(Boolean).join('；')),
  ];
}

const gapWords = ({ n, to }: RegisterLine): string => (n === to ? '漏号' : `漏号：${n}号至${to}号，共${to - n + 1}个`);
