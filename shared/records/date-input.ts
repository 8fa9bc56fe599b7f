/** A typed or imported value after reading: the stored form, or a sentence for the clerk. */
export type Read<T> =
  | { readonly value: T; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string };

const CHINESE_DIGITS = '〇一二三四五六七八九';

/**
 * Full-width digits and signs made half-width; Chinese numerals of a date made figures (二〇二四年二月二十六日).
 * Numerals are only touched in front of 年 月 日 号 时 点 分, where they cannot be anything else.
 */
export function plainDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[〇○零一二三四五六七八九十]+(?=[年月日号时点分])/gu, figures)
    .trim();
}

function figures(numeral: string): string {
  const plain = numeral.replace(/[○零]/gu, '〇');
  if (!plain.includes('十')) return [...plain].map((c) => CHINESE_DIGITS.indexOf(c)).join('');
  const [tens = '', ones = ''] = plain.split('十');
  return String((tens ? CHINESE_DIGITS.indexOf(tens) : 1) * 10 + (ones ? CHINESE_DIGITS.indexOf(ones) : 0));
}

const two = (n: number): string => String(n).padStart(2, '0');
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

function checked(year: number, month: number, day: number): string | undefined {
  if (year < 1000) return `没有${year}年，年份请写四位数`;
  if (month < 1 || month > 12) return `一年没有${month}月`;
  return day < 1 || day > daysIn(year, month) ? `${year}年${month}月没有${day}日` : undefined;
}

const DATE = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?/u;
const COMPACT_DATE = /^(\d{4})(\d{2})(\d{2})(?!\d)/u;

interface Day {
  readonly iso: string;
  /** What is left of the text after the date. */
  readonly rest: string;
}

function readDay(text: string): Read<Day> | undefined {
  const found = DATE.exec(text) ?? COMPACT_DATE.exec(text);
  if (!found) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const problem = checked(year, month, day);
  if (problem) return { problem };
  return { value: { iso: `${found[1]}-${two(month)}-${two(day)}`, rest: text.slice(found[0].length).trim() } };
}

/** 2024-02-26, 2024.2.26, 2024/2/26, 2024年2月26日, 20240226, 二〇二四年二月二十六日 → '2024-02-26'; a time after it is dropped. */
export function readDate(text: string): Read<string> {
  const day = readDay(plainDigits(text));
  if (day?.problem) return { problem: day.problem };
  if (day?.value && (day.value.rest === '' || readClock(day.value.rest) || isWeekday(day.value.rest))) {
    return { value: day.value.iso };
  }
  return { problem: `认不出日期“${shown(text)}”，请写成 2024-02-26` };
}

/** 1975-03, 1975.3, 1975年3月, 197503, or a full date, whose day is dropped → '1975-03'. */
export function readMonth(text: string): Read<string> {
  const plain = plainDigits(text);
  const found = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?$/u.exec(plain) ?? /^(\d{4})(\d{2})$/u.exec(plain);
  if (found) {
    const problem = checked(Number(found[1]), Number(found[2]), 1);
    return problem ? { problem } : { value: `${found[1]}-${two(Number(found[2]))}` };
  }
  const date = readDate(plain);
  if (date.value) return { value: date.value.slice(0, 7) };
  return {
    problem:
      DATE.test(plain) || COMPACT_DATE.test(plain) ? date.problem! : `认不出年月“${shown(text)}”，请写成 1975-03`,
  };
}

/**
 * A date with or without a time: 2024-02-26 9:00, 2024年2月26日上午9时, 2024.2.26 下午3点半 → 'YYYY-MM-DDTHH:mm'.
 * A date alone becomes midnight, which is shown without a time: records of old meetings know the day only.
 */
export function readDateTime(text: string): Read<string> {
  const day = readDay(plainDigits(text).replace(/[(（](?:周|星期)[一二三四五六日天][)）]/u, ''));
  if (day?.problem) return { problem: day.problem };
  if (day?.value) {
    const clock = day.value.rest === '' ? '00:00' : readClock(day.value.rest);
    if (clock) return { value: `${day.value.iso}T${clock}` };
  }
  return { problem: `认不出时间“${shown(text)}”，请写成 2024-02-26 09:00` };
}

const CLOCK =
  /^[T\s]*(上午|早上|中午|下午|晚上|晚|AM|PM)?\s*(\d{1,2})(?:\s*[:时点]\s*(?:(\d{1,2})\s*分?|(半|整))?)(?::\d{1,2}(?:\.\d+)?)?\s*Z?$/iu;

function readClock(text: string): string | undefined {
  const found = CLOCK.exec(text);
  if (!found) return undefined;
  let hour = Number(found[2]);
  const minute = found[4] === '半' ? 30 : Number(found[3] ?? 0);
  if (/^(?:下午|晚上|晚|PM)$/iu.test(found[1] ?? '') && hour < 12) hour += 12;
  if (found[1] === '中午' && hour < 11) hour += 12;
  return hour > 23 || minute > 59 ? undefined : `${two(hour)}:${two(minute)}`;
}

const isWeekday = (text: string): boolean => /^[(（]?(?:周|星期)[一二三四五六日天][)）]?$/u.test(text);

/** 2024, 2024年, 二〇二四年 → 2024. */
export function readYear(text: string): Read<number> {
  const found = /^(\d{4})\s*年?度?$/u.exec(plainDigits(text));
  return found ? { value: Number(found[1]) } : { problem: `认不出年份“${shown(text)}”，请写四位数，例如 2024` };
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
