import { describe, expect, it } from 'vitest';
import { countCell, longestFirst, median, percentCell } from '../../../shared/figures/portrait.ts';
import {
  memberCounts,
  memberFields,
  memberMonths,
  memberQuality,
  memberYear,
} from '../../../shared/figures/portrait-member.ts';
import { sectionPoints, shownSections, standingOf } from '../../../shared/figures/portrait-peers.ts';
import type { Scheme } from '../../../shared/scoring/scheme.ts';
import type { SubjectResult } from '../../../shared/scoring/score-result.ts';
import { HandLedger } from './ledger.ts';

const pieces = (...ids: string[]) => ids.map((id) => ({ kind: 'event', id }));

describe('画像里的数', () => {
  it('中位数：单数个取中间，双数个取中间两个的平均，没有为 0', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBe(0);
  });

  it('百分数：差一个不写 100，有一个不写 0，没有可算的是 0', () => {
    expect(percentCell(pieces('a'), pieces('a', 'b', 'c')).figure).toBe(33.3);
    expect(percentCell([], []).figure).toBe(0);
    expect(percentCell(pieces('a'), pieces('a'), { met: 1999, of: 2000 }).figure).toBe(99.9);
  });

  it('图从长到短：先看今年，一样的看上年', () => {
    const line = (key: string, ...figures: number[]) => ({
      key,
      cells: figures.map((figure) => countCell(pieces(...Array.from({ length: figure }, (_, at) => `${key}${at}`)))),
    });
    expect(longestFirst([line('甲', 1, 9), line('乙', 3, 0), line('丙', 1, 10)]).map(({ key }) => key)).toEqual([
      '乙',
      '丙',
      '甲',
    ]);
  });
});

describe('一名委员的一年', () => {
  const ledger = new HandLedger();
  const row = (state: string) => ({ member: 'm', role: '应出席', state });
  ledger.add('event', 'e1', { start: '2024-03-01T09:00', status: '已结束', attendance: [row('出席')] });
  ledger.add('event', 'e2', { start: '2024-03-20T09:00', status: '已结束', attendance: [row('请假（已批）')] });
  ledger.add('event', 'e3', { start: '2024-05-20T09:00', status: '取消', attendance: [row('缺席')] });
  ledger.add('event', 'e4', { start: '2023-05-20T09:00', status: '已结束', attendance: [row('迟到')] });
  ledger.add('proposal', 'p1', { submittedOn: '2024-02-20', lead: 'm', state: '办结', category: '社会建设' });
  ledger.add('proposal', 'p2', { submittedOn: '2024-02-21', lead: 'm', state: '不予立案', category: '社会建设' });
  ledger.add('proposal', 'p3', { submittedOn: '2024-02-22', cosigners: [{ member: 'm' }], state: '并案' });
  ledger.add('proposal', 'p4', { submittedOn: '2024-02-22', lead: 'm', state: '草稿' });
  ledger.add('opinion', 'o1', { receivedOn: '2024-07-01', lead: 'm', state: '收稿', category: '经济建设' });
  const year = memberYear('m', 2024, ledger.list);

  it('今年与上年分开数，草稿不算；月份里是同样的记录', () => {
    const counts = new Map(memberCounts(year).map((pair) => [pair.id, [pair.now.figure, pair.before?.figure]]));
    expect(counts.get('attended')).toEqual([1, 1]);
    expect(counts.get('missed')).toEqual([2, 0]);
    expect(counts.get('proposals')).toEqual([3, 0]);
    const months = memberMonths(year, 2024);
    expect(months.lines).toHaveLength(12);
    const [, february, march] = months.lines;
    expect(february?.cells[1]?.pieces.map(({ id }) => id).sort()).toEqual(['p1', 'p2', 'p3']);
    expect(march?.cells[0]?.pieces.map(({ id }) => id)).toEqual(['e1']);
  });

  it('立案率里并案也算立案；出席率不算取消的；没有采用的是 0%', () => {
    const quality = new Map(memberQuality('m', year, 2024, ledger).map(({ id, now }) => [id, now]));
    expect(
      quality
        .get('filed')
        ?.pieces.map(({ id }) => id)
        .sort(),
    ).toEqual(['p1', 'p3']);
    expect(quality.get('filed')?.of).toHaveLength(3);
    expect(quality.get('attendance')).toMatchObject({ figure: 50 });
    expect(quality.get('adopted')).toMatchObject({ figure: 0 });
    expect(quality.get('adopted')?.of).toHaveLength(1);
  });

  it('关注领域按类别，没填的单列', () => {
    const { lines } = memberFields(year, ledger.lookup);
    expect(lines.map(({ key, cells }) => [key, ...cells.map(({ figure }) => figure)])).toEqual([
      ['社会建设', 2, 0],
      ['未填类别', 1, 0],
      ['经济建设', 0, 1],
    ]);
  });

  it('名次：分数一样的同名次，没有分数的不排', () => {
    for (const id of ['a', 'b', 'c', 'd']) ledger.add('member', id, {});
    const points: Readonly<Record<string, number>> = { a: 9, b: 7, c: 7 };
    const all = ledger.list('member');
    const member = all[2];
    const standing = member && standingOf('all', '全体', member, all, (id) => points[id], '分');
    expect([standing?.place.figure, standing?.all.figure]).toEqual([2, 3]);
    expect(standing?.place.pieces.map(({ id }) => id)).toEqual(['a', 'c']);
  });
});

describe('按方案的各类', () => {
  const section = (id: string, parent?: string) => ({
    id,
    label: id,
    kind: 'basic' as const,
    ...(parent ? { parent } : {}),
  });
  const item = (code: string, of: string) => ({ code, label: code, section: of }) as unknown as Scheme['items'][number];
  const scheme = {
    sections: [
      section('基础'),
      section('会议', '基础'),
      section('提案', '基础'),
      section('加分'),
      section('发言', '加分'),
    ],
    items: [item('A', '会议'), item('B', '提案'), item('F', '加分'), item('G', '发言')],
  } as unknown as Scheme;

  it('只装别的类的展开，自己有项目的不展开：每一分只在一处', () => {
    expect(shownSections(scheme).map(({ id }) => id)).toEqual(['会议', '提案', '加分']);
    const entries = ['A', 'B', 'F', 'G'].map((code) => ({ item: code, counted: 2 }));
    const result = { entries, sections: [] } as unknown as SubjectResult;
    expect(shownSections(scheme).map(({ id }) => sectionPoints(scheme, result, id))).toEqual([2, 2, 4]);
  });
});
