import PDFDocument from 'pdfkit';
import type { DocumentModel } from '../../../shared/documents/model.ts';
import { paginate } from '../../../shared/documents/paginate.ts';
import { paperText } from '../../../shared/documents/paragraph-setting.ts';
import { MARK_PROPERTY, writeMark } from '../../../shared/documents/trace/basis.ts';
import { chooseFonts } from '../fonts.ts';
import { readPicture } from '../word/pictures.ts';
import type { WriteWordOptions } from '../word/write-word.ts';
import { type Brush, drawItem } from './draw.ts';
import { pdfFaces } from './faces.ts';

export interface WrittenPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Characters no face of this computer has: 〓 stands for them. */
  readonly missing: readonly string[];
  /** Families whose makers forbid that they are put into documents. */
  readonly forbidden: readonly string[];
}

const POINTS = 72 / 25.4;
/** Pages drawn before others get their turn. */
const TURN = 8;

/**
 * Writes a document as PDF: the very pages the screen shows, as text in the faces of this computer (only the characters
 * used, and only where the maker of the face allows it), so that it can be searched and copied.
 * @returns undefined when this computer has no Chinese face that may be put into a document
 */
export async function writePdf(
  model: DocumentModel,
  options: WriteWordOptions,
  signal?: AbortSignal,
): Promise<WrittenPdf | undefined> {
  const faces = await pdfFaces(chooseFonts(options.settings.fonts, options.installedFonts).faces);
  if (!faces) return undefined;
  const pictures = await loadPictures(model, options.readFile);
  const pages = paginate(model);
  const now = new Date(options.now);
  const pdf = new PDFDocument({
    autoFirstPage: false,
    // Absent means Helvetica, whose measures are not shipped.
    font: null as unknown as string,
    lang: 'zh-CN',
    info: {
      Title: paperText(model.title),
      Author: paperText(options.settings.issuer) || '政协案头',
      CreationDate: Number.isNaN(now.getTime()) ? new Date(0) : now,
      ...(options.mark ? { [MARK_PROPERTY]: writeMark(options.mark) } : {}),
    },
  });
  const chunks: Uint8Array[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  const brush: Brush = { pdf, faces, registered: new Set(), missing: new Set(), pictures };
  for (const [index, page] of pages.entries()) {
    signal?.throwIfAborted();
    if (index > 0 && index % TURN === 0) await new Promise((resolve) => setImmediate(resolve));
    pdf.addPage({ size: [page.width * POINTS, page.height * POINTS], margin: 0 });
    for (const item of page.items) drawItem(brush, item);
  }
  pdf.end();
  await finished;
  return {
    bytes: new Uint8Array(Buffer.concat(chunks)),
    pages: pages.length,
    missing: [...brush.missing],
    forbidden: faces.forbidden,
  };
}

async function loadPictures(
  model: DocumentModel,
  readFile: WriteWordOptions['readFile'],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>();
  for (const block of model.blocks) {
    if (block.type !== 'figure' || pictures.has(block.sha256)) continue;
    const bytes = await readFile(block.sha256).catch(() => undefined);
    const type = bytes && readPicture(bytes)?.type;
    // A PDF knows these two.
    if (bytes && (type === 'png' || type === 'jpg')) pictures.set(block.sha256, bytes);
  }
  return pictures;
}
