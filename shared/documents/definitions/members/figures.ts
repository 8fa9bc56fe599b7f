import type { FigurePeriod, FigureResult } from '../../../figures/figure-result.ts';
import type { DocumentMaterial } from '../../definition.ts';
import type { Finding, Run, Source } from '../../model.ts';

/** A figure as it stands in a paper; without one a blank to fill in. */
export interface PaperFigure {
  readonly id: string;
  readonly result: FigureResult | undefined;
}

export const paperFigure = (id: string, period: FigurePeriod, { figure }: DocumentMaterial): PaperFigure => ({
  id,
  result: figure?.(id, period),
});

/** Where a figure can be looked up; it stands for no single record. */
export const figureSource = (id: string): Source => ({ kind: 'figure', id, figure: id });

export const figureText = ({ result }: PaperFigure): string => (result ? String(result.value) : '____');

export const figureRun = (one: PaperFigure): Run => ({ text: figureText(one), source: figureSource(one.id) });

/** One finding for figures that are not there: the office has done away with their definition, or nothing is counted. */
export function missingFigures(figures: readonly PaperFigure[]): Finding[] {
  const missing = figures.filter(({ result }) => result === undefined).map(({ id }) => id);
  if (missing.length === 0) return [];
  return [
    {
      severity: 'error',
      message: `没有${missing.join('、')}这${missing.length > 1 ? '几' : '一'}个指标，数留空待填。请在“年报数字”里恢复它的定义。`,
    },
  ];
}
