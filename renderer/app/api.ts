import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import type { Contract } from '../../shared/api/contract.ts';
import { connect } from './connect.ts';

/** Everything the page can ask of the office: `await api.records.get({ kind, id })`. Throws; see errors.ts. */
export const api: ContractRouterClient<Contract> = createORPCClient(connect());

/**
 * The same for reading in components: `useQuery(queries.records.get.queryOptions({ input: { kind, id } }))`.
 * Never refetch by hand after a change: live.ts hears of every change and refreshes what is on the screen.
 */
export const queries = createTanstackQueryUtils(api);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The office tells us of every change, so nothing grows stale by the clock.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      // A refusal is an answer, not an accident; a lost connection is watched by live.ts.
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

type Client = typeof api;
/** What a procedure answers: `Output<typeof api.records.get>`. */
export type Output<T extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<T>>;
export type LibraryStatus = NonNullable<Output<Client['library']['status']>['open']>;
export type StoredRecord = Output<Client['records']['get']>['record'];
export type Titles = Output<Client['records']['get']>['titles'];
export type Preferences = Output<Client['preferences']['get']>;
export type Settings = Output<Client['settings']['get']>;
export type HistoryEntry = Output<Client['history']['list']>['entries'][number];
