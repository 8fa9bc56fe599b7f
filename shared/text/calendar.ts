import { hanNumber } from './numerals.ts';
import { FIRST_LUNAR_DAY, FIRST_LUNAR_YEAR, LUNAR_YEARS } from './tables/lunar.ts';

/** Days, months and years of the Gregorian and the Chinese calendar. Dates are 'YYYY-MM-DD'; nothing reads the clock. */

export interface LunarDate {
  /** Gregorian year in which the lunar year begins. */
  readonly year: number;
  /** 1 正月 … 12 腊月 */
  readonly month: number;
  readonly leap: boolean;
  readonly day: number;
}

const DAY = 86_400_000;

/** Days of a month of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Days since 1970-01-01; undefined when the text is no day of the calendar. */
export function dayNumber(iso: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(iso);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY);
}

export function isoFromDayNumber(number: number): string {
  const date = new Date(number * DAY);
  return isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

interface LunarYear {
  readonly year: number;
  /** Day number of 正月初一. */
  readonly start: number;
  readonly months: readonly { readonly month: number; readonly leap: boolean; readonly days: number }[];
}

let read: readonly LunarYear[] | undefined;

function lunarYears(): readonly LunarYear[] {
  if (read) return read;
  const years: LunarYear[] = [];
  let start = dayNumber(FIRST_LUNAR_DAY) ?? 0;
  let year = FIRST_LUNAR_YEAR;
  for (const item of LUNAR_YEARS.split(' ')) {
    const code = Number.parseInt(item, 36);
    const leap = Math.floor(code / 8192);
    const months: { month: number; leap: boolean; days: number }[] = [];
    for (let month = 1; month <= 12; month += 1) {
      months.push({ month, leap: false, days: (code >> months.length) & 1 ? 30 : 29 });
      if (month === leap) months.push({ month, leap: true, days: (code >> months.length) & 1 ? 30 : 29 });
    }
    years.push({ year, start, months });
    start += months.reduce((sum, month) => sum + month.days, 0);
    year += 1;
  }
  read = years;
  return years;
}

/** The Gregorian day of a lunar date; undefined when there is no such day, or before 1640 and after 2100. */
export function gregorianFromLunar(lunar: LunarDate): string | undefined {
  const year = lunarYears()[lunar.year - FIRST_LUNAR_YEAR];
  if (!year) return undefined;
  let day = year.start;
  for (const month of year.months) {
    if (month.month === lunar.month && month.leap === lunar.leap) {
      return lunar.day >= 1 && lunar.day <= month.days ? isoFromDayNumber(day + lunar.day - 1) : undefined;
    }
    day += month.days;
  }
  return undefined;
}

/** How many days a lunar month has; undefined when the year has no such month. */
export function lunarMonthDays(year: number, month: number, leap: boolean): number | undefined {
  return lunarYears()[year - FIRST_LUNAR_YEAR]?.months.find((m) => m.month === month && m.leap === leap)?.days;
}

/** First and last Gregorian day of a lunar year. */
export function lunarYearSpan(year: number): readonly [from: string, to: string] | undefined {
  const found = lunarYears()[year - FIRST_LUNAR_YEAR];
  if (!found) return undefined;
  const days = found.months.reduce((sum, month) => sum + month.days, 0);
  return [isoFromDayNumber(found.start), isoFromDayNumber(found.start + days - 1)];
}

/** The lunar date of a Gregorian day; undefined outside the table. */
export function lunarFromGregorian(iso: string): LunarDate | undefined {
  const day = dayNumber(iso);
  if (day === undefined) return undefined;
  const years = lunarYears();
  const guess = Number(iso.slice(0, 4)) - FIRST_LUNAR_YEAR;
  const year = years[guess] && (years[guess]?.start ?? 0) <= day ? years[guess] : years[guess - 1];
  if (!year || day < year.start) return undefined;
  let rest = day - year.start;
  for (const month of year.months) {
    if (rest < month.days) return { year: year.year, month: month.month, leap: month.leap, day: rest + 1 };
    rest -= month.days;
  }
  return undefined;
}

export const STEMS = '甲乙丙丁戊己庚辛壬癸';
export const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** 干支 of a lunar year: 2024 → 甲辰. */
export function cyclicYear(year: number): string {
  const place = (((year - 4) % 60) + 60) % 60;
  return `${STEMS[place % 10]}${BRANCHES[place % 12]}`;
}

/** Place of a 干支 in the cycle of sixty, 0 for 甲子; undefined for pairs that do not occur (甲丑). */
export function cyclicPlace(name: string): number | undefined {
  const stem = STEMS.indexOf(name.charAt(0));
  const branch = BRANCHES.indexOf(name.charAt(1));
  for (let place = 0; place < 60; place += 1) if (place % 10 === stem && place % 12 === branch) return place;
  return undefined;
}

const LUNAR_MONTHS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];

/** 正月, 闰二月, 冬月. With `plain` 十一月 and 十二月 instead of 冬月 and 腊月. */
export function lunarMonthName(month: number, leap: boolean, plain = false): string {
  const name = plain && month > 10 ? hanNumber(month) : (LUNAR_MONTHS[month - 1] ?? '');
  return `${leap ? '闰' : ''}${name}月`;
}

/** 初六, 十六, 廿六, 三十. */
export function lunarDayName(day: number): string {
  if (day <= 10) return `初${hanNumber(day)}`;
  if (day > 20 && day < 30) return `廿${hanNumber(day - 20)}`;
  return hanNumber(day);
}

/** Reigns by their first lunar year and length in years. 宣统三年 ends with the lunar year, in February 1912. */
export const REIGNS: readonly { readonly name: string; readonly first: number; readonly years: number }[] = [
  { name: '顺治', first: 1644, years: 18 },
  { name: '康熙', first: 1662, years: 61 },
  { name: '雍正', first: 1723, years: 13 },
  { name: '乾隆', first: 1736, years: 60 },
  { name: '嘉庆', first: 1796, years: 25 },
  { name: '道光', first: 1821, years: 30 },
  { name: '咸丰', first: 1851, years: 11 },
  { name: '同治', first: 1862, years: 13 },
  { name: '光绪', first: 1875, years: 34 },
  { name: '宣统', first: 1909, years: 3 },
];
