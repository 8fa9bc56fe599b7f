import type { FigureDefinition, FigureQuery, FigureWhen, Measure } from '../../../shared/figures/definition.ts';
import type { Condition } from '../../../shared/records/conditions/condition.ts';
import type { Field } from '../../../shared/records/field.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { pathGroupsOf, rowsFieldsOf } from '../../records/conditions/condition-paths.ts';

const DAYS: readonly Field['type'][] = ['date', 'dateTime', 'month', 'year'];

export const isDay = ({ type }: Field): boolean => DAYS.includes(type);
export const isAmount = ({ type }: Field): boolean => type === 'integer' || type === 'decimal';
/** What different values can be told apart of: not tables, files and long texts. */
export const isNameable = ({ type }: Field): boolean =>
  !['rows', 'files', 'body', 'longText', 'boolean'].includes(type);

export const firstPath = (kind: string, fits: (field: Field) => boolean): string | undefined =>
  pathGroupsOf(kind, fits)[0]?.options[0]?.value;

/** The day a kind is usually dated by; records without one are counted as they stand. */
export function usualWhen(kind: string): FigureWhen {
  const own = kindOf(kind);
  const year = own?.search.year;
  if (own && year && own.fields[year] && isDay(own.fields[year])) return { type: 'day', field: year };
  const first = Object.entries(own?.fields ?? {}).find(([, field]) => isDay(field) && !field.computed);
  return first ? { type: 'day', field: first[0] } : { type: 'standing' };
}

export const freshQuery = (kind: string): FigureQuery => ({
  kind,
  where: [],
  when: usualWhen(kind),
  measure: { type: 'count' },
});

export const freshDefinition = (): FigureDefinition => ({
  id: NEW,
  label: '',
  group: '',
  unit: kindOf('event')?.unit ?? '次',
  rule: '',
  query: freshQuery('event'),
});

/** Id of one that is not saved yet; the office process gives out the real one. */
export const NEW = '自新';

/** The measure of another sort, with what the kind has for it; undefined when the kind has nothing to measure so. */
export function freshMeasure(kind: string, type: Measure['type']): Measure | undefined {
  switch (type) {
    case 'count':
      return { type };
    case 'rows': {
      const [rows] = rowsFieldsOf(kind);
      return rows && { type, field: rows.value, where: [] };
    }
    case 'sum': {
      const field = firstPath(kind, isAmount);
      return field === undefined ? undefined : { type, field };
    }
    case 'distinct': {
      const field = firstPath(kind, isNameable);
      return field === undefined ? undefined : { type, field };
    }
    case 'share':
      return { type, met: [], show: 'percent' };
  }
}

/** What is still missing before it can be tried out or saved, for the clerk; undefined when nothing is. */
export function unfinished({ query: { where, measure } }: FigureDefinition): string | undefined {
  if (hasEmpty(where)) return '“几条里符合一条”下面还没有写条件。';
  if (measure.type !== 'share') return undefined;
  if (measure.met.length === 0) return '占比还没有写“哪些算上”。';
  return hasEmpty(measure.met) ? '“几条里符合一条”下面还没有写条件。' : undefined;
}

const hasEmpty = (conditions: readonly Condition[]): boolean =>
  conditions.some((one) => {
    if (one.type === 'either') return one.of.length === 0 || hasEmpty(one.of);
    return one.type === 'pointed' && hasEmpty(one.where ?? []);
  });

/** Words a definition must have to be saved; before that it is tried out under others. */
export function missingWords({ label, group, unit, rule }: FigureDefinition): string | undefined {
  const missing = [
    label.trim() ? '' : '名称',
    group.trim() ? '' : '分组',
    unit.trim() ? '' : '单位',
    rule.trim() ? '' : '口径',
  ].filter(Boolean);
  return missing.length > 0 ? `还没有填${missing.join('、')}。` : undefined;
}

/** As it is tried out: what has no words yet has some, so that only the query is looked at. */
export const triable = (draft: FigureDefinition): FigureDefinition => ({
  ...draft,
  label: draft.label.trim() || '新指标',
  group: draft.group.trim() || '自定',
  unit: draft.unit.trim() || '条',
  rule: draft.rule.trim() || '还没有写口径',
});
