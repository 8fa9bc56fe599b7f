import { describe, expect, it } from 'vitest';
import { namedRules } from '../../../../shared/figures/named-rules.ts';
import { LiveWorld } from '../../../../shared/records/conditions/index.ts';
import { ScoreEngine } from '../../../../shared/scoring/engine.ts';
import { street } from '../../../../shared/scoring/schemes/street.ts';
import { HandLedger } from '../../figures/ledger.ts';
import { workOf } from './work.ts';

const TODAY = '2026-02-01';
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
const SIX = ['有阵地', '有标识', '有制度', '有流程', '有活动', '有成果'];

/** Street s1 does all that is asked, s2 about half of it, s3 nothing. */
function streets(): HandLedger {
  const ledger = new HandLedger();
  for (const id of ['s1', 's2', 's3']) ledger.add('subdistrictOffice', id, { street: id });
  ledger.add('partyBranch', 'b1', { name: '甲支部', subdistrictOffice: 's1' });
  ledger.add('partyBranch', 'b2', { name: '乙支部', subdistrictOffice: 's2' });
  held(ledger);
  papers(ledger);
  places(ledger);
  return ledger;
}

let number = 0;
function event(ledger: HandLedger, street: string, day: string, rest: Record<string, unknown>): void {
  number += 1;
  ledger.add('event', `e${number}`, {
    title: `活动${number}`,
    start: `2025-${day}T09:00`,
    status: '已结束',
    subdistrictOffice: street,
    ...rest,
  });
}

const row = (member: string, state: string, role = '应出席') => ({ member, state, role });

function held(ledger: HandLedger): void {
  const consult = { category: '协商', subtype: '有事好商量', consultForm: '有事好商量' };
  const committee = { category: '会议', subtype: '街道政协工委会议' };
  for (const month of ['02', '05', '08', '11']) {
    event(ledger, 's1', `${month}-01`, committee);
    event(ledger, 's1', `${month}-02`, { category: '学习培训', subtype: '党课', partyBranch: 'b1' });
    for (const day of ['03', '04']) event(ledger, 's1', `${month}-${day}`, consult);
  }
  for (const month of MONTHS) {
    const attendance = [row('m1', month < '09' ? '出席' : '请假（已批）'), row('m2', '出席')];
    event(ledger, 's1', `${month}-20`, { category: '活动', subtype: '志愿服务', attendance });
  }
  event(ledger, 's2', '02-03', { category: '会议', subtype: '座谈会', attendance: [row('m2', '缺席')] });
  event(ledger, 's2', '02-04', {
    category: '走访',
    subtype: '走访群众',
    attendance: [row('m2', '缺席'), row('m2b', '缺席'), row('m2', '不参加'), row('m2', '出席', '工作人员')],
  });
  event(ledger, 's2', '02-01', committee);
  event(ledger, 's2', '02-02', { category: '学习培训', subtype: '党课', partyBranch: 'b2' });
  event(ledger, 's2', '05-02', { category: '学习培训', subtype: '党课', partyBranch: 'b2' });
  for (const day of ['03-03', '03-04', '03-05', '06-06']) event(ledger, 's2', day, consult);
  for (const month of MONTHS.slice(0, 6)) {
    event(ledger, 's3', `${month}-20`, {
      category: '活动',
      subtype: '视察',
      subdistrictOffices: ['s2'],
      status: '取消',
    });
    event(ledger, '', `${month}-21`, { category: '活动', subtype: '视察', subdistrictOffices: ['s2'] });
  }
}

function papers(ledger: HandLedger): void {
  ledger.add('planItem', 'plan1', { year: 2025, planType: '街道年度计划', topic: '计划', subdistrictOffice: 's1' });
  ledger.add('planItem', 'plan2', { year: 2025, planType: '年度协商计划', topic: '计划', subdistrictOffice: 's2' });
  ledger.add('officialDocument', 'd1', { docType: '述职报告', title: '总结', year: 2025, subdistrictOffice: 's1' });
  ledger.add('member', 'm2b', { subdistrictOffice: 's2', status: '已辞去', exitOn: '2025-06-01' });
  ledger.add('member', 'm2', {
    subdistrictOffice: 's2',
    status: '在任',
    sector: 'x',
    committee: 'c',
    appointedOn: '2022-01-01',
  });
  ledger.add('person', 'p1', { name: '赵样', birth: '1970-01', mobile: '13800000000' });
  ledger.add('member', 'm1', {
    person: 'p1',
    subdistrictOffice: 's1',
    status: '在任',
    sector: 'x',
    committee: 'c',
    appointedOn: '2022-01-01',
  });
  MONTHS.forEach((month, index) => {
    const adopted = index < 6 ? [{ level: '区', action: '编发本级专刊' }] : [];
    ledger.add('opinion', `o${month}a`, {
      rawTitle: month,
      receivedOn: `2025-${month}-05`,
      subdistrictOffice: 's1',
      lead: 'm1',
      adoptions: adopted,
      instructions: index === 0 ? [{ leader: '某领导', duty: '区长' }] : [],
    });
    ledger.add('opinion', `o${month}b`, { rawTitle: month, receivedOn: `2025-${month}-06`, lead: 'm1' });
    if (index % 2 === 0)
      ledger.add('opinion', `o${month}c`, {
        rawTitle: month,
        receivedOn: `2025-${month}-07`,
        lead: 'm2',
        adoptions: adopted,
      });
  });
}

function places(ledger: HandLedger): void {
  const topic = (id: string, office: string, state: string, satisfaction?: string) =>
    ledger.add('topic', id, { title: id, raisedOn: '2025-03-03', subdistrictOffice: office, state, satisfaction });
  for (const id of ['t1', 't2', 't3', 't4']) topic(id, 's1', '已评价', '满意');
  topic('t5', 's1', '办理中');
  topic('t6', 's1', '已收集');
  topic('t7', 's2', '已办结', '满意');
  topic('t8', 's2', '已交办', '不满意');
  topic('t9', 's2', '未采纳');
  topic('t10', 's2', '已反馈');
  for (const id of ['c1', 'c2']) ledger.add('community', id, { name: id, subdistrictOffice: 's1' });
  for (const id of ['c3', 'c4']) ledger.add('community', id, { name: id, subdistrictOffice: 's2' });
  const room = (id: string, office: string, community: string, items: readonly string[], state = '已建') =>
    ledger.add('venue', id, {
      name: id,
      state,
      venueKind: '协商议事室',
      subdistrictOffice: office,
      community,
      checks: items.map((item) => ({ item, passed: true, checkedOn: '2025-06-30' })),
    });
  room('v1', 's1', 'c1', SIX);
  room('v2', 's1', 'c2', SIX);
  room('v3', 's2', 'c3', SIX.slice(1));
  room('v4', 's2', 'c4', SIX, '停用');
  for (const [item, points] of [
    ['1.1', 5],
    ['1.4', 5],
    ['2.3', 4],
    ['5.3', 3],
    ['6.3', 2],
    ['7.1', 10],
    ['7.2', 5],
  ] as const) {
    ledger.add('scoreEntry', `hand${item}`, {
      subdistrictOffice: 's1',
      scheme: 'street',
      item,
      on: '2025-12-12',
      points,
      reason: '查看材料',
      approver: '冯主任',
    });
  }
}

const ledger = streets();
const world = new LiveWorld({ list: ledger.list, lookup: ledger.lookup, rule: namedRules(workOf(ledger, TODAY)) });
const engine = new ScoreEngine(street, 2025, world, TODAY);
const pointsOf = (id: string, item: string): number =>
  (engine.result(id)?.entries ?? []).filter((one) => one.item === item).reduce((sum, { counted }) => sum + counted, 0);

describe('街道政协工委测评', () => {
  it('样样做到的得100分，加分最多10分', () => {
    expect(engine.result('s1')?.sections.map(({ id, counted }) => [id, counted])).toEqual([
      ['lead', 15],
      ['self', 20],
      ['consult', 25],
      ['opinions', 15],
      ['activities', 15],
      ['venues', 10],
      ['bonus', 10],
    ]);
    expect([engine.result('s1')?.total, engine.result('s1')?.grade]).toEqual([110, '优秀']);
  });

  it.each([
    ['1.2', 0, '协商计划不是街道年度计划'],
    ['1.3', 0, '没有总结'],
    ['2.1', 4, '支部活动2次，要求4次'],
    ['2.2', 1, '工委会议1次，要求4次'],
    ['2.4', 0, '唯一的委员没有出生年月、手机'],
    ['3.1', 3.75, '一季度够2次，二季度1次，三、四季度没有：（1＋0.5）÷4'],
    ['3.2', 2.5, '全年4次，要求8次'],
    ['3.3', 3.13, '4个议题办结2个，50%，要求80%'],
    ['3.4', 2.78, '评价2个，满意1个，50%，要求90%'],
    ['4.1', 1.5, '6个月各1篇，要求每月2篇：6×0.5÷12'],
    ['4.2', 3, '采用3篇，要求6篇'],
    ['4.3', 0, '没有批示'],
    ['5.1', 3.5, '6个月有活动（取消的不算），按涉及街道计，二月的走访不多算'],
    // 应到14人次，到会12人次，缺席2人次：86%
    ['5.2', 5, '到会12人次，应到14人次，要求60%'],
    ['6.1', 0, '在用的议事室只有五有，停用的不算'],
    ['6.2', 2, '2个社区1个有在用的议事室'],
  ])('项目 %s 得 %s 分：%s', (item, points) => {
    expect(pointsOf('s2', item)).toBe(points);
  });

  it('什么也没有做的得0分，每一行都有来源', () => {
    expect(engine.result('s3')?.total).toBe(0);
    for (const { entries } of engine.results())
      for (const { sources } of entries)
        for (const { kind, id } of sources) expect(world.lookup(kind, id)).toBeDefined();
  });

  it('各项分值合计100分，人工与自动的加起来等于各类封顶', () => {
    for (const { id, cap } of street.sections.filter(({ kind }) => kind === 'basic')) {
      const items = street.items.filter(({ section }) => section === id);
      expect([id, items.reduce((sum, { points }) => sum + points, 0)]).toEqual([id, cap]);
    }
  });
});
