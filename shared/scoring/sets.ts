import { partsOf } from '../figures/year-parts.ts';
import type { Finding } from './finding.ts';
import type { Line } from './lines.ts';
import { pointsInWords, toHundredths } from './points.ts';
import type { Item, Trigger } from './scheme.ts';

type SetTrigger = Extract<Trigger, { type: 'reach' | 'share' | 'average' }>;

/** How far a whole set of records goes towards what is asked, 0..1, and in words. */
interface Measured {
  readonly share: number;
  readonly words: string;
}

export const judgesSets = (trigger: Trigger): trigger is SetTrigger =>
  trigger.type === 'reach' || trigger.type === 'share' || trigger.type === 'average';

/**
 * Several items can share one average (the criteria of 双向评价): their points are rounded so that together they are the
 * average to the last digit, not each by itself.
 */
export class Rounding {
  readonly #sums = new Map<string, { readonly exact: number; readonly rounded: number }>();

  /** @returns hundredths */
  of(trigger: SetTrigger, points: number): number {
    if (trigger.type !== 'average') return toHundredths(points);
    const key = JSON.stringify(trigger);
    const before = this.#sums.get(key) ?? { exact: 0, rounded: 0 };
    const exact = before.exact + points;
    const rounded = toHundredths(exact);
    this.#sums.set(key, { exact, rounded });
    return rounded - before.rounded;
  }
}

/** One line for all the records together. Undefined when there are none. */
export function setLine(
  item: Item,
  trigger: SetTrigger,
  findings: readonly Finding[],
  { subject, year, rounding }: { readonly subject: string; readonly year: number; readonly rounding: Rounding },
): { readonly line: Line; readonly share: number } | undefined {
  if (findings.length === 0) return undefined;
  const { share, words } = measure(trigger, findings, year);
  const points = rounding.of(trigger, item.points * share);
  const sources = new Map(findings.map(({ kind, id }) => [`${kind}/${id}`, { kind, id }]));
  const line: Line = {
    item: item.code,
    section: item.section,
    key: `${item.code}//${subject}`,
    day: findings.map(({ day }) => day).reduce((last, day) => (day > last ? day : last), ''),
    points,
    counted: points,
    dead: false,
    reasons: [],
    sources: [...sources.values()],
    note: words,
    manual: false,
    shownAtNothing: item.points !== 0,
  };
  return { line, share };
}

/** Full points where there was nothing to be judged (`empty`). */
export function emptyLine(item: Item, subject: string): Line {
  const points = toHundredths(item.points);
  return {
    item: item.code,
    section: item.section,
    key: `${item.code}//${subject}`,
    day: '',
    points,
    counted: points,
    dead: false,
    reasons: [],
    sources: [],
    note: '没有应考的，按满分计',
    manual: false,
    shownAtNothing: false,
  };
}

function measure(trigger: SetTrigger, findings: readonly Finding[], year: number): Measured {
  switch (trigger.type) {
    case 'reach':
      return reached(trigger, findings, year);
    case 'share': {
      const met = findings.filter((finding) => finding.met).length;
      const percent = (met * 100) / findings.length;
      const full = met * 100 >= trigger.full * findings.length;
      return {
        share: full ? 1 : trigger.below === 'share' && trigger.full > 0 ? percent / trigger.full : 0,
        words: `${met}/${findings.length}，${pointsInWords(percent)}%，要求${pointsInWords(trigger.full)}%`,
      };
    }
    case 'average': {
      const values = findings.map(({ value }) => value ?? 0);
      const average = values.reduce((sum, value) => sum + value, 0) / values.length;
      return {
        share: trigger.full > 0 ? Math.max(0, Math.min(1, average / trigger.full)) : 0,
        words: `${values.length}次平均${pointsInWords(average)}，满分${pointsInWords(trigger.full)}`,
      };
    }
  }
}

/** In every month, in every quarter, or in the year. Short by `share`: the mean over the parts, none above its full. */
function reached(
  { atLeast, per, below }: Extract<Trigger, { type: 'reach' }>,
  findings: readonly Finding[],
  year: number,
): Measured {
  const parts = partsOf(year, per);
  const counts = parts.map(({ from, to }) => findings.filter(({ day }) => from <= day && day <= to).length);
  // What has no day within the year still belongs to it.
  const found = per === 'year' ? [findings.length] : counts;
  const all = found.every((count) => count >= atLeast);
  const mean = found.reduce((sum, count) => sum + Math.min(1, count / atLeast), 0) / found.length;
  const short = parts.filter((_, index) => (found[index] ?? 0) < atLeast).map(({ label }) => label);
  const asked = `要求${{ year: '全年', quarter: '每季', month: '每月' }[per]}${atLeast}次`;
  return {
    share: all ? 1 : below === 'share' ? mean : 0,
    words:
      per === 'year' || all
        ? `共${findings.length}次，${asked}`
        : `共${findings.length}次，${asked}，${short.join('、')}不足`,
  };
}
