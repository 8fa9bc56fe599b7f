import { describe, expect, it } from 'vitest';
import { ScoreEngine } from '../../../shared/scoring/engine.ts';
import { excellenceOf } from '../../../shared/scoring/excellence.ts';
import { hintsOf, stepInWords } from '../../../shared/scoring/hints.ts';
import { idleOf, ranked, rankedBy } from '../../../shared/scoring/ranking.ts';
import type { Item, Scheme } from '../../../shared/scoring/scheme.ts';
import { zhongyuan } from '../../../shared/scoring/schemes/zhongyuan.ts';
import { compareResults } from '../../../shared/scoring/what-if.ts';
import { ScoringLedger, schemeOf, TODAY } from './scoring-ledger.ts';

const opinionItem: Partial<Item> = {
  label: '社情民意',
  unit: '篇',
  points: 10,
  section: 'C',
  trigger: { type: 'record', kind: 'opinion', day: 'receivedOn', where: [], who: [{ field: 'lead' }] },
};
const proposalItem: Partial<Item> = {
  label: '提案',
  unit: '件',
  points: 20,
  cap: 40,
  section: 'B',
  trigger: { type: 'record', kind: 'proposal', day: 'submittedOn', where: [], who: [{ field: 'lead' }] },
};
const scheme: Scheme = schemeOf([opinionItem, proposalItem, { code: 'X', section: 'B', bars: true }], {
  sections: [
    { id: 'B', label: '提案', kind: 'basic', cap: 50 },
    { id: 'C', label: '社情民意', kind: 'basic', cap: 50 },
  ],
  excellence: { atLeast: 60, sectionShare: 0.4, quota: 0.4 },
});

/** So many opinions and proposals of each member. */
function ledgerOf(counts: Readonly<Record<string, readonly [opinions: number, proposals: number]>>): ScoringLedger {
  const ledger = new ScoringLedger().members(...Object.keys(counts));
  for (const [lead, [opinions, proposals]] of Object.entries(counts)) {
    for (let index = 1; index <= opinions; index++)
      ledger.put('opinion', `${lead}${index}`, { receivedOn: `2024-02-0${index}`, lead });
    for (let index = 1; index <= proposals; index++)
      ledger.put('proposal', `${lead}${index}`, { submittedOn: `2024-02-0${index}`, lead });
  }
  return ledger;
}
const engineOf = (ledger: ScoringLedger, of: Scheme = scheme) => new ScoreEngine(of, 2024, ledger.world, TODAY);

describe('排名', () => {
  it('同分同名次，后面的名次空出来；可以分组排', () => {
    const results = engineOf(ledgerOf({ a: [1, 0], b: [2, 0], c: [2, 0], d: [0, 0], e: [3, 0] })).results();
    expect(ranked(results).map(({ result, rank }) => `${rank}${result.subject}`)).toEqual([
      '1e',
      '2b',
      '2c',
      '4a',
      '5d',
    ]);
    const groups = rankedBy(results, (subject) => ('abc'.includes(subject) ? '甲' : '乙'));
    expect(groups.map(({ key, lines }) => [key, lines.map(({ rank }) => rank)])).toEqual([
      ['甲', [1, 1, 3]],
      ['乙', [1, 2]],
    ]);
  });

  it('未履职名单：只到过会的也在内', () => {
    const ledger = new ScoringLedger().members('a', 'b', 'c');
    ledger.event('1', { subtype: '全体会议' }, { a: '出席', b: '出席' });
    ledger.event('2', { category: '活动', subtype: '视察' }, { b: '出席', c: '缺席' });
    const results = engineOf(ledger, zhongyuan).results();
    expect(idleOf(zhongyuan, results).map(({ subject }) => subject)).toEqual(['a', 'c']);
  });
});

describe('优秀候选', () => {
  it('够分、各类够比例、没有否决、不超名额；差在哪里说得出来', () => {
    const ledger = ledgerOf({ a: [5, 2], b: [5, 1], c: [4, 1], d: [2, 2], e: [0, 0] });
    const found = excellenceOf(scheme, engineOf(ledger).results());
    expect(found?.places).toBe(2);
    expect(found?.candidates.map(({ result, reasons }) => [result.subject, reasons])).toEqual([
      ['a', ['总分90，不低于60', '各类不低于封顶的40%：提案40/50、社情民意50/50']],
      ['b', ['总分70，不低于60', '各类不低于封顶的40%：提案20/50、社情民意50/50']],
    ]);
    expect(found?.missed.map(({ result, rank, reasons }) => [result.subject, rank, reasons])).toEqual([
      ['c', 3, ['名额2人，符合条件的里面排第3']],
      ['d', 3, ['名额2人，符合条件的里面排第3']],
    ]);
    expect(found?.below.map(({ result, reasons }) => [result.subject, reasons])).toEqual([
      ['e', ['总分0，差60分', '提案0分，不足封顶50分的40%（20分）', '社情民意0分，不足封顶50分的40%（20分）']],
    ]);
  });

  it('总分够而偏科的、取消评优的不算；同分超出名额的交审定', () => {
    const ledger = ledgerOf({ a: [5, 2], b: [5, 2], c: [5, 2], d: [1, 3], e: [5, 0] });
    ledger.put('scoreEntry', 's', {
      member: 'a',
      scheme: 'test',
      item: 'X',
      on: '2024-05-01',
      points: -1,
      reason: '捐赠不实',
    });
    const found = excellenceOf(
      { ...scheme, excellence: { atLeast: 50, sectionShare: 0.4, quota: 0.2 } },
      engineOf(ledger).results(),
    );
    expect(found?.candidates.map(({ result, reasons }) => [result.subject, reasons.at(-1)])).toEqual([
      ['b', '2人同分，超出名额1人，请审定'],
      ['c', '2人同分，超出名额1人，请审定'],
    ]);
    expect(found?.missed.map(({ result, reasons }) => [result.subject, reasons.at(-1)])).toEqual([
      ['a', 'X“第3项”，取消评优'],
      ['d', '社情民意10分，不足封顶50分的40%（20分）'],
      ['e', '提案0分，不足封顶50分的40%（20分）'],
    ]);
  });
});

describe('差距提示', () => {
  it('离下一等还差几篇、几件；封了顶的不提', () => {
    const engine = engineOf(ledgerOf({ a: [3, 1], b: [1, 2] }));
    const [grade, section] = hintsOf(engine, 'a')?.hints ?? [];
    expect(grade).toMatchObject({ goal: { type: 'grade', label: '好' }, missing: 10 });
    expect(grade?.ways.map(stepInWords)).toEqual(['还差1篇“社情民意”（加10分）', '还差1件“提案”（加20分）']);
    expect(section).toBeUndefined();
    const [, few] = hintsOf(engine, 'b')?.hints ?? [];
    expect(few).toMatchObject({
      goal: { type: 'section', id: 'C' },
      missing: 10,
      ways: [{ item: 'I1', times: 1, gain: 10 }],
    });
    expect(hintsOf(engine, 'b')?.hints[0]?.ways.map(({ item }) => item)).toEqual(['I1']);
  });

  it('一项不够的几项合起来；照着做了确实够；没有指望的空着', () => {
    const ledger = ledgerOf({ a: [0, 0] });
    const engine = engineOf(ledger);
    const [hint] = hintsOf(engine, 'a')?.hints ?? [];
    expect(hint?.ways).toEqual([]);
    expect(hint?.together.map(stepInWords)).toEqual(['还差2篇“社情民意”（加20分）', '还差2件“提案”（加40分）']);
    const done = engineOf(ledgerOf({ a: [2, 2] }));
    expect(done.result('a')).toMatchObject({ total: 60, grade: '好' });
    const [none] = hintsOf(engineOf(ledger, { ...scheme, total: { max: 50 } }), 'a')?.hints ?? [];
    expect(none).toMatchObject({ ways: [], together: [] });
    expect(engine.result('a')?.total).toBe(0);
  });

  it('要求够次数、够比例的项目，说明差多少', () => {
    const reach = {
      type: 'reach',
      kind: 'opinion',
      day: 'receivedOn',
      where: [],
      who: [{ field: 'lead' }],
      atLeast: 4,
      per: 'year',
      below: 'none',
    } as const;
    const engine = engineOf(ledgerOf({ a: [3, 0], b: [0, 0], c: [4, 0] }), schemeOf([{ trigger: reach, points: 10 }]));
    expect(hintsOf(engine, 'a')?.short).toEqual([{ item: 'I1', label: '第1项', words: '共3次，要求全年4次' }]);
    expect(hintsOf(engine, 'b')?.short).toEqual([{ item: 'I1', label: '第1项', words: '还没有' }]);
    expect(hintsOf(engine, 'c')?.short).toEqual([]);
  });
});

describe('评分推演', () => {
  it('改一项，只列出真受影响的人和是哪一项；只是名次被超过的另列', () => {
    const ledger = ledgerOf({ a: [2, 0], b: [1, 1], c: [0, 1], d: [0, 0] });
    const dearer: Scheme = {
      ...scheme,
      items: scheme.items.map((item) => (item.code === 'I1' ? { ...item, points: 16 } : item)),
    };
    const found = compareResults(engineOf(ledger).results(), engineOf(ledger, dearer).results());
    expect(found.affected).toEqual([
      {
        subject: 'a',
        before: { total: 20, rank: 2, grade: '差' },
        after: { total: 32, rank: 2, grade: '差' },
        items: [{ item: 'I1', before: 20, after: 32 }],
      },
      {
        subject: 'b',
        before: { total: 30, rank: 1, grade: '差' },
        after: { total: 36, rank: 1, grade: '差' },
        items: [{ item: 'I1', before: 10, after: 16 }],
      },
    ]);
    expect(found.overtaken.map(({ subject, before, after }) => [subject, before?.rank, after?.rank])).toEqual([
      ['c', 2, 3],
    ]);
    expect(found.unchanged).toBe(1);
  });

  it('同样的方案谁也不动；等次线变了，分没变也列出', () => {
    const ledger = ledgerOf({ a: [3, 2], b: [1, 1] });
    expect(compareResults(engineOf(ledger).results(), engineOf(ledger).results())).toEqual({
      affected: [],
      overtaken: [],
      unchanged: 2,
    });
    const stricter = {
      ...scheme,
      grades: [
        { label: '好', atLeast: 90 },
        { label: '差', atLeast: 0 },
      ],
    };
    const { affected } = compareResults(engineOf(ledger).results(), engineOf(ledger, stricter).results());
    expect(affected).toMatchObject([{ subject: 'a', before: { grade: '好' }, after: { grade: '差' }, items: [] }]);
    const based = compareResults(engineOf(ledger).results(), engineOf(ledger, { ...scheme, base: 5 }).results());
    expect(based.affected.map(({ items }) => items)).toEqual([
      [{ item: 'base', before: 0, after: 5 }],
      [{ item: 'base', before: 0, after: 5 }],
    ]);
  });
});
