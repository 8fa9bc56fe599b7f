import type { RecordKind } from '../../../shared/records/kind.ts';
import { api, type StoredRecord, type Titles } from '../../app/api.ts';
import type { ListState } from '../../app/list-state.ts';
import { fieldAt } from '../fields.ts';
import { fetchRows } from './copying.ts';
import { conditionWords, sortWords } from './list-words.ts';
import { type ListModel, totalsOf } from './use-list.ts';

/** A list as it goes to the printer. */
export interface Printed {
  /** Conditions, order, number and day, in one line. */
  readonly note: string;
  readonly fields: readonly string[];
  readonly records: readonly StoredRecord[];
  readonly titles: Titles;
  /** In the order of the records, which stand together by group. */
  readonly groups: readonly { readonly label: string; readonly count: number; readonly sums: Sums }[];
  /** Of all the records; empty when nothing can be added up. */
  readonly sums: Sums;
}

type Sums = Readonly<Record<string, number>>;

/** Fetches what is printed: all that the list finds, or what is ticked, whatever of it is on the screen or folded away. */
export async function printedOf(
  kind: RecordKind,
  state: ListState,
  list: ListModel,
  fields: readonly string[],
): Promise<Printed> {
  const ids = list.ticked.size > 0 ? { ids: [...list.ticked] } : {};
  const count = list.ticked.size > 0 ? list.ticked.size : list.rows.total;
  const totals = totalsOf(kind, fields);
  const { group, sort } = list.ordering;
  const [found, summary] = await Promise.all([
    fetchRows(list.ordering, fields, kind, { count, ...ids }),
    group !== undefined || totals.length > 0
      ? api.lists.summary({ ...list.narrowing, ...(group === undefined ? {} : { group, sort }), totals, ...ids })
      : undefined,
  ]);
  const names = await namesOf(kind, state, found.titles);
  const note = [
    conditionWords(kind, state, (of, id) => names.get(`${of}/${id}`) ?? ''),
    sortWords(kind, list.sort),
    `${list.ticked.size > 0 ? '选中的 ' : '共 '}${found.records.length} ${kind.unit}`,
    `${new Date().toLocaleDateString('zh-CN', { dateStyle: 'long' })}打印`,
  ];
  return {
    note: note.filter(Boolean).join('　'),
    fields,
    ...found,
    groups: group === undefined ? [] : (summary?.groups ?? []),
    sums: totals.length > 0 ? (summary?.sums ?? {}) : {},
  };
}

/** Names of the records the conditions point at; those in no column of the list have to be asked for. */
async function namesOf(kind: RecordKind, { filters = [] }: ListState, titles: Titles): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const { field, type, values = [] } of filters) {
    const target = fieldAt(kind, field)?.target;
    if (type !== 'any' || target === undefined) continue;
    for (const id of values) {
      if (id === null) continue;
      const key = `${target}/${String(id)}`;
      const known = titles[key]?.title;
      names.set(key, known ?? (await api.records.get({ kind: target, id: String(id) })).title);
    }
  }
  return names;
}
