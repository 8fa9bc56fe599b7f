import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { queries, type StoredRecord } from '../../app/api.ts';
import type { ListState, Sort } from '../../app/list-state.ts';
import { listSession, rememberList } from './list-session.ts';

/** The records of a list, which of them is active (shown beside the list) and which are ticked. */
export function useList(kind: RecordKind, state: ListState) {
  const sort: Sort[] = state.sort ?? kind.list.sort.map(([field, order]): Sort => [field, order]);
  const query = useQuery({
    ...queries.records.list.queryOptions({
      input: {
        kind: kind.id,
        ...(state.text ? { text: state.text } : {}),
        ...(state.filters ? { filters: state.filters } : {}),
        sort,
      },
    }),
    placeholderData: keepPreviousData,
  });
  const records: readonly StoredRecord[] = useMemo(
    // What is shown while the next answer is on its way may belong to another kind.
    () => query.data?.records.filter((record) => record.kind === kind.id) ?? [],
    [query.data, kind.id],
  );

  const [active, setActive] = useState<string | undefined>(() => listSession(kind.id)?.active);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    rememberList(kind.id, { search: { ...state } });
  }, [kind.id, state]);

  const activate = useCallback(
    (id: string | undefined) => {
      setActive(id);
      rememberList(kind.id, id === undefined ? { panel: false } : { active: id });
    },
    [kind.id],
  );
  const present = useMemo(() => new Set(records.map((record) => record.id)), [records]);
  const stillTicked = useMemo(() => new Set([...ticked].filter((id) => present.has(id))), [ticked, present]);

  return {
    query,
    sort,
    records,
    titles: query.data?.titles ?? {},
    total: query.data?.total ?? 0,
    active: active !== undefined && present.has(active) ? active : undefined,
    activate,
    ticked: stillTicked,
    setTicked,
  };
}
