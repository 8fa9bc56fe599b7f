import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { api, queries, queryClient } from '../../app/api.ts';
import type { ListInput, ListState, Sort } from '../../app/list-state.ts';
import { useLive } from '../../app/live.ts';
import { fieldAt } from '../fields.ts';
import { GroupLines } from './group-lines.ts';
import { listSession, rememberList } from './list-session.ts';
import { useCursor } from './use-cursor.ts';
import { useRows } from './use-rows.ts';

/** What narrows a list, as the contract asks for it. */
export interface Narrowing {
  readonly kind: string;
  readonly text?: string;
  readonly filters?: NonNullable<ListState['filters']>;
}

export type Ordering = Narrowing & { readonly sort: Sort[]; readonly group?: string };

const idsOf = async (input: Ordering): Promise<readonly string[]> =>
  (await queryClient.fetchQuery({ ...queries.lists.ids.queryOptions({ input }), gcTime: 60_000 })).ids;

/** The records of a list, its groups and totals, the cursor and what is ticked. */
export function useList(kind: RecordKind, state: ListState, fields: readonly string[]) {
  const narrowing = useMemo<Narrowing>(
    () => ({
      kind: kind.id,
      ...(state.text ? { text: state.text } : {}),
      ...(state.filters ? { filters: state.filters } : {}),
    }),
    [kind.id, state.text, state.filters],
  );
  const sort = useMemo<Sort[]>(
    () => state.sort ?? kind.list.sort.map(([field, order]): Sort => [field, order]),
    [state.sort, kind],
  );
  const ordering = useMemo<Ordering>(
    () => ({ ...narrowing, sort, ...(state.group ? { group: state.group } : {}) }),
    [narrowing, sort, state.group],
  );
  // Long texts are left out of lists unless one of them is a column.
  const full = fields.some((field) => fieldAt(kind, field)?.type === 'longText');
  const input = useMemo<ListInput>(() => ({ ...ordering, ...(full ? { full } : {}) }), [ordering, full]);
  const rows = useRows(input, listSession(kind.id)?.cursor?.row ?? 0);
  const { summary, lines, folded, fold } = useGroups(kind, narrowing, state.group, sort, fields, rows.total);

  const askPlace = useCallback(
    async (id: string) => {
      const place = (await idsOf(ordering)).indexOf(id);
      return place < 0 ? undefined : place;
    },
    [ordering],
  );
  const at = useCursor(kind.id, rows, askPlace);
  const { ticked, setTicked } = useTicked(narrowing, ordering);
  useEffect(() => {
    rememberList(kind.id, { search: { ...state } });
  }, [kind.id, state]);

  return {
    narrowing,
    ordering,
    sort,
    rows,
    summary,
    lines,
    folded,
    fold,
    at,
    /** Id of the record under the cursor. */
    active: at.cursor?.id,
    ticked,
    setTicked,
    /** Ids of all that is found, in order; asked for when needed. */
    allIds: useCallback(() => idsOf(ordering), [ordering]),
  };
}

export type ListModel = ReturnType<typeof useList>;

/** Number columns worth adding up: an ordinal or a year has no unit of its own and makes no sum. */
export const totalsOf = (kind: RecordKind, fields: readonly string[]): string[] =>
  fields.filter((path) => {
    const field = fieldAt(kind, path);
    return (field?.type === 'integer' || field?.type === 'decimal') && field.unit !== undefined && !path.includes('.');
  });

function useGroups(
  kind: RecordKind,
  narrowing: Narrowing,
  group: string | undefined,
  sort: Sort[],
  fields: readonly string[],
  total: number,
) {
  const totals = totalsOf(kind, fields);
  const asked = useQuery({
    ...queries.lists.summary.queryOptions({
      // The order of the groups depends on the sort, the totals of an ungrouped list do not.
      input: { ...narrowing, ...(group ? { group, sort } : {}), ...(totals.length > 0 ? { totals } : {}) },
    }),
    enabled: group !== undefined || totals.length > 0,
    placeholderData: (old) => old,
  });
  const summary = group !== undefined || totals.length > 0 ? asked.data : undefined;
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => new Set(listSession(kind.id)?.folded));
  const fold = useCallback(
    (labels: readonly string[]) => {
      setFolded(new Set(labels));
      rememberList(kind.id, { folded: labels });
    },
    [kind.id],
  );
  const groups = group === undefined ? undefined : summary?.groups;
  const lines = useMemo(() => new GroupLines(total, groups ?? [], folded), [total, groups, folded]);
  return { summary, lines, folded, fold };
}

/** What is ticked. A record that is no longer listed loses its tick: nobody deletes what he does not see. */
function useTicked(narrowing: Narrowing, ordering: Ordering) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set<string>());
  const seq = useLive().library?.seq;
  const some = ticked.size > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the conditions or the library change
  useEffect(() => {
    if (!some) return undefined;
    let live = true;
    // Past the cache: what it holds may be from before the change that brought us here.
    api.lists.ids({ ...ordering }).then(
      ({ ids }) => {
        const present = new Set(ids);
        if (live) setTicked((old) => ([...old].every((id) => present.has(id)) ? old : keep(old, present)));
      },
      () => undefined,
    );
    return () => {
      live = false;
    };
  }, [narrowing, seq, some]);
  return { ticked, setTicked };
}

const keep = (ids: ReadonlySet<string>, present: ReadonlySet<string>) =>
  new Set([...ids].filter((id) => present.has(id)));
