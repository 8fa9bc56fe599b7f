import type { EChartsCoreOption } from 'echarts/core';
import { type ChartAnswer, type ChartForm, drawnLines, drawnSeries } from './chart-words.ts';
import { INK, inkOn, LINE, MEDIAN_COLOUR, PART_COLOURS, QUIET, SOLE_COLOUR, YEAR_COLOURS } from './palette.ts';

export interface DrawingTerms {
  /** Pixels of small text: follows the size the clerk has chosen. */
  readonly text: number;
  readonly width: number;
  readonly moves: boolean;
  /** Title inside the picture, when the chart leaves the page. */
  readonly title?: string;
}

const FACE = '"Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", sans-serif';
const MOVE_MS = 250;

/** The height a chart needs for what it shows. */
export function heightOf(data: ChartAnswer, form: ChartForm, text: number): number {
  if (form === 'radar') return Math.round(text * 21);
  if (form === 'parts') return Math.round(text * 20);
  const rows = drawnLines(data, form).length;
  const series = drawnSeries(data).length;
  return Math.round(rows * text * (series > 1 ? 2.9 : 2) + (series > 1 ? text * 2.6 : text));
}

/** What is drawn, for the library of charts. */
export function optionsOf(data: ChartAnswer, form: ChartForm, terms: DrawingTerms): EChartsCoreOption {
  const top = terms.title ? terms.text * 2.6 : 0;
  const drawn =
    form === 'radar' ? radar(data, terms, top) : form === 'parts' ? parts(data, terms, top) : bars(data, terms, top);
  return {
    animation: terms.moves,
    animationDuration: MOVE_MS,
    animationDurationUpdate: MOVE_MS,
    textStyle: { fontFamily: FACE, fontSize: terms.text, color: INK },
    ...(terms.title
      ? { title: { text: terms.title, left: 8, top: 6, textStyle: { fontSize: terms.text * 1.25, color: INK } } }
      : {}),
    ...drawn,
  };
}

const legend = (names: readonly string[], { text }: DrawingTerms, top: number) => ({
  show: names.length > 1,
  top,
  left: 'center',
  itemWidth: text,
  itemHeight: text * 0.8,
  itemGap: text,
  selectedMode: false,
  textStyle: { fontSize: text, color: INK },
  data: names,
});

function bars(data: ChartAnswer, terms: DrawingTerms, top: number): EChartsCoreOption {
  const lines = drawnLines(data, 'bars');
  const series = drawnSeries(data);
  const names = series.map((index) => data.series[index]?.label ?? '');
  const byYear = data.series.some(({ id }) => id === 'before');
  const colours = series.length === 1 ? [SOLE_COLOUR] : byYear ? YEAR_COLOURS : PART_COLOURS;
  const { text, width } = terms;
  return {
    legend: legend(names, terms, top),
    grid: {
      left: 4,
      right: text * 4.5,
      top: top + (series.length > 1 ? text * 2 : 2),
      bottom: 2,
      containLabel: true,
    },
    xAxis: { type: 'value', show: false, min: 0, ...(data.measure === 'percent' ? { max: 100 } : {}) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: lines.map(({ label }) => label),
      axisLine: { lineStyle: { color: LINE } },
      axisTick: { show: false },
      axisLabel: {
        fontSize: text,
        color: INK,
        width: Math.min(width * 0.36, text * 15),
        overflow: 'truncate',
        interval: 0,
      },
    },
    series: series.map((index, at) => ({
      id: data.series[index]?.id ?? String(index),
      name: names[at],
      type: 'bar',
      barMaxWidth: text * 1.2,
      barGap: '12%',
      barCategoryGap: '32%',
      itemStyle: { color: colours[at], borderRadius: [0, 2, 2, 0] },
      cursor: 'pointer',
      label: {
        show: true,
        position: 'right',
        fontSize: text,
        color: byYear && at > 0 ? QUIET : INK,
        // Of two kinds of work one is often nothing: a column of zeros says less than the bars.
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const cell = lines[dataIndex]?.cells[index];
          return cell && (cell.figure > 0 || series.length === 1) ? cell.shown : '';
        },
      },
      data: lines.map(({ cells }) => cells[index]?.figure ?? 0),
    })),
  };
}

/** Segments lower than this share of the tallest bar have no room for their number. */
const ROOM = 0.06;

function parts(data: ChartAnswer, terms: DrawingTerms, top: number): EChartsCoreOption {
  const { lines } = data;
  const { text } = terms;
  const sums = lines.map(({ cells }) => cells.reduce((sum, { figure }) => sum + figure, 0));
  const tallest = Math.max(1, ...sums);
  return {
    legend: legend(
      data.series.map(({ label }) => label),
      terms,
      top,
    ),
    grid: { left: 4, right: 4, top: top + text * 3.6, bottom: 2, containLabel: true },
    xAxis: {
      type: 'category',
      data: lines.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: LINE } },
      axisLabel: { fontSize: text, color: INK, interval: 0 },
    },
    yAxis: { type: 'value', show: false, min: 0 },
    series: [
      ...data.series.map(({ id, label }, index) => {
        const colour = PART_COLOURS[index % PART_COLOURS.length] ?? SOLE_COLOUR;
        return {
          id,
          name: label,
          type: 'bar',
          stack: 'all',
          barMaxWidth: text * 2.2,
          itemStyle: { color: colour, borderColor: '#fff', borderWidth: 1 },
          cursor: 'pointer',
          label: {
            show: true,
            fontSize: text * 0.9,
            color: inkOn(colour),
            formatter: ({ value }: { value: unknown }) => (Number(value) >= tallest * ROOM ? String(value) : ''),
          },
          data: lines.map(({ cells }) => cells[index]?.figure ?? 0),
        };
      }),
      {
        // The sum over each stack: a part without height that carries only its label.
        id: 'sum',
        name: '合计',
        type: 'bar',
        stack: 'all',
        silent: true,
        label: {
          show: true,
          position: 'top',
          fontSize: text,
          fontWeight: 'bold',
          color: INK,
          formatter: ({ dataIndex }: { dataIndex: number }) => (sums[dataIndex] ? String(sums[dataIndex]) : ''),
        },
        data: sums.map(() => 0),
      },
    ],
  };
}

/** The side of a radar as it is written: its name and the member's own number. */
export const sideName = ({ label, cells }: ChartAnswer['lines'][number]): string => `${label} ${cells[0]?.shown ?? ''}`;

function radar(data: ChartAnswer, terms: DrawingTerms, top: number): EChartsCoreOption {
  const { lines, series } = data;
  const { text } = terms;
  const looks = [
    { color: SOLE_COLOUR, type: 'solid', width: 2, area: 0.18 },
    { color: MEDIAN_COLOUR, type: 'dashed', width: 1.5, area: 0 },
  ];
  return {
    legend: {
      ...legend(
        series.map(({ label }) => label),
        terms,
        top,
      ),
      bottom: 0,
      top: 'auto',
    },
    radar: {
      indicator: lines.map((line) => ({ name: sideName(line), max: line.most ?? 1, min: 0 })),
      center: ['50%', terms.title ? '52%' : '47%'],
      radius: '62%',
      splitNumber: 4,
      triggerEvent: true,
      axisName: { color: INK, fontSize: text },
      axisLine: { lineStyle: { color: LINE } },
      splitLine: { lineStyle: { color: LINE } },
      splitArea: { show: false },
    },
    series: series.map(({ id, label }, index) => {
      const look = looks[index] ?? { color: QUIET, type: 'dotted', width: 1, area: 0 };
      return {
        id,
        name: label,
        type: 'radar',
        symbolSize: 7,
        cursor: 'pointer',
        itemStyle: { color: look.color },
        lineStyle: { color: look.color, type: look.type, width: look.width },
        areaStyle: { color: look.color, opacity: look.area },
        data: [{ name: label, value: lines.map(({ cells }) => cells[index]?.figure ?? 0) }],
      };
    }),
  };
}
