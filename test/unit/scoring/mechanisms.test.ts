import { describe, expect, it } from 'vitest';
import type { Item, Scheme, Trigger, Who } from '../../../shared/scoring/scheme.ts';
import { ledgerSum, linesOf, ScoringLedger, schemeOf, scoreOf } from './scoring-ledger.ts';

type Each = Extract<Trigger, { type: 'record' }>;
const opinions = (...who: readonly Who[]): Each => ({
  type: 'record',
  kind: 'opinion',
  day: 'receivedOn',
  where: [],
  who: who.length > 0 ? who : [{ field: 'lead' }],
});
const present: Each = {
  type: 'record',
  kind: 'event',
  day: 'start',
  where: [],
  who: [{ field: 'attendance.member', where: [{ type: 'any', field: 'state', values: ['出席'] }] }],
};
const absent: Each = {
  ...present,
  who: [{ field: 'attendance.member', where: [{ type: 'any', field: 'state', values: ['缺席'] }] }],
};
const opinion = (ledger: ScoringLedger, id: string, values: object = {}) =>
  ledger.put('opinion', id, { receivedOn: `2024-0${id}-01`, lead: 'a', ...values });
const opinionsOf = (ledger: ScoringLedger, count: number): ScoringLedger => {
  for (let index = 1; index <= count; index++) opinion(ledger, String(index));
  return ledger;
};
const some = () => new ScoringLedger().members('a', 'b', 'c', 'd');
const total = (ledger: ScoringLedger, scheme: Scheme, subject = 'a'): number => {
  const result = scoreOf(ledger, scheme, subject);
  expect(ledgerSum(result)).toBe(result.total);
  return result.total;
};
const only = (item: Partial<Item>, more: Partial<Scheme> = {}): Scheme => schemeOf([item], more);

describe('一笔得几分', () => {
  const authors = opinions({ field: 'lead', first: true }, { field: 'coauthors' });
  const joint = (ledger: ScoringLedger, joined: Item['joint'], subject: string) =>
    total(ledger, only({ trigger: authors, points: 10, joint: joined }), subject);

  it('联名：第一作者、其他作者的系数；一人独作得全分', () => {
    const ledger = some();
    opinion(ledger, '1', { coauthors: ['b', 'c'] });
    expect(joint(ledger, { first: 1, others: 0.5 }, 'a')).toBe(10);
    expect(joint(ledger, { first: 1, others: 0.5 }, 'b')).toBe(5);
    expect(joint(ledger, { first: 0.5, others: 'split' }, 'a')).toBe(5);
    expect(joint(ledger, { first: 0.5, others: 'split' }, 'c')).toBe(2.5);
    opinion(ledger, '1');
    expect(joint(ledger, { first: 0.5, others: 'split' }, 'a')).toBe(10);
  });

  it('联名：只计前几名；第一作者不在名单里的，其他人仍按其他人算', () => {
    const ledger = some();
    opinion(ledger, '1', { coauthors: ['b', 'c', 'd'] });
    expect(joint(ledger, { first: 1, others: 1, most: 3 }, 'c')).toBe(10);
    expect(joint(ledger, { first: 1, others: 1, most: 3 }, 'd')).toBe(0);
    opinion(ledger, '1', { lead: undefined, coauthors: ['b'] });
    expect(joint(ledger, { first: 1, others: 0.3 }, 'b')).toBe(3);
  });

  it('联名：写着姓名的非委员也分去一份；同一人写了两处只算一次', () => {
    const ledger = some();
    const trigger: Each = {
      type: 'record',
      kind: 'proposal',
      day: 'submittedOn',
      where: [],
      who: [{ field: 'lead', first: true }, { field: 'cosigners.member' }],
    };
    ledger.put('proposal', '1', {
      submittedOn: '2024-03-01',
      lead: 'a',
      cosigners: [{ member: 'b' }, { name: '王某' }, { member: 'b' }, { member: 'a' }],
    });
    const scheme = only({ trigger, points: 12, joint: { first: 0.5, others: 'split' } });
    expect(total(ledger, scheme, 'a')).toBe(6);
    expect(total(ledger, scheme, 'b')).toBe(3);
  });

  it('分档取高或累计，扣分取最重；系数相乘；一档都不合的没有分', () => {
    const ledger = some();
    opinion(ledger, '1', {
      adoptions: [
        { level: '市', action: '采用' },
        { level: '省', action: '采用' },
      ],
    });
    const tier = (level: string, points: number) => ({
      label: level,
      where: [
        {
          type: 'row' as const,
          field: 'adoptions',
          where: [{ type: 'any' as const, field: 'level', values: [level] }],
        },
      ],
      points,
    });
    const tiers = [tier('市', 3), tier('省', 6)];
    expect(total(ledger, only({ trigger: opinions(), tiers }))).toBe(6);
    expect(total(ledger, only({ trigger: opinions(), tiers, tierMode: 'sum' }))).toBe(9);
    expect(total(ledger, only({ trigger: opinions(), tiers: [tier('市', -3), tier('省', -1)] }))).toBe(-3);
    const scale = [
      { label: '甲', where: [], factor: 0.5 },
      { label: '乙', where: [], factor: 0.5 },
      { label: '丙', where: [{ type: 'filled' as const, field: 'remark' }], factor: 9 },
    ];
    expect(total(ledger, only({ trigger: opinions(), tiers, scale }))).toBe(1.5);
    expect(scoreOf(ledger, only({ trigger: opinions(), tiers: [tier('全国', 9)] }), 'a').entries).toEqual([]);
  });

  it('按数量：先看本人那一行，再看替代的栏目，都没有的按规定；只算整份', () => {
    const ledger = some();
    const quantity = { field: 'halfDaysPresent', instead: 'halfDays', per: 1, otherwise: 1 };
    const scheme = only({ trigger: present, points: 5, quantity });
    ledger.event('1', { halfDays: 4 }, { a: { halfDaysPresent: 3 }, b: '出席' });
    ledger.event('2', {}, { a: '出席' });
    expect(linesOf(scoreOf(ledger, scheme, 'a'))).toEqual(['I1 15', 'I1 5']);
    expect(total(ledger, scheme, 'b')).toBe(20);
    const whole = only({
      trigger: present,
      points: 1,
      quantity: { field: 'halfDays', per: 3, otherwise: 0, whole: true },
    });
    expect(total(ledger, whole)).toBe(1);
    expect(
      total(ledger, only({ trigger: present, points: 1, quantity: { field: 'halfDays', per: 3, otherwise: 0 } })),
    ).toBe(1.33);
  });

  it('一条记录里写了几行的，按最高的一行计一笔', () => {
    const ledger = some();
    const rows = [
      { member: 'a', state: '出席', part: '提供资源' },
      { member: 'a', state: '出席', part: '执笔人' },
      { member: 'a', state: '缺席', part: '课题组成员' },
    ];
    ledger.put('event', '1', { start: '2024-05-06T09:00', attendance: rows });
    const tier = (part: string, points: number) => ({
      label: part,
      where: [{ type: 'any' as const, field: 'attendance.part', values: [part] }],
      points,
    });
    const tiers = [tier('提供资源', 1), tier('执笔人', 5), tier('课题组成员', 9)];
    expect(linesOf(scoreOf(ledger, only({ trigger: present, tiers }), 'a'))).toEqual(['I1 5']);
  });

  it('0.1 分加三次是 0.3 分', () => {
    expect(total(opinionsOf(some(), 3), only({ trigger: opinions(), points: 0.1 }))).toBe(0.3);
  });

  it('年度按日期栏目定，空着的看另一栏；没有日期要求的每年都算；仅限的人', () => {
    const ledger = some();
    ledger.put('proposal', '1', { lead: 'a', filedOn: '2024-06-01' });
    ledger.put('proposal', '2', { lead: 'a', submittedOn: '2023-06-01', filedOn: '2024-01-01' });
    const by = (day: string, orDay?: string): Trigger => ({
      type: 'record',
      kind: 'proposal',
      day,
      ...(orDay ? { orDay } : {}),
      where: [],
      who: [{ field: 'lead' }],
    });
    expect(total(ledger, only({ trigger: by('submittedOn') }))).toBe(0);
    expect(total(ledger, only({ trigger: by('submittedOn', 'filedOn') }))).toBe(1);
    expect(total(ledger, only({ trigger: by('') }))).toBe(2);
    const standing = only({ trigger: by(''), only: [{ type: 'any', field: 'isStanding', values: [true] }] });
    expect(total(ledger, standing)).toBe(0);
    ledger.put('member', 'a', { person: 'p-a', isStanding: true });
    expect(total(ledger, standing)).toBe(2);
  });
});

describe('几笔合起来', () => {
  it('同一条记录取高，另一项写明按哪项计；不同的记录各计各的', () => {
    const ledger = opinionsOf(some(), 2);
    const scheme = schemeOf([
      { trigger: opinions(), points: 2, exclusive: 'x' },
      { trigger: { ...opinions(), where: [{ type: 'filled', field: 'problem' }] }, points: 5, exclusive: 'x' },
    ]);
    opinion(ledger, '2', { problem: '有' });
    expect(linesOf(scoreOf(ledger, scheme, 'a'))).toEqual(['I1 2', 'I1 2→0', 'I2 5']);
    expect(scoreOf(ledger, scheme, 'a').entries[1]?.reason).toBe('同一事项按I2计，不重复计分');
  });

  it('从第二件起计，最多计两件，取分高的', () => {
    const ledger = opinionsOf(some(), 4);
    opinion(ledger, '4', { problem: '有' });
    const tiers = [
      { label: '一般', where: [], points: 2 },
      { label: '好', where: [{ type: 'filled' as const, field: 'problem' }], points: 3 },
    ];
    const scheme = only({ trigger: opinions(), tiers, startAt: 2, limit: 2, unit: '件' });
    const { entries } = scoreOf(ledger, scheme, 'a');
    expect(entries.map(({ counted, reason }) => [counted, reason])).toEqual([
      [0, '从第2件起计'],
      [2, undefined],
      [0, '只计2件'],
      [3, undefined],
    ]);
  });

  it('单项封顶从最后的减；扣分也有底', () => {
    const ledger = opinionsOf(some(), 3);
    const scheme = only({ trigger: opinions(), points: 4, cap: 10 });
    expect(linesOf(scoreOf(ledger, scheme, 'a'))).toEqual(['I1 4', 'I1 4', 'I1 4→2']);
    expect(scoreOf(ledger, scheme, 'a').entries[2]?.reason).toBe('I1最多10分');
    expect(total(ledger, only({ trigger: opinions(), points: -4, cap: 10 }))).toBe(-10);
  });

  it('起评分扣完为止，里层封顶以后才到外层', () => {
    const ledger = some();
    for (const id of ['1', '2', '3']) ledger.event(id, {}, { a: '缺席' });
    const sections = [
      { id: 'S', label: '会议', kind: 'basic' as const, start: 50, cap: 50, floor: 0 },
      { id: 'O', label: '外层', kind: 'basic' as const, cap: 12 },
      { id: 'N', label: '里层', kind: 'basic' as const, parent: 'O', cap: 10 },
    ];
    const items = [
      { trigger: absent, points: -20 },
      { trigger: opinions(), points: 7, section: 'N' },
      { trigger: opinions(), points: 3, section: 'O' },
    ];
    opinionsOf(ledger, 2);
    const scheme = schemeOf(items, { sections, base: 5 });
    const result = scoreOf(ledger, scheme, 'a');
    expect(linesOf(result).slice(0, 3)).toEqual(['I1 -20', 'I1 -20', 'I1 -20→-10']);
    expect(result.entries[2]?.reason).toBe('会议扣完为止');
    expect(result.sections).toEqual([
      { id: 'S', raw: -10, counted: 0, start: 50, cap: 50 },
      { id: 'O', raw: 16, counted: 12, cap: 12 },
      { id: 'N', raw: 14, counted: 10, cap: 10 },
    ]);
    expect(total(ledger, scheme)).toBe(17);
    expect(total(ledger, scheme, 'b')).toBe(55);
  });

  it('扣分类封顶是最多扣多少；总分有上下限；没有哪一笔能分担的单列一笔', () => {
    const ledger = opinionsOf(some(), 3);
    const sections = [{ id: 'S', label: '扣分', kind: 'deduction' as const, cap: 5 }];
    expect(total(ledger, only({ trigger: opinions(), points: -4 }, { sections }))).toBe(-5);
    expect(total(ledger, only({ trigger: opinions(), points: -4 }, { total: { min: 0 } }))).toBe(0);
    expect(total(ledger, only({ trigger: opinions(), points: 40 }, { total: { max: 100 } }))).toBe(100);
    const raised = only({ trigger: opinions() }, { sections: [{ id: 'S', label: '保底', kind: 'basic', floor: 8 }] });
    const result = scoreOf(ledger, raised, 'a');
    expect(result.entries.at(-1)).toMatchObject({ item: 'S', counted: 5, reason: '保底不低于8分', sources: [] });
    expect(total(ledger, raised)).toBe(8);
  });

  it('未足一年的封顶、起评分按月折算，扣分不折算', () => {
    const ledger = opinionsOf(some(), 9);
    ledger.put('member', 'a', { person: 'p-a', appointedOn: '2024-10-31', exitOn: undefined });
    const sections = [
      { id: 'S', label: '一类', kind: 'basic' as const, start: 8, cap: 20 },
      { id: 'X', label: '扣分', kind: 'deduction' as const, cap: 6 },
    ];
    const items = [
      { trigger: opinions(), cap: 10 },
      { trigger: opinions(), section: 'X', points: -1 },
    ];
    const result = scoreOf(ledger, schemeOf(items, { sections, prorate: true }), 'a');
    expect(result.months).toBe(3);
    expect(result.sections).toEqual([
      { id: 'S', raw: 4.5, counted: 4.5, start: 2, cap: 5 },
      { id: 'X', raw: -9, counted: -6, cap: 6 },
    ]);
    ledger.put('member', 'a', { person: 'p-a', exitOn: '2024-03-01', status: '已辞去' });
    expect(scoreOf(ledger, schemeOf(items, { sections }), 'a').months).toBe(2);
  });
});
