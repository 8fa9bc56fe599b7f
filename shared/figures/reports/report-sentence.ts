/** A sentence with places for figures, ready to be put into a report. */
export interface ReportSentence {
  /** Stable; an own one begins with 自. */
  readonly id: string;
  /** Heading it stands under. */
  readonly section: string;
  /** Sentences of one part make one paragraph. */
  readonly part: string;
  /** 全年收集信息{SQ.IN}。 */
  readonly text: string;
  /** Not put into new drafts, and not offered. */
  readonly retired?: boolean | undefined;
}
