import {
  cyclicPlace,
  cyclicYear,
  daysInMonth,
  gregorianFromLunar,
  isoDate,
  lunarMonthDays,
  lunarMonthName,
  lunarYearSpan,
  REIGNS,
} from './calendar.ts';
import { PERIODS } from './date-periods.ts';
import { hanNumber, readNumber } from './numerals.ts';

/**
 * Reading dates as they stand in Chinese texts. A date that is not exact is a range with its original words; a date
 * that cannot be (2023.2.30) is reported with the reason and never bent into another.
 */
export interface DateReading {
  readonly original: string;
  /** First and last day it may be, 'YYYY-MM-DD', inclusive. An open end (解放前) is absent. */
  readonly from?: string;
  readonly to?: string;
  readonly precision: 'day' | 'month' | 'year' | 'period';
  /** 约1942年, 1942年前后 */
  readonly uncertain: boolean;
  readonly calendar: 'gregorian' | 'minguo' | 'lunar';
  /** Why this is no date, in Chinese. Then `from` and `to` are absent. */
  readonly problem?: string;
}

export interface FoundDate extends DateReading {
  /** Place in the text, UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface DateOptions {
  /** The year of dates that name none (2月26日), and the one 干支 is read near to. */
  readonly year?: number;
}

const N = '[0-9０-９]';
const HAN = '[〇零○◯一二三四五六七八九十廿卅]';
const YEAR = `(?<year>${N}{4}|[〇零○◯一二三四五六七八九]{4})\\s?年`;
const MINGUO = `(?:中华)?民国\\s?(?<minguo>元|${N}{1,3}|${HAN}{1,3})\\s?年`;
const REIGN = `清?(?<reign>${REIGNS.map(({ name }) => name).join('|')})(?<reignYear>元|${N}{1,2}|${HAN}{1,3}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])年`;
const LUNAR = `(?:(?:农历|阴历|夏历|旧历)(?<lunarYear>${N}{4}|[〇零○◯一二三四五六七八九]{4}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])?年?|(?<cyclic>[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])年)`;
const MONTH = `(?<month>${N}{1,2}|${HAN}{1,3})\\s?月(?:份)?`;
const DAY = `(?<day>${N}{1,2}|${HAN}{1,3})\\s?[日号]`;
const LUNAR_MONTH = `(?<leap>闰)?(?<lunarMonth>正|冬|腊|${HAN}{1,2})月`;
const LUNAR_DAY = `(?<lunarDay>初[一二三四五六七八九十]|${HAN}{1,3})日?`;
const PART_OF_YEAR = '(?<season>春节前后|[春夏秋冬]季?|上半年|下半年|年?初|年?底|年?末|年中)';
const PART_OF_MONTH = '(?<third>上旬|中旬|下旬|初|底|末)';
const AROUND = '(?<after>前后|左右|许|[?？])';
const BEFORE = '(?<before>大约在?|约在?|大概|可能)?';

const GREGORIAN = `${BEFORE}(?:${YEAR}|${MINGUO})(?:\\s?(?:${MONTH}(?:\\s?${DAY}|${PART_OF_MONTH})?|${PART_OF_YEAR}))?${AROUND}?`;
const OLD = `${BEFORE}(?:${REIGN}|${LUNAR})(?:${LUNAR_MONTH}(?:${LUNAR_DAY})?)?${AROUND}?`;
const SHORT = `${MONTH}\\s?${DAY}`;
const NUMERIC = `(?<![0-9０-９.．/-])(?<year>${N}{4})(?<mark>[-./．－／])(?<month>${N}{1,2})\\k<mark>(?<day>${N}{1,2})(?![0-9０-９])`;
const COMPACT = '(?<![0-9A-Za-z])(?<year>1[89]\\d{2}|20\\d{2})(?<month>\\d{2})(?<day>\\d{2})(?![0-9A-Za-z])';
const DECADE =
  '(?:(?<century>20|21|19|二十|二十一|十九|上)世纪)(?<decade>[1-9]0|[一二三四五六七八九]十)年代(?<part>初期?|中期|末期?|后期)?';

const FORMS: readonly { readonly pattern: RegExp; readonly read: Reader }[] = [
  { pattern: new RegExp(OLD, 'gu'), read: readOld },
  { pattern: new RegExp(GREGORIAN, 'gu'), read: readGregorian },
  { pattern: new RegExp(NUMERIC, 'gu'), read: readGregorian },
  { pattern: new RegExp(COMPACT, 'gu'), read: readCompact },
  { pattern: new RegExp(DECADE, 'gu'), read: readDecade },
  { pattern: new RegExp(`(?:${PERIODS.map(({ names }) => names.join('|')).join('|')})`, 'gu'), read: readPeriod },
  { pattern: new RegExp(SHORT, 'gu'), read: readGregorian },
];

type Groups = Readonly<Record<string, string | undefined>>;
type Reader = (groups: Groups, original: string, options: DateOptions) => DateReading | undefined;

/** All dates of a text, in order and without overlap. Impossible ones are among them, with their `problem`. */
export function findDates(text: string, options: DateOptions = {}): FoundDate[] {
  const found: FoundDate[] = [];
  for (const { pattern, read } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const reading = read(match.groups ?? {}, match[0], options);
      if (reading) found.push({ ...reading, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * Reads a text that is one date and nothing else; undefined when it is not meant as a date at all.
 * Besides what findDates knows: 2024-02, 2024.2, 2024 and every run of eight digits.
 */
export function parseDate(text: string, options: DateOptions = {}): DateReading | undefined {
  const trimmed = text.trim();
  const plain = trimmed.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const short = /^(?<year>\d{4})(?:[-./．年](?<month>\d{1,2})月?)?$/u.exec(plain);
  if (short) return readGregorian(short.groups ?? {}, trimmed, options);
  const compact = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/u.exec(plain);
  if (compact) return readGregorian(compact.groups ?? {}, trimmed, options);
  const dated = /^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}/u.exec(plain);
  const whole = dated?.[1] ?? trimmed.replace(/[（(]?(?:星期|周)[一二三四五六日天][）)]?$/u, '').trim();
  const [first, ...others] = findDates(whole, options);
  if (!first || others.length > 0 || first.start !== 0 || first.end !== whole.length) return undefined;
  const { start: _start, end: _end, ...reading } = first;
  return { ...reading, original: trimmed };
}

/** The day a text names, 'YYYY-MM-DD'; undefined when it names none, none exactly, or an impossible one. */
export function parseDay(text: string, options: DateOptions = {}): string | undefined {
  const reading = parseDate(text, options);
  return reading?.precision === 'day' && !reading.uncertain ? reading.from : undefined;
}

function failed(original: string, problem: string, calendar: DateReading['calendar'] = 'gregorian'): DateReading {
  return { original, problem, precision: 'day', uncertain: false, calendar };
}

function readGregorian(groups: Groups, original: string, options: DateOptions): DateReading | undefined {
  const calendar = groups.minguo ? 'minguo' : 'gregorian';
  const year = groups.minguo ? 1911 + yearOfReign(groups.minguo) : groups.year ? readNumber(groups.year) : options.year;
  if (year === undefined || Number.isNaN(year)) return undefined;
  const uncertain = Boolean(groups.before || groups.after);
  const base = { original, uncertain, calendar } as const;
  if (!groups.month) {
    const [from, to] = partOfYear(year, groups.season);
    return { ...base, from, to, precision: groups.season ? 'period' : 'year' };
  }
  const month = readNumber(groups.month);
  if (month === undefined) return undefined;
  if (month < 1 || month > 12) return failed(original, `“${original}”中没有${month}月`, calendar);
  const last = daysInMonth(year, month);
  if (groups.day) {
    const day = readNumber(groups.day);
    if (day === undefined) return undefined;
    if (day < 1 || day > last) return failed(original, `${year}年${month}月没有${day}日，这个月有${last}天`, calendar);
    const iso = isoDate(year, month, day);
    return { ...base, from: iso, to: iso, precision: 'day' };
  }
  const [first, end] = partOfMonth(groups.third, last);
  const precision = groups.third ? 'period' : 'month';
  return { ...base, from: isoDate(year, month, first), to: isoDate(year, month, end), precision };
}

/** A run of eight digits inside a text is a date only when it can be one; otherwise it is a number. */
function readCompact(groups: Groups, original: string, options: DateOptions): DateReading | undefined {
  const reading = readGregorian(groups, original, options);
  return reading?.problem ? undefined : reading;
}

function yearOfReign(text: string): number {
  return text === '元' ? 1 : (readNumber(text) ?? Number.NaN);
}

function partOfYear(year: number, season: string | undefined): readonly [from: string, to: string] {
  const span = (first: number, last: number): readonly [string, string] => [
    isoDate(year, first, 1),
    isoDate(year, last, daysInMonth(year, last)),
  ];
  if (!season) return span(1, 12);
  if (season.startsWith('春节')) return span(1, 2);
  if (season.includes('春')) return span(2, 5);
  if (season.includes('夏')) return span(5, 8);
  if (season.includes('秋')) return span(8, 11);
  // Winter reaches into the next year, as those who remember it count.
  if (season.includes('冬')) return [isoDate(year, 11, 1), isoDate(year + 1, 2, daysInMonth(year + 1, 2))];
  if (season.includes('上')) return span(1, 6);
  if (season.includes('下')) return span(7, 12);
  if (season.includes('初')) return span(1, 3);
  if (season.includes('中')) return span(5, 8);
  return span(10, 12);
}

function partOfMonth(third: string | undefined, last: number): readonly [number, number] {
  if (!third) return [1, last];
  if (third === '上旬' || third === '初') return [1, 10];
  return third === '中旬' ? [11, 20] : [21, last];
}

function readOld(groups: Groups, original: string, options: DateOptions): DateReading | undefined {
  const year = groups.reign ? reignYear(groups.reign, groups.reignYear ?? '') : lunarYear(groups, options);
  if (year === undefined) {
    // 农历 alone, or 甲子年 with nothing to tell which, is no date unless a month follows it.
    if (!groups.lunarMonth) return undefined;
    return failed(original, `“${original}”没有写明是哪一年：干支六十年一轮，请注明公历年份`, 'lunar');
  }
  if (typeof year === 'string') return failed(original, year, 'lunar');
  const base = { original, calendar: 'lunar', uncertain: Boolean(groups.before || groups.after) } as const;
  if (!groups.lunarMonth) {
    const span = lunarYearSpan(year);
    return span && { ...base, from: span[0], to: span[1], precision: 'year' };
  }
  const month = lunarMonth(groups.lunarMonth);
  const leap = Boolean(groups.leap);
  const days = month === undefined ? undefined : lunarMonthDays(year, month, leap);
  if (month === undefined || days === undefined) {
    return failed(
      original,
      `${cyclicYear(year)}年（${year}年）没有${groups.leap ?? ''}${groups.lunarMonth}月`,
      'lunar',
    );
  }
  const day = groups.lunarDay ? readNumber(groups.lunarDay.replace(/^初/u, '')) : undefined;
  if (groups.lunarDay && (day === undefined || day < 1 || day > days)) {
    const name = `${cyclicYear(year)}年${lunarMonthName(month, leap)}`;
    return failed(original, `${name}没有${groups.lunarDay}，这个月有${hanNumber(days)}天`, 'lunar');
  }
  const from = gregorianFromLunar({ year, month, leap, day: day ?? 1 });
  const to = gregorianFromLunar({ year, month, leap, day: day ?? days });
  if (!from || !to) return undefined;
  return { ...base, from, to, precision: day === undefined ? 'month' : 'day' };
}

/** Lunar year of a reign's year; a sentence when the reign had no such year. */
function reignYear(name: string, text: string): number | string | undefined {
  const reign = REIGNS.find((candidate) => candidate.name === name);
  if (!reign) return undefined;
  const place = cyclicPlace(text);
  if (place !== undefined) {
    for (let year = reign.first; year < reign.first + reign.years; year += 1) {
      if (cyclicYear(year) === text) return year;
    }
    return `${name}年间没有${text}年`;
  }
  const number = yearOfReign(text);
  if (Number.isNaN(number)) return undefined;
  if (number < 1 || number > reign.years) return `${name}只有${hanNumber(reign.years)}年，没有${text}年`;
  return reign.first + number - 1;
}

function lunarYear(groups: Groups, options: DateOptions): number | string | undefined {
  const name = groups.cyclic ?? groups.lunarYear;
  if (!name) return groups.lunarMonth ? options.year : undefined;
  const number = readNumber(name);
  if (number !== undefined) return number;
  const place = cyclicPlace(name);
  if (place === undefined) return `干支中没有“${name}”`;
  if (options.year === undefined) return undefined;
  const distance = (((place + 4 - options.year) % 60) + 60) % 60;
  return options.year + (distance > 30 ? distance - 60 : distance);
}

function lunarMonth(text: string): number | undefined {
  const named = { 正: 1, 冬: 11, 腊: 12 }[text];
  const month = named ?? readNumber(text);
  return month !== undefined && month >= 1 && month <= 12 ? month : undefined;
}

function readDecade(groups: Groups, original: string): DateReading | undefined {
  const decade = readNumber(groups.decade ?? '');
  const century = groups.century === '上' ? 20 : readNumber(groups.century ?? '');
  if (decade === undefined || century === undefined) return undefined;
  const first = (century - 1) * 100 + decade;
  const part = groups.part?.charAt(0);
  const [from, to] = part === '初' ? [0, 3] : part === '中' ? [3, 6] : part ? [7, 9] : [0, 9];
  const base = { original, precision: 'period', uncertain: false, calendar: 'gregorian' } as const;
  return { ...base, from: `${first + from}-01-01`, to: `${first + to}-12-31` };
}

function readPeriod(_groups: Groups, original: string): DateReading | undefined {
  const period = PERIODS.find(({ names }) => names.includes(original));
  if (!period) return undefined;
  const { from, to } = period;
  const base = { original, precision: 'period', uncertain: true, calendar: 'gregorian' } as const;
  return { ...base, ...(from ? { from } : {}), ...(to ? { to } : {}) };
}
