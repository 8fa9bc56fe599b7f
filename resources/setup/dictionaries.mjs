/**
 * Rebuilds the tables in shared/text/tables from cnchar-order (stroke orders), opencc-js (traditional and variant
 * characters), lunar-javascript (months of the Chinese calendar) and the hand-kept lists in resources/dictionaries.
 * Run it after one of these has changed; the output is committed, so none of the packages is needed at run time.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import CJK_Compatibility_Ideographs from 'opencc-js/dict/CJK_Compatibility_Ideographs';
import HKVariants from 'opencc-js/dict/HKVariants';
import TSCharacters from 'opencc-js/dict/TSCharacters';
import TWVariants from 'opencc-js/dict/TWVariants';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const require = createRequire(import.meta.url);
const kept = (name) =>
  readFileSync(join(root, 'resources/dictionaries', name), 'utf8')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) => line.trim().split(/\s+/u));

/** Where the tables go: another folder when the tests compare them with the committed ones. */
const target = process.argv[2] ?? join(root, 'shared/text/tables');

const write = (name, text) => {
  writeFileSync(join(target, name), text);
  console.log(`${name}: ${Buffer.byteLength(text)} bytes`);
};

/**
 * Letters of cnchar-order → [type 1–5, rank of the form within the type]. The main form of a type goes before its
 * attached forms (提, 竖钩, 捺), folds with fewer corners before those with more (GF 3003-1999).
 * `d` is a dot written the other way: type 4. Read as a fold it would misplace every 忄 and 火.
 */
const PLAIN = { j: [1, 0], i: [1, 1], f: [2, 0], g: [2, 1], s: [3, 0], k: [4, 0], d: [4, 0], l: [4, 1] };

function strokeTable() {
  const { dict } = require('cnchar-order');
  const form = (letter) => {
    const plain = PLAIN[letter];
    if (plain) return plain;
    const stroke = dict.strokeTable[letter];
    if (!stroke) throw new Error(`unknown stroke ${letter}`);
    return [5, Number(stroke.foldCount)];
  };
  const structure = new Map();
  for (const line of kept('stroke-structure.txt'))
    for (const [index, character] of line.entries()) structure.set(character, index);
  const entries = [];
  for (const [character, letters] of Object.entries(dict.orders)) {
    const forms = [...letters].map(form);
    entries.push({ character, digits: forms.map((f) => f[0]).join(''), forms: forms.map((f) => f[1]).join('') });
  }
  const known = new Map(entries.map((entry) => [entry.character, entry]));
  const part = (text) => {
    if (/^[1-5]+$/.test(text)) return { digits: text, forms: '0'.repeat(text.length) };
    const [, character, side, count] = /^(.)(?:([<>])(\d+))?$/u.exec(text) ?? [];
    const whole = known.get(character);
    if (!whole) throw new Error(`part ${text} is not known`);
    const cut = side === '<' ? [0, Number(count)] : [Number(count ?? 0)];
    return { digits: whole.digits.slice(...cut), forms: whole.forms.slice(...cut) };
  };
  for (const [character, composition] of kept('strokes-supplement.txt')) {
    if (known.has(character)) throw new Error(`${character} is in cnchar-order already`);
    const parts = composition.split('+').map(part);
    entries.push({
      character,
      digits: parts.map((one) => one.digits).join(''),
      forms: parts.map((one) => one.forms).join(''),
    });
  }
  const compare = (a, b) =>
    a.digits.length - b.digits.length ||
    (a.digits < b.digits ? -1 : a.digits > b.digits ? 1 : 0) ||
    (a.forms < b.forms ? -1 : a.forms > b.forms ? 1 : 0) ||
    (structure.get(a.character) ?? 9) - (structure.get(b.character) ?? 9) ||
    a.character.codePointAt(0) - b.character.codePointAt(0);
  entries.sort(compare);
  // One item a stroke order: how many digits it shares with the one before (base 36), its other digits, its characters.
  const items = [];
  let before = '';
  for (const { character, digits } of entries) {
    if (digits === before && items.length > 0) {
      items[items.length - 1] += character;
      continue;
    }
    let shared = 0;
    while (shared < 35 && shared < digits.length && digits[shared] === before[shared]) shared += 1;
    items.push(shared.toString(36) + digits.slice(shared) + character);
    before = digits;
  }
  write(
    'strokes.ts',
    `/**
 * Stroke orders of ${entries.length} characters in their final order, built by resources/setup/dictionaries.mjs. Do not edit.
 * From cnchar-order (MIT, © theajack) and, for rare characters of names, resources/dictionaries/strokes-supplement.txt.
 * Item: digits shared with the item before (base 36), further digits (横1 竖2 撇3 点4 折5), characters in order.
 */
export const STROKES =
  '${items.join(' ')}';
`,
  );
}

function foldTable() {
  const pairsOf = (dictionary) => dictionary.split('|').map((entry) => entry.split(' '));
  const to = new Map();
  // Length must be kept, so a character outside the BMP never folds to one inside it, or the other way round.
  const put = (from, target) => {
    if (from !== target && from.length === target.length && !to.has(from)) to.set(from, target);
  };
  for (const [from, target] of kept('variants.txt')) put(from, target);
  for (const [from, target] of pairsOf(TSCharacters)) put(from, target);
  for (const [from, target] of pairsOf(CJK_Compatibility_Ideographs)) put(from, target);
  const end = (character) => {
    let now = character;
    for (let step = 0; step < 8 && to.has(now); step += 1) now = to.get(now);
    if (to.has(now)) throw new Error(`fold of ${character} never ends`);
    return now;
  };
  // 幺 么 and 着 著 are different words in simplified text.
  const apart = new Set(['幺', '着', '睾', '臺']);
  for (const variants of [TWVariants, HKVariants]) {
    for (const [usual, regional] of pairsOf(variants)) {
      if (!apart.has(usual) && end(regional) !== end(usual)) put(end(regional), end(usual));
    }
  }
  for (let code = 0x2e80; code <= 0x2fd5; code += 1) {
    const radical = String.fromCharCode(code);
    put(radical, radical.normalize('NFKC'));
  }
  const pairs = [...to.keys()].map((from) => [from, end(from)]).filter(([from, target]) => from !== target);
  pairs.sort(([a], [b]) => a.codePointAt(0) - b.codePointAt(0));
  const side = (index, wide) =>
    pairs
      .filter(([from]) => (from.length === 2) === wide)
      .map((pair) => pair[index])
      .join('');
  write(
    'fold.ts',
    `/**
 * Characters that fold to another, built by resources/setup/dictionaries.mjs. Do not edit.
 * From opencc-js (MIT and Apache-2.0) and resources/dictionaries/variants.txt. Character n of FROM folds to n of TO;
 * the WIDE pair holds characters of two UTF-16 units.
 */
export const FROM =
  '${side(0, false)}';
export const TO =
  '${side(1, false)}';
export const WIDE_FROM =
  '${side(0, true)}';
export const WIDE_TO =
  '${side(1, true)}';
`,
  );
  console.log(`${pairs.length} folds`);
}

const FIRST_LUNAR_YEAR = 1640;
const LAST_LUNAR_YEAR = 2100;

/** Every lunar year as one base-36 number: leap month × 8192 + a bit for each long month, the first month lowest. */
function lunarTable() {
  const { LunarYear, Lunar } = require('lunar-javascript');
  const years = [];
  for (let year = FIRST_LUNAR_YEAR; year <= LAST_LUNAR_YEAR; year += 1) {
    const months = LunarYear.fromYear(year)
      .getMonths()
      .filter((month) => month.getYear() === year);
    let code = 0;
    for (const [index, month] of months.entries()) if (month.getDayCount() === 30) code += 1 << index;
    const leap = months.find((month) => month.getMonth() < 0);
    years.push((code + (leap ? -leap.getMonth() * 8192 : 0)).toString(36));
  }
  const first = Lunar.fromYmd(FIRST_LUNAR_YEAR, 1, 1).getSolar().toYmd();
  write(
    'lunar.ts',
    `/**
 * Months of the Chinese calendar, built by resources/setup/dictionaries.mjs from lunar-javascript (MIT). Do not edit.
 * One base-36 number a lunar year: leap month × 8192 + a bit for each month of 30 days, the first month lowest.
 */
export const FIRST_LUNAR_YEAR = ${FIRST_LUNAR_YEAR};
/** Gregorian date of the first day of the first lunar year. */
export const FIRST_LUNAR_DAY = '${first}';
export const LUNAR_YEARS =
  '${years.join(' ')}';
`,
  );
}

strokeTable();
lunarTable();
foldTable();
