import { BLANK, type SheetCell, textCell } from './cell.ts';
import { addTable, newWorkbook, type SheetColumn, toBytes, widthOf } from './table.ts';

type Value = string | number | null;

export interface ChartBook {
  readonly title: string;
  /** 口径 and what else stands over the table. */
  readonly note: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  /** 行, 列, 日期, 记录, 说明: the records behind the numbers. */
  readonly evidence: readonly (readonly Value[])[];
}

const EVIDENCE_HEADS = ['行', '列', '日期', '记录', '说明'];

function cellOf(value: Value): SheetCell {
  if (value === null) return BLANK;
  if (typeof value === 'string') return textCell(value);
  if (!Number.isFinite(value)) return BLANK;
  if (Number.isInteger(value)) return { value, format: 'integer' };
  return { value, format: 'decimal', digits: String(value).split('.')[1]?.length ?? 1 };
}

const WIDEST = 48;

/** As wide as the longest cell, within reason: a long name wraps. */
function columnsFor(heads: readonly string[], rows: readonly (readonly Value[])[]): SheetColumn[] {
  return heads.map((heading, index) => {
    const longest = rows.reduce(
      (most, row) => Math.max(most, widthOf(row[index] === null ? '' : String(row[index] ?? ''))),
      widthOf(heading) + 4,
    );
    return { heading, width: Math.min(WIDEST, longest + 2) };
  });
}

/** A chart's table for reading and printing, and on a second sheet the records its numbers are made of. */
export async function writeChartBook({ title, note, heads, rows, evidence }: ChartBook): Promise<Uint8Array> {
  const workbook = newWorkbook();
  const taken = new Set<string>();
  const table = (name: string, columns: readonly string[], lines: readonly (readonly Value[])[], words: string) =>
    addTable(
      workbook,
      {
        name,
        head: { title, note: words },
        columns: columnsFor(columns, lines),
        groups: [{ rows: lines.map((line) => columns.map((_, index) => cellOf(line[index] ?? null))) }],
      },
      taken,
    );
  await table('数字', heads, rows, note);
  if (evidence.length > 0) await table('依据', EVIDENCE_HEADS, evidence, '每个数字由哪些记录得来');
  return toBytes(workbook);
}
