import { pinyin } from 'pinyin-pro';
import { fold } from './fold.ts';

/**
 * Pinyin of names. Every reading a character has is kept, with the reading as a surname first (单 shàn, 仇 qiú,
 * 解 xiè, 曾 zēng): who types either finds the person. Letters are a–z without tones, ü as v.
 */

/** Readings by character; a library of 10,000 names has some 3,000 different ones. */
const heads = new Map<string, readonly string[]>();
const others = new Map<string, readonly string[]>();

const letters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[üǖǘǚǜ]/gu, 'v')
    .replace(/[^a-z]/gu, '');

function readings(character: string, head: boolean): readonly string[] {
  const cache = head ? heads : others;
  const known = cache.get(character);
  if (known) return known;
  let found: readonly string[] = [];
  if (/[\u3007\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud8bf]/u.test(character) || character.length === 2) {
    const options = { toneType: 'none', type: 'array', v: true, nonZh: 'removed' } as const;
    const surname = head ? pinyin(`${character}一`, { ...options, surname: 'head' }).slice(0, 1) : [];
    const all = pinyin(character, { ...options, multiple: true });
    // A traditional surname (單) reads like its simplified form.
    const simple = fold(character);
    const folded = simple === character ? [] : readings(simple, head);
    found = [...new Set([...surname, ...all, ...folded].map(letters))].filter((reading) => reading !== '');
  } else {
    const letter = letters(fold(character));
    if (letter) found = [letter];
  }
  cache.set(character, found);
  return found;
}

interface Syllable {
  readonly readings: readonly string[];
  /** Place of the character in the name, UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** A name made ready for matching. */
export interface PinyinName {
  readonly syllables: readonly Syllable[];
  /** A bit for each letter with which a reading begins: most names are ruled out by it alone. */
  readonly initials: number;
}

const bit = (letter: string): number => 1 << (letter.charCodeAt(0) - 97);

/** Splits a name into characters with their readings. What has no reading (·, blanks) is passed over. */
export function pinyinName(name: string): PinyinName {
  const syllables: Syllable[] = [];
  let initials = 0;
  let start = 0;
  for (const character of name) {
    const end = start + character.length;
    const found = readings(character, syllables.length === 0);
    if (found.length > 0) {
      syllables.push({ readings: found, start, end });
      for (const reading of found) initials |= bit(reading);
    }
    start = end;
  }
  return { syllables, initials };
}

/** Pinyin of a name as it is read first: 单国强 → { full: 'shanguoqiang', initials: 'sgq' }. */
export function pinyinOf(name: string): { readonly full: string; readonly initials: string } {
  const first = pinyinName(name).syllables.map((syllable) => syllable.readings[0] ?? '');
  return { full: first.join(''), initials: first.map((reading) => reading.charAt(0)).join('') };
}

/** What counts as typed pinyin: letters only. */
export function isPinyinQuery(query: string): boolean {
  return /^[a-zü]+$/u.test(query);
}

/**
 * Where a name is meant by typed letters: each character by its whole pinyin, by its initial (zh, ch, sh count as one
 * or two letters), the last also by a beginning. Begins at the surname or, from two letters on, at any character.
 * @returns the characters meant as a range of the name in UTF-16 units; undefined when it does not match.
 */
export function pinyinRange(query: string, name: PinyinName): readonly [start: number, end: number] | undefined {
  const typed = letters(query);
  if (typed === '' || (name.initials & bit(typed)) === 0) return undefined;
  const starts = typed.length > 1 ? name.syllables.length : Math.min(1, name.syllables.length);
  for (let start = 0; start < starts; start += 1) {
    const end = consume(typed, 0, name.syllables, start);
    if (end !== undefined) return [name.syllables[start]?.start ?? 0, name.syllables[end - 1]?.end ?? 0];
  }
  return undefined;
}

/** Index after the last character meant when `typed` from `at` on is used up by the syllables from `index` on. */
function consume(typed: string, at: number, syllables: readonly Syllable[], index: number): number | undefined {
  const syllable = syllables[index];
  if (!syllable) return undefined;
  for (const reading of syllable.readings) {
    if (reading.charCodeAt(0) !== typed.charCodeAt(at)) continue;
    if (reading.startsWith(typed.slice(at))) return index + 1;
    const initial = /^[zcs]h/u.test(reading) ? 2 : 1;
    const lengths = initial === 2 ? [reading.length, 2, 1] : [reading.length, 1];
    for (const length of lengths) {
      if (!typed.startsWith(reading.slice(0, length), at)) continue;
      const end = consume(typed, at + length, syllables, index + 1);
      if (end !== undefined) return end;
    }
  }
  return undefined;
}

/** Does a name match typed pinyin or initials: lhz and lihuazhong → 李华中, sgq and danguoqiang → 单国强. */
export function matchesPinyin(query: string, name: string): boolean {
  return pinyinRange(query, cachedName(name)) !== undefined;
}

const names = new Map<string, PinyinName>();

function cachedName(name: string): PinyinName {
  const known = names.get(name);
  if (known) return known;
  if (names.size > 50_000) names.clear();
  const made = pinyinName(name);
  names.set(name, made);
  return made;
}
