import type { api } from './api.ts';

export type ListInput = Parameters<typeof api.records.list>[0];
export type Filter = NonNullable<ListInput['filters']>[number];
export type Sort = NonNullable<ListInput['sort']>[number];

/** What a list shows, kept in the address so that going back finds it as it was. */
export interface ListState {
  readonly text?: string;
  readonly filters?: Filter[];
  readonly sort?: Sort[];
}

const FILTER_TYPES = ['any', 'contains', 'between', 'blank', 'filled'];
const ORDERS = ['asc', 'desc', 'stroke'];

const isFilter = (item: unknown): item is Filter =>
  typeof item === 'object' &&
  item !== null &&
  'field' in item &&
  typeof item.field === 'string' &&
  'type' in item &&
  FILTER_TYPES.includes(String(item.type));

const isSort = (item: unknown): item is Sort =>
  Array.isArray(item) && item.length === 2 && typeof item[0] === 'string' && ORDERS.includes(String(item[1]));

/** Reads the list state out of an address, dropping what is not well formed. */
export function readListState(search: Record<string, unknown>): ListState {
  const text = typeof search.text === 'string' || typeof search.text === 'number' ? String(search.text) : undefined;
  const filters = Array.isArray(search.filters) ? search.filters.filter(isFilter) : [];
  const sort = Array.isArray(search.sort) ? search.sort.filter(isSort) : [];
  return {
    ...(text ? { text } : {}),
    ...(filters.length > 0 ? { filters } : {}),
    ...(sort.length > 0 ? { sort } : {}),
  };
}
