/** Chinese numerals. 〇 is written for zero, never 零 (GB/T 15835-2011 §5.2.3), except inside numbers such as 一百零六. */

const DIGITS = '〇一二三四五六七八九';
const VALUES: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  '◯': 0,
  Ｏ: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const LARGE_UNITS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/**
 * A whole number in words: 38 → 三十八, 106 → 一百零六, 110000 → 十一万.
 * @throws RangeError for negatives, fractions and numbers of 10^12 and more.
 */
export function hanNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e12) throw new RangeError(`hanNumber: ${value}`);
  if (value === 0) return '零';
  let words = '';
  let rest = value;
  for (const [size, unit] of [
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const part = Math.floor(rest / size);
    rest -= part * size;
    if (part === 0) {
      continue;
    }
    if (words && part < 1000) words += '零';
    words += section(part) + unit;
  }
  // 十一, not 一十一, when nothing stands before it.
  return words.startsWith('一十') ? words.slice(1) : words;
}

/** 1 … 9999 in words. */
function section(value: number): string {
  let words = '';
  let gap = false;
  for (const [size, unit] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / size) % 10;
    if (digit === 0) {
      gap = words !== '';
      continue;
    }
    words += (gap ? '零' : '') + (DIGITS[digit] ?? '') + unit;
    gap = false;
  }
  return words;
}

/** Digits one by one, as years are written: 2024 → 二〇二四. */
export function hanDigits(value: number | string): string {
  return String(value).replace(/\d/gu, (digit) => DIGITS[Number(digit)] ?? digit);
}

/** Reads 三十八, 一百零六, 二〇二四, 廿六, 卅, 38, ３８; undefined for anything else. */
export function readNumber(text: string): number | undefined {
  const plain = text.trim().replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  if (/^\d{1,15}$/u.test(plain)) return Number(plain);
  const spelled = plain.replace(/^廿/u, '二十').replace(/^卅/u, '三十').replace(/^卌/u, '四十');
  const characters = [...spelled];
  if (characters.length === 0) return undefined;
  if (characters.every((character) => VALUES[character] !== undefined)) {
    return characters.reduce((sum, character) => sum * 10 + (VALUES[character] ?? 0), 0);
  }
  return readWords(characters);
}

function readWords(characters: readonly string[]): number | undefined {
  let total = 0;
  let part = 0;
  let digit: number | undefined;
  let lastSmall = Infinity;
  let lastLarge = Infinity;
  let afterZero = false;
  for (const character of characters) {
    const value = VALUES[character];
    const small = SMALL_UNITS[character];
    const large = LARGE_UNITS[character];
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
      afterZero = value === 0;
    } else if (small !== undefined) {
      // 十 may stand alone at the head (十一); 百 and 千 want a digit before them.
      if (small >= lastSmall || (digit === undefined && (small !== 10 || part !== 0)) || afterZero) return undefined;
      part += (digit ?? 1) * small;
      lastSmall = small;
      digit = undefined;
    } else if (large !== undefined) {
      if (large >= lastLarge || (part === 0 && digit === undefined) || afterZero) return undefined;
      total += (part + (digit ?? 0)) * large;
      part = 0;
      digit = undefined;
      lastSmall = Infinity;
      lastLarge = large;
    } else return undefined;
  }
  if (afterZero) return undefined;
  return total + part + (digit ?? 0);
}

/** A number as a document counts: ordinal(38, '次') → 第三十八次. */
export function ordinal(value: number, unit = ''): string {
  return `第${hanNumber(value)}${unit}`;
}

export type SessionKind =
  /** 全体会议 of the whole committee */
  | 'plenary'
  /** 常务委员会会议 */
  | 'standing'
  /** 主席会议 */
  | 'chair';

export interface SessionName {
  /** 届 */
  readonly term: number;
  /** 次 */
  readonly number: number;
  readonly kind: SessionKind;
}

const SHORT_KIND: Readonly<Record<SessionKind, string>> = { plenary: '', standing: '常委会', chair: '主席' };
const LONG_KIND: Readonly<Record<SessionKind, string>> = {
  plenary: '',
  standing: '常务委员会',
  chair: '',
};

/** 十届三次会议 · 十届三次常委会会议 · 十届三次主席会议 */
export function shortSessionName(session: SessionName): string {
  return `${hanNumber(session.term)}届${hanNumber(session.number)}次${SHORT_KIND[session.kind]}会议`;
}

/** 第十届委员会第三次会议 · 第十届委员会常务委员会第三次会议 · 第十届委员会第三次主席会议 */
export function longSessionName(session: SessionName): string {
  const noun = session.kind === 'chair' ? '主席会议' : '会议';
  return `第${hanNumber(session.term)}届委员会${LONG_KIND[session.kind]}第${hanNumber(session.number)}次${noun}`;
}

const NUMBER = '([0-9０-９]{1,3}|[一二三四五六七八九十百零〇]{1,6})';
const SESSION = new RegExp(
  `第?${NUMBER}届(?:政协|区政协)?(委员会)?(常务委员会|常委会)?第?${NUMBER}次(全体|全会|常务委员会|常委会|常委|主席)?(?:扩大)?(会议|全会|会|$)`,
  'u',
);

/** Reads the first name of a session in a text, in either form; undefined when there is none. */
export function readSessionName(text: string): SessionName | undefined {
  const match = SESSION.exec(text.replace(/\s/gu, ''));
  if (!match) return undefined;
  const term = readNumber(match[1] ?? '');
  const number = readNumber(match[4] ?? '');
  if (!term || !number) return undefined;
  const words = `${match[3] ?? ''}${match[5] ?? ''}`;
  const kind = words.includes('主席') ? 'chair' : words.includes('常') ? 'standing' : 'plenary';
  return { term, number, kind };
}
