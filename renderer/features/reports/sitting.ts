/** What lies on the desk of 口径对账: kept while the program runs, so that going to a record and back loses nothing. */
export interface Sitting {
  readonly text: string;
  /** Every line is a paragraph already. */
  readonly mended: boolean;
  readonly name: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** What the clerk decided, by place. */
  readonly chosen: Readonly<Record<string, string>>;
}

const EMPTY: Sitting = { text: '', mended: false, name: '', chosen: {} };

let sitting: Sitting = EMPTY;

export const sittingNow = (): Sitting => sitting;

export function keepSitting(next: Sitting): void {
  sitting = next;
}

/** Another text is laid out: what was decided for the one before belongs to it alone. */
export function layOut(next: Omit<Sitting, 'chosen'>): Sitting {
  sitting = { ...next, chosen: {} };
  return sitting;
}

export const clearDesk = (): Sitting => layOut(EMPTY);
