import type { Condition } from '../../records/conditions/condition.ts';
import type { Item, Tier, Who } from '../scheme.ts';
import {
  attended,
  blank,
  each,
  HELD,
  hasRow,
  is,
  isNot,
  LEAD,
  MANUAL,
  opinions,
  PRESENT,
  proposals,
} from './triggers.ts';
import { history, peoplesGood } from './zhongyuan-service.ts';

const AUTHORS: readonly Who[] = [LEAD, { field: 'coauthors' }];
const SHARED = { first: 1, others: 0.5 } as const;

/** Of a meeting whose papers are kept as 大会发言 the roll says nothing that is not there. */
const WITHOUT_PAPERS: Condition = { type: 'pointed', kind: 'speech', field: 'event', not: true };
const SPEAKING: Condition = {
  type: 'either',
  of: [is('subtype', '全体会议', '常委会会议'), is('category', '协商'), { type: 'filled', field: 'consultForm' }],
};

const speeches: readonly Item[] = [
  {
    code: 'F1a',
    label: '全会、常委会、协商会发言（大会发言）',
    section: 'F1',
    unit: '篇',
    trigger: each('speech', 'on', [is('outcome', '采用', null)], { field: 'member' }),
    points: 5,
    tiers: [
      { label: '口头发言', where: [is('way', '口头', '即席')], points: 5 },
      { label: '书面发言', where: [is('way', '书面')], points: 2 },
    ],
    note: '采用情况为“不采用”、已转社情民意或提案的不计',
  },
  {
    code: 'F1b',
    label: '全会、常委会、协商会发言（出席登记）',
    section: 'F1',
    unit: '次',
    trigger: attended(SPEAKING, WITHOUT_PAPERS),
    points: 5,
    tiers: [
      { label: '口头发言', where: [is('attendance.speech', '口头', '即席')], points: 5 },
      { label: '书面发言', where: [is('attendance.speech', '书面')], points: 2 },
    ],
    note: '会议另有“大会发言”登记的按F1a计，出席登记里的发言不再计',
  },
];

const UPWARDS: readonly Tier[] = [
  { label: '市政协采用', where: [hasRow('adoptions', is('level', '市'), is('action', '采用'))], points: 3 },
  { label: '省政协采用', where: [hasRow('adoptions', is('level', '省'), is('action', '采用', '转送部门'))], points: 6 },
  {
    label: '全国政协采用',
    where: [hasRow('adoptions', is('level', '全国'), is('action', '采用', '转送部门'))],
    points: 15,
  },
];

const CHIEFS: Condition = {
  type: 'either',
  of: [
    hasRow('instructions', is('level', '区', null), { type: 'contains', field: 'duty', text: '区委书记' }),
    hasRow(
      'instructions',
      is('level', '区', null),
      { type: 'contains', field: 'duty', text: '区长' },
      { type: 'contains', field: 'duty', text: '副区长', not: true },
    ),
  ],
};
const instructed = (level: string): Condition => hasRow('instructions', is('level', level));

const results: readonly Item[] = [
  {
    code: 'F2',
    label: '列为重点提案、评为优秀提案',
    section: 'bonus',
    unit: '件',
    trigger: { ...proposals([], LEAD), orDay: 'year' },
    points: 5,
    cap: 15,
    tierMode: 'sum',
    tiers: [
      { label: '重点提案', where: [is('isKey', true)], points: 5 },
      {
        label: '优秀提案',
        where: [
          {
            type: 'either',
            of: [
              is('isExcellent', true),
              { type: 'pointed', kind: 'award', field: 'proposal', where: [is('name', '优秀提案')] },
            ],
          },
        ],
        points: 5,
      },
    ],
    note: '两项可以相加；计第一提案人',
  },
  {
    code: 'F3',
    label: '市、省、全国政协采用',
    section: 'bonus',
    unit: '篇',
    trigger: opinions([], ...AUTHORS),
    points: 3,
    cap: 20,
    tiers: UPWARDS,
    joint: SHARED,
    note: '一篇取最高一级；要累计的，把“取高”改为“累计”。市一级转送部门不算采用，省以上算',
  },
  {
    code: 'F4',
    label: '领导批示',
    section: 'bonus',
    unit: '篇',
    trigger: opinions([], ...AUTHORS),
    points: 4,
    cap: 20,
    tiers: [
      { label: '区主要领导批示', where: [CHIEFS], points: 4 },
      { label: '市领导批示', where: [instructed('市')], points: 6 },
      { label: '省领导批示', where: [instructed('省')], points: 10 },
      { label: '国家领导批示', where: [instructed('全国')], points: 20 },
    ],
    joint: SHARED,
    note: '一篇取最高一级，与采用（F3）可以相加；区主要领导指区委书记、区长，按批示的职务认定',
  },
];

const GROUP: Who = { field: 'group' };

const reports: readonly Item[] = [
  {
    code: 'F5a',
    label: '调研、视察报告执笔',
    section: 'F5',
    unit: '篇',
    trigger: each('researchReport', 'finishedOn', [], { ...GROUP, nameIn: 'writers' }),
    points: 5,
    exclusive: 'report',
    note: '执笔人是写名字的，执笔的委员还要选在“课题组成员”里',
  },
  {
    code: 'F5b',
    label: '课题组成员',
    section: 'F5',
    unit: '篇',
    trigger: each('researchReport', 'finishedOn', [], GROUP),
    points: 1,
    exclusive: 'report',
  },
  {
    code: 'F5c',
    label: '出席登记里承担执笔、课题组工作',
    section: 'F5',
    unit: '次',
    trigger: attended(blank('parentResearch')),
    points: 5,
    tiers: [
      {
        label: '执笔',
        where: [{ type: 'either', of: [is('attendance.part', '执笔人'), is('attendance.role', '执笔')] }],
        points: 5,
      },
      { label: '课题组成员', where: [is('attendance.part', '课题组成员')], points: 1 },
    ],
    note: '活动已经归到课题的，按报告计，不在这里重复',
  },
];

const sharing: readonly Item[] = [
  {
    code: 'F8a',
    label: '主讲党课、培训',
    section: 'F8',
    unit: '次',
    trigger: each('event', 'start', [HELD], {
      field: 'attendance.member',
      where: [is('state', ...PRESENT)],
    }),
    points: 2,
    tiers: [
      {
        label: '主讲',
        where: [{ type: 'either', of: [is('attendance.role', '主讲'), is('attendance.part', '主讲人')] }],
        points: 2,
      },
    ],
  },
  {
    code: 'F8b',
    label: '提供资源',
    section: 'F8',
    unit: '次',
    trigger: each('event', 'start', [HELD], {
      field: 'attendance.member',
      where: [is('part', '提供资源'), is('state', ...PRESENT)],
    }),
    points: 1,
  },
  {
    code: 'F8c',
    label: '宣传稿件（市以上媒体）',
    section: 'F8',
    unit: '篇',
    trigger: MANUAL,
    points: 1,
    note: '台账里没有委员的宣传稿件，由人工计入，每篇1分',
  },
];

const honours: Item = {
  code: 'F9',
  label: '受表彰',
  section: 'bonus',
  unit: '次',
  trigger: each('award', 'year', [isNot('name', '优秀提案')], { field: 'member' }),
  points: 1,
  cap: 10,
  tiers: [
    { label: '区级', where: [is('level', '区级')], points: 1 },
    { label: '市级', where: [is('level', '市级')], points: 2 },
    { label: '省级', where: [is('level', '省级')], points: 4 },
    { label: '国家级', where: [is('level', '国家级')], points: 6 },
  ],
  note: '优秀提案已在F2计；没有登记级别的不计',
};

/** F1–F9: up to 40. */
export const zhongyuanBonus: readonly Item[] = [
  ...speeches,
  ...results,
  ...reports,
  ...history,
  ...peoplesGood,
  ...sharing,
  honours,
];
