import { rowsOf, textOf } from './read-value.ts';
import type { Values } from './record.ts';

const PRESENT: readonly string[] = ['出席', '迟到', '早退'];
const LEAVE: readonly string[] = ['请假（已批）', '请假（未批）', '请假待批'];

/** Roles that count towards 应到: those who are expected as members of the meeting; guests and staff are not. */
const EXPECTED_ROLES: readonly string[] = ['应出席', '主持', '主讲', '执笔'];

export const isPresent = (state: string): boolean => PRESENT.includes(state);
export const isOnLeave = (state: string): boolean => LEAVE.includes(state);

export interface AttendanceCounts {
  readonly expected: number;
  readonly present: number;
  readonly leave: number;
  readonly absent: number;
}

/**
 * 应到、实到、请假、缺席 of an event, over those expected. 请假（未批） is counted as leave here: whether it costs points
 * is for the scoring scheme. 不参加 leaves the count of those expected: nobody was obliged.
 */
export function attendanceCounts(event: Values): AttendanceCounts {
  let expected = 0;
  let present = 0;
  let leave = 0;
  let absent = 0;
  for (const row of rowsOf(event, 'attendance')) {
    const state = textOf(row, 'state');
    if (!EXPECTED_ROLES.includes(textOf(row, 'role')) || state === '不参加') continue;
    expected += 1;
    if (isPresent(state)) present += 1;
    else if (isOnLeave(state)) leave += 1;
    else if (state === '缺席') absent += 1;
  }
  return { expected, present, leave, absent };
}
