import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withComputed } from '../../../shared/records/derive.ts';
import type { Values } from '../../../shared/records/record.ts';
import { bodyFromText } from '../../../shared/text/body.ts';
import { stored } from './records-in-memory.ts';
import { yearOffice } from './year-office.ts';

const paper: Values = {
  rawTitle: '关于增设校门口护学岗的建议',
  receivedOn: '2024-03-05',
  sourceKind: '委员',
  lead: 'ml',
  category: '社会建设',
  state: '登记',
};
const row = (level: string, action: string, on = '2024-04-01') => ({ level, action, on });

describe('社情民意：编号', () => {
  it('按年接最大的往下编，删了中间的不补，写明的照写，别的来源缩写不混编', () => {
    const office = yearOffice();
    const save = (id: string, more: Values = {}) => office.save('opinion', id, { ...paper, rawTitle: id, ...more });
    expect(save('a')).toMatchObject({ year: 2024, code: 'SQ-2024-0001' });
    expect(save('b').code).toBe('SQ-2024-0002');
    expect(save('c').code).toBe('SQ-2024-0003');
    office.remove('opinion', 'b');
    expect(save('d').code).toBe('SQ-2024-0004');
    expect(save('e', { receivedOn: '2023-12-31' }).code).toBe('SQ-2023-0001');
    expect(save('f', { code: 'JD-2024-0100' }).code).toBe('JD-2024-0100');
    expect(save('g', { code: 'SQ-2024-9999' }).code).toBe('SQ-2024-9999');
    expect(save('h').code).toBe('SQ-2024-10000');
    expect(save('i', { receivedOn: undefined }).code).toBeUndefined();
    expect(Object.keys(office.problems('opinion', { ...paper, code: 'SQ-2024-0001' }))).toEqual(['code']);
  });

  it('随意增删，从不发出正在用的编号', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat({ max: 9 })), { maxLength: 30 }), (steps) => {
        const office = yearOffice();
        steps.forEach(([add, pick], index) => {
          const all = office.list('opinion');
          const victim = all[pick % Math.max(1, all.length)];
          if (add || !victim) office.save('opinion', `o${index}`, { ...paper, rawTitle: `第${index}件` });
          else office.remove('opinion', victim.id);
          const codes = office.list('opinion').map(({ values }) => values.code);
          expect(new Set(codes).size).toBe(codes.length);
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('社情民意：漏斗', () => {
  const office = yearOffice();
  const warned = (adoptions: readonly Values[], more: Values = {}) =>
    Object.keys(office.warnings('opinion', { ...paper, adoptions, ...more }));

  it('报送、市采用、省采用一级一级来，没有提醒', () => {
    expect(warned([row('区', '编发本级专刊'), row('市', '报送'), row('市', '采用'), row('省', '采用')])).toEqual([]);
    expect(warned([])).toEqual([]);
  });

  it('没有上报就有市采用、没有市采用就到了省里，都提醒；写了直报说明的省里不提醒', () => {
    expect(warned([row('市', '采用')])).toEqual(['adoptions.0.action']);
    expect(warned([row('省', '上报上级')])).toEqual(['adoptions.0.level']);
    expect(warned([row('市', '报送'), row('全国', '采用')])).toEqual(['adoptions.1.level']);
    expect(warned([row('市', '报送'), row('全国', '采用')], { exceptionNote: '省政协约稿' })).toEqual([]);
  });

  it('上报了没有收稿日期、采用早于收稿，都提醒，不拦', () => {
    expect(warned([row('市', '报送')], { receivedOn: undefined })).toEqual(['receivedOn']);
    expect(warned([row('市', '报送', '2024-03-01')])).toEqual(['adoptions.0.on']);
    expect(office.problems('opinion', { ...paper, adoptions: [row('省', '采用', '2024-03-01')] })).toEqual({});
  });

  it('状态与采用对不上、敏感的编发了、两处填作者，都提醒', () => {
    expect(warned([], { state: '市采用' })).toEqual(['state']);
    expect(warned([row('区', '编发本级专刊')], { sensitivity: ['未核实'] })).toEqual(['sensitivity']);
    expect(warned([], { leadName: '周砚' })).toEqual(['leadName']);
    expect(warned([], { coauthors: ['ml'] })).toEqual(['coauthors']);
    expect(warned([], { problem: '字'.repeat(1501) })).toEqual(['problem']);
  });

  it('与自己重复的不能保存，回函早于转办的不能保存', () => {
    const office = yearOffice({ opinion: { a: paper } });
    expect(office.problems('opinion', { ...paper, duplicateOf: 'a' }, 'a').duplicateOf).toBe('不能选自己，请另选');
    const transfers = [{ unit: 'jy', on: '2024-05-02', repliedOn: '2024-05-01' }];
    expect(Object.keys(office.problems('opinion', { ...paper, transfers }))).toEqual(['transfers.0.repliedOn']);
  });
});

describe('社情民意：算出来的栏目', () => {
  const values = {
    ...paper,
    adoptions: [row('区', '编发本级专刊'), row('市', '报送'), row('市', '采用'), row('省', '报送')],
  };
  const office = yearOffice({
    opinion: { a: values },
    bulletin: { q: { publication: '信息专刊', items: [{ opinion: 'a' }, { title: '按语' }] }, r: { items: 3 } },
  });
  const shown = (more: Values = {}) => withComputed(stored('opinion', 'a', { ...values, ...more }), office).values;

  it('最高采用不算只报未用的；编入哪一期看得见', () => {
    expect(shown()).toMatchObject({ highest: '市', bulletins: ['q'] });
    expect(shown({ adoptions: [row('市', '报送')] }).highest).toBeUndefined();
  });

  it('字数先看编发稿，没有编发稿看原文，空白不算', () => {
    expect(shown({ problem: '问题 两字\n', advice: '建议' }).words).toBe(6);
    expect(shown({ rawBody: bodyFromText('原稿 五字。') }).words).toBe(5);
    expect(shown().words).toBeUndefined();
  });
});

describe('期刊期次', () => {
  it('期号按刊名和年接着编，增刊单独编号，同一期不能登记两次', () => {
    const office = yearOffice();
    const issue = { publication: '信息专刊', printedOn: '2024-03-10' };
    expect(office.save('bulletin', 'a', issue)).toMatchObject({ year: 2024, number: 1, supplement: false });
    expect(office.save('bulletin', 'b', issue).number).toBe(2);
    expect(office.save('bulletin', 'c', { ...issue, supplement: true }).number).toBe(1);
    expect(office.save('bulletin', 'd', { ...issue, publication: '委员建言' }).number).toBe(1);
    expect(office.save('bulletin', 'e', { publication: '增刊', year: 2024 })).toMatchObject({
      supplement: true,
      number: 1,
    });
    expect(Object.keys(office.problems('bulletin', { ...issue, number: 2 }))).toEqual(['number']);
  });

  it('空条目、同一条信息排两次，不能保存', () => {
    const office = yearOffice({ opinion: { a: paper } });
    const issue = (items: readonly Values[]) => ({ publication: '信息专刊', year: 2024, items });
    expect(Object.keys(office.problems('bulletin', issue([{ order: 1 }])))).toEqual(['items.0.opinion']);
    expect(Object.keys(office.problems('bulletin', issue([{ opinion: 'a' }, { opinion: 'a' }])))).toEqual([
      'items.1.opinion',
    ]);
    expect(office.problems('bulletin', issue([{ opinion: 'a' }, { title: '按语' }]))).toEqual({});
  });
});
