import type { DocumentFigure, PageSetup, ParagraphRole } from './model.ts';
import type { Face } from './page.ts';

/**
 * Measures that the paper on the screen and the Word writer share, so that they cannot drift apart. Twips (1/20 point)
 * for what goes into the file, points for the rest. Sources: GB/T 9704-2012 clauses 5.2 and 7; the recipe that gives
 * 22 lines of 28 characters in layout engines is exact 28.95 pt lines and −0.3 pt a character.
 */
export interface PageGeometry {
  /** Twips. */
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export const POINTS_PER_MM = 72 / 25.4;
/** Height of a row of the grid: 579 twips; 580 would give 21 rows. */
export const ROW = 28.95;
/** Advance of a full-width character of 16 pt in the grid: 28 of them fit into 156 mm. */
export const CELL = 15.7;
/** Characters of the grid are set closer by this much, in points; half-width ones too. */
export const GRID_SPACING = -0.3;

const OFFICIAL: PageGeometry = { width: 11906, height: 16838, top: 2098, bottom: 1984, left: 1588, right: 1474 };
/** Rotated anticlockwise: the binding edge stays on top of the turned sheet. */
const OFFICIAL_LANDSCAPE: PageGeometry = {
  width: 16838,
  height: 11906,
  top: 1588,
  bottom: 1474,
  left: 1984,
  right: 2098,
};
const FREE: PageGeometry = { width: 11906, height: 16838, top: 1588, bottom: 1474, left: 1361, right: 1361 };
const FREE_LANDSCAPE: PageGeometry = { width: 16838, height: 11906, top: 1474, bottom: 1361, left: 1247, right: 1247 };

/** 16开 185 × 260 mm with 24/22/20/20 mm: 38 characters of 五号 in 36 lines. On A4 the same type area, so that pages stay. */
const BOOK: PageGeometry = { width: 10490, height: 14740, top: 1361, bottom: 1247, left: 1134, right: 1134 };
const BOOK_ON_A4: PageGeometry = { width: 11906, height: 16838, top: 2410, bottom: 2296, left: 1842, right: 1842 };

/** Rotated anticlockwise, as the landscape sheets above. */
function turned({ width, height, top, bottom, left, right }: PageGeometry): PageGeometry {
  return { width: height, height: width, top: left, bottom: right, left: bottom, right: top };
}

export function geometryOf(page: PageSetup): PageGeometry {
  if (page.grid === 'book' || page.paper === '16K') {
    const upright = page.paper === '16K' ? BOOK : BOOK_ON_A4;
    return page.orientation === 'landscape' ? turned(upright) : upright;
  }
  if (page.grid === 'official') return page.orientation === 'landscape' ? OFFICIAL_LANDSCAPE : OFFICIAL;
  return page.orientation === 'landscape' ? FREE_LANDSCAPE : FREE;
}

/** Points. */
export function textWidthOf(geometry: PageGeometry): number {
  return (geometry.width - geometry.left - geometry.right) / 20;
}

/** Points. */
export function textHeightOf(geometry: PageGeometry): number {
  return (geometry.height - geometry.top - geometry.bottom) / 20;
}

export interface RoleStyle {
  readonly face: Face;
  /** Points. */
  readonly size: number;
  /** Exact height of a line in points. */
  readonly pitch: number;
  readonly align: 'left' | 'center' | 'right' | 'justify';
  /** Points added after each character. */
  readonly spacing: number;
  /** Indents in characters of 16 pt; the first line's counts from the left indent and may be negative (hanging). */
  readonly first: number;
  readonly left: number;
  readonly right: number;
  /** Points that one character of an indent is wide; absent: a cell of the 公文 grid. */
  readonly cell?: number;
  /** Stays on the page of the next paragraph. */
  readonly keepNext?: boolean;
  /** 0 the highest; makes a heading for navigation. */
  readonly outline?: number;
}

const text: RoleStyle = {
  face: 'body',
  size: 16,
  pitch: ROW,
  align: 'justify',
  spacing: GRID_SPACING,
  first: 2,
  left: 0,
  right: 0,
};
const flush: RoleStyle = { ...text, first: 0 };
const title: RoleStyle = { ...flush, face: 'title', size: 22, align: 'center', spacing: 0, keepNext: true };
const small: RoleStyle = { ...flush, size: 12, pitch: 20, spacing: 0 };

export type StyleSheet = Readonly<Record<ParagraphRole, RoleStyle>>;

export const ROLE_STYLES: StyleSheet = {
  title,
  subtitle: { ...flush, face: 'kai', align: 'center', spacing: 0 },
  heading1: { ...text, face: 'heading', keepNext: true, outline: 0 },
  heading2: { ...text, face: 'kai', keepNext: true, outline: 1 },
  heading3: { ...text, outline: 2 },
  heading4: { ...text, outline: 3 },
  body: text,
  salutation: flush,
  attachmentNote: { ...text, left: 5, first: -3, align: 'left' },
  signature: { ...flush, align: 'right', right: 2 },
  date: { ...flush, align: 'right', right: 2 },
  annotation: text,
  // A little closer than the grid: six names of three characters fill 23 cells to the last, and must not spill over.
  nameList: { ...text, left: 5, first: -3, align: 'left', spacing: -0.4 },
  editorNote: { ...text, face: 'kai' },
  byline: { ...flush, face: 'kai', align: 'right' },
  articleTitle: { ...title, outline: 0 },
  quote: { ...text, face: 'kai', left: 2 },
  tableTitle: { ...flush, face: 'heading', align: 'center', spacing: 0, keepNext: true },
  caption: { ...small, face: 'heading', align: 'center' },
  tableNote: small,
  blank: flush,
  attachmentMark: { ...flush, face: 'heading', keepNext: true },
  attachmentTitle: title,
  formTitle: title,
  coverTitle: { ...title, size: 36, pitch: 54, keepNext: false },
  coverSubtitle: { ...flush, face: 'kai', size: 18, align: 'center', spacing: 0 },
  coverNote: { ...flush, align: 'center', spacing: 0 },
  partTitle: { ...title, outline: 0 },
  chapterTitle: { ...title, size: 18, outline: 0 },
  contentsTitle: title,
  small,
};

/** Type in tables: never on a fixed pitch, so that what is typed later is not cut off. */
export const TABLE_TEXT = { size: 12, lineHeight: 18, headFace: 'heading', face: 'body' } as const;
/** Inside a cell, points. */
export const CELL_PADDING = { x: 4, y: 2 } as const;
/** Thickness of table lines, points. */
export const TABLE_LINE = 0.5;

/** Footnotes: 小五 in 宋体 on a fixed pitch, under a short line. */
export const NOTE_TEXT = { size: 9, pitch: 14, spacing: 0 } as const;

/** Space above the first footnote of a page, with its short line. Points. */
export const NOTE_HEAD = 6;

/** Column widths in twips, adding up to exactly the text width. */
export function columnWidths(columns: readonly { readonly width: number }[], geometry: PageGeometry): number[] {
  const total = geometry.width - geometry.left - geometry.right;
  const shares = columns.map(({ width }) => (Number.isFinite(width) && width > 0 ? width : 1));
  const sum = shares.reduce((a, b) => a + b, 0);
  const widths = shares.map((share) => Math.max(1, Math.floor((total * share) / sum)));
  const last = widths.length - 1;
  if (last >= 0) widths[last] = Math.max(1, (widths[last] ?? 0) + total - widths.reduce((a, b) => a + b, 0));
  return widths;
}

/**
 * Size of a figure on paper in points: 96 pixels to the inch, shrunk to the text width and to 60 % of the page's text
 * height so that its caption stays with it. Unknown sizes are taken as 4:3 over two thirds of the width.
 */
export function figureSize(figure: DocumentFigure, geometry: PageGeometry): { width: number; height: number } {
  const widest = textWidthOf(geometry);
  const tallest = textHeightOf(geometry) * 0.6;
  const known = figure.width && figure.height && figure.width > 0 && figure.height > 0;
  const width = known ? (figure.width ?? 1) * 0.75 : widest / 1.5;
  const height = known ? (figure.height ?? 1) * 0.75 : widest / 2;
  const scale = Math.min(1, widest / width, tallest / height);
  return { width: Math.max(1, width * scale), height: Math.max(1, height * scale) };
}
