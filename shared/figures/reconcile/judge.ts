import type { FoundNumber } from './found-number.ts';
import { unitOf } from './measure-units.ts';

/**
 * same 一致 · approximate 约数可以 · different 不一致 · wrongWord 约数不当 · unmatched 未对上 · notCounted 不是计数
 */
export const VERDICTS = ['same', 'approximate', 'different', 'wrongWord', 'unmatched', 'notCounted'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  same: '一致',
  approximate: '约数可以',
  different: '不一致',
  wrongWord: '约数不当',
  unmatched: '未对上',
  notCounted: '不是计数',
};

export interface Judgement {
  readonly verdict: Verdict;
  /** Why, where the verdict alone does not say it. */
  readonly why?: string;
}

/** The rule for 多, 余, 近, 超: undefined when the words are right (wording.ts). */
export type WordRule = (
  claimed: { readonly n: number; readonly word: '' | '多' | '余' | '近' | '超' },
  value: number,
) => string | undefined;

/** Holds a number of the text against the value of its figure, in the size the text uses (366.8万 beside 360多万). */
export function judge(number: FoundNumber, value: number, unit: string, wordRule: WordRule): Judgement {
  const there = round((value * unitOf(unit).size) / number.scale, 6);
  const { n, word } = number;
  if (word === '首次') {
    return value >= 1 ? { verdict: 'same' } : { verdict: 'different', why: '写“首次”，台账里一次也没有' };
  }
  if (word === '约') {
    return Math.abs(there - n) <= lastDigit(n) / 2
      ? { verdict: 'approximate' }
      : { verdict: 'different', why: `写“约${n}”，与台账相差较大` };
  }
  if (word === '') {
    if (there === n) return { verdict: 'same' };
    const rounded = number.scale > 1 || number.unit === '%' || String(n).includes('.');
    if (rounded && round(there, decimals(n)) === n)
      return { verdict: number.unit === '%' ? 'same' : 'approximate', why: '四舍五入后相同' };
    return { verdict: 'different' };
  }
  const problem = wordRule({ n, word }, there);
  if (problem === undefined) return { verdict: 'approximate' };
  // The number is right or nearly so, only the word is not: 正好60 is not 60多.
  const close = Math.abs(there - n) <= lastDigit(n);
  const fits = word === '近' ? there <= n : there >= n;
  return close && (fits || there === n)
    ? { verdict: 'wrongWord', why: problem }
    : { verdict: 'different', why: problem };
}

/** Size of the last figure that is not zero: 360 → 10, 2 → 1, 0.5 → 0.1. */
function lastDigit(n: number): number {
  const places = decimals(n);
  if (places > 0) return 10 ** -places;
  let size = 1;
  while (n !== 0 && n % (size * 10) === 0) size *= 10;
  return size;
}

const decimals = (n: number): number => String(n).split('.')[1]?.length ?? 0;
const round = (value: number, places: number): number => Math.round(value * 10 ** places + 1e-9) / 10 ** places;
