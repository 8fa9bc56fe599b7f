import { describe, expect, it } from 'vitest';
import { defaultEnumerations, effectiveEnumerations } from '../../../shared/records/enumerations.ts';
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
