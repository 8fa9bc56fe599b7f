import type { Enumeration, EnumerationValue } from './enumeration.ts';

const grouped = (group: string, list: string): EnumerationValue[] => list.split(' ').map((value) => ({ value, group }));

/** A type that occurs in two categories (座谈会) stands once: what is stored is the type, the category stands beside it. */
const SUBTYPES: readonly EnumerationValue[] = [
  ...grouped(
    '会议',
    '全体会议 预备会议 主席团会议 分组讨论 常委会会议 主席会议 党组会议 秘书长会议 专委会会议 界别会议 街道政协工委会议 座谈会 推进会 ' +
      '政情通报会 表彰会 评审会 其他会议',
  ),
  ...grouped(
    '协商',
    '专题议政性常委会 常委会协商 主席会议协商 专题协商会 对口协商 界别协商 提案办理协商 远程协商 政党协商 有事好商量 微协商',
  ),
  ...grouped('监督', '视察监督 提案监督 信息监督 民主评议 协商式监督 委派监督 专项民主监督 微监督'),
  ...grouped('活动', '视察 考察 调研 微调研 联谊 公益义诊 志愿服务 读书活动 观摩 值班接待 其他活动'),
  ...grouped('学习培训', '学习研讨 培训 党课 讲座'),
  ...grouped('走访', '走访委员 走访企业 走访群众'),
];

const ALIASES: Readonly<Record<string, readonly string[]>> = {
  全体会议: ['全会', '大会'],
  常委会会议: ['常委会', '常委会议', '常务委员会会议'],
  街道政协工委会议: ['街道工委会议'],
  政情通报会: ['区情通报会'],
  微协商: ['社区协商'],
};

export const eventEnumerations: readonly Enumeration[] = [
  {
    id: 'eventCategory',
    label: '履职事项大类',
    values: ['会议', '协商', '监督', '活动', '学习培训', '走访'].map((value) => ({ value })),
  },
  {
    id: 'eventSubtype',
    label: '履职事项类型',
    values: SUBTYPES.map((item) => {
      const aliases = ALIASES[item.value];
      return aliases ? { ...item, aliases } : item;
    }),
  },
  {
    id: 'participation',
    label: '参加方式',
    values: [{ value: '必须参加', note: '缺席影响履职计分' }, { value: '报名参加' }],
  },
  { id: 'eventMode', label: '举行方式', values: [{ value: '线下' }, { value: '线上' }, { value: '线上线下结合' }] },
  {
    id: 'eventStatus',
    label: '事项状态',
    values: ['拟办', '已通知', '进行中', '已结束', '已归档', '延期', '取消'].map((value) => ({ value })),
  },
  {
    id: 'outcome',
    label: '成果形式',
    values: ['纪要', '调研报告', '视察报告', '建议案', '社情民意', '简报'].map((value) => ({ value })),
  },
  {
    id: 'attendanceRole',
    label: '出席身份',
    values: [
      { value: '应出席', aliases: ['出席'] },
      { value: '列席' },
      { value: '特邀' },
      { value: '主持' },
      { value: '主讲' },
      { value: '执笔' },
      { value: '工作人员' },
    ],
  },
  {
    // 请假 and 缺席 must stay apart: schemes deduct differently for the two.
    id: 'attendanceState',
    label: '出席状态',
    values: [
      { value: '待确认' },
      { value: '确认参加' },
      { value: '出席', aliases: ['到会', '实到', '已到', '√'] },
      { value: '迟到' },
      { value: '早退' },
      { value: '请假待批' },
      { value: '请假（已批）', aliases: ['请假', '请假(已批)', '已请假', '准假'] },
      { value: '请假（未批）', aliases: ['请假(未批)', '不准假'] },
      { value: '缺席', aliases: ['未到', '无故缺席'] },
      { value: '不参加', note: '非必须参加的事项' },
    ],
  },
  {
    id: 'leaveType',
    label: '请假类型',
    values: [
      { value: '公务冲突', aliases: ['公务'] },
      { value: '出差', aliases: ['因公出差'] },
      { value: '出国（境）', aliases: ['出国', '出境', '出国(境)'] },
      { value: '生病', aliases: ['病假', '因病'] },
      { value: '家事', aliases: ['事假'] },
      { value: '其他', aliases: ['其它'] },
    ],
  },
  { id: 'speechForm', label: '发言方式', values: [{ value: '口头' }, { value: '书面' }, { value: '即席' }] },
  {
    id: 'agendaConclusion',
    label: '议题结论',
    values: ['听取', '审议通过', '原则通过', '协商', '暂缓', '书面审议'].map((value) => ({ value })),
  },
  {
    id: 'resolutionState',
    label: '议定事项进展',
    values: ['未启动', '进行中', '完成', '延期', '取消'].map((value) => ({ value })),
  },
];
