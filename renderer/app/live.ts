import { useQuery } from '@tanstack/react-query';
import { api, type LibraryStatus, type Output, queries, queryClient } from './api.ts';
import { isDesktop } from './connect.ts';
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

/** The library is there: every page is drawn from it anew. Called with the answer of library.open or library.create. */
export function enterLibrary(library: LibraryStatus): void {
  opened = library.path;
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== statusOptions().queryKey[0] });
  queryClient.setQueryData(statusOptions().queryKey, (old: Status | undefined) => ({
    door: old?.door ?? (isDesktop ? 'desktop' : 'web'),
    version: old?.version ?? '',
    open: library,
  }));
  setLive({ connection: 'open', failure: undefined });
  followNow();
}

/** Closes the library and goes back to the start page. */
export async function closeLibrary(): Promise<void> {
  await api.library.close({});
  opened = undefined;
  queryClient.removeQueries();
  followNow();
}

/** Ends a wait of the loop below: there is something to follow again. */
export function followNow(): void {
  wake?.();
}

/** Several changes in quick succession (an import, an undo of many) refresh the screen once. */
const COALESCE_MS = 60;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Areas that do not follow the library: this machine's own, and plans made of files, which the page asks for itself. */
const STEADY_AREAS: ReadonlySet<unknown> = new Set(['preferences', 'drafts', 'files', 'import', 'sheets']);
const STEADY: ReadonlySet<unknown> = new Set(['settings/fonts', 'workflow/machines']);

const isSteady = (path: unknown): boolean =>
  Array.isArray(path) && (STEADY_AREAS.has(path[0]) || STEADY.has(path.join('/')));

function refreshSoon(): void {
  if (timer !== undefined) return;
  timer = setTimeout(() => {
    timer = undefined;
    // Only what is on the screen is fetched now; the rest when it is shown again.
    void queryClient.invalidateQueries({ predicate: (query) => !isSteady(query.queryKey[0]) });
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

/** Folder of the library this page works in; after a restart of the office process it is opened again. */
let opened: string | undefined;

/** The status, with the library of this page open again when a new office process does not have it yet. */
async function currentStatus(): Promise<Status> {
  const status = await api.library.status({});
  if (status.open || !opened) return status;
  const path = opened;
  opened = undefined; // a library that cannot be opened leads to the start page, not into a circle
  return { ...status, open: await api.library.open({ path }) };
}

/**
 * Listens for as long as the page lives: seeds the status, follows `library.watch`, and comes back with growing waits
 * when the office process was restarted. Started once by main.tsx.
 */
export async function followLibrary(): Promise<never> {
  for (let wait = FIRST_WAIT_MS; ; ) {
    try {
      const status = await currentStatus();
      queryClient.setQueryData(statusOptions().queryKey, status);
      setLive({ connection: 'open' });
      wait = FIRST_WAIT_MS;
      opened = status.open?.path;
      if (!status.open) {
        await pause(60 * 60_000); // nothing to watch: the start page is showing, enterLibrary ends the wait
        continue;
      }
      const events = await api.library.watch({});
      refreshSoon(); // what changed between the status and this subscription
      for await (const event of events) take(event);
    } catch (error) {
      if (!isAbort(error)) setLive({ connection: 'lost' });
    }
    await pause(wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
}
