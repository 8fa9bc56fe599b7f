import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Chance, idMaker } from '../../../electron/sample/chance.ts';
import { dayOf, timeOf } from '../../../electron/sample/days.ts';

const DAY = 24 * 60 * 60 * 1000;
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const anyDay = fc.record({ year: fc.integer({ min: 2024, max: 2040 }), day: fc.integer({ min: 0, max: 364 }) });

describe('样例里的日子', () => {
  it('写定的日子照原样，跨月跨年的推算不差一天', () => {
    expect(dayOf('2024-02-29', new Date(2030, 0, 1))).toBe('2024-02-29');
    expect(dayOf('+1d', new Date(2026, 11, 31, 23, 59))).toBe('2027-01-01');
    expect(dayOf('-1d', new Date(2024, 2, 1, 0, 0))).toBe('2024-02-29');
    expect(timeOf('2024-02-20T09:00', new Date())).toBe('2024-02-20T09:00');
  });

  it('相对今天的会议不落在周末，只往远离今天的一头挪，最多两天', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), ({ year, day }, shift) => {
        const now = new Date(year, 0, 1 + day, 12);
        const plain = dayOf(`${shift < 0 ? '' : '+'}${shift}d`, now);
        const met = timeOf(`${shift < 0 ? '' : '+'}${shift}d 14:30`, now);
        expect(met.slice(10)).toBe('T14:30');
        expect([0, 6]).not.toContain(new Date(utc(met.slice(0, 10))).getUTCDay());
        const moved = (utc(met.slice(0, 10)) - utc(plain)) / DAY;
        expect(shift < 0 ? -moved : moved).toBeGreaterThanOrEqual(0);
        expect(Math.abs(moved)).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('样例里的机会', () => {
  it('同一种子同一用途，次次相同；换了用途就不同', () => {
    const draw = (seed: number, purpose: string): number[] => {
      const chance = new Chance(seed, purpose);
      return Array.from({ length: 20 }, () => chance.next());
    };
    expect(draw(7, '甲')).toEqual(draw(7, '甲'));
    expect(draw(7, '甲')).not.toEqual(draw(7, '乙'));
    expect(draw(7, '甲')).not.toEqual(draw(8, '甲'));
  });

  it('打乱不丢也不添，取数不出两端', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer(), { maxLength: 40 }), (seed, items) => {
        const chance = new Chance(seed, '打乱');
        const sorted = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);
        expect(sorted(chance.shuffled(items))).toEqual(sorted(items));
        const drawn = chance.between(3, 9);
        expect(drawn >= 3 && drawn <= 9 && Number.isInteger(drawn)).toBe(true);
      }),
    );
  });

  it('编号是 UUID 的样子，不同记录不相撞', () => {
    const id = idMaker(1);
    const made = new Set(Array.from({ length: 5000 }, (_, index) => id('person', String(index))));
    expect(made.size).toBe(5000);
    for (const one of made) expect(one).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
    expect(id('person', '1')).not.toBe(id('member', '1'));
  });
});
