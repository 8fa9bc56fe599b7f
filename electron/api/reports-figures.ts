import type { FigureDefinition } from '../../shared/figures/definition.ts';
import type { FigurePeriod } from '../../shared/figures/figure-result.ts';
import type { ReportFigure } from '../../shared/figures/reports/index.ts';
import { wordingOf } from '../../shared/figures/wording.ts';
import type { Desk } from './desk.ts';
import { type Showing, showing, shownFigure } from './figures-shown.ts';

/**
 * The figures of a period as reports take them: as handed in where the year was, corrected where it was, otherwise as
 * counted. Retired ones stay known, because older drafts may still name them.
 */
export function reportFigures(desk: Desk, period: FigurePeriod): readonly ReportFigure[] {
  const context = showing(desk, period);
  return desk.opened.counting.definitions.map((definition) => reportFigure(context, definition));
}

function reportFigure(context: Showing, definition: FigureDefinition): ReportFigure {
  const { id, label, group, unit, rule } = definition;
  const shown = shownFigure(context, definition);
  const given = shown.frozen ?? shown;
  const source = shown.frozen ? ({ source: '定稿' } as const) : shown.correction ? ({ source: '校正' } as const) : {};
  return {
    ...{ id, label, group, unit, rule, ...source },
    value: given.value,
    // Always by the wording of today: what was handed in is the number, not how it was written then.
    text: wordingOf(given.value, definition).text,
    last: shown.last.value,
    ...(given.met === undefined ? {} : { met: given.met }),
    ...(given.of === undefined ? {} : { of: given.of }),
  };
}
