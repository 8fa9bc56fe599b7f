import type { Enumeration } from './enumeration.ts';
import { fixedWords, words } from './word-list.ts';

/** Lists of 机关: plans, regulations, official documents. */
export const officeEnumerations: readonly Enumeration[] = [
  {
    id: 'planType',
    label: '计划类型',
    values: [
      { value: '年度协商计划', fixed: true, aliases: ['协商计划'] },
      { value: '街道年度计划', fixed: true, aliases: ['街道计划', '街道政协工委年度计划'] },
      { value: '界别计划', fixed: true, aliases: ['界别年度计划', '界别活动计划'] },
      { value: '专委会要点', fixed: true, aliases: ['专委会工作要点', '专委会计划'] },
    ],
  },
  {
    // 事前有请示: topics of consultation are reported to the party committee before they stand in the plan.
    id: 'planApproval',
    label: '报批情况',
    values: [
      { value: '拟列', fixed: true, aliases: ['拟定'] },
      { value: '报党委同意', aliases: ['党委同意', '已报党委', '报区委同意'] },
      { value: '已列入', aliases: ['列入', '已列入计划'] },
    ],
  },
  {
    // The six areas of the annual report; the office words them as it does in its own.
    id: 'regulationArea',
    label: '制度类别',
    values: [
      { value: '会议制度', aliases: ['会议'] },
      { value: '委员履职管理', aliases: ['委员管理', '履职管理'] },
      { value: '提案与协商监督', aliases: ['提案工作', '协商监督'] },
      { value: '社情民意与文史', aliases: ['社情民意', '文史工作'] },
      { value: '机关党建与纪律', aliases: ['机关党建', '党建'] },
      { value: '机关内务', note: '办文、办会、保密、档案、财务、后勤', aliases: ['机关管理', '内务'] },
    ],
  },
  {
    id: 'regulationAction',
    label: '制定方式',
    values: [
      { value: '制定', fixed: true, aliases: ['新制定', '新建', '新订'] },
      { value: '修订', fixed: true, aliases: ['修改', '修订完善'] },
      { value: '废止', fixed: true },
    ],
  },
  {
    id: 'regulationMeeting',
    label: '审议会议',
    values: [
      { value: '常委会', fixed: true, aliases: ['常委会会议', '常委会议', '常务委员会'] },
      { value: '主席会议', aliases: ['主席会'] },
      { value: '党组会', aliases: ['党组会议'] },
    ],
  },
  {
    id: 'regulationState',
    label: '制度状态',
    values: [
      { value: '起草', fixed: true, aliases: ['拟稿', '草案'] },
      { value: '征求意见', fixed: true, aliases: ['征求意见稿'] },
      { value: '审议', fixed: true, aliases: ['提请审议'] },
      { value: '通过', fixed: true, aliases: ['审议通过'] },
      { value: '印发', fixed: true, aliases: ['已印发'] },
      { value: '现行', fixed: true, aliases: ['有效', '现行有效', '施行'] },
      { value: '被修订', fixed: true, aliases: ['已修订'] },
      { value: '废止', fixed: true, aliases: ['已废止', '失效'] },
    ],
  },
  {
    id: 'docType',
    label: '文种',
    values: [
      ...words('通知'),
      { value: '请示', fixed: true },
      { value: '报告', fixed: true },
      { value: '述职报告', fixed: true, aliases: ['年度述职报告', '年度述职'] },
      { value: '函' },
      { value: '会议纪要', aliases: ['纪要'] },
      ...words('建议案 视察报告 调研报告 简报 信息专刊 委员建言 增刊'),
      ...words('提案 提案转办单 答复函 征询意见表 督办通知 公告 名单 日程 议程 评议表'),
      { value: '其他', aliases: ['其它'] },
    ],
  },
  { id: 'reportState', label: '报告稿状态', values: fixedWords('草稿 定稿') },
  { id: 'docState', label: '公文状态', values: fixedWords('拟稿 核稿 会签 签发 编号 印制 归档') },
];
