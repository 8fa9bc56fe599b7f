import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { api, type Output, queries, queryClient } from '../../app/api.ts';
import { changedState, type ListState, listState } from '../../app/list-state.ts';
import { type Command, useCommand } from '../../app/use-command.ts';
import { type Column, type Layout, ownColumns, sameColumns } from './use-layout.ts';

export type SavedView = Output<typeof api.lists.views>['views'][number];

export interface Views {
  readonly all: readonly SavedView[];
  /** The view the list started from. */
  readonly current: SavedView | undefined;
  /** The list no longer shows what the view holds. */
  readonly modified: boolean;
  readonly open: (view: SavedView | undefined) => void;
  readonly saving: Command<SavedView, unknown>;
  readonly save: (view: Pick<SavedView, 'id' | 'name'>) => Promise<boolean>;
  readonly removing: Command<string, unknown>;
}

/** Views kept in the library: what a list is narrowed, sorted and grouped by, and its columns. */
export function useViews(kind: RecordKind, state: ListState, layout: Layout, change: (next: ListState) => void): Views {
  const asked = useQuery(queries.lists.views.queryOptions({ input: { kind: kind.id } }));
  const all = asked.data?.views ?? [];
  const current = all.find((view) => view.id === state.view);
  const modified =
    current !== undefined && !(same(state, current) && sameColumns(layout.columns, columnsOf(kind, current)));

  const open = (view: SavedView | undefined) => {
    change(view ? stateOf(view) : {});
    if (view?.columns && view.columns.length > 0) layout.change(columnsOf(kind, view));
    else if (view || current?.columns) layout.reset();
  };
  const saving = useCommand(async (view: SavedView) => {
    await api.lists.saveView({ view });
    await queryClient.invalidateQueries({ queryKey: queries.lists.views.key() });
    return true;
  });
  const { run } = saving;
  const save = useCallback(
    async ({ id, name }: Pick<SavedView, 'id' | 'name'>) => {
      const { view: _from, ...shown } = changedState(state, {});
      const saved = await run({
        id,
        kind: kind.id,
        name,
        ...shown,
        columns: layout.columns.map(({ field, width }) => (width === undefined ? { field } : { field, width })),
      });
      if (saved) change({ ...shown, view: id });
      return saved !== undefined;
    },
    [run, state, kind.id, layout, change],
  );
  const removing = useCommand(async (id: string) => {
    await api.lists.removeView({ id });
    await queryClient.invalidateQueries({ queryKey: queries.lists.views.key() });
    if (state.view === id) {
      const { view: _gone, ...rest } = state;
      change(rest);
    }
    return true;
  });
  return { all, current, modified, open, saving, save, removing };
}

const stateOf = ({ id, text, filters, sort, group }: SavedView): ListState =>
  listState({ text, filters, sort, group, view: id });

const columnsOf = (kind: RecordKind, view: SavedView): readonly Column[] =>
  view.columns && view.columns.length > 0
    ? view.columns.map(({ field, width }) => (width === undefined ? { field } : { field, width }))
    : ownColumns(kind);

const same = ({ view: _from, ...state }: ListState, saved: SavedView): boolean => {
  const { view: _own, ...kept } = stateOf(saved);
  return JSON.stringify(changedState(state, {})) === JSON.stringify(kept);
};
