import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TabStopType } from 'docx';
import { type HeadRow, RED, RED_RULE, SIDE_INDENT } from '../../../shared/documents/head-and-foot.ts';
import { type Ink, textRuns } from './runs.ts';
import { STYLE, twips } from './styles.ts';

/** An empty paragraph may not be taller than this in twips, or programs cut it. */
const TALLEST_SPACER = 1500;

const exact = (height: number) => ({ line: Math.max(1, Math.round(height)), lineRule: LineRuleType.EXACT });

/** White space of an exact height in points, as empty paragraphs: space before a first paragraph is not kept by all. */
export function spacers(height: number): Paragraph[] {
  let left = Math.round(height * 20);
  const paragraphs: Paragraph[] = [];
  while (left > 0) {
    const now = Math.min(left, TALLEST_SPACER);
    paragraphs.push(new Paragraph({ style: STYLE.plain, spacing: exact(now) }));
    left -= now;
  }
  return paragraphs;
}

/** Rows of the red head. The red line is a border of a paragraph without indents, so that it is as wide as the text. */
export function headParagraphs(rows: readonly HeadRow[], textWidth: number, ink: Ink): Paragraph[] {
  return rows.flatMap((row) => {
    if (row.kind === 'space') return spacers(row.height);
    if (row.kind === 'mark') return [markParagraph(row, ink)];
    return [textParagraph(row, textWidth, ink)];
  });
}

function markParagraph(row: Extract<HeadRow, { kind: 'mark' }>, ink: Ink): Paragraph {
  const characters = [...row.text];
  const look = { face: 'title', setFace: true, size: row.size, color: RED } as const;
  // The space after the last character would push the line off its middle.
  const spaced = { ...look, characterSpacing: row.spacing };
  return new Paragraph({
    style: STYLE.plain,
    alignment: AlignmentType.CENTER,
    spacing: exact(row.height * 20),
    children: [
      ...textRuns(characters.slice(0, -1).join(''), spaced, ink),
      ...textRuns(characters.slice(-1).join(''), look, ink),
    ],
  });
}

function textParagraph(row: Extract<HeadRow, { kind: 'text' }>, textWidth: number, ink: Ink): Paragraph {
  const look = { face: row.face, setFace: row.face !== 'body' } as const;
  const sides = row.center === undefined;
  const inset = row.part === 'masthead.notice' ? 0 : twips(SIDE_INDENT);
  const text = sides ? `${row.left ?? ''}${row.right ? `\t${row.right}` : ''}` : (row.center ?? '');
  return new Paragraph({
    style: STYLE.plain,
    alignment: sides ? AlignmentType.LEFT : AlignmentType.CENTER,
    spacing: exact(row.height * 20),
    ...(sides
      ? {
          indent: { firstLine: inset },
          tabStops: [{ type: TabStopType.RIGHT, position: twips(textWidth) - inset }],
        }
      : {}),
    ...(row.rule
      ? {
          border: {
            bottom: { style: BorderStyle.SINGLE, color: RED, size: RED_RULE.thickness * 8, space: RED_RULE.space },
          },
        }
      : {}),
    children: textRuns(text, look, ink),
  });
}
