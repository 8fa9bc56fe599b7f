import { AntouError } from '../../shared/api/errors.ts';
import {
  CORRECTIONS_SETTING,
  correctionOf,
  effectiveCorrections,
  type FigureCorrection,
} from '../../shared/figures/corrections.ts';
import type { FigureDefinition } from '../../shared/figures/definition.ts';
import { defaultFigures } from '../../shared/figures/definitions/index.ts';
import type { FigureEvidence, FigurePeriod, FigureResult } from '../../shared/figures/figure-result.ts';
import { definitionProblem, querySentence } from '../../shared/figures/figure-words.ts';
import { canonicalJson, freezeSetting, freezesIn, type YearFreeze } from '../../shared/figures/freeze.ts';
import { freezeDifference } from '../../shared/figures/freeze-difference.ts';
import { NAMED_RULES, ruleWords } from '../../shared/figures/named-rules.ts';
import { wordingOf } from '../../shared/figures/wording.ts';
import { fieldOnPath } from '../../shared/records/conditions/index.ts';
import { GONE } from '../../shared/records/display.ts';
import { titleOf } from '../../shared/records/index.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import { daysInMonth } from '../../shared/text/calendar.ts';
import type { Desk } from './desk.ts';

export const RULE_NAMES: ReadonlySet<string> = new Set(NAMED_RULES.map(({ id }) => id));

/** What stays the same for all figures of one answer. */
export interface Showing {
  readonly desk: Desk;
  readonly period: FigurePeriod;
  readonly corrections: readonly FigureCorrection[];
  /** The last time the year of the period was handed in, and that of the year before. */
  readonly freeze: YearFreeze | undefined;
  readonly lastFreeze: YearFreeze | undefined;
}

export function showing(desk: Desk, period: FigurePeriod): Showing {
  return {
    desk,
    period,
    corrections: effectiveCorrections(desk.opened.library.setting(CORRECTIONS_SETTING)),
    freeze: freezeOf(desk, period),
    lastFreeze: freezeOf(desk, yearBefore(period)),
  };
}

/** The year a period is the whole of. */
export function yearOf({ from, to }: FigurePeriod): number | undefined {
  const year = Number(from.slice(0, 4));
  return from === `${year}-01-01` && to === `${year}-12-31` ? year : undefined;
}

function freezeOf(desk: Desk, period: FigurePeriod): YearFreeze | undefined {
  const year = yearOf(period);
  return year === undefined ? undefined : freezesIn(desk.opened.library.setting(freezeSetting(year))).at(-1);
}

/** The same days a year earlier; the 29th of February becomes the 28th. */
export function yearBefore({ from, to }: FigurePeriod): FigurePeriod {
  const back = (day: string) => {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    const last = Math.min(date, daysInMonth(year - 1, month));
    return `${year - 1}-${day.slice(5, 7)}-${String(last).padStart(2, '0')}`;
  };
  return { from: back(from), to: back(to) };
}

/** @throws AntouError notFound */
export function requireDefinition(desk: Desk, id: string): FigureDefinition {
  const found = desk.opened.counting.definitions.find((one) => one.id === id);
  if (!found) throw new AntouError('notFound', `没有“${id}”这个指标。它可能已被删去，请回到“数字”页再看。`);
  return found;
}

/** Nothing, when a definition is broken: counted as 0 with the reason beside it. */
export const resultOf = (desk: Desk, id: string, period: FigurePeriod): FigureResult =>
  desk.opened.counting.figures.result(id, period) ?? { id, value: 0, evidence: [] };

const shares = ({ met, of }: Pick<FigureResult, 'met' | 'of'>) => ({
  ...(met === undefined ? {} : { met }),
  ...(of === undefined ? {} : { of }),
});

export const textOf = (value: number, definition: FigureDefinition): string => wordingOf(value, definition).full;

/** What a figure counts as: corrected where it was, otherwise as counted. */
export function countedOf(
  { desk, corrections }: Pick<Showing, 'desk' | 'corrections'>,
  definition: FigureDefinition,
  period: FigurePeriod,
) {
  const result = resultOf(desk, definition.id, period);
  const correction = correctionOf(corrections, definition.id, period);
  const value = correction?.value ?? result.value;
  return { result, correction, value, shown: { value, text: textOf(value, definition), ...shares(result) } };
}

/** By definition: they stay the same objects until a definition is changed. */
const WORDS = new WeakMap<FigureDefinition, { readonly query: string; readonly problem: string | undefined }>();

/** What is counted, as a sentence, and why it cannot be. */
export function wordsOf(definition: FigureDefinition) {
  const known = WORDS.get(definition);
  if (known) return known;
  const words = {
    query: querySentence(definition, ruleWords),
    problem: definitionProblem(definition, RULE_NAMES),
  };
  WORDS.set(definition, words);
  return words;
}

/** A figure as every page shows it. */
export function shownFigure(context: Showing, definition: FigureDefinition) {
  const { period, freeze } = context;
  const { result, correction, shown } = countedOf(context, definition, period);
  const { query, problem } = wordsOf(definition);
  const handed = freeze?.figures.find(({ id }) => id === definition.id);
  const preset = defaultFigures.find(({ id }) => id === definition.id);
  return {
    ...shown,
    id: definition.id,
    label: definition.label,
    group: definition.group,
    unit: definition.unit,
    rule: definition.rule,
    query,
    isPercent: isPercent(definition),
    standing: definition.query.when.type === 'standing',
    computed: result.value,
    count: result.evidence.length,
    last: lastOf(context, definition),
    ...(correction ? { correction: shownCorrection(correction, result.value) } : {}),
    ...(handed
      ? {
          frozen: {
            value: handed.value,
            text: handed.text,
            ...shares(handed),
            differs: freezeDifference(handed, { value: shown.value, query, evidence: result.evidence }) !== undefined,
          },
        }
      : {}),
    own: preset === undefined,
    changed: preset !== undefined && canonicalJson(preset) !== canonicalJson(definition),
    retired: definition.retired === true,
    ...(problem ? { problem } : {}),
  };
}

export const isPercent = ({ query: { measure } }: Pick<FigureDefinition, 'query'>): boolean =>
  measure.type === 'share' && measure.show === 'percent';

function lastOf(context: Showing, definition: FigureDefinition) {
  const handed = context.lastFreeze?.figures.find(({ id }) => id === definition.id);
  if (handed) return { value: handed.value, text: handed.text, ...shares(handed), frozen: true };
  return { ...countedOf(context, definition, yearBefore(context.period)).shown, frozen: false };
}

const shownCorrection = ({ value, computed, reason, by, at }: FigureCorrection, now: number) => ({
  value,
  computed,
  reason,
  by,
  at,
  moved: computed !== now,
});

/** A record behind a figure, as the pages list it. */
export interface FigureItem {
  kind: string;
  id: string;
  title: string;
  on?: string;
  note?: string;
  gone?: boolean;
}

/** `record` when it is no longer in the library: as it was when the year was handed in. */
export function itemOf(desk: Desk, evidence: FigureEvidence, note = '', record?: StoredRecord): FigureItem {
  const { kind, id, day } = evidence;
  const own = desk.lookup(kind, id);
  const known = own ?? record;
  return {
    kind,
    id,
    title: known ? titleOf(known, desk.lookup) : GONE,
    ...(day ? { on: day } : {}),
    ...(note ? { note } : {}),
    ...(own ? {} : { gone: true }),
  };
}

export interface FigureGroup {
  label: string;
  kind?: string;
  id?: string;
  items: FigureItem[];
}

/** The records of a figure in the parts it is counted by. */
export function groupsOf(desk: Desk, { query, unit }: FigureDefinition, { evidence }: FigureResult): FigureGroup[] {
  const { kind, measure } = query;
  const part = (label: string, found: readonly FigureEvidence[], note: (item: FigureEvidence) => string) =>
    found.length > 0 ? [{ label, items: found.map((one) => itemOf(desk, one, note(one))) }] : [];
  const amount = ({ amount: added = 0 }: FigureEvidence) => `${added}${amountUnit(kind, measure, unit)}`;
  switch (measure.type) {
    case 'count':
      return part('', evidence, () => '');
    case 'rows':
      return part('', evidence, amount);
    case 'sum':
      return [
        ...part(
          '',
          evidence.filter(({ repeated }) => !repeated),
          amount,
        ),
        ...part(
          '同一个已算过，不再加',
          evidence.filter(({ repeated }) => repeated),
          amount,
        ),
      ];
    case 'share':
      return [
        ...part(
          '算上的',
          evidence.filter(({ met }) => met),
          () => '',
        ),
        ...part(
          '没有算上的',
          evidence.filter(({ met }) => !met),
          () => '',
        ),
      ];
    case 'distinct':
      return distinctGroups(desk, fieldOnPath(kind, measure.field)?.target, evidence);
  }
}

/** Amounts are added before they are divided: their unit is that of the field. */
function amountUnit(kind: string, measure: FigureDefinition['query']['measure'], unit: string): string {
  if (measure.type === 'sum') return fieldOnPath(kind, measure.field)?.unit ?? '';
  return unit;
}

function distinctGroups(desk: Desk, target: string | undefined, evidence: readonly FigureEvidence[]): FigureGroup[] {
  const groups = new Map<string, FigureEvidence[]>();
  for (const one of evidence) {
    for (const key of one.keys ?? []) groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].map(([key, found]) => {
    const items = found.map((one) => itemOf(desk, one));
    const record = target === undefined ? undefined : desk.lookup(target, key);
    if (!record) return { label: key, items };
    return { label: titleOf(record, desk.lookup), kind: record.kind, id: record.id, items };
  });
}
