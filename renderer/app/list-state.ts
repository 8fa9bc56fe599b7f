import type { api } from './api.ts';

export type ListInput = Parameters<typeof api.records.list>[0];
export type Filter = NonNullable<ListInput['filters']>[number];
export type Sort = NonNullable<ListInput['sort']>[number];

/** What a list shows, kept in the address so that going back finds it as it was. */
export interface ListState {
  readonly text?: string;
  readonly filters?: Filter[];
  readonly sort?: Sort[];
  /** Field whose values are put together under heads. */
  readonly group?: string;
  /** Id of the saved view this started from. */
  readonly view?: string;
}

const FILTER_TYPES = ['any', 'contains', 'between', 'blank', 'filled'];
const ORDERS = ['asc', 'desc', 'stroke'];
/** As many as the contract takes. */
const MOST_SORTS = 8;

const isFilter = (item: unknown): item is Filter =>
  typeof item === 'object' &&
  item !== null &&
  'field' in item &&
  typeof item.field === 'string' &&
  'type' in item &&
  FILTER_TYPES.includes(String(item.type));

const isSort = (item: unknown): item is Sort =>
  Array.isArray(item) && item.length === 2 && typeof item[0] === 'string' && ORDERS.includes(String(item[1]));

const word = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) || undefined : undefined;

/** Reads the list state out of an address, dropping what is not well formed. */
export function readListState(search: Record<string, unknown>): ListState {
  return listState({
    text: word(search.text),
    filters: Array.isArray(search.filters) ? search.filters.filter(isFilter) : [],
    sort: Array.isArray(search.sort) ? search.sort.filter(isSort).slice(0, MOST_SORTS) : [],
    group: word(search.group),
    view: word(search.view),
  });
}

type Loose = { readonly [Name in keyof ListState]: ListState[Name] | undefined };

/** A state without its empty parts, so that equal states have equal addresses. */
export function listState({ text, filters, sort, group, view }: Loose): ListState {
  return {
    ...(text?.trim() ? { text: text.trim() } : {}),
    ...(filters && filters.length > 0 ? { filters: [...filters] } : {}),
    ...(sort && sort.length > 0 ? { sort: [...sort] } : {}),
    ...(group ? { group } : {}),
    ...(view ? { view } : {}),
  };
}

/** A state with some of its parts put otherwise; undefined takes a part away. */
export const changedState = (state: ListState, change: Partial<Loose>): ListState =>
  listState({
    text: state.text,
    filters: state.filters,
    sort: state.sort,
    group: state.group,
    view: state.view,
    ...change,
  });
