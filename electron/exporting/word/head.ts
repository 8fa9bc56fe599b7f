import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  FrameAnchorType,
  FrameWrap,
  HeightRule,
  type IFrameOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import {
  type HeadPiece,
  type HeadPlan,
  type IssuersRow,
  type MarkRow,
  RED,
  RED_RULE,
} from '../../../shared/documents/head-and-foot.ts';
import type { PageGeometry } from '../../../shared/documents/layout.ts';
import { NO_LINES } from './places.ts';
import { type Ink, textRuns } from './runs.ts';
import { barsRun } from './shapes.ts';
import { STYLE, twips } from './styles.ts';

/** An empty paragraph may not be taller than this in twips, or programs cut it. */
const TALLEST_SPACER = 1500;

const exact = (height: number) => ({ line: Math.max(1, Math.round(height)), lineRule: LineRuleType.EXACT });

/**
 * White space of an exact height in points, as empty paragraphs: space before a first paragraph is not kept by all.
 * @param anchored what hangs on the first of them without taking room.
 */
export function spacers(height: number, anchored: readonly ParagraphChild[] = []): Paragraph[] {
  let left = Math.round(height * 20);
  const paragraphs: Paragraph[] = [];
  while (left > 0) {
    const now = Math.min(left, TALLEST_SPACER);
    const children = paragraphs.length === 0 ? anchored : [];
    paragraphs.push(new Paragraph({ style: STYLE.plain, spacing: exact(now), children: [...children] }));
    left -= now;
  }
  return paragraphs;
}

/** The red head. The red line is a border of a paragraph without indents, so that it is as wide as the text. */
export function headParagraphs(plan: HeadPlan, geometry: PageGeometry, ink: Ink): FileChild[] {
  const width = geometry.width - geometry.left - geometry.right;
  const children: FileChild[] = [];
  if (plan.corner) {
    const { top, height, piece } = plan.corner;
    children.push(textParagraph([piece], height, false, width, ink, frameAt(top, height, width)));
  }
  let anchored: readonly ParagraphChild[] = plan.bars.length > 0 ? [barsRun(plan.bars)] : [];
  for (const row of plan.rows) {
    if (row.kind === 'space') {
      children.push(...spacers(row.height, anchored));
      anchored = [];
    }
    if (row.kind === 'mark') {
      const frame = row.frame === undefined ? undefined : frameAt(row.frame, row.size, width);
      children.push(markParagraph(row, ink, frame));
    }
    if (row.kind === 'issuers') children.push(issuersTable(row, ink));
    if (row.kind === 'text') children.push(textParagraph(row.pieces, row.height, row.rule, width, ink));
  }
  return children;
}

/** A place of the page as wide as the text, with nothing beside it. @param top points from the edge of the page. */
function frameAt(top: number, height: number, width: number): IFrameOptions {
  return {
    type: 'absolute',
    position: { x: 0, y: twips(top) },
    width,
    height: twips(height),
    rule: HeightRule.EXACT,
    wrap: FrameWrap.AROUND,
    anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.PAGE },
  };
}

const redLook = (size: number) => ({ face: 'title', setFace: true, size, color: RED }) as const;

/** Letters set apart; the space after the last one would push the line off its middle. */
function spacedRuns(text: string, size: number, spacing: number, ink: Ink): ParagraphChild[] {
  const characters = [...text];
  return [
    ...textRuns(characters.slice(0, -1).join(''), { ...redLook(size), characterSpacing: spacing }, ink),
    ...textRuns(characters.slice(-1).join(''), redLook(size), ink),
  ];
}

function markParagraph(row: MarkRow, ink: Ink, frame: IFrameOptions | undefined): Paragraph {
  return new Paragraph({
    style: STYLE.plain,
    ...(frame ? { frame } : {}),
    alignment: AlignmentType.CENTER,
    spacing: exact((frame ? row.size : row.height) * 20),
    children: spacedRuns(row.text, row.size, row.spacing, ink),
  });
}

/** Names one under the other and the mark beside their middle: a table without lines, its rows of exact heights. */
function issuersTable(row: IssuersRow, ink: Ink): Table {
  const widths = [twips(row.markX - row.x), Math.max(20, twips([...row.mark].length * row.size))];
  const cell = (width: number | undefined, children: ParagraphChild[], height: number, rowSpan = 1): TableCell =>
    new TableCell({
      width: { size: width ?? 20, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      ...(rowSpan > 1 ? { rowSpan } : {}),
      children: [
        new Paragraph({ style: STYLE.plain, alignment: AlignmentType.LEFT, spacing: exact(height * 20), children }),
      ],
    });
  return new Table({
    style: STYLE.headTable,
    width: { size: (widths[0] ?? 0) + (widths[1] ?? 0), type: WidthType.DXA },
    columnWidths: widths,
    alignment: AlignmentType.CENTER,
    layout: TableLayoutType.FIXED,
    borders: NO_LINES,
    margins: { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 },
    rows: row.names.map(
      ({ text, spacing }, index) =>
        new TableRow({
          height: { value: twips(row.pitch), rule: HeightRule.EXACT },
          cantSplit: true,
          children: [
            cell(widths[0], spacedRuns(text, row.size, spacing, ink), row.pitch),
            ...(index === 0
              ? [cell(widths[1], textRuns(row.mark, redLook(row.size), ink), row.size, row.names.length)]
              : []),
          ],
        }),
    ),
  });
}

function textParagraph(
  pieces: readonly HeadPiece[],
  height: number,
  rule: boolean,
  width: number,
  ink: Ink,
  frame?: IFrameOptions,
): Paragraph {
  const center = pieces.some(({ align }) => align === 'center');
  // One at the very edge needs no tab to get there.
  const stops = pieces.filter(({ align, x }) => align === 'right' || x > 0);
  const tabs = stops.map(({ align, x }) =>
    align === 'right'
      ? { type: TabStopType.RIGHT, position: width - twips(x) }
      : { type: TabStopType.LEFT, position: twips(x) },
  );
  const children = pieces.flatMap((piece) =>
    piece.runs.flatMap(({ text, face }, index) => {
      const tab = index === 0 && !center && stops.includes(piece) ? '\t' : '';
      return textRuns(tab + text, { face, setFace: face !== 'body', size: piece.size }, ink);
    }),
  );
  return new Paragraph({
    style: STYLE.plain,
    ...(frame ? { frame } : {}),
    alignment: center ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: exact(height * 20),
    ...(center ? {} : { tabStops: tabs }),
    ...(rule
      ? {
          border: {
            bottom: { style: BorderStyle.SINGLE, color: RED, size: RED_RULE.thickness * 8, space: RED_RULE.space },
          },
        }
      : {}),
    children,
  });
}
