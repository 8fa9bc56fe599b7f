import { findNumbers } from './find-numbers.ts';
import type { FoundNumber } from './found-number.ts';
import { type Judgement, judge, type WordRule } from './judge.ts';
import { type Candidate, candidatesOf, type Findable, textsOf } from './match.ts';

export type { FoundNumber } from './found-number.ts';
export { VERDICT_WORDS, VERDICTS, type Verdict } from './judge.ts';
export type { Findable } from './match.ts';

/** A figure with what it is in the period. */
export interface Counted extends Findable {
  readonly value: number;
}

export interface ReconciledNumber extends FoundNumber, Judgement {
  /** The figure it was held against. */
  readonly figure?: string;
  /** Other figures it might be, best first: offered when a clerk mends the match. */
  readonly others: readonly string[];
}

/** What a clerk has decided for a number, by `placeKey`: a figure, or 'none' for 不是计数. */
export type Chosen = ReadonlyMap<string, string>;

export const placeKey = (number: { readonly paragraph: number; readonly start: number }): string =>
  `${number.paragraph}:${number.start}`;

export const NO_FIGURE = 'none';

/**
 * 口径对账: every number of a report held against the ledgers, in the order of the text. A number is matched by its
 * words and its unit, never by its value: else a wrong number would find another figure it happens to fit.
 */
export function reconcile(
  paragraphs: readonly string[],
  figures: readonly Counted[],
  wordRule: WordRule,
  chosen: Chosen = new Map(),
): readonly ReconciledNumber[] {
  const numbers = findNumbers(paragraphs);
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const texts = textsOf(paragraphs, numbers);
  const candidates = numbers.map((number) =>
    number.notCounted === undefined ? candidatesOf(number, texts, figures) : [],
  );
  const settled = settle(numbers, candidates);
  return numbers.map((number, index) => {
    const own = chosen.get(placeKey(number));
    const others = (candidates[index] ?? []).slice(0, 5).map(({ figure }) => figure);
    if (own === NO_FIGURE) return { ...number, verdict: 'notCounted', why: '手工定为不是计数', others };
    const id = own ?? settled[index];
    const figure = id === undefined ? undefined : byId.get(id);
    if (figure) return { ...number, ...judge(number, figure.value, figure.unit, wordRule), figure: figure.id, others };
    return { ...number, ...unmatched(number), others };
  });
}

function unmatched(number: FoundNumber): Judgement {
  if (number.notCounted !== undefined) return { verdict: 'notCounted', why: number.notCounted };
  if (number.word === '首次') return { verdict: 'notCounted', why: '“首次”没有对应的指标' };
  if (number.han && number.n === 1 && number.scale === 1) return { verdict: 'notCounted', why: '泛指，不是计数' };
  return { verdict: 'unmatched' };
}

/**
 * The best figure of each number; of two numbers of one paragraph with the same best figure the one it fits less takes
 * its second, if that fits nearly as well.
 */
function settle(
  numbers: readonly FoundNumber[],
  candidates: readonly (readonly Candidate[])[],
): readonly (string | undefined)[] {
  const order = numbers
    .map((_, index) => index)
    .sort((a, b) => (candidates[b]?.[0]?.score ?? 0) - (candidates[a]?.[0]?.score ?? 0));
  const taken = new Set<string>();
  const settled: (string | undefined)[] = numbers.map(() => undefined);
  for (const index of order) {
    const [best, second] = candidates[index] ?? [];
    if (!best) continue;
    const key = (figure: string) => `${numbers[index]?.paragraph} ${figure}`;
    const other = second && second.score >= best.score * 0.6 && !taken.has(key(second.figure)) ? second : undefined;
    const pick = taken.has(key(best.figure)) && other ? other : best;
    taken.add(key(pick.figure));
    settled[index] = pick.figure;
  }
  return settled;
}
