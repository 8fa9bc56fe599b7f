import type { Field } from './field.ts';

/** 承办: one row a unit and handing-over; a case handed back and given to another unit keeps both rows. */
const assignments: Field = {
  type: 'rows',
  label: '承办',
  row: {
    unit: {
      type: 'reference',
      label: '承办单位',
      required: true,
      target: 'organisation',
      aliases: ['承办部门', '办理单位'],
      width: 170,
    },
    role: {
      type: 'choice',
      label: '角色',
      required: true,
      initial: '主办',
      enumeration: 'assignmentRole',
      aliases: ['承办类型', '办理类型'],
      width: 80,
    },
    batch: { type: 'text', label: '交办批次', width: 120 },
    handedOn: { type: 'date', label: '交办日期', expected: true, aliases: ['交办时间'], width: 120 },
    receivedOn: { type: 'date', label: '签收日期', aliases: ['签收时间'], width: 120 },
    due: {
      type: 'date',
      label: '办理期限',
      aliases: ['答复期限', '办理时限'],
      help: '交办后三个月（条例）',
      width: 120,
    },
    extensionReason: { type: 'longText', label: '延期理由', width: 160 },
    extensionApprover: { type: 'text', label: '延期批准人', width: 110 },
    extendedTo: { type: 'date', label: '延期至', help: '最长不超过交办后六个月', width: 120 },
    returnedOn: { type: 'date', label: '退办日期', width: 120 },
    returnReason: { type: 'longText', label: '退办理由', width: 160 },
    returnResult: { type: 'text', label: '退办处理', width: 140 },
    coOpinionOn: { type: 'date', label: '会办意见送主办', width: 130 },
    state: {
      type: 'choice',
      label: '承办状态',
      required: true,
      initial: '待签收',
      enumeration: 'assignmentState',
      width: 100,
    },
  },
};

const replies: Field = {
  type: 'rows',
  label: '答复',
  row: {
    unit: { type: 'reference', label: '答复单位', expected: true, target: 'organisation', width: 170 },
    number: { type: 'text', label: '答复字号', aliases: ['答复文号', '复函文号'], width: 150 },
    title: { type: 'text', label: '答复标题', width: 240 },
    text: { type: 'longText', label: '答复正文', width: 240 },
    class: {
      type: 'choice',
      label: '答复类别',
      expected: true,
      aliases: ['办理结果类别', '办复类别', '答复类型'],
      enumeration: 'replyClass',
      width: 90,
    },
    signer: { type: 'text', label: '签发人', format: 'name', width: 90 },
    contact: { type: 'text', label: '联系人', format: 'name', width: 90 },
    tel: { type: 'text', label: '联系电话', format: 'phone', unsearched: true, width: 120 },
    repliedOn: {
      type: 'date',
      label: '答复日期',
      expected: true,
      aliases: ['办复日期', '答复时间', '办复时间'],
      width: 120,
    },
    contactWays: { type: 'choices', label: '沟通方式', enumeration: 'contactWay', width: 130 },
    contactCount: { type: 'integer', label: '沟通次数', min: 0, max: 1000, unit: '次', width: 90 },
    isOpen: { type: 'boolean', label: '公开', unsearched: true, width: 70 },
    review: { type: 'choice', label: '审核', initial: '待审', enumeration: 'replyReview', width: 90 },
    reviewNote: { type: 'longText', label: '审核意见', width: 160 },
    round: { type: 'integer', label: '第几次办理', initial: 1, min: 1, max: 20, unsearched: true, width: 100 },
  },
};

/** 征询: every proposer is asked, those who merely signed along are not. */
const feedback: Field = {
  type: 'rows',
  label: '征询意见',
  row: {
    member: { type: 'reference', label: '提案人', target: 'member', width: 110 },
    name: { type: 'text', label: '姓名（非委员）', format: 'name', width: 120 },
    unit: { type: 'reference', label: '所评单位', target: 'organisation', width: 160 },
    attitude: {
      type: 'choice',
      label: '办理态度',
      expected: true,
      aliases: ['态度满意度', '对办理态度'],
      enumeration: 'satisfaction',
      width: 100,
    },
    result: {
      type: 'choice',
      label: '办理结果',
      expected: true,
      aliases: ['满意度', '满意情况', '征询结果', '提案人意见', '对办理结果'],
      enumeration: 'satisfaction',
      width: 100,
    },
    heardBy: { type: 'choice', label: '听取意见方式', enumeration: 'contactWay', width: 120 },
    targeted: { type: 'choice', label: '针对性', enumeration: 'replyTargeted', width: 100 },
    leaderReplied: { type: 'boolean', label: '分管领导答复', unsearched: true, width: 110 },
    opinion: { type: 'longText', label: '意见', width: 200 },
    on: { type: 'date', label: '征询日期', expected: true, aliases: ['反馈日期', '征询时间'], width: 120 },
    round: { type: 'integer', label: '第几次办理', initial: 1, min: 1, max: 20, unsearched: true, width: 100 },
  },
};

const evaluations: Field = {
  type: 'rows',
  label: '双向评价',
  help: '背靠背评价：承办单位评提案质量，提案人评办理质量',
  row: {
    direction: { type: 'choice', label: '评价方向', required: true, enumeration: 'evaluationDirection', width: 110 },
    unit: { type: 'reference', label: '承办单位', target: 'organisation', width: 160 },
    member: { type: 'reference', label: '提案人', target: 'member', width: 110 },
    score: { type: 'decimal', label: '得分', min: 0, max: 100, unit: '分', width: 80 },
    grade: { type: 'choice', label: '等次', enumeration: 'evaluationGrade', width: 90 },
    comment: { type: 'longText', label: '评语', width: 200 },
    on: { type: 'date', label: '评价日期', width: 120 },
  },
};

const followUps: Field = {
  type: 'rows',
  label: '督办与回头看',
  row: {
    form: { type: 'choice', label: '形式', required: true, enumeration: 'followUpForm', width: 110 },
    unit: { type: 'reference', label: '所催单位', target: 'organisation', width: 160 },
    on: { type: 'date', label: '督办日期', expected: true, width: 120 },
    leaders: { type: 'text', label: '参加领导、委员', width: 180 },
    problem: { type: 'longText', label: '存在问题', width: 200 },
    result: { type: 'longText', label: '处理结果', width: 200 },
    event: { type: 'reference', label: '会议活动', target: 'event', width: 180 },
  },
};

/** 办理: what comes after filing. */
export const handlingFields: Readonly<Record<string, Field>> = {
  assignments,
  replies,
  feedback,
  evaluations,
  followUps,
  suggestionCount: {
    type: 'integer',
    label: '建议条数',
    min: 0,
    max: 1000,
    unit: '条',
    help: '没有逐条登记意见建议时填写，用来算采纳率',
    unsearched: true,
    width: 90,
  },
  adoptedCount: { type: 'integer', label: '采纳条数', min: 0, max: 1000, unit: '条', unsearched: true, width: 90 },
};
