import { useQuery } from '@tanstack/react-query';
import { api, type LibraryStatus, type Output, queries, queryClient } from './api.ts';
import { isAbort } from './errors.ts';
import { type LiveState, setLive, useLiveState } from './live-store.ts';

type Status = Output<typeof api.library.status>;
type LiveEvent = Output<typeof api.library.watch> extends AsyncIterator<infer Event> ? Event : never;

const statusOptions = () => queries.library.status.queryOptions({ input: {} });

/** The library that is open (none: the start page shows), kept current by the watch below, and the connection. */
export function useLive(): LiveState & {
  readonly library: LibraryStatus | undefined;
  readonly door: Status['door'] | undefined;
  readonly version: string;
  readonly asked: boolean;
} {
  const status = useQuery(statusOptions());
  const live = useLiveState();
  return {
    ...live,
    library: status.data?.open,
    door: status.data?.door,
    version: status.data?.version ?? '',
    asked: status.isFetched,
  };
}

/** Fetches the status anew; called after a library was opened, made or closed. */
export async function refreshStatus(): Promise<void> {
  queryClient.removeQueries({ predicate: (query) => !isStatus(query.queryKey) });
  await queryClient.invalidateQueries({ queryKey: queries.library.status.key() });
  wake?.();
}

const isStatus = (key: readonly unknown[]) => JSON.stringify(key[0]) === JSON.stringify(['library', 'status']);

/** Several changes in quick succession (an import, an undo of many) refresh the screen once. */
const COALESCE_MS = 60;
let timer: ReturnType<typeof setTimeout> | undefined;

function refreshSoon(): void {
  if (timer !== undefined) return;
  timer = setTimeout(() => {
    timer = undefined;
    for (const key of [
      queries.records.key(),
      queries.history.key(),
      queries.overview.key(),
      queries.search.key(),
      queries.settings.get.key(),
      queries.documents.key(),
      queries.library.status.key(),
    ]) {
      // Only what is on the screen is fetched now; the rest when it is shown again.
      void queryClient.invalidateQueries({ queryKey: key });
    }
  }, COALESCE_MS);
}

function take(event: LiveEvent): void {
  queryClient.setQueryData(statusOptions().queryKey, (old: Status | undefined) =>
    old?.open
      ? {
          ...old,
          open: {
            ...old.open,
            seq: event.seq,
            saving: event.saving,
            undoable: event.undoable,
            redoable: event.redoable,
          },
        }
      : old,
  );
  if (event.changes.length > 0 || event.label) refreshSoon();
}

const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 5_000;
let wake: (() => void) | undefined;

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    const end = setTimeout(resolve, ms);
    wake = () => {
      clearTimeout(end);
      resolve();
    };
  });

/**
 * Listens for as long as the page lives: seeds the status, follows `library.watch`, and comes back with growing waits
 * when the office process was restarted. Started once by main.tsx.
 */
export async function followLibrary(): Promise<never> {
  for (let wait = FIRST_WAIT_MS; ; ) {
    try {
      const status = await api.library.status({});
      queryClient.setQueryData(statusOptions().queryKey, status);
      setLive({ connection: 'open' });
      wait = FIRST_WAIT_MS;
      if (!status.open) {
        // Nothing to watch yet: the start page is showing.
        await pause(60 * 60_000);
        continue;
      }
      const events = await api.library.watch({});
      // What changed between the last answer and this subscription is fetched once.
      refreshSoon();
      for await (const event of events) take(event);
    } catch (error) {
      if (!isAbort(error)) setLive({ connection: 'lost' });
    }
    await pause(wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}
