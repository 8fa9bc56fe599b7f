import { FROM, TO, WIDE_FROM, WIDE_TO } from './tables/fold.ts';

/**
 * Folding of text for search: what a reader takes for the same becomes the same, for text and query alike.
 *
 * `fold` keeps the length in UTF-16 units, so an offset in the folded text is an offset in the original.
 * `squeeze` then drops the blanks and line breaks that stand beside Chinese characters, so that 政协 is found across
 * the end of a line and 王毅 in a roster that pads it to 王　毅. `squeezeMap` leads from there back to true offsets.
 */

const BLANK = 0x20;
/** Marks units that say nothing by themselves: they are dropped by squeeze wherever they stand. */
const INVISIBLE = 0x200b;

const units = buildUnits();
const wide = buildWide();

function buildUnits(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code += 1) table[code] = code;
  lowerCase(table);
  for (let index = 0; index < FROM.length; index += 1) table[FROM.charCodeAt(index)] = TO.charCodeAt(index);
  // Full-width forms lie 0xfee0 above ASCII; letters of them lose their case as well.
  for (let code = 0xff01; code <= 0xff5e; code += 1) table[code] = table[code - 0xfee0] ?? code;
  const same = (to: string, from: string): void => {
    for (let index = 0; index < from.length; index += 1) table[from.charCodeAt(index)] = to.charCodeAt(0);
  };
  same(' ', '\t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a');
  same(' ', '\u2028\u2029\u202f\u205f\u3000');
  same('\u200b', '\u00ad\u200c\u200d\u200e\u200f\u2060\ufeff\u0001');
  for (let code = 0xfe00; code <= 0xfe0f; code += 1) table[code] = INVISIBLE;
  same('-', '‐‑‒–—―─−﹣');
  same('·', '•‧∙⋅・･');
  same('~', '～〜∼');
  same('"', '“”„‟〝〞');
  same("'", '‘’‚‛');
  same('〇', '○◯');
  same(',', '﹐');
  same(';', '﹔');
  same(':', '﹕');
  same('¥', '￥');
  return table;
}

/** Only where the small letter is one unit as well: İ becomes two and stays as it is. */
function lowerCase(table: Uint16Array): void {
  for (let code = 0x41; code < 0x2000; code += 1) {
    const lower = String.fromCharCode(code).toLowerCase();
    if (lower.length === 1) table[code] = lower.charCodeAt(0);
  }
}

function buildWide(): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (let index = 0; index < WIDE_FROM.length; index += 2) {
    map.set(WIDE_FROM.slice(index, index + 2), WIDE_TO.slice(index, index + 2));
  }
  return map;
}

const CHUNK = 4096;

/** The folded text: as long as `text` in UTF-16 units, pairs of surrogates stay pairs, folding twice changes nothing. */
export function fold(text: string): string {
  if (text.length <= CHUNK) return foldChunk(text);
  let folded = '';
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + CHUNK, text.length);
    // A pair is never cut in two: its halves are looked up together.
    if (end < text.length && isHigh(text.charCodeAt(end - 1))) end -= 1;
    folded += foldChunk(text.slice(start, end));
    start = end;
  }
  return folded;
}

const buffer = new Uint16Array(CHUNK);

function foldChunk(text: string): string {
  let changed = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const to = units[code] ?? code;
    buffer[index] = to;
    if (to !== code) changed = true;
    else if (isHigh(code) && index + 1 < text.length) {
      const pair = text.slice(index, index + 2);
      const folded = wide.get(pair) ?? foldSelector(pair);
      buffer[index] = folded.charCodeAt(0);
      buffer[index + 1] = folded.charCodeAt(1);
      if (folded !== pair) changed = true;
      if (isLow(pair.charCodeAt(1))) index += 1;
    }
  }
  if (!changed) return text;
  return String.fromCharCode.apply(null, buffer.subarray(0, text.length) as unknown as number[]);
}

/** Ideographic variation selectors (U+E0100–E01EF) pick a glyph, not a character. */
function foldSelector(pair: string): string {
  const code = pair.codePointAt(0) ?? 0;
  return code >= 0xe0100 && code <= 0xe01ef ? '\u200b\u200b' : pair;
}

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** Beside these a blank or line break is layout, not a word boundary: Chinese characters and marks, and pairs. */
function isChinese(code: number): boolean {
  return (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xd800 && code <= 0xdfff) || (code >= 0xf900 && code <= 0xfaff);
}

/**
 * Folded text without the blanks that say nothing: those at the ends, those beside a Chinese character, and
 * invisible units; other runs of blanks become one. A part of a text squeezes to a part of the squeezed text.
 */
export function squeeze(folded: string): string {
  if (!/[ \u200b]/u.test(folded)) return folded;
  let result = '';
  let from = 0;
  walkGaps(folded, (start, end, blank) => {
    result += folded.slice(from, start);
    if (blank >= 0) result += ' ';
    from = end;
  });
  return result + folded.slice(from);
}

/**
 * For every unit of `squeeze(folded)` its offset in `folded`, and one entry more for the end.
 * A match [a, b) in the squeezed text is [map[a], map[b - 1] + 1) in the original.
 */
export function squeezeMap(folded: string): Uint32Array {
  const map: number[] = [];
  let from = 0;
  const copy = (to: number): void => {
    for (let index = from; index < to; index += 1) map.push(index);
  };
  walkGaps(folded, (start, end, blank) => {
    copy(start);
    if (blank >= 0) map.push(blank);
    from = end;
  });
  copy(folded.length);
  map.push(folded.length);
  return Uint32Array.from(map);
}

/** Calls `visit` for every run of blanks and invisible units, with the blank that stays of it, or −1. */
function walkGaps(folded: string, visit: (start: number, end: number, blank: number) => void): void {
  const length = folded.length;
  for (let index = 0; index < length; index += 1) {
    const code = folded.charCodeAt(index);
    if (code !== BLANK && code !== INVISIBLE) continue;
    let end = index;
    let blank = -1;
    for (; end < length; end += 1) {
      const next = folded.charCodeAt(end);
      if (next === BLANK && blank < 0) blank = end;
      else if (next !== BLANK && next !== INVISIBLE) break;
    }
    const inside = index > 0 && end < length;
    const parts = inside && !isChinese(folded.charCodeAt(index - 1)) && !isChinese(folded.charCodeAt(end));
    visit(index, end, blank >= 0 && parts ? blank : -1);
    index = end;
  }
}

/** What is searched of a text, and what is searched for of a query: folded, then squeezed. */
export function searchText(text: string): string {
  return squeeze(fold(text));
}
