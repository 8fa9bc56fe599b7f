import type { api, Output } from '../../app/api.ts';
import type { ChartAnswer, ChartCell } from './chart-words.ts';

export type Cases = Output<typeof api.portraits.dashboards>['cases'];
type Sheet = Parameters<typeof api.portraits.saveTable>[0];
type Value = Sheet['rows'][number][number];

/** A share as three columns, so that it can be reckoned with again. */
function valuesOf({ figure, shown, keys, of, counts }: ChartCell, isShare: boolean): Value[] {
  if (!isShare) return [figure];
  const parts = counts ?? { met: keys.length, of: of?.length ?? 0 };
  return [shown, parts.met, parts.of];
}

/** The table of a chart for a spreadsheet: all its lines, and every record behind them. */
export function tableOf(data: ChartAnswer, cases: Cases, head: string): Omit<Sheet, 'title'> {
  const isShare = data.measure === 'percent';
  const unit = isShare ? '' : `（${data.unit}）`;
  return {
    note: `口径：${data.rule}`,
    heads: [
      head,
      ...data.series.flatMap(({ label }) =>
        isShare ? [label, `${label} 分子`, `${label} 分母`] : [`${label}${unit}`],
      ),
    ],
    rows: data.lines.map(({ label, cells }) => [label, ...cells.flatMap((cell) => valuesOf(cell, isShare))]),
    evidence: data.lines.flatMap(({ label, cells }) =>
      cells.flatMap((cell, series) =>
        (cell.of ?? cell.keys).map((key): Value[] => {
          const found = cases[key];
          return [label, data.series[series]?.label ?? '', found?.on ?? '', found?.title ?? '', found?.note ?? ''];
        }),
      ),
    ),
  };
}
