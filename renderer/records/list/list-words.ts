import type { RecordKind } from '../../../shared/records/kind.ts';
import type { ListState, Sort } from '../../app/list-state.ts';
import { fieldAt, labelAt, orderWords } from '../fields.ts';
import { describeFilter } from './describe-filter.ts';

/** 按届、姓氏笔画 */
export function sortWords(kind: RecordKind, sort: readonly Sort[]): string {
  const words = sort.map(([path, order]) => {
    const field = fieldAt(kind, path);
    return orderWords(field, field?.label ?? path, order);
  });
  return `按${words.join('、')}`;
}

/** 条件：界别是教育；含“书香” — for the head of a printed list. References are left to `nameOf`. */
export function conditionWords(
  kind: RecordKind,
  state: ListState,
  nameOf: (kind: string, id: string) => string,
): string {
  const filters = (state.filters ?? []).map((filter) => {
    const target = fieldAt(kind, filter.field)?.target;
    const named =
      filter.type === 'any' && target
        ? { ...filter, values: (filter.values ?? []).map((id) => (id === null ? null : nameOf(target, String(id)))) }
        : filter;
    return `${labelAt(kind, filter.field)}：${describeFilter(named)}`;
  });
  const text = state.text ? [`含“${state.text}”`] : [];
  const all = [...text, ...filters];
  return all.length > 0 ? `条件：${all.join('；')}` : '';
}

/**
 * Pressed alone, another field starts in its natural order and the same one goes to its next order, then back to the
 * kind's own. Pressed with Shift it does so after what the list is sorted by already, and last is left out again.
 */
export function nextSort(
  state: ListState,
  sort: readonly Sort[],
  path: string,
  orders: readonly Sort[1][],
  add: boolean,
): Sort[] {
  const place = sort.findIndex(([name]) => name === path);
  const at = orders.indexOf(sort[place]?.[1] ?? 'asc');
  const [natural = 'asc'] = orders;
  if (add) {
    if (place < 0) return [...sort, [path, natural]];
    const next = orders[at + 1];
    return next ? sort.map((item) => (item[0] === path ? [path, next] : item)) : sort.filter(([name]) => name !== path);
  }
  if (place !== 0) return [[path, natural]];
  const next = orders[(at + 1) % orders.length] ?? natural;
  const done = state.sort !== undefined && at === orders.length - 1;
  return done ? [] : [[path, next]];
}
