import { describe, expect, it } from 'vitest';
import { referencesOf, usesOf } from '../../../shared/records/references.ts';
import { office, shelf } from './records-in-memory.ts';

const uses = (kind: string, id: string) => usesOf(kind, id, office.all(), office.lookup);

describe('引用', () => {
  it('列出记录指向的一切，明细里的也算', () => {
    const event = office.lookup('event', 'e1');
    expect(event && referencesOf(event)).toEqual([
      { path: 'chair', kind: 'member', id: 'mw', label: '主持人' },
      { path: 'attendance.0.member', kind: 'member', id: 'mw', label: '出席情况·委员' },
      { path: 'attendance.1.member', kind: 'member', id: 'ml', label: '出席情况·委员' },
    ]);
  });

  it('谁在用：写明哪条记录的哪一栏，一栏只说一次', () => {
    expect(uses('sector', 'edu').map((use) => use.label)).toEqual(['委员 李桂兰 的“界别”']);
    expect(uses('member', 'mw').map((use) => use.label)).toEqual([
      '会议活动 十届区政协第十次主席会议 的“主持人”',
      '会议活动 十届区政协第十次主席会议 的“出席情况·委员”',
    ]);
    const many = shelf({
      event: { e: { title: '会', attendance: [{ member: 'm' }, { member: 'n' }, { member: 'm' }] } },
    });
    expect(usesOf('member', 'm', many.all(), many.lookup)).toHaveLength(1);
    expect(uses('sector', 'old')).toEqual([]);
    expect(uses('term', 't10').map((use) => use.kind)).toEqual([
      'session',
      'sector',
      'sector',
      'committee',
      'member',
      'member',
    ]);
  });

  it('书稿里的篇目标明是它的部分', () => {
    expect(uses('book', 'b')).toEqual([
      { kind: 'chapter', id: 'c1', path: 'book', label: '篇目 老街 的“书稿”', part: true },
    ]);
    expect(uses('person', 'pl')[0]?.part).toBe(false);
  });

  it('同号不同种不算，指向自己不挡删除自己', () => {
    const odd = shelf({
      term: { x: { number: 1 } },
      sector: { x: { term: 'x', name: '甲' } },
      member: { m: { person: 'p', term: 'x', mentor: 'm' } },
    });
    expect(usesOf('sector', 'x', odd.all(), odd.lookup)).toEqual([]);
    expect(usesOf('member', 'm', odd.all(), odd.lookup)).toEqual([]);
  });
});
