import { describe, expect, it } from 'vitest';
import { defaultEnumerations } from '../../../shared/records/enumerations.ts';
import type { Values } from '../../../shared/records/record.ts';
import { validateRecord } from '../../../shared/records/validate.ts';
import { office } from './records-in-memory.ts';

const options = { lookup: office.lookup, list: office.list, enumerations: defaultEnumerations };
const check = (kind: string, values: unknown, more: object = {}) =>
  validateRecord(kind, values, { ...options, ...more });

describe('必填、未知栏目与预设', () => {
  it('必填的说请填写或请选择', () => {
    expect(check('person', {}).problems).toEqual({ name: '请填写姓名' });
    expect(check('person', { name: ' \u3000' }).problems).toEqual({ name: '请填写姓名' });
    expect(check('member', {}).problems).toEqual({ person: '请选择姓名', term: '请选择届' });
  });

  it('名册缺性别、民族、单位不拦，只提醒', () => {
    const result = check('person', { name: '甲' });
    expect(result.problems).toEqual({});
    expect(Object.keys(result.warnings).sort()).toEqual(['birth', 'ethnicity', 'org', 'orgDuty', 'parties', 'sex']);
  });

  it('没有的栏目要拒绝，原型链上的名字也一样', () => {
    expect(check('person', { name: '甲', idCard: '1' }).problems.idCard).toBe('没有“idCard”这个栏目');
    const odd = JSON.parse('{"name":"甲","__proto__":1,"constructor":2}') as Values;
    expect(Object.keys(check('person', odd).problems).sort()).toEqual(['__proto__', 'constructor']);
  });

  it('新记录补上预设值；改旧记录时清空必填项要拒绝', () => {
    const made = check('member', { person: 'pl', term: 't9' });
    expect(made.values).toMatchObject({ status: '在任', scoreEnabled: true });
    const before = made.values;
    expect(check('member', { person: 'pl', term: 't9' }, { before }).problems.status).toBe('请选择任职状态');
  });

  it('带着汇总栏目送回来的记录照常保存，汇总不入库', () => {
    const values = office.shown('member', 'ml');
    expect(values.parties).toEqual(['民盟盟员']);
    const result = check('member', values, { id: 'ml' });
    expect(result.problems).toEqual({});
    expect(result.values.parties).toBeUndefined();
  });

  it('不认识的种类、不成样的内容都不抛出', () => {
    expect(check('没有', {}).problems['']).toContain('没有“没有”');
    for (const value of [null, undefined, 1, 'x', []]) expect(check('person', value).problems['']).toBeTruthy();
  });
});

describe('明细', () => {
  it('问题指到行和栏，空行去掉，行号仍按填写的数', () => {
    const result = check('event', {
      title: '会',
      start: '2024-01-01',
      attendance: [{ member: 'ml' }, {}, { member: '没有' }, { name: '客', xx: 1 }, 'x'],
    });
    expect(Object.keys(result.problems).sort()).toEqual(['attendance.2.member', 'attendance.3.xx', 'attendance.4']);
    const twice = check('event', {
      title: '会',
      start: '2024-01-01',
      attendance: [{}, { member: 'ml' }, null, { member: 'ml' }, { role: '列席' }],
    });
    expect(twice.problems).toEqual({
      'attendance.3.member': '这名委员在第1行已经登记',
      'attendance.4.member': '请选委员，或写下姓名',
    });
  });

  it('明细里必填的栏目', () => {
    expect(check('event', { title: '会', start: '2024-01-01', agendaItems: [{ note: '只有说明' }] }).problems).toEqual({
      'agendaItems.0.title': '请填写标题',
    });
  });
});

describe('正文与附件', () => {
  const sha256 = 'a'.repeat(64);
  it('成样的正文原样收下，不成样的拒绝，空的等于没有', () => {
    const body = {
      blocks: [
        { type: 'heading', level: 1, text: [{ text: '一、' }] },
        { type: 'paragraph', text: [{ text: '正文', bold: true, note: '注' }] },
        { type: 'table', headRows: 1, rows: [[{ text: [{ text: '格' }], colSpan: 2 }]] },
        { type: 'list', ordered: false, items: [[{ text: '项' }]] },
        { type: 'figure', sha256, name: '图.png' },
      ],
    };
    expect(check('material', { title: '题', body }).values.body).toEqual(body);
    expect(
      check('material', { title: '题', body: { blocks: [{ type: 'paragraph', text: [{ text: ' ' }] }] } }).values.body,
    ).toBeUndefined();
    // A picture alone is no empty text: it must not vanish on saving.
    const picture = { blocks: [{ type: 'figure', sha256, name: '图.png' }] };
    expect(check('material', { title: '题', body: picture }).values.body).toEqual(picture);
    for (const bad of [
      '文字',
      { blocks: 1 },
      { blocks: [{ type: 'script' }] },
      { blocks: [{ type: 'heading', level: 9, text: [] }] },
    ]) {
      expect(check('material', { title: '题', body: bad }).problems.body).toContain('不是完整的文稿');
    }
  });

  it('附件要有地址和名字，名字里的路径去掉', () => {
    const file = { sha256, name: 'C:\\桌面\\通知.docx', size: 10, type: 'x' };
    expect(check('material', { title: '题', original: [file] }).values.original).toEqual([
      { ...file, name: '通知.docx' },
    ]);
    for (const bad of [{ ...file, sha256: 'xx' }, { ...file, size: -1 }, { name: 'a' }, 'x']) {
      expect(check('material', { title: '题', original: [bad] }).problems.original).toBeTruthy();
    }
  });
});

describe('跨栏规则', () => {
  it('委员退出须填退出日期和原因', () => {
    const left = { person: 'pw', term: 't9', status: '已辞去' };
    expect(check('member', left).problems).toEqual({
      exitOn: '任职状态为“已辞去”时，请填写退出日期',
      exitReason: '任职状态为“已辞去”时，请填写退出原因',
    });
    expect(check('member', { ...left, exitOn: '2024.5.1', exitReason: '调离' }).problems).toEqual({});
    expect(
      check('member', { ...left, exitOn: '2020-01-01', exitReason: '调离', appointedOn: '2022-01-01' }).problems.exitOn,
    ).toContain('早于任职日期');
    expect(check('member', { person: 'pw', term: 't9', status: '请辞待审' }).problems).toEqual({});
  });

  it('同一人同一届不能登记两次，改自己不算', () => {
    expect(check('member', { person: 'pl', term: 't10' }).problems.term).toContain('已经有一名委员“李桂兰”');
    expect(
      check('member', { person: 'pl', term: 't10', status: '在任', scoreEnabled: true }, { id: 'ml' }).problems,
    ).toEqual({});
    expect(check('sector', { term: 't10', name: '教育' }).problems.name).toContain('相同');
    expect(check('sector', { term: 't9', name: '医药卫生' }).problems).toEqual({});
    // The name is made from the street: the field the clerk filled in is the one to mend.
    expect(check('subdistrictOffice', { street: '清流街道' }).problems.name).toContain('清流街道政协工委');
  });

  it('像是重复登记的只提醒：同名的人，写了区分标识就不提', () => {
    const twin = check('person', { name: '李 桂兰' });
    expect(twin.problems).toEqual({});
    expect(twin.warnings.name).toBe('库中已有人员“李桂兰，示例区第一中学 · 校长”，请核对是不是同一人');
    expect(check('person', { name: '李桂兰', nameNote: '医药界' }).warnings.name).toBeUndefined();
    expect(check('person', { name: '李桂兰' }, { id: 'pl' }).warnings.name).toBeUndefined();
    expect(check('event', { title: '十届区政协第十次主席会议', start: '2024-03-05 9:00' }).warnings.title).toContain(
      '请核对',
    );
    expect(
      check('event', { title: '十届区政协第十次主席会议', start: '2024-03-06 9:00' }).warnings.title,
    ).toBeUndefined();
  });

  it('别届的界别提醒，常委职务与常委不符提醒', () => {
    const result = check('member', { person: 'pw', term: 't9', sector: 'med', roles: ['副主席'], isStanding: false });
    expect(result.problems).toEqual({});
    expect(result.warnings.sector).toContain('不是这一届');
    expect(result.warnings.isStanding).toContain('请核对');
  });

  it('结束不早于开始；会次属于所选的届', () => {
    expect(check('event', { title: '会', start: '2024-01-02', end: '2024-01-01' }).problems.end).toContain('早于');
    expect(check('event', { title: '会', start: '2024-01-02', term: 't9', session: 's3' }).problems.session).toContain(
      '不属于',
    );
    expect(check('term', { number: 1, title: '届', start: '2022-01-01', end: '2021-01-01' }).problems.end).toContain(
      '早于',
    );
    expect(
      check('session', { term: 't10', number: 9, openOn: '2022-01-02', closeOn: '2022-01-01' }).problems.closeOn,
    ).toContain('早于');
  });

  it('请假已批没有批准人只提醒', () => {
    const result = check('event', {
      title: '会',
      start: '2024-01-01',
      attendance: [{}, { member: 'ml', state: '请假（已批）' }],
    });
    expect(result.problems).toEqual({});
    expect(result.warnings['attendance.1.approver']).toContain('批准人');
  });
});
