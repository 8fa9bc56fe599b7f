import type PDFDocument from 'pdfkit';
import { RED } from '../../../shared/documents/head-and-foot.ts';
import type { Face, PageItem, PlacedRun, TableRowItem, TextItem } from '../../../shared/documents/page.ts';
import type { PdfFace, PdfFaces } from './faces.ts';

const POINTS = 72 / 25.4;
/** Marks of footnotes: their share of the size, and how high they stand. */
const RAISED = { share: 0.6, rise: 0.35 } as const;
/** From the upper edge of a line of a cell to its baseline, as a share of the line: type in the middle of it. */
const CELL_BASELINE = 0.5 + 0.36;

type Pdf = InstanceType<typeof PDFDocument>;

/** What is drawn with, and what could not be. */
export interface Brush {
  readonly pdf: Pdf;
  readonly faces: PdfFaces;
  readonly registered: Set<string>;
  /** Characters that no face of this computer has. */
  readonly missing: Set<string>;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

interface Look {
  readonly size: number;
  readonly spacing: number;
  readonly color: string;
}

interface Piece {
  readonly text: string;
  readonly face: PdfFace;
  readonly run: PlacedRun;
  readonly size: number;
  readonly width: number;
}

/** Stands for a character that no face has, as printers do. */
const INSTEAD = '〓';

function takeFace({ pdf, registered }: Brush, face: PdfFace): void {
  if (!registered.has(face.name)) {
    pdf.registerFont(
      face.name,
      Buffer.from(face.bytes.buffer, face.bytes.byteOffset, face.bytes.byteLength),
      face.postscriptName,
    );
    registered.add(face.name);
  }
  pdf.font(face.name);
}

/** Cuts runs where the face changes. */
function piecesOf(brush: Brush, runs: readonly PlacedRun[], { size, spacing }: Look): Piece[] {
  const pieces: Piece[] = [];
  for (const run of runs) {
    let open: { text: string; face: PdfFace } | undefined;
    const parts: { text: string; face: PdfFace }[] = [];
    for (const character of run.text) {
      const face = pick(brush, character, run.face);
      if (!face) continue;
      const shown = face.has(character.codePointAt(0) ?? 0) ? character : INSTEAD;
      if (open && open.face.name === face.name) open.text += shown;
      else {
        open = { text: shown, face };
        parts.push(open);
      }
    }
    const own = run.raised ? size * RAISED.share : size;
    for (const { text, face } of parts) {
      takeFace(brush, face);
      brush.pdf.fontSize(own);
      pieces.push({ text, face, run, size: own, width: brush.pdf.widthOfString(text) + spacing * [...text].length });
    }
  }
  return pieces;
}

function pick(brush: Brush, character: string, face: Face): PdfFace | undefined {
  const found = brush.faces.pick(character, face);
  if (found) return found;
  brush.missing.add(character);
  return brush.faces.pick(INSTEAD, face) ?? brush.faces.pick('□', face);
}

interface Line {
  /** Points from the upper left corner of the page. */
  readonly x: number;
  readonly width: number;
  readonly baseline: number;
  readonly align: 'left' | 'center' | 'right' | 'justify';
}

function drawLine(brush: Brush, line: Line, runs: readonly PlacedRun[], look: Look): void {
  const pieces = piecesOf(brush, runs, look);
  // The space after the last character is not part of the line.
  const width = pieces.reduce((sum, piece) => sum + piece.width, 0) - look.spacing;
  let x = line.x;
  if (line.align === 'center') x += (line.width - width) / 2;
  if (line.align === 'right') x += line.width - width;
  for (const piece of pieces) {
    drawPiece(brush, piece, x, line.baseline, look);
    x += piece.width;
  }
}

function drawPiece(
  brush: Brush,
  { text, face, run, size, width }: Piece,
  x: number,
  baseline: number,
  look: Look,
): void {
  const { pdf } = brush;
  takeFace(brush, face);
  pdf.fontSize(size).fillColor(look.color).strokeColor(look.color);
  const y = run.raised ? baseline - look.size * RAISED.rise : baseline;
  if (text.trim()) {
    if (run.bold) pdf.lineWidth(size / 40);
    pdf.text(text, x, y, {
      lineBreak: false,
      baseline: 'alphabetic',
      characterSpacing: look.spacing,
      // Faces of 公文 have no bold of their own: office programs thicken the strokes as well.
      ...(run.bold ? { fill: true, stroke: true } : {}),
      ...(run.italic ? { oblique: true } : {}),
    });
  }
  if (run.underline) pdf.rect(x, baseline + size * 0.12, width, Math.max(0.5, size / 24)).fill(look.color);
}

const BLACK = '#000000';
const colorOf = (color: 'black' | 'red'): string => (color === 'red' ? `#${RED}` : BLACK);

/** Draws one item exactly where the layout has put it. */
export function drawItem(brush: Brush, item: PageItem): void {
  const { pdf } = brush;
  switch (item.kind) {
    case 'rule':
      pdf.rect(item.x * POINTS, item.y * POINTS, item.width * POINTS, item.height * POINTS).fill(colorOf(item.color));
      return;
    case 'figure':
      drawFigure(brush, item);
      return;
    case 'tableRow':
      for (const cell of item.cells) drawCell(brush, cell);
      return;
    default:
      drawText(brush, item);
  }
}

function drawText(brush: Brush, item: TextItem): void {
  if (item.turned) {
    const origin: [number, number] = [(item.x + item.width) * POINTS, item.y * POINTS];
    const { turned: _, ...upright } = item;
    brush.pdf.save();
    brush.pdf.rotate(90, { origin });
    drawText(brush, { ...upright, x: item.x + item.width, width: item.height, height: item.width });
    brush.pdf.restore();
    return;
  }
  const line = {
    x: item.x * POINTS,
    width: item.width * POINTS,
    baseline: (item.y + item.baseline) * POINTS,
    align: item.align,
  };
  const look = { size: item.size, spacing: item.letterSpacing, color: colorOf(item.color) };
  drawLine(brush, line, item.runs, look);
}

function drawFigure({ pdf, pictures }: Brush, item: Extract<PageItem, { kind: 'figure' }>): void {
  const picture = pictures.get(item.sha256);
  const box = { width: item.width * POINTS, height: item.height * POINTS };
  if (!picture) {
    pdf
      .lineWidth(0.5)
      .strokeColor('#888888')
      .rect(item.x * POINTS, item.y * POINTS, box.width, box.height)
      .stroke();
    return;
  }
  pdf.image(Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength), item.x * POINTS, item.y * POINTS, {
    fit: [box.width, box.height],
    align: 'center',
    valign: 'center',
  });
}

/** Between the line of a cell and its text, points; as the layout reckons with it. */
const PADDING = { x: 4, y: 2 } as const;

function drawCell(brush: Brush, cell: TableRowItem['cells'][number]): void {
  const { pdf } = brush;
  const [x, y, width, height] = [cell.x * POINTS, cell.y * POINTS, cell.width * POINTS, cell.height * POINTS];
  if (cell.lined !== false) pdf.lineWidth(0.5).strokeColor(BLACK).rect(x, y, width, height).stroke();
  const lineHeight = cell.lineHeight * POINTS;
  const block = cell.lines.length * lineHeight;
  const free = Math.max(0, height - block);
  const top = cell.valign === 'top' ? PADDING.y : cell.valign === 'bottom' ? free - PADDING.y : free / 2;
  cell.lines.forEach((runs, index) => {
    const baseline = y + top + index * lineHeight + (lineHeight - cell.size) / 2 + cell.size * CELL_BASELINE;
    const line = { x: x + PADDING.x, width: width - 2 * PADDING.x, baseline, align: cell.align };
    drawLine(brush, line, runs, { size: cell.size, spacing: 0, color: BLACK });
  });
}
