import { describe, expect, it } from 'vitest';
import { withComputed } from '../../../shared/records/derive.ts';
import type { Values } from '../../../shared/records/record.ts';
import { bodyFromText } from '../../../shared/text/body.ts';
import { stored } from './records-in-memory.ts';
import { yearOffice } from './year-office.ts';

const paper: Values = {
  title: '关于规范校园周边停车的提案',
  session: 's3',
  lead: 'ml',
  submittedOn: '2024-02-26',
  state: '已提交',
  isOpen: true,
};

const shown = (values: Values, others: Readonly<Record<string, Values>> = {}, id = 'p1') => {
  const office = yearOffice({ proposal: { ...others, [id]: values } });
  return withComputed(stored('proposal', id, values), office).values;
};

describe('提案：程序补的栏目', () => {
  it('年度、届、提出时间、种类看得出来的都补上，写明的不改', () => {
    const office = yearOffice();
    expect(office.save('proposal', 'p1', paper)).toMatchObject({
      year: 2024,
      term: 't10',
      timing: '大会提案',
      proposalKind: '委员个人',
      serialIn: 1,
    });
    const late = office.save('proposal', 'p2', {
      ...paper,
      title: '另一件',
      submittedOn: '2024-02-28',
      cosigners: [{ member: 'mw' }],
    });
    expect(late).toMatchObject({ timing: '平时提案', proposalKind: '委员联名', serialIn: 2 });
    const own = office.save('proposal', 'p3', { ...paper, title: '第三件', timing: '平时提案', serialIn: 40 });
    expect(own).toMatchObject({ timing: '平时提案', serialIn: 40 });
    expect(office.save('proposal', 'p4', { title: '没有日期和会次', lead: 'ml' }).serialIn).toBeUndefined();
  });

  it('流水号接最大的往下编：中间删了的不补，别的会次另编，改记录不换号', () => {
    const office = yearOffice();
    for (const id of ['p1', 'p2', 'p3']) office.save('proposal', id, { ...paper, title: id });
    office.remove('proposal', 'p2');
    expect(office.save('proposal', 'p4', { ...paper, title: 'p4' }).serialIn).toBe(4);
    expect(office.save('proposal', 'q1', { ...paper, title: 'q1', session: 's4' }).serialIn).toBe(1);
    const before = office.lookup('proposal', 'p3')?.values ?? {};
    expect(office.save('proposal', 'p3', { ...before, title: '改了案由' }).serialIn).toBe(3);
    const used = office.list('proposal').filter(({ values }) => values.session === 's3');
    expect(new Set(used.map(({ values }) => values.serialIn)).size).toBe(used.length);
  });
});

describe('提案：不能保存的', () => {
  const office = yearOffice();
  it.each<[string, Values, string]>([
    ['不同意公开没有写原因', { isOpen: false }, 'closedReason'],
    ['不予立案没有选原因', { state: '不予立案' }, 'rejectReasons'],
    ['并案没有选主案', { state: '并案' }, 'mergedInto'],
    ['立案早于提交', { filedOn: '2024-02-01' }, 'filedOn'],
    [
      '期限早于交办',
      { assignments: [{ unit: 'jy', role: '主办', handedOn: '2024-03-10', due: '2024-03-01', state: '办理中' }] },
      'assignments.0.due',
    ],
    [
      '签收早于交办',
      {
        assignments: [{ unit: 'jy', role: '主办', handedOn: '2024-03-10', receivedOn: '2024-03-01', state: '办理中' }],
      },
      'assignments.0.receivedOn',
    ],
    [
      '延期反而提前',
      {
        assignments: [
          {
            unit: 'jy',
            role: '主办',
            handedOn: '2024-03-10',
            due: '2024-06-10',
            extendedTo: '2024-06-01',
            state: '办理中',
          },
        ],
      },
      'assignments.0.extendedTo',
    ],
    ['联名人里又有第一提案人', { cosigners: [{ member: 'ml' }] }, 'cosigners.0.member'],
    ['联名人没有写是谁', { cosigners: [{ org: '示例小学' }] }, 'cosigners.0.member'],
    ['会次不属于这一届', { term: 't9' }, 'session'],
  ])('%s', (_name, extra, field) => {
    expect(Object.keys(office.problems('proposal', { ...paper, ...extra }))).toEqual([field]);
    expect(office.problems('proposal', paper)).toEqual({});
  });

  it('并入自己、绕一圈、再绕远一点，都不行；并入主案可以', () => {
    const merged = { ...paper, state: '并案' };
    const office = yearOffice({
      proposal: {
        a: { ...merged, title: '甲', mergedInto: 'b' },
        b: { ...merged, title: '乙', mergedInto: 'c' },
        c: { ...paper, title: '丙' },
        d: { ...paper, title: '丁' },
      },
    });
    const put = (id: string, into: string) =>
      office.problems('proposal', { ...merged, title: id, mergedInto: into }, id).mergedInto;
    expect(put('c', 'c')).toBe('不能选自己，请另选');
    expect(put('c', 'b')).toContain('绕成一圈');
    expect(put('c', 'a')).toContain('绕成一圈');
    expect(put('c', 'd')).toBeUndefined();
    expect(office.problems('proposal', { ...merged, title: '新', mergedInto: 'a' })).toEqual({});
  });
});

describe('提案：只提醒的', () => {
  const office = yearOffice();
  it.each<[string, Values, string]>([
    ['案由超过50字', { title: '关'.repeat(51) }, 'title'],
    ['正文超过2000字', { body: bodyFromText('字'.repeat(2001)) }, 'body'],
    ['没有提案人', { lead: undefined }, 'lead'],
    ['提案人不是这一届的', { lead: 'mz' }, 'lead'],
    ['联系人六项没有填全', { liaisonName: '李桂兰' }, 'liaisonName'],
    ['重点提案没有层级', { isKey: true }, 'keyLevel'],
    [
      '有会办没有主办',
      { assignments: [{ unit: 'jy', role: '会办', handedOn: '2024-03-10', state: '办理中' }] },
      'assignments.0.role',
    ],
    [
      '延期超过六个月',
      {
        assignments: [
          {
            unit: 'jy',
            role: '主办',
            handedOn: '2024-03-10',
            due: '2024-06-10',
            extendedTo: '2024-09-11',
            extensionReason: '资金未到位',
            state: '办理中',
          },
        ],
      },
      'assignments.0.extendedTo',
    ],
    ['采纳的比建议的还多', { suggestionCount: 2, adoptedCount: 3 }, 'adoptedCount'],
  ])('%s', (_name, extra, field) => {
    const values = { ...paper, body: bodyFromText('情况、分析、建议'), category: '社会建设', ...extra };
    expect(office.problems('proposal', values)).toEqual({});
    expect(Object.keys(office.warnings('proposal', values))).toEqual([field]);
  });

  it('正好50字、正好2000字、正好六个月不提醒；月底交办的六个月算到月末', () => {
    const good = {
      ...paper,
      title: '关'.repeat(50),
      body: bodyFromText('字'.repeat(2000)),
      category: '社会建设',
      assignments: [
        {
          unit: 'jy',
          role: '独办',
          handedOn: '2024-08-31',
          due: '2024-11-30',
          extendedTo: '2025-02-28',
          extensionReason: '难度大',
          state: '办理中',
        },
      ],
    };
    expect(office.warnings('proposal', good)).toEqual({});
  });
});

describe('提案：算出来的栏目', () => {
  const assignment = (unit: string, role: string, due: string, state: string, extendedTo?: string) => ({
    unit,
    role,
    due,
    state,
    ...(extendedTo ? { extendedTo } : {}),
  });

  it('并进来的提案，提案人一个不少，隔一层的也算；绕圈的旧数据不会卡住', () => {
    const others = {
      p2: { ...paper, lead: 'mw', mergedInto: 'p1', state: '并案' },
      p3: { ...paper, lead: 'mz', mergedInto: 'p2', state: '并案', cosigners: [{ member: 'ml' }, { name: '非委员' }] },
      p4: { ...paper, lead: 'mz' },
    };
    expect(shown(paper, others)).toMatchObject({ proposers: ['ml', 'mw', 'mz'], mergedCount: 2 });
    expect(shown({ ...paper, mergedInto: 'p3' }, others).proposers).toEqual(['ml', 'mw', 'mz']);
  });

  it('承办单位不含会办；期限取还没答复的最早一个，延期的按延期', () => {
    const assignments = [
      assignment('cg', '会办', '2024-04-10', '办理中'),
      assignment('jy', '分办', '2024-06-10', '办理中', '2024-07-10'),
      assignment('cg', '分办', '2024-06-20', '办理中'),
    ];
    expect(shown({ ...paper, assignments })).toMatchObject({ mainUnits: ['jy', 'cg'], dueOn: '2024-06-20' });
    const answered = assignments.map((row) => ({ ...row, state: '已答复' }));
    expect(shown({ ...paper, assignments: answered }).dueOn).toBe('2024-07-10');
    expect(shown(paper).dueOn).toBeUndefined();
  });

  it('满意与否看最后一次办理，没有征询就不写', () => {
    const feedback = [
      { member: 'ml', attitude: '满意', result: '不满意', round: 1 },
      { member: 'ml', attitude: '满意', result: '基本满意', round: 2 },
    ];
    expect(shown({ ...paper, feedback }).satisfied).toBe(true);
    expect(shown({ ...paper, feedback: feedback.slice(0, 1) }).satisfied).toBe(false);
    expect(shown(paper).satisfied).toBeUndefined();
  });
});
