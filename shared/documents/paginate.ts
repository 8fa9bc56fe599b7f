import { stylesOf } from './book-styles.ts';
import { type ClosingPlace, closingPlaces } from './closing.ts';
import { ContentsSetting } from './contents.ts';
import { figureSize, type StyleSheet } from './layout.ts';
import type { EngineHabits } from './line-breaking.ts';
import type { DocumentBlock, DocumentFigure, DocumentModel, DocumentParagraph } from './model.ts';
import type { Page } from './page.ts';
import { keepsNext, type SetLine, setParagraph, styleOf } from './paragraph-setting.ts';
import { Sheet } from './sheet.ts';
import { putTable } from './table-placing.ts';
import { tableType } from './table-setting.ts';

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
      if (block?.type === 'table') needed += (block.headRows + 1) * (tableType(block).lineHeight + 5);
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
