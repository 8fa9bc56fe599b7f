/** A stretch of time: both days belong to it. 'YYYY-MM-DD' */
export interface FigurePeriod {
  readonly from: string;
  readonly to: string;
}

export const yearPeriod = (year: number): FigurePeriod => ({ from: `${year}-01-01`, to: `${year}-12-31` });

/** A figure of a period with what it is made of. */
export interface FigureResult {
  readonly id: string;
  /** As the unit says; a percent for shares shown as such (one decimal). */
  readonly value: number;
  /** Shares: out of how many. */
  readonly of?: number;
  /** Shares: how many met. */
  readonly met?: number;
  /** Every record that makes the number, by day. Shares list all of them, `met` says which count. */
  readonly evidence: readonly FigureEvidence[];
}

export interface FigureEvidence {
  readonly kind: string;
  readonly id: string;
  readonly day: string;
  /** Rows counted or amount added (in the unit before `divide`). */
  readonly amount?: number;
  /** distinct: the values it stands for (ids of records, or words). */
  readonly keys?: readonly string[];
  /** share: whether it belongs to the numerator. */
  readonly met?: boolean;
  /** sum with `once`: not added, because the same project is counted with another record. */
  readonly repeated?: boolean;
}
