import type { Condition } from '../../records/conditions/condition.ts';
import type { Item, Who } from '../scheme.ts';
import {
  attended,
  BY_MEMBERS,
  COLLECTIVE,
  each,
  FILED,
  HELD,
  hasRow,
  is,
  isNot,
  LEAD,
  NOT_STANDING_MEMBER,
  opinions,
  PLENARY,
  PRESENT,
  proposals,
  STANDING_COMMITTEE,
  STANDING_MEMBER,
} from './triggers.ts';

/** Nobody is at one meeting twice. */
const MEETING = 'event';
const COSIGNERS: Who = { field: 'cosigners.member' };
const COAUTHORS: Who = { field: 'coauthors' };

const GRASSROOTS: Condition = {
  type: 'either',
  of: [is('consultForm', '有事好商量', '微协商'), is('consultLevel', '街道', '社区（村）')],
};
const CONSULTATION = is(
  'consultForm',
  '专题协商会',
  '主席会议协商',
  '对口协商',
  '界别协商',
  '提案办理协商',
  '远程协商',
  '政党协商',
);
const STUDY: Condition = {
  type: 'either',
  of: [is('category', '学习培训'), is('subtype', '读书活动', '政情通报会')],
};
const PUBLISHED: Condition = {
  type: 'either',
  of: [
    hasRow('adoptions', is('action', '编发本级专刊')),
    hasRow('adoptions', is('level', '区'), is('action', '采用')),
    { type: 'pointed', kind: 'bulletin', field: 'items.opinion' },
  ],
};

/** A proposal belongs to the year it was handed in; an old register without the day has the year only. */
const ofYear = (...[where, ...who]: Parameters<typeof proposals>) => ({ ...proposals(where, ...who), orDay: 'year' });

const meetings: readonly Item[] = [
  {
    code: 'A1',
    label: '出席全体会议',
    section: 'A',
    unit: '个半天',
    trigger: attended(PLENARY),
    points: 5,
    cap: 20,
    quantity: { field: 'halfDaysPresent', instead: 'halfDays', per: 1, otherwise: 1 },
    exclusive: MEETING,
    note: '按本人实到半天数；没有登记的按会议的半天数，会议也没有登记的按1个半天',
  },
  {
    code: 'A2a',
    label: '出席常委会会议（常委）',
    section: 'A',
    unit: '次',
    only: [STANDING_MEMBER],
    trigger: attended(STANDING_COMMITTEE),
    points: 2.5,
    cap: 15,
    exclusive: MEETING,
  },
  {
    code: 'A2b',
    label: '应邀列席常委会会议、协商会（非常委）',
    section: 'A',
    unit: '次',
    only: [NOT_STANDING_MEMBER],
    trigger: attended({ type: 'either', of: [STANDING_COMMITTEE, CONSULTATION] }),
    points: 3,
    cap: 15,
    tiers: [
      { label: '列席常委会会议', where: [STANDING_COMMITTEE, is('attendance.role', '列席', '特邀')], points: 3 },
      { label: '应邀参加协商会', where: [CONSULTATION, is('attendance.role', '列席', '特邀')], points: 3 },
    ],
    exclusive: MEETING,
    note: '只计出席身份是列席、特邀的；应出席的协商会要计，去掉这个条件',
  },
];

const proposalItems: readonly Item[] = [
  {
    code: 'B0',
    label: '提交提案',
    section: 'B',
    unit: '件',
    trigger: ofYear([isNot('state', '草稿', '撤回')], LEAD, COSIGNERS),
    points: 0,
    note: '不计分，只用来判断“年度没有提案”（X5）',
  },
  {
    code: 'B1',
    label: '提案立案（第一提案人）',
    section: 'B',
    unit: '件',
    trigger: ofYear([BY_MEMBERS], LEAD),
    points: 10,
    cap: 20,
    tiers: [
      { label: '立案', where: [FILED], points: 10 },
      { label: '并入别案', where: [is('state', '并案')], points: 5 },
    ],
    exclusive: 'proposal',
    note: '并案的主案按立案计，并入的提案第一提案人计5分',
  },
  {
    code: 'B2',
    label: '提案立案（联名、附议）',
    section: 'B',
    unit: '件',
    trigger: ofYear([FILED, BY_MEMBERS], COSIGNERS),
    points: 3,
    cap: 6,
    exclusive: 'proposal',
    note: '要按“联名½”计的，把分值改成5',
  },
  {
    code: 'B3',
    label: '集体提案执笔、参与',
    section: 'B',
    unit: '件',
    trigger: ofYear([FILED, COLLECTIVE], LEAD, COSIGNERS),
    points: 8,
    cap: 10,
    joint: { first: 1, others: 0.375 },
    exclusive: 'proposal',
    note: '登记为第一提案人的算执笔（8分），联名人算参与（3分）；只计前三人的，设“最多计几名作者”',
  },
  {
    code: 'B4',
    label: '未立案转社情民意',
    section: 'B',
    unit: '件',
    trigger: ofYear([is('state', '转社情民意')], LEAD),
    points: 3,
    cap: 3,
    exclusive: 'proposal',
  },
];

const opinionItems: readonly Item[] = [
  {
    code: 'C1',
    label: '报送社情民意',
    section: 'C',
    unit: '篇',
    trigger: opinions([], LEAD),
    points: 1,
    cap: 3,
    note: '计第一反映人；重复来稿不计',
  },
  {
    code: 'C2',
    label: '区政协采用（编入专刊）',
    section: 'C',
    unit: '篇',
    trigger: opinions([PUBLISHED], LEAD, COAUTHORS),
    points: 4,
    cap: 12,
    scale: [
      {
        label: '综合采用',
        where: [hasRow('adoptions', is('level', '区', null), is('action', '编发本级专刊', '采用'), is('way', '综合'))],
        factor: 0.5,
      },
    ],
    joint: { first: 1, others: 0.5 },
    note: '按收稿年度；市以上采用另计F3，批示另计F4',
  },
];

const activities: readonly Item[] = [
  {
    code: 'D1',
    label: '调研、视察、考察、监督、走访',
    section: 'D',
    unit: '次',
    trigger: each(
      'event',
      'start',
      [HELD, is('category', '活动', '监督', '走访'), { ...STUDY, not: true }, { ...GRASSROOTS, not: true }],
      { field: 'attendance.member', where: [isNot('role', '工作人员'), is('state', ...PRESENT)] },
      { field: 'visitors' },
    ),
    points: 4,
    cap: 16,
    exclusive: MEETING,
    note: '执笔人另计F5',
  },
  {
    code: 'D2',
    label: '基层协商（有事好商量、微协商）',
    section: 'D',
    unit: '次',
    trigger: attended(GRASSROOTS),
    points: 3,
    cap: 12,
    exclusive: MEETING,
  },
  {
    code: 'E1',
    label: '学习培训、读书活动、政情通报',
    section: 'E',
    unit: '次',
    trigger: attended(STUDY),
    points: 2.5,
    cap: 10,
    scale: [{ label: '外出培训全程', where: [is('tags', '外出培训'), is('attendance.state', '出席')], factor: 2 }],
    exclusive: MEETING,
    note: '会议活动的标签里写“外出培训”，本人没有迟到早退的，算全程，加倍',
  },
];

/** A–E: up to 100. */
export const zhongyuanBasic: readonly Item[] = [...meetings, ...proposalItems, ...opinionItems, ...activities];
