import { describe, expect, it } from 'vitest';
import { namedRules } from '../../../../shared/figures/named-rules.ts';
import { LiveWorld } from '../../../../shared/records/conditions/index.ts';
import { ScoreEngine } from '../../../../shared/scoring/engine.ts';
import type { Scheme } from '../../../../shared/scoring/scheme.ts';
import { handlingQuality } from '../../../../shared/scoring/schemes/handling-quality.ts';
import { handlingUnit } from '../../../../shared/scoring/schemes/handling-unit.ts';
import { proposalQuality } from '../../../../shared/scoring/schemes/proposal-quality.ts';
import { HandLedger } from '../../figures/ledger.ts';
import { workOf } from './work.ts';

const TODAY = '2026-02-01';

type Row = Record<string, unknown>;

function proposal(ledger: HandLedger, id: string, unit: string, rest: Row, assignment: Row = {}): void {
  ledger.add('proposal', id, {
    title: `关于${id}的提案`,
    lead: 'm1',
    state: '办结',
    year: 2025,
    submittedOn: '2025-01-08',
    filedOn: '2025-01-20',
    caseNumber: `〔2025〕${id}`,
    assignments: [{ unit, role: '主办', handedOn: '2025-02-20', due: '2025-05-20', state: '已答复', ...assignment }],
    ...rest,
  });
}

const reply = (unit: string, rest: Row = {}): Row => ({
  unit,
  class: 'A',
  repliedOn: '2025-05-01',
  contactWays: ['走访面谈'],
  review: '通过',
  ...rest,
});
const content = (unit: string, result = '满意'): Row => ({ member: 'm1', unit, attitude: '满意', result });

function cases(): HandLedger {
  const ledger = new HandLedger();
  ledger.add('member', 'm1', { status: '在任' });
  for (const id of ['u1', 'u2', 'u3']) ledger.add('organisation', id, { name: id });
  for (const id of ['p1', 'p2']) proposal(ledger, id, 'u1', { replies: [reply('u1')], feedback: [content('u1')] });
  // Late, by telephone, class B and still being carried out, the proposer not satisfied.
  proposal(ledger, 'p3', 'u2', {
    state: '征询意见',
    replies: [reply('u2', { class: 'B', repliedOn: '2025-07-01', contactWays: ['电话'] })],
    feedback: [content('u2', '不满意')],
  });
  proposal(ledger, 'p4', 'u2', { replies: [reply('u2')], feedback: [content('u2')] });
  // Not answered at all.
  proposal(ledger, 'p5', 'u2', { state: '办理中' }, { state: '办理中' });
  // Handed back: no longer theirs.
  proposal(ledger, 'p6', 'u3', { state: '办理中' }, { returnedOn: '2025-03-01' });
  const advice = { text: '建议', deliveredOn: '2025-03-03' };
  ledger.add('suggestion', 'a1', { ...advice, proposal: 'p1', mainUnit: 'u1', adoption: '采纳' });
  ledger.add('suggestion', 'a2', { ...advice, proposal: 'p3', mainUnit: 'u2', adoption: '未采纳' });
  ledger.add('suggestion', 'a3', { ...advice, proposal: 'p4', mainUnit: 'u2', adoption: '部分采纳' });
  ledger.add('suggestion', 'a4', { ...advice, event: 'none', mainUnit: 'u2', adoption: '采纳' });
  return ledger;
}

function engineOf(scheme: Scheme, ledger: HandLedger): ScoreEngine {
  const rule = namedRules(workOf(ledger, TODAY));
  return new ScoreEngine(scheme, 2025, new LiveWorld({ list: ledger.list, lookup: ledger.lookup, rule }), TODAY);
}

const byItem = (engine: ScoreEngine, subject: string): Row =>
  Object.fromEntries((engine.result(subject)?.entries ?? []).map(({ item, counted }) => [item, counted]));

describe('承办单位提案办理考核', () => {
  it('权重合计100分，各类封顶等于本类权重', () => {
    for (const { id, cap } of handlingUnit.sections) {
      const items = handlingUnit.items.filter(({ section }) => section === id);
      expect([id, items.reduce((sum, { points }) => sum + points, 0)]).toEqual([id, cap]);
    }
    expect(handlingUnit.items.reduce((sum, { points }) => sum + points, 0)).toBe(100);
  });

  it('件件办好的单位得满分，没有B类可考的不因此少分', () => {
    const engine = engineOf(handlingUnit, cases());
    expect(byItem(engine, 'u1')).toEqual({ B1: 20, B2: 15, Z1: 20, Z2: 15, Z3: 15, G1: 5, G2: 5, G3: 5 });
    expect(engine.result('u1')?.total).toBe(100);
  });

  it('有逾期、没办、不满意的单位，各率按件数折算', () => {
    // 办复 2/3, 按期 1/2, 满意 1/2, 面商 1/2 of 90 %, A 1/2 of 60 %, 采纳 1/2 of 60 %, 一次办成 2/2; B类落实 0/1
    expect(byItem(engineOf(handlingUnit, cases()), 'u2')).toEqual({
      B1: 13.33,
      B2: 7.5,
      Z1: 10,
      Z2: 8.33,
      Z3: 12.5,
      G1: 4.17,
      G2: 5,
      G3: 0,
    });
  });

  it('退办的不算在原单位头上', () => {
    const result = engineOf(handlingUnit, cases()).result('u3');
    expect([result?.total, result?.entries, result?.grade]).toEqual([0, [], '没有主办件']);
  });

  it('办了两次的记作再办', () => {
    const ledger = cases();
    proposal(ledger, 'p7', 'u1', { replies: [reply('u1', { class: 'C' }), reply('u1', { round: 2 })] });
    expect(byItem(engineOf(handlingUnit, ledger), 'u1').G2).toBe(3.33);
  });
});

describe('提案双向评价', () => {
  const evaluated = (): HandLedger => {
    const ledger = new HandLedger();
    ledger.add('member', 'm1', { status: '在任' });
    proposal(ledger, 'p1', 'u1', {
      evaluations: [
        { direction: '提案质量', unit: 'u1', score: 95 },
        { direction: '提案质量', unit: 'u2', score: 84 },
        { direction: '办理质量', member: 'm1', score: 72.5 },
      ],
    });
    proposal(ledger, 'p2', 'u1', { evaluations: [{ direction: '提案质量', unit: 'u1', score: 40 }] });
    proposal(ledger, 'p3', 'u1', {});
    return ledger;
  };

  it.each([
    [proposalQuality, [25, 25, 30, 10, 10]],
    [handlingQuality, [20, 20, 25, 25, 10]],
  ] as const)('五项指标合计100分', (scheme, points) => {
    expect(scheme.items.map((item) => item.points)).toEqual(points);
  });

  it('提案质量取承办单位评分的平均，办理质量取提案人评分', () => {
    const quality = engineOf(proposalQuality, evaluated());
    // (95 + 84) ÷ 2
    expect(['p1', 'p2', 'p3'].map((id) => [quality.result(id)?.total, quality.result(id)?.grade])).toEqual([
      [89.5, '良好'],
      [40, '较差'],
      [0, '未评价'],
    ]);
    const handling = engineOf(handlingQuality, evaluated());
    expect([handling.result('p1')?.total, handling.result('p1')?.grade]).toEqual([72.5, '一般']);
    expect(handling.result('p2')?.entries).toEqual([]);
  });

  it('除不尽的平均分，各项合计与平均分一样，到0.01分', () => {
    const ledger = new HandLedger();
    const evaluations = [85, 86, 86].map((score) => ({ direction: '提案质量', score }));
    proposal(ledger, 'p1', 'u1', { evaluations });
    expect(engineOf(proposalQuality, ledger).result('p1')?.total).toBe(85.67);
  });
});
