import { type DateReading, parseDate } from '../text/dates.ts';
import { readNumber as readNumeral } from '../text/numerals.ts';

/** A typed or imported value after reading: the stored form, or a sentence for the clerk. */
export type Read<T> =
  | { readonly value: T; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string };

/** What spreadsheets and notices write beside a day. */
const WEEKDAY = /[(（]?(?:周|星期)[一二三四五六日天][)）]?/u;

/** Any way of writing a day that shared/text/dates.ts reads → '2024-02-26'; a time after it is dropped. */
export function readDate(text: string): Read<string> {
  const reading = parseDate(text.replace(WEEKDAY, '').trim());
  if (reading?.problem) return { problem: reading.problem };
  if (reading?.from && isOneDay(reading)) return { value: reading.from };
  return {
    problem: reading
      ? `“${shown(text)}”不是确切的一天，请写成 2024-02-26`
      : `认不出日期“${shown(text)}”，请写成 2024-02-26`,
  };
}

const isOneDay = (reading: DateReading): boolean => reading.precision === 'day' && !reading.uncertain;

/** 1975-03, 1975.3, 1975年3月, 197503, or a full date, whose day is dropped → '1975-03'. */
export function readMonth(text: string): Read<string> {
  const compact = /^(\d{4})(\d{2})$/u.exec(text.normalize('NFKC').trim());
  const reading = parseDate(compact ? `${compact[1]}-${compact[2]}` : text.trim());
  if (reading?.problem) return { problem: reading.problem };
  const exact = reading && !reading.uncertain && (reading.precision === 'month' || reading.precision === 'day');
  if (exact && reading.from) return { value: reading.from.slice(0, 7) };
  return { problem: `认不出年月“${shown(text)}”，请写成 1975-03` };
}

const CLOCK =
  /[T\s]*(上午|早上|早|中午|下午|晚上|晚|AM|PM)?\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?::\s*(\d{2})(?::\d{2}(?:\.\d+)?)?|[时点]\s*(?:(\d{1,2}|[一二三四五六七八九十]{1,3})\s*分?|(半|整))?)$/iu;

/**
 * A day with or without a time: 2024-02-26 9:00, 2024年2月26日上午9时, 2024.2.26 下午3点半 → 'YYYY-MM-DDTHH:mm'.
 * A day alone becomes midnight, which is shown without a time: records of old meetings know the day only.
 */
export function readDateTime(text: string): Read<string> {
  const plain = text.normalize('NFKC').replace(WEEKDAY, '').trim();
  const clock = CLOCK.exec(plain);
  // parseDate would drop a time it cannot use (9点到11点, an instant of another zone) and leave a wrong midnight.
  if (!clock && /[:时点TZ]/iu.test(plain)) return { problem: `认不出时间“${shown(text)}”，请写成 2024-02-26 09:00` };
  const time = clock ? timeOf(clock) : '00:00';
  const day = readDate(clock ? plain.slice(0, clock.index) : plain);
  if (time === undefined) return { problem: `“${shown(text)}”里的钟点不对，请写成 2024-02-26 09:00` };
  if (day.value !== undefined) return { value: `${day.value}T${time}` };
  // The reason why a day cannot be is worth more than how to write one.
  const impossible = parseDate(clock ? plain.slice(0, clock.index) : plain)?.problem;
  return { problem: impossible ?? `认不出时间“${shown(text)}”，请写成 2024-02-26 09:00` };
}

function timeOf(clock: RegExpExecArray): string | undefined {
  const part = (clock[1] ?? '').toUpperCase();
  let hour = readNumeral(clock[2] ?? '') ?? 99;
  const minute = clock[5] === '半' ? 30 : (readNumeral(clock[3] ?? clock[4] ?? '0') ?? 99);
  if (['下午', '晚上', '晚', 'PM'].includes(part) && hour < 12) hour += 12;
  if (part === '中午' && hour < 3) hour += 12;
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** 2024, 2024年, 2024年度, 二〇二四年 → 2024. */
export function readYear(text: string): Read<number> {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/年度?$/u, '');
  const year = [...plain].length === 4 ? readNumeral(plain) : undefined;
  return year === undefined ? { problem: `认不出年份“${shown(text)}”，请写四位数，例如 2024` } : { value: year };
}

/** 1,200, １２００, 35 and the unit after it (人) → a number. */
export function readNumber(text: string, unit?: string): Read<number> {
  let plain = text.normalize('NFKC').replace(/\s/gu, '');
  if (unit && plain.endsWith(unit)) plain = plain.slice(0, -unit.length);
  if (/^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(plain)) plain = plain.replaceAll(',', '');
  if (!/^[+-]?\d{1,15}(?:\.\d{1,10})?$/u.test(plain)) return { problem: `“${shown(text)}”不是数字` };
  return { value: Number(plain) };
}

/** Long input is cut so that an error sentence stays one line. */
export function shown(text: string): string {
  const characters = [...text.trim()];
  return characters.length > 20 ? `${characters.slice(0, 20).join('')}…` : text.trim();
}
