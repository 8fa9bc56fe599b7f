import { describe, expect, it } from 'vitest';
import { derive } from '../../../shared/records/derive.ts';
import { subtitleOf, titleOf } from '../../../shared/records/display.ts';
import { defaultEnumerations } from '../../../shared/records/enumerations.ts';
import type { Values } from '../../../shared/records/record.ts';
import { isServing } from '../../../shared/records/service.ts';
import { validateRecord } from '../../../shared/records/validate.ts';
import { passedItems, SIX_HAS } from '../../../shared/records/venue-standard.ts';
import { shelf, wholeOffice } from './records-in-memory.ts';

const options = { lookup: wholeOffice.lookup, enumerations: defaultEnumerations };
const check = (kind: string, values: Values) => validateRecord(kind, values, options);
const title = (kind: string, id: string) => {
  const record = wholeOffice.lookup(kind, id);
  return record ? [titleOf(record, wholeOffice.lookup), subtitleOf(record, wholeOffice.lookup)] : [];
};

describe('组织与人员的台账', () => {
  it('标题和副标题认得出是哪一条', () => {
    expect(title('award', 'bz')).toEqual(['优秀政协委员 李桂兰', '2023年']);
    expect(title('talk', 'tx')).toEqual(['提醒 王毅', '2024-06-03']);
    expect(title('contribution', 'lz')).toEqual(['王毅 捐款捐物', '2024-05-01 · 2.5万元']);
    expect(title('venue', 'ys')).toEqual(['清流街道协商议事室', '街道 · 协商议事室 · 清流街道政协工委']);
    expect(title('partyBranch', 'zt')).toEqual(['提案委员会功能型党支部', '提案委员会']);
    expect(title('project', 'xm')[1]).toBe('推进 · 清流街道政协工委 · 示例新材料有限公司');
    expect(title('planItem', 'jh')).toEqual(['老旧小区改造专题协商', '2024年 · 年度协商计划']);
  });

  it('旧表里缺的只提示，不挡保存：只有名称的单位、阵地、社区、党支部都收', () => {
    for (const kind of ['organisation', 'venue', 'community', 'partyBranch', 'campaign', 'project', 'regulation']) {
      const field = kind === 'regulation' ? 'title' : 'name';
      expect(check(kind, { [field]: '只有名称' }).problems, kind).toEqual({});
    }
    expect(check('expert', { name: '沈　砚秋' }).values.name).toBe('沈砚秋');
    expect(check('officialDocument', { title: '只有标题' }).problems).toEqual({ docType: '请选择文种' });
  });

  it('获奖的、做贡献的是谁，总要写一个', () => {
    expect(check('award', { year: 2024, name: '优秀委员' }).problems.member).toContain('获奖');
    expect(check('award', { year: 2024, name: '优秀委员', recipient: '赵一鸣' }).problems).toEqual({});
    const gift = { contributionType: '捐款', on: '2024.5.6' };
    expect(check('contribution', gift).problems.member).toContain('委员');
    expect(check('contribution', { ...gift, organisation: 'qy' })).toMatchObject({
      problems: {},
      warnings: { amount: expect.stringContaining('金额') },
      values: { contributionType: '捐款捐物', on: '2024-05-06', review: '待核' },
    });
  });

  it('履职为民：各类该有的数量没有填，逐项提示', () => {
    const missing = (contributionType: string) =>
      Object.keys(check('contribution', { member: 'ml', contributionType, on: '2024-01-01' }).warnings).sort();
    expect(missing('企业落户招商')).toEqual(['amount', 'company']);
    expect(missing('新增就业')).toEqual(['jobs']);
    expect(missing('结对帮扶')).toEqual(['households', 'people']);
    expect(missing('好事实事')).toEqual(['items']);
    expect(missing('志愿服务')).toEqual([]);
  });

  it('党支部按依托问专委会或街道，不两样都问', () => {
    expect(Object.keys(check('partyBranch', { name: '甲', base: '专委会' }).warnings)).toEqual(['committee']);
    expect(Object.keys(check('partyBranch', { name: '甲', base: '街道' }).warnings)).toEqual(['subdistrictOffice']);
    const mixed = check('partyBranch', { name: '甲', members: ['ml', 'mw'] });
    expect(mixed.warnings.members).toBe('李桂兰的政治面貌不是中共党员，请核对');
  });

  it('当年的年度由日期得出；公文的年度写了就不动', () => {
    const year = (kind: string, values: Values) => derive(kind, values, wholeOffice.lookup).year;
    expect(year('contribution', { on: '2023-11-02' })).toBe(2023);
    expect(year('contribution', { year: 2020 })).toBeUndefined();
    expect(year('regulation', { passedOn: '2024-01-05', effectiveOn: '2025-01-01' })).toBe(2024);
    expect(year('officialDocument', { writtenOn: '2024-01-15' })).toBe(2024);
    expect(year('officialDocument', { writtenOn: '2024-01-15', year: 2023 })).toBe(2023);
  });

  it('制度没有写状态：通过了的算现行，没有的算起草；修订的要有前一版本', () => {
    const state = (values: Values) => derive('regulation', values, wholeOffice.lookup).state;
    expect(state({ passedOn: '2021-03-01' })).toBe('现行');
    expect(state({})).toBe('起草');
    expect(state({ state: '废止', passedOn: '2011-03-01' })).toBe('废止');
    const revised = { title: '规则', action: '修订', state: '现行', passedOn: '2024-03-01', meetingType: '常委会议' };
    expect(Object.keys(check('regulation', { ...revised, area: '会议' }).warnings)).toEqual(['previous']);
    expect(check('regulation', { ...revised, previous: 'zd' }).warnings.previous).toBeUndefined();
    expect(validateRecord('regulation', { ...revised, previous: 'zd' }, { ...options, id: 'zd' }).problems).toEqual({
      previous: '前一版本不能是这项规章制度自己，请重新选择',
    });
  });

  it('委员企业要有负责的委员；单位重名不收', () => {
    const company = { name: '示例新材料有限公司', category: '公司', isMemberCompany: '是' };
    expect(check('organisation', company).warnings.owner).toContain('委员');
    const again = validateRecord('organisation', company, { ...options, list: wholeOffice.list });
    expect(again.problems.name).toContain('示例新材料有限公司');
  });
});

describe('阵地', () => {
  const row = (item: string, passed: boolean, checkedOn?: string) => ({
    item,
    passed,
    ...(checkedOn ? { checkedOn } : {}),
  });

  it('“六有”以每一项最近一次核验为准', () => {
    const checks = [
      row('有阵地', true, '2024-01-10'),
      row('有阵地', false, '2024-07-10'),
      row('有标识', false, '2024-07-10'),
      row('有标识', true, '2024-01-10'),
      row('有制度', true),
      row('有流程', false),
      row('有流程', true, '2023-01-01'),
    ];
    expect(passedItems({ checks })).toEqual(['有制度', '有流程']);
    expect(passedItems({ checks: '坏的' })).toEqual([]);
  });

  it('六项都有才算达标；没有核验过的不下结论；改造中仍算在用', () => {
    const all = SIX_HAS.map((item) => row(item, true, '2024-06-01'));
    const places = shelf({
      venue: {
        full: { name: '甲', state: '改造中', checks: all },
        part: { name: '乙', state: '停用', checks: all.slice(1) },
        none: { name: '丙', state: '筹建' },
      },
      event: { e1: { venue: 'full' }, e2: { venue: 'full' }, e3: { venue: 'part' } },
    });
    expect(places.shown('venue', 'full')).toMatchObject({
      ...{ qualified: true, sixHasCount: 6, inUse: true, consultationCount: 2 },
    });
    expect(places.shown('venue', 'part')).toMatchObject({ qualified: false, sixHasCount: 5, inUse: false });
    expect(places.shown('venue', 'none').qualified).toBeUndefined();
  });

  it('达标没有佐证、社区不属于这个街道、改造早于建成，都指出来', () => {
    const found = check('venue', {
      ...{ name: '甲', level: '社区', subdistrictOffice: 'ql', community: 'wh', star: 3 },
      checks: [row('有阵地', true, '2024-06-01')],
      duties: [{ leader: '王毅' }],
    });
    expect(found.problems).toEqual({});
    expect(found.warnings['checks.0.evidence']).toContain('佐证');
    expect(found.warnings['duties.0.on']).toContain('值班日期');
    expect(check('venue', { name: '甲', star: 6 }).problems.star).toContain('5');
    const early = check('venue', { name: '甲', builtOn: '2024-05-01', upgradedOn: '2023-05-01' });
    expect(early.problems.upgradedOn).toContain('早于');
  });
});

describe('年度计划', () => {
  const plans = shelf({
    planItem: {
      a: { year: 2024, topic: '甲', target: 3, events: ['e1', 'e4', '没有了'] },
      b: { year: 2024, topic: '乙' },
      c: { year: 2024, topic: '丙', target: 1 },
    },
    event: {
      e1: { planItem: 'a', status: '已结束' },
      e2: { planItem: 'a', status: '已归档' },
      e3: { planItem: 'a', status: '取消' },
      e4: { status: '进行中' },
      e5: { planItem: 'b', status: '拟办' },
    },
  });

  it('两头都挂上的活动只算一次，没有举行和取消的不算', () => {
    expect(plans.shown('planItem', 'a')).toMatchObject({ doneCount: 3, reached: true });
    expect(plans.shown('planItem', 'b')).toMatchObject({ doneCount: 0, reached: false });
    expect(plans.shown('planItem', 'c')).toMatchObject({ doneCount: 0, reached: false });
  });

  it('年度协商计划问报批，街道计划问街道', () => {
    const asked = (planType: string) =>
      Object.keys(check('planItem', { year: 2024, planType, topic: '甲', month: 3, responsible: '办公室' }).warnings);
    expect(asked('年度协商计划')).toEqual(['approval']);
    expect(asked('街道计划')).toEqual(['subdistrictOffice']);
    expect(asked('界别计划')).toEqual(['sector']);
    expect(asked('专委会要点')).toEqual([]);
  });
});

describe('委员任职', () => {
  const three = shelf({
    term: { t7: { number: 7 }, t9: { number: 9 }, t10: { number: 10 }, t11: { number: 11 } },
    person: { p: { name: '李桂兰' }, q: { name: '王毅' } },
    member: {
      m7: { person: 'p', term: 't7', status: '换届离任' },
      m9: { person: 'p', term: 't9', status: '换届离任' },
      m10: { person: 'p', term: 't10', status: '在任' },
      m11: { person: 'p', term: 't11', status: '提名' },
      q10: { person: 'q', term: 't10', status: '协商决定' },
    },
  });

  it('连任届数只数不间断的，提名的不算任职', () => {
    expect(three.shown('member', 'm10').consecutive).toBe(2);
    expect(three.shown('member', 'm7').consecutive).toBe(1);
    expect(three.shown('member', 'm11').consecutive).toBeUndefined();
    expect(three.shown('person', 'p').termCount).toBe(3);
    expect(three.shown('person', 'q').termCount).toBeUndefined();
  });

  it('提名和协商决定还不是在任委员，不进应到人数', () => {
    for (const status of ['提名', '协商决定', '已辞去']) expect(isServing({ status })).toBe(false);
    for (const status of ['在任', '届中增补', '请辞待审', '界别调整']) expect(isServing({ status })).toBe(true);
    expect(three.shown('term', 't10').memberCount).toBe(1);
    const found = three.lookup('member', 'q10');
    expect(found && subtitleOf(found, three.lookup)).toContain('协商决定');
  });

  it('在任的不问退出日期，退出的要填', () => {
    const member = { person: 'pl', term: 't10', sector: 'edu', committee: 'ti', appointedOn: '2022-03-09' };
    expect(check('member', { ...member, status: '在任' }).problems).toEqual({});
    expect(Object.keys(check('member', { ...member, status: '撤销' }).problems)).toEqual(['exitOn', 'exitReason']);
  });
});

describe('街道和社区', () => {
  it('社区数按登记的社区，没有登记的按名单；阵地只数在用的', () => {
    const streets = shelf({
      subdistrictOffice: {
        a: { street: '清流', communities: ['甲社区'] },
        b: { street: '望河', communities: ['丁社区', '戊社区'] },
      },
      community: { x: { name: '甲社区', subdistrictOffice: 'a' }, y: { name: '乙社区', subdistrictOffice: 'a' } },
      venue: {
        v1: { name: '一', subdistrictOffice: 'a', community: 'x', state: '已建' },
        v2: { name: '二', subdistrictOffice: 'a', community: 'x', state: '停用' },
      },
    });
    expect(streets.shown('subdistrictOffice', 'a')).toMatchObject({ communityCount: 2, venueCount: 1 });
    expect(streets.shown('subdistrictOffice', 'b')).toMatchObject({ communityCount: 2, venueCount: 0 });
    expect(streets.shown('community', 'x').venueCount).toBe(1);
  });
});
