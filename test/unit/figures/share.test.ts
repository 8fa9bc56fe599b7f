import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsOf, percent } from '../../../shared/figures/share.ts';

describe('百分比', () => {
  it.each([
    [212, 212, '100%'],
    [0, 5, '0%'],
    [1, 3, '33.3%'],
    [1, 2, '50%'],
    [9999, 10_000, '99.9%'],
    [1, 100_000, '0.1%'],
    [0, 0, ''],
  ])('%i ÷ %i 写成 %s', (met, of, written) => expect(percent(met, of)).toBe(written));

  it('差一件就不写 100%，有一件就不写 0%', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 100_000 }), (of, some) => {
        const met = Math.min(some, of);
        const written = percent(met, of);
        expect(written === '100%').toBe(met === of);
        expect(written === '0%').toBe(met === 0);
      }),
    );
  });

  it('按条合计的用合计，不用件数', () => {
    const share = { id: 'a', label: '', rule: '', met: ['x'], of: ['x', 'y'] };
    expect(countsOf(share)).toEqual({ met: 1, of: 2 });
    expect(countsOf({ ...share, counts: { met: 3, of: 9 } })).toEqual({ met: 3, of: 9 });
  });
});
