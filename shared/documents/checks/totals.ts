import type { DocumentTable } from '../model.ts';
import { runsText } from '../wording.ts';
import type { DocumentRule, PaperFinding } from './document-rule.ts';

interface GridCell {
  readonly text: string;
  /** Place of the cell in its row of the model. */
  readonly cell: number;
  /** The column is one that the cell only reaches into. */
  readonly covered: boolean;
}

/** The table as columns: what spans several stands in each of them. */
function gridOf(table: DocumentTable): (GridCell | undefined)[][] {
  const grid: (GridCell | undefined)[][] = table.rows.map(() => []);
  table.rows.forEach((cells, row) => {
    let column = 0;
    cells.forEach(({ runs, colSpan = 1, rowSpan = 1 }, cell) => {
      while (grid[row]?.[column]) column += 1;
      const text = runsText(runs).replace(/[\s\u3000]/gu, '');
      for (let down = 0; down < rowSpan; down += 1) {
        for (let right = 0; right < colSpan; right += 1) {
          const line = grid[row + down];
          if (line) line[column + right] = { text, cell, covered: down > 0 || right > 0 };
        }
      }
      column += colSpan;
    });
  });
  return grid;
}

const TOTAL = /^(?:合计|总计|共计|总数)[：:]?$/u;
const SUBTOTAL = /^.{0,12}小计[：:]?$/u;
/** Rows that are told beside the sum, not in it. */
const BESIDE = /^(?:加分|附加分|扣分|其中)/u;
/** What is no sum of its column: shares, averages, ranks. */
const NO_SUM = /率|比|均|占|名次|排名|序号|年份|年度|人均|%/u;

const numberIn = (text: string): number | undefined =>
  /^-?\d{1,12}(?:\.\d{1,6})?$/u.test(text.replace(/[,，]/gu, '')) ? Number(text.replace(/[,，]/gu, '')) : undefined;

/** Sums in whole ten thousandths: 0.1 + 0.2 is 0.3. */
const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + Math.round(number * 10_000), 0) / 10_000;

const labelOf = (row: readonly (GridCell | undefined)[]): string =>
  row.find((cell) => cell && cell.text !== '' && numberIn(cell.text) === undefined)?.text ?? '';

function columnFindings(table: DocumentTable, block: number): PaperFinding[] {
  const grid = gridOf(table);
  const findings: PaperFinding[] = [];
  const body = grid.slice(table.headRows);
  const totals = body.flatMap((row, index) => (TOTAL.test(labelOf(row)) ? [index] : []));
  // With several sums nobody knows which rows each of them is of.
  const [at] = totals;
  const total = at === undefined ? undefined : body[at];
  if (at === undefined || totals.length > 1 || !total) return [];
  // What stands under the sum is no part of it, unless the sum stands first.
  const summed = at === 0 ? body.slice(1) : body.slice(0, at);
  const rows = summed.filter(
    (row) => !SUBTOTAL.test(labelOf(row)) && !row.some((cell) => cell && BESIDE.test(cell.text)),
  );
  total.forEach((cell, column) => {
    const stated = cell && !cell.covered ? numberIn(cell.text) : undefined;
    const heads = grid.slice(0, table.headRows).map((row) => row[column]?.text ?? '');
    if (!cell || stated === undefined || heads.some((head) => NO_SUM.test(head))) return;
    const texts = rows.map((row) => row[column]).filter((one) => one !== undefined);
    const numbers = texts.map(({ text }) => (/^(?:|[-—－/、]|——)$/u.test(text) ? 0 : numberIn(text)));
    // One cell that is no number, and the column adds up to something else than its sum.
    if (numbers.length < 2 || numbers.some((number) => number === undefined)) return;
    if (texts.some(({ covered }) => covered)) return;
    const added = sum(numbers.map((number) => number ?? 0));
    if (added === stated) return;
    const head = heads.filter(Boolean).at(-1);
    findings.push({
      block,
      cell: { row: table.headRows + at, cell: cell.cell },
      message: `${head ? `“${head}”` : '这一列'}合计写${stated}，各行相加是${added}`,
    });
  });
  return findings;
}

export const totalRules: readonly DocumentRule[] = [
  {
    id: 'table.total',
    label: '合计与各行之和不等',
    group: '数据',
    severity: 'warning',
    source: '前后核对',
    find: ({ blocks }) =>
      blocks.flatMap((content, block) => (content.type === 'table' ? columnFindings(content, block) : [])),
  },
];
