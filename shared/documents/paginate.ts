import { stylesOf } from './book-styles.ts';
import { type ClosingPlace, closingPlaces } from './closing.ts';
import { ContentsSetting } from './contents.ts';
import { figureSize, type StyleSheet, TABLE_TEXT } from './layout.ts';
import type { EngineHabits } from './line-breaking.ts';
import type { DocumentBlock, DocumentFigure, DocumentModel, DocumentParagraph, DocumentTable } from './model.ts';
import type { Page, PlacedCell } from './page.ts';
import { keepsNext, type SetLine, setParagraph, styleOf } from './paragraph-setting.ts';
import { Sheet } from './sheet.ts';
import { type SetRow, setTable } from './table-setting.ts';

export interface Pagination {
  readonly pages: readonly Page[];
  /** 版记 found no room under the text and stands on a page of its own. */
  readonly footApart: boolean;
  /** What is printed on the page where a block begins, by index of the block; paragraphs only. */
  readonly labels: ReadonlyMap<number, string>;
}

/** Sets a document into pages; the shape is described in page.ts. Pure: the same model gives the same pages. */
export function paginate(model: DocumentModel): readonly Page[] {
  return setPages(model).pages;
}

/**
 * @param habits how an engine ends its lines; absent as Word does it. Tests measure other engines against theirs.
 */
export function setPages(model: DocumentModel, habits?: EngineHabits): Pagination {
  const steps = setPagesStepwise(model, habits);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * The same in steps, so that a whole book does not keep others waiting: yields how many blocks have been set, as often as
 * the caller lets it go on.
 */
export function* setPagesStepwise(
  model: DocumentModel,
  habits?: EngineHabits,
): Generator<number, Pagination, undefined> {
  const sheet = new Sheet(model);
  const styles = stylesOf(model.page);
  const places = closingPlaces(model, sheet.textWidth, styles);
  const setting: Setting = { sheet, model, habits, styles, places };
  const contents = new ContentsSetting(sheet, setting.styles);
  let after: DocumentBlock | undefined;
  for (const [index, block] of model.blocks.entries()) {
    if (after?.type === 'pageBreak' && block.type !== 'sectionBreak' && !sheet.isEmpty) sheet.newPage();
    after = block;
    if (block.type === 'paragraph') putParagraph(setting, block, index, () => contents.begins(index));
    else if (block.type === 'table') putTable(sheet, block, index, habits);
    else if (block.type === 'figure') putFigure(setting, block, index);
    else if (block.type === 'sectionBreak') sheet.startSection(block);
    else if (block.type === 'contents') contents.put(model, block, index);
    if (index % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield index + 1;
  }
  const footApart = sheet.putFoot();
  const labels = contents.finish();
  return { pages: sheet.finish(), footApart, labels };
}

const BLOCKS_A_STEP = 25;

interface Setting {
  readonly sheet: Sheet;
  readonly model: DocumentModel;
  readonly styles: StyleSheet;
  readonly habits: EngineHabits | undefined;
  readonly places: ReadonlyMap<number, ClosingPlace>;
}

function putParagraph(setting: Setting, block: DocumentParagraph, index: number, begins: () => void): void {
  const { sheet, model, habits, styles } = setting;
  const style = styleOf(block, styles);
  const place = setting.places.get(index);
  const lines = setParagraph(block, sheet.textWidth, habits, styles, place);
  if (place?.above) sheet.skip(place.above);
  // Stands beside the one before, at its height.
  if (place?.row && place.row.index > 0) sheet.skip(-style.pitch);
  if (keepsNext(model.blocks, index, styles) && !keepsTogether(setting, index, lines.length * style.pitch))
    sheet.newPage();
  lines.forEach((line, number) => {
    sheet.putLine(line, style.pitch, {
      kind: 'line',
      align: place?.align ?? style.align,
      face: style.face,
      size: style.size,
      color: 'black',
      letterSpacing: line.letterSpacing,
      block: index,
      ...(number === 0 ? { first: true } : {}),
      ...(number === lines.length - 1 ? { last: true } : {}),
    });
    if (number === 0) begins();
  });
}

/** Whether a heading, the headings after it and the first line of what follows have room on this page. */
function keepsTogether({ sheet, model, styles }: Setting, index: number, height: number): boolean {
  if (sheet.isEmpty) return true;
  let needed = height;
  for (let next = index + 1; next < model.blocks.length; next += 1) {
    const block = model.blocks[next];
    if (block?.type !== 'paragraph') {
      if (block?.type === 'table') needed += (block.headRows + 1) * (TABLE_TEXT.lineHeight + 5);
      if (block?.type === 'figure') needed += figureSize(block, sheet.geometry).height;
      break;
    }
    const { pitch } = styleOf(block, styles);
    if (!keepsNext(model.blocks, next, styles)) {
      needed += pitch;
      break;
    }
    needed += setParagraph(block, sheet.textWidth, undefined, styles).length * pitch;
  }
  // What cannot fit on any page is set where it stands.
  return sheet.fits(needed) || needed > sheet.textHeight;
}

function putTable(sheet: Sheet, block: DocumentTable, index: number, habits: EngineHabits | undefined): void {
  const rows = setTable(block, sheet.geometry, habits);
  const heads = rows.filter((row) => row.head);
  const headHeight = heads.reduce((sum, row) => sum + row.height, 0);
  const repeatable = headHeight < sheet.textHeight / 2 && heads.length < rows.length;
  for (const row of rows) {
    for (const part of rowParts(row, sheet, repeatable ? headHeight : 0)) {
      if (!sheet.fits(part.height) && !sheet.isEmpty) {
        sheet.newPage();
        if (repeatable && !row.head) for (const head of heads) putRow(sheet, rows, head, index, true);
      }
      putRow(sheet, rows, part, index, false);
    }
  }
}

/** A row taller than a page is set in parts, line by line, as office programs do. */
function rowParts(row: SetRow, sheet: Sheet, head: number): SetRow[] {
  const limit = sheet.textHeight - head;
  if (row.height <= limit) return [row];
  const perPage = Math.max(1, Math.floor((limit - 5) / TABLE_TEXT.lineHeight));
  const longest = Math.max(...row.cells.map((cell) => cell.lines.length));
  const parts: SetRow[] = [];
  for (let from = 0; from < longest; from += perPage) {
    const cells = row.cells.map((cell) => ({ ...cell, lines: cell.lines.slice(from, from + perPage) }));
    parts.push({ ...row, cells, height: Math.min(perPage, longest - from) * TABLE_TEXT.lineHeight + 4.5 });
  }
  return parts;
}

function putRow(sheet: Sheet, rows: readonly SetRow[], row: SetRow, block: number, repeated: boolean): void {
  const y = sheet.y;
  const cells = row.cells.map((cell): PlacedCell => {
    const height = rows
      .slice(row.row + 1, row.row + cell.rowSpan)
      .reduce((sum, other) => sum + other.height, row.height);
    return {
      ...sheet.box(cell.x, y, cell.width, height),
      cell: cell.index,
      align: cell.cell.align ?? 'left',
      face: row.head ? TABLE_TEXT.headFace : TABLE_TEXT.face,
      size: TABLE_TEXT.size,
      lineHeight: Math.round((TABLE_TEXT.lineHeight / 72) * 25.4 * 1000) / 1000,
      lines: cell.lines,
    };
  });
  const box = sheet.box(0, y, sheet.textWidth, row.height);
  sheet.putItem({ kind: 'tableRow', ...box, block, row: row.row, repeated, cells }, row.height);
}

function putFigure({ sheet, styles }: Setting, block: DocumentFigure, index: number): void {
  const { width, height } = figureSize(block, sheet.geometry);
  const caption = captionOf(block);
  const style = styles.caption;
  const lines: SetLine[] = caption ? setParagraph(caption, sheet.textWidth, undefined, styles) : [];
  if (!sheet.fits(height + lines.length * style.pitch) && !sheet.isEmpty) sheet.newPage();
  const box = sheet.box((sheet.textWidth - width) / 2, sheet.y, width, height);
  sheet.putItem({ kind: 'figure', ...box, block: index, sha256: block.sha256, name: block.name }, height);
  for (const line of lines) {
    sheet.putLine(line, style.pitch, {
      kind: 'line',
      align: 'center',
      face: style.face,
      size: style.size,
      color: 'black',
      letterSpacing: line.letterSpacing,
      block: index,
    });
  }
}

/** The caption of a figure as a paragraph, if it has one. */
export function captionOf(block: DocumentFigure): DocumentParagraph | undefined {
  return block.caption ? { type: 'paragraph', role: 'caption', runs: [{ text: block.caption }] } : undefined;
}
