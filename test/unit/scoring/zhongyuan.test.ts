import { describe, expect, it } from 'vitest';
import type { Item, Scheme } from '../../../shared/scoring/scheme.ts';
import { schemeProblem } from '../../../shared/scoring/scheme-problem.ts';
import { schemeSchema } from '../../../shared/scoring/scheme-schema.ts';
import { zhongyuan } from '../../../shared/scoring/schemes/zhongyuan.ts';
import { ledgerSum, linesOf, ScoringLedger, scoreOf } from './scoring-ledger.ts';
import { type Case, day, EARNED, LOST, meeting, opinion, proposal } from './zhongyuan-cases.ts';

const RULES = new Set(['proposal.filed']);
const ALL: Readonly<Record<string, Case>> = { ...EARNED, ...LOST };
const BY_HAND = new Set(zhongyuan.items.flatMap(({ code, trigger }) => (trigger.type === 'manual' ? [code] : [])));

/** Without a lower end of the total, so that deductions show. X5 has a test of its own. */
const open = (scheme: Scheme): Scheme => ({ ...scheme, total: {} });
const run = (one: Case, scheme: Scheme = zhongyuan): readonly string[] => {
  const ledger = new ScoringLedger().members('a', 'b');
  one.deeds(ledger);
  const result = scoreOf(ledger, open(scheme), 'a');
  expect(ledgerSum(result)).toBe(result.total);
  return linesOf(result).filter((line) => !line.startsWith('X5 '));
};

/** The scheme with one item changed. */
const changed = (code: string, change: (item: Item) => Partial<Item>): Scheme => ({
  ...zhongyuan,
  items: zhongyuan.items.map((item) => (item.code === code ? { ...item, ...change(item) } : item)),
});

describe('默认方案', () => {
  it('写法合规，每一项都有试验', () => {
    expect(schemeSchema.parse(zhongyuan)).toEqual(zhongyuan);
    expect(schemeProblem(zhongyuan, RULES)).toBeUndefined();
    const codes = zhongyuan.items.map(({ code }) => code);
    expect(codes.filter((code) => !ALL[code])).toEqual(['B0', 'X5']);
  });

  it.each(Object.entries(ALL))('%s 按办法计分', (_code, one) => {
    expect(run(one)).toEqual(one.lines);
  });

  it.each(Object.entries(ALL).filter(([code]) => !BY_HAND.has(code)))(
    '%s 的分值、分档、封顶改了，得分跟着变',
    (code, one) => {
      const own = zhongyuan.items.find((item) => item.code === code);
      const cap = own?.cap;
      if (!own?.tiers)
        expect(
          run(
            one,
            changed(code, ({ points }) => ({ points: points + 0.25 })),
          ),
        ).not.toEqual(one.lines);
      if (cap !== undefined)
        expect(
          run(
            one,
            changed(code, () => ({ cap: cap - 0.5 })),
          ),
        ).not.toEqual(one.lines);
      for (const index of own?.tiers?.keys() ?? []) {
        const scheme = changed(code, ({ tiers }) => ({
          tiers: tiers?.map((tier, place) => (place === index ? { ...tier, points: tier.points + 0.25 } : tier)),
        }));
        expect(run(one, scheme), `第${index + 1}档`).not.toEqual(one.lines);
      }
    },
  );

  it('年度既无提案也无社情民意，年度结束后扣10分；提交了没立案的不扣', () => {
    const ledger = new ScoringLedger().members('a', 'b', 'c');
    proposal(ledger, 1, { lead: 'b', state: '不予立案' });
    opinion(ledger, 2, { lead: 'c' });
    expect(linesOf(scoreOf(ledger, open(zhongyuan), 'a'))).toEqual(['X5 -10']);
    expect(linesOf(scoreOf(ledger, open(zhongyuan), 'a', '2024-12-31'))).toEqual(['X5 -10→0']);
    expect(linesOf(scoreOf(ledger, open(zhongyuan), 'b'))).toEqual([]);
    expect(linesOf(scoreOf(ledger, open(zhongyuan), 'c'))).toEqual(['C1 1']);
  });

  it('各类封顶：会议35、提案20、社情民意15、活动20、学习10，加分40', () => {
    const caps = Object.fromEntries(
      zhongyuan.sections.flatMap(({ id, cap }) => (cap === undefined ? [] : [[id, cap]])),
    );
    expect(caps).toEqual({
      basic: 100,
      A: 35,
      B: 20,
      C: 15,
      D: 20,
      E: 10,
      bonus: 40,
      F1: 12,
      F5: 10,
      F6: 8,
      F7: 12,
      F8: 5,
    });
    const ledger = new ScoringLedger().members('a', 'b');
    for (const code of ['B1', 'B3', 'B2']) {
      const other = new ScoringLedger().members('a', 'b');
      ALL[code]?.deeds(other);
      for (const [index, { values }] of other.world.list('proposal').entries())
        ledger.put('proposal', `${code}-${index}`, values);
    }
    const result = scoreOf(ledger, zhongyuan, 'a');
    expect(result.sections.find(({ id }) => id === 'B')).toMatchObject({ raw: 36, counted: 20, cap: 20 });
    expect(ledgerSum(result)).toBe(result.total);
  });

  it('同一次会议只计一类会议分', () => {
    const ledger = new ScoringLedger().members('a');
    ledger.event('e1', meeting(1, { category: '活动', subtype: '读书活动', consultForm: '微协商' }), { a: '出席' });
    const result = scoreOf(ledger, open(zhongyuan), 'a');
    expect(linesOf(result)).toEqual(['D2 3', 'E1 2.5→0', 'X5 -10']);
    expect(result.entries[1]?.reason).toBe('同一事项按D2计，不重复计分');
  });

  it('七月到任的，封顶折半；一票否决的定末等，总分照算', () => {
    const ledger = new ScoringLedger().members('a');
    ledger.put('member', 'a', { person: 'p-a', appointedOn: '2024-07-15' });
    ledger.event('e1', { start: '2024-08-01T09:00', subtype: '全体会议', halfDays: 4 }, { a: '出席' });
    const result = scoreOf(ledger, open(zhongyuan), 'a');
    expect(result.months).toBe(6);
    expect(result.entries[0]).toMatchObject({ points: 20, counted: 10, reason: 'A1最多10分（任职6个月折算）' });
    for (const id of ['e2', 'e3']) ledger.event(id, { start: '2024-09-01T09:00', subtype: '全体会议' }, { a: '缺席' });
    const vetoed = scoreOf(ledger, zhongyuan, 'a');
    expect(vetoed.vetoes).toEqual([
      {
        label: '全体会议两次无故缺席',
        sources: [
          { kind: 'event', id: 'e2' },
          { kind: 'event', id: 'e3' },
        ],
      },
    ]);
    expect(vetoed).toMatchObject({ total: 0, grade: '不称职' });
  });

  it('上年的、免于计分的、提名还没到任的都不算', () => {
    const ledger = new ScoringLedger().members('a', 'b', 'c');
    ledger.put('member', 'b', { person: 'p-b', scoreEnabled: false });
    ledger.put('member', 'c', { person: 'p-c', status: '提名' });
    ledger.put('opinion', 'o1', { receivedOn: day(1).replace('2024', '2023'), lead: 'a' });
    expect(linesOf(scoreOf(ledger, open(zhongyuan), 'a'))).toEqual(['X5 -10']);
    for (const one of ['b', 'c']) expect(() => scoreOf(ledger, zhongyuan, one)).toThrow('不在计分名单里');
  });
});
