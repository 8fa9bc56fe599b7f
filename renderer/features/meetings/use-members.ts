import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queries, type StoredRecord } from '../../app/api.ts';

export interface Members {
  readonly all: readonly StoredRecord[];
  readonly titleOf: (id: string) => string | undefined;
  readonly nameOf: (id: string) => string | undefined;
  readonly loading: boolean;
}

/** All appointments in the order of the roll, with names. A district has some hundreds: they are fetched whole. */
export function useMembers(): Members {
  const query = useQuery(queries.records.list.queryOptions({ input: { kind: 'member', limit: 100_000 } }));
  return useMemo(() => {
    const all = query.data?.records ?? [];
    const titles = query.data?.titles ?? {};
    const names = new Map(all.map(({ id, values }) => [id, titles[`person/${values.person}`]?.title]));
    return {
      all,
      titleOf: (id: string) => names.get(id),
      // 王建国（教育界） is called 王建国.
      nameOf: (id: string) => names.get(id)?.replace(/（[^）]*）$/u, ''),
      loading: query.isPending,
    };
  }, [query.data, query.isPending]);
}
