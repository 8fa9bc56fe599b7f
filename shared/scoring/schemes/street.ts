import type { Condition } from '../../records/conditions/condition.ts';
import type { Item, Scheme, Source } from '../scheme.ts';
import { ADOPTED, EXCUSED, filled, HELD, hasRow, is, MANUAL, opinions, PRESENT, UNEXCUSED } from './triggers.ts';

const OWN = [{ field: 'subdistrictOffice' }] as const;
const SIX_HAS = ['有阵地', '有标识', '有制度', '有流程', '有活动', '有成果'] as const;

const heldBy = (...where: readonly Condition[]): Source => ({
  kind: 'event',
  day: 'start',
  where: [HELD, ...where],
  who: OWN,
});
const CONSULTATIONS = heldBy(is('consultForm', '有事好商量', '微协商'));
const ACTIVITIES: Source = {
  ...heldBy(is('category', '活动', '监督', '学习培训', '走访')),
  who: [...OWN, { field: 'subdistrictOffices' }],
};
/** A paper the street sent in, or one of its members. */
const sentIn = (...where: readonly Condition[]): Source =>
  opinions(where, { field: 'subdistrictOffice' }, { field: 'lead.subdistrictOffice' });

const SETTLED_TOPICS = ['已办结', '已反馈', '已评价', '归档'] as const;
const TOPICS_FORMED: Source = {
  kind: 'topic',
  day: 'raisedOn',
  where: [is('state', '形成意见', '已交办', '办理中', '未采纳', ...SETTLED_TOPICS)],
  who: OWN,
};

const byHand = (code: string, label: string, section: string, points: number, note: string): Item => ({
  code,
  label,
  section,
  unit: '项',
  trigger: MANUAL,
  points,
  cap: points,
  note,
});

const organisation: readonly Item[] = [
  byHand('1.1', '党工委研究政协工作不少于1次', 'lead', 5, '查看党工委会议记录后人工计分'),
  {
    code: '1.2',
    label: '有年度计划',
    section: 'lead',
    unit: '项',
    trigger: {
      type: 'reach',
      kind: 'planItem',
      day: 'year',
      where: [is('planType', '街道年度计划')],
      who: OWN,
      atLeast: 1,
      per: 'year',
      below: 'none',
    },
    points: 2.5,
  },
  {
    code: '1.3',
    label: '有年度总结',
    section: 'lead',
    unit: '份',
    trigger: {
      type: 'reach',
      kind: 'officialDocument',
      day: 'year',
      where: [is('docType', '述职报告')],
      who: OWN,
      atLeast: 1,
      per: 'year',
      below: 'none',
    },
    points: 2.5,
    note: '公文里街道的述职报告（年度总结）',
  },
  byHand('1.4', '场所、经费有保障', 'lead', 5, '实地查看后人工计分'),
  {
    code: '2.1',
    label: '功能型党支部活动不少于4次',
    section: 'self',
    unit: '次',
    trigger: {
      type: 'reach',
      kind: 'event',
      day: 'start',
      where: [HELD, filled('partyBranch')],
      who: [{ field: 'partyBranch.subdistrictOffice' }],
      atLeast: 4,
      per: 'year',
      below: 'share',
    },
    points: 8,
  },
  {
    code: '2.2',
    label: '工委会议不少于4次',
    section: 'self',
    unit: '次',
    trigger: { ...heldBy(is('subtype', '街道政协工委会议')), type: 'reach', atLeast: 4, per: 'year', below: 'share' },
    points: 4,
  },
  byHand('2.3', '台账健全', 'self', 4, '查看台账后人工计分'),
  {
    code: '2.4',
    label: '委员档案完整',
    section: 'self',
    unit: '%',
    trigger: {
      type: 'share',
      kind: 'member',
      day: '',
      where: [is('status', '在任', '届中增补', '界别调整', '请辞待审')],
      who: OWN,
      met: [
        filled('sector'),
        filled('committee'),
        filled('appointedOn'),
        filled('person.birth'),
        filled('person.mobile'),
      ],
      full: 100,
      below: 'share',
    },
    points: 4,
    note: '在任委员的界别、专委会、任职日期、出生年月、手机都登记了的占比',
  },
];

const consultation: readonly Item[] = [
  {
    code: '3.1',
    label: '有事好商量、微协商每季不少于2次',
    section: 'consult',
    unit: '次',
    trigger: { ...CONSULTATIONS, type: 'reach', atLeast: 2, per: 'quarter', below: 'share' },
    points: 10,
  },
  {
    code: '3.2',
    label: '有事好商量、微协商全年不少于8次',
    section: 'consult',
    unit: '次',
    trigger: { ...CONSULTATIONS, type: 'reach', atLeast: 8, per: 'year', below: 'share' },
    points: 5,
  },
  {
    code: '3.3',
    label: '协商议题办结率80%以上',
    section: 'consult',
    unit: '%',
    trigger: { ...TOPICS_FORMED, type: 'share', met: [is('state', ...SETTLED_TOPICS)], full: 80, below: 'share' },
    points: 5,
    note: '形成意见以后的议题里，已办结、已反馈、已评价、归档的占比',
  },
  {
    code: '3.4',
    label: '群众评价90%以上满意',
    section: 'consult',
    unit: '%',
    trigger: {
      kind: 'topic',
      day: 'raisedOn',
      where: [filled('satisfaction')],
      who: OWN,
      type: 'share',
      met: [is('satisfaction', '满意', '基本满意')],
      full: 90,
      below: 'share',
    },
    points: 5,
    note: '评价过的议题里，满意和基本满意的占比',
  },
  {
    code: '4.1',
    label: '社情民意每月不少于2篇',
    section: 'opinions',
    unit: '篇',
    trigger: { ...sentIn(), type: 'reach', atLeast: 2, per: 'month', below: 'share' },
    points: 6,
    note: '街道报送的，和本街道委员（第一反映人）报送的',
  },
  {
    code: '4.2',
    label: '社情民意采用不少于6篇',
    section: 'opinions',
    unit: '篇',
    trigger: { ...sentIn(ADOPTED), type: 'reach', atLeast: 6, per: 'year', below: 'share' },
    points: 6,
  },
  {
    code: '4.3',
    label: '社情民意有领导批示',
    section: 'opinions',
    unit: '篇',
    trigger: { ...sentIn(filled('instructions.leader')), type: 'reach', atLeast: 1, per: 'year', below: 'none' },
    points: 3,
  },
];

const activities: readonly Item[] = [
  {
    code: '5.1',
    label: '每月不少于1次主题活动',
    section: 'activities',
    unit: '次',
    trigger: { ...ACTIVITIES, type: 'reach', atLeast: 1, per: 'month', below: 'share' },
    points: 7,
  },
  {
    code: '5.2',
    label: '委员参与率60%以上',
    section: 'activities',
    unit: '%',
    trigger: {
      type: 'share',
      kind: 'event',
      day: 'start',
      where: [...ACTIVITIES.where, filled('subdistrictOffice')],
      who: [
        {
          field: 'attendance.member.subdistrictOffice',
          where: [is('role', '应出席'), is('state', ...PRESENT, ...EXCUSED, ...UNEXCUSED)],
        },
      ],
      rows: true,
      met: [is('attendance.state', ...PRESENT)],
      full: 60,
      below: 'share',
    },
    points: 5,
    note: '街道组织的活动里，本街道委员到会人次占应到人次（请假、缺席的算应到）',
  },
  byHand('5.3', '走访委员每人不少于2次', 'activities', 3, '按走访记录核对后人工计分'),
  {
    code: '6.1',
    label: '阵地“六有”齐全',
    section: 'venues',
    unit: '%',
    trigger: {
      type: 'share',
      kind: 'venue',
      day: '',
      where: [is('state', '已建', '改造中')],
      who: OWN,
      met: SIX_HAS.map((item) => hasRow('checks', is('item', item), is('passed', true))),
      full: 100,
      below: 'share',
    },
    points: 4,
    note: '在用阵地里，六项都核验达标过的占比',
  },
  {
    code: '6.2',
    label: '协商议事室覆盖社区（村）',
    section: 'venues',
    unit: '%',
    trigger: {
      type: 'share',
      kind: 'community',
      day: '',
      where: [],
      who: OWN,
      met: [
        {
          type: 'pointed',
          kind: 'venue',
          field: 'community',
          where: [is('state', '已建', '改造中'), is('venueKind', '协商议事室')],
        },
      ],
      full: 100,
      below: 'share',
    },
    points: 4,
  },
  byHand('6.3', '有特色品牌', 'venues', 2, '有材料佐证的人工计分'),
  {
    code: '7.1',
    label: '经验做法被市以上宣传推广',
    section: 'bonus',
    unit: '次',
    trigger: MANUAL,
    points: 2,
    note: '市2分、省5分、全国10分，凭报道、文件人工计分',
  },
  {
    code: '7.2',
    label: '经验在全市推广',
    section: 'bonus',
    unit: '次',
    trigger: MANUAL,
    points: 5,
    note: '凭文件、会议材料人工计分',
  },
];

/** 街道政协工委测评: 100 points in six parts and at most 10 more. What no record can tell is entered by hand. */
export const street: Scheme = {
  id: 'street',
  version: 1,
  label: '街道政协工委测评',
  audience: 'street',
  source: '街道政协工委量化测评默认表，参考中牟（W-49）、沛县（W-49b）、广水（W-28）',
  status: 'inForce',
  fromYear: 2000,
  base: 0,
  sections: [
    { id: 'lead', label: '党委重视', kind: 'basic', cap: 15 },
    { id: 'self', label: '自身建设与党建', kind: 'basic', cap: 20 },
    { id: 'consult', label: '协商议事', kind: 'basic', cap: 25 },
    { id: 'opinions', label: '社情民意', kind: 'basic', cap: 15 },
    { id: 'activities', label: '委员活动', kind: 'basic', cap: 15 },
    { id: 'venues', label: '阵地与品牌', kind: 'basic', cap: 10 },
    { id: 'bonus', label: '加分', kind: 'bonus', cap: 10 },
  ],
  items: [...organisation, ...consultation, ...activities],
  total: { min: 0, max: 110 },
  grades: [
    { label: '优秀', atLeast: 90 },
    { label: '良好', atLeast: 75 },
    { label: '合格', atLeast: 60 },
    { label: '不合格', atLeast: 0 },
  ],
  vetoes: [],
  warnings: [],
  prorate: false,
};
