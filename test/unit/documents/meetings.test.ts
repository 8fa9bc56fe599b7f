import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Composed, DocumentError, type DocumentMaterial } from '../../../shared/documents/definition.ts';
import { leaveByKind } from '../../../shared/documents/definitions/meetings/attendance-statistics.ts';
import { circleOf, isExpected, listedAttendees } from '../../../shared/documents/definitions/meetings/meeting-facts.ts';
import { noticeWhen } from '../../../shared/documents/definitions/meetings/meeting-notice.ts';
import { suggestionsOf } from '../../../shared/documents/definitions/meetings/minutes-parts.ts';
import { documentOf } from '../../../shared/documents/index.ts';
import type { DocumentModel, DocumentTable } from '../../../shared/documents/model.ts';
import { checkModel } from '../../../shared/documents/schema.ts';
import { attendanceCounts, isOnLeave, isPresent } from '../../../shared/records/attendance.ts';
import { rowsOf, textOf } from '../../../shared/records/read-value.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import { meetingsSamples } from '../../documents/areas/meetings.ts';
import { settings } from '../../documents/samples.ts';
import { type Made, makeSample } from '../sample/sample-library.ts';

let made: Made;
let material: DocumentMaterial;
beforeAll(async () => {
  made = await makeSample(new Date('2024-12-06T01:30:00Z'));
  const { library } = made;
  material = {
    lookup: (kind, id) => library.get(kind, id),
    list: (kind) => library.list(kind),
    settings,
    today: '2024-12-06',
  };
});
afterAll(() => made.remove());

const record = (kind: string, id: string, values: Values): StoredRecord => ({
  kind,
  id,
  values,
  rev: 1,
  createdAt: '2024-01-01T00:00:00.000Z',
  createdBy: '测试',
  updatedAt: '2024-01-01T00:00:00.000Z',
  updatedBy: '测试',
});
const materialOf = (records: readonly StoredRecord[], more: Partial<DocumentMaterial> = {}): DocumentMaterial => ({
  lookup: (kind, id) => records.find((one) => one.kind === kind && one.id === id),
  list: (kind) => records.filter((one) => one.kind === kind),
  settings,
  today: '2024-02-20',
  ...more,
});
/** The sample with one record changed. */
const changed = (of: StoredRecord, values: Values): DocumentMaterial => {
  const next = { ...of, values: { ...of.values, ...values } };
  return {
    ...material,
    lookup: (kind, id) => (kind === of.kind && id === of.id ? next : material.lookup(kind, id)),
    list: (kind) => material.list(kind).map((one) => (one.id === of.id ? next : one)),
  };
};

function compose(id: string, params: Readonly<Record<string, unknown>>, from: DocumentMaterial): Composed {
  const definition = documentOf(id);
  if (!definition) throw new Error(`没有文书 ${id}`);
  return definition.compose(params, from);
}

const texts = (model: DocumentModel, role: string): string[] =>
  model.blocks.flatMap((block) =>
    block.type === 'paragraph' && block.role === role ? [block.runs.map((run) => run.text).join('')] : [],
  );
const tablesOf = (model: DocumentModel): DocumentTable[] =>
  model.blocks.flatMap((block) => (block.type === 'table' ? [block] : []));
const cellText = (cell: DocumentTable['rows'][number][number] | undefined): string =>
  (cell?.runs ?? []).map((run) => run.text).join('');
const namesIn = (table: DocumentTable | undefined, skip = 0): string[] =>
  (table?.rows ?? [])
    .flatMap((row) => row.slice(skip).map((cell) => cellText(cell).replaceAll('\u3000', '')))
    .filter(Boolean);
const messages = ({ findings }: Composed): string => findings.map(({ message }) => message).join('\n');

function meeting(subtype: string, fits: (event: StoredRecord) => boolean = () => true): StoredRecord {
  const found = material.list('event').find((event) => event.values.subtype === subtype && fits(event));
  if (!found) throw new Error(`样例里没有${subtype}`);
  return found;
}
const personOf = (name: string, id: string) => record('person', `p${id}`, { name });
const memberOf = (id: string, values: Values = {}) =>
  record('member', id, { person: `p${id}`, roles: [], status: '在任', ...values });

describe('会议通知', () => {
  test('应到人数等于在任且属于该范围的人数；没有名单时按范围列出', () => {
    for (const subtype of ['常委会会议', '主席会议', '全体会议', '党组会议', '专委会会议']) {
      const event = meeting(subtype, ({ values }) => rowsOf(values, 'attendance').length > 0);
      const bare = changed(event, { attendance: [] });
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
    const event = meeting('常委会会议', ({ values }) =>
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
    const less = changed(event, { attendance: rows.slice(1) });
    const [first] = listedAttendees(event, material);
    expect(messages(compose('meetingNotice', { event: event.id }, less))).toContain(`${first?.name}属于常委会组成人员`);
  });

  test('议程、附件编号、请假要求、印章齐全', () => {
    const event = meeting('常委会会议');
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
    const real = meeting('常委会会议');
    const heads = (reasons: string) =>
      tablesOf(compose('attendanceStatistics', { event: real.id, reasons }, material).model)[1]?.rows[0]?.map(cellText);
    expect(heads('不列')).not.toContain('事由');
    expect(heads('列出')).toContain('事由');
  });
});

describe('各种会议的纪要', () => {
  const minutes = (event: StoredRecord, params: Readonly<Record<string, unknown>> = {}, from = material) =>
    compose('minutes', { event: event.id, ...params }, from);

  test('红头随会议种类：全会、常委会、主席会议、协商、座谈、专委会、党组', () => {
    const marks = ['全体会议', '常委会会议', '主席会议', '专题协商会', '座谈会', '专委会会议', '党组会议'].map(
      (subtype) => minutes(meeting(subtype)).model.masthead?.mark,
    );
    expect(marks.slice(0, 5)).toEqual([
      '全体会议纪要',
      '常委会会议纪要',
      '主席会议纪要',
      '专题协商会纪要',
      '座谈会纪要',
    ]);
    expect(marks[5]).toMatch(/委员会会议纪要$/u);
    expect(marks[6]).toBe('党组会议纪要');
  });

  test('协商会列出意见建议：条数、顺序、提出人、责任单位都与台账一致，每条能回到那一条', () => {
    const event = meeting('专题协商会', (one) => suggestionsOf(one, material).length > 5);
    const { model } = minutes(event);
    const suggestions = suggestionsOf(event, material);
    expect(texts(model, 'body')).toContain(`与会人员提出意见建议${suggestions.length}条：`);
    const listed = model.blocks.flatMap((block) =>
      'source' in block && block.source?.kind === 'suggestion' ? [block.source.id] : [],
    );
    expect(listed).toEqual(suggestions.map(({ id }) => id));
    const unit = material.lookup('organisation', textOf(suggestions[0]?.values ?? {}, 'mainUnit'));
    const first = texts(model, 'body').find((text) =>
      text.startsWith(`1.${textOf(suggestions[0]?.values ?? {}, 'text').slice(0, 8)}`),
    );
    expect(first).toContain(textOf(unit?.values ?? {}, 'shortName') || textOf(unit?.values ?? {}, 'name'));
    const counts = rowsOf(event.values, 'counts').map((row) => `${row.label}${row.count}人`);
    expect(texts(model, 'nameList').at(-1)).toBe(`参加：${counts.join('，')}`);
  });

  test('没有意见建议条目的协商会说明；主席会议不列意见建议', () => {
    const bare = meeting('微协商', (one) => suggestionsOf(one, material).length === 0);
    expect(messages(minutes(bare))).toContain('没有这次会议的意见建议条目');
    expect(texts(minutes(meeting('主席会议')).model, 'heading1').join('')).not.toContain('意见建议');
  });

  test('全会按界别列名单，人数等于到会的人；每个到会的人都在', () => {
    const event = meeting('全体会议');
    const { model } = minutes(event);
    const present = listedAttendees(event, material).filter(
      (one) => isExpected(one) && isPresent(textOf(one.row ?? {}, 'state')),
    );
    expect(texts(model, 'nameList')[0]).toBe(`出席：共${present.length}人，按界别排列如下`);
    const [table] = tablesOf(model);
    expect(namesIn(table, 1).sort()).toEqual(present.map(({ name }) => name).sort());
    const sectors = (table?.rows ?? []).map((row) => cellText(row[0])).filter(Boolean);
    const order = material
      .list('sector')
      .filter(({ values }) => values.term === event.values.term)
      .toSorted((a, b) => Number(a.values.order) - Number(b.values.order))
      .map(({ values }) => textOf(values, 'name'));
    expect(sectors).toEqual(order.filter((name) => sectors.includes(name)));
    expect(texts(model, 'body')[0]).toContain('举行');
    expect(texts(model, 'body')[0]).toContain('符合规定人数');
  });

  test('党组会议书记在前，没有党组职务的提示应列为列席', () => {
    const members = [
      memberOf('a', { roles: ['副主席', '党组成员'] }),
      memberOf('b', { roles: ['秘书长'] }),
      memberOf('c', { roles: ['主席', '党组书记'] }),
      memberOf('d', { roles: ['副主席', '党组副书记'] }),
    ];
    const people = [personOf('丁一', 'a'), personOf('王毅', 'b'), personOf('郑秀英', 'c'), personOf('欧阳明', 'd')];
    const event = record('event', 'e', {
      category: '会议',
      subtype: '党组会议',
      title: '党组会议',
      start: '2024-02-26T09:00',
      chair: 'c',
      attendance: ['a', 'b', 'c', 'd'].map((member) => ({ member, role: '应出席', state: '出席' })),
    });
    const composed = minutes(event, {}, materialOf([...members, ...people, event]));
    expect(texts(composed.model, 'nameList')[0]?.replaceAll('\u3000', '')).toBe('出席：郑秀英欧阳明丁一王毅');
    expect(messages(composed)).toContain('王毅没有登记党组职务');
    expect(texts(composed.model, 'body')[0]).toContain('党组书记郑秀英主持');
  });

  test('常委会没有过半数要说不能举行；另选种类时红头、名单随种类', () => {
    const event = meeting('常委会会议');
    const rows = rowsOf(event.values, 'attendance').map((row) => ({
      ...row,
      state: row.role === '应出席' ? '缺席' : row.state,
    }));
    expect(messages(minutes(event, {}, changed(event, { attendance: rows })))).toContain('会议不能举行');
    expect(minutes(event, { kind: '主席会议' }).model.masthead?.mark).toBe('主席会议纪要');
  });

  test('没有文号时按这种会议的系列给出下一个号', () => {
    const asked: string[] = [];
    const from = {
      ...changed(meeting('党组会议'), { minutesNumber: '' }),
      nextNumber: (series: string, year: number) => {
        asked.push(series);
        return `示政协党纪〔${year}〕9号`;
      },
    };
    const composed = minutes(meeting('党组会议'), {}, from);
    expect(asked).toEqual(['minutesParty']);
    expect(composed.model.masthead?.number).toBe('示政协党纪〔2024〕9号');
    expect(messages(composed)).toContain('取号');
    expect(minutes(meeting('党组会议'), { number: '3' }).model.masthead?.number).toBe('示政协党纪〔2024〕3号');
  });

  test('样例参数都出得来', () => {
    for (const [id, sets] of Object.entries(meetingsSamples)) {
      const given = sets(material);
      expect(Object.keys(given).length, id).toBeGreaterThan(0);
      for (const [name, params] of Object.entries(given)) {
        const { model, findings } = compose(id, params, material);
        checkModel(model);
        expect(
          findings.filter(({ severity }) => severity === 'error').map(({ message }) => `${id} ${name}：${message}`),
        ).toEqual([]);
      }
    }
  });
});
