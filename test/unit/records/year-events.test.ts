import { describe, expect, it } from 'vitest';
import { event } from '../../../shared/records/event.ts';
import { shownGroups } from '../../../shared/records/form-groups.ts';
import type { Values } from '../../../shared/records/record.ts';
import { yearOffice } from './year-office.ts';

const meeting = (more: Values): Values => ({
  category: '协商',
  subtype: '微协商',
  title: '望河社区停车微协商',
  start: '2024-03-28T19:00',
  place: '望河社区',
  subdistrictOffice: 'ql',
  status: '已结束',
  ...more,
});

describe('会议活动：协商、监督、走访', () => {
  const office = yearOffice();
  const saved = (values: Values) => office.save('event', 'e', values);

  it('大类是协商、监督的，形式随类型；常委会会议兼作协商的照填', () => {
    expect(saved(meeting({})).consultForm).toBe('微协商');
    expect(saved(meeting({ subtype: '对口协商', consultForm: '微协商' })).consultForm).toBe('对口协商');
    expect(saved(meeting({ category: '监督', subtype: '协商式监督' })).supervisionForm).toBe('协商式监督');
    const standing = saved(meeting({ category: '会议', subtype: '常委会会议', consultForm: '常委会协商' }));
    expect(standing).toMatchObject({ consultForm: '常委会协商', year: 2024 });
    expect(saved(meeting({ category: '会议', subtype: '常委会会议' })).consultForm).toBeUndefined();
    expect(saved(meeting({ subtype: '座谈会' })).consultForm).toBeUndefined();
  });

  it('走访的党外委员由程序数，身兼中共党员的不算；有人没登记政治面貌就照填的数', () => {
    const visit = (visited: readonly string[], more: Values = {}) =>
      saved(meeting({ category: '走访', subtype: '走访委员', visitTarget: '党外委员', visited, ...more }))
        .visitedNonParty;
    expect(visit(['ml', 'mw'])).toBe(1);
    expect(visit(['mw'])).toBe(0);
    expect(visit(['ml', 'mz'], { visitedNonParty: 2 })).toBe(2);
    expect(visit(['ml', 'mz'])).toBeUndefined();
    expect(visit(['ml'], { visitedNonParty: 9 })).toBe(1);
  });

  it('交流发言人次由出席情况数，没有登记发言的照填', () => {
    const attendance = [
      { member: 'ml', state: '出席', speech: '口头' },
      { member: 'mw', state: '出席', speech: '书面' },
      { name: '赵一鸣', state: '出席' },
    ];
    expect(saved(meeting({ attendance })).exchangeSpeakers).toBe(2);
    expect(saved(meeting({ exchangeSpeakers: 20 })).exchangeSpeakers).toBe(20);
  });

  it.each<[string, Values, string]>([
    ['基层协商没有选街道', { consultLevel: '社区（村）', subdistrictOffice: undefined }, 'subdistrictOffice'],
    ['通知在开会以后', { noticeOn: '2024-03-29' }, 'noticeOn'],
    ['成果在开会以前就报送', { reportedOn: '2024-03-01' }, 'reportedOn'],
    ['走访企业没有选企业', { category: '走访', subtype: '走访企业', visitTarget: '企业' }, 'companies'],
    ['走访党外委员没有选人', { category: '走访', subtype: '走访委员', visitTarget: '党外委员' }, 'visited'],
    [
      '表决票数多于实到',
      {
        attendance: [{ member: 'ml', state: '出席' }],
        agendaItems: [{ title: '人事事项', votesFor: 1, votesAbstained: 1 }],
      },
      'agendaItems.0.votesFor',
    ],
  ])('提醒：%s', (_name, more, field) => {
    const office = yearOffice();
    expect(office.problems('event', meeting(more))).toEqual({});
    expect(Object.keys(office.warnings('event', meeting(more)))).toEqual([field]);
    expect(office.warnings('event', meeting({}))).toEqual({});
  });

  it('走访的表单没有议题，会议的表单没有走访；常委会兼作协商时协商一组出来', () => {
    const groups = (values: Values) => shownGroups(event, values).map(({ label }) => label);
    expect(groups({ category: '走访' })).toEqual(expect.not.arrayContaining(['议题', '协商']));
    expect(groups({ category: '走访' })).toEqual(expect.arrayContaining(['走访', '复盘']));
    expect(groups({ category: '会议' })).toEqual(expect.not.arrayContaining(['走访', '协商', '复盘']));
    expect(groups({ category: '会议', consultForm: '常委会协商' })).toContain('协商');
    expect(groups({ category: '协商' })).toContain('协商');
  });
});
