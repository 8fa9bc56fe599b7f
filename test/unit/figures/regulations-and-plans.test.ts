import { describe, expect, it } from 'vitest';
import { planLines } from '../../../shared/figures/plans.ts';
import { regulationYear, versionsOf } from '../../../shared/figures/regulations.ts';
import { HandLedger, idsOf } from './ledger.ts';

describe('几个方面多少项', () => {
  const ledger = new HandLedger();
  const add = (id: string, values: object) =>
    ledger.add('regulation', id, { title: id, area: '会议制度', action: '修订', state: '现行', year: 2024, ...values });
  add('a', { important: true, meetingType: '常委会' });
  add('b', { action: '制定', area: '机关内务', important: true, meetingType: '主席会议' });
  add('draft', { state: '起草' });
  add('old', { year: 2019, state: '被修订' });
  add('ended', { year: 2018, state: '废止', repealedOn: '2024-06-01', area: '机关内务' });
  add('end decision', { action: '废止', state: '通过' });
  add('no area', { area: undefined });
  add('own area', { area: '自定方面', year: 2023 });
  const found = regulationYear(ledger.list, 2024, ['会议制度', '机关内务']);

  it('当年通过的制定和修订，草稿、往年的不算；没有类别的算项不算方面', () => {
    expect(idsOf(found.changed)).toEqual(['a', 'b', 'no area']);
    expect(found.areas).toEqual(['会议制度', '机关内务']);
    expect(idsOf(found.important)).toEqual(['a']);
  });

  it('按类别：办公室自己的类别和没有类别的排在后面，废止按废止日期', () => {
    expect(found.lines.map(({ area }) => area)).toEqual(['会议制度', '机关内务', '自定方面', '']);
    const [meetings, office] = found.lines;
    expect(idsOf(meetings?.revised ?? [])).toEqual(['a']);
    expect(idsOf(meetings?.underWay ?? [])).toEqual(['draft']);
    expect(idsOf(meetings?.repealed ?? [])).toEqual(['end decision']);
    expect(idsOf(meetings?.inForce ?? [])).toEqual(['a']);
    expect(idsOf(office?.repealed ?? [])).toEqual(['ended']);
    expect(found.lines.flatMap(({ made, revised }) => [...made, ...revised])).toHaveLength(found.changed.length);
  });

  it('历次版本从哪一个打开都是同一串，绕成圈也不会停不下来', () => {
    const chain = new HandLedger();
    chain.add('regulation', 'v3', { previous: 'v2', passedOn: '2024-01-01' });
    chain.add('regulation', 'v1', { passedOn: '2012-01-01' });
    chain.add('regulation', 'v2', { previous: 'v1' });
    chain.add('regulation', 'other', {});
    for (const id of ['v1', 'v2', 'v3']) expect(idsOf(versionsOf(chain.list, id))).toEqual(['v1', 'v2', 'v3']);
    const circle = new HandLedger();
    circle.add('regulation', 'x', { previous: 'y' });
    circle.add('regulation', 'y', { previous: 'x' });
    expect(idsOf(versionsOf(circle.list, 'x')).sort()).toEqual(['x', 'y']);
  });
});

describe('年度计划', () => {
  it('两边挂的活动去重，只数开过的；没有目标算 1 次，没有月份到年底才算', () => {
    const ledger = new HandLedger();
    ledger.add('planItem', 'late', { year: 2024, month: 3, target: 2, events: ['e1', 'gone'] });
    ledger.add('planItem', 'done', { year: 2024, month: 2, events: ['e2'] });
    ledger.add('planItem', 'now', { year: 2024, month: 6 });
    ledger.add('planItem', 'soon', { year: 2024, month: 9 });
    ledger.add('planItem', 'whole', { year: 2024 });
    ledger.add('planItem', 'other year', { year: 2023 });
    ledger.add('event', 'e1', { planItem: 'late', status: '已归档', start: '2024-03-01' });
    ledger.add('event', 'e2', { status: '已结束', start: '2024-02-01' });
    ledger.add('event', 'e3', { planItem: 'late', status: '拟办', start: '2024-07-01' });
    const lines = planLines(ledger.list, 2024, '2024-06-15');
    expect(lines.map(({ item, light, missing }) => [item.id, light, missing])).toEqual([
      ['done', 'met', 0],
      ['late', 'missed', 1],
      ['now', 'running', 1],
      ['soon', 'ahead', 1],
      ['whole', 'running', 1],
    ]);
    expect(lines.map(({ done, ahead }) => [idsOf(done), idsOf(ahead)]).slice(0, 2)).toEqual([
      [['e2'], []],
      [['e1'], ['e3']],
    ]);
  });
});
