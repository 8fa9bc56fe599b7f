import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Wording } from '../../../shared/figures/definition.ts';
import { type Word, wordingOf, wordingProblem } from '../../../shared/figures/wording.ts';

const told = (value: number, unit: string, style: Wording['style'], scale?: Wording['scale']) =>
  wordingOf(value, { unit, wording: { style, scale } });
const MILLIONS = { unit: '亿元', size: 10_000 };

/** 末位非零数位的单位, told apart from the program by its digits. */
function lastUnit(n: number): number {
  const digits = String(n);
  const zeros = /0*$/.exec(digits)?.[0].length ?? 0;
  return 10 ** zeros;
}

/** The rule of table C.2, as it is written there, for whole n. */
function mayStand(n: number, word: Word, value: number): boolean {
  if (word === '') return n === value;
  const d = lastUnit(n);
  if (n < 10) return false;
  return word === '近' ? n - d / 10 <= value && value < n : n < value && value < n + d;
}

describe('约数用语：写出来的', () => {
  it.each([
    [54, '次', 'more', '50多次'],
    [64, '条', 'more', '60多条'],
    [23, '条', 'more', '20多条'],
    [3140, '人', 'more', '3100多人'],
    [366.8, '万元', 'more', '360多万元'],
    [428, '户', 'more', '400多户'],
    [1340, '人', 'odd', '1300余人'],
    [698, '件', 'near', '近700件'],
    [1985, '件', 'near', '近2000件'],
  ] as const)('%d%s 写成 %s：%s', (value, unit, style, full) => {
    expect(told(value, unit, style).full).toBe(full);
  });

  it('2.06亿写成“超2亿元”，明细仍是万元的实数', () => {
    const written = told(20_600, '万元', 'over', MILLIONS);
    expect(written).toEqual({ text: '超2亿', word: '超', exact: '20600', unit: '元', full: '超2亿元' });
    expect(told(20_600, '万元', 'more', MILLIONS).full).toBe('2亿多元');
  });

  it('整数不用约数词：60多的60、2亿、400户', () => {
    expect(told(60, '条', 'more').full).toBe('60条');
    expect(told(400, '户', 'more').full).toBe('400户');
    expect(told(20_000, '万元', 'over', MILLIONS).full).toBe('2亿元');
    expect(told(700, '件', 'near').full).toBe('700件');
  });

  it('10以下写实数，不到一亿的按万元写', () => {
    expect(told(8, '次', 'more').full).toBe('8次');
    expect(told(9.5, '万元', 'more').full).toBe('9.5万元');
    expect(told(6280, '万元', 'over', MILLIONS).full).toBe('超6200万元');
  });

  it('没有够近的整数就写实数，不硬写“近”', () => {
    expect(told(655, '件', 'near').full).toBe('655件');
    expect(told(689, '件', 'near').full).toBe('近690件');
  });

  it('“余”只用于三位以上的人、户、字，别的写“多”', () => {
    expect(told(96, '人', 'odd').full).toBe('90多人');
    expect(told(1340, '次', 'odd').full).toBe('1300多次');
    expect(told(152.6, '万字', 'odd').full).toBe('150余万字');
  });

  it('没有写法的写实数，小数不带多余的零', () => {
    expect(wordingOf(100, { unit: '%' }).full).toBe('100%');
    expect(wordingOf(99.5, { unit: '%' }).full).toBe('99.5%');
    expect(wordingOf(0.1 + 0.2, { unit: '万元' }).exact).toBe('0.3');
    expect(wordingOf(0, { unit: '次', wording: { style: 'more' } }).full).toBe('0次');
  });
});

describe('约数用语：性质', () => {
  const value = fc.oneof(
    fc.integer({ min: 0, max: 120 }),
    fc.integer({ min: 0, max: 5_000_000 }),
    fc.integer({ min: 0, max: 50_000 }).map((tenths) => tenths / 10),
  );
  const style = fc.constantFrom<Wording['style']>('exact', 'more', 'odd', 'near', 'over');
  const unit = fc.constantFrom('次', '人', '户', '件', '万元', '万字');
  /** The number in a text: 1300余 → 1300. */
  const numberIn = (text: string) => Number(text.replace(/[多余近超]/gu, ''));

  it('写出来的都经得起自己的核对；精确的从不带词', () => {
    fc.assert(
      fc.property(value, style, unit, (real, how, of) => {
        const { text, word } = told(real, of, how);
        const n = numberIn(text);
        expect(wordingProblem({ n, word }, real)).toBeUndefined();
        if (n === real) expect(word).toBe('');
        if (word !== '') expect(mayStand(n, word, real)).toBe(true);
        if (real < 10) expect(word).toBe('');
      }),
      { numRuns: 3000 },
    );
  });

  it('按亿元写的，折回万元也经得起核对', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900_000 }), (real) => {
        const { text, word, unit: rest } = told(real, '万元', 'over', MILLIONS);
        const n = numberIn(text.replace('亿', '')) * (rest === '元' ? MILLIONS.size : 1);
        expect(wordingProblem({ n, word }, real)).toBeUndefined();
      }),
    );
  });

  it('核对与约数规则逐字一致：许可的不拦，不许可的都拦', () => {
    const claim = fc.record({
      n: fc.oneof(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 400 }).map((n) => n * 100),
      ),
      word: fc.constantFrom<Word>('', '多', '余', '近', '超'),
    });
    // Close to the number claimed, where the rule turns from one to the other.
    const near = claim.chain((one) =>
      fc.tuple(
        fc.constant(one),
        fc.integer({ min: -12, max: 120 }).map((by) => Math.max(0, one.n + by)),
      ),
    );
    fc.assert(
      fc.property(near, ([one, real]) => {
        expect(wordingProblem(one, real) === undefined, JSON.stringify([one, real])).toBe(
          mayStand(one.n, one.word, real),
        );
      }),
      { numRuns: 5000 },
    );
  });

  it('换成相邻的整数、别的档次就拦下', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 100_000 }), (real) => {
        const { text, word } = told(real, '次', 'more');
        if (word === '') return;
        const n = numberIn(text);
        const step = lastUnit(n);
        for (const other of [n + step, n - step, real, real + 1]) {
          if (mayStand(other, word, real)) continue;
          expect(wordingProblem({ n: other, word }, real)).toMatch(/不能写/u);
        }
      }),
    );
  });
});

describe('约数用语：核对别人写的', () => {
  it('实有54次，写“50多次”可以', () => {
    expect(wordingProblem({ n: 50, word: '多' }, 54)).toBeUndefined();
    expect(wordingProblem({ n: 50, word: '余' }, 54)).toBeUndefined();
  });

  it('正好60，不能写“60多”', () => {
    expect(wordingProblem({ n: 60, word: '多' }, 60)).toBe('正好60，不能写“60多”');
  });

  it('说得出实有多少、为什么不行', () => {
    expect(wordingProblem({ n: 60, word: '多' }, 72)).toBe('实有72，不能写“60多”（多于60、少于70才可以）');
    expect(wordingProblem({ n: 700, word: '近' }, 680)).toBe('实有680，不能写“近700”（不少于690、少于700才可以）');
    expect(wordingProblem({ n: 8, word: '多' }, 9)).toBe('10以下的数要写实数：实有9，不能写“8多”');
    expect(wordingProblem({ n: 27, word: '' }, 28)).toBe('实有28，写的是27');
  });

  it('表里各项的区间：两头之内可以，出去就不行', () => {
    const intervals: readonly (readonly [n: number, word: Word, low: number, high: number, step: number])[] = [
      [50, '多', 51, 59, 1],
      [60, '多', 61, 69, 1],
      [20, '多', 21, 29, 1],
      [20_000, '超', 20_001, 29_999, 1],
      [3100, '多', 3101, 3199, 1],
      [360, '多', 360.1, 369.9, 0.1],
      [400, '多', 401, 499, 1],
      [1300, '余', 1301, 1399, 1],
      [700, '近', 690, 699, 1],
    ];
    for (const [n, word, low, high, step] of intervals) {
      for (const good of [low, high]) expect(wordingProblem({ n, word }, good), `${n}${word} ${good}`).toBeUndefined();
      for (const bad of [low - step, high + step]) {
        expect(wordingProblem({ n, word }, Math.round(bad * 10) / 10), `${n}${word} ${bad}`).toBeDefined();
      }
    }
  });

  it('书稿字数可以写成整万字，别的数不可以四舍五入', () => {
    for (const real of [34.5, 35, 35.4]) expect(wordingProblem({ n: 35, word: '' }, real, '万字')).toBeUndefined();
    for (const real of [34.4, 35.5]) expect(wordingProblem({ n: 35, word: '' }, real, '万字')).toBeDefined();
    expect(wordingProblem({ n: 35, word: '' }, 34.8, '万元')).toBeDefined();
  });
});
