/** Where the clerk is in a list. */
export interface Cursor {
  /** Place of the record in the list. */
  readonly row: number;
  /** Index of the column; absent while whole rows are gone over. */
  readonly column?: number;
  /** Id of the record, as soon as it is at hand. */
  readonly id?: string;
}

/** Where the clerk was in a list, for as long as the program runs: Esc on a record leads back to the same row. */
export interface ListSession {
  readonly cursor?: Cursor | undefined;
  readonly scroll: number;
  readonly panel: boolean;
  /** Labels of the groups that are folded. */
  readonly folded?: readonly string[];
  /** The address of the list with its filters, to come back to. */
  readonly search: Record<string, unknown>;
}

const sessions = new Map<string, ListSession>();

export const listSession = (kind: string): ListSession | undefined => sessions.get(kind);

export function rememberList(kind: string, change: Partial<ListSession>): void {
  sessions.set(kind, { scroll: 0, panel: false, search: {}, ...sessions.get(kind), ...change });
}
