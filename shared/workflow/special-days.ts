import { dayNumber, isoFromDayNumber } from '../text/calendar.ts';
import type { SpecialDay } from './machine.ts';

/** A holiday from its first to its last day, and the weekend days worked in exchange. */
type Holiday = readonly [name: string, first: string, last: string, worked?: readonly string[]];

/** 国务院办公厅关于2024、2025、2026年部分节假日安排的通知（国办发明电〔2023〕7号、〔2024〕12号，2025年11月4日通知）。 */
const HOLIDAYS: readonly Holiday[] = [
  ['元旦', '2024-01-01', '2024-01-01'],
  ['春节', '2024-02-10', '2024-02-17', ['2024-02-04', '2024-02-18']],
  ['清明节', '2024-04-04', '2024-04-06', ['2024-04-07']],
  ['劳动节', '2024-05-01', '2024-05-05', ['2024-04-28', '2024-05-11']],
  ['端午节', '2024-06-10', '2024-06-10'],
  ['中秋节', '2024-09-15', '2024-09-17', ['2024-09-14']],
  ['国庆节', '2024-10-01', '2024-10-07', ['2024-09-29', '2024-10-12']],
  ['元旦', '2025-01-01', '2025-01-01'],
  ['春节', '2025-01-28', '2025-02-04', ['2025-01-26', '2025-02-08']],
  ['清明节', '2025-04-04', '2025-04-06'],
  ['劳动节', '2025-05-01', '2025-05-05', ['2025-04-27']],
  ['端午节', '2025-05-31', '2025-06-02'],
  ['国庆节、中秋节', '2025-10-01', '2025-10-08', ['2025-09-28', '2025-10-11']],
  ['元旦', '2026-01-01', '2026-01-03', ['2026-01-04']],
  ['春节', '2026-02-15', '2026-02-23', ['2026-02-14', '2026-02-28']],
  ['清明节', '2026-04-04', '2026-04-06'],
  ['劳动节', '2026-05-01', '2026-05-05', ['2026-05-09']],
  ['端午节', '2026-06-19', '2026-06-21'],
  ['中秋节', '2026-09-25', '2026-09-27'],
  ['国庆节', '2026-10-01', '2026-10-07', ['2026-09-20', '2026-10-10']],
];

function daysOf([name, first, last, worked = []]: Holiday): SpecialDay[] {
  const days: SpecialDay[] = [];
  const [start = 0, end = -1] = [dayNumber(first), dayNumber(last)];
  for (let day = start; day <= end; day += 1) days.push({ date: isoFromDayNumber(day), type: 'off', name });
  return [...days, ...worked.map((date) => ({ date, type: 'work' as const, name: `${name}调休` }))];
}

/** Holidays of the mainland as announced; the office adds each new year's and may change any. */
export const defaultSpecialDays: readonly SpecialDay[] = HOLIDAYS.flatMap(daysOf).sort((a, b) =>
  a.date.localeCompare(b.date),
);

export const SPECIAL_DAYS_SETTING = 'specialDays';

/** The table as the office keeps it; what is unreadable in the setting is left out. */
export function effectiveSpecialDays(setting: unknown): readonly SpecialDay[] {
  if (!Array.isArray(setting)) return defaultSpecialDays;
  return setting.filter(isSpecialDay);
}

function isSpecialDay(item: unknown): item is SpecialDay {
  if (typeof item !== 'object' || item === null) return false;
  const { date, type, name } = item as Record<string, unknown>;
  return (
    typeof date === 'string' &&
    dayNumber(date) !== undefined &&
    (type === 'off' || type === 'work') &&
    typeof name === 'string'
  );
}
