import { describe, expect, it } from 'vitest';
import { kinds } from '../../../shared/records/registry.ts';
import { searchNames, searchUnits, sectorsOf, TITLE_PLACE, yearOf } from '../../../shared/records/searchable.ts';
import { office, stored } from './records-in-memory.ts';

describe('检索单元', () => {
  it('标题在前，正文按块，标题块另有分量，明细按行栏', () => {
    const record = stored('event', 'e', {
      title: '老街座谈会',
      category: '会议',
      start: '2024-03-05T09:00',
      year: 2024,
      attendance: [
        { member: 'ml', role: '应出席', state: '请假（已批）', reason: '住院' },
        { name: '赵一鸣', role: '列席' },
      ],
      minutes: {
        blocks: [
          { type: 'heading', level: 1, text: [{ text: '一、议题' }] },
          { type: 'paragraph', text: [{ text: '会议指出', note: '见附件' }] },
          { type: 'figure', sha256: 'a'.repeat(64), name: '图' },
          { type: 'table', headRows: 0, rows: [[{ text: [{ text: '甲' }] }, { text: [{ text: '乙' }] }]] },
        ],
      },
      files: [{ sha256: 'a'.repeat(64), name: '签到表.xlsx', size: 1, type: 'x' }],
    });
    expect(searchUnits(record, office.lookup)).toEqual([
      { place: 'title', text: '老街座谈会', weight: 'title' },
      { place: 'category', text: '会议', weight: 'text' },
      { place: 'attendance/0/member', text: '李桂兰', weight: 'name' },
      { place: 'attendance/0/role', text: '应出席', weight: 'text' },
      { place: 'attendance/0/state', text: '请假（已批）', weight: 'text' },
      { place: 'attendance/0/reason', text: '住院', weight: 'text' },
      { place: 'attendance/1/name', text: '赵一鸣', weight: 'name' },
      { place: 'attendance/1/role', text: '列席', weight: 'text' },
      { place: 'minutes/0', text: '一、议题', weight: 'heading' },
      { place: 'minutes/1', text: '会议指出\n见附件', weight: 'text' },
      { place: 'minutes/3', text: '甲\t乙', weight: 'text' },
      { place: 'files', text: '签到表.xlsx', weight: 'text' },
    ]);
  });

  it('委员的标题就是姓名那一栏，引用按标题可查，汇总栏目不重复查', () => {
    const member = office.lookup('member', 'mw');
    expect(member && searchUnits(member, office.lookup).slice(0, 5)).toEqual([
      { place: 'person', text: '王毅', weight: 'title' },
      { place: 'term', text: '第十届', weight: 'text' },
      { place: 'sector', text: '医药卫生', weight: 'text' },
      { place: 'committee', text: '提案委员会', weight: 'text' },
      { place: 'status', text: '在任', weight: 'text' },
    ]);
    const session = office.lookup('session', 's3');
    expect(session && searchUnits(session, office.lookup)[0]).toEqual({
      place: TITLE_PLACE,
      text: '十届三次会议',
      weight: 'title',
    });
  });

  it('姓名可按拼音查：委员、主持人、出席人、作者', () => {
    const names = (kind: string, id: string) => {
      const record = office.lookup(kind, id);
      return record ? searchNames(record, office.lookup) : [];
    };
    expect(names('member', 'ml')).toEqual(['李桂兰']);
    expect(names('event', 'e1')).toEqual(['王毅', '李桂兰', '赵一鸣']);
    expect(searchNames(stored('book', 'b', { title: '书', deputyEditors: ['甲一', '乙二'] }), office.lookup)).toEqual([
      '甲一',
      '乙二',
    ]);
  });

  it('年份与界别供筛选', () => {
    const record = (kind: string, id: string) => office.lookup(kind, id) ?? stored(kind, id, {});
    expect(yearOf(record('event', 'e1'))).toBe(2024);
    expect(yearOf(record('session', 's3'))).toBe(2024);
    expect(yearOf(record('person', 'pl'))).toBeUndefined();
    expect(sectorsOf(record('member', 'ml'), office.lookup)).toEqual(['edu']);
    expect(sectorsOf(record('sector', 'med'), office.lookup)).toEqual(['med']);
    expect(sectorsOf(record('person', 'pl'), office.lookup)).toEqual([]);
  });

  it('不认识的种类没有可查的；栏目名里没有 @ 和 /', () => {
    expect(searchUnits(stored('没有', 'x', { a: '字' }), office.lookup)).toEqual([]);
    for (const kind of kinds) for (const name of Object.keys(kind.fields)) expect(name).not.toMatch(/[@/]/);
  });
});
