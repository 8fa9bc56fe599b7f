import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DocumentError, type DocumentMaterial } from '../../../shared/documents/definition.ts';
import { leaveByKind } from '../../../shared/documents/definitions/meetings/attendance-statistics.ts';
import { circleOf, isExpected, listedAttendees } from '../../../shared/documents/definitions/meetings/meeting-facts.ts';
import { noticeWhen } from '../../../shared/documents/definitions/meetings/meeting-notice.ts';
import { checkModel } from '../../../shared/documents/schema.ts';
import { attendanceCounts, isOnLeave, isPresent } from '../../../shared/records/attendance.ts';
import { rowsOf, textOf } from '../../../shared/records/read-value.ts';
import { type Made, makeSample } from '../sample/sample-library.ts';
import {
  cellText,
  changed,
  compose,
  materialOf,
  meeting,
  memberOf,
  messages,
  namesIn,
  personOf,
  record,
  sampleMaterial,
  tablesOf,
  texts,
} from './meeting-material.ts';

let made: Made;
let material: DocumentMaterial;
beforeAll(async () => {
  made = await makeSample(new Date('2024-12-06T01:30:00Z'));
  material = sampleMaterial(made);
});
afterAll(() => made.remove());

describe('会议通知', () => {
  test('应到人数等于在任且属于该范围的人数；没有名单时按范围列出', () => {
    for (const subtype of ['常委会会议', '主席会议', '全体会议', '党组会议', '专委会会议']) {
      const event = meeting(material, subtype, ({ values }) => rowsOf(values, 'attendance').length > 0);
      const bare = changed(material, event, { attendance: [] });
      const circle = circleOf(event, material).members;
      expect(circle.length, subtype).toBeGreaterThan(0);
      const { model } = compose('meetingNotice', { event: event.id }, bare);
      const who = texts(model, 'body').find((text) => text.startsWith('出席：')) ?? '';
      expect(who, subtype).toContain(`共${circle.length}人`);
      const named = tablesOf(model).at(-1);
      const listed = namesIn(named).filter((name) => !/（\d+人）$/u.test(name));
      expect(listed.sort(), subtype).toEqual(circle.map(({ name }) => name).sort());
    }
  });

  test('有名单时人数等于名单，列席另列；与范围不一致的指出姓名', () => {
    const event = meeting(material, '常委会会议', ({ values }) =>
      rowsOf(values, 'attendance').some((row) => row.role === '列席'),
    );
    const rows = rowsOf(event.values, 'attendance');
    const { model } = compose('meetingNotice', { event: event.id }, material);
    const expected = rows.filter((row) => attendanceCounts({ attendance: [row] }).expected === 1).length;
    const guests = rows.filter((row) => row.role === '列席' || row.role === '特邀').length;
    const who = texts(model, 'body').find((text) => text.startsWith('出席：')) ?? '';
    expect(who).toContain(`共${expected}人`);
    expect(who).toContain(`列席：有关人员${guests}人`);
    const tables = tablesOf(model);
    expect(namesIn(tables.at(-2))).toHaveLength(expected);
    expect(namesIn(tables.at(-1))).toHaveLength(guests);
    const less = changed(material, event, { attendance: rows.slice(1) });
    const [first] = listedAttendees(event, material);
    expect(messages(compose('meetingNotice', { event: event.id }, less))).toContain(`${first?.name}属于常委会组成人员`);
  });

  test('议程、附件编号、请假要求、印章齐全', () => {
    const event = meeting(material, '常委会会议');
    const { model } = compose(
      'meetingNotice',
      { event: event.id, contact: '办公室', receivers: '抄送：区委办公室' },
      material,
    );
    const agenda = rowsOf(event.values, 'agendaItems');
    expect(texts(model, 'title')[0]).toBe(`关于召开${textOf(event.values, 'title')}的通知`);
    expect(texts(model, 'attachmentNote')).toEqual(['附件：1.会议议程', '2.出席、列席人员名单']);
    expect(texts(model, 'attachmentMark')).toEqual(['附件1', '附件2']);
    expect(tablesOf(model)[0]?.rows).toHaveLength(agenda.length + 1);
    expect(texts(model, 'body').join('')).toContain('经主席批准');
    expect(model.sealed).toBe(true);
    expect(model.imprint?.receivers).toEqual([{ label: '抄送', text: '区委办公室' }]);
    checkModel(model);
  });

  test('缺时间、缺地点、已取消、截止在会后，各有提醒；空会议也不会崩', () => {
    const event = record('event', 'e', {
      category: '会议',
      title: '碰头会',
      start: '2024-03-01T09:00',
      signupDeadline: '2024-03-02T09:00',
      status: '取消',
    });
    const found = messages(compose('meetingNotice', { event: 'e' }, materialOf([event])));
    for (const part of ['没有登记会议地点', '截止时间在开会以后', '不应再发', '参会人员空着', '没有登记议题'])
      expect(found).toContain(part);
    expect(() => compose('meetingNotice', {}, materialOf([]))).toThrow(DocumentError);
    expect(() => compose('meetingNotice', { event: 'e', order: '随便' }, materialOf([event]))).toThrow(DocumentError);
  });

  test('时间写到上午几点、星期几，跨天写到哪一天', () => {
    expect(noticeWhen('2024-02-26T09:00', '')).toBe('2024年2月26日（星期一）上午9:00');
    expect(noticeWhen('2024-02-26T14:30', '2024-02-26T17:00')).toBe('2024年2月26日（星期一）下午14:30至17:00');
    expect(noticeWhen('2024-02-20T09:00', '2024-02-22T12:00')).toBe('2024年2月20日（星期二）上午9:00至2月22日');
    expect(noticeWhen('2024-02-26T00:00', '')).toBe('2024年2月26日（星期一）');
    expect(noticeWhen('', '')).toBe('');
  });
});

describe('出席情况统计表', () => {
  test('每次会议的各个数都等于出席情况的行数，一行一人，一个不多一个不少', () => {
    const events = material.list('event').filter(({ values }) => rowsOf(values, 'attendance').length > 0);
    expect(events.length).toBeGreaterThan(40);
    for (const event of events.slice(0, 60)) {
      const rows = rowsOf(event.values, 'attendance');
      const { model } = compose('attendanceStatistics', { event: event.id }, material);
      const [facts, people] = tablesOf(model);
      const labelled = new Map<string, string>();
      for (const row of facts?.rows ?? []) {
        row.forEach((cell, index) => {
          if (cell.label) labelled.set(cellText(cell), cellText(row[index + 1]));
        });
      }
      const counted = rows.filter((row) => attendanceCounts({ attendance: [row] }).expected === 1);
      const many = (fits: (state: string) => boolean) =>
        `${counted.filter((row) => fits(textOf(row, 'state'))).length}人`;
      expect(labelled.get('应出席')).toBe(`${counted.length}人`);
      expect(labelled.get('实到')).toBe(many(isPresent));
      expect(labelled.get('请假')).toBe(many(isOnLeave));
      expect(labelled.get('缺席')).toBe(many((state) => state === '缺席'));
      const expected = listedAttendees(event, material).filter(isExpected);
      const kinds = leaveByKind(expected);
      expect(kinds.reduce((sum, [, count]) => sum + count, 0)).toBe(
        counted.filter((row) => isOnLeave(textOf(row, 'state'))).length,
      );
      expect(labelled.get('请假类型')).toBe(kinds.map(([kind, count]) => `${kind}${count}人`).join('，') || '无');
      expect((people?.rows.length ?? 1) - 1).toBe(rows.length);
      const states = (people?.rows ?? []).slice(1).map((row) => cellText(row[5]));
      expect(states.sort()).toEqual(rows.map((row) => textOf(row, 'state')).sort());
    }
  });

  test('过半数才符合规定人数；没有规定人数的会议照实说', () => {
    const people = ['甲', '乙', '丙', '丁'].flatMap((name, index) => [
      personOf(`王${name}`, `m${index}`),
      memberOf(`m${index}`, { isStanding: true }),
    ]);
    const event = (subtype: string, present: number) =>
      record('event', 'e', {
        category: '会议',
        subtype,
        title: '会议',
        start: '2024-02-26T09:00',
        attendance: [0, 1, 2, 3].map((index) => ({
          member: `m${index}`,
          role: '应出席',
          state: index < present ? '出席' : '请假（已批）',
          leaveType: '病假',
          approver: '王甲',
        })),
      });
    const words = (subtype: string, present: number) => {
      const composed = compose(
        'attendanceStatistics',
        { event: 'e' },
        materialOf([...people, event(subtype, present)]),
      );
      return { text: cellText(tablesOf(composed.model)[0]?.rows.at(-1)?.at(1)), found: messages(composed) };
    };
    expect(words('常委会会议', 3).text).toContain('过半数为3人，实到3人，符合规定人数');
    expect(words('常委会会议', 2).text).toContain('未达到规定人数');
    expect(words('常委会会议', 2).found).toContain('没有达到规定人数');
    expect(words('主席会议', 2).text).toBe('这类会议没有规定人数。');
  });

  test('没有登记出席的出一张空表并说明；事由默认不列', () => {
    const event = record('event', 'e', { category: '会议', title: '碰头会', start: '2024-03-01T09:00' });
    expect(messages(compose('attendanceStatistics', { event: 'e' }, materialOf([event])))).toContain(
      '没有登记出席情况',
    );
    const real = meeting(material, '常委会会议');
    const heads = (reasons: string) =>
      tablesOf(compose('attendanceStatistics', { event: real.id, reasons }, material).model)[1]?.rows[0]?.map(cellText);
    expect(heads('不列')).not.toContain('事由');
    expect(heads('列出')).toContain('事由');
  });
});
