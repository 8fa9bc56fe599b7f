import type { FigureDefinition } from './definition.ts';

/**
 * 约数用语 (rules at the end of table C.2). d is the unit of the last digit of n that is not 0 (50 → 10, 360 → 10,
 * 400 → 100, 3100 → 100), v what was counted:
 *   n多, n余, 超n: n < v < n+d      近n: n−d/10 ≤ v < n
 * A number that is exactly n gets no word, nor does one below 10.
 */
export type Word = '' | '多' | '余' | '近' | '超';

export interface Written {
  /** 50多, 1300余, 近700, 超2亿: without what is left of the unit. */
  readonly text: string;
  readonly word: Word;
  /** What was counted, in the unit of the definition. */
  readonly exact: string;
  /** What is written after the text: 次, 元. */
  readonly unit: string;
  /** 50多次, 超2亿元 */
  readonly full: string;
}

type Told = Pick<FigureDefinition, 'unit' | 'wording'>;

/** Numbers are compared in ten thousandths, so that 366.8 is not 366.79999. */
const PARTS = 10_000;
const SMALLEST = 10;
/** 余 is for numbers of three digits and more, of people, households and characters. */
const ODD_FROM = 100;
const ODD_UNITS = /[人户名字]$/u;

const partsOf = (value: number): number => Math.round(value * PARTS);

/** A number as it stands in a report: no separators, no zeros behind the point. */
export const plain = (value: number): string => String(partsOf(value) / PARTS);

/** 50多, 近700 */
export const withWord = (number: string, word: Word): string =>
  word === '近' || word === '超' ? `${word}${number}` : `${number}${word}`;

/**
 * A figure as it is written in the report. When its word cannot be used truthfully (a round number, one below 10, none
 * near enough) it is written exactly.
 */
export function wordingOf(value: number, { unit, wording }: Told): Written {
  const exact = plain(value);
  const { scale } = wording ?? {};
  const inScale = scale !== undefined && partsOf(value) >= partsOf(scale.size);
  const amount = inScale ? value / scale.size : value;
  const [mark, rest] = inScale ? split(scale.unit) : ['', unit];
  const write = (number: string, word: Word): Written => {
    // 12万多, 2亿余: the word stands behind 万 and 亿, before what is left of the unit.
    const text = withWord(`${number}${mark}`, word);
    return { text, word, exact, unit: rest, full: `${text}${rest}` };
  };
  const found = roundedBy(wording, amount, inScale, unit);
  if (found) return write(plain(found.n), found.word);
  const shown = inScale && wording?.style !== 'exact' && partsOf(amount) % PARTS !== 0;
  // What is no round number of the larger unit is written out in the smaller one.
  return shown ? { text: exact, word: '', exact, unit, full: `${exact}${unit}` } : write(plain(amount), '');
}

/** 亿元 → 亿 and 元. */
function split(unit: string): readonly [mark: string, rest: string] {
  const found = /^(十?[万亿]|百万|千万)(.*)$/u.exec(unit);
  return found ? [found[1] ?? '', found[2] ?? ''] : ['', unit];
}

interface Rounded {
  readonly n: number;
  readonly word: Word;
}

function roundedBy(wording: Told['wording'], amount: number, inScale: boolean, unit: string): Rounded | undefined {
  const style = wording?.style ?? 'exact';
  if (style === 'exact' || amount < (inScale ? 1 : SMALLEST)) return undefined;
  if (style === 'near') return nearest(amount);
  const n = roundedDown(amount, inScale);
  const word = style === 'over' ? '超' : style === 'odd' && n >= ODD_FROM && ODD_UNITS.test(unit) ? '余' : '多';
  return holds({ n, word }, amount) ? { n, word } : undefined;
}

/**
 * What is left when the end is cut off, as reports do it: below 100 the ones (54 → 50), from 100 the last two places
 * (428 → 400, 3140 → 3100); a fraction is one place (366.8 → 360), in the larger unit the only one (2.06亿 → 2亿).
 */
function roundedDown(amount: number, inScale: boolean): number {
  const whole = Math.floor(partsOf(amount) / PARTS);
  if (inScale) return whole;
  const fraction = partsOf(amount) % PARTS !== 0;
  const cut = whole < 100 || fraction ? 10 : 100;
  return Math.floor(whole / cut) * cut;
}

/** The finest round number above that is near enough: 698 → 700, 1985 → 2000. */
function nearest(amount: number): Rounded | undefined {
  for (let place = 10; place / 10 <= amount; place *= 10) {
    const n = Math.ceil(partsOf(amount) / (place * PARTS)) * place;
    if (holds({ n, word: '近' }, amount)) return { n, word: '近' };
  }
  return undefined;
}

/** Unit of the last digit that is not 0, in parts. */
function lastUnit(parts: number): number {
  let unit = 1;
  while (parts !== 0 && parts % (unit * 10) === 0) unit *= 10;
  return unit;
}

function holds({ n, word }: Rounded, value: number): boolean {
  const [claimed, real] = [partsOf(n), partsOf(value)];
  if (word === '') return claimed === real;
  const unit = lastUnit(claimed);
  if (word === '近') return real < claimed && (claimed - real) * 10 <= unit;
  return claimed < real && real < claimed + unit;
}

/**
 * Whether a number in a text may stand for what was counted. Which of 多, 余 and 超 is chosen is a matter of style and
 * not refused: what is checked is whether it is true.
 * @param claimed the number as written, in the unit of the figure (超2亿元 of a figure in 万元 is 20000)
 * @param value what was counted
 * @param unit of the figure: characters of a book may be rounded to whole 万 (35万字 for 34.8)
 * @returns what is wrong, in Chinese; undefined when it may be written so
 */
export function wordingProblem(
  { n, word }: { readonly n: number; readonly word: Word },
  value: number,
  unit = '',
): string | undefined {
  const real = plain(value);
  const written = withWord(plain(n), word);
  if (word === '') {
    const rounded = /万字$/u.test(unit) && value >= SMALLEST && n === Math.round(value);
    return partsOf(n) === partsOf(value) || rounded ? undefined : `实有${real}，写的是${written}`;
  }
  if (partsOf(n) === partsOf(value)) return `正好${real}，不能写“${written}”`;
  if (n < SMALLEST) return `10以下的数要写实数：实有${real}，不能写“${written}”`;
  if (holds({ n, word }, value)) return undefined;
  const step = lastUnit(partsOf(n)) / PARTS;
  const range =
    word === '近' ? `不少于${plain(n - step / 10)}、少于${plain(n)}` : `多于${plain(n)}、少于${plain(n + step)}`;
  return `实有${real}，不能写“${written}”（${range}才可以）`;
}
