import { daysInMonth } from '../text/calendar.ts';
import type { FigureShare } from './contribution-of.ts';
import type { FigurePeriod } from './figure-result.ts';

/**
 * Whether what a record adds belongs to a period. What is only known to the month or the year belongs to a period that
 * holds all of that month or year: half a year must not take in a whole one.
 */
export function belongsTo({ day, more, fine }: FigureShare, period: FigurePeriod): boolean {
  return isWithin(day, fine, period) || (more?.some((one) => isWithin(one, undefined, period)) ?? false);
}

function isWithin(day: string, fine: string | undefined, period: FigurePeriod): boolean {
  const { from, to } = period;
  if (day.length === 4) {
    if (from <= `${day}-01-01` && `${day}-12-31` <= to) return true;
    return fine !== undefined && fine.length > 4 && isWithin(fine, undefined, period);
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
