import { AntouError } from '../../shared/api/errors.ts';
import {
  CORRECTIONS_SETTING,
  correctionOf,
  effectiveCorrections,
  withCorrection,
  withoutCorrection,
} from '../../shared/figures/corrections.ts';
import { FIGURES_SETTING } from '../../shared/figures/definition.ts';
import { readFigures } from '../../shared/figures/definitions/index.ts';
import { checkFigures } from '../../shared/figures/figure-checks.ts';
import { yearPeriod } from '../../shared/figures/figure-result.ts';
import { freezeSetting, freezesIn } from '../../shared/figures/freeze.ts';
import type { Desk } from './desk.ts';
import { definition, preview, removeDefinition, resetDefinition, saveDefinition } from './figures-definitions.ts';
import { exportFigures } from './figures-export.ts';
import { differences, differencesOf, freeze, freezeHead, frozen, verify } from './figures-freezing.ts';
import { groupsOf, itemOf, requireDefinition, resultOf, showing, shownFigure, yearOf } from './figures-shown.ts';
import { os } from './implementer.ts';
import { requireRecord } from './records.ts';

/** Years looked back for one a figure is not 0 in: two terms and what came out of old ledgers. */
const BACK = 30;

const years = os.figures.years.handler(({ context: { desk } }) => {
  const { definitions, figures } = desk.opened.counting;
  // What is simply there (14 branches) is there in every year and says nothing about it.
  const dated = definitions.filter(({ query, retired }) => query.when.type === 'day' && !retired);
  const today = Number(desk.today.slice(0, 4));
  const found = Array.from({ length: BACK }, (_, back) => today - back).filter((year) =>
    dated.some(({ id }) => (figures.result(id, yearPeriod(year))?.evidence.length ?? 0) > 0),
  );
  const [newest] = found;
  return { years: found, ...(newest === undefined ? {} : { newest }) };
});

const list = os.figures.list.handler(({ input: period, context: { desk } }) => {
  const context = showing(desk, period);
  const shown = desk.opened.counting.definitions.map((one) => shownFigure(context, one));
  const groups = new Map<string, typeof shown>();
  for (const figure of shown) {
    if (figure.retired) continue;
    groups.set(figure.group, [...(groups.get(figure.group) ?? []), figure]);
  }
  return {
    groups: [...groups].map(([label, figures]) => ({ label, figures })),
    retired: shown.filter(({ retired }) => retired),
    broken: readFigures(desk.opened.library.setting(FIGURES_SETTING)).broken.map((one) => ({ ...one })),
    ...freezeNote(desk, yearOf(period)),
  };
});

function freezeNote(desk: Desk, year: number | undefined) {
  const all = year === undefined ? [] : freezesIn(desk.opened.library.setting(freezeSetting(year)));
  const last = all.at(-1);
  if (!last) return {};
  return { freeze: { ...freezeHead(last), versions: all.length, differences: differencesOf(desk, last).length } };
}

const evidence = os.figures.evidence.handler(({ input: { id, ...period }, context: { desk } }) => {
  const found = requireDefinition(desk, id);
  return {
    figure: shownFigure(showing(desk, period), found),
    groups: groupsOf(desk, found, resultOf(desk, id, period)),
  };
});

const ofRecord = os.figures.ofRecord.handler(({ input: { kind, id }, context: { desk } }) => {
  requireRecord(desk, kind, id);
  const { definitions, figures } = desk.opened.counting;
  const known = new Map(definitions.map((one) => [one.id, one]));
  return {
    figures: figures.figuresOf(kind, id).flatMap((counted) => {
      const own = known.get(counted.id);
      if (!own || own.retired) return [];
      const year = own.query.when.type === 'day' ? Number(counted.day.slice(0, 4)) : 0;
      return [{ id: own.id, label: own.label, group: own.group, ...(year > 0 ? { year } : {}) }];
    }),
  };
});

const checks = os.figures.checks.handler(({ input: period, context: { desk } }) => {
  const { figures, world } = desk.opened.counting;
  return {
    findings: checkFigures(figures, period, world).map(({ records, figures: about, ...finding }) => ({
      ...finding,
      figures: [...about],
      items: records.map(({ kind, id }) => itemOf(desk, { kind, id, day: '' })),
    })),
  };
});

const correct = os.figures.correct.handler(async ({ input, context: { desk } }) => {
  const { id, from, to, value, reason } = input;
  const { library } = desk.opened;
  const { label: name } = requireDefinition(desk, id);
  const by = await desk.who();
  const correction = {
    figure: id,
    from,
    to,
    value,
    computed: resultOf(desk, id, { from, to }).value,
    reason,
    by,
    at: desk.now().toISOString(),
  };
  const all = withCorrection(effectiveCorrections(library.setting(CORRECTIONS_SETTING)), correction);
  const label = `校正数字 ${name}`;
  const { seq } = await library.saveSetting(CORRECTIONS_SETTING, all, by, label);
  return { seq, label };
});

const uncorrect = os.figures.uncorrect.handler(async ({ input: { id, ...period }, context: { desk } }) => {
  const { library } = desk.opened;
  const all = effectiveCorrections(library.setting(CORRECTIONS_SETTING));
  const name = desk.opened.counting.definitions.find((one) => one.id === id)?.label ?? id;
  if (!correctionOf(all, id, period))
    throw new AntouError('notFound', `“${name}”在这段时间里没有校正过，什么也没有改动。`);
  const label = `取消校正 ${name}`;
  const left = withoutCorrection(all, id, period);
  const { seq } = await library.saveSetting(CORRECTIONS_SETTING, left, await desk.who(), label);
  return { seq, label };
});

export const figures = {
  years,
  list,
  evidence,
  ofRecord,
  checks,
  correct,
  uncorrect,
  freeze,
  differences,
  verify,
  frozen,
  definition,
  saveDefinition,
  removeDefinition,
  resetDefinition,
  preview,
  export: exportFigures,
};
