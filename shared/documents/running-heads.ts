import { type PageGeometry, POINTS_PER_MM, textHeightOf, textWidthOf } from './layout.ts';
import type { PageSetup } from './model.ts';
import type { Box, PageItem } from './page.ts';
import { unitsOf } from './paragraph-setting.ts';

/**
 * 公文 folios in points; `drop` from the lower edge of the type area to the upper edge of the footer's line, so that the
 * dash stands 7 mm under it (GB/T 9704-2012, 7.5).
 */
export const FOLIO = { size: 14, drop: 12.9 } as const;
/** Folios of books: 小五 a line under the text, flush with its outer edge. */
export const BOOK_FOLIO = { size: 9, drop: 14, row: 12 } as const;
/**
 * 书眉: 小五 with a thin rule under it. `rise` from the upper edge of the type area up to that of the line, `space` between
 * the line and its rule; points.
 */
export const RUNNING_HEAD = { size: 9, row: 12, rise: 27, space: 2, thickness: 0.5 } as const;

/** Number of a page as it is printed. */
export function folioLabel(number: number, setup: PageSetup): string {
  return setup.numbering?.format === 'roman' ? romanNumeral(number) : String(number);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

export function romanNumeral(number: number): string {
  let left = Math.max(0, Math.floor(number));
  let text = '';
  for (const [value, letters] of ROMAN) {
    while (left >= value) {
      text += letters;
      left -= value;
    }
  }
  return text;
}

/** The words of a running head as far as they fit into the line; a name cut off ends in …. */
export function runningHeadText(text: string, textWidth: number): string {
  const type = { size: RUNNING_HEAD.size, spacing: 0 };
  const units = unitsOf([{ text: text.replace(/\s+/gu, ' ').trim() }], type);
  let width = 0;
  const fitting = units.filter((unit) => {
    width += unit.width;
    return width <= textWidth - RUNNING_HEAD.size;
  });
  const words = fitting.map((unit) => unit.text).join('');
  return fitting.length < units.length ? `${words}…` : words;
}

interface FurniturePage {
  readonly setup: PageSetup;
  readonly geometry: PageGeometry;
  /** As printed; its parity tells right pages from left ones. */
  readonly number: number;
  readonly firstOfSection: boolean;
}

function boxOf(geometry: PageGeometry, x: number, y: number, width: number, height: number): Box {
  const mm = (points: number): number => Math.round((points / POINTS_PER_MM) * 1000) / 1000;
  return { x: mm(geometry.left / 20 + x), y: mm(geometry.top / 20 + y), width: mm(width), height: mm(height) };
}

const baselineOf = (height: number): number => Math.round(((height * 0.8) / POINTS_PER_MM) * 1000) / 1000;

/**
 * Landscape pages of 公文 carry their number where the portrait pages around them do once the sheet is bound, its upper
 * edge at the binding (GB/T 9704-2012, 8): in the left margin, read from the top down.
 */
export function isTurned({ folio, grid, orientation }: PageSetup): boolean {
  return folio === 'outside' && grid === 'official' && orientation === 'landscape';
}

/** The strip of a turned folio in points from the upper left corner of the page; `inset` from the end it stands at. */
export function turnedFolio(geometry: PageGeometry) {
  const { drop, size } = FOLIO;
  return {
    x: geometry.left / 20 - drop - size,
    y: geometry.top / 20,
    width: size,
    height: textHeightOf(geometry),
    inset: size,
  };
}

/** '— 1 —' outside with a character's indent, centred, or the plain number of books at the outer edge. */
export function folioItems({ setup, geometry, number, firstOfSection }: FurniturePage): PageItem[] {
  const { folio } = setup;
  if (folio === 'none' || (firstOfSection && setup.firstPageFolio === 'none')) return [];
  const align = folio === 'center' ? 'center' : number % 2 === 1 ? 'right' : 'left';
  const book = folio === 'book';
  const { size, drop } = book ? BOOK_FOLIO : FOLIO;
  const height = book ? BOOK_FOLIO.row : size;
  const inset = folio === 'outside' ? size : 0;
  const label = folioLabel(number, setup);
  const width = textWidthOf(geometry) - 2 * inset;
  const strip = turnedFolio(geometry);
  const [left, top] = [geometry.left / 20, geometry.top / 20];
  return [
    {
      kind: 'folio',
      ...(isTurned(setup)
        ? {
            ...boxOf(geometry, strip.x - left, strip.y - top + inset, strip.width, strip.height - 2 * inset),
            turned: true as const,
          }
        : boxOf(geometry, inset, textHeightOf(geometry) + drop, width, height)),
      align,
      face: 'song',
      size,
      color: 'black',
      letterSpacing: 0,
      baseline: baselineOf(height),
      runs: [{ text: book ? label : `— ${label} —`, face: 'song' }],
    },
  ];
}

/** Name of the book over left pages, of the part or chapter over right ones, with a rule under it. */
export function runningHeadItems({ setup, geometry, number }: FurniturePage): PageItem[] {
  const words = number % 2 === 1 ? setup.runningHead?.odd : setup.runningHead?.even;
  const width = textWidthOf(geometry);
  const text = words ? runningHeadText(words, width) : '';
  if (!text) return [];
  const { size, row, rise, space, thickness } = RUNNING_HEAD;
  return [
    {
      kind: 'head',
      ...boxOf(geometry, 0, -rise, width, row),
      align: number % 2 === 1 ? 'right' : 'left',
      face: 'song',
      size,
      color: 'black',
      letterSpacing: 0,
      baseline: baselineOf(row),
      runs: [{ text, face: 'song' }],
    },
    { kind: 'rule', color: 'black', ...boxOf(geometry, 0, row + space - rise, width, thickness) },
  ];
}
