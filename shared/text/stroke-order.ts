import { STROKES } from './tables/strokes.ts';

/**
 * 姓氏笔画: the order of names by strokes, as rosters and official lists use it. Characters are compared by number of
 * strokes, then by the kinds of their strokes in writing order (横1 竖2 撇3 点4 折5; GF 2001-2001, GF 3003-1999), then
 * by form (主笔形 before 附笔形, fewer folds first) and structure. `Intl.Collator('zh-u-co-stroke')` is not used:
 * it orders by strokes of other glyphs and knows nothing of the writing order.
 */

export type StrokeMode =
  /** 姓氏笔画: within a surname, names of one given character come first (王毅 before 王小洪). The usual order. */
  | 'surname'
  /** 姓名笔画: character by character to the end (王小洪 before 王毅), as people's congresses do. */
  | 'fullName';

/** Strokes of characters set by a person, as digits 1–5: { 㛃: '531…' }. They win over the table. */
export type StrokeOverrides = Readonly<Record<string, string>>;

interface Strokes {
  readonly digits: string;
  /** Place in the table: settles what the digits leave equal. */
  readonly rank: number;
}

let table: ReadonlyMap<string, Strokes> | undefined;

/** Read on first use: 7,000 characters take a few milliseconds that a program start need not spend. */
function strokes(): ReadonlyMap<string, Strokes> {
  if (table) return table;
  const read = new Map<string, Strokes>();
  let before = '';
  let rank = 0;
  for (const item of STROKES.split(' ')) {
    const shared = Number.parseInt(item.charAt(0), 36);
    let end = 1;
    while (item.charAt(end) >= '1' && item.charAt(end) <= '5') end += 1;
    before = before.slice(0, shared) + item.slice(1, end);
    for (const character of item.slice(end)) {
      read.set(character, { digits: before, rank });
      rank += 1;
    }
  }
  table = read;
  return read;
}

/** The strokes of a character as digits 1–5, or undefined when the table does not know it. */
export function strokeDigits(character: string, overrides?: StrokeOverrides): string | undefined {
  return overrides?.[character] ?? strokes().get(character)?.digits;
}

/** How many strokes a character has, or undefined when the table does not know it. */
export function strokeCount(character: string, overrides?: StrokeOverrides): number | undefined {
  return strokeDigits(character, overrides)?.length;
}

/** Surnames of two characters: the given name begins after them. */
const COMPOUND = new Set(
  `欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙
   宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌
   微生 公户 公玉 梁丘 左丘 东门 西门 第五 完颜 纳兰 叶赫 爱新 耶律 贺兰 哥舒 歐陽 司馬 諸葛 東方 夏侯 尉遲 鍾離`.split(
    /\s+/u,
  ),
);

/** The surname of a Chinese name: two characters for 欧阳, otherwise the first. */
export function surnameOf(name: string): string {
  const characters = charactersOf(name);
  const two = characters.slice(0, 2).join('');
  return characters.length > 2 && COMPOUND.has(two) ? two : (characters[0] ?? '');
}

const keys = new Map<string, readonly string[]>();

/** The characters of a name in places to compare. A name of one given character has a blank place before it. */
function keyOf(name: string, mode: StrokeMode): readonly string[] {
  const cached = keys.get(mode + name);
  if (cached) return cached;
  const characters = charactersOf(name);
  const surname = [...surnameOf(name)].length;
  const single = mode === 'surname' && characters.length === surname + 1;
  const key = single ? [...characters.slice(0, surname), '', ...characters.slice(surname)] : characters;
  if (keys.size > 20_000) keys.clear();
  keys.set(mode + name, key);
  return key;
}

/** Blanks pad names in rosters and ·  joins the parts of a long name: neither is compared. */
function charactersOf(name: string): string[] {
  return [...name.normalize('NFC').replace(/[\s·•‧・．.\u200b]/gu, '')];
}

/**
 * Compares two names by strokes: negative when `a` goes first. A total order. Characters the table does not know go
 * after all others, by code point, and are never guessed: list them with unknownCharacters.
 */
export function compareNames(a: string, b: string, mode: StrokeMode = 'surname', overrides?: StrokeOverrides): number {
  const left = keyOf(a, mode);
  const right = keyOf(b, mode);
  for (let place = 0; place < left.length && place < right.length; place += 1) {
    const order = compareCharacters(left[place] ?? '', right[place] ?? '', overrides);
    if (order !== 0) return order;
  }
  return left.length - right.length || byCodePoint(a, b);
}

/** Compares two characters by strokes; the empty string goes first. */
export function compareCharacters(a: string, b: string, overrides?: StrokeOverrides): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? -1 : 1;
  const left = strokeDigits(a, overrides);
  const right = strokeDigits(b, overrides);
  if (left === undefined || right === undefined) {
    if (left === undefined && right === undefined) return byCodePoint(a, b);
    return left === undefined ? 1 : -1;
  }
  if (left.length !== right.length) return left.length - right.length;
  if (left !== right) return left < right ? -1 : 1;
  const known = strokes();
  const rank = (known.get(a)?.rank ?? Infinity) - (known.get(b)?.rank ?? Infinity);
  return Number.isNaN(rank) || rank === 0 ? byCodePoint(a, b) : rank;
}

function byCodePoint(a: string, b: string): number {
  const left = a.codePointAt(0) ?? 0;
  const right = b.codePointAt(0) ?? 0;
  return left - right || (a < b ? -1 : a > b ? 1 : 0);
}

/** Characters of some names whose strokes nobody knows yet, each once, in order of appearance. */
export function unknownCharacters(names: Iterable<string>, overrides?: StrokeOverrides): string[] {
  const unknown = new Set<string>();
  for (const name of names) {
    for (const character of charactersOf(name)) {
      if (strokeDigits(character, overrides) === undefined) unknown.add(character);
    }
  }
  return [...unknown];
}
