import {
  AlignmentType,
  Document,
  DocumentGridType,
  type FileChild,
  Footer,
  ImageRun,
  NoteNumberRestart,
  NumberFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import type { OfficeSettings } from '../../../shared/documents/definition.ts';
import { footPlan, headRows } from '../../../shared/documents/head-and-foot.ts';
import { figureSize, geometryOf, type PageGeometry, textWidthOf } from '../../../shared/documents/layout.ts';
import type {
  DocumentBlock,
  DocumentFigure,
  DocumentModel,
  DocumentParagraph,
} from '../../../shared/documents/model.ts';
import { captionOf, setPages } from '../../../shared/documents/paginate.ts';
import { keepsNext, ownBreaks, paperText, styleOf } from '../../../shared/documents/paragraph-setting.ts';
import { FOLIO } from '../../../shared/documents/sheet.ts';
import { chooseFonts } from '../fonts.ts';
import { footParagraphs, hairline } from './foot.ts';
import { headParagraphs } from './head.ts';
import { coreXml, fontTableXml, footnotesXml, repack, settingsXml } from './parts.ts';
import { type Picture, readPicture } from './pictures.ts';
import { type Ink, textRuns, wordRuns } from './runs.ts';
import { STYLE, styleIdOf, stylesXml, twips } from './styles.ts';
import { wordTable } from './table.ts';

export interface WriteWordOptions {
  readonly settings: OfficeSettings;
  /** Bytes of a picture by its content address. */
  readonly readFile: (sha256: string) => Promise<Uint8Array>;
  /** Families on this computer; absent or empty when unknown. */
  readonly installedFonts?: readonly string[] | undefined;
  /** Written into the properties of the file; a date or ISO 8601. */
  readonly now: Date | string;
}

interface LoadedPicture {
  readonly bytes: Uint8Array;
  readonly picture: Picture;
}

interface Built {
  readonly document: Document;
  readonly ink: Ink;
}

/** The document as the library builds it, before its own parts are put in: also laid out by tests as Word would. */
export async function buildDocument(model: DocumentModel, options: WriteWordOptions): Promise<Built> {
  const { faces } = chooseFonts(options.settings.fonts, options.installedFonts);
  const ink: Ink = { faces, footnotes: {}, used: new Set(Object.values(faces)) };
  const pictures = await loadPictures(model, options.readFile);
  const sized = withSizes(model, pictures);
  const geometry = geometryOf(sized.page);
  const textWidth = textWidthOf(geometry);
  const children: FileChild[] = [
    ...headParagraphs(headRows(sized.masthead), textWidth, ink),
    ...bodyChildren(sized, geometry, pictures, ink),
  ];
  const foot = footParagraphs(footPlan(sized.imprint), geometry, textWidth, ink);
  if (foot.length > 0 && setPages(sized).footApart) children.push(hairline({ pageBreakBefore: true }));
  children.push(...foot);
  if (!(children.at(-1) instanceof Paragraph)) children.push(hairline());
  const document = new Document({
    creator: authorOf(options.settings),
    title: paperText(sized.title),
    externalStyles: stylesXml(faces),
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    footnotes: ink.footnotes,
    sections: [{ ...sectionOf(sized, geometry, ink), children }],
  });
  return { document, ink };
}

const authorOf = (settings: OfficeSettings): string => paperText(settings.issuer) || '政协案头';

/**
 * Writes a document as .docx after GB/T 9704-2012. The same model, settings and time give the same bytes.
 * A picture that is not there or that Word cannot show is replaced by a line that says so.
 */
export async function writeWord(model: DocumentModel, options: WriteWordOptions): Promise<Uint8Array> {
  const given = new Date(options.now);
  const now = Number.isNaN(given.getTime()) ? new Date(0) : given;
  const { document, ink } = await buildDocument(model, options);
  const packed = await Packer.toBuffer(document);
  const own = {
    // The library adds styles of its own to external ones; ours stand alone.
    'word/styles.xml': stylesXml(ink.faces),
    'word/settings.xml': settingsXml(),
    'word/footnotes.xml': footnotesXml,
    'word/fontTable.xml': fontTableXml(ink.used),
    'docProps/core.xml': coreXml(model.title, authorOf(options.settings), now),
  };
  return repack(new Uint8Array(packed), own, now);
}

function sectionOf(model: DocumentModel, geometry: PageGeometry, ink: Ink) {
  const { width, height, top, bottom, left, right } = geometry;
  const landscape = model.page.orientation === 'landscape';
  const footer = Math.max(200, bottom - twips(FOLIO.drop + FOLIO.size));
  return {
    properties: {
      page: {
        // The library turns width and height round for a landscape page by itself.
        size: landscape
          ? { width: height, height: width, orientation: PageOrientation.LANDSCAPE }
          : { width, height, orientation: PageOrientation.PORTRAIT },
        margin: { top, bottom, left, right, header: 851, footer, gutter: 0 },
      },
      ...(model.page.grid === 'official'
        ? { grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: 579, charSpace: -850 } }
        : {}),
      ...(Object.keys(ink.footnotes).length > 0
        ? {
            footnoteProperties: {
              numberFormat: { type: NumberFormat.DECIMAL_ENCLOSED_CIRCLE_CHINESE },
              restart: NoteNumberRestart.EACH_PAGE,
            },
          }
        : {}),
    },
    ...(model.page.folio === 'none' ? {} : { footers: footersOf(model) }),
  };
}

/** — 1 — in 4号宋体: odd pages right, even pages left, one character in. */
function footersOf(model: DocumentModel): { default: Footer; even: Footer } {
  const center = model.page.folio === 'center';
  const one = (odd: boolean) => {
    const dash = (text: string) => new TextRun({ text, font: { hint: 'eastAsia' } });
    const inset = { indent: odd ? { right: FOLIO.size * 20 } : { left: FOLIO.size * 20 } };
    return new Footer({
      children: [
        new Paragraph({
          style: STYLE.footer,
          alignment: center ? AlignmentType.CENTER : odd ? AlignmentType.RIGHT : AlignmentType.LEFT,
          ...(center ? {} : inset),
          children: [dash('— '), new TextRun({ children: [PageNumber.CURRENT] }), dash(' —')],
        }),
      ],
    });
  };
  return { default: one(true), even: one(false) };
}

function bodyChildren(
  model: DocumentModel,
  geometry: PageGeometry,
  pictures: ReadonlyMap<string, LoadedPicture>,
  ink: Ink,
): FileChild[] {
  const children: FileChild[] = [];
  let before: DocumentBlock | undefined;
  for (const [index, block] of model.blocks.entries()) {
    const newPage = before?.type === 'pageBreak';
    if (block.type === 'table') {
      // Two tables without anything between would grow together; a page break needs a paragraph to stand on.
      if (newPage || before?.type === 'table') children.push(hairline({ pageBreakBefore: newPage, keepNext: true }));
      if (block.rows.length > 0 && block.columns.length > 0) children.push(wordTable(block, geometry, ink));
    } else if (block.type === 'figure') {
      if (newPage) children.push(hairline({ pageBreakBefore: true, keepNext: true }));
      children.push(...figureParagraphs(block, geometry, pictures, ink));
    } else if (block.type === 'paragraph') {
      const keepNext = block.role === 'blank' && keepsNext(model.blocks, index);
      children.push(paragraphOf(block, textWidthOf(geometry), { pageBreakBefore: newPage, keepNext }, ink));
    }
    before = block;
  }
  return children;
}

function paragraphOf(
  block: DocumentParagraph,
  textWidth: number,
  flow: { readonly pageBreakBefore?: boolean; readonly keepNext?: boolean },
  ink: Ink,
): Paragraph {
  const breaks = ownBreaks(block, textWidth);
  return new Paragraph({
    style: styleIdOf(block.role),
    ...(flow.pageBreakBefore ? { pageBreakBefore: true } : {}),
    ...(flow.keepNext ? { keepNext: true } : {}),
    children: wordRuns(block.runs, styleOf(block).face, ink, { breaks }),
  });
}

/** The picture in a paragraph of its own with free line spacing: on exact lines it would be cut to one line. */
function figureParagraphs(
  block: DocumentFigure,
  geometry: PageGeometry,
  pictures: ReadonlyMap<string, LoadedPicture>,
  ink: Ink,
): Paragraph[] {
  const loaded = pictures.get(block.sha256);
  const caption = captionOf(block);
  const under = caption ? [paragraphOf(caption, textWidthOf(geometry), {}, ink)] : [];
  if (!loaded) {
    const words = `【图片“${block.name}”没能放进来：文件缺失，或不是PNG、JPEG、GIF、BMP格式。】`;
    return [new Paragraph({ style: styleIdOf('body'), children: textRuns(words, { face: 'body' }, ink) }), ...under];
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
