import { Document, type FileChild, ImageRun, Packer, Paragraph } from 'docx';
import { stylesOf } from '../../../shared/documents/book-styles.ts';
import { type ClosingPlace, closingPlaces } from '../../../shared/documents/closing.ts';
import { hasContents, listedBlocks } from '../../../shared/documents/contents.ts';
import type { OfficeSettings } from '../../../shared/documents/definition.ts';
import { footPlan, headPlan, openingPage } from '../../../shared/documents/head-and-foot.ts';
import {
  figureSize,
  geometryOf,
  type PageGeometry,
  type StyleSheet,
  textWidthOf,
} from '../../../shared/documents/layout.ts';
import type {
  DocumentBlock,
  DocumentFigure,
  DocumentModel,
  DocumentParagraph,
} from '../../../shared/documents/model.ts';
import { captionOf, type Pagination, setPagesStepwise } from '../../../shared/documents/paginate.ts';
import { keepsNext, ownBreaks, paperText, styleOf } from '../../../shared/documents/paragraph-setting.ts';
import { MARK_PROPERTY, type PaperMark, writeMark } from '../../../shared/documents/trace/basis.ts';
import { chooseFonts } from '../fonts.ts';
import { placeOptions, signatureRow } from './closing.ts';
import { anchored, contentsParagraphs } from './contents.ts';
import { footParagraphs, hairline } from './foot.ts';
import { headParagraphs, spacers } from './head.ts';
import { marked, newMarks } from './marks.ts';
import { coreXml, fontTableXml, footnotesXml, repack, settingsXml } from './parts.ts';
import { type Picture, readPicture } from './pictures.ts';
import { type Ink, textRuns, wordRuns } from './runs.ts';
import { sectionStylesXml } from './section-styles.ts';
import { sectionOptions, type WordSection } from './sections.ts';
import { STYLE, styleIdOf, stylesXml } from './styles.ts';
import { wordTable } from './table.ts';

export interface WriteWordOptions {
  readonly settings: OfficeSettings;
  /** Bytes of a picture by its content address. */
  readonly readFile: (sha256: string) => Promise<Uint8Array>;
  /** Families on this computer; absent or empty when unknown. */
  readonly installedFonts?: readonly string[] | undefined;
  /** Written into the properties of the file; a date or ISO 8601. */
  readonly now: Date | string;
  /** Calls the writing off; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Who this file is: put into it invisibly, with a mark on every paragraph, so that it can be traced back. */
  readonly mark?: PaperMark;
}

interface LoadedPicture {
  readonly bytes: Uint8Array;
  readonly picture: Picture;
}

interface Built {
  readonly document: Document;
  readonly ink: Ink;
  /** styles.xml */
  readonly stylesheet: string;
}

interface Writing {
  readonly model: DocumentModel;
  readonly styles: StyleSheet;
  readonly pictures: ReadonlyMap<string, LoadedPicture>;
  readonly ink: Ink;
  /** Headings that a table of contents leads to. */
  readonly listed: ReadonlySet<number>;
  /** What is printed on the page where a block begins. */
  readonly labels: ReadonlyMap<number, string>;
  readonly places: ReadonlyMap<number, ClosingPlace>;
}

/** The document as the library builds it, before its own parts are put in: also laid out by tests as Word would. */
export async function buildDocument(model: DocumentModel, options: WriteWordOptions): Promise<Built> {
  const { faces } = chooseFonts(options.settings.fonts, options.installedFonts);
  const marks = options.mark ? { marks: newMarks() } : {};
  const ink: Ink = { faces, footnotes: {}, used: new Set(Object.values(faces)), ...marks };
  const pictures = await loadPictures(model, options.readFile);
  const sized = withSizes(model, pictures);
  const geometry = geometryOf(sized.page);
  const textWidth = textWidthOf(geometry);
  const styles = stylesOf(sized.page);
  const plan = footPlan(sized);
  const foot = footParagraphs(plan, geometry, textWidth, ink);
  const pages = foot.length > 0 || hasContents(sized) ? await pagesOf(sized, options) : undefined;
  const listed = listedBlocks(sized);
  const places = closingPlaces(sized, textWidth, styles);
  const writing: Writing = { model: sized, styles, pictures, ink, listed, labels: pages?.labels ?? new Map(), places };
  const sections = bodySections(writing, headParagraphs(headPlan(sized, geometry), geometry, ink));
  const last = sections.at(-1)?.children ?? [];
  if (pages?.footApart && foot.length > 0) last.push(hairline({ pageBreakBefore: true }));
  last.push(...foot);
  const stylesheet = stylesXml(faces, styles, sectionStylesXml(faces, styles, textWidth));
  const document = new Document({
    creator: authorOf(options.settings),
    title: paperText(sized.title),
    ...(options.mark ? { customProperties: [{ name: MARK_PROPERTY, value: writeMark(options.mark) }] } : {}),
    externalStyles: stylesheet,
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    footnotes: ink.footnotes,
    sections: sectionOptions(sections, ink),
  });
  return { document, ink, stylesheet };
}

/** Sets the pages without keeping others waiting: a book takes a second or more. */
async function pagesOf(model: DocumentModel, { signal }: WriteWordOptions): Promise<Pagination> {
  const steps = setPagesStepwise(model);
  for (let since = Date.now(); ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (Date.now() - since < LONGEST_STEP) continue;
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
    since = Date.now();
  }
}

/** Milliseconds after which others are let in. */
const LONGEST_STEP = 40;

const authorOf = (settings: OfficeSettings): string => paperText(settings.issuer) || '政协案头';

/**
 * Writes a document as .docx after GB/T 9704-2012. The same model, settings and time give the same bytes.
 * A picture that is not there or that Word cannot show is replaced by a line that says so.
 */
export async function writeWord(model: DocumentModel, options: WriteWordOptions): Promise<Uint8Array> {
  const given = new Date(options.now);
  const now = Number.isNaN(given.getTime()) ? new Date(0) : given;
  const { document, ink, stylesheet } = await buildDocument(model, options);
  const packed = await Packer.toBuffer(document);
  const own = {
    // The library adds styles of its own to external ones; ours stand alone.
    'word/styles.xml': stylesheet,
    'word/settings.xml': settingsXml(),
    'word/footnotes.xml': footnotesXml,
    'word/fontTable.xml': fontTableXml(ink.used),
    'docProps/core.xml': coreXml(model.title, authorOf(options.settings), now),
  };
  return repack(new Uint8Array(packed), own, now);
}

/** The blocks as paragraphs and tables, a list of them for each section. */
function bodySections(writing: Writing, head: readonly FileChild[]): WordSection[] {
  const { model } = writing;
  let section: WordSection = { page: openingPage(model), children: [...head] };
  const sections = [section];
  let before: DocumentBlock | undefined;
  for (const [index, block] of model.blocks.entries()) {
    if (block.type === 'sectionBreak') {
      section = { page: block.page, start: block.start, children: [] };
      sections.push(section);
    } else {
      const geometry = geometryOf(section.page);
      section.children.push(...blockChildren(writing, block, index, before, geometry));
    }
    before = block;
  }
  return sections;
}

function blockChildren(
  writing: Writing,
  block: DocumentBlock,
  index: number,
  before: DocumentBlock | undefined,
  geometry: PageGeometry,
): FileChild[] {
  const { model, styles, labels, ink } = writing;
  const newPage = before?.type === 'pageBreak';
  switch (block.type) {
    case 'table': {
      if (block.rows.length === 0 || block.columns.length === 0) return [];
      // Two tables without anything between would grow together; a page break needs a paragraph to stand on.
      const apart = newPage || before?.type === 'table';
      const table = wordTable(block, geometry, ink, index);
      return apart ? [hairline({ pageBreakBefore: newPage, keepNext: true }), table] : [table];
    }
    case 'figure': {
      const figure = figureParagraphs(block, geometry, writing);
      return newPage ? [hairline({ pageBreakBefore: true, keepNext: true }), ...figure] : figure;
    }
    case 'contents': {
      const lines = contentsParagraphs(model, block, index, labels, styles, textWidthOf(geometry), ink);
      return newPage ? [hairline({ pageBreakBefore: true, keepNext: true }), ...lines] : lines;
    }
    case 'paragraph': {
      const keepNext = /^(?:blank|signature)$/.test(block.role) && keepsNext(model.blocks, index, styles);
      const row = writing.places.get(index)?.row;
      if (row) return row.index === 0 ? signaturesFrom(writing, index, row.count, textWidthOf(geometry)) : [];
      const above = spacers(writing.places.get(index)?.above ?? 0);
      return [
        ...above,
        paragraphOf(block, textWidthOf(geometry), { pageBreakBefore: newPage, keepNext, index }, writing),
      ];
    }
    default:
      return [];
  }
}

function signaturesFrom(writing: Writing, index: number, count: number, textWidth: number): FileChild[] {
  const signatures = writing.model.blocks.slice(index, index + count).flatMap((block, offset) => {
    const place = writing.places.get(index + offset);
    if (block.type !== 'paragraph' || !place) return [];
    return [{ place, paragraph: paragraphOf(block, textWidth, { keepNext: true, index: index + offset }, writing) }];
  });
  return signatureRow(signatures);
}

function paragraphOf(
  block: DocumentParagraph,
  textWidth: number,
  flow: { readonly pageBreakBefore?: boolean; readonly keepNext?: boolean; readonly index?: number },
  { styles, listed, ink, places }: Writing,
): Paragraph {
  const breaks = ownBreaks(block, textWidth, styles);
  const children = wordRuns(block.runs, styleOf(block, styles).face, ink, { breaks });
  const { index } = flow;
  const own = marked(children, index === undefined ? undefined : { block: index }, ink);
  return new Paragraph({
    style: styleIdOf(block.role),
    ...(flow.pageBreakBefore ? { pageBreakBefore: true } : {}),
    ...(flow.keepNext ? { keepNext: true } : {}),
    ...placeOptions(index === undefined ? undefined : places.get(index), textWidth),
    children: index !== undefined && listed.has(index) ? anchored(index, own) : own,
  });
}

/** The picture in a paragraph of its own with free line spacing: on exact lines it would be cut to one line. */
function figureParagraphs(block: DocumentFigure, geometry: PageGeometry, writing: Writing): Paragraph[] {
  const { pictures, ink, styles } = writing;
  const loaded = pictures.get(block.sha256);
  const caption = captionOf(block);
  const under = caption ? [paragraphOf(caption, textWidthOf(geometry), {}, writing)] : [];
  if (!loaded) {
    const words = `【图片“${block.name}”没能放进来：文件缺失，或不是PNG、JPEG、GIF、BMP格式。】`;
    const look = { face: styles.body.face } as const;
    return [new Paragraph({ style: styleIdOf('body'), children: textRuns(words, look, ink) }), ...under];
  }
  const { width, height } = figureSize(block, geometry);
  const pixels = (points: number): number => Math.max(1, Math.floor((points * 96) / 72));
  const name = paperText(block.caption ?? block.name).slice(0, 200);
  const image = new ImageRun({
    type: loaded.picture.type,
    data: loaded.bytes,
    transformation: { width: pixels(width), height: pixels(height) },
    altText: { name: name || '图片', title: name, description: name },
  });
  return [new Paragraph({ style: STYLE.figure, children: [image] }), ...under];
}

async function loadPictures(
  model: DocumentModel,
  readFile: WriteWordOptions['readFile'],
): Promise<ReadonlyMap<string, LoadedPicture>> {
  const pictures = new Map<string, LoadedPicture>();
  for (const block of model.blocks) {
    if (block.type !== 'figure' || pictures.has(block.sha256)) continue;
    const bytes = await readFile(block.sha256).catch(() => undefined);
    const picture = bytes && readPicture(bytes);
    if (bytes && picture) pictures.set(block.sha256, { bytes, picture });
  }
  return pictures;
}

/** Pictures whose size the model does not know get that of their bytes, so that pages come out as they will be. */
function withSizes(model: DocumentModel, pictures: ReadonlyMap<string, LoadedPicture>): DocumentModel {
  const blocks = model.blocks.map((block): DocumentBlock => {
    if (block.type !== 'figure' || (block.width && block.height)) return block;
    const picture = pictures.get(block.sha256)?.picture;
    return picture ? { ...block, width: picture.width, height: picture.height } : block;
  });
  return { ...model, blocks };
}
