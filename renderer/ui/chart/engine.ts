import { BarChart, RadarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, RadarComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import type { ChartAnswer, ChartForm } from './chart-words.ts';
import { heightOf, optionsOf, sideName } from './options.ts';
import { PAPER } from './palette.ts';

use([
  BarChart,
  RadarChart,
  GridComponent,
  LegendComponent,
  RadarComponent,
  TitleComponent,
  CanvasRenderer,
  SVGRenderer,
]);

/** Where in the table a mark stands. */
export interface Mark {
  readonly line: number;
  readonly series: number;
}

export interface Drawing {
  /** Draws what is there now; what has changed moves, the rest stays. */
  update(data: ChartAnswer, form: ChartForm): void;
  resize(): void;
  /** Lifts a mark out, as the mouse does; none: all alike. */
  highlight(mark: Mark | undefined): void;
  end(): void;
}

const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** 13 pixels at the usual size; grows with the size the clerk has chosen. */
const textSize = (): number => (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16) * 13;

/** Before the page is laid out. */
const FIRST_WIDTH = 400;
/** Text of 8 points on A4; the width of half a sheet, where the style sheet (--chart-paper) does not say another. */
const PAPER_TEXT = 10.5;
const PAPER_WIDTH = 380;

/** A chart on the page: SVG, so that it prints sharp. `onPick` hears of the mark that is pressed. */
export function draw(host: HTMLElement, onPick: (mark: Mark) => void): Drawing {
  const chart = init(host, undefined, { renderer: 'svg', width: host.clientWidth || FIRST_WIDTH, height: FIRST_WIDTH });
  /** Pixels the sheet of paper leaves, while it is being printed. */
  let onPaper: number | undefined;
  let shown: { data: ChartAnswer; form: ChartForm } | undefined;
  let lifted: Mark | undefined;
  chart.on('click', (event) => {
    const mark = shown && markOf(event, shown.data, shown.form);
    if (mark) onPick(mark);
  });
  const paint = () => {
    if (!shown) return;
    const { data, form } = shown;
    const text = onPaper === undefined ? textSize() : PAPER_TEXT;
    const width = onPaper ?? (host.clientWidth || FIRST_WIDTH);
    const height = heightOf(data, form, text);
    chart.resize({ width, height, silent: true });
    const moves = onPaper === undefined && !reducedMotion();
    chart.setOption(optionsOf(data, form, { text, width, moves }), { replaceMerge: ['series'] });
  };
  const toPaper = () => {
    onPaper = Number.parseFloat(getComputedStyle(host).getPropertyValue('--chart-paper')) || PAPER_WIDTH;
    paint();
  };
  const toScreen = () => {
    onPaper = undefined;
    paint();
  };
  window.addEventListener('beforeprint', toPaper);
  window.addEventListener('afterprint', toScreen);
  return {
    update(data, form) {
      shown = { data, form };
      paint();
    },
    resize: paint,
    highlight(mark) {
      if (lifted) chart.dispatchAction({ type: 'downplay' });
      lifted = mark;
      if (mark && shown) chart.dispatchAction({ type: 'highlight', ...targetOf(mark, shown.data, shown.form) });
    },
    end() {
      window.removeEventListener('beforeprint', toPaper);
      window.removeEventListener('afterprint', toScreen);
      chart.dispose();
    },
  };
}

const targetOf = ({ line, series }: Mark, data: ChartAnswer, form: ChartForm) => ({
  seriesId: data.series[series]?.id,
  dataIndex: form === 'radar' ? 0 : line,
});

function markOf(event: unknown, data: ChartAnswer, form: ChartForm): Mark | undefined {
  const {
    componentType,
    name,
    dataIndex,
    seriesId,
    event: raw,
  } = event as Partial<Record<'componentType' | 'name' | 'seriesId', string>> & {
    dataIndex?: number;
    event?: { target?: object };
  };
  const series = Math.max(
    0,
    data.series.findIndex(({ id }) => id === seriesId),
  );
  if (form !== 'radar') return dataIndex === undefined ? undefined : { line: dataIndex, series };
  if (componentType === 'radar') {
    const line = data.lines.findIndex((one) => sideName(one) === name);
    return line < 0 ? undefined : { line, series: 0 };
  }
  // The corner of the figure that was pressed: the library keeps its side on the symbol alone.
  const target = raw?.target;
  const side = target && '__dimIdx' in target ? Number(target.__dimIdx) : undefined;
  return side === undefined ? undefined : { line: side, series };
}

const PICTURE = { width: 960, text: 15 };

/** The chart as a PNG of its own, with its title, at twice the size of the screen. */
export async function pictureOf(data: ChartAnswer, form: ChartForm): Promise<File> {
  const height = heightOf(data, form, PICTURE.text) + PICTURE.text * 4;
  const host = document.createElement('div');
  const chart = init(host, undefined, { renderer: 'canvas', width: PICTURE.width, height });
  try {
    chart.setOption(
      optionsOf(data, form, { text: PICTURE.text, width: PICTURE.width, moves: false, title: data.title }),
    );
    const canvas = chart.renderToCanvas({ pixelRatio: 2, backgroundColor: PAPER });
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('the canvas gave no picture');
    return new File([blob], `${data.title}.png`, { type: 'image/png' });
  } finally {
    chart.dispose();
  }
}
