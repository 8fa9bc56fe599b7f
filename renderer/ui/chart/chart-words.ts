import type { api, Output } from '../../app/api.ts';

/** A chart as the office answers it: shared/figures/portrait.ts with its records as keys. */
export type ChartAnswer = Output<typeof api.portraits.dashboards>['charts'][number];
export type ChartLine = ChartAnswer['lines'][number];
export type ChartCell = ChartLine['cells'][number];

/** How a chart is drawn. bars: lying, one a line · parts: standing, a stack a line (months) · radar */
export type ChartForm = 'bars' | 'parts' | 'radar';

/** Lines a chart draws; the table has all of them. */
export const DRAWN = 15;

export const drawnLines = ({ lines }: ChartAnswer, form: ChartForm): readonly ChartLine[] =>
  form === 'bars' ? lines.slice(0, DRAWN) : lines;

export const isEmpty = ({ lines }: ChartAnswer): boolean =>
  lines.every(({ cells }) => cells.every(({ figure, keys, of }) => figure === 0 && keys.length === 0 && !of?.length));

/** Series that say anything: a year nothing is on record of is not drawn beside the other. */
export const drawnSeries = (data: ChartAnswer): readonly number[] => {
  const used = data.series.flatMap((_, index) =>
    index === 0 || data.lines.some(({ cells }) => (cells[index]?.figure ?? 0) > 0) ? [index] : [],
  );
  return used;
};

const unitOf = (data: ChartAnswer): string => (data.measure === 'percent' ? '' : ` ${data.unit}`);

/** What the chart shows, read aloud: every number that is drawn. */
export function chartWords(data: ChartAnswer, form: ChartForm): string {
  if (isEmpty(data)) return `${data.title}：还没有记录`;
  const series = drawnSeries(data);
  const lines = drawnLines(data, form).map(({ label, cells }) => {
    const numbers = series.map((index) => {
      const shown = `${cells[index]?.shown ?? ''}${unitOf(data)}`;
      return series.length > 1 ? `${data.series[index]?.label} ${shown}` : shown;
    });
    return `${label} ${numbers.join('、')}`;
  });
  return `${data.title}。${lines.join('；')}`;
}
