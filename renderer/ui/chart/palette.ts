/**
 * Colours of charts. Parts of a bar: the set of Okabe and Ito (2008), which people with protanopia or deuteranopia tell
 * apart too (its red-orange a shade darker, so that numbers can be read on it); in an order that keeps neighbours far from each other. This year and last: one hue in two steps.
 */
export const PART_COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#c05000'] as const;

export const YEAR_COLOURS = ['#0b57d0', '#9dbcf0'] as const;

/** A single series: the blue of everything that opens. */
export const SOLE_COLOUR = '#0b57d0';

export const MEDIAN_COLOUR = '#59636e';
export const INK = '#1f2328';
export const QUIET = '#59636e';
export const LINE = '#d8dee4';
export const PAPER = '#ffffff';

/** Ink or paper, whichever can be read on the colour: relative luminance of WCAG 2. */
export function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16)));
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance > DARKEST_UNDER_INK ? INK : PAPER;
}

/** Up to this luminance paper is read better than ink. */
const DARKEST_UNDER_INK = 0.19;

/** sRGB 0..255 as linear light 0..1. */
function linear(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
