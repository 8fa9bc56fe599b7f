import { isDateline, readByline, readDateLine, readSource, tailByline } from './byline.ts';
import {
  clauseMarks,
  endsSentence,
  HAN,
  isItem,
  isRunningText,
  isShortLine,
  type Line,
  lengthOf,
  numberedRank,
} from './lines.ts';

export interface Mended {
  readonly lines: readonly Line[];
  /** How many breaks were closed. */
  readonly mended: number;
  /** Lines (by index in `lines`) that belong to verse: their breaks are meant. */
  readonly verse: ReadonlySet<number>;
}

/**
 * Closes the line breaks that fall inside sentences, as texts carry them that were copied from newspaper columns,
 * PDF files or mails. In doubt a break stays: two paragraphs read as two are a smaller harm than a heading swallowed.
 */
export function mendLines(lines: readonly Line[]): Mended {
  const verseLines = findVerse(lines);
  const width = wrapWidth(lines, verseLines);
  const pairs = pairsOf(lines);
  const groups: Group[] = [];
  lines.forEach((line, index) => {
    const open = groups.at(-1);
    const joins =
      open !== undefined &&
      !verseLines.has(index) &&
      !verseLines.has(index - 1) &&
      line.gap <= 1 &&
      isBreakInside({ ...open.first, text: open.tail }, open.last, line, width, pairs);
    if (joins && open) {
      open.parts.push(joint(open.tail, line.text), line.text);
      open.tail = (open.tail + line.text).slice(-TAIL);
      open.last = line;
    } else
      groups.push({
        first: line,
        last: line,
        parts: [line.text],
        tail: line.text.slice(-TAIL),
        verse: verseLines.has(index),
      });
  });
  const verse = new Set(groups.flatMap((group, index) => (group.verse ? [index] : [])));
  return {
    lines: groups.map(({ first, parts }) => (parts.length === 1 ? first : { ...first, text: parts.join('') })),
    mended: lines.length - groups.length,
    verse,
  };
}

/** Lines that make one paragraph. Only its end is looked at again: a book without paragraphs must not take hours. */
interface Group {
  readonly first: Line;
  last: Line;
  readonly parts: string[];
  tail: string;
  readonly verse: boolean;
}

const TAIL = 400;
/** Enough text to know the words of a writer by. */
const SAMPLE = 300_000;

/** How often each pair of neighbouring characters occurs within the lines. */
function pairsOf(lines: readonly Line[]): Pairs {
  const pairs = new Map<string, number>();
  let length = 0;
  for (const { text } of lines) {
    for (let at = 0; at + 1 < text.length && at < SAMPLE; at++) {
      const pair = text.slice(at, at + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
    length += text.length;
    if (length > SAMPLE) break;
  }
  return pairs;
}

type Pairs = ReadonlyMap<string, number>;

/** Words of other scripts need their blank, Chinese has none. */
function joint(a: string, b: string): string {
  return /[A-Za-z0-9,.;:]$/.test(a) && /^[A-Za-z]/.test(b) ? ' ' : '';
}

/** `a` is the end of the paragraph so far and `last` its last printed line; does `b` go on in the middle of its sentence? */
function isBreakInside(a: Line, last: Line, b: Line, width: number | undefined, pairs: Pairs): boolean {
  if (a.level || b.level || b.indented || standsAlone(a.text) || standsAlone(b.text) || beginsAnew(b.text))
    return false;
  if (width !== undefined && b.gap === 0 && columns(last.text) >= width - 4) {
    // The line is full, so the break is the margin's doing; a full stop exactly at the margin stays the end.
    return !endsSentence(a.text);
  }
  if (endsSentence(a.text) || tailByline(a.text)) return false;
  if (/^[，。、；：！？”’）》」』】,;!?)]/.test(b.text)) return true;
  if (!startsLikeText(b.text)) return false;
  if (/[，,、]$/.test(a.text) || opensBracket(a.text, b.text)) return true;
  if (startsInsideWord(b.text)) return clauseMarks(a.text) > 0 || isRunningText(b.text);
  const goesOn = isRunningText(b.text) || /[。！？；;]$/.test(b.text);
  if (isRunningText(a.text)) return goesOn;
  return goesOn && clauseMarks(a.text) > 0 && wordCrosses(a.text, b.text, pairs);
}

/** Lines that are whole by themselves: never joined to anything. */
function standsAlone(text: string): boolean {
  return (
    numberedRank(text) !== undefined ||
    /^(?:[-=_*#~—]{3,}|\|.*\|)$/.test(text) ||
    readByline(text) !== undefined ||
    readSource(text) !== undefined ||
    readDateLine(text) !== undefined ||
    /(?:摄|摄影|供图|制图)$/.test(text) ||
    /^(?:抄送|主送|报送|附件|联系人|电话|主题词)[：:]/.test(text)
  );
}

/** Lines that begin something of their own, though they may go on: items, reports, ——subtitles. */
function beginsAnew(text: string): boolean {
  return isItem(text) || isDateline(text) || /^[-—─–]{1,2}\p{Script=Han}/u.test(text);
}

function startsLikeText(text: string): boolean {
  return (
    HAN.test(text[0] ?? '') ||
    HAN.test(String.fromCodePoint(text.codePointAt(0) ?? 0)) ||
    /^[0-9A-Za-z“‘《「『（(]/.test(text)
  );
}

/** 员。围绕… and 的协商… cannot begin a paragraph. */
function startsInsideWord(text: string): boolean {
  return /^\p{Script=Han}[，。、；,;]/u.test(text) || /^[的了们着]/.test(text);
}

const PAIRS: readonly (readonly [string, string])[] = [
  ['《', '》'],
  ['“', '”'],
  ['‘', '’'],
  ['（', '）'],
  ['(', ')'],
  ['「', '」'],
  ['『', '』'],
  ['【', '】'],
];

/** A bracket opened in `a` is closed in `b`. */
function opensBracket(a: string, b: string): boolean {
  return PAIRS.some(([open, close]) => {
    const opened = a.lastIndexOf(open);
    if (opened < 0 || a.indexOf(close, opened) >= 0) return false;
    const closed = b.indexOf(close);
    const reopened = b.indexOf(open);
    return closed >= 0 && (reopened < 0 || closed < reopened) && a.length - opened < 120;
  });
}

/** The characters on both sides of the break make a word this text uses elsewhere (委|员 → 委员). */
function wordCrosses(a: string, b: string, pairs: Pairs): boolean {
  const left = a.at(-1) ?? '';
  const right = b[0] ?? '';
  return HAN.test(left) && HAN.test(right) && (pairs.get(left + right) ?? 0) >= 2;
}

/** Columns a line takes in a fixed-width type: Han two, Latin one. */
function columns(text: string): number {
  let width = 0;
  for (const character of text)
    width += (character.codePointAt(0) ?? 0) > 0x2e7f || /[“”‘’—…·]/.test(character) ? 2 : 1;
  return width;
}

/** The margin of a hard-wrapped text (mail, old editors), when most long lines end at the same column. */
function wrapWidth(lines: readonly Line[], verse: ReadonlySet<number>): number | undefined {
  const widths: number[] = [];
  lines.forEach((line, index) => {
    if (!verse.has(index) && !line.level) widths.push(columns(line.text));
  });
  const widest = Math.max(0, ...widths.slice(0, 5000));
  if (widest < 40 || widest > 160) return undefined;
  const unfinished = lines.filter((line) => !endsSentence(line.text) && columns(line.text) >= 40);
  if (unfinished.length < 4) return undefined;
  const full = unfinished.filter((line) => columns(line.text) >= widest - 6);
  return full.length >= unfinished.length * 0.8 ? widest : undefined;
}

/** Four or more short lines in a row, most of the same length, with a rhythm of commas and stops: verse. */
function findVerse(lines: readonly Line[]): Set<number> {
  const verse = new Set<number>();
  let start = 0;
  const close = (end: number): void => {
    const run = lines.slice(start, end);
    if (run.length >= 4 && isVerse(run)) for (let index = start; index < end; index++) verse.add(index);
    start = end;
  };
  lines.forEach((line, index) => {
    const text = line.text;
    const fits = isVerseLine(text) && !line.level;
    if (!fits || (index > start && line.gap > 1)) close(index);
    if (!fits) start = index + 1;
  });
  close(lines.length);
  return verse;
}

/** Verse lines are short, without blanks or figures, and break at a comma or a stop if at all. */
function isVerseLine(text: string): boolean {
  return (
    lengthOf(text) <= 18 &&
    !standsAlone(text) &&
    !/[0-9：:、《]/.test(text) &&
    clauseMarks(text) <= 1 &&
    isHanText(text)
  );
}

function isHanText(text: string): boolean {
  return /^[\p{Script=Han}，。！？；,;!?…—“”‘’\s]+$/u.test(text);
}

function isVerse(run: readonly Line[]): boolean {
  const lengths = run.map((line) => lengthOf(line.text.replace(/[，。！？；,;!?…—“”‘’]/g, '')));
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
  const regular = Math.max(...counts.values()) >= run.length * 0.6;
  const marked = run.filter((line) => /[，。！？；,;!?]$/.test(line.text)).length;
  const unbroken = run.every((line) => isShortLine(line.text) || /[，。！？；,;!?…]$/.test(line.text));
  return (
    unbroken && ((regular && marked >= run.length / 2) || (regular && marked === 0 && [5, 7].includes(lengths[0] ?? 0)))
  );
}
