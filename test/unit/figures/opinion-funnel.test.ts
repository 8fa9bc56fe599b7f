import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesFor, issueName, nextNumbers } from '../../../shared/figures/bulletin-issue.ts';
import { breachesOf, FUNNEL, funnelOf, opinionsOf, rankingOf } from '../../../shared/figures/opinion-funnel.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';

const record = (id: string, values: Values, kind = 'opinion'): StoredRecord => ({
  id,
  kind,
  rev: 1,
  createdAt: '',
  createdBy: '',
  updatedAt: '',
  updatedBy: '',
  values,
});
const row = (level: string, action: string, on = '2024-06-01') => ({ level, action, on });
const none: ReadonlySet<string> = new Set();
const counts = (opinions: readonly StoredRecord[]) =>
  Object.fromEntries(funnelOf(opinions, none).map(({ id, ids }) => [id, ids.length]));

const rows = fc.array(
  fc.record({
    level: fc.constantFrom('区', '市', '省', '全国'),
    action: fc.constantFrom('编发本级专刊', '报送', '采用', '转送部门', '上报上级'),
    on: fc.constantFrom('2024-05-01', '2024-07-01'),
  }),
  { maxLength: 5 },
);

describe('漏斗', () => {
  it('按收稿年份归年，送区领导不算上报，转送中央部门算全国', () => {
    const list = () => [
      record('a', { receivedOn: '2024-01-01', adoptions: [row('区', '报送')] }),
      record('b', { receivedOn: '2024-12-31', adoptions: [row('市', '报送'), row('全国', '转送部门')] }),
      record('c', { receivedOn: '2023-12-31' }),
    ];
    expect(counts(opinionsOf(list, 2024))).toEqual({
      collected: 2,
      published: 0,
      reported: 1,
      city: 0,
      province: 1,
      nation: 1,
    });
  });

  it('没有对不上的，一级必定套着一级：报送 ⊇ 市采用 ⊇ 转省以上 ⊇ 全国', () => {
    fc.assert(
      fc.property(fc.array(rows, { maxLength: 12 }), (all) => {
        const opinions = all
          .map((adoptions, index) => record(String(index), { receivedOn: '2024-04-01', adoptions }))
          .filter((opinion) => breachesOf([opinion]).length === 0);
        const found = counts(opinions);
        const chain = ['collected', 'reported', 'city', 'province', 'nation'].map((id) => found[id] ?? 0);
        expect([...chain].sort((a, b) => b - a)).toEqual(chain);
      }),
    );
  });

  it('对不上的一定说在哪一栏改；直报写了说明的不算', () => {
    const values = { receivedOn: '2024-05-02', adoptions: [row('省', '采用', '2024-05-01')] };
    const found = breachesOf([record('a', values)]);
    expect(found.map(({ field }) => field)).toEqual(['adoptions', 'adoptions', 'adoptions']);
    const direct = {
      receivedOn: '2024-05-02',
      exceptionNote: '约稿',
      adoptions: [row('省', '报送'), row('省', '采用')],
    };
    expect(breachesOf([record('b', direct)])).toEqual([]);
  });

  it('编入期次的算编发，即使没有编发记录', () => {
    const opinion = record('a', { receivedOn: '2024-05-02' });
    expect(funnelOf([opinion], new Set(['a'])).find(({ id }) => id === 'published')?.ids).toEqual(['a']);
  });

  it('排名：先比市采用；街道没登记的按第一反映人的街道；没有名字的不排', () => {
    const member = record('m', { subdistrictOffice: 'st' }, 'member');
    const lookup = (kind: string, id: string) => (kind === 'member' && id === 'm' ? member : undefined);
    const opinions = [
      record('a', { lead: 'm', adoptions: [] }),
      record('b', { lead: 'm' }),
      record('c', { leadName: '刘四', adoptions: [row('市', '采用')] }),
      record('d', {}),
    ];
    expect(rankingOf(opinions, 'member', lookup, none).map(({ key }) => key)).toEqual(['刘四', 'm']);
    expect(rankingOf(opinions, 'street', lookup, none)).toMatchObject([
      { key: 'st', columns: { collected: ['a', 'b'] } },
    ]);
    expect(FUNNEL.length).toBe(6);
  });
});

describe('组期', () => {
  const issue = (id: string, values: Values) => record(id, values, 'bulletin');
  const bulletins = [
    issue('1', { publication: '信息专刊', year: 2024, number: 6, totalNumber: 46 }),
    issue('2', { publication: '信息专刊', year: 2024, number: 2, supplement: true }),
    issue('3', { publication: '委员建言', year: 2024, number: 3, items: [{ opinion: 'used' }] }),
  ];
  const opinions = [
    record('signed', { state: '签发', receivedOn: '2023-11-01' }),
    record('used', { state: '签发', receivedOn: '2024-11-01' }),
    record('out', { state: '市采用', receivedOn: '2024-02-01' }),
    record('old', { state: '市采用', receivedOn: '2022-02-01' }),
    record('raw', { state: '编辑', receivedOn: '2024-02-01' }),
  ];
  const list = (kind: string) => (kind === 'bulletin' ? bulletins : opinions);

  it('期号接着本刊本年编，增刊另编，总期号有才接着编', () => {
    const of = (publication: string, year: number, supplement = false) =>
      nextNumbers(list, { publication, year, supplement });
    expect(of('信息专刊', 2024)).toEqual({ number: 7, totalNumber: 47 });
    expect(of('信息专刊', 2025)).toEqual({ number: 1, totalNumber: 47 });
    expect(of('信息专刊', 2024, true)).toEqual({ number: 3 });
    expect(of('政协简报', 2024)).toEqual({ number: 1 });
    expect(issueName('信息专刊', true, 2024, 3)).toBe('信息专刊（增刊）2024年第3期');
    expect(issueName('增刊', true, 2024, 1)).toBe('增刊2024年第1期');
  });

  it('备选：签发的都在，本年已经办出去还没编过的也在，编过的、没签发的不在', () => {
    expect(candidatesFor(list, 2024).map(({ record: { id }, placing }) => [id, placing])).toEqual([
      ['signed', 'moves'],
      ['out', 'stays'],
    ]);
  });
});
