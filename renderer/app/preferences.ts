import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, type Preferences, queries, queryClient } from './api.ts';

const options = () => queries.preferences.get.queryOptions({ input: {} });

/** What belongs to this machine and this clerk, not to the library: who works, type size, recent things. */
export function usePreferences(): {
  readonly preferences: Preferences;
  readonly ready: boolean;
  readonly change: (next: Partial<Preferences>) => Promise<void>;
} {
  const query = useQuery(options());
  const change = useCallback((next: Partial<Preferences>) => changePreferences(next), []);
  return { preferences: query.data ?? {}, ready: query.isFetched, change };
}

const present = async (): Promise<Preferences> => await queryClient.ensureQueryData(options());

/** The screen follows at once; the file follows when the office has written it. */
export async function changePreferences(next: Partial<Preferences>): Promise<void> {
  const after = { ...(await present()), ...next };
  queryClient.setQueryData(options().queryKey, after);
  queryClient.setQueryData(options().queryKey, await api.preferences.save(after));
}

const MOST_RECENT = 12;

/** Puts a record at the head of 接着上次. */
export async function rememberRecord(kind: string, id: string): Promise<void> {
  const others = ((await present()).recentRecords ?? []).filter((item) => item.kind !== kind || item.id !== id);
  const recentRecords = [{ kind, id, at: new Date().toISOString() }, ...others].slice(0, MOST_RECENT);
  await changePreferences({ recentRecords });
}
