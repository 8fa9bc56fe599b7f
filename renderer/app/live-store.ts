import { useSyncExternalStore } from 'react';

/** How the page stands with the office process, and whether the last attempt to save came through. */
export interface LiveState {
  readonly connection: 'connecting' | 'open' | 'lost';
  /** Commands on their way that will change the library. */
  readonly pending: number;
  /** The last save that was refused for a reason that is not the clerk's typing; cleared by the next good one. */
  readonly failure: string | undefined;
}

let state: LiveState = { connection: 'connecting', pending: 0, failure: undefined };
const listeners = new Set<() => void>();

export function setLive(change: Partial<LiveState>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

export const liveState = (): LiveState => state;

export function useLiveState(): LiveState {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, liveState);
}
