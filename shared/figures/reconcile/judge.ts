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

/** The rule for 多, 余, 近, 超, in the unit of the figure: undefined when the words are right (wording.ts). */
export type WordRule = (
  claimed: { readonly n: number; readonly word: '' | '多' | '余' | '近' | '超' },
  value: number,
  unit: string,
) => string | undefined;

/** Holds a number of the text against the value of its figure: 超2亿元 is 20000 of a figure in 万元. */
export function judge(number: FoundNumber, value: number, unit: string, wordRule: WordRule): Judgement {
  const { size } = unitOf(unit);
  const { word } = number;
  const n = round((number.n * number.scale) / size, 6);
  if (word === '首次') {
    return value >= 1 ? { verdict: 'same' } : { verdict: 'different', why: '写“首次”，台账里一次也没有' };
  }
  if (word === '约') {
    return Math.abs(value - n) <= lastDigit(n) / 2
      ? { verdict: 'approximate' }
      : { verdict: 'different', why: `写“约${number.n}”，与台账相差较大` };
  }
  if (word === '') return judgeExact(number, n, value, size);
  const problem = wordRule({ n, word }, value, unit);
  if (problem === undefined) return { verdict: 'approximate' };
  // The number is right or nearly so, only the word is not: 正好60 is not 60多.
  const close = Math.abs(value - n) <= lastDigit(n) / 2 && (word === '近' ? value <= n : value >= n);
  return { verdict: close ? 'wrongWord' : 'different', why: problem };
}

/** Counts must agree to the one; sums in 万 or 亿, and percents, to the places that are written. */
function judgeExact(number: FoundNumber, n: number, value: number, size: number): Judgement {
  if (value === n) return { verdict: 'same' };
  const mayRound = number.scale > 1 || number.unit === '%' || decimals(number.n) > 0;
  const there = (value * size) / number.scale;
  if (!mayRound || round(there, decimals(number.n)) !== number.n) return { verdict: 'different' };
  return { verdict: 'approximate', why: '四舍五入后相同' };
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
