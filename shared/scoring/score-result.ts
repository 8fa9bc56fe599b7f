/** One line of the ledger of points (计分流水): linked to the record it comes from. */
export interface ScoreEntry {
  /** Stable: item, source record and subject. */
  readonly key: string;
  readonly subject: string;
  readonly item: string;
  /** 'YYYY-MM-DD'; '' for what has no day. */
  readonly day: string;
  /** Points by the item alone. */
  readonly points: number;
  /** Points that count in the total; the sum of all is total − base − starts of sections. */
  readonly counted: number;
  /** Why `counted` differs from `points`: A1 已满 20 分；同一会议按 A2a 计. */
  readonly reason?: string;
  /** The record behind it; several where a whole set is judged (reach, share). */
  readonly sources: readonly { readonly kind: string; readonly id: string }[];
  /** 第一提案人；综合采用 ×0.5 */
  readonly note?: string;
  /** A scoreEntry record entered by hand. */
  readonly manual?: boolean;
}

export interface SectionResult {
  readonly id: string;
  /** Before and after its cap and floor, with its start. */
  readonly raw: number;
  readonly counted: number;
  /** Given at the start, after 折算; no entry carries it. */
  readonly start?: number;
  /** After 折算 for the months served. */
  readonly cap?: number;
}

export interface SubjectResult {
  readonly subject: string;
  readonly total: number;
  readonly base: number;
  readonly sections: readonly SectionResult[];
  readonly entries: readonly ScoreEntry[];
  readonly grade: string;
  readonly vetoes: readonly { readonly label: string; readonly sources: readonly { kind: string; id: string }[] }[];
  /** Months served in the year, 0..12. */
  readonly months: number;
}
