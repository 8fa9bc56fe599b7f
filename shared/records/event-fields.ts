import {
  belongingFields,
  consultationFields,
  lookBackFields,
  studyFields,
  supervisionFields,
  visitFields,
} from './event-work-fields.ts';
import type { Field } from './field.ts';

const agendaItems: Field = {
  type: 'rows',
  label: '议题',
  aliases: ['议程'],
  row: {
    title: { type: 'text', label: '标题', required: true, width: 360 },
    reporter: { type: 'text', label: '汇报单位（人）', width: 160 },
    conclusion: { type: 'choice', label: '结论', enumeration: 'agendaConclusion', width: 110 },
    votesFor: { type: 'integer', label: '赞成', min: 0, max: 10_000, unit: '票', width: 80 },
    votesAgainst: { type: 'integer', label: '反对', min: 0, max: 10_000, unit: '票', width: 80 },
    votesAbstained: { type: 'integer', label: '弃权', min: 0, max: 10_000, unit: '票', width: 80 },
    regulation: { type: 'reference', label: '审议的制度', target: 'regulation', width: 160 },
    note: { type: 'longText', label: '说明' },
  },
};

/** A guest has no appointment: then the name stands in words. */
const attendance: Field = {
  type: 'rows',
  label: '出席情况',
  row: {
    member: { type: 'reference', label: '委员', target: 'member', width: 120 },
    name: { type: 'text', label: '姓名（非委员）', format: 'name', width: 120 },
    role: {
      type: 'choice',
      label: '身份',
      required: true,
      initial: '应出席',
      enumeration: 'attendanceRole',
      width: 100,
    },
    state: {
      type: 'choice',
      label: '状态',
      required: true,
      initial: '待确认',
      enumeration: 'attendanceState',
      width: 120,
    },
    leaveType: { type: 'choice', label: '请假类型', enumeration: 'leaveType', width: 110 },
    reason: { type: 'text', label: '事由', width: 180 },
    approver: { type: 'text', label: '批准人', width: 100 },
    speech: { type: 'choice', label: '发言', enumeration: 'speechForm', width: 90 },
    part: { type: 'choice', label: '承担工作', enumeration: 'attendancePart', width: 110 },
    signedAt: { type: 'dateTime', label: '签到时间', width: 140 },
    halfDaysPresent: { type: 'integer', label: '实到半天数', min: 0, max: 60, unit: '个半天', width: 110 },
  },
};

const resolutions: Field = {
  type: 'rows',
  label: '议定事项',
  row: {
    text: { type: 'longText', label: '内容', required: true, width: 360 },
    // 责任部门 is ● in the model; minutes are often entered before the departments are settled.
    department: { type: 'text', label: '责任部门', expected: true, width: 160 },
    coDepartments: { type: 'tags', label: '协办', width: 160 },
    due: { type: 'date', label: '完成时限', width: 120 },
    state: {
      type: 'choice',
      label: '进展',
      required: true,
      initial: '未启动',
      enumeration: 'resolutionState',
      width: 90,
    },
    progress: { type: 'longText', label: '完成情况' },
  },
};

const counts: Field = {
  type: 'rows',
  label: '非委员人数',
  help: '群众代表、服务对象等不逐人登记的人数',
  row: {
    label: { type: 'text', label: '人员', required: true, width: 160 },
    count: { type: 'integer', label: '人数', required: true, min: 0, max: 1_000_000, unit: '人', width: 100 },
  },
};

const counted = (label: string): Field => ({
  type: 'integer',
  label,
  readOnly: true,
  computed: true,
  unit: '人',
  width: 90,
});

/** 履职事项: meetings, consultations, activities … have one parent, so that attendance and figures are counted alike. */
export const eventFields: Readonly<Record<string, Field>> = {
  category: {
    type: 'choice',
    label: '大类',
    required: true,
    initial: '会议',
    enumeration: 'eventCategory',
    width: 90,
  },
  subtype: {
    type: 'choice',
    label: '类型',
    expected: true,
    enumeration: 'eventSubtype',
    aliases: ['会议类型', '活动类型'],
    width: 140,
  },
  title: {
    type: 'text',
    label: '名称',
    required: true,
    aliases: ['会议名称', '活动名称', '事项名称', '标题'],
    width: 320,
  },
  serial: { type: 'text', label: '次序', help: '例如“第38次主席会议”', aliases: ['第几次'], width: 140 },
  term: { type: 'reference', label: '届', target: 'term', width: 90 },
  session: { type: 'reference', label: '会次', target: 'session', width: 120 },
  year: { type: 'year', label: '年度', readOnly: true, min: 1900, max: 2199, width: 80 },
  start: {
    type: 'dateTime',
    label: '开始时间',
    required: true,
    aliases: ['时间', '会议时间', '活动时间', '日期', '开始'],
    width: 150,
  },
  end: { type: 'dateTime', label: '结束时间', aliases: ['结束'], width: 150 },
  halfDays: { type: 'integer', label: '半天数', min: 0, max: 60, unit: '个半天', width: 90 },
  place: { type: 'text', label: '地点', expected: true, aliases: ['会议地点', '活动地点'], width: 200 },
  mode: { type: 'choice', label: '举行方式', enumeration: 'eventMode', width: 110 },
  organizer: { type: 'reference', label: '组织部门（专委会）', target: 'committee', width: 180 },
  organizerText: {
    type: 'text',
    label: '其他组织单位',
    help: '不是专委会组织的写在这里，例如“区政协办公室”',
    aliases: ['组织部门', '组织单位', '主办单位'],
    width: 180,
  },
  coOrganizers: { type: 'tags', label: '承办、协办', aliases: ['承办单位', '协办单位'], width: 180 },
  subdistrictOffice: { type: 'reference', label: '街道政协工委', target: 'subdistrictOffice', width: 160 },
  chair: { type: 'reference', label: '主持人', target: 'member', width: 110 },
  chairText: { type: 'text', label: '主持人（非委员）', format: 'name', width: 130 },
  // Leaders of the district need not be members, hence words.
  leaders: { type: 'text', label: '出席领导', aliases: ['参加领导', '带队领导'], width: 200 },
  mandatory: { type: 'choice', label: '参加方式', enumeration: 'participation', width: 110 },
  signupDeadline: { type: 'dateTime', label: '报名（请假）截止', width: 150 },
  firstTopic: { type: 'boolean', label: '“第一议题”', unsearched: true, width: 100 },
  studyCount: { type: 'boolean', label: '计入学习研讨', unsearched: true, width: 110 },
  agendaItems,
  attendance,
  expectedCount: counted('应到'),
  presentCount: counted('实到'),
  leaveCount: counted('请假'),
  absentCount: counted('缺席'),
  counts,
  resolutions,
  minutesNumber: { type: 'text', label: '纪要文号', aliases: ['文号', '纪要编号'], width: 160 },
  minutes: { type: 'body', label: '纪要正文' },
  ...consultationFields,
  ...supervisionFields,
  ...visitFields,
  ...studyFields,
  ...lookBackFields,
  ...belongingFields,
  outcome: { type: 'choices', label: '成果', enumeration: 'outcome', width: 140 },
  status: {
    type: 'choice',
    label: '状态',
    required: true,
    initial: '拟办',
    enumeration: 'eventStatus',
    aliases: ['事项状态'],
    width: 90,
  },
  files: { type: 'files', label: '附件' },
  remark: { type: 'longText', label: '备注' },
};
