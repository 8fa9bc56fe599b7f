import { CELL, POINTS_PER_MM, ROW } from './layout.ts';
import type { Imprint, Masthead } from './model.ts';

/** A row of the red head, from the upper edge of the type area downwards. Heights in points. */
export type HeadRow =
  | { readonly kind: 'space'; readonly height: number }
  | {
      readonly kind: 'mark';
      readonly height: number;
      readonly size: number;
      readonly spacing: number;
      readonly text: string;
    }
  | {
      readonly kind: 'text';
      readonly height: number;
      readonly face: 'body' | 'heading';
      /** One text in the middle, or one at each side a character in. */
      readonly center?: string;
      readonly left?: string;
      readonly right?: string;
      /** The red line stands under this row. */
      readonly rule: boolean;
      readonly part: 'masthead.number' | 'masthead.notice' | 'masthead.issuer';
    };

/** The red line: 1.5 pt thick, its box 8 pt under the row, which shows as 4 mm under the ink of the number (7.2.6). */
export const RED_RULE = { space: 8, thickness: 1.5 } as const;
export const RED = 'D81E06';

/** The mark is as large as its length allows: six characters at 60 pt, never more than the type area. */
export function markSize(mark: string): { readonly size: number; readonly spacing: number } {
  const length = Math.max(1, [...mark].length);
  const size = Math.max(9, Math.min(60, Math.floor(430 / length)));
  const slack = Math.max(0, 430 - length * size);
  return { size, spacing: length > 1 && length <= 5 ? Math.min(18, Math.floor(slack / length)) : 0 };
}

/** Rows of the red head, empty when there is none. */
export function headRows(masthead: Masthead | undefined): readonly HeadRow[] {
  if (!masthead) return [];
  const rows: HeadRow[] = [];
  const briefing = masthead.style === 'briefing';
  const { size, spacing } = markSize(masthead.mark);
  const markTop = (briefing ? 20 : 35) * POINTS_PER_MM;
  let used = 0;
  if (masthead.notice) {
    rows.push({
      kind: 'text',
      height: ROW,
      face: 'heading',
      left: masthead.notice,
      rule: false,
      part: 'masthead.notice',
    });
    used = ROW;
  }
  // The ink of a glyph begins about 0.02 em below its box.
  rows.push({ kind: 'space', height: markTop - used - size * 0.02 });
  rows.push({ kind: 'mark', height: size, size, spacing, text: masthead.mark });
  const side = masthead.issuer || masthead.date;
  for (let row = 0; row < (briefing ? 1 : 2); row += 1) rows.push({ kind: 'space', height: ROW });
  if (masthead.number || !side) {
    rows.push({
      kind: 'text',
      height: ROW,
      face: 'body',
      center: masthead.number ?? '',
      rule: !side,
      part: 'masthead.number',
    });
  }
  if (side) {
    rows.push({
      kind: 'text',
      height: ROW,
      face: 'body',
      left: masthead.issuer ?? '',
      right: masthead.date ?? '',
      rule: true,
      part: 'masthead.issuer',
    });
  }
  rows.push({ kind: 'space', height: ROW });
  if (!briefing) rows.push({ kind: 'space', height: ROW });
  return rows;
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
}

export function footPlan(imprint: Imprint | undefined): FootPlan {
  if (!imprint) return { receivers: [], last: [] };
  const receivers = imprint.receivers
    .map(({ label, text }, index) => ({
      label,
      text: sentence(text),
      part: `imprint.receivers.${index}`,
    }))
    .filter(({ label, text }) => label || text);
  const last: FootRow[] = [];
  const right = imprint.issued ?? imprint.remarks;
  if (imprint.issuer || right) {
    last.push({ text: imprint.issuer ?? '', ...(right ? { right } : {}), part: 'imprint.issuer' });
  }
  if (imprint.issued && imprint.remarks) last.push({ text: '', right: imprint.remarks, part: 'imprint.remarks' });
  return { receivers, last };
}

/** 抄送 ends with a full stop (7.4.2); 报 and 送 of a briefing do so as well. */
function sentence(text: string): string {
  const trimmed = text.trim().replace(/[。．.]+$/u, '');
  return trimmed ? `${trimmed}。` : '';
}

/** One character of the body, the indent of what stands at the sides of the head. */
export const SIDE_INDENT = CELL;
