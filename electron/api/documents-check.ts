import { setImmediate } from 'node:timers/promises';
import { AntouError } from '../../shared/api/errors.ts';
import { carriedFindings, withoutRepeats } from '../../shared/documents/checks/carried-findings.ts';
import {
  CHECK_RULES_SETTING,
  type CheckContext,
  type CheckRulesSetting,
  checkRuleOf,
  checkRules,
  checkSteps,
  inOrder,
  type KnownPerson,
  rulesOff,
  textRules,
  type WrongNumber,
} from '../../shared/documents/checks/index.ts';
import type { Composed } from '../../shared/documents/definition.ts';
import { documentOf } from '../../shared/documents/index.ts';
import type { DocumentModel, Finding } from '../../shared/documents/model.ts';
import { yearPeriod } from '../../shared/figures/figure-result.ts';
import { reconcile } from '../../shared/figures/reconcile/index.ts';
import { namedYears } from '../../shared/figures/reconcile/named-years.ts';
import { wordingProblem } from '../../shared/figures/wording.ts';
import { textOf } from '../../shared/records/read-value.ts';
import { isServing } from '../../shared/records/service.ts';
import type { Desk } from './desk.ts';
import { composeFrom, editedModel } from './document-material.ts';
import { os } from './implementer.ts';
import { registerOf } from './numbers-register.ts';
import { reportFigures } from './reports-figures.ts';
import { officeSettings } from './settings.ts';

type Params = Readonly<Record<string, unknown>>;

/** Everybody the ledgers know by name: appointments, and people without one. */
function knownPeople({ opened: { library }, lookup }: Desk): KnownPerson[] {
  const members = library.list('member').map(({ id, values }): KnownPerson => {
    const name = textOf(lookup('person', textOf(values, 'person'))?.values ?? {}, 'name').trim();
    return { name, kind: 'member', id, serving: isServing(values) };
  });
  const people = library
    .list('person')
    .map(
      ({ id, values }): KnownPerson => ({ name: textOf(values, 'name').trim(), kind: 'person', id, serving: false }),
    );
  return [...members, ...people].filter(({ name }) => name !== '');
}

/** Numbers of the sentences against the figures of the year they speak of; what no figure is found for is left alone. */
function wrongNumbers(desk: Desk, paragraphs: readonly string[]): WrongNumber[] {
  const year = namedYears(paragraphs)[0] ?? Number(desk.today.slice(0, 4));
  const { definitions } = desk.opened.counting;
  const known = new Map(definitions.filter(({ retired }) => !retired).map((definition) => [definition.id, definition]));
  const figures = reportFigures(desk, yearPeriod(year)).filter(({ id }) => known.has(id));
  const counted = figures.map((figure) => ({ ...figure, cues: known.get(figure.id)?.cues }));
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return reconcile(paragraphs, counted, wordingProblem).flatMap((number) => {
    const figure = number.figure === undefined ? undefined : byId.get(number.figure);
    if (!figure || (number.verdict !== 'different' && number.verdict !== 'wrongWord')) return [];
    const { paragraph, start, end, why } = number;
    const there = `${Math.round(figure.value * 1e4) / 1e4}${figure.unit}`;
    return [{ paragraph, start, end, figure: figure.id, label: figure.label, there, ...(why ? { why } : {}) }];
  });
}

function contextOf(desk: Desk, document: string, params: Params): CheckContext {
  const { library } = desk.opened;
  const definition = documentOf(document);
  return {
    settings: officeSettings(library),
    today: desk.today,
    ...(definition ? { definition } : {}),
    people: knownPeople(desk),
    reconcile: (paragraphs) => wrongNumbers(desk, paragraphs),
    register: registerOf(library),
    about: new Set(Object.values(params).flatMap((value) => (typeof value === 'string' ? [value] : []))),
    off: rulesOff(library.setting(CHECK_RULES_SETTING)),
  };
}

/** What a paper on the desk was composed of may have been deleted since: its words can be checked all the same. */
function composedNow(desk: Desk, document: string, params: Params, edited: boolean): Composed | undefined {
  try {
    return composeFrom(desk, document, params);
  } catch (error) {
    if (edited && error instanceof AntouError && error.code === 'invalid') return undefined;
    throw error;
  }
}

const writable = (finding: Finding) => {
  const { range, ...rest } = finding;
  return { ...rest, ...(range ? { range: [range[0], range[1]] as [number, number] } : {}) };
};

/** Milliseconds of checking at a time: the page in front has its turn in between. */
const BREATH = 25;

async function checkedInTurns(model: DocumentModel, context: CheckContext): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  let since = performance.now();
  for (const some of checkSteps(model, context)) {
    findings.push(...some);
    if (performance.now() - since < BREATH) continue;
    await setImmediate();
    since = performance.now();
  }
  return inOrder(model, findings);
}

const check = os.documentsCheck.check.handler(async ({ input, context: { desk } }) => {
  const { document, params = {}, content } = input;
  const edited = content === undefined ? undefined : editedModel(content);
  const fresh = composedNow(desk, document, params, edited !== undefined);
  const model = edited ?? fresh?.model;
  if (!model) throw new AntouError('invalid', '没有可检查的内容。');
  const told = fresh && edited ? carriedFindings(fresh, edited) : (fresh?.findings ?? []);
  const context = { ...contextOf(desk, document, params), ...(fresh && edited ? { fresh: fresh.model } : {}) };
  return { findings: [...told, ...withoutRepeats(await checkedInTurns(model, context), told)].map(writable) };
});

const rules = os.documentsCheck.rules.handler(({ context: { desk } }) => {
  const off = rulesOff(desk.opened.library.setting(CHECK_RULES_SETTING));
  const examples = new Map(textRules.map(({ id, bad }) => [id, bad]));
  return {
    rules: checkRules.map(({ id, label, group, severity, source }) => ({
      ...{ id, label, group, severity, source, off: off.has(id) },
      examples: (examples.get(id) ?? []).map(([text, mended]) => ({
        text,
        ...(mended === undefined ? {} : { mended }),
      })),
    })),
  };
});

const saveRules = os.documentsCheck.saveRules.handler(async ({ input, context: { desk } }) => {
  const strange = input.off.find((id) => !checkRuleOf(id));
  if (strange !== undefined)
    throw new AntouError('invalid', `没有保存：没有“${strange}”这条规则。`, { off: '没有这条规则' });
  const setting: CheckRulesSetting = { off: [...new Set(input.off)].sort() };
  const { library } = desk.opened;
  const { seq, label } = await library.saveSetting(CHECK_RULES_SETTING, setting, await desk.who(), '修改体检规则');
  return { seq, label };
});

export const documentsCheck = { check, rules, saveRules };
