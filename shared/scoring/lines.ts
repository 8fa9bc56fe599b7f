import { type Finding, recordKey } from './finding.ts';
import { fromHundredths } from './points.ts';
import type { Item } from './scheme.ts';
import type { ScoreEntry } from './score-result.ts';

/** A line of a subject's ledger while it is being worked out. Points are hundredths. */
export interface Line {
  readonly item: string;
  readonly section: string;
  readonly key: string;
  readonly day: string;
  readonly points: number;
  counted: number;
  /** Left out by another rule: no longer looked at by those that follow. */
  dead: boolean;
  readonly reasons: string[];
  readonly sources: ScoreEntry['sources'];
  readonly note: string | undefined;
  readonly manual: boolean;
  /** Listed although it gives nothing: how much is missing is worth knowing. */
  readonly shownAtNothing?: boolean;
}

export function lineOf(item: Pick<Item, 'code' | 'section'>, finding: Finding): Line {
  const { kind, id, worth, reversedBy } = finding;
  const reversal = reversedBy === undefined ? [] : [{ kind, id: reversedBy }];
  return {
    item: item.code,
    section: item.section,
    key: `${item.code}/${recordKey(finding)}/${finding.subject}`,
    day: finding.day,
    points: worth,
    counted: reversal.length > 0 ? 0 : worth,
    dead: reversal.length > 0,
    reasons: reversal.length > 0 ? ['已冲销'] : [],
    sources: [{ kind, id }, ...reversal],
    note: finding.note,
    manual: finding.manual === true,
  };
}

/** By day; what has no day first. Ties by key, so that the order never depends on how the records came in. */
export const byDay = (a: Line, b: Line): number =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : a.key < b.key ? -1 : a.key > b.key ? 1 : 0;

export function leaveOut(line: Line, reason: string): void {
  line.dead = true;
  line.counted = 0;
  line.reasons.push(reason);
}

export const sumOf = (lines: readonly Line[]): number => lines.reduce((sum, { counted }) => sum + counted, 0);

/**
 * Brings the sum of the lines to `target`, from the latest line backwards: what was done first counts first.
 * @returns what no line can carry (a floor above everything that was deducted)
 */
export function cutTo(lines: readonly Line[], target: number, reason: string): number {
  let excess = sumOf(lines) - target;
  for (const line of [...lines].sort(byDay).reverse()) {
    if (excess === 0) break;
    if (line.counted === 0 || line.counted > 0 !== excess > 0) continue;
    const taken = excess > 0 ? Math.min(excess, line.counted) : Math.max(excess, line.counted);
    line.counted -= taken;
    line.reasons.push(reason);
    excess -= taken;
  }
  return -excess || 0;
}

export function entryOf(line: Line, subject: string): ScoreEntry {
  return {
    key: line.key,
    subject,
    item: line.item,
    day: line.day,
    points: fromHundredths(line.points),
    counted: fromHundredths(line.counted),
    ...(line.reasons.length > 0 ? { reason: [...new Set(line.reasons)].join('；') } : {}),
    sources: line.sources,
    ...(line.note === undefined ? {} : { note: line.note }),
    ...(line.manual ? { manual: true } : {}),
  };
}
