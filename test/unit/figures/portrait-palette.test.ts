import { describe, expect, it } from 'vitest';
import { INK, inkOn, PAPER, PART_COLOURS, YEAR_COLOURS } from '../../../renderer/ui/chart/palette.ts';

/** Linear light of a colour written '#rrggbb'. */
const linear = (colour: string): number[] =>
  [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });

/** Full dichromacy after Machado, Oliveira and Fernandes (2009), table for severity 1.0, on linear light. */
const SIGHTS: Readonly<Record<string, readonly (readonly number[])[]>> = {
  正常: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  红色盲: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  绿色盲: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** CIE L*a*b* (D65) of linear light. */
function lab(rgb: readonly number[]): number[] {
  const [r = 0, g = 0, b = 0] = rgb.map((value) => Math.min(1, Math.max(0, value)));
  const xyz = [
    (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
    0.2126 * r + 0.7152 * g + 0.0722 * b,
    (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
  ];
  const [x = 0, y = 0, z = 0] = xyz.map((value) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function distance(a: string, b: string, sight: readonly (readonly number[])[]): number {
  const seen = (colour: string) => {
    const light = linear(colour);
    return lab(sight.map((row) => row.reduce((sum, factor, at) => sum + factor * (light[at] ?? 0), 0)));
  };
  const [one, other] = [seen(a), seen(b)];
  return Math.hypot(...one.map((value, at) => value - (other[at] ?? 0)));
}

/** A difference of 2.3 can just be told side by side; surfaces of a chart want many times that. */
const APART = 15;

describe('图表的颜色', () => {
  for (const [name, sight] of Object.entries(SIGHTS)) {
    it(`${name}：一根柱子的各段两两分得开，今年与上年分得开`, () => {
      const pairs = PART_COLOURS.flatMap((a, at) => PART_COLOURS.slice(at + 1).map((b) => [a, b] as const));
      const close = [...pairs, YEAR_COLOURS]
        .map(([a, b]) => ({ pair: `${a} ${b}`, apart: Math.round(distance(a, b, sight)) }))
        .filter(({ apart }) => apart < APART);
      expect(close).toEqual([]);
    });
  }

  it('段上的数字在它的底色上读得清（4.5:1）', () => {
    const luminance = (colour: string) => {
      const [r = 0, g = 0, b = 0] = linear(colour);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (a: string, b: string) => {
      const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one);
      return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
    };
    for (const colour of PART_COLOURS) expect(contrast(colour, inkOn(colour)), colour).toBeGreaterThanOrEqual(4.5);
    expect(new Set(PART_COLOURS.map(inkOn))).toEqual(new Set([INK, PAPER]));
  });
});
