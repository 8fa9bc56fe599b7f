import { describe, expect, it } from 'vitest';
import { defaultEnumerations, effectiveEnumerations } from '../../../shared/records/enumerations.ts';
import type { Values } from '../../../shared/records/record.ts';
import { validateRecord } from '../../../shared/records/validate.ts';
import { office } from './records-in-memory.ts';

const options = { lookup: office.lookup, list: office.list, enumerations: defaultEnumerations };
const check = (kind: string, values: unknown, more: object = {}) =>
  validateRecord(kind, values, { ...options, ...more });

/** The stored value of one field of a person, or its problem. */
function person(field: string, value: unknown): unknown {
  const result = check('person', { name: '甲', [field]: value });
  return result.problems[field] ?? result.values[field];
}

function event(field: string, value: unknown): unknown {
  const result = check('event', { title: '会', start: '2024-01-01', [field]: value });
  return result.problems[field] ?? result.values[field];
}

describe('单个栏目', () => {
  it.each([
    ['2024-02-26', '2024-02-26'],
    ['2024.2.26', '2024-02-26'],
    ['2024/2/26', '2024-02-26'],
    ['２０２４年２月２６日', '2024-02-26'],
    ['2024 年 2 月 26 日', '2024-02-26'],
    ['二〇二四年二月二十六日', '2024-02-26'],
    ['20240226', '2024-02-26'],
    ['2024-2-26 星期一', '2024-02-26'],
    ['2024年2月29日', '2024-02-29'],
    ['', undefined],
    ['   ', undefined],
  ])('日期 %s → %s', (input, expected) => {
    const result = check('material', { title: '题', date: input });
    expect(result.problems).toEqual({});
    expect(result.values.date).toBe(expected);
  });

  it.each([
    ['2023.2.30', '2023年2月没有30日'],
    ['2023-02-29', '2023年2月没有29日'],
    ['2024-13-01', '13月'],
    ['1938年春', '不是确切的一天'],
    ['2024年2月', '不是确切的一天'],
    ['昨天', '认不出日期'],
    [{}, '内容不对'],
    [true, '内容不对'],
  ])('日期 %s 不收：%s', (input, reason) => {
    expect(check('material', { title: '题', date: input }).problems.date).toContain(reason);
  });

  it.each([
    ['2024-02-26T09:00', '2024-02-26T09:00'],
    ['2024-02-26 9:05', '2024-02-26T09:05'],
    ['2024-02-26 09:05:30', '2024-02-26T09:05'],
    ['2024年2月26日上午9时', '2024-02-26T09:00'],
    ['2024年2月26日下午3点半', '2024-02-26T15:30'],
    ['2024.2.26 下午3:20', '2024-02-26T15:20'],
    ['2024年2月26日（星期一）下午三时', '2024-02-26T15:00'],
    ['2024年2月26日 15时30分', '2024-02-26T15:30'],
    ['2024-02-26 中午12点', '2024-02-26T12:00'],
    ['2024-02-26 中午1点', '2024-02-26T13:00'],
    ['2024-02-26 下午12:30', '2024-02-26T12:30'],
    ['2024-02-26 上午12:30', '2024-02-26T12:30'],
    ['2024-02-26', '2024-02-26T00:00'],
  ])('时间 %s → %s', (input, expected) => {
    expect(event('start', input)).toBe(expected);
  });

  it.each([
    ['2023-02-30 9:00', '2023年2月没有30日'],
    ['2024-02-26 25:00', '钟点不对'],
    ['2024-02-26 9:75', '钟点不对'],
    // An instant in another time zone would be eight hours off as a local time.
    ['2024-02-26T01:00:00.000Z', '认不出时间'],
    ['下周三', '认不出时间'],
  ])('时间 %s 不收：%s', (input, reason) => {
    expect(event('start', input)).toContain(reason);
  });

  it.each([
    ['1975-03', '1975-03'],
    ['1975.3', '1975-03'],
    ['1975.03', '1975-03'],
    ['197503', '1975-03'],
    [197503, '1975-03'],
    ['1975年3月', '1975-03'],
    ['１９７５年３月', '1975-03'],
    ['1975-03-08', '1975-03'],
  ])('年月 %s → %s', (input, expected) => {
    expect(person('birth', input)).toBe(expected);
  });

  it.each(['1975', '75.3', '1975-13', '三月'])('年月 %s 不收', (input) => {
    expect(check('person', { name: '甲', birth: input }).problems.birth).toBeTruthy();
  });

  it.each([
    ['45', 45],
    ['４５', 45],
    ['1,200', 1200],
    ['200 名', 200],
    [0, 0],
    [-0, 0],
  ])('整数 %s → %s', (input, expected) => {
    const result = check('term', { number: 11, title: '届', seats: input });
    expect(result.problems).toEqual({});
    expect(Object.is(result.values.seats, expected)).toBe(true);
  });

  it.each([
    ['1.5', '应为整数'],
    ['一百来个', '不是数字'],
    [-1, '不能小于0名'],
    [100_000, '不能大于9999名'],
    [NaN, '内容不对'],
    [Infinity, '内容不对'],
    [[1], '内容不对'],
  ])('整数 %s 不收：%s', (input, reason) => {
    expect(check('term', { number: 11, title: '届', seats: input }).problems.seats).toContain(reason);
  });

  it.each([
    ['是', true],
    ['√', true],
    ['否', false],
    [false, false],
    ['0', false],
    [1, true],
    ['常委', true],
  ])('是否 %s → %s', (input, expected) => {
    const result = check('member', { person: 'pl', term: 't9', isStanding: input });
    expect(result.values.isStanding).toBe(expected);
  });

  it('姓名去掉撑宽的空白，间隔号统一，生僻字不动', () => {
    for (const [input, expected] of [
      ['王　毅', '王毅'],
      [' 李 桂 兰 ', '李桂兰'],
      ['阿依古丽•买买提', '阿依古丽·买买提'],
      ['䶮㛃𬭎', '䶮㛃𬭎'],
      ['John Smith', 'John Smith'],
    ]) {
      expect(check('person', { name: input }).values.name).toBe(expected);
    }
  });

  it('手机、邮箱写法不对只提醒，不拦', () => {
    const result = check('person', {
      name: '甲',
      mobile: '138 0000 000',
      email: 'a@b',
      zip: '45000',
      tel: '０３７１－６７８９１２３４',
    });
    expect(result.problems).toEqual({});
    expect(result.values).toMatchObject({ mobile: '1380000000', email: 'a@b', tel: '0371-67891234' });
    expect(Object.keys(result.warnings)).toEqual(expect.arrayContaining(['mobile', 'email', 'zip']));
    expect(result.warnings.tel).toBeUndefined();
    const good = check('person', { name: '甲', mobile: '138-0000-0001', email: 'a.b@example.cn', zip: 450000 });
    expect(good.values).toMatchObject({ mobile: '13800000001', zip: '450000' });
    for (const field of ['mobile', 'email', 'zip']) expect(good.warnings[field]).toBeUndefined();
  });

  it('一行的栏目不留换行和控制符，多行的栏目保留换行', () => {
    expect(person('org', '第一\n中学\u0007\u200b ')).toBe('第一 中学');
    expect(person('resume', '\r\n一九九〇年入学 \r\n\r\n一九九四年毕业\n')).toBe('一九九〇年入学\n\n一九九四年毕业');
  });

  it('太长的不收，并说清上限', () => {
    expect(person('org', '长'.repeat(2001))).toContain('不超过2000字');
    expect(person('org', '长'.repeat(2000))).toHaveLength(2000);
  });
});

describe('选项', () => {
  it('收名册里的习惯写法，存规范写法', () => {
    const result = check('person', { name: '甲', sex: ' 女性', ethnicity: '回', parties: '民建、中共，民建' });
    expect(result.problems).toEqual({});
    expect(result.values).toMatchObject({ sex: '女', ethnicity: '回族', parties: ['民建会员', '中共党员'] });
    expect(event('attendance', [{ member: 'ml', state: '请假', role: '出席' }])).toEqual([
      { member: 'ml', role: '应出席', state: '请假（已批）' },
    ]);
  });

  it('没有的选项不收，并说哪里可以添加', () => {
    expect(person('sex', '其它')).toBe('性别没有“其它”这个选项，可在资料库设置里添加');
    expect(person('parties', ['中共党员', '某党'])).toContain('某党');
  });

  it('停用的和已删去的选项：原来就是它则保留，新填不收', () => {
    const enumerations = effectiveEnumerations([
      { id: 'orgNature', label: '单位性质', values: [{ value: '机关' }, { value: '事业', retired: true }] },
    ]);
    const before = { name: '甲', orgNature: '事业' };
    expect(check('person', before, { enumerations }).problems.orgNature).toContain('停用');
    expect(check('person', before, { enumerations, before }).problems).toEqual({});
    const gone = { name: '甲', orgNature: '外资' };
    expect(check('person', gone, { enumerations }).problems.orgNature).toContain('没有“外资”');
    const kept = check('person', gone, { enumerations, before: gone });
    expect(kept.problems).toEqual({});
    expect(kept.values.orgNature).toBe('外资');
    expect(kept.warnings.orgNature).toContain('不在');
  });

  it('明细里原有的停用选项也保留', () => {
    const enumerations = effectiveEnumerations([
      { id: 'leaveType', label: '请假类型', values: [{ value: '生病' }, { value: '家事', retired: true }] },
    ]);
    const row = { member: 'ml', role: '应出席', state: '缺席', leaveType: '家事' };
    const before = { title: '会', start: '2024-01-01T09:00', category: '会议', status: '拟办', attendance: [row] };
    expect(check('event', before, { enumerations }).problems['attendance.0.leaveType']).toContain('停用');
    expect(check('event', before, { enumerations, before }).problems).toEqual({});
  });
});

describe('引用', () => {
  it('指向的记录不在，说所选的已不存在', () => {
    const result = check('member', { person: 'pl', term: 't9', sector: '没有' });
    expect(result.problems.sector).toContain('所选界别已不存在');
    expect(
      check('sector', { term: 't10', name: '新', deputyConvenors: ['ml', '没有'] }).problems.deputyConvenors,
    ).toContain('已不存在');
  });

  it('指向别种记录的编号不算', () => {
    expect(check('member', { person: 'ml', term: 't9' }).problems.person).toContain('已不存在');
  });
});

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
