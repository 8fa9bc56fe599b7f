import { describe, expect, it } from 'vitest';
import { membershipGaps, pairings, streetCoverage } from '../../../shared/figures/street-coverage.ts';
import { dutiesBetween, isQualified, sixMarks, streetTiles, upgradedIn } from '../../../shared/figures/venue-map.ts';
import { passedItems, SIX_HAS } from '../../../shared/records/venue-standard.ts';
import { HandLedger, idsOf } from './ledger.ts';

const all = (passed: boolean, checkedOn = '2024-01-01') => SIX_HAS.map((item) => ({ item, passed, checkedOn }));

function district() {
  const ledger = new HandLedger();
  ledger.add('subdistrictOffice', 's2', { street: '乙街道', order: 2 });
  ledger.add('subdistrictOffice', 's1', { street: '甲街道', order: 1, convenor: 'p1', liaison: 'p2', office: '一号' });
  ledger.add('community', 'c1', { name: '一社区', subdistrictOffice: 's1' });
  ledger.add('community', 'c2', { name: '二社区', subdistrictOffice: 's1' });
  const venue = (id: string, values: object) =>
    ledger.add('venue', id, { name: id, venueKind: '协商议事室', state: '已建', subdistrictOffice: 's1', ...values });
  venue('community room', { level: '社区（村）', community: 'c1', checks: all(true), upgradedOn: '2024-05-01' });
  venue('room', { level: '街道', checks: all(true), upgrades: [{ on: '2024-03-03', text: '换门牌' }] });
  venue('closed', { level: '社区（村）', community: 'c2', state: '停用', checks: all(true) });
  venue('station', { level: '社区（村）', community: 'c2', venueKind: '委员联络站' });
  venue('home', { level: '区级', venueKind: '委员之家' });
  venue('rebuilt', { level: '街道', subdistrictOffice: 's2', state: '改造中' });
  return ledger;
}

describe('六有', () => {
  it('以每一项最近一次为准，没核过的说未核', () => {
    const checks = [
      ...all(true, '2024-01-01'),
      { item: '有标识', passed: false, checkedOn: '2024-07-01', note: '门牌掉了' },
      { item: '有活动', passed: false },
    ];
    const marks = sixMarks({ checks });
    expect(marks.map(({ state }) => state)).toEqual(['passed', 'failed', 'passed', 'passed', 'passed', 'passed']);
    expect(marks[1]).toMatchObject({ checkedOn: '2024-07-01', note: '门牌掉了' });
    expect(marks.filter(({ state }) => state === 'passed').map(({ item }) => item)).toEqual(passedItems({ checks }));
    expect(sixMarks({}).every(({ state }) => state === 'unchecked')).toBe(true);
  });

  it('缺一项不算达标，停用的也不算', () => {
    expect(isQualified({ state: '已建', checks: all(true) })).toBe(true);
    expect(isQualified({ state: '停用', checks: all(true) })).toBe(false);
    expect(isQualified({ state: '已建', checks: all(true).slice(1) })).toBe(false);
  });
});

describe('阵地图', () => {
  it('街道按次序；街道议事室、社区覆盖只认在用的协商议事室，区级另列', () => {
    const [first, second] = streetTiles(district().list, 2024);
    expect(first?.street.id).toBe('s1');
    expect(idsOf(first?.rooms ?? [])).toEqual(['room']);
    expect(idsOf(first?.covered ?? [])).toEqual(['c1']);
    expect(idsOf(first?.uncovered ?? [])).toEqual(['c2']);
    expect(idsOf(first?.venues ?? [])).toEqual(['room', 'community room', 'closed', 'station']);
    expect(idsOf(first?.qualified ?? [])).toEqual(['room', 'community room']);
    expect(idsOf(first?.upgraded ?? [])).toEqual(['room', 'community room']);
    expect(idsOf(second?.rooms ?? [])).toEqual(['rebuilt']);
    expect(upgradedIn({ upgradedOn: '2023-12-31' }, 2024)).toBe(false);
  });

  it('值班：按日期，固定日排在后面，停用的、过了的不列', () => {
    const ledger = new HandLedger();
    ledger.add('venue', 'v', {
      state: '已建',
      duties: [
        { weekday: '每周三', members: ['m1'] },
        { on: '2024-06-20', members: ['m2'] },
        { on: '2024-06-10', leader: '丁一' },
        { on: '2024-05-31' },
        { note: '没写哪天' },
      ],
    });
    ledger.add('venue', 'closed', { state: '停用', duties: [{ on: '2024-06-11' }] });
    expect(dutiesBetween(ledger.list, '2024-06-01', '2024-06-30').map(({ on, weekday }) => on || weekday)).toEqual([
      '2024-06-10',
      '2024-06-20',
      '每周三',
    ]);
  });
});

describe('街道组织覆盖', () => {
  it('缺什么说什么；支部活动只数开过的', () => {
    const ledger = district();
    ledger.add('partyBranch', 'b1', { base: '街道', subdistrictOffice: 's1', active: true });
    ledger.add('partyBranch', 'gone', { base: '街道', subdistrictOffice: 's2', active: false });
    ledger.add('event', 'e1', { start: '2024-05-01', status: '已结束', partyBranch: 'b1' });
    ledger.add('event', 'e2', { start: '2024-06-01', status: '拟办', partyBranch: 'b1' });
    ledger.add('member', 'm1', { subdistrictOffice: 's1', appointedOn: '2022-01-01', status: '在任' });
    const [first, second] = streetCoverage(ledger.list, 2024, '2024-12-31');
    expect(first?.gaps).toEqual([]);
    expect(idsOf(first?.branchEvents ?? [])).toEqual(['e1']);
    expect(second?.gaps).toEqual([
      '没有召集人',
      '没有联络员',
      '没有办公场所',
      '没有功能型党支部',
      '没有编入委员',
      '没有登记社区（村）',
    ]);
  });

  it('全员入委：在任又没有任何专委会的；结对只列在任的', () => {
    const ledger = new HandLedger();
    const member = (id: string, values: object) =>
      ledger.add('member', id, { appointedOn: '2022-01-01', status: '在任', ...values });
    member('in', { committee: 'c', pairedWith: ['second', 'nobody'] });
    member('second', { committee2: 'c', subdistrictOffice: 's' });
    member('none', {});
    member('left', { status: '已辞去', exitOn: '2023-01-01', pairedWith: ['in'] });
    const gaps = membershipGaps(ledger.list, '2024-12-31');
    expect(idsOf(gaps.withoutCommittee)).toEqual(['none']);
    expect(idsOf(gaps.withoutStreet)).toEqual(['in', 'none']);
    expect(pairings(ledger.list, '2024-12-31').map(({ member: one, with: others }) => [one.id, idsOf(others)])).toEqual(
      [['in', ['second']]],
    );
  });
});
