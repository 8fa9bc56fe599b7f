import { describe, expect, it } from 'vitest';
import { type CellContext, cellContext, readCell } from '../../../electron/importing/table/cell.ts';
import type { Field } from '../../../shared/records/field.ts';
import { defaultEnumerations } from '../../../shared/records/index.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';

const record = (kind: string, id: string, values: Values): StoredRecord => ({
  id,
  kind,
  rev: 1,
  createdAt: '',
  createdBy: '',
  updatedAt: '',
  updatedBy: '',
  values,
});

const records = [
  record('term', 't9', { number: 9, title: '政协示例区第九届委员会' }),
  record('term', 't10', { number: 10, title: '政协示例区第十届委员会' }),
  record('session', 's3', { term: 't10', number: 3 }),
  record('sector', 'edu', { term: 't10', name: '教育界' }),
  record('sector', 'edu9', { term: 't9', name: '教育界' }),
  record('sector', 'tech', { term: 't10', name: '科技界' }),
  record('committee', 'pc', { term: 't10', name: '提案委员会', shortName: '提案委' }),
  record('person', 'p1', { name: '林一', org: '示例一中' }),
  record('person', 'p2', { name: '林一', org: '示例医院' }),
  record('person', 'p3', { name: '赵二' }),
  record('member', 'm1', { person: 'p1', term: 't10', sector: 'edu' }),
  record('member', 'm2', { person: 'p2', term: 't10', sector: 'tech' }),
  record('member', 'm3', { person: 'p3', term: 't10' }),
  record('member', 'm3old', { person: 'p3', term: 't9' }),
];
const lookup = (kind: string, id: string) => records.find((one) => one.kind === kind && one.id === id);
const list = (kind: string) => records.filter((one) => one.kind === kind);
const context = (options: Partial<CellContext> = {}): CellContext =>
  cellContext({ lookup, list, enumerations: defaultEnumerations }, { term: 't10', ...options });
const field = (type: Field['type'], more: Partial<Field> = {}): Field => ({ type, label: '栏', ...more });
const read = (of: Field, text: string, options: Partial<CellContext> = {}) => readCell(of, text, context(options));
const value = (of: Field, text: string, options: Partial<CellContext> = {}): unknown => {
  const got = read(of, text, options);
  return got.problem ?? (got.missing ? got.missing : got.value);
};

describe('一个格子怎样读', () => {
  it.each([
    ['2024.2.26', '2024-02-26'],
    ['2024-02-26 09:30', '2024-02-26'],
    ['２０２４年２月２６日', '2024-02-26'],
    ['20240226', '2024-02-26'],
    ['45348', '2024-02-26'],
    ['-', undefined],
    ['无', undefined],
  ])('日期 %s', (text, expected) => expect(value(field('date'), text)).toBe(expected));

  it('没有的日子退回并说明', () => {
    expect(value(field('date'), '2023.2.30')).toContain('2月没有30日');
    expect(read(field('date'), '45348').remarks.join()).toContain('日期序号');
  });

  it.each([
    ['1,200', {}, 1200],
    ['１２', {}, 12],
    ['35名', { unit: '人' }, 35],
    ['35 人次', { unit: '人' }, 35],
    ['85%', { unit: '%' }, 85],
    ['85%', {}, 0.85],
    ['12000元', { unit: '万元' }, 1.2],
    ['3亿元', { unit: '万元' }, 30_000],
    ['1 234 567', {}, 1_234_567],
  ])('数 %s', (text, more, expected) => expect(value(field('decimal', more), text)).toBe(expected));

  it('不是数的不当数', () => {
    expect(value(field('decimal'), '约30')).toContain('不是数字');
    expect(value(field('integer'), '1.5')).toContain('整数');
  });

  it.each([
    ['√', true],
    ['是', true],
    ['☑', true],
    ['×', false],
    ['无', false],
  ])('是否 %s', (text, expected) => expect(value(field('boolean'), text)).toBe(expected));

  it('证号、手机仍是文字，一个不少', () => {
    expect(value(field('text', { format: 'mobile' }), '13800000001')).toBe('13800000001');
    expect(value(field('text'), '0012')).toBe('0012');
    expect(value(field('text'), '无')).toBe('无');
    expect(value(field('text'), '无', { dashIsBlank: true })).toBeUndefined();
  });

  it('选项：别名、多选的各种分隔、对照表、空', () => {
    const sex = field('choice', { enumeration: 'sex' });
    expect(value(sex, '女')).toBe('女');
    expect(value(sex, '不详')).toContain('不详');
    expect(value(sex, '不详', { words: { 不详: '' } })).toBeUndefined();
    expect(value(sex, '妇', { words: { 妇: '女' } })).toBe('女');
    const parties = field('choices', { enumeration: 'party' });
    expect(value(parties, '民建；中共/民盟')).toEqual(['民建会员', '中共党员', '民盟盟员']);
    expect(value(parties, '民建、某党', { words: { 某党: '群众' } })).toEqual(['民建会员', '群众']);
  });

  it('引用：全称、简称、去尾、届次各种写法', () => {
    expect(value(field('reference', { target: 'committee' }), '提案委')).toBe('pc');
    expect(value(field('reference', { target: 'sector' }), '教育')).toBe('edu');
    expect(value(field('reference', { target: 'sector' }), '教育', { term: 't9' })).toBe('edu9');
    expect(value(field('reference', { target: 'term' }), '第十届')).toBe('t10');
    expect(value(field('reference', { target: 'term' }), '9')).toBe('t9');
    for (const text of ['十届三次会议', '第十届委员会第三次会议', '10届3次会议', '十届三次全会'])
      expect(value(field('reference', { target: 'session' }), text)).toBe('s3');
  });

  it('同名的人分得清才认，分不清给出候选；跨届的同一人不算同名', () => {
    const member = field('reference', { target: 'member' });
    expect(value(member, '赵二')).toBe('m3');
    const unclear = read(member, '林一');
    expect(unclear.problem).toContain('2 个');
    expect(unclear.problem !== undefined && unclear.candidates?.map(({ id }) => id)).toEqual(['m1', 'm2']);
    expect(value(member, '林一（教育界）')).toBe('m1');
    expect(value(member, '林一(示例医院)')).toBe('m2');
    expect(value(member, '林一', { hints: ['科技界'] })).toBe('m2');
    expect(value(member, '林一', { words: { 林一: 'm1' } })).toBe('m1');
    expect(value(field('references', { target: 'member' }), '赵二、林一（教育界）等2人')).toEqual(['m3', 'm1']);
    expect(value(member, '赵二、林一（教育界）')).toContain('只能填一个');
  });

  it('库中没有的：能顺带新建的说出名字，人不顺带新建', () => {
    const sector = field('reference', { target: 'sector' });
    expect(read(sector, '文艺界')).toMatchObject({ missing: { kind: 'sector', name: '文艺界' } });
    expect(read(sector, '文艺界').problem).toContain('库中没有');
    expect(read(sector, '文艺界', { createMissing: true })).toMatchObject({ missing: { name: '文艺界' }, remarks: [] });
    expect(read(sector, '文艺界', { createMissing: true }).problem).toBeUndefined();
    expect(value(field('reference', { target: 'member' }), '无此人', { createMissing: true })).toContain('请先建好');
  });
});
