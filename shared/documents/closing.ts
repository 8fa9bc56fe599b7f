import { CELL, ROW, type RoleStyle, type StyleSheet } from './layout.ts';
import type { DocumentModel, DocumentParagraph } from './model.ts';
import { type LinePlace, styleOf, unitsOf } from './paragraph-setting.ts';

/** Where a paragraph of the closing stands, instead of what its role says. */
export interface ClosingPlace extends LinePlace {
  /** Signatures side by side at one height: which of how many, and the part of the line that is its own, in points. */
  readonly row?: { readonly index: number; readonly count: number; readonly from: number; readonly to: number };
  /** White space above, points. */
  readonly above?: number;
}

/** Room that a seal of 42 mm takes in a row of seals, so that none touches another (7.3.5.1). Points. */
const SEAL = 125;
/** Rows between rows of signatures with seals. */
const SEAL_ROWS = 4;

const widthOf = (paragraph: DocumentParagraph, { size, spacing }: Pick<RoleStyle, 'size' | 'spacing'>): number =>
  unitsOf(paragraph.runs, { size, spacing }).reduce((sum, unit) => sum + unit.width, 0);

const textOf = (paragraph: DocumentParagraph): string => paragraph.runs.map((run) => run.text).join('');

/**
 * Places of signatures, dates and lists of attachments by block: they depend on one another.
 * @param textWidth points.
 */
export function closingPlaces(
  model: Pick<DocumentModel, 'blocks' | 'sealed'>,
  textWidth: number,
  styles: StyleSheet,
): ReadonlyMap<number, ClosingPlace> {
  const places = new Map<number, ClosingPlace>();
  const { blocks } = model;
  const at = (index: number, role: string): DocumentParagraph | undefined => {
    const block = blocks[index];
    return block?.type === 'paragraph' && block.role === role ? block : undefined;
  };
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block?.type !== 'paragraph') continue;
    if (block.role === 'attachmentNote') {
      const place = attachmentPlace(block);
      if (place) places.set(index, place);
    }
    if (block.role !== 'date') continue;
    let first = index;
    while (at(first - 1, 'signature')) first -= 1;
    if (first === index) continue;
    const signatures = blocks.slice(first, index).flatMap((one) => (one.type === 'paragraph' ? [one] : []));
    const widths = signatures.map((signature) => widthOf(signature, styleOf(signature, styles)));
    const dateWidth = widthOf(block, styleOf(block, styles));
    const set = model.sealed ? sealedPlaces(widths, dateWidth, textWidth) : plainPlaces(widths, dateWidth, textWidth);
    set.forEach((place, offset) => {
      places.set(first + offset, place);
    });
  }
  return places;
}

/**
 * Without a seal: the signature two characters from the right, the date's first character two characters right of the
 * signature's first; a date longer than the signature stands two characters from the right and the signature moves (7.3.5.2).
 */
function plainPlaces(widths: readonly number[], dateWidth: number, textWidth: number): ClosingPlace[] {
  const right = 2 * CELL;
  const last = widths.at(-1) ?? 0;
  const signatures = widths.map((): ClosingPlace => ({ align: 'right', left: 0, right, first: 0 }));
  if (dateWidth > last) {
    const left = Math.max(0, textWidth - right - dateWidth - 2 * CELL);
    signatures[signatures.length - 1] = { align: 'left', left, right: 0, first: 0 };
    return [...signatures, { align: 'right', left: 0, right, first: 0 }];
  }
  const left = Math.max(0, textWidth - right - last + 2 * CELL);
  // Reaches over the edge rather than breaking, should a program set it wider.
  return [...signatures, { align: 'left', left, right: -2 * CELL, first: 0 }];
}

/**
 * With seals: the date four characters from the right, the last signature over its middle; of several as many side by
 * side as seals and names have room, the leading body first (7.3.5.1).
 */
function sealedPlaces(widths: readonly number[], dateWidth: number, textWidth: number): ClosingPlace[] {
  const last = widths.at(-1) ?? 0;
  // A signature that would reach over the edge takes the date with it.
  const right = Math.max(4 * CELL, Math.min(last, textWidth) / 2 - dateWidth / 2);
  const middle = textWidth - right - dateWidth / 2;
  const step = Math.max(SEAL, ...widths.map((width) => width + CELL));
  const perRow = Math.max(1, Math.min(3, Math.floor((middle - step / 2) / step + 1.001)));
  const rows = Math.ceil(widths.length / perRow);
  const signatures = widths.map((_, index): ClosingPlace => {
    const row = Math.floor(index / perRow);
    const count = row === rows - 1 ? widths.length - row * perRow : perRow;
    const at = index - row * perRow;
    const centre = middle - (count - 1 - at) * step;
    const from = at === 0 ? 0 : centre - step / 2;
    const to = at === count - 1 ? textWidth : centre + step / 2;
    const half = Math.min(centre - from, to - centre);
    return {
      align: 'center',
      left: centre - half,
      right: textWidth - centre - half,
      first: 0,
      ...(count > 1 ? { row: { index: at, count, from, to } } : {}),
      ...(row > 0 && at === 0 ? { above: SEAL_ROWS * ROW } : {}),
    };
  });
  return [...signatures, { align: 'right', left: 0, right, first: 0 }];
}

/**
 * Turn lines of a numbered attachment begin under the first character of its name; further numbers stand under the
 * first (7.3.4).
 */
function attachmentPlace(paragraph: DocumentParagraph): ClosingPlace | undefined {
  const match = /^(附件：)?(\d{1,2})[.．]/u.exec(textOf(paragraph));
  if (!match) return undefined;
  const cells = (match[2]?.length ?? 1) / 2 + (match[0].endsWith('.') ? 0.5 : 1);
  const left = (5 + cells) * CELL;
  return { align: 'left', left, right: 0, first: -(match[1] ? 3 + cells : cells) * CELL };
}
