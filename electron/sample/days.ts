/**
 * Days of the sample: fixed (2024-03-31), or counted from the day it is made (+10d, -2d), so that a home page made
 * today has something that is due and something that is late.
 */
export function dayOf(text: string, now: Date): string {
  const shift = /^([+-]\d+)d$/.exec(text)?.[1];
  return shift === undefined ? text : written(shifted(now, Number(shift)));
}

/** '2024-01-04T15:00', or '+3d 14:30' moved to a working day, away from today. */
export function timeOf(text: string, now: Date): string {
  const match = /^([+-]\d+)d (\d\d:\d\d)$/.exec(text);
  if (!match?.[1] || !match[2]) return text;
  const shift = Number(match[1]);
  const day = shifted(now, shift);
  while (day.getDay() === 0 || day.getDay() === 6) day.setDate(day.getDate() + (shift < 0 ? -1 : 1));
  return `${written(day)}T${match[2]}`;
}

function shifted(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
}

function written(day: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
