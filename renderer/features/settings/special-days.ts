import { readDate } from '../../../shared/records/date-input.ts';
import { dayNumber, isoDate, isoFromDayNumber } from '../../../shared/text/calendar.ts';

export interface SpecialDay {
  /** 'YYYY-MM-DD' */
  readonly date: string;
  readonly type: 'off' | 'work';
  readonly name: string;
}

interface ReadDays {
  readonly days: readonly SpecialDay[];
  /** Lines that say nothing that could be read, with the reason. */
  readonly problems: readonly { readonly line: string; readonly message: string }[];
}

const OFF = /^(休|休息|放假|假|节假日|法定节假日|公休|off)$/i;
const WORK = /^(班|上班|补班|调班|工作|工作日|调休上班|work)$/i;
const TO = /^(?:至|到|~|～|-+|—+|–)$/;
/** A holiday is a matter of days; more is a slip in one of the dates. */
const LONGEST = 60;
const NAME_LENGTH = 20;

/**
 * Holidays and worked weekends as they are typed or copied: lines such as `2026-10-01 休 国庆节`, spans such as
 * `2026年10月1日至7日 休 国庆节`, rows of a spreadsheet, and the sentences of the State Council's yearly notice
 * (国庆节：10月1日（周四）至7日（周三）放假调休，共7天。10月10日（周六）上班。). `year` counts where none is written.
 */
export function readSpecialDays(text: string, year: number): ReadDays {
  const days = new Map<string, SpecialDay>();
  const problems: { line: string; message: string }[] = [];
  let current = year;
  for (const raw of text.split(/\r?\n/)) {
    // Weekdays in brackets only repeat the date.
    const line = raw.replace(/[（(][^）)]*[）)]/g, '').trim();
    if (line === '' || isHead(line)) continue;
    const named = /(\d{4})\s*年/.exec(line);
    if (named) current = Number(named[1]);
    const notice = readNotice(line, current);
    const found = notice ?? readLine(line, current);
    if (typeof found === 'string') {
      // A sentence of a notice that names no day is prose, not a mistake.
      if (/\d/.test(line) || !/[，。：]/.test(line)) problems.push({ line: raw.trim(), message: found });
    } else for (const day of found) days.set(day.date, day);
  }
  return { days: [...days.values()].sort(byDate), problems };
}

export const byDate = (a: SpecialDay, b: SpecialDay): number => a.date.localeCompare(b.date);

const isHead = (line: string) => /^日期[\t ,，]/.test(line) || line === '日期';

/** 国庆节：10月1日至7日放假调休，共7天。10月10日上班。 undefined when the line is none of a notice. */
function readNotice(line: string, year: number): readonly SpecialDay[] | undefined {
  const match = /^(?:[一二三四五六七八九十]+、)?(?:\d{4}年)?([^：:\d]{1,20})[：:](.*(?:放假|上班).*)$/.exec(line);
  if (!match) return undefined;
  const name = (match[1] ?? '').trim();
  const found: SpecialDay[] = [];
  for (const sentence of (match[2] ?? '').split(/[。；;]/)) {
    const type = sentence.includes('上班') ? 'work' : sentence.includes('放假') ? 'off' : undefined;
    if (!type) continue;
    for (const span of sentence.matchAll(
      /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:\s*[至到—-]+\s*(?:(\d{1,2})月)?(\d{1,2})日)?/g,
    )) {
      const [, own, month, day, endMonth, endDay] = span;
      const from = isoDate(Number(own ?? year), Number(month), Number(day));
      const to = endDay ? isoDate(Number(own ?? year), Number(endMonth ?? month), Number(endDay)) : from;
      const dates = spanOf(from, to);
      if (typeof dates !== 'string') found.push(...dates.map((date) => ({ date, type, name }) as const));
    }
  }
  return found.length > 0 ? found : undefined;
}

/** One day or span in a line; a sentence for the clerk when it cannot be read. */
function readLine(line: string, year: number): readonly SpecialDay[] | string {
  const words = line
    .replace(/(\d日?)\s*(至|到|~|～|—+)\s*(\d)/g, '$1 至 $3')
    .split(/[\t ,，;；]+/)
    .filter((word) => word !== '' && !/^(?:星期|周)[一二三四五六日天]$/.test(word));
  const from = dayOf(words.shift() ?? '', `${year}-01`);
  if (from === undefined) return '没有看懂日期，写成 2026-10-01';
  let to = from;
  if (TO.test(words[0] ?? '')) words.shift();
  const end = dayOf(words[0] ?? '', from);
  if (end !== undefined) {
    to = end;
    words.shift();
  }
  const at = words.findIndex((word) => OFF.test(word) || WORK.test(word));
  const type = words[at];
  if (type === undefined) return '没有写明“休”还是“班”';
  const off = OFF.test(type);
  const name =
    words
      .filter((_, index) => index !== at)
      .join(' ')
      .slice(0, NAME_LENGTH) || (off ? '放假' : '调休上班');
  const dates = spanOf(from, to);
  return typeof dates === 'string' ? dates : dates.map((date) => ({ date, type: off ? 'off' : 'work', name }));
}

/** A whole date, or what of it is written (7日, 10月7日, 10-07) with the rest from `base`. */
function dayOf(word: string, base: string): string | undefined {
  const short = /^(?:(\d{1,2})[月.\-/])?(\d{1,2})日?$/.exec(word);
  if (short && (short[1] !== undefined || word.endsWith('日'))) {
    const date = isoDate(Number(base.slice(0, 4)), Number(short[1] ?? base.slice(5, 7)), Number(short[2]));
    return dayNumber(date) === undefined ? undefined : date;
  }
  if (!/\d{4}/.test(word)) return undefined;
  const read = readDate(word).value;
  return read !== undefined && dayNumber(read) !== undefined ? read : undefined;
}

function spanOf(from: string, to: string): readonly string[] | string {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (first === undefined || last === undefined) return '没有这一天';
  if (last < first) return '结束在开始之前';
  if (last - first >= LONGEST) return `一段不能超过${LONGEST}天，请核对年份`;
  return Array.from({ length: last - first + 1 }, (_, index) => isoFromDayNumber(first + index));
}

/** The table with the days put in: one of the same date is replaced. */
export function withDays(
  present: readonly SpecialDay[],
  added: readonly SpecialDay[],
): { readonly days: readonly SpecialDay[]; readonly fresh: number; readonly changed: number } {
  const days = new Map(present.map((day) => [day.date, day]));
  let [fresh, changed] = [0, 0];
  for (const day of added) {
    const before = days.get(day.date);
    if (!before) fresh += 1;
    else if (before.type !== day.type || before.name !== day.name) changed += 1;
    days.set(day.date, day);
  }
  return { days: [...days.values()].sort(byDate), fresh, changed };
}
