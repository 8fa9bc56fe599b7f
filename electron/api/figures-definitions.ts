import { AntouError } from '../../shared/api/errors.ts';
import { FIGURES_SETTING, type FigureDefinition, figureDefinition } from '../../shared/figures/definition.ts';
import { defaultFigures } from '../../shared/figures/definitions/index.ts';
import type { FigurePeriod } from '../../shared/figures/figure-result.ts';
import { definitionProblem, querySentence } from '../../shared/figures/figure-words.ts';
import { canonicalJson } from '../../shared/figures/freeze.ts';
import { ruleWords } from '../../shared/figures/named-rules.ts';
import type { Desk } from './desk.ts';
import { groupsOf, isPercent, RULE_NAMES, requireDefinition, textOf } from './figures-shown.ts';
import { os } from './implementer.ts';

/** Ids of the office's own figures begin with it. */
const OWN = '自';

const presetOf = (id: string): FigureDefinition | undefined => defaultFigures.find((one) => one.id === id);

/** What stands in the setting, as far as it can be read: only what differs from the given ones. */
function ownDefinitions(desk: Desk): readonly FigureDefinition[] {
  const setting: unknown = desk.opened.library.setting(FIGURES_SETTING);
  if (!Array.isArray(setting)) return [];
  return setting.flatMap((item) => {
    const read = figureDefinition.safeParse(item);
    return read.success ? [read.data] : [];
  });
}

async function saveOwn(desk: Desk, own: readonly FigureDefinition[], label: string) {
  const { seq } = await desk.opened.library.saveSetting(FIGURES_SETTING, own, await desk.who(), label);
  return { seq, label };
}

export const definition = os.figures.definition.handler(({ input: { id }, context: { desk } }) => {
  const found = requireDefinition(desk, id);
  const preset = presetOf(id);
  return {
    definition: found,
    own: preset === undefined,
    changed: preset !== undefined && canonicalJson(preset) !== canonicalJson(found),
  };
});

export const saveDefinition = os.figures.saveDefinition.handler(async ({ input, context: { desk } }) => {
  const { definition: given, fresh } = input;
  const { definitions } = desk.opened.counting;
  const id = fresh ? freshId(definitions) : given.id;
  const next = { ...given, id };
  if (!fresh) requireDefinition(desk, id);
  const problem = definitionProblem(next, RULE_NAMES);
  if (problem) throw new AntouError('invalid', `指标没有保存：${problem}。`, { query: problem });
  const twin = definitions.find((one) => one.id !== id && one.label === next.label && one.group === next.group);
  if (twin) {
    const message = `“${next.group}”里已有叫“${next.label}”的指标`;
    throw new AntouError('invalid', `指标没有保存：${message}，请换个名称。`, { label: message });
  }
  const others = ownDefinitions(desk).filter((one) => one.id !== id);
  const preset = presetOf(id);
  const own = preset && canonicalJson(preset) === canonicalJson(next) ? others : [...others, next];
  return { ...(await saveOwn(desk, own, `${fresh ? '新增' : '修改'}指标 ${next.label}`)), id };
});

function freshId(definitions: readonly FigureDefinition[]): string {
  const known = new Set(definitions.map(({ id }) => id));
  for (let number = 1; ; number++) if (!known.has(`${OWN}${number}`)) return `${OWN}${number}`;
}

export const removeDefinition = os.figures.removeDefinition.handler(({ input: { id }, context: { desk } }) => {
  const { label } = requireDefinition(desk, id);
  if (presetOf(id)) {
    throw new AntouError('invalid', `“${label}”是程序自带的指标，不能删除。不用它可以在修改口径里勾选“停用”。`);
  }
  return saveOwn(
    desk,
    ownDefinitions(desk).filter((one) => one.id !== id),
    `删除指标 ${label}`,
  );
});

export const resetDefinition = os.figures.resetDefinition.handler(({ input: { id }, context: { desk } }) => {
  const preset = presetOf(id);
  if (!preset) throw new AntouError('invalid', '这个指标是本单位自己加的，没有默认口径可以恢复。');
  return saveOwn(
    desk,
    ownDefinitions(desk).filter((one) => one.id !== id),
    `恢复默认口径 ${preset.label}`,
  );
});

export const preview = os.figures.preview.handler(({ input, context: { desk } }) => {
  const { definition: tried, period } = input;
  const problem = definitionProblem(tried, RULE_NAMES);
  const query = querySentence(tried, ruleWords);
  if (problem) return { problem, query, groups: [] };
  return { query, ...tryOut(desk, tried, period) };
});

function tryOut(desk: Desk, tried: FigureDefinition, period: FigurePeriod) {
  const result = desk.opened.counting.figuresOf([tried]).result(tried.id, period);
  if (!result) return { groups: [] };
  const { value, met, of, evidence } = result;
  return {
    figure: {
      value,
      text: textOf(value, tried),
      ...(met === undefined ? {} : { met }),
      ...(of === undefined ? {} : { of }),
      isPercent: isPercent(tried),
      count: evidence.length,
    },
    groups: groupsOf(desk, tried, result),
  };
}
