import {
  AlignmentType,
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  HeightRule,
  HorizontalPositionAlign,
  type IFrameOptions,
  LineRuleType,
  Paragraph,
  TabStopType,
  VerticalPositionAlign,
} from 'docx';
import { type FootPlan, IMPRINT } from '../../../shared/documents/head-and-foot.ts';
import type { PageGeometry } from '../../../shared/documents/layout.ts';
import { receiverLines } from '../../../shared/documents/sheet.ts';
import { type Ink, textRuns } from './runs.ts';
import { STYLE, twips } from './styles.ts';

const ROW = twips(IMPRINT.row);
const INDENT = twips(IMPRINT.indent);
const look = { face: 'body', setFace: true, size: IMPRINT.size } as const;
const line = { line: ROW, lineRule: LineRuleType.EXACT };
const rule = (points: number) => ({ style: BorderStyle.SINGLE, color: '000000', size: points * 8, space: 0 });

/**
 * Lines of the last frame: Word draws them outside of a frame's height, LibreOffice inside, and then heights that are a
 * minimum grow by them. Exact heights would set the last row on its line there.
 */
const LINES = twips(IMPRINT.inner + IMPRINT.outer);

/** An empty line of one point: something must stand after a table or a frame, and nothing of it may show. */
export function hairline(options: { readonly pageBreakBefore?: boolean; readonly keepNext?: boolean } = {}): Paragraph {
  return new Paragraph({
    style: STYLE.plain,
    spacing: { line: 20, lineRule: LineRuleType.EXACT },
    ...(options.pageBreakBefore ? { pageBreakBefore: true } : {}),
    ...(options.keepNext ? { keepNext: true } : {}),
  });
}

/**
 * 版记 or 报送栏 on the lower edge of the last page, in two frames that hang on the line after them: the receivers at a
 * counted place on the page, the last row on the edge. One frame would need paragraphs of different borders, which
 * LibreOffice drops; a floating table it leaves in the text. Lines are broken here, each with tabs up to its indent,
 * because a border shrinks with the indents of its paragraph.
 */
export function footParagraphs(plan: FootPlan, geometry: PageGeometry, textWidth: number, ink: Ink): Paragraph[] {
  const bottom = geometry.height - geometry.bottom;
  const width = geometry.width - geometry.left - geometry.right;
  const paragraphs: Paragraph[] = [];
  const rows = plan.receivers.map((row) => receiverLines(row.label, row.text, textWidth));
  const count = rows.reduce((sum, lines) => sum + lines.length, 0);
  const lastHeight = plan.last.length * ROW;
  const anchor = { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.PAGE };
  const base = { width, rule: HeightRule.ATLEAST, wrap: FrameWrap.AROUND } as const;
  if (count > 0) {
    const height = count * ROW;
    const own = plan.last.length > 0 ? lastHeight + LINES : twips(IMPRINT.outer);
    paragraphs.push(
      receiversParagraph(rows, { ruled: plan.ruled, alone: plan.last.length === 0 }, ink, {
        ...base,
        type: 'absolute',
        position: { x: 0, y: bottom - height - (plan.ruled ? own + 2 * twips(IMPRINT.outer) : 0) },
        height,
        anchor,
      }),
    );
  }
  if (plan.last.length > 0) {
    const frame: IFrameOptions = {
      ...base,
      type: 'alignment',
      alignment: { x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM },
      height: lastHeight,
      anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
    };
    paragraphs.push(lastParagraph(plan.last, count > 0, width, frame, ink));
  }
  if (paragraphs.length > 0) paragraphs.push(hairline());
  return paragraphs;
}

function receiversParagraph(
  rows: readonly (readonly { readonly text: string; readonly indent: number }[])[],
  { ruled, alone }: { readonly ruled: boolean; readonly alone: boolean },
  ink: Ink,
  frame: IFrameOptions,
): Paragraph {
  const indents = [...new Set(rows.flatMap((lines) => lines.map(({ indent }) => twips(indent))))].sort((a, b) => a - b);
  const stops = indents.map((indent) => INDENT + indent);
  const text = rows
    .flatMap((lines) => lines.map(({ text: words, indent }) => '\t'.repeat(indents.indexOf(twips(indent)) + 1) + words))
    .join('\n');
  return new Paragraph({
    style: STYLE.plain,
    frame,
    alignment: AlignmentType.LEFT,
    spacing: line,
    tabStops: stops.map((position) => ({ type: TabStopType.LEFT, position })),
    ...(ruled ? { border: { top: rule(IMPRINT.outer), ...(alone ? { bottom: rule(IMPRINT.outer) } : {}) } } : {}),
    children: textRuns(text, look, ink),
  });
}

function lastParagraph(
  rows: FootPlan['last'],
  inner: boolean,
  width: number,
  frame: IFrameOptions,
  ink: Ink,
): Paragraph {
  const text = rows.map((row) => `\t${row.text}${row.right ? `\t${row.right}` : ''}`).join('\n');
  return new Paragraph({
    style: STYLE.plain,
    frame,
    alignment: AlignmentType.LEFT,
    spacing: line,
    tabStops: [
      { type: TabStopType.LEFT, position: INDENT },
      { type: TabStopType.RIGHT, position: width - INDENT },
    ],
    border: { top: rule(inner ? IMPRINT.inner : IMPRINT.outer), bottom: rule(IMPRINT.outer) },
    children: textRuns(text, look, ink),
  });
}
