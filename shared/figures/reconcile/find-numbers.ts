import { readNumber } from '../../text/numerals.ts';
import type { ApproximateWord, FoundNumber } from './found-number.ts';
import { magnitudeOf, unitAt } from './measure-units.ts';
import { ANNOUNCED, notCounted } from './not-counted.ts';

const BEFORE: Readonly<Record<string, ApproximateWord>> = {
  近: '近',
  将近: '近',
  接近: '近',
  超: '超',
  超过: '超',
  逾: '超',
  突破: '超',
  约: '约',
  大约: '约',
  大概: '约',
};
const AFTER: Readonly<Record<string, ApproximateWord>> = { 多: '多', 余: '余', 来: '约', 几: '约' };

const LEAD = '(将近|接近|近|超过|超|逾|突破|大约|大概|约)?\\s?';
const TAIL = '\\s?(多|余|来|几)?\\s?(万亿|万|亿)?\\s?(多|余)?\\s?';
const ARABIC = new RegExp(`${LEAD}(\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?)${TAIL}`, 'gu');
const HAN = new RegExp(
  `(上|数|几|成)?${LEAD}([〇零一二两三四五六七八九十百千廿卅]{1,10})(?:\\s?(多|余|来|几))?(万亿|万|亿)?(多|余)?`,
  'gu',
);
const FIRST = /首次(?=召开|举办|举行|开展|组织|设立|建立|推出|启动|开通|实现)/gu;
/** Single things are counted in these; 一个, 一项, 一条 are mostly said of anything. */
const COUNTED_ONE: readonly string[] = ['次', '场', '期', '部', '本', '套', '篇', '例'];

/** Full-width figures and signs as plain ones, each in its place. */
function plainFigures(text: string): string {
  return text
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replaceAll('％', '%')
    .replaceAll('．', '.');
}

/**
 * Every number of a text, in its order: written in figures whatever follows, in characters where a measure word follows.
 * What counts nothing (years, 文号, names in quotation marks) is among them, with its reason.
 * @param paragraphs without line breaks inside a sentence
 */
export function findNumbers(paragraphs: readonly string[]): readonly FoundNumber[] {
  return paragraphs.flatMap((paragraph, index) => numbersOf(plainFigures(paragraph), paragraph, index));
}

function numbersOf(text: string, original: string, paragraph: number): readonly FoundNumber[] {
  const barred = notCounted(text);
  const found: FoundNumber[] = [];
  const barredAt = (start: number, end: number) => barred.find((place) => start < place.end && end > place.start);
  const free = (start: number, end: number) => found.every((one) => end <= one.start || start >= one.end);
  const put = (number: Omit<FoundNumber, 'paragraph' | 'written'>) => {
    if (free(number.start, number.end))
      found.push({ ...number, paragraph, written: original.slice(number.start, number.end) });
  };
  for (const place of barred) {
    const words = text.slice(place.start, place.end);
    // Names and sayings without any figure are no news to a clerk.
    if (/\d/u.test(words)) put({ ...bare(place.start, place.end), notCounted: place.reason });
  }
  for (const match of text.matchAll(ARABIC)) {
    const [start, end] = spanOf(match);
    if (!barredAt(start, end)) put(arabic(match, text, start, end));
  }
  for (const match of text.matchAll(HAN)) {
    const number = han(match, text);
    if (number && !barredAt(number.start, number.end)) put(number);
  }
  for (const match of text.matchAll(FIRST)) {
    const start = match.index;
    if (!barredAt(start, start + 2)) put({ ...bare(start, start + 2), n: 1, word: '首次', unit: '次' });
  }
  return found.sort((a, b) => a.start - b.start);
}

const bare = (start: number, end: number) => ({
  start,
  end,
  n: 0,
  scale: 1,
  word: '' as ApproximateWord,
  unit: '',
  han: false,
});

/** Where the number itself stands, without blanks around it. */
function spanOf(match: RegExpExecArray): [start: number, end: number] {
  const lead = match[0].length - match[0].trimStart().length;
  return [match.index + lead, match.index + match[0].trimEnd().length];
}

function arabic(match: RegExpExecArray, text: string, start: number, end: number) {
  const [, before = '', digits = '', after = '', magnitude = '', late = ''] = match;
  const rest = text.slice(end).trimStart();
  const blanks = text.length - end - rest.length;
  const unit = unitAt(rest);
  const close = end + (unit ? blanks + unit.length : 0);
  const around = aroundWord(text.slice(close));
  const word = AFTER[after] ?? AFTER[late] ?? BEFORE[before] ?? around ?? '';
  return {
    start,
    end: close,
    n: Number(digits.replaceAll(',', '')),
    scale: magnitudeOf(magnitude),
    word,
    unit: unit.replace('％', '%'),
    han: false,
    ...(announces(rest) ? { notCounted: '几个方面的工作，不是计数' } : {}),
  };
}

/** 100人左右 */
const aroundWord = (rest: string): ApproximateWord | undefined => (/^\s?左右/u.test(rest) ? '约' : undefined);

const announces = (rest: string): boolean => ANNOUNCED.test(rest);

function han(match: RegExpExecArray, text: string): Omit<FoundNumber, 'paragraph' | 'written'> | undefined {
  const [whole, vague = '', before = '', characters = '', after = '', magnitude = '', late = ''] = match;
  const end = match.index + whole.length;
  const rest = text.slice(end);
  const unit = unitAt(rest);
  if (unit === '' || unit === '%' || unit === '届') return undefined;
  const start = match.index;
  const place = { ...bare(start, end + unit.length), unit, han: true };
  if (vague) return { ...place, notCounted: '泛指，不是计数' };
  // 三四次: two digits side by side are a guess.
  if (/^[一二两三四五六七八九]{2,}$/u.test(characters)) return { ...place, notCounted: '泛指，不是计数' };
  const n =
    readNumber(characters.replaceAll('两', '二')) ?? (/^[百千]$/u.test(characters) ? roundOf(characters) : undefined);
  if (n === undefined) return undefined;
  const word = AFTER[after] ?? AFTER[late] ?? BEFORE[before] ?? '';
  const number = { ...place, n, scale: magnitudeOf(magnitude), word };
  if (announces(rest)) return { ...number, notCounted: '几个方面的工作，不是计数' };
  if (n === 1 && magnitude === '' && !COUNTED_ONE.includes(unit)) return { ...number, notCounted: '泛指，不是计数' };
  return number;
}

/** 百余条, 千余人 */
const roundOf = (character: string): number => (character === '百' ? 100 : 1000);
