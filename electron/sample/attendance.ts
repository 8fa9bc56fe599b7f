import type { Values } from '../../shared/records/record.ts';
import type { Call } from './attendees.ts';
import type { Chance } from './chance.ts';
import type { MakeId } from './people.ts';
import { isChair, type Seat } from './roll.ts';
import type { MeetingData } from './shapes.ts';
import { said } from './sheet.ts';

export interface AttendanceRule {
  readonly meeting: MeetingData;
  readonly call: Call;
  readonly halfDays: number;
  /** The meeting lies ahead: nobody has attended yet. */
  readonly ahead: boolean;
  /** How reliable each member is, 0 to 1. */
  readonly zeal: ReadonlyMap<Seat, number>;
  /** Reasons by type of leave. */
  readonly leave: Readonly<Record<string, readonly string[]>>;
  readonly id: MakeId;
  readonly chance: Chance;
}

/** 请假类型 and how often each is given. */
const LEAVE_TYPES: readonly (readonly [type: string, upTo: number])[] = [
  ['公务冲突', 0.4],
  ['出差', 0.68],
  ['生病', 0.82],
  ['家事', 0.9],
  ['其他', 0.97],
  ['出国（境）', 1],
];

/** The rows of 出席情况: everyone called, in order, with believable leave and absence. */
export function attendanceRows(rule: AttendanceRule): Values[] {
  const { call, meeting, id, ahead } = rule;
  if (ahead && meeting.status === '拟办') return [];
  const missing = ahead ? new Set<Seat>() : missingOf(rule);
  const chair = call.expected.find((seat) => seat.who.name === meeting.chair);
  let truants = 0;
  const rows = call.expected.map((seat): Values => {
    const member = id('member', seat.key);
    if (ahead) return { member, role: seat === chair ? '主持' : '应出席', ...invited(rule) };
    if (seat === chair) return said({ member, role: '主持', state: '出席', ...presence(rule, '出席') });
    if (!missing.has(seat)) return { member, role: '应出席', ...attended(rule) };
    const truant = truants < 2 && !isChair(seat) && rule.chance.happens(0.13);
    if (truant) truants++;
    return { member, role: '应出席', ...(truant ? { state: '缺席' } : onLeave(rule, seat)) };
  });
  const sittingIn = call.sittingIn.map(
    (seat): Values => ({ member: id('member', seat.key), role: '列席', state: ahead ? '待确认' : '出席' }),
  );
  const guests = call.guests.map((name): Values => ({ name, role: '列席', state: ahead ? '待确认' : '出席' }));
  return [...rows, ...sittingIn, ...guests];
}

/** Exactly as many as the text says, or as chance and zeal have it. The chair is never missing. */
function missingOf({ call, meeting, zeal, chance }: AttendanceRule): Set<Seat> {
  const others = call.expected.filter((seat) => seat.who.name !== meeting.chair);
  const luck = new Map(others.map((seat) => [seat, chance.next()] as const));
  const slack = (seat: Seat): number => (luck.get(seat) ?? 0) - (zeal.get(seat) ?? 1);
  if (meeting.absent !== undefined) {
    return new Set([...others].sort((a, b) => slack(b) - slack(a)).slice(0, meeting.absent));
  }
  return new Set(others.filter((seat) => slack(seat) > 0));
}

function attended(rule: AttendanceRule): Values {
  const { chance, meeting, halfDays } = rule;
  const late = chance.happens(0.025);
  const early = !late && halfDays > 1 && chance.happens(0.02);
  const state = late ? '迟到' : early ? '早退' : '出席';
  const speaks = meeting.agenda !== undefined && chance.happens(meeting.scope === 'all' ? 0.06 : 0.16);
  return said({ state, speech: speaks ? speechOf(chance) : undefined, ...presence(rule, state) });
}

function speechOf(chance: Chance): string {
  const lot = chance.next();
  return lot < 0.6 ? '口头' : lot < 0.85 ? '即席' : '书面';
}

function presence({ halfDays }: AttendanceRule, state: string): Values {
  return halfDays > 1 ? { halfDaysPresent: state === '早退' ? halfDays - 1 : halfDays } : {};
}

function onLeave(rule: AttendanceRule, seat: Seat): Values {
  const asked = request(rule);
  if (rule.chance.happens(0.05) && !isChair(seat)) return { state: '请假（未批）', ...asked };
  return { state: '请假（已批）', ...asked, approver: rule.call.approver };
}

function request({ leave, chance }: AttendanceRule): Values {
  const lot = chance.next();
  const leaveType = LEAVE_TYPES.find(([, upTo]) => lot < upTo)?.[0] ?? '其他';
  return { leaveType, reason: chance.pick(leave[leaveType] ?? ['见请假单']) };
}

function invited(rule: AttendanceRule): Values {
  const lot = rule.chance.next();
  if (lot < 0.62) return { state: '确认参加' };
  return lot < 0.94 ? { state: '待确认' } : { state: '请假待批', ...request(rule) };
}
