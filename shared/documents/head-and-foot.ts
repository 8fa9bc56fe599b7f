import { CELL, type PageGeometry, POINTS_PER_MM, ROW, textWidthOf } from './layout.ts';
import { isFullWidth } from './line-breaking.ts';
import type { DocumentModel, Masthead, PageSetup } from './model.ts';
import { spacedName } from './names.ts';

/** Words of a row of the head: where they stand and which edit reaches them. */
export interface HeadPiece {
  readonly runs: readonly { readonly text: string; readonly face: 'body' | 'heading' | 'kai' }[];
  readonly align: 'left' | 'center' | 'right';
  /** Points from the left edge of the text, with align right from its right edge; without meaning in the middle. */
  readonly x: number;
  /** Points. */
  readonly size: number;
  readonly part: string;
}

export interface MarkRow {
  readonly kind: 'mark';
  readonly height: number;
  readonly size: number;
  readonly spacing: number;
  readonly text: string;
  /** Upper edge of its box in points from the upper edge of the page, when it stands there and not in the flow. */
  readonly frame?: number;
}

/** 联合行文: names one under the other, spread to one width, the mark beside their middle. Points. */
export interface IssuersRow {
  readonly kind: 'issuers';
  readonly height: number;
  readonly size: number;
  readonly pitch: number;
  readonly nameWidth: number;
  readonly names: readonly { readonly text: string; readonly spacing: number; readonly part: string }[];
  /** Left edges, from the left edge of the text. */
  readonly x: number;
  readonly markX: number;
  readonly mark: string;
}

/** A row of the red head, from the upper edge of the type area downwards. Heights in points. */
export type HeadRow =
  | { readonly kind: 'space'; readonly height: number }
  | MarkRow
  | IssuersRow
  | {
      readonly kind: 'text';
      readonly height: number;
      readonly pieces: readonly HeadPiece[];
      /** The red line stands under this row. */
      readonly rule: boolean;
    };

/** Points from the upper left corner of the first page. */
export interface RedBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface HeadPlan {
  readonly rows: readonly HeadRow[];
  /** Double lines of 信函 at fixed places of the first page. */
  readonly bars: readonly RedBar[];
  /** What stands above the mark of a 信函: its upper edge in points from the upper edge of the page. */
  readonly corner?: { readonly top: number; readonly height: number; readonly piece: HeadPiece };
}

/** The red line: 1.5 pt thick, its box 8 pt under the row, which shows as 4 mm under the ink of the number (7.2.6). */
export const RED_RULE = { space: 8, thickness: 1.5 } as const;
export const RED = 'D81E06';

/** Double lines of 信函: 170 mm wide, thick and thin; the second 20 mm above the lower edge of the page (10.1). Points. */
const DOUBLE = { thick: 2.25, gap: 1.5, thin: 0.75, width: 170 * POINTS_PER_MM } as const;
const DOUBLE_HEIGHT = DOUBLE.thick + DOUBLE.gap + DOUBLE.thin;

/** The mark is as large as its length allows: six characters at 60 pt, never more than the type area. */
export function markSize(mark: string): { readonly size: number; readonly spacing: number } {
  const length = Math.max(1, [...mark].length);
  const size = Math.max(9, Math.min(60, Math.floor(430 / length)));
  const slack = Math.max(0, 430 - length * size);
  return { size, spacing: length > 1 && length <= 5 ? Math.min(18, Math.floor(slack / length)) : 0 };
}

/**
 * 联合行文: the size that lets the longest name and the mark stand side by side, and all names leave room for the title
 * and a line of text on the first page (7.3.3: 公文首页必须显示正文).
 */
function issuersRow(issuers: readonly string[], mark: string, textWidth: number): IssuersRow {
  const names = issuers.map((name) => [...name.trim()]);
  const longest = Math.max(1, ...names.map((name) => name.length));
  const cells = longest + ([...mark].length > 0 ? [...mark].length + 0.6 : 0);
  const lead = 1.25;
  const size = Math.max(9, Math.min(44, Math.floor((textWidth - 8) / cells), Math.floor(190 / (names.length * lead))));
  const nameWidth = longest * size;
  const pitch = Math.round(size * lead * 20) / 20;
  const x = Math.max(0, (textWidth - cells * size) / 2);
  return {
    kind: 'issuers',
    height: names.length * pitch,
    size,
    pitch,
    nameWidth,
    names: names.map((name, index) => ({
      text: name.join(''),
      spacing: name.length > 1 ? Math.floor(((nameWidth - name.length * size) / (name.length - 1)) * 20) / 20 : 0,
      part: `masthead.issuers.${index}`,
    })),
    x,
    markX: x + nameWidth + 0.6 * size,
    mark,
  };
}

type RunFace = HeadPiece['runs'][number]['face'];

const piece = (
  text: string,
  align: HeadPiece['align'],
  x: number,
  part: string,
  face: RunFace = 'body',
  size = 16,
): HeadPiece => ({ runs: [{ text, face }], align, x, size, part });

const widthOfText = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + (isFullWidth(character) ? size : size / 2), 0);

const space = (height: number): HeadRow => ({ kind: 'space', height });
const textRow = (pieces: readonly (HeadPiece | undefined)[], rule = false): HeadRow => ({
  kind: 'text',
  height: ROW,
  pieces: pieces.filter((one) => one !== undefined),
  rule,
});

/** 份号, 密级, 紧急程度 and other notices, from the top down, flush left (7.2.1–7.2.3). */
function noticesOf(masthead: Masthead | undefined): HeadPiece[] {
  const notices: [string | undefined, string, RunFace][] = [
    [masthead?.copyNumber, 'masthead.copyNumber', 'body'],
    [masthead?.secrecy, 'masthead.secrecy', 'heading'],
    [masthead?.urgency, 'masthead.urgency', 'heading'],
    [masthead?.notice, 'masthead.notice', 'heading'],
  ];
  return notices.flatMap(([text, part, face]) => (text ? [piece(text, 'left', 0, part, face)] : []));
}

/** One or two letters stand out, longer words keep to the size of the body. */
function cornerPiece(corner: string | undefined): HeadPiece | undefined {
  return corner ? piece(corner, 'right', 0, 'corner', 'heading', [...corner].length > 2 ? 16 : 22) : undefined;
}

/**
 * The rows with the number: alone in the middle, or left with the signers of a 上行文 at the right, two to a row where
 * they fit, names under names, the number on the row of the last (7.2.5, 7.2.6).
 */
function numberRows(masthead: Masthead, textWidth: number): HeadRow[] {
  const signers = (masthead.signers ?? []).map((name) => name.trim());
  const given = signers.flatMap((name, index) => (name ? [{ name, part: `masthead.signers.${index}` }] : []));
  if (given.length === 0) return [textRow([piece(masthead.number ?? '', 'center', 0, 'masthead.number')], true)];
  const number = piece(masthead.number ?? '', 'left', SIDE_INDENT, 'masthead.number');
  const names = given.map(({ name, part }) => ({ part, name: given.length > 1 ? spacedName(name) : name }));
  const label = { text: '签发人：', face: 'body' } as const;
  const cells = Math.max(...names.map(({ name }) => widthOfText(name, 1)));
  const numberWidth = widthOfText(masthead.number ?? '', 16);
  const room = textWidth - 2 * SIDE_INDENT;
  const perRow = names.length > 1 && numberWidth + 16 + (4 + 2 * cells + 1) * 16 <= room ? 2 : 1;
  const block = (4 + perRow * cells + (perRow - 1)) * 16;
  const left = Math.max(SIDE_INDENT, textWidth - SIDE_INDENT - block);
  const rows: HeadRow[] = [];
  for (let from = 0; from < names.length; from += perRow) {
    const pieces = names.slice(from, from + perRow).map(({ name, part }, index): HeadPiece => {
      const first = from === 0 && index === 0;
      const x = first ? left : left + (4 + index * (cells + 1)) * 16;
      const run = { text: name, face: 'kai' } as const;
      return { runs: first ? [label, run] : [run], align: 'left', x, size: 16, part };
    });
    const last = from + perRow >= names.length;
    rows.push(textRow(last && masthead.number ? [number, ...pieces] : pieces, last));
  }
  return rows;
}

/** The head of a document, empty when there is none. @param textWidth points. */
export function headPlan(
  { masthead, corner }: Pick<DocumentModel, 'masthead' | 'corner'>,
  geometry: PageGeometry,
): HeadPlan {
  const textWidth = textWidthOf(geometry);
  const atCorner = cornerPiece(corner);
  if (masthead?.style === 'letter') return letterPlan(masthead, atCorner, geometry);
  const notices = noticesOf(masthead);
  const top: HeadRow[] = notices.map((notice, index) => textRow([notice, index === 0 ? atCorner : undefined]));
  if (atCorner && top.length === 0) top.push(textRow([atCorner]));
  if (!masthead) return { rows: top, bars: [] };
  const briefing = masthead.style === 'briefing';
  const issuers = (masthead.issuers ?? []).filter((name) => name.trim());
  const single: MarkRow = { kind: 'mark', height: 0, ...markSize(masthead.mark), text: masthead.mark };
  const mark = issuers.length > 0 ? issuersRow(issuers, masthead.mark, textWidth) : { ...single, height: single.size };
  // The ink of a glyph begins about 0.02 em below its box, and its box lower the looser the line is set.
  const inkTop = mark.kind === 'mark' ? mark.size * 0.02 : (mark.pitch - mark.size) * 0.8 + mark.size * 0.02;
  const markTop = (briefing ? 20 : 35) * POINTS_PER_MM;
  const rows: HeadRow[] = [...top, space(Math.max(0, markTop - top.length * ROW - inkTop)), mark];
  const side = masthead.issuer || masthead.date;
  for (let row = 0; row < (briefing ? 1 : 2); row += 1) rows.push(space(ROW));
  if (!side) rows.push(...numberRows(masthead, textWidth));
  else {
    if (masthead.number) rows.push(textRow([piece(masthead.number, 'center', 0, 'masthead.number')]));
    const issuer = piece(masthead.issuer ?? '', 'left', SIDE_INDENT, 'masthead.issuer');
    rows.push(textRow([issuer, piece(masthead.date ?? '', 'right', SIDE_INDENT, 'masthead.date')], true));
  }
  rows.push(space(ROW));
  if (!briefing) rows.push(space(ROW));
  return { rows, bars: [] };
}

/** How the first pages are set: a 信函 hides the folio of the first (10.1). */
export function openingPage({ page, masthead }: Pick<DocumentModel, 'page' | 'masthead'>): PageSetup {
  return masthead?.style === 'letter' ? { ...page, firstPageFolio: 'none' } : page;
}

/** Share of the size from the upper edge of a mark's box down to the lower edge of its ink: 0.9 to 0.97, by the face. */
const MARK_INK = 0.94;

/**
 * 信函格式 (10.1): the mark's upper edge 30 mm below the edge of the page, a double line 4 mm under it, the number flush
 * right 7/8 of a character under the line with 密级 and 紧急程度 at the left from the same row on, another double line
 * 20 mm above the lower edge.
 */
function letterPlan(masthead: Masthead, corner: HeadPiece | undefined, geometry: PageGeometry): HeadPlan {
  const { size } = markSize(masthead.mark);
  const markTop = 30 * POINTS_PER_MM - size * 0.02;
  const pageTop = geometry.top / 20;
  const line = markTop + size * MARK_INK + 4 * POINTS_PER_MM;
  const flow = Math.max(pageTop, markTop + size);
  // Ink of Chinese type begins at 0.83 em above its baseline, which lies at four fifths of the line.
  const number = line + DOUBLE_HEIGHT + (16 * 7) / 8 - (ROW * 0.8 - 16 * 0.83);
  const notices = noticesOf(masthead);
  const first = [notices[0], masthead.number ? piece(masthead.number, 'right', 0, 'masthead.number') : undefined];
  const x = (geometry.width / 20 - DOUBLE.width) / 2;
  const foot = geometry.height / 20 - 20 * POINTS_PER_MM;
  const bar = (y: number, height: number): RedBar => ({ x, y, width: DOUBLE.width, height });
  return {
    rows: [
      { kind: 'mark', height: flow - pageTop, size, spacing: 0, text: masthead.mark, frame: markTop },
      space(Math.max(1, number - flow)),
      textRow(first),
      ...notices.slice(1).map((notice) => textRow([notice])),
      space(ROW),
      space(ROW),
    ],
    bars: [
      bar(line, DOUBLE.thick),
      bar(line + DOUBLE.thick + DOUBLE.gap, DOUBLE.thin),
      bar(foot - DOUBLE_HEIGHT, DOUBLE.thin),
      bar(foot - DOUBLE.thick, DOUBLE.thick),
    ],
    ...(corner ? { corner: { top: 20 * POINTS_PER_MM, height: ROW, piece: corner } } : {}),
  };
}

/** 版记: 4号仿宋 on 21 pt, lines of 0.35, 0.25 and 0.35 mm (7.4.1), the last on the lower edge of the type area. */
export const IMPRINT = { size: 14, row: 21, indent: 14, outer: 1, inner: 0.75 } as const;

export interface FootRow {
  readonly label?: string;
  /** The text as it is set, with its label's colon and its full stop. */
  readonly text: string;
  readonly right?: string;
  readonly part: string;
}

export interface FootPlan {
  /** Rows above the inner line: 报, 送, 抄送 … each hanging after its colon. */
  readonly receivers: readonly FootRow[];
  /** Rows under it: issuer left, date right, remarks right. */
  readonly last: readonly FootRow[];
  /** 信函 has receivers only, and no lines (10.1). */
  readonly ruled: boolean;
}

export function footPlan({ imprint, masthead }: Pick<DocumentModel, 'imprint' | 'masthead'>): FootPlan {
  const ruled = masthead?.style !== 'letter';
  if (!imprint) return { receivers: [], last: [], ruled };
  const receivers = imprint.receivers
    .map(({ label, text }, index) => ({
      label,
      text: sentence(text),
      part: `imprint.receivers.${index}`,
    }))
    .filter(({ label, text }) => label || text);
  if (!ruled) return { receivers, last: [], ruled };
  const last: FootRow[] = [];
  const right = imprint.issued ?? imprint.remarks;
  if (imprint.issuer || right) {
    last.push({ text: imprint.issuer ?? '', ...(right ? { right } : {}), part: 'imprint.issuer' });
  }
  if (imprint.issued && imprint.remarks) last.push({ text: '', right: imprint.remarks, part: 'imprint.remarks' });
  return { receivers, last, ruled };
}

/** 抄送 ends with a full stop (7.4.2); 报 and 送 of a briefing do so as well. */
function sentence(text: string): string {
  const trimmed = text.trim().replace(/[。．.]+$/u, '');
  return trimmed ? `${trimmed}。` : '';
}

/** One character of the body, the indent of what stands at the sides of the head. */
export const SIDE_INDENT = CELL;
