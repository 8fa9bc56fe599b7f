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

function waysTo(
  engine: ScoreEngine,
  result: SubjectResult,
  reached: Reached,
  goal: number,
  items: readonly Item[],
): Pick<Hint, 'ways' | 'together'> {
  const candidates = items.flatMap((item) => {
    const points = worthOfOne(item);
    return points > 0 && item.trigger.type === 'record' ? [{ item, points }] : [];
  });
  const alone = candidates
    .flatMap((one) => aloneTo(engine, result, reached, goal, one) ?? [])
    .sort((a, b) => a.times - b.times);
  if (alone.length > 0) return { ways: alone.slice(0, MOST_WAYS), together: [] };
  return { ways: [], together: togetherTo(engine, result, reached, goal, candidates) };
}

/** Points of one more of it: the tier written first, a sole author, once the quantity. */
const worthOfOne = ({ points, tiers }: Item): number => tiers?.[0]?.points ?? points;

interface Candidate {
  readonly item: Item;
  readonly points: number;
}

const stepOf = ({ item }: Candidate, times: number, gain: number): Step => ({
  item: item.code,
  label: item.label,
  unit: item.unit,
  times,
  gain,
});

function aloneTo(
  engine: ScoreEngine,
  result: SubjectResult,
  reached: Reached,
  goal: number,
  candidate: Candidate,
): Step | undefined {
  const one = { item: candidate.item.code, points: candidate.points };
  let last = reached(result);
  for (let times = 1; times <= MOST_TIMES; times++) {
    const then = engine.resultWith(result.subject, Array<typeof one>(times).fill(one));
    const now = then ? reached(then) : last;
    if (now >= goal) return stepOf(candidate, times, difference(now, reached(result)));
    if (now <= last && times >= (candidate.item.startAt ?? 1)) return undefined;
    last = now;
  }
  return undefined;
}

/** The step that gains most, over and over. */
function togetherTo(
  engine: ScoreEngine,
  result: SubjectResult,
  reached: Reached,
  goal: number,
  candidates: readonly Candidate[],
): readonly Step[] {
  const taken: Candidate[] = [];
  const gains = new Map<string, number>();
  let now = reached(result);
  while (now < goal && taken.length < MOST_TIMES) {
    const more = taken.map(({ item, points }) => ({ item: item.code, points }));
    let best: { readonly candidate: Candidate; readonly then: number } | undefined;
    for (const candidate of candidates) {
      const tried = engine.resultWith(result.subject, [
        ...more,
        { item: candidate.item.code, points: candidate.points },
      ]);
      const then = tried ? reached(tried) : now;
      if (then > (best?.then ?? now)) best = { candidate, then };
    }
    if (!best) return [];
    taken.push(best.candidate);
    const { code } = best.candidate.item;
    gains.set(code, (gains.get(code) ?? 0) + difference(best.then, now));
    now = best.then;
  }
  if (now < goal) return [];
  return candidates.flatMap((candidate) => {
    const times = taken.filter((one) => one === candidate).length;
    return times > 0 ? [stepOf(candidate, times, gains.get(candidate.item.code) ?? 0)] : [];
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
