import {
  dayNumber,
  daysInMonth,
  isoDate,
  isoFromDayNumber,
  lunarDayName,
  lunarFromGregorian,
  lunarMonthName,
} from '../../../shared/text/calendar.ts';
import type { api, Output } from '../../app/api.ts';

type Calendar = Output<typeof api.calendar.list>;
export type Entry = Calendar['items'][number];
export type SpecialDay = Calendar['days'][number];

const WEEK = 7;

/** Months are 'YYYY-MM', days 'YYYY-MM-DD'. */
export const isMonth = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) && Number(text.slice(0, 4)) > 0;

export const isDay = (text: string | undefined): text is string => text !== undefined && dayNumber(text) !== undefined;

export function addMonths(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const total = year * 12 + (number - 1) + by;
  return isoDate(Math.floor(total / 12), (total % 12) + 1, 1).slice(0, 7);
}

export const addDays = (day: string, by: number): string => isoFromDayNumber((dayNumber(day) ?? 0) + by);

/** The same day of another month, or its last one: 31 January goes to 28 February. */
export function sameDayIn(month: string, day: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return isoDate(year, number, Math.min(Number(day.slice(8)), daysInMonth(year, number)));
}

/** 0 Monday … 6 Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: string): number => ((((dayNumber(day) ?? 0) + 3) % WEEK) + WEEK) % WEEK;

/** Days of the weeks that a month touches, from a Monday to a Sunday. */
export function daysShown(month: string): readonly string[] {
  const first = `${month}-01`;
  const start = (dayNumber(first) ?? 0) - weekdayOf(first);
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = (dayNumber(first) ?? 0) + daysInMonth(year, number) - 1;
  const weeks = Math.ceil((last - start + 1) / WEEK);
  return Array.from({ length: weeks * WEEK }, (_, index) => isoFromDayNumber(start + index));
}

const MONTH = 28;

/** What lasts a month or longer (a planned item of that month) belongs over the days, not on each of them. */
export const isWholeMonth = ({ date, until }: Entry): boolean =>
  until !== undefined && (dayNumber(until) ?? 0) - (dayNumber(date) ?? 0) + 1 >= MONTH;

/** What stands on each day, also on the days in between of what lasts longer. By time, then as the office gave it. */
export function entriesByDay(
  entries: readonly Entry[],
  days: readonly string[],
): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>(days.map((day) => [day, []]));
  for (const entry of entries) {
    if (isWholeMonth(entry)) continue;
    for (const day of days) {
      if (entry.date <= day && day <= (entry.until ?? entry.date)) found.get(day)?.push(entry);
    }
  }
  for (const list of found.values()) list.sort((a, b) => (a.time ?? '').localeCompare(b.time ?? ''));
  return found;
}

/** 初九; the first of a month by its name: 十月. '' outside the table. */
export function lunarWords(day: string): string {
  const lunar = lunarFromGregorian(day);
  if (!lunar) return '';
  return lunar.day === 1 ? lunarMonthName(lunar.month, lunar.leap) : lunarDayName(lunar.day);
}

/** Sources in the order in which they are first met, with how many there are. */
export function sourcesOf(entries: readonly Entry[]): readonly { readonly source: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { source } of entries) counts.set(source, (counts.get(source) ?? 0) + 1);
  return [...counts].map(([source, count]) => ({ source, count })).sort((a, b) => b.count - a.count);
}
