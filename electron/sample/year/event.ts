import { isChair, isStanding, type Seat } from '../roll.ts';
import { servingOn, type YearSetting } from './setting.ts';

/** What is told of one event of the year; the rest follows from it. */
export interface EventTold {
  readonly key: string;
  readonly category: string;
  readonly subtype: string;
  readonly title: string;
  readonly day: string;
  readonly place: string;
  readonly seats: readonly Seat[];
  /** So many of them speak, the first ones. */
  readonly speakers?: number;
  readonly campaigns?: readonly string[];
  readonly more?: Record<string, unknown>;
}

/** Share of those called who are on leave. */
const LEAVE = 0.07;
/** 十届三次会议 opened on this day. */
const THIRD_SESSION = '2024-02-20';

/** Adds an event that has been held, with who was there, and answers its id. */
export function held({ ledger, id, chance }: YearSetting, told: EventTold): string {
  const lot = chance(`event ${told.key}`);
  const attendance = told.seats.map((seat, index) => {
    const member = id('member', seat.key);
    const speaks = index < (told.speakers ?? 0);
    if (!speaks && index > 0 && lot.happens(LEAVE)) {
      return {
        member,
        role: '应出席',
        state: '请假（已批）',
        leaveType: '公务冲突',
        reason: '单位有会',
        approver: '梁柏年',
      };
    }
    return { member, role: '应出席', state: '出席', ...(speaks ? { speech: '口头' } : {}) };
  });
  return ledger.add('event', told.key, {
    category: told.category,
    subtype: told.subtype,
    title: told.title,
    term: id('term', '10'),
    session: id('session', told.day >= THIRD_SESSION ? '3' : '2'),
    start: `${told.day}T${lot.happens(0.6) ? '09:00' : '14:30'}`,
    halfDays: 1,
    place: told.place,
    mode: '线下',
    attendance,
    campaigns: told.campaigns?.map((name) => id('campaign', name)),
    status: '已归档',
    ...told.more,
  });
}

/** Members of a committee who serve on a day, the fixed order of the roll. */
export function committeeSeats({ seats }: YearSetting, committee: string, day: string): Seat[] {
  return servingOn(seats, day).filter((seat) => seat.committee === committee);
}

export function streetSeats({ seats }: YearSetting, street: string, day: string): Seat[] {
  return servingOn(seats, day).filter((seat) => seat.subdistrict === street);
}

export function chairSeats({ seats }: YearSetting, day: string): Seat[] {
  return servingOn(seats, day).filter(isChair);
}

export function standingSeats({ seats }: YearSetting, day: string): Seat[] {
  return servingOn(seats, day).filter(isStanding);
}

/** Members by lot. */
export function someSeats({ seats, chance }: YearSetting, count: number, day: string, purpose: string): Seat[] {
  return chance(`seats ${purpose}`).shuffled(servingOn(seats, day)).slice(0, count);
}
