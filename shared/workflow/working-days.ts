import { dayNumber, daysInMonth, isoDate, isoFromDayNumber } from '../text/calendar.ts';
import type { Period, SpecialDay } from './machine.ts';

/** Days are 'YYYY-MM-DD'. What is no day of the calendar is handed back as it is: nothing can be counted from it. */
export interface WorkCalendar {
  /** Monday to Friday but for holidays, and weekends worked in exchange (调休). */
  readonly isWorkingDay: (day: string) => boolean;
  /** The `amount`-th working day after `from`, which itself is not counted; for 0 the first one from `from` on. */
  readonly after: (from: string, amount: number) => string;
  /** The same backwards: the `amount`-th working day before `from`; for 0 the last one up to `from`. */
  readonly before: (from: string, amount: number) => string;
  readonly special: ReadonlyMap<string, SpecialDay>;
}

export function workCalendar(specialDays: readonly SpecialDay[]): WorkCalendar {
  const special = new Map(specialDays.map((day) => [day.date, day]));
  const works = (number: number): boolean => {
    const exception = special.get(isoFromDayNumber(number));
    if (exception) return exception.type === 'work';
    // 1970-01-01 was a Thursday.
    const weekday = (((number + 4) % 7) + 7) % 7;
    return weekday !== 0 && weekday !== 6;
  };
  const walk = (from: string, amount: number, step: 1 | -1): string => {
    const start = dayNumber(from);
    if (start === undefined) return from;
    let number = start;
    if (amount <= 0) {
      while (!works(number)) number += step;
      return isoFromDayNumber(number);
    }
    for (let left = amount; left > 0; ) {
      number += step;
      if (works(number)) left -= 1;
    }
    return isoFromDayNumber(number);
  };
  return {
    isWorkingDay: (day) => {
      const number = dayNumber(day);
      return number !== undefined && works(number);
    },
    after: (from, amount) => walk(from, amount, 1),
    before: (from, amount) => walk(from, amount, -1),
    special,
  };
}

/** `amount` months later (earlier when negative): the same day, or the last of the month where it has no such day. */
export function addMonths(from: string, amount: number): string {
  if (dayNumber(from) === undefined) return from;
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const months = year * 12 + month - 1 + amount;
  const [toYear, toMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  return isoDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

export function addDays(from: string, amount: number): string {
  const number = dayNumber(from);
  return number === undefined ? from : isoFromDayNumber(number + amount);
}

/** Whole days from `from` to `to`; 0 when either is no day. */
export function daysBetween(from: string, to: string): number {
  const [start, end] = [dayNumber(from), dayNumber(to)];
  return start === undefined || end === undefined ? 0 : end - start;
}

/** The day a period ends that begins on `from`; with `sign` -1 the day it must have begun to end on `from`. */
export function shift(from: string, period: Period, calendar: WorkCalendar, sign: 1 | -1): string {
  if (period.unit === 'month') return addMonths(from, sign * period.amount);
  if (period.unit === 'day') return addDays(from, sign * period.amount);
  return sign === 1 ? calendar.after(from, period.amount) : calendar.before(from, period.amount);
}
