import type { ScoreEngine } from './engine.ts';
import { requiredSections } from './excellence.ts';
import { fromHundredths, pointsInWords, toHundredths } from './points.ts';
import type { Item } from './scheme.ts';
import type { SubjectResult } from './score-result.ts';
import { judgesSets } from './sets.ts';

/** So many more of an item. */
export interface Step {
  readonly item: string;
  readonly label: string;
  readonly unit: string;
  readonly times: number;
  /** Points the total gains by it. */
  readonly gain: number;
}

export interface Hint {
  /** The next grade, or the share of a section asked of 优秀. */
  readonly goal: { readonly type: 'grade' | 'section'; readonly id: string; readonly label: string };
  /** Points that are missing. */
  readonly missing: number;
  /** Ways with one item alone, the fewest times first; at most `MOST_WAYS`. */
  readonly ways: readonly Step[];
  /** Where no single item suffices: several together. Empty when it cannot be reached at all. */
  readonly together: readonly Step[];
}

export interface Hints {
  readonly hints: readonly Hint[];
  /** Items that ask for so many in the year, quarter or month, or for a share, and are not full. */
  readonly short: readonly { readonly item: string; readonly label: string; readonly words: string }[];
}

const MOST_TIMES = 12;
const MOST_WAYS = 4;

/** What is missing, and the cheapest steps to it, tried out on the scheme itself with all its caps. */
export function hintsOf(engine: ScoreEngine, subject: string): Hints | undefined {
  const result = engine.result(subject);
  if (!result) return undefined;
  const { scheme } = engine;
  const grade = [...scheme.grades].reverse().find(({ atLeast }) => atLeast > result.total);
  const hints: Hint[] = [];
  if (grade && result.vetoes.length === 0) {
    hints.push({
      goal: { type: 'grade', id: grade.label, label: grade.label },
      missing: difference(grade.atLeast, result.total),
      ...waysTo(engine, result, ({ total }) => total, grade.atLeast, scheme.items),
    });
  }
  for (const { id, label, counted, needed } of requiredSections(scheme, result)) {
    if (counted >= needed) continue;
    const countedOf = (one: SubjectResult) => one.sections.find((section) => section.id === id)?.counted ?? 0;
    const items = scheme.items.filter(({ section }) => section === id);
    hints.push({
      goal: { type: 'section', id, label },
      missing: difference(needed, counted),
      ...waysTo(engine, result, countedOf, needed, items),
    });
  }
  return { hints, short: shortOf(engine, result) };
}

const difference = (a: number, b: number): number => fromHundredths(toHundredths(a) - toHundredths(b));

type Reached = (result: SubjectResult) => number;

/** An item, what one more of it is worth, and what the goal gains by one more. */
interface Candidate {
  readonly item: Item;
  readonly points: number;
  readonly gain: number;
}

/** Tries out more of the items on one subject. Points are hundredths. */
class Trial {
  readonly #engine: ScoreEngine;
  readonly #subject: string;
  readonly #reached: Reached;
  readonly from: number;
  readonly goal: number;

  constructor(engine: ScoreEngine, result: SubjectResult, reached: Reached, goal: number) {
    this.#engine = engine;
    this.#subject = result.subject;
    this.#reached = reached;
    this.from = toHundredths(reached(result));
    this.goal = toHundredths(goal);
  }

  with(more: readonly Pick<Candidate, 'item' | 'points'>[]): number {
    const added = more.map(({ item, points }) => ({ item: item.code, points }));
    const then = this.#engine.resultWith(this.#subject, added);
    return then ? toHundredths(this.#reached(then)) : this.from;
  }
}

function waysTo(
  engine: ScoreEngine,
  result: SubjectResult,
  reached: Reached,
  goal: number,
  items: readonly Item[],
): Pick<Hint, 'ways' | 'together'> {
  const trial = new Trial(engine, result, reached, goal);
  const candidates = items.flatMap((item): Candidate[] => {
    const points = worthOfOne(item);
    if (points <= 0 || item.trigger.type !== 'record') return [];
    const gain = trial.with([{ item, points }]) - trial.from;
    return gain > 0 ? [{ item, points, gain }] : [];
  });
  const alone = candidates.flatMap((one) => aloneTo(trial, one) ?? []).sort((a, b) => a.times - b.times);
  if (alone.length > 0) return { ways: alone.slice(0, MOST_WAYS), together: [] };
  return { ways: [], together: togetherTo(trial, candidates) };
}

/** Points of one more of it: the tier written first, a sole author, once the quantity. */
const worthOfOne = ({ points, tiers }: Item): number => tiers?.[0]?.points ?? points;

const stepOf = ({ item }: Candidate, times: number, gain: number): Step => ({
  item: item.code,
  label: item.label,
  unit: item.unit,
  times,
  gain: fromHundredths(gain),
});

/** Each more gains as much as the first until a cap is reached: then no number of them suffices. */
function aloneTo(trial: Trial, candidate: Candidate): Step | undefined {
  const times = Math.ceil((trial.goal - trial.from) / candidate.gain);
  if (times > MOST_TIMES) return undefined;
  const then = trial.with(Array<Candidate>(times).fill(candidate));
  return then >= trial.goal ? stepOf(candidate, times, then - trial.from) : undefined;
}

/**
 * The step that gains most, over and over. No step gains more than it did before, as caps only fill up: what gained most
 * when it was last tried is tried first, and taken when none of the others can have more.
 */
function togetherTo(trial: Trial, candidates: readonly Candidate[]): readonly Step[] {
  const open = candidates.map((candidate) => ({ candidate, gain: candidate.gain }));
  const taken: Candidate[] = [];
  const gains = new Map<Item, number>();
  let now = trial.from;
  while (now < trial.goal && taken.length < MOST_TIMES) {
    const best = open.reduce<(typeof open)[number] | undefined>(
      (top, one) => (one.gain > (top?.gain ?? 0) ? one : top),
      undefined,
    );
    if (!best) return [];
    const gain = trial.with([...taken, best.candidate]) - now;
    const isBest = open.every(
      (one) => one === best || one.gain < gain || (one.gain === gain && open.indexOf(one) > open.indexOf(best)),
    );
    best.gain = gain;
    if (!isBest || gain <= 0) continue;
    taken.push(best.candidate);
    gains.set(best.candidate.item, (gains.get(best.candidate.item) ?? 0) + gain);
    now += gain;
  }
  if (now < trial.goal) return [];
  return candidates.flatMap((candidate) => {
    const times = taken.filter((one) => one === candidate).length;
    return times > 0 ? [stepOf(candidate, times, gains.get(candidate.item) ?? 0)] : [];
  });
}

function shortOf({ scheme }: ScoreEngine, { entries }: SubjectResult): Hints['short'] {
  return scheme.items.flatMap(({ code, label, trigger, points }) => {
    if (!judgesSets(trigger) || points <= 0) return [];
    const entry = entries.find(({ item, manual }) => item === code && !manual);
    if (entry && entry.points >= points) return [];
    return [{ item: code, label, words: entry?.note ?? '还没有' }];
  });
}

/** 还差1篇“报送社情民意”（加1分） */
export const stepInWords = ({ times, unit, label, gain }: Step): string =>
  `还差${times}${unit}“${label}”（加${pointsInWords(gain)}分）`;
