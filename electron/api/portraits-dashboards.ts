import { dashboardCharts } from '../../shared/figures/dashboard.ts';
import type { FigureDefinition } from '../../shared/figures/definition.ts';
import { type FigureResult, yearPeriod } from '../../shared/figures/figure-result.ts';
import type { Cell, FigurePair, Piece } from '../../shared/figures/portrait.ts';
import { textOf } from '../../shared/records/read-value.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { CaseBook } from './portraits-cases.ts';
import { worldOf } from './saving.ts';
import { workWorld } from './work-world.ts';

export const dashboards = os.portraits.dashboards.handler(({ input: { year }, context: { desk } }) => {
  const book = new CaseBook(desk);
  const charts = dashboardCharts(workWorld(desk, worldOf(desk.opened.library)), year).map((chart) => book.chart(chart));
  const groups = new Map<string, ReturnType<CaseBook['figure']>[]>();
  for (const definition of desk.opened.counting.definitions) {
    if (definition.retired) continue;
    const pair = pairOf(desk, definition, year);
    // What is 0 in both years says nothing of how the year went.
    if (!pair || (pair.now.figure === 0 && (pair.before?.figure ?? 0) === 0)) continue;
    const known = groups.get(definition.group) ?? [];
    groups.set(definition.group, [...known, book.figure(pair)]);
  }
  return {
    years: yearsOf(desk),
    charts,
    groups: [...groups].map(([label, figures]) => ({ label, figures })),
    cases: book.cases,
  };
});

function pairOf(desk: Desk, definition: FigureDefinition, year: number): FigurePair | undefined {
  const { figures } = desk.opened.counting;
  const now = figures.result(definition.id, yearPeriod(year));
  const before = figures.result(definition.id, yearPeriod(year - 1));
  if (!now) return undefined;
  const { measure } = definition.query;
  const asPercent = measure.type === 'share' && measure.show === 'percent';
  return {
    id: definition.id,
    label: definition.label,
    unit: asPercent ? '' : definition.unit,
    rule: definition.rule,
    measure: asPercent ? 'percent' : measure.type === 'count' ? 'count' : 'sum',
    now: cellOf(now, asPercent),
    ...(before ? { before: cellOf(before, asPercent) } : {}),
  };
}

function cellOf({ value, evidence }: FigureResult, asPercent: boolean): Cell {
  const pieces = evidence.map(({ kind, id, day, amount, repeated, keys }): Piece => {
    const note = repeated
      ? '同一项目已在别的记录里算过'
      : amount !== undefined && amount !== 1
        ? String(amount)
        : (keys?.length ?? 0) > 1
          ? `${keys?.length} 个`
          : '';
    return { kind, id, on: day, ...(note ? { note } : {}) };
  });
  if (!asPercent) return { figure: value, pieces };
  const met = pieces.filter((_, index) => evidence[index]?.met === true);
  return { figure: value, pieces: met, of: pieces };
}

/** Years anything the charts count is on record for, with this year, newest first. */
function yearsOf(desk: Desk): number[] {
  const years = new Set<number>([Number(desk.today.slice(0, 4))]);
  const days = { event: 'start', opinion: 'receivedOn', contribution: 'on' };
  for (const [kind, field] of Object.entries(days)) {
    for (const { values } of desk.opened.library.list(kind)) {
      const year = Number(textOf(values, field).slice(0, 4));
      if (year) years.add(year);
    }
  }
  for (const { values } of desk.opened.library.list('proposal')) {
    if (typeof values.year === 'number') years.add(values.year);
  }
  return [...years].sort((a, b) => b - a);
}
