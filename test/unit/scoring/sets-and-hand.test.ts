import { describe, expect, it } from 'vitest';
import { ScoreEngine } from '../../../shared/scoring/engine.ts';
import type { Scheme, Source, Trigger } from '../../../shared/scoring/scheme.ts';
import { ledgerSum, linesOf, ScoringLedger, schemeOf, scoreOf, TODAY } from './scoring-ledger.ts';

const opinions: Source = { kind: 'opinion', day: 'receivedOn', where: [], who: [{ field: 'lead' }] };
const one = (trigger: Trigger, points = 10, more: Partial<Scheme> = {}): Scheme =>
  schemeOf([{ trigger, points }], more);
const received = (ledger: ScoringLedger, days: readonly string[], values: object = {}): ScoringLedger => {
  for (const [index, on] of days.entries())
    ledger.put('opinion', `${on}-${index}`, { receivedOn: `2024-${on}`, lead: 'a', ...values });
  return ledger;
};
const some = () => new ScoringLedger().members('a', 'b');
const hand = (ledger: ScoringLedger, id: string, values: object = {}) =>
  ledger.put('scoreEntry', id, {
    member: 'a',
    scheme: 'test',
    item: 'I1',
    on: '2024-05-01',
    points: 3,
    reason: '推广经验',
    approver: '主席会议',
    ...values,
  });

describe('成批认定的项目', () => {
  it('全年、每季、每月够次数：不够的不给，或按达到的比例给，并写明差在哪里', () => {
    const ledger = received(some(), ['01-05', '01-06', '04-01', '07-01', '07-02', '07-03', '10-01', '10-02']);
    const reach = (per: 'year' | 'quarter' | 'month', atLeast: number, below: 'none' | 'share') =>
      scoreOf(ledger, one({ type: 'reach', ...opinions, per, atLeast, below }), 'a');
    expect(reach('year', 8, 'none').total).toBe(10);
    expect(reach('year', 9, 'none').total).toBe(0);
    expect(reach('year', 16, 'share').total).toBe(5);
    expect(reach('quarter', 2, 'none').total).toBe(0);
    const quarters = reach('quarter', 2, 'share');
    expect(quarters.total).toBe(8.75);
    expect(quarters.entries[0]).toMatchObject({ note: '共8次，要求每季2次，二季度不足', day: '2024-10-02' });
    expect(quarters.entries[0]?.sources).toHaveLength(8);
    expect(reach('month', 1, 'share').total).toBe(3.33);
  });

  it('占比够了得满分，不够的按比例或不给；平均分按满分折算', () => {
    const ledger = received(some(), ['01-01', '02-01'], { problem: '有' });
    received(ledger, ['03-01', '04-01']);
    const met = [{ type: 'filled' as const, field: 'problem' }];
    const share = (full: number, below: 'none' | 'share') =>
      scoreOf(ledger, one({ type: 'share', ...opinions, met, full, below }), 'a').total;
    expect([share(50, 'none'), share(80, 'none'), share(80, 'share')]).toEqual([10, 0, 6.25]);
    expect(scoreOf(ledger, one({ type: 'share', ...opinions, met, full: 50, below: 'none' }), 'b').entries).toEqual([]);
    ledger.put('proposal', 't', {
      filedOn: '2024-02-01',
      evaluations: [
        { direction: '提案质量', score: 90 },
        { direction: '提案质量', score: 80 },
        { direction: '办理质量', score: 10, unit: 'u' },
      ],
    });
    ledger.put('organisation', 'u', { name: '甲局' });
    const average = (direction: string, field: string): Trigger => ({
      type: 'average',
      kind: 'proposal',
      day: '',
      where: [],
      who: [{ field, where: [{ type: 'any', field: 'direction', values: [direction] }] }],
      value: 'evaluations.score',
      full: 100,
    });
    const quality = one(average('提案质量', ''), 40, { audience: 'proposalQuality' });
    expect(scoreOf(ledger, quality, 't')).toMatchObject({ total: 34, entries: [{ note: '2次平均85，满分100' }] });
    ledger.put('proposal', 't', {
      ...ledger.world.lookup('proposal', 't')?.values,
      year: 2024,
      assignments: [{ unit: 'u' }],
    });
    const unit = one(average('办理质量', 'evaluations.unit'), 40, { audience: 'unit' });
    expect(scoreOf(ledger, unit, 'u').total).toBe(4);
  });

  it('几项都没有的才扣，年度没完的先列着不扣；分值为0的项目也算有', () => {
    const ledger = received(some(), ['01-01']);
    const scheme = schemeOf([
      { trigger: { type: 'record', ...opinions }, points: 0 },
      { trigger: { type: 'none', of: ['I1'] }, points: -10 },
    ]);
    expect(linesOf(scoreOf(ledger, scheme, 'a'))).toEqual([]);
    expect(linesOf(scoreOf(ledger, scheme, 'b'))).toEqual(['I2 -10']);
    expect(linesOf(scoreOf(ledger, scheme, 'b', '2024-06-01'))).toEqual(['I2 -10→0']);
  });
});

describe('人工计分', () => {
  it('记到方案的项目上，带理由和批准人；别的方案、别的年度的不算', () => {
    const ledger = some();
    hand(ledger, '1');
    hand(ledger, '2', { scheme: 'other' });
    hand(ledger, '3', { on: '2023-05-01' });
    hand(ledger, '4', { points: -1 });
    const result = scoreOf(ledger, one({ type: 'manual' }), 'a');
    expect(linesOf(result)).toEqual(['I1 3', 'I1 -1']);
    expect(result.entries[0]).toMatchObject({ manual: true, note: '推广经验，主席会议批准' });
  });

  it('按记录计分的项目也可以人工加减，一起封顶', () => {
    const ledger = received(some(), ['01-01', '02-01']);
    hand(ledger, '1', { points: -1 });
    expect(
      scoreOf(ledger, schemeOf([{ trigger: { type: 'record', ...opinions }, points: 4, cap: 6 }]), 'a').total,
    ).toBe(6);
    expect(scoreOf(ledger, schemeOf([{ trigger: { type: 'record', ...opinions }, points: 4 }]), 'a').total).toBe(7);
  });

  it('冲销以后还在流水里，不计分，两笔都打得开', () => {
    const ledger = some();
    hand(ledger, '1');
    const engine = new ScoreEngine(one({ type: 'manual' }), 2024, ledger.world, TODAY);
    expect(engine.result('a')?.total).toBe(3);
    const touched = engine.apply(hand(ledger, '2', { points: -3, reverses: '1' }));
    expect([...touched]).toEqual(['a']);
    const result = engine.result('a');
    expect(result).toMatchObject({ total: 0, entries: [{ points: 3, counted: 0, reason: '已冲销' }] });
    expect(engine.entriesOf('scoreEntry', '2')).toEqual(result?.entries);
    expect(engine.entriesOf('scoreEntry', '1')).toEqual(result?.entries);
  });

  it('一票否决：人工认定的、记录够次数的、什么都没有的', () => {
    const ledger = received(some(), ['01-01', '02-01']);
    const veto = (trigger: Trigger, times = 1) =>
      schemeOf([{ trigger: { type: 'record', ...opinions }, points: 50 }], {
        vetoes: [{ id: 'V', label: '否决', trigger, times }],
      });
    expect(scoreOf(ledger, veto({ type: 'manual' }), 'a').grade).toBe('好');
    expect(scoreOf(ledger, veto({ type: 'record', ...opinions }, 2), 'a')).toMatchObject({ grade: '差', total: 100 });
    expect(scoreOf(ledger, veto({ type: 'record', ...opinions }, 3), 'a').grade).toBe('好');
    expect(scoreOf(ledger, veto({ type: 'none', of: ['I1'] }), 'b').vetoes).toEqual([{ label: '否决', sources: [] }]);
    hand(ledger, '1', { item: 'V', points: -1 });
    const result = scoreOf(ledger, veto({ type: 'manual' }), 'a');
    expect(result).toMatchObject({ grade: '差', vetoes: [{ sources: [{ kind: 'scoreEntry', id: '1' }] }] });
    expect(ledgerSum(result)).toBe(100);
  });
});

describe('间接的改动', () => {
  const follow = (scheme: Scheme, ledger: ScoringLedger, change: () => Parameters<ScoreEngine['apply']>[0]) => {
    const engine = new ScoreEngine(scheme, 2024, ledger.world, TODAY);
    const before = engine.results().map(({ total }) => total);
    const touched = engine.apply(change());
    expect(engine.results()).toEqual(new ScoreEngine(scheme, 2024, ledger.world, TODAY).results());
    return { before, after: engine.results().map(({ total }) => total), touched: [...touched].sort() };
  };

  it('执笔人按姓名认：改了姓名，报告没动，分也跟着变', () => {
    const ledger = some();
    ledger.put('researchReport', 'r', { finishedOn: '2024-03-01', writers: ['委员a'], group: ['a', 'b'] });
    const who = [{ field: 'group', nameIn: 'writers' }];
    const scheme = one({ type: 'record', kind: 'researchReport', day: 'finishedOn', where: [], who });
    const moved = follow(scheme, ledger, () => ledger.put('person', 'p-b', { name: '委员a' }));
    expect(moved).toEqual({ before: [10, 0], after: [10, 10], touched: ['b'] });
  });

  it('街道的分随委员换街道、随信息编入专刊变', () => {
    const ledger = received(some(), ['01-01']);
    for (const id of ['s1', 's2']) ledger.put('subdistrictOffice', id, { name: id });
    ledger.put('member', 'a', { person: 'p-a', subdistrictOffice: 's1' });
    const trigger: Trigger = {
      type: 'record',
      ...opinions,
      where: [{ type: 'pointed', kind: 'bulletin', field: 'items.opinion', not: true }],
      who: [{ field: 'lead.subdistrictOffice' }],
    };
    const scheme = one(trigger, 10, { audience: 'street' });
    const moved = follow(scheme, ledger, () => ledger.put('member', 'a', { person: 'p-a', subdistrictOffice: 's2' }));
    expect(moved).toEqual({ before: [10, 0], after: [0, 10], touched: ['s1', 's2'] });
    const [{ id } = { id: '' }] = ledger.world.list('opinion');
    const printed = follow(scheme, ledger, () => ledger.put('bulletin', 'k', { items: [{ opinion: id }] }));
    expect(printed).toEqual({ before: [0, 10], after: [0, 0], touched: ['s2'] });
  });

  it('退出的、改为不计分的从名单里去掉；承办单位随交办进出', () => {
    const ledger = received(some(), ['01-01']);
    const scheme = one({ type: 'record', ...opinions });
    const left = follow(scheme, ledger, () => ledger.put('member', 'a', { person: 'p-a', scoreEnabled: false }));
    expect(left).toEqual({ before: [10, 0], after: [0], touched: ['a'] });
    ledger.put('organisation', 'u', { name: '甲局' });
    const units = one({ type: 'manual' }, 1, { audience: 'unit', base: 5 });
    const given = () => ledger.put('proposal', 't', { year: 2024, state: '已交办', assignments: [{ unit: 'u' }] });
    expect(follow(units, ledger, given)).toEqual({ before: [], after: [5], touched: ['u'] });
    expect(follow(units, ledger, () => ledger.remove('proposal', 't'))).toMatchObject({ before: [5], after: [] });
  });
});
