/**
 * Breaks text into lines as Chinese layout engines do: full-width characters one em, half-width ones half an em, marks
 * that may not begin or end a line (GB/T 15834-2011, 5.1), Latin words and numbers kept whole (GB/T 15835-2011).
 */
export interface Unit {
  readonly text: string;
  /** Points, letter spacing included. */
  readonly width: number;
  /** Which of the given runs, and where in it (UTF-16 offsets); the layout's own characters have run −1. */
  readonly run: number;
  readonly start: number;
  readonly end: number;
  /** A line must begin with this unit. */
  readonly newLine?: boolean;
  /** Stays with the unit before it: footnote marks. */
  readonly glued?: boolean;
}

export interface BrokenLine {
  readonly from: number;
  /** Exclusive; white space at the end is left out of it. */
  readonly to: number;
  /** Points, white space at the end not counted. */
  readonly width: number;
  /** The line ends because it is full, not because the paragraph or a forced break ends it. */
  readonly full: boolean;
}

/**
 * What an engine does at the end of a full line. Word with hanging punctuation and automatic spacing switched off does
 * neither; LibreOffice cannot switch them off.
 */
export interface EngineHabits {
  /** A mark such as 。 may stand outside the line. */
  readonly hangingMarks: boolean;
  /** Share of an em put between Chinese and Latin characters. */
  readonly latinGap: number;
}

export const WORD_HABITS: EngineHabits = { hangingMarks: false, latinGap: 0 };

// The kinsoku tables for zh-CN that office programs ship.
const NEVER_FIRST = new Set(
  '!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠',
);
const NEVER_LAST = new Set('$(*,£¥·‘“〈《「『【〔〖〝﹗﹙﹛＄（．［｛￡￥');
const HANGING = new Set('、。，．；：！？,.;:!?');

/** Marks that are full-width in Chinese type although Unicode leaves their width open. */
const AMBIGUOUS_WIDE = new Set('‘’“”…—―·×÷±°′″‰℃※→←↑↓①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳〔〕★☆■□●○◆◇△▲');

export function isFullWidth(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return false;
  if (code >= 0x4e00 && code <= 0x9fff) return true;
  if (AMBIGUOUS_WIDE.has(character)) return true;
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2460 && code <= 0x24ff) ||
    (code >= 0x2e80 && code <= 0xd7a3) ||
    (code >= 0xe000 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    code >= 0x1f000
  );
}

const isSpace = (unit: Unit): boolean => unit.text === ' ' || unit.text === '\t';
const isIdeographicSpace = (unit: Unit): boolean => unit.text === '\u3000';
const isWordPart = (text: string): boolean => !isFullWidth(text) && /[\p{L}\p{N}.,:/+%@&_'#=~\\-]/u.test(text);

/** Whether a line may end between two neighbours. */
function mayBreak(before: Unit, after: Unit): boolean {
  if (after.newLine) return true;
  if (after.glued || isSpace(after) || isIdeographicSpace(after)) return false;
  if (isSpace(before) || isIdeographicSpace(before)) return true;
  if (NEVER_FIRST.has(after.text) || NEVER_LAST.has(before.text)) return false;
  if ((before.text === '—' || before.text === '…') && after.text === before.text) return false;
  if (isWordPart(before.text) && isWordPart(after.text)) return before.text === '-' && /\p{L}/u.test(after.text);
  return true;
}

function gapBetween(before: Unit, after: Unit, habits: EngineHabits, size: number): number {
  if (habits.latinGap === 0) return 0;
  const latin = (unit: Unit) => /^[\p{Script=Latin}\p{Nd}]/u.test(unit.text) && !isFullWidth(unit.text);
  const han = (unit: Unit) => isFullWidth(unit.text) && /^[\p{Script=Han}]/u.test(unit.text);
  return (latin(before) && han(after)) || (han(before) && latin(after)) ? size * habits.latinGap : 0;
}

/**
 * @param widthOf room of line n in points: the first line of a paragraph is often shorter.
 * @param size points, for the gap of engines that set one.
 */
export function breakLines(
  units: readonly Unit[],
  widthOf: (line: number) => number,
  size: number,
  habits: EngineHabits = WORD_HABITS,
): BrokenLine[] {
  const lines: BrokenLine[] = [];
  let from = 0;
  while (from < units.length) {
    const line = oneLine(units, from, widthOf(lines.length), size, habits);
    lines.push(line);
    from = Math.max(line.next, from + 1);
  }
  if (lines.length === 0) lines.push({ from: 0, to: 0, width: 0, full: false });
  return lines.map(({ from, to, width, full }) => ({ from, to, width, full }));
}

function oneLine(units: readonly Unit[], from: number, room: number, size: number, habits: EngineHabits) {
  let width = 0;
  let end = from;
  /** Last place where the line may end, with the width up to there. */
  let lastBreak = -1;
  // A hundredth of a point: sums of decimals must not push out a character that fits exactly.
  const limit = room + 0.01;
  while (end < units.length) {
    const unit = units[end] as Unit;
    const before = end > from ? (units[end - 1] as Unit) : undefined;
    if (before && unit.newLine) return finish(units, from, end, end, false);
    if (before && mayBreak(before, unit)) lastBreak = end;
    const gap = before ? gapBetween(before, unit, habits, size) : 0;
    if (width + gap + unit.width > limit && before && !isSpace(unit)) {
      if (habits.hangingMarks && HANGING.has(unit.text) && width <= limit) {
        const after = units[end + 1];
        if (!after || mayBreak(unit, after)) return finish(units, from, end + 1, end + 1, end + 1 < units.length);
      }
      const stop = lastBreak > from ? lastBreak : end;
      return finish(units, from, stop, stop, true);
    }
    width += gap + unit.width;
    end += 1;
  }
  return finish(units, from, end, end, false);
}

function finish(units: readonly Unit[], from: number, stop: number, next: number, full: boolean) {
  let to = stop;
  while (to > from && full && isSpace(units[to - 1] as Unit)) to -= 1;
  let width = 0;
  for (let i = from; i < to; i += 1) width += (units[i] as Unit).width;
  return { from, to, width, full, next };
}
