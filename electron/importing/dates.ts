/**
 * Dates as Chinese papers write them. Nothing is ever completed: a date without a day or without a year is not a date
 * here, and 2023.2.30 is refused instead of rolling over.
 */
const DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  '○': '0',
  Ｏ: '0',
  O: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};
const YEAR = '(?:[12][0-9]{3}|[一二][〇零○ＯO一二三四五六七八九]{3})';
const SMALL = '(?:[0-9]{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])';

/** 2024年2月26日, 二〇二四年二月二十六日, 2024-02-26, 2024/2/26, 2024.2.26; captures year, month, day. */
const FULL = new RegExp(
  `(${YEAR})\\s*(?:年\\s*(${SMALL})\\s*月\\s*(${SMALL})\\s*[日号]|[-/.．—](${SMALL})[-/.．—](${SMALL})(?![0-9.]))`,
);
const MONTH_DAY = new RegExp(`(${SMALL})\\s*月\\s*(${SMALL})\\s*[日号]`);

export interface FoundDate {
  /** YYYY-MM-DD */
  readonly date: string;
  /** The words it was read from, and where they begin and end. */
  readonly text: string;
  readonly at: number;
}

/** The first full date in the text, or undefined. Impossible days (2月30日) are no dates. */
export function findDate(text: string): FoundDate | undefined {
  const match = FULL.exec(halfWidthDigits(text));
  if (!match) return undefined;
  const date = isoDate(number(match[1]), number(match[2] ?? match[4]), number(match[3] ?? match[5]));
  return date ? { date, text: match[0], at: match.index } : undefined;
}

/** Month and day without a year: 2月26日. */
export function findMonthDay(text: string): { month: number; day: number; text: string; at: number } | undefined {
  const match = MONTH_DAY.exec(halfWidthDigits(text));
  if (!match) return undefined;
  const month = number(match[1]);
  const day = number(match[2]);
  // 2000 is a leap year: 29 February can be right, and the year decides later.
  return isoDate(2000, month, day) ? { month, day, text: match[0], at: match.index } : undefined;
}

/** YYYY-MM-DD, or undefined when the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  const valid = year >= 1000 && year <= 2999 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return valid ? `${year}-${pad(month)}-${pad(day)}` : undefined;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Number of a year, month or day in figures or in Chinese (二〇二四, 十二, 廿 is not used in modern dates). */
export function number(text: string | undefined): number {
  if (!text) return Number.NaN;
  if (/^[0-9]+$/.test(text)) return Number(text);
  if (text.length === 4) return Number([...text].map((character) => DIGITS[character] ?? character).join(''));
  const [tens, units] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? Number(tens ? DIGITS[tens] : 1) * 10 : 0;
  return ten + Number(units ? DIGITS[units] : 0);
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** Full-width figures become half-width; every character keeps its place. */
function halfWidthDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Machine-written dates of web pages: ISO 8601 and "Tue, 04 Jan 2022 00:18:21 GMT". The day is taken as written. */
export function machineDate(text: string): string | undefined {
  const english = /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?,?\s+(\d{4})/.exec(text);
  if (english) {
    const month = MONTHS.indexOf((english[2] ?? '').toLowerCase()) + 1;
    return isoDate(Number(english[3]), month, Number(english[1]));
  }
  const american = /([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})/.exec(text);
  if (american) {
    const month = MONTHS.indexOf((american[1] ?? '').toLowerCase()) + 1;
    return isoDate(Number(american[3]), month, Number(american[2]));
  }
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T\s]|$)/.exec(text);
  if (iso) return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  return findDate(text)?.date;
}
