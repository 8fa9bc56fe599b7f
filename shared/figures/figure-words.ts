import {
  type Condition,
  conditionProblem,
  conditionWords,
  fieldOnPath,
  pathWords,
  rowPathWords,
} from '../records/conditions/index.ts';
import { kindOf } from '../records/registry.ts';
import type { FigureDefinition, FigureQuery, Measure } from './definition.ts';

type RuleWords = (name: string) => string | undefined;

/**
 * The query of a figure as a clerk reads it: 数“会议活动”的条数，“开始时间”在期内，“类型”是调研…
 * It is made from the query itself, so that it says what is counted also where the rule in words says otherwise.
 * @param ruleWords words of the named rules (named-rules.ts)
 */
export function querySentence({ query }: Pick<FigureDefinition, 'query'>, ruleWords: RuleWords): string {
  const parts = [
    measureWords(query, ruleWords),
    whenWords(query),
    conditionWords(query.kind, query.where, ruleWords),
    metWords(query, ruleWords),
  ];
  return parts.filter(Boolean).join('，');
}

function measureWords({ kind, measure }: FigureQuery, ruleWords: RuleWords): string {
  const label = kindOf(kind)?.label ?? kind;
  switch (measure.type) {
    case 'count':
      return `数“${label}”的条数`;
    case 'rows':
      return rowsWords(kind, measure, label);
    case 'sum':
      return sumWords(kind, measure, label);
    case 'distinct': {
      const path = `“${label}”的“${pathWords(kind, measure.field)}”`;
      const target = fieldOnPath(kind, measure.field)?.target;
      const inner = conditionWords(target ?? kind, measure.where ?? [], ruleWords);
      return `数${path}有几个，重复的只算一个${inner ? `，只数${inner}的` : ''}`;
    }
    case 'share':
      return measure.show === 'percent' ? `算“${label}”里符合的占百分之几` : `数“${label}”里符合的有几个`;
  }
}

function rowsWords(kind: string, { field, where }: Extract<Measure, { type: 'rows' }>, label: string): string {
  // A row is described like the condition “有一行…”, without saying that one suffices.
  const inner = where.map((one) => {
    const words = conditionWords(kind, [{ type: 'row', field, where: [one] }], () => undefined);
    return words.slice(words.indexOf('有一行') + '有一行'.length) || rowPathWords(kind, field, one.field);
  });
  const rows = kindOf(kind)?.fields[field]?.label ?? field;
  return `数“${label}”的“${rows}”里${inner.join('、')}${inner.length > 0 ? '的' : ''}行数`;
}

function sumWords(
  kind: string,
  { field, once, divide, decimals }: Extract<Measure, { type: 'sum' }>,
  label: string,
): string {
  const rest = [
    once === undefined ? '' : `同一个“${pathWords(kind, once)}”只加最大的一次`,
    divide === undefined ? '' : `除以${divide}`,
    divide === undefined || decimals === undefined ? '' : decimals === 0 ? '取整数' : `保留${decimals}位小数`,
  ];
  return [`把“${label}”的“${pathWords(kind, field)}”加起来`, ...rest].filter(Boolean).join('，');
}

function whenWords({ kind, when }: FigureQuery): string {
  if (when.type === 'day') {
    const fine = when.day === undefined ? '' : `（不是整年的，按“${pathWords(kind, when.day)}”）`;
    const also = when.also === undefined ? '' : `或“${pathWords(kind, when.also)}”`;
    return `“${pathWords(kind, when.field)}”${also}在期内${fine}`;
  }
  const from = when.from === undefined ? '' : `“${pathWords(kind, when.from)}”不晚于期末（没有填的也算）`;
  const until = when.until === undefined ? '' : `“${pathWords(kind, when.until)}”没有填或在期末以后`;
  return [from, until].filter(Boolean).join('，') || '不论日期，以现在登记的为准';
}

function metWords({ kind, measure }: FigureQuery, ruleWords: RuleWords): string {
  if (measure.type !== 'share') return '';
  return `其中符合的是：${conditionWords(kind, measure.met, ruleWords)}`;
}

const DAYS = ['date', 'dateTime', 'month', 'year'];
const NUMBERS = ['integer', 'decimal', 'year'];

/**
 * Why a figure cannot be counted as it is defined: a kind, field or rule it names is not there, a day that is no day.
 * @returns the first thing wrong, in Chinese; undefined when all is well
 */
export function definitionProblem(
  { label, query }: Pick<FigureDefinition, 'label' | 'query'>,
  ruleNames: ReadonlySet<string>,
): string | undefined {
  const found = queryProblem(query, ruleNames);
  return found && `“${label}”：${found}`;
}

function queryProblem({ kind, where, when, measure }: FigureQuery, rules: ReadonlySet<string>): string | undefined {
  const known = kindOf(kind);
  if (!known) return `要数的“${kind}”不是一种登记，请另选`;
  const missing = (path: string) => `${known.label}里没有“${path}”这个栏目，请另选`;
  const days = when.type === 'day' ? [when.field, when.also, when.day] : [when.from, when.until];
  for (const path of days) {
    if (path === undefined) continue;
    const field = fieldOnPath(kind, path);
    if (!field) return missing(path);
    if (!DAYS.includes(field.type)) return `“${pathWords(kind, path)}”不是日期，不能按它归到年度，请另选日期栏目`;
  }
  return conditionProblem(kind, where, rules) ?? measureProblem(kind, measure, missing, rules);
}

function measureProblem(
  kind: string,
  measure: Measure,
  missing: (path: string) => string,
  rules: ReadonlySet<string>,
): string | undefined {
  const conditions = (of: string, list: readonly Condition[]) => conditionProblem(of, list, rules);
  switch (measure.type) {
    case 'count':
      return undefined;
    case 'rows': {
      if (fieldOnPath(kind, measure.field)?.type !== 'rows') return `“${measure.field}”不是可以数行的栏目，请另选`;
      return conditions(kind, [{ type: 'row', field: measure.field, where: measure.where }]);
    }
    case 'sum': {
      const field = fieldOnPath(kind, measure.field);
      if (!field) return missing(measure.field);
      if (!NUMBERS.includes(field.type)) return `“${pathWords(kind, measure.field)}”不是数，不能相加，请另选`;
      return measure.once !== undefined && !fieldOnPath(kind, measure.once) ? missing(measure.once) : undefined;
    }
    case 'distinct': {
      const field = fieldOnPath(kind, measure.field);
      if (!field) return missing(measure.field);
      if ((measure.where ?? []).length === 0) return undefined;
      if (field.target === undefined) return `“${pathWords(kind, measure.field)}”不是选来的，不能再加条件`;
      return conditions(field.target, measure.where ?? []);
    }
    case 'share':
      return conditions(kind, measure.met);
  }
}
