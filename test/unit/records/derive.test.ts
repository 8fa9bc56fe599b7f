import { describe, expect, it } from 'vitest';
import { attendanceCounts } from '../../../shared/records/attendance.ts';
import { derive, withComputed } from '../../../shared/records/derive.ts';
import type { Values } from '../../../shared/records/record.ts';
import { isServing } from '../../../shared/records/service.ts';
import { readStrokes, strokeOverrides } from '../../../shared/records/stroke-overrides.ts';
import { bodyFromText } from '../../../shared/text/body.ts';
import { compareNames } from '../../../shared/text/stroke-order.ts';
import { office, shelf, stored } from './records-in-memory.ts';

const derived = (kind: string, values: Values, options?: Parameters<typeof derive>[3]) =>
  derive(kind, values, office.lookup, options);

describe('程序补的值', () => {
  it('会议的年度取自开始时间，没有时间就没有年度', () => {
    expect(derived('event', { start: '2023-12-31T15:00' }).year).toBe(2023);
    expect(derived('event', { start: '2024-01-01T09:00', year: 2023 }).year).toBe(2024);
    expect('year' in derived('event', { title: '会' })).toBe(false);
  });

  it('字数不算空白，没有正文不写零；正文删去字数也去', () => {
    expect(derived('material', { body: bodyFromText('政协 案头\n　一、') }).characters).toBe(6);
    expect('characters' in derived('material', { title: '题' })).toBe(false);
    expect('characters' in derived('chapter', { title: '题', characters: 900 })).toBe(false);
  });

  it('新篇目排在本书最后；自己原来的顺序不动，别的书不算', () => {
    const books = shelf({
      chapter: {
        a: { book: 'x', order: 3 },
        b: { book: 'x', order: 7.5 },
        c: { book: 'y', order: 40 },
        d: { book: 'x', title: '没有顺序' },
      },
    });
    const options = { list: books.list };
    expect(derived('chapter', { book: 'x' }, options).order).toBe(8);
    expect(derived('chapter', { book: 'z' }, options).order).toBe(1);
    expect(derived('chapter', { book: 'x', order: 2 }, options).order).toBe(2);
    // A chapter whose order was cleared goes to the end of the others, not after itself.
    expect(derived('chapter', { book: 'x' }, { ...options, id: 'b' }).order).toBe(4);
    expect('order' in derived('chapter', { book: 'x' })).toBe(false);
  });

  it('街道政协工委的名称随街道，写过的不改', () => {
    expect(derived('subdistrictOffice', { street: '清流' }).name).toBe('清流街道政协工委');
    expect(derived('subdistrictOffice', { street: '清流街道' }).name).toBe('清流街道政协工委');
    expect(derived('subdistrictOffice', { street: '清流', name: '清流联络组' }).name).toBe('清流联络组');
  });

  it('常委留空时按政协职务判断，填了的不改', () => {
    expect(derived('member', { roles: ['副主席'] }).isStanding).toBe(true);
    expect(derived('member', { roles: ['副秘书长'] }).isStanding).toBe(false);
    expect(derived('member', {}).isStanding).toBe(false);
    expect(derived('member', { roles: ['常委'], isStanding: false }).isStanding).toBe(false);
  });
});

describe('汇总的值', () => {
  it('应到不算列席、工作人员和不参加的；待确认不算到也不算缺', () => {
    const row = (role: string, state: string) => ({ role, state });
    const attendance = [
      row('应出席', '出席'),
      row('主持', '迟到'),
      row('主讲', '早退'),
      row('执笔', '待确认'),
      row('应出席', '请假（未批）'),
      row('应出席', '缺席'),
      row('应出席', '不参加'),
      row('列席', '出席'),
      row('工作人员', '缺席'),
    ];
    expect(attendanceCounts({ attendance })).toEqual({ expected: 6, present: 3, leave: 1, absent: 1 });
    expect(withComputed(stored('event', 'e', { title: '会' }), office).values.expectedCount).toBeUndefined();
  });

  it('在任人数不算已退出的，兼第二专委会的算', () => {
    const some = shelf({
      committee: { c: { name: '提案委员会' } },
      member: {
        a: { committee: 'c', status: '在任' },
        b: { committee2: 'c', status: '请辞待审' },
        c: { committee: 'c', status: '已辞去' },
        d: { committee: 'c' },
      },
    });
    expect(some.shown('committee', 'c').memberCount).toBe(3);
    expect(['在任', '届中增补', '界别调整', undefined].every((status) => isServing({ status }))).toBe(true);
    expect(['已辞去', '已撤销', '已终止', '换届离任'].some((status) => isServing({ status }))).toBe(false);
  });

  it('书稿字数是各篇之和', () => {
    const some = shelf({
      book: { x: { title: '书' }, y: { title: '空书' } },
      chapter: { a: { book: 'x', characters: 1000 }, b: { book: 'x' }, c: { book: 'y' } },
    });
    expect(some.shown('book', 'x')).toMatchObject({ chapterCount: 2, currentCharacters: 1000 });
    expect(some.shown('book', 'y')).toMatchObject({ chapterCount: 1, currentCharacters: 0 });
  });

  it('委员带出人的单位、党派，人改了跟着变，记录里旧的汇总不顶用', () => {
    const { lookup } = office;
    const member = stored('member', 'x', { person: 'pl', parties: ['群众'], mobile: '旧' });
    expect(withComputed(member, { lookup }).values).toMatchObject({
      parties: ['民盟盟员'],
      orgAndDuty: '示例区第一中学校长',
      mobile: '13800000001',
    });
    expect(withComputed(stored('member', 'x', { person: '没有', mobile: '旧' }), { lookup }).values).toEqual({
      person: '没有',
    });
  });
});

describe('生僻字笔顺', () => {
  it('写出字和笔顺，排序用得上', () => {
    expect(readStrokes('㛃 531、𬭎３１１')).toEqual({ 㛃: '531', 𬭎: '311' });
    for (const bad of ['531', '㛃', '㛃678', '㛃53a', '']) expect(readStrokes(bad)).toBeUndefined();
    const overrides = strokeOverrides([
      stored('person', 'a', { name: '㛃', strokeOverride: '㛃1' }),
      stored('person', 'b', { name: '乙', strokeOverride: '写错' }),
      stored('person', 'c', { name: '丙' }),
    ]);
    expect(overrides).toEqual({ 㛃: '1' });
    expect(compareNames('㛃明', '丁明', 'surname', overrides)).toBeLessThan(0);
    expect(compareNames('㛃明', '丁明')).toBeGreaterThan(0);
  });
});
