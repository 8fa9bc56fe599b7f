import { type SheetCell, textCell } from './cell.ts';
import { IN_ONE_GO, type Pace } from './pace.ts';
import { addTable, newWorkbook, PACKING, type SheetColumn, toBytes } from './table.ts';

/** A figure as its book shows it. */
export interface BookFigure {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly unit: string;
  readonly value: number;
  readonly text: string;
  readonly rule: string;
  readonly query: string;
  readonly met?: number | undefined;
  readonly of?: number | undefined;
  readonly last: { readonly value: number };
  readonly correction?: { readonly computed: number; readonly reason: string; readonly by: string } | undefined;
  readonly frozen?: { readonly value: number } | undefined;
  readonly records: readonly {
    readonly part: string;
    readonly kind: string;
    readonly title: string;
    readonly on: string;
    readonly note: string;
  }[];
}

export interface FigureBook {
  readonly title: string;
  readonly note: string;
  readonly figures: readonly BookFigure[];
}

const FIGURE_COLUMNS: readonly SheetColumn[] = [
  { heading: '序号', width: 6 },
  { heading: '指标', width: 24 },
  { heading: '数', width: 10 },
  { heading: '单位', width: 8 },
  { heading: '表述', width: 14 },
  { heading: '分子/分母', width: 12 },
  { heading: '上年同期', width: 10 },
  { heading: '增减', width: 8 },
  { heading: '口径', width: 40 },
  { heading: '怎样数', width: 40 },
  { heading: '说明', width: 30 },
  { heading: '编码', width: 14 },
];

const RECORD_COLUMNS: readonly SheetColumn[] = [
  { heading: '序号', width: 6 },
  { heading: '指标', width: 22 },
  { heading: '编码', width: 14 },
  { heading: '数的是', width: 20 },
  { heading: '记录', width: 12 },
  { heading: '名称', width: 44 },
  { heading: '日期', width: 12 },
  { heading: '备注', width: 18 },
];

/** Figures as an .xlsx for reading and printing: the numbers by group, and on a second sheet every record behind them. */
export async function writeFigureBook(
  { title, note, figures }: FigureBook,
  pace: Pace = IN_ONE_GO,
): Promise<Uint8Array> {
  const workbook = newWorkbook();
  const taken = new Set<string>();
  const groups = new Map<string, SheetCell[][]>();
  figures.forEach((figure, index) => {
    groups.set(figure.group, [...(groups.get(figure.group) ?? []), figureRow(figure, index + 1)]);
  });
  await addTable(
    workbook,
    {
      name: '数字',
      head: { title, note: `共${figures.length}项，${note}` },
      columns: FIGURE_COLUMNS,
      groups: [...groups].map(([label, rows]) => ({ label, rows })),
      frozen: 2,
    },
    taken,
    pace,
  );
  let number = 0;
  const rows = figures.flatMap(({ label, id, records }) =>
    records.map(({ part, kind, title: name, on, note: remark }) => {
      number += 1;
      return [whole(number), ...[label, id, part, kind, name, on, remark].map((text) => textCell(text))];
    }),
  );
  await addTable(
    workbook,
    {
      name: '依据',
      head: { title: `${title}的依据`, note: `一行一条，共${rows.length}条` },
      columns: RECORD_COLUMNS,
      groups: [{ rows }],
      frozen: 2,
    },
    taken,
    pace,
  );
  await pace(figures.length, figures.length, PACKING);
  return toBytes(workbook);
}

const whole = (value: number): SheetCell => ({ value, format: 'integer' });

function number(value: number): SheetCell {
  const digits = String(value).split('.')[1]?.length ?? 0;
  return digits > 0 ? { value, format: 'decimal', digits } : whole(value);
}

function figureRow(figure: BookFigure, serial: number): SheetCell[] {
  const { label, value, unit, text, met, of, last, rule, query, id } = figure;
  return [
    whole(serial),
    textCell(label),
    number(value),
    textCell(unit),
    textCell(text),
    textCell(of === undefined ? '' : `${met ?? 0}/${of}`),
    number(last.value),
    // Tenths are not exact in binary.
    number(Number((value - last.value).toFixed(4))),
    textCell(rule),
    textCell(query),
    textCell(remarks(figure)),
    textCell(id),
  ];
}

function remarks({ value, correction, frozen }: BookFigure): string {
  return [
    correction ? `校正，原数${correction.computed}（${correction.by}：${correction.reason}）` : '',
    frozen && frozen.value !== value ? `定稿数${frozen.value}` : '',
  ]
    .filter(Boolean)
    .join('；');
}
