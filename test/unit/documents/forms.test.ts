import { describe, expect, test } from 'vitest';
import type { DocumentCell, DocumentModel, DocumentTable } from '../../../shared/documents/model.ts';
import type { TableRowItem } from '../../../shared/documents/page.ts';
import { paginate } from '../../../shared/documents/paginate.ts';

const cell = (text: string, more: Partial<DocumentCell> = {}): DocumentCell => ({
  runs: text ? [{ text }] : [],
  ...more,
});
const table = (rows: DocumentTable['rows'], more: Partial<DocumentTable> = {}): DocumentModel => ({
  document: 'test',
  title: '',
  fileName: '',
  page: { orientation: 'portrait', grid: 'free', folio: 'none' },
  blocks: [{ type: 'table', columns: [{ width: 1, align: 'right' }, { width: 3 }], headRows: 0, rows, ...more }],
});
const rowsOf = (model: DocumentModel): TableRowItem[][] =>
  paginate(model).map((page) => page.items.filter((item) => item.kind === 'tableRow'));
const words = (row: TableRowItem | undefined, at: number): string[] =>
  row?.cells[at]?.lines.map((line) => line.map((run) => run.text).join('')) ?? [];

describe('表格', () => {
  test('标签用黑体居中；对齐先看格，再看列', () => {
    const [row] =
      rowsOf(
        table([
          [cell('甲', { label: true }), cell('乙')],
          [cell('丙'), cell('丁', { align: 'center' })],
        ]),
      )[0] ?? [];
    expect(row?.cells.map(({ face, align }) => [face, align])).toEqual([
      ['heading', 'center'],
      ['body', 'left'],
    ]);
    const second = rowsOf(table([[cell('甲')], [cell('丙'), cell('丁', { align: 'center' })]]))[0]?.[1];
    expect(second?.cells.map(({ align }) => align)).toEqual(['right', 'center']);
  });

  test('留手写的行不低于所定高度，字多就更高', () => {
    const [short, long] =
      rowsOf(table([[cell('甲')], [cell('乙'), cell('字'.repeat(900))]], { heights: [40, 10] }))[0] ?? [];
    expect(short?.height).toBeCloseTo(40, 1);
    expect(long?.height).toBeGreaterThan(60);
  });

  test('格里的换行另起一段，每段说得出原来在哪', () => {
    const runs = [{ text: '一段\n\n二' }, { text: '段' }];
    const [row] = rowsOf(table([[cell('甲'), { runs }]]))[0] ?? [];
    expect(words(row, 1)).toEqual(['一段', '', '二段']);
    const placed = row?.cells[1]?.lines.flat() ?? [];
    for (const run of placed) expect(runs[run.run ?? -1]?.text.slice(run.start, run.end)).toBe(run.text);
  });

  test('字号不同行高不同；不要线的表没有线', () => {
    const heights = ([9, 10.5, 12, 14] as const).map(
      (size) => rowsOf(table([[cell('甲')]], { size }))[0]?.[0]?.height ?? 0,
    );
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(new Set(heights).size).toBe(4);
    expect(rowsOf(table([[cell('甲')]], { lines: 'none' }))[0]?.[0]?.cells[0]?.lined).toBe(false);
  });

  test('一页放不下的长行逐行续到下页，字一个不少', () => {
    const text = Array.from({ length: 4000 }, (_, index) => String.fromCharCode(0x4e00 + (index % 2000))).join('');
    const pages = rowsOf(
      table(
        [
          [cell('甲'), cell('乙')],
          [cell('丙'), cell(text)],
        ],
        { headRows: 1 },
      ),
    );
    expect(pages.length).toBeGreaterThan(1);
    const set = pages
      .flatMap((rows) => rows.filter((row) => !row.repeated && row.row === 1))
      .flatMap((row) => words(row, 1));
    expect(set.join('')).toBe(text);
    for (const rows of pages.slice(1)) expect(rows[0]?.repeated).toBe(true);
    for (const rows of pages) for (const row of rows) expect(row.y + row.height).toBeLessThan(297 - 25);
  });

  test('不长的行整行换页，不拆开', () => {
    const rows = Array.from({ length: 9 }, () => [cell('甲'), cell('字'.repeat(220))]);
    for (const page of rowsOf(table(rows))) for (const row of page) expect(words(row, 1).join('')).toHaveLength(220);
  });

  test('跨行的格在换页处断开，两页各画各的', () => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      index === 0 ? [cell('跨', { rowSpan: 60 }), cell('0')] : [cell(`${index}`)],
    );
    const pages = rowsOf(table(rows));
    expect(pages.length).toBe(2);
    for (const page of pages) {
      for (const one of page.flatMap((row) => row.cells)) expect(one.y + one.height).toBeLessThan(297 - 25);
    }
    const over = pages[1]?.flatMap((row) => row.cells).filter((one) => one.height > 30);
    expect(over).toHaveLength(1);
  });

  test('跨行的格字太多，撑高它的末一行', () => {
    const [first, second] =
      rowsOf(table([[cell('字'.repeat(200), { rowSpan: 2 }), cell('一')], [cell('二')]]))[0] ?? [];
    expect((first?.height ?? 0) + (second?.height ?? 0)).toBeCloseTo(first?.cells[0]?.height ?? 0, 1);
    expect(second?.height).toBeGreaterThan((first?.height ?? 0) * 3);
  });
});

test('横排公文页的页码在左边空白处竖着走，单页靠下、双页靠上', () => {
  const rows = Array.from({ length: 40 }, (_, index) => [cell(`${index}`), cell('提案')]);
  const model: DocumentModel = {
    ...table(rows),
    page: { orientation: 'landscape', grid: 'official', folio: 'outside' },
  };
  const folios = paginate(model).flatMap((page) => page.items.flatMap((item) => (item.kind === 'folio' ? [item] : [])));
  expect(folios.length).toBeGreaterThan(1);
  for (const folio of folios) {
    expect(folio.turned).toBe(true);
    // 7 mm outside the type area, whose left edge lies at 35 mm.
    expect(folio.x + folio.width).toBeLessThan(35);
    expect(folio.x).toBeGreaterThan(24);
  }
  expect(folios.map(({ align }) => align).slice(0, 2)).toEqual(['right', 'left']);
});
