import { CELL, ROLE_STYLES, type RoleStyle, type StyleSheet } from './layout.ts';
import { type BrokenLine, breakLines, type EngineHabits, isFullWidth, type Unit } from './line-breaking.ts';
import type { DocumentBlock, DocumentParagraph, ParagraphRole, Run } from './model.ts';
import { nameBreaks } from './names.ts';
import type { Face, PlacedRun } from './page.ts';
import { titleBreaks } from './title-breaking.ts';

/** A line ready to be placed: where it begins in its block, what stands in it and how far it is stretched. */
export interface SetLine {
  readonly runs: readonly PlacedRun[];
  /** Points from the left edge of the text. */
  readonly indent: number;
  /** Points. */
  readonly room: number;
  readonly width: number;
  readonly letterSpacing: number;
  /** Footnotes whose marks stand in this line, in order. */
  readonly notes: readonly string[];
}

/**
 * Text that paper can carry: half characters become U+FFFD; control characters, non-characters and invisible marks of
 * direction go, because a Word file with one of them does not open. Tabs and line ends stay.
 */
export function paperText(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000d-\u001f\u007f-\u009f\ufffe\uffff\ufeff\u200b-\u200f\u2028-\u202e\u2060-\u2069]/gu,
      '',
    );
}

/** The characters of most texts, told without a look into any table. */
const isHan = (character: string): boolean => character >= '\u4e00' && character <= '\u9fff';

interface TypeSize {
  readonly size: number;
  readonly spacing: number;
}

/** Marks of footnotes are set at this share of the size. */
const MARK_SHARE = 0.6;

/** Units of some runs; a note adds its mark after its run. */
export function unitsOf(runs: readonly Run[], { size, spacing }: TypeSize): Unit[] {
  const units: Unit[] = [];
  let newLine = false;
  runs.forEach((run, index) => {
    let start = 0;
    // Asked once a run: asked for every character of a book it takes longer than breaking its lines.
    const clean = paperText(run.text) === run.text;
    for (const character of run.text) {
      const end = start + character.length;
      const from = start;
      start = end;
      if (character === '\n') {
        newLine = true;
        continue;
      }
      const text = character === '\t' ? ' ' : character;
      if (!clean && paperText(text) === '') continue;
      const combining = !isHan(text) && /^\p{M}$/u.test(text);
      const width = combining ? 0 : (isFullWidth(text) ? size : size / 2) + spacing;
      units.push({
        text,
        width,
        run: index,
        start: from,
        end,
        ...(newLine ? { newLine: true } : {}),
        ...(combining ? { glued: true } : {}),
      });
      newLine = false;
    }
    if (run.note) {
      units.push({ text: '①', width: size * MARK_SHARE + spacing, run: -1 - index, start, end: start, glued: true });
    }
  });
  return units;
}

/** Length of the lead word with its colon: 出席：. Without one the list hangs all the same. */
export function leadLength(runs: readonly Run[]): number {
  let length = 0;
  for (const run of runs) {
    if (!run.lead) break;
    length += run.text.length;
  }
  if (length > 0) return length;
  const colon = runs
    .map((run) => run.text)
    .join('')
    .indexOf('：');
  return colon >= 0 && colon <= 4 ? colon + 1 : 0;
}

/**
 * Where the lines of a name list begin, as offsets into the joined text of its runs, so that no name is torn. Both the
 * pages on the screen and the Word file break there; the space before each is not set.
 */
function nameListBreaks(runs: readonly Run[], textWidth: number, style: RoleStyle): number[] {
  const text = runs.map((run) => run.text).join('');
  const lead = leadLength(runs);
  const cells = Math.max(4, Math.floor(textWidth / (style.cell ?? CELL) + 0.01) - style.left);
  const row = text.slice(lead);
  // Names in sentences (顿号, brackets) flow like any text.
  if (/[、，；]/u.test(row)) return [];
  return nameBreaks(row, cells).map((offset) => offset + lead);
}

/** Titles whose lines are made about equally long. */
const BALANCED: ReadonlySet<ParagraphRole> = new Set([
  'title',
  'articleTitle',
  'partTitle',
  'chapterTitle',
  'coverTitle',
]);

/**
 * Where the layout itself begins new lines in a paragraph, as offsets into the joined text of its runs: whole names in
 * name lists, balanced lines in titles. Spaces before such a place are not set.
 */
export function ownBreaks(paragraph: DocumentParagraph, textWidth: number, styles: StyleSheet = ROLE_STYLES): number[] {
  const style = styleOf(paragraph, styles);
  if (paragraph.role === 'nameList') return nameListBreaks(paragraph.runs, textWidth, style);
  if (!BALANCED.has(paragraph.role)) return [];
  const { size, spacing } = style;
  const widthOf = (part: string): number =>
    unitsOf([{ text: part }], { size, spacing }).reduce((sum, { width }) => sum + width, 0);
  return titleBreaks(paragraph.runs.map((run) => run.text).join(''), widthOf, textWidth);
}

/** Whether a block stays with the next: headings do, and so does the empty line under a title. */
export function keepsNext(blocks: readonly DocumentBlock[], index: number, styles: StyleSheet = ROLE_STYLES): boolean {
  const block = blocks[index];
  if (block?.type !== 'paragraph') return false;
  if (block.role === 'signature') return leadsTo(blocks, index + 1, ['signature', 'date']);
  if (block.role === 'blank') {
    if (leadsTo(blocks, index + 1, ['signature'])) return true;
    return index > 0 && blocks[index - 1]?.type === 'paragraph' && keepsNext(blocks, index - 1, styles);
  }
  return styleOf(block, styles).keepNext === true;
}

/** Whether the next paragraph that is not empty has one of the roles: the closing of a paper is not torn. */
function leadsTo(blocks: readonly DocumentBlock[], index: number, roles: readonly ParagraphRole[]): boolean {
  const block = blocks[index];
  if (block?.type !== 'paragraph') return false;
  return block.role === 'blank' ? leadsTo(blocks, index + 1, roles) : roles.includes(block.role);
}

/** Where a paragraph stands when its role alone does not say it. Points from the edges of the text. */
export interface LinePlace {
  readonly align: 'left' | 'right' | 'center';
  readonly left: number;
  readonly right: number;
  /** Of the first line, counted from `left`; negative hangs. */
  readonly first: number;
}

function withBreaks(units: readonly Unit[], runs: readonly Run[], places: readonly number[]): Unit[] {
  const breaks = new Set(places);
  if (breaks.size === 0) return [...units];
  const starts: number[] = [];
  let sum = 0;
  for (const run of runs) {
    starts.push(sum);
    sum += run.text.length;
  }
  const result: Unit[] = [];
  for (const unit of units) {
    const at = (starts[unit.run] ?? 0) + unit.start;
    if (unit.run >= 0 && breaks.has(at)) {
      while (/^[\u3000 ]$/u.test(result.at(-1)?.text ?? '')) result.pop();
      result.push({ ...unit, newLine: true });
    } else {
      result.push(unit);
    }
  }
  return result;
}

export function styleOf(paragraph: DocumentParagraph, styles: StyleSheet = ROLE_STYLES): RoleStyle {
  return styles[paragraph.role] ?? styles.body;
}

/** @param textWidth points. */
export function setParagraph(
  paragraph: DocumentParagraph,
  textWidth: number,
  habits?: EngineHabits,
  styles: StyleSheet = ROLE_STYLES,
  place?: LinePlace,
): SetLine[] {
  const style = styleOf(paragraph, styles);
  const units = withBreaks(unitsOf(paragraph.runs, style), paragraph.runs, ownBreaks(paragraph, textWidth, styles));
  const cell = style.cell ?? CELL;
  const left = place ? place.left : style.left * cell;
  const first = place ? place.first : style.first * cell;
  const right = place ? place.right : style.right * cell;
  const indentOf = (line: number): number => (line === 0 ? left + first : left);
  const roomOf = (line: number): number => textWidth - indentOf(line) - right;
  return breakLines(units, roomOf, style.size, habits).map((line, index) => {
    const room = roomOf(index);
    return {
      ...linesRuns(units, line, paragraph.runs, style.face),
      indent: indentOf(index),
      room,
      width: line.width,
      letterSpacing: style.spacing + stretch(style, line, room),
    };
  });
}

/** Points to add after each character so that a full line reaches both edges. */
function stretch(style: RoleStyle, line: BrokenLine, room: number): number {
  const gaps = line.to - line.from - 1;
  if (style.align !== 'justify' || !line.full || gaps < 1 || line.width >= room) return 0;
  return (room - line.width) / gaps;
}

/** Plain lines of one width, for cells, notes and the foot of the page. */
export function setPlain(
  runs: readonly Run[],
  type: TypeSize,
  room: number,
  face: Face,
  habits?: EngineHabits,
): PlacedRun[][] {
  const units = unitsOf(runs, type);
  return breakLines(units, () => room, type.size, habits).map((line) => [...linesRuns(units, line, runs, face).runs]);
}

function linesRuns(
  units: readonly Unit[],
  line: BrokenLine,
  runs: readonly Run[],
  face: Face,
): { runs: PlacedRun[]; notes: string[] } {
  const placed: PlacedRun[] = [];
  const notes: string[] = [];
  let open: { -readonly [K in keyof PlacedRun]: PlacedRun[K] } | undefined;
  for (const unit of units.slice(line.from, line.to)) {
    if (unit.run < 0) {
      notes.push(runs[-1 - unit.run]?.note ?? '');
      placed.push({ text: unit.text, face: 'song', raised: true });
      open = undefined;
      continue;
    }
    if (open && open.run === unit.run) {
      open.text += unit.text;
      open.end = unit.end;
      continue;
    }
    const run = runs[unit.run];
    open = {
      text: unit.text,
      face: run?.lead ? 'heading' : face,
      run: unit.run,
      start: unit.start,
      end: unit.end,
      ...(run?.bold ? { bold: true } : {}),
      ...(run?.italic ? { italic: true } : {}),
      ...(run?.underline ? { underline: true } : {}),
    };
    placed.push(open);
  }
  return { runs: placed, notes };
}
