import { describe, expect, it } from 'vitest';
import { withComputed } from '../../../shared/records/derive.ts';
import type { Values } from '../../../shared/records/record.ts';
import { stored } from './records-in-memory.ts';
import { yearOffice } from './year-office.ts';

const consultation: Values = {
  category: '协商',
  subtype: '对口协商',
  title: '营商环境对口协商',
  start: '2023-12-28T09:00',
  status: '已结束',
};
const symposium: Values = {
  category: '会议',
  subtype: '座谈会',
  title: '企业家座谈会',
  start: '2024-05-06T09:00',
  status: '已结束',
};
const content = {
  event: { e1: consultation, e2: symposium },
  researchReport: { r1: { title: '视察报告', reportType: '视察报告', finishedOn: '2024-06-01' } },
  topic: {
    t1: { title: '停车', raisedOn: '2024-01-08', source: '群众点单', state: '已收集', subdistrictOffice: 'ql' },
  },
};
const advice = (more: Values): Values => ({
  text: '校门口高峰时段分时停车',
  state: '待转',
  suggestionKind: '意见建议',
  ...more,
});

describe('意见建议', () => {
  it('序号在同一来源里接着编，别的来源从1起，删了中间的不补', () => {
    const office = yearOffice(content);
    const save = (id: string, more: Values) => office.save('suggestion', id, advice({ text: `第${id}条`, ...more }));
    expect(save('a', { event: 'e1' }).seq).toBe(1);
    expect(save('b', { event: 'e1' }).seq).toBe(2);
    expect(save('c', { event: 'e1' }).seq).toBe(3);
    office.remove('suggestion', 'b');
    expect(save('d', { event: 'e1' }).seq).toBe(4);
    expect(save('e', { event: 'e2' }).seq).toBe(1);
    expect(save('f', { topic: 't1' }).seq).toBe(1);
    expect(save('g', {}).seq).toBeUndefined();
  });

  it('年度和来源类型跟着来源走：上年底的会次年才转办，仍算上年', () => {
    const office = yearOffice(content);
    const save = (more: Values) => office.save('suggestion', 'a', advice(more));
    expect(save({ event: 'e1', mainUnit: 'jy', deliveredOn: '2024-01-05', state: '已转办' })).toMatchObject({
      year: 2023,
      sourceType: '协商',
    });
    expect(save({ event: 'e2' })).toMatchObject({ year: 2024, sourceType: '座谈' });
    expect(save({ report: 'r1' })).toMatchObject({ year: 2024, sourceType: '视察' });
    expect(save({ event: 'e2', sourceType: '走访' }).sourceType).toBe('走访');
    expect(save({ deliveredOn: '2022-05-01' }).year).toBe(2022);
  });

  it('收条：未送达、已送达、已签收', () => {
    const office = yearOffice(content);
    const state = (values: Values) => withComputed(stored('suggestion', 's', values), office).values.receiptState;
    expect(state({})).toBe('未送达');
    expect(state({ deliveredOn: '2024-01-05' })).toBe('已送达');
    expect(state({ deliveredOn: '2024-01-05', receiptSigner: '赵一鸣' })).toBe('已签收');
  });

  it.each<[string, Values, string]>([
    ['签收早于送达', { deliveredOn: '2024-05-09', receiptOn: '2024-05-08' }, 'receiptOn'],
    ['时限早于送达', { deliveredOn: '2024-05-09', due: '2024-05-08' }, 'due'],
    ['答复早于送达', { deliveredOn: '2024-05-09', repliedOn: '2024-05-06' }, 'repliedOn'],
    ['不予采纳没有原因', { state: '不予采纳' }, 'notAdoptedReason'],
  ])('不能保存：%s', (_name, more, field) => {
    const office = yearOffice(content);
    expect(Object.keys(office.problems('suggestion', advice({ event: 'e2', ...more })))).toEqual([field]);
  });

  it('现场答复的可以早于送达；来源填两处、没有来源只提醒', () => {
    const office = yearOffice(content);
    const given = advice({
      event: 'e2',
      mainUnit: 'jy',
      deliveredOn: '2024-05-09',
      repliedOn: '2024-05-06',
      onTheSpot: true,
    });
    expect(office.problems('suggestion', given)).toEqual({});
    expect(office.warnings('suggestion', given)).toEqual({});
    expect(Object.keys(office.warnings('suggestion', advice({ event: 'e2', report: 'r1' })))).toEqual(['report']);
    expect(office.warnings('suggestion', advice({ event: 'e1', topic: 't1' }))).toEqual({});
    expect(Object.keys(office.warnings('suggestion', advice({})))).toEqual(['event', 'sourceType']);
  });
});

describe('协商议题', () => {
  const topic = (more: Values): Values => ({
    title: '加装电梯',
    source: '群众点单',
    raisedOn: '2024-01-08',
    subdistrictOffice: 'ql',
    state: '已收集',
    ...more,
  });

  it('协商次数就是议过它的会', () => {
    const office = yearOffice({
      ...content,
      event: { e1: { ...consultation, topics: ['t1', 't2'] }, e2: { ...symposium, topics: ['t1'] } },
    });
    const shown = (id: string) => withComputed(stored('topic', id, topic({})), office).values.consultCount;
    expect([shown('t1'), shown('t2'), shown('t3')]).toEqual([2, 1, 0]);
  });

  it.each(['2024-Q2', '2024Q2', '2024年第二季度', '2024年2季度', '2024年二季度', '2024-2', '２０２４年第２季度'])(
    '计划季度“%s”都记作 2024-Q2',
    (written) => {
      const office = yearOffice();
      expect(office.save('topic', 't', topic({ plannedQuarter: written }))).toMatchObject({
        plannedQuarter: '2024-Q2',
        year: 2024,
      });
    },
  );

  it.each<[string, Values, string]>([
    ['季度写不成季度', { plannedQuarter: '2024年下半年' }, 'plannedQuarter'],
    ['没有第五季度', { plannedQuarter: '2024-Q5' }, 'plannedQuarter'],
    ['已合并没有写合并到哪', { state: '已合并' }, 'mergedInto'],
    ['未采纳没有原因', { state: '未采纳' }, 'reasonNotAdopted'],
    ['不属协商范围没有说明', { state: '不属协商范围' }, 'reasonNotAdopted'],
  ])('不能保存：%s', (_name, more, field) => {
    expect(Object.keys(yearOffice().problems('topic', topic(more)))).toEqual([field]);
  });

  it('合并绕圈不能保存；社区不在这个街道只提醒', () => {
    const merged = topic({ state: '已合并' });
    const office = yearOffice({ topic: { a: { ...merged, mergedInto: 'b' }, b: topic({}) } });
    expect(office.problems('topic', { ...merged, mergedInto: 'a' }, 'b').mergedInto).toContain('绕成一圈');
    expect(
      Object.keys(office.warnings('topic', topic({ title: '另一题', community: 'wh', subdistrictOffice: 'yh' }))),
    ).toEqual(['community']);
  });
});

describe('大会发言、调研报告', () => {
  it('发言的日期、会次、年度跟着会议', () => {
    const office = yearOffice({ event: { e: { ...symposium, session: 's3', start: '2024-02-27T15:00' } } });
    expect(office.save('speech', 's', { title: '让老街活起来', event: 'e', member: 'ml' })).toMatchObject({
      on: '2024-02-27',
      session: 's3',
      year: 2024,
    });
    expect(
      Object.keys(
        office.warnings('speech', {
          title: '甲',
          event: 'e',
          member: 'ml',
          way: '口头',
          outcome: '采用',
          opinion: undefined,
        }),
      ),
    ).toEqual([]);
  });

  it('子课题绕圈不能保存', () => {
    const report = (more: Values): Values => ({ title: '报告', reportType: '调研报告', ...more });
    const office = yearOffice({ researchReport: { a: report({ parent: 'b' }), b: report({}) } });
    expect(office.problems('researchReport', report({ parent: 'a' }), 'b').parent).toContain('绕成一圈');
    expect(office.problems('researchReport', report({ parent: 'b' }), 'c')).toEqual({});
  });
});
