import { daysInMonth } from '../text/calendar.ts';
import type { FigureShare } from './contribution-of.ts';
import type { FigurePeriod } from './figure-result.ts';

/**
 * Whether what a record adds belongs to a period. What is only known to the month or the year belongs to a period that
 * holds all of that month or year: half a year must not take in a whole one.
 */
export function belongsTo({ day, fine }: FigureShare, { from, to }: FigurePeriod): boolean {
  if (day.length === 4) {
    if (from <= `${day}-01-01` && `${day}-12-31` <= to) return true;
    return fine !== undefined && fine.length > 4 && belongsTo({ day: fine, amount: 0 }, { from, to });
  }
  if (day.length === 7) {
    const last = daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5)));
    return from <= `${day}-01` && `${day}-${last}` <= to;
  }
  return from <= day && day <= to;
}

/** What was there at the end of the period. */
export function standsAt({ day, until }: FigureShare, { to }: FigurePeriod): boolean {
  return day.slice(0, 10) <= to && (until === undefined || until > to);
}
