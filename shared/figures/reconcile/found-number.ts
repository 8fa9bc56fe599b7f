/** A number as it stands in a text, before anybody knows what it counts. */
export interface FoundNumber {
  /** Index of the paragraph. */
  readonly paragraph: number;
  /** Where it begins and ends in the paragraph, with its words and unit: 近700件. */
  readonly start: number;
  readonly end: number;
  /** 近700件 */
  readonly written: string;
  /** As written, without 万 and 亿: 360多万元 → 360. */
  readonly n: number;
  /** 万 → 10000 */
  readonly scale: number;
  readonly word: ApproximateWord;
  /** Without 万 and 亿; '' when no measure word follows. */
  readonly unit: string;
  /** 三次 instead of 3次. */
  readonly han: boolean;
  /** Why it counts nothing: 年份, 文号, 名称. Absent: a candidate. */
  readonly notCounted?: string;
}

/** 约数词: '' exact · 约 stands for 约, 大约, 左右, 来 · 首次 the first one ever, that is one. */
export type ApproximateWord = '' | '多' | '余' | '近' | '超' | '约' | '首次';
