import { type AttendanceCounts, attendanceCounts, isOnLeave, isPresent } from '../records/attendance.ts';
import type { Values } from '../records/record.ts';

/** A row of event.attendance while it is being worked on. */
export type RollRow = Values;

/** What bringing in the list of those expected would change. Nobody who has been registered is taken off. */
export interface RollDifference {
  /** Expected and not on the list. */
  readonly missing: readonly string[];
  /** On the list as 应出席 and not in the circle: left to the clerk. */
  readonly outside: readonly string[];
}

export function compareRoll(rows: readonly RollRow[], expected: readonly string[]): RollDifference {
  const present = new Set(rows.map((row) => row.member));
  const circle = new Set(expected);
  return {
    missing: expected.filter((id) => !present.has(id)),
    outside: rows.flatMap((row) =>
      typeof row.member === 'string' && row.role === '应出席' && !circle.has(row.member) ? [row.member] : [],
    ),
  };
}

export function addExpected(rows: readonly RollRow[], missing: readonly string[]): RollRow[] {
  return [...rows, ...missing.map((member) => ({ member, role: '应出席', state: '待确认' }))];
}

/** A new state; what belongs to leave alone goes when the leave goes, so that no reason stands beside 出席. */
export function withState(row: RollRow, state: string): RollRow {
  if (isOnLeave(state)) return { ...row, state };
  const { leaveType: _type, reason: _reason, approver: _approver, ...rest } = row;
  return { ...rest, state };
}

/** Everybody of whom nothing is known yet is taken as present. */
export function settleRest(rows: readonly RollRow[]): RollRow[] {
  return rows.map((row) => (row.state === '待确认' || row.state === '确认参加' ? withState(row, '出席') : row));
}

export interface ListedName {
  readonly id: string;
  readonly name: string;
  /** What tells namesakes apart: 王建国（教育界）. */
  readonly title: string;
}

export interface NamesFound {
  /** Ids of members to be marked present. */
  readonly found: readonly string[];
  /** Names nobody on the list bears. */
  readonly unknown: readonly string[];
  /** Names borne by several on the list: the clerk marks them by hand. */
  readonly several: readonly string[];
}

const MARKS = /[\s,，、;；\t\r\n]+/u;
/** Blanks inside a two-character name (王　毅) are for looks. */
const plain = (name: string): string => name.normalize('NFKC').replace(/[\s·•]/gu, '');

/** Reads a sign-in list pasted from a message or a sheet. A name with spaces inside is read too when a line has nothing else. */
export function readNames(text: string, listed: readonly ListedName[]): NamesFound {
  const byName = new Map<string, ListedName[]>();
  for (const one of listed) {
    for (const key of new Set([plain(one.name), plain(one.title)])) {
      byName.set(key, [...(byName.get(key) ?? []), one]);
    }
  }
  const found = new Set<string>();
  const unknown: string[] = [];
  const several: string[] = [];
  const take = (word: string): boolean => {
    const named = byName.get(plain(word));
    if (!named) return false;
    const [first, second] = named;
    if (second) several.push(word.trim());
    else if (first) found.add(first.id);
    return true;
  };
  for (const line of text.split(/[\r\n]+/u)) {
    if (!line.trim() || take(line)) continue;
    for (const word of line.split(MARKS).filter(Boolean)) if (!take(word)) unknown.push(word);
  }
  return { found: [...found], unknown: [...new Set(unknown)], several: [...new Set(several)] };
}

/** The sentence of reports (E.4): 应出席 45 人，实到 40 人…，符合规定人数。 */
export function rollSentence(event: Values, quorum: boolean): string {
  const counts = attendanceCounts(event);
  const parts = [`应出席${counts.expected}人`, `实到${counts.present}人`];
  if (counts.leave > 0) parts.push(`请假${counts.leave}人`);
  if (counts.absent > 0) parts.push(`缺席${counts.absent}人`);
  const open = counts.expected - counts.present - counts.leave - counts.absent;
  if (open > 0) return `${parts.join('，')}，还有${open}人没有登记。`;
  return `${parts.join('，')}${quorum ? `，${quorumWords(counts)}` : ''}。`;
}

function quorumWords({ expected, present }: AttendanceCounts): string {
  return present * 2 > expected ? '符合规定人数' : '未达到规定人数（须过半数）';
}

/** How often each member sat in (列席) at the events given: those who sat in least come next (分批列席). */
export function sittingInTimes(events: readonly Values[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const event of events) {
    for (const row of Array.isArray(event.attendance) ? (event.attendance as readonly RollRow[]) : []) {
      if (row.role !== '列席' || typeof row.member !== 'string' || !isPresent(String(row.state))) continue;
      times.set(row.member, (times.get(row.member) ?? 0) + 1);
    }
  }
  return times;
}

/** The next `count` to sit in: least often so far, then in the order given. */
export function nextToSitIn(
  candidates: readonly string[],
  times: ReadonlyMap<string, number>,
  count: number,
): string[] {
  return candidates
    .map((id, place) => ({ id, place, done: times.get(id) ?? 0 }))
    .sort((a, b) => a.done - b.done || a.place - b.place)
    .slice(0, count)
    .map(({ id }) => id);
}
