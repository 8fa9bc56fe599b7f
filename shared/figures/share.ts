/**
 * What the pages for the work count with. A number is always the length of a list of ids (or a sum over it, then
 * `figure` says which), so that it can be opened onto exactly its records.
 */
export interface Tally {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** 口径, in words. */
  readonly rule: string;
  readonly ids: readonly string[];
  /** When the number is no plain count of the records. */
  readonly figure?: number;
}

/** A share of a whole: 办复率. Both lists open; `counts` stand in for their lengths when items are summed. */
export interface Share {
  readonly id: string;
  readonly label: string;
  readonly rule: string;
  readonly met: readonly string[];
  readonly of: readonly string[];
  readonly counts?: { readonly met: number; readonly of: number };
}

/**
 * A percentage as it is written in reports: whole or with one decimal, and never 100% while one is missing, nor 0%
 * while there is one. '' when there is nothing to take a share of.
 */
export function percent(met: number, of: number): string {
  if (of <= 0) return '';
  if (met >= of) return '100%';
  if (met <= 0) return '0%';
  const rounded = Math.round((met / of) * 1000) / 10;
  return `${Math.min(99.9, Math.max(0.1, rounded))}%`;
}

/** Numerator and denominator of a share. */
export function countsOf(share: Share): { readonly met: number; readonly of: number } {
  return share.counts ?? { met: share.met.length, of: share.of.length };
}
