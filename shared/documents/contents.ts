import { CELL, type RoleStyle, type StyleSheet } from './layout.ts';
import type { ContentsList, DocumentModel, ParagraphRole } from './model.ts';
import type { PlacedRun, TextItem } from './page.ts';
import { setPlain, unitsOf } from './paragraph-setting.ts';
import type { Sheet } from './sheet.ts';

/** A heading as a table of contents lists it. */
export interface ContentsEntry {
  /** Index of the heading into the blocks of the document. */
  readonly block: number;
  /** 0 the highest. */
  readonly level: number;
  readonly text: string;
}

/** Headings behind the list, in order; those without words are not listed. */
export function contentsEntries(model: DocumentModel, list: ContentsList, at: number): ContentsEntry[] {
  const levels = new Map<ParagraphRole, number>(list.roles.map((role, level) => [role, level]));
  return model.blocks.flatMap((block, index): ContentsEntry[] => {
    if (index <= at || block.type !== 'paragraph') return [];
    const level = levels.get(block.role);
    const text = block.runs
      .map((run) => run.text)
      .join('')
      .replace(/[\t\r\n ]+/gu, ' ')
      .trim();
    return level === undefined || !text ? [] : [{ block: index, level, text }];
  });
}

/** Headings that some list of the document names: where its links lead. */
export function listedBlocks(model: DocumentModel): ReadonlySet<number> {
  return new Set(
    model.blocks.flatMap((block, at) =>
      block.type === 'contents' ? contentsEntries(model, block, at).map((entry) => entry.block) : [],
    ),
  );
}

/**
 * Look of a line of contents by its level: the type of the text, the highest level in 黑体, each level a character further
 * in. `right` keeps room for the numbers of pages.
 */
export function contentsStyle(styles: StyleSheet, level: number): RoleStyle {
  const body = styles.body;
  return {
    ...body,
    face: level === 0 ? 'heading' : body.face,
    align: 'left',
    first: 0,
    left: level,
    right: 3,
    spacing: 0,
    cell: body.cell ?? CELL,
  };
}

/** The lines of an entry: names that are too long turn before the room of the numbers. @param textWidth points. */
export function entryLines(text: string, style: RoleStyle, textWidth: number): PlacedRun[][] {
  const room = textWidth - (style.left + style.right) * (style.cell ?? CELL);
  return setPlain([{ text }], style, room, style.face);
}

/** Points; the dots stop this far before the number. */
const LEADER_GAP = 2;
const DOT = '…';

/** Sets the lines of one list, and their page numbers once all pages stand. */
export class ContentsSetting {
  readonly #sheet: Sheet;
  readonly #styles: StyleSheet;
  readonly #waiting: { page: number; item: number; block: number; line: Omit<TextItem, 'runs'>; room: number }[] = [];
  /** Pages on which blocks begin, by index of the block. */
  readonly #begins = new Map<number, number>();

  constructor(sheet: Sheet, styles: StyleSheet) {
    this.#sheet = sheet;
    this.#styles = styles;
  }

  begins(block: number): void {
    this.#begins.set(block, this.#sheet.at);
  }

  put(model: DocumentModel, list: ContentsList, at: number): void {
    for (const entry of contentsEntries(model, list, at)) this.#putEntry(entry);
  }

  #putEntry({ block, level, text }: ContentsEntry): void {
    const sheet = this.#sheet;
    const style = contentsStyle(this.#styles, level);
    const cell = style.cell ?? CELL;
    const left = style.left * cell;
    const lines = entryLines(text, style, sheet.textWidth);
    lines.forEach((runs, index) => {
      if (!sheet.fits(style.pitch) && !sheet.isEmpty) sheet.newPage();
      const look = {
        kind: 'contents',
        face: style.face,
        size: style.size,
        color: 'black',
        letterSpacing: 0,
        baseline: sheet.baseline(style.pitch),
      } as const;
      const words = unitsOf(runs, style).reduce((sum, { width }) => sum + width, 0);
      const y = sheet.y;
      const line: TextItem = { ...look, ...sheet.box(left, y, words, style.pitch), align: 'left', runs };
      sheet.putItem(line, 0);
      if (index === lines.length - 1) {
        const room = sheet.textWidth - left - words;
        const box = sheet.box(left + words, y, room, style.pitch);
        const tail = { ...look, ...box, face: this.#styles.body.face, align: 'right' } as const;
        const item = sheet.putItem({ ...tail, runs: [] }, 0);
        this.#waiting.push({ page: sheet.at, item, block, line: tail, room });
      }
      sheet.skip(style.pitch);
    });
  }

  /** Writes the numbers of pages, dots before them. @returns label of the page of each block that was noted. */
  finish(): ReadonlyMap<number, string> {
    for (const { page, item, block, line, room } of this.#waiting) {
      const label = this.#sheet.labelOf(this.#begins.get(block) ?? -1);
      const { size, face } = line;
      const width = label.length * (size / 2);
      const dots = Math.max(0, Math.floor((room - width - 2 * LEADER_GAP) / size));
      this.#sheet.replaceItem(page, item, { ...line, runs: [{ text: `${DOT.repeat(dots)} ${label}`, face }] });
    }
    return new Map([...this.#begins].map(([block, at]) => [block, this.#sheet.labelOf(at)]));
  }
}

/** Whether the document has a list that needs numbers of pages. */
export function hasContents(model: DocumentModel): boolean {
  return model.blocks.some((block) => block.type === 'contents');
}
