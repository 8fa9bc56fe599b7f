import { type HeadPiece, type HeadPlan, type IssuersRow, RED_RULE } from './head-and-foot.ts';
import { type PageGeometry, POINTS_PER_MM, textWidthOf } from './layout.ts';
import type { PageItem, PlacedRun, TextItem } from './page.ts';

/** Office programs put the baseline of an exact line at four fifths of its height. */
const BASELINE = 0.8;

export interface SetHead {
  readonly items: readonly PageItem[];
  /** Points from the upper edge of the type area to where the text begins. */
  readonly height: number;
}

type Place = Pick<TextItem, 'align' | 'face' | 'size' | 'color' | 'letterSpacing'> & { readonly part: string };

/** The head of a document as items of its first page. */
export function setHead(plan: HeadPlan, geometry: PageGeometry): SetHead {
  const textWidth = textWidthOf(geometry);
  const items: PageItem[] = [];
  const mm = (points: number): number => Math.round((points / POINTS_PER_MM) * 1000) / 1000;
  const [left, top] = [geometry.left / 20, geometry.top / 20];
  const box = (x: number, y: number, width: number, height: number) => ({
    x: mm(left + x),
    y: mm(top + y),
    width: mm(width),
    height: mm(height),
  });
  const text = (
    kind: 'mark' | 'number',
    at: ReturnType<typeof box>,
    place: Place,
    runs: readonly PlacedRun[],
  ): void => {
    if (!runs.some((run) => run.text)) return;
    items.push({ kind, ...at, ...place, baseline: Math.round(at.height * BASELINE * 1000) / 1000, runs });
  };
  const red = { face: 'title', color: 'red' } as const;
  const issuers = (row: IssuersRow, y: number): void => {
    row.names.forEach(({ text: name, spacing, part }, index) => {
      const at = box(row.x, y + index * row.pitch, row.nameWidth + row.size, row.pitch);
      const place: Place = { ...red, align: 'left', size: row.size, letterSpacing: spacing, part };
      text('mark', at, place, [{ text: name, face: 'title' }]);
    });
    const at = box(row.markX, y + (row.height - row.size) / 2, textWidth - row.markX, row.size);
    const place: Place = { ...red, align: 'left', size: row.size, letterSpacing: 0, part: 'masthead.mark' };
    text('mark', at, place, [{ text: row.mark, face: 'title' }]);
  };
  const words = ({ runs, align, x, size, part }: HeadPiece, y: number, height: number): void => {
    const start = align === 'left' ? x : 0;
    const width = textWidth - (align === 'center' ? 0 : x);
    const place: Place = { align, face: runs[0]?.face ?? 'body', size, color: 'black', letterSpacing: 0, part };
    text('number', box(start, y, width, height), place, runs);
  };
  let y = 0;
  for (const row of plan.rows) {
    if (row.kind === 'issuers') issuers(row, y);
    if (row.kind === 'mark') {
      const place: Place = {
        ...red,
        align: 'center',
        size: row.size,
        letterSpacing: row.spacing,
        part: 'masthead.mark',
      };
      const at =
        row.frame === undefined ? box(0, y, textWidth, row.height) : box(0, row.frame - top, textWidth, row.size);
      text('mark', at, place, [{ text: row.text, face: 'title' }]);
    }
    if (row.kind === 'text') for (const one of row.pieces) words(one, y, row.height);
    y += row.height;
    if (row.kind !== 'text' || !row.rule) continue;
    items.push({ kind: 'rule', color: 'red', ...box(0, y + RED_RULE.space, textWidth, RED_RULE.thickness) });
    y += RED_RULE.space + RED_RULE.thickness;
  }
  for (const bar of plan.bars) {
    items.push({ kind: 'rule', color: 'red', ...box(bar.x - left, bar.y - top, bar.width, bar.height) });
  }
  if (plan.corner) words(plan.corner.piece, plan.corner.top - top, plan.corner.height);
  return { items, height: y };
}
