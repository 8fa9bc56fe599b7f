import { cyclicYear, dayNumber, lunarDayName, lunarFromGregorian, lunarMonthName, REIGNS } from './calendar.ts';
import { hanDigits, hanNumber } from './numerals.ts';

/** Writing dates. Every function takes 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY' and hands other text back unchanged. */

function parts(iso: string): readonly [year: string, month?: number, day?: number] | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/u.exec(iso);
  if (!match) return undefined;
  const year = match[1] ?? '';
  if (match[3]) return [year, Number(match[2]), Number(match[3])];
  return match[2] ? [year, Number(match[2])] : [year];
}

/** 2024年2月26日: Arabic numerals, no leading zeros (GB/T 9704-2012 §7.3.5.4). */
export function formatOfficialDate(iso: string): string {
  const found = parts(iso);
  if (!found) return iso;
  const [year, month, day] = found;
  return `${Number(year)}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`;
}

/** 二〇二四年二月二十六日 */
export function formatHanDate(iso: string): string {
  const found = parts(iso);
  if (!found) return iso;
  const [year, month, day] = found;
  return `${hanDigits(year)}年${month ? `${hanNumber(month)}月` : ''}${day ? `${hanNumber(day)}日` : ''}`;
}

/** 农历甲辰年正月十七; undefined outside 1640–2100. */
export function formatLunarDate(iso: string): string | undefined {
  const lunar = lunarFromGregorian(iso);
  if (!lunar) return undefined;
  return `农历${cyclicYear(lunar.year)}年${lunarMonthName(lunar.month, lunar.leap)}${lunarDayName(lunar.day)}`;
}

/** 民国27年8月6日: Arabic numerals, as local gazetteers write them; undefined before 1912. */
export function formatMinguoDate(iso: string): string | undefined {
  const found = parts(iso);
  if (!found) return undefined;
  const [year, month, day] = found;
  const minguo = Number(year) - 1911;
  if (minguo < 1) return undefined;
  return `民国${minguo === 1 ? '元' : minguo}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`;
}

/** 光绪二十四年八月初六 for a day from 1644 to February 1912; undefined for others. */
export function formatReignDate(iso: string): string | undefined {
  const lunar = lunarFromGregorian(iso);
  const reign = lunar && REIGNS.find(({ first, years }) => lunar.year >= first && lunar.year < first + years);
  if (!lunar || !reign) return undefined;
  const year = lunar.year - reign.first + 1;
  const month = lunarMonthName(lunar.month, lunar.leap, true);
  return `${reign.name}${year === 1 ? '元' : hanNumber(year)}年${month}${lunarDayName(lunar.day)}`;
}

/** 星期一 … 星期日; undefined when the text is no day of the calendar. */
export function weekday(iso: string): string | undefined {
  const day = dayNumber(iso.slice(0, 10));
  if (day === undefined) return undefined;
  return `星期${'日一二三四五六'[(((day + 4) % 7) + 7) % 7] ?? ''}`;
}
