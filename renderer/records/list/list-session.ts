/** Where the clerk was in a list, for as long as the program runs: Esc on a record leads back to the same row. */
export interface ListSession {
  readonly active?: string;
  readonly scroll: number;
  readonly panel: boolean;
  /** The address of the list with its filters, to come back to. */
  readonly search: Record<string, unknown>;
}

const sessions = new Map<string, ListSession>();

export const listSession = (kind: string): ListSession | undefined => sessions.get(kind);

export function rememberList(kind: string, change: Partial<ListSession>): void {
  sessions.set(kind, { scroll: 0, panel: false, search: {}, ...sessions.get(kind), ...change });
}
