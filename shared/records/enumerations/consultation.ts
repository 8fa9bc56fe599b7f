import type { Enumeration } from './enumeration.ts';
import { fixedWords, withAliases, withNotes, words } from './word-list.ts';

/** Subtypes of the category 协商 are forms of consultation; a plenary is one only besides being a meeting. */
export const CONSULT_FORMS =
  '全体会议协商 专题议政性常委会 常委会协商 主席会议协商 专题协商会 对口协商 界别协商 提案办理协商 远程协商 政党协商 ' +
  '有事好商量 微协商';
export const SUPERVISION_FORMS = '会议监督 视察监督 提案监督 信息监督 民主评议 协商式监督 委派监督 专项民主监督 微监督';

/** 协商, 监督, 走访, 四单 and 意见建议 (domain A.3, E.5, E.6). */
export const consultationEnumerations: readonly Enumeration[] = [
  {
    id: 'consultForm',
    label: '协商形式',
    values: withAliases(fixedWords(CONSULT_FORMS), {
      专题协商会: ['专题协商座谈会', '专题协商'],
      对口协商: ['专委会对口协商', '对口协商会'],
      提案办理协商: ['提案办理协商会'],
      远程协商: ['网络协商'],
      有事好商量: ['有事来协商', '请你来协商', '协商议事'],
      微协商: ['社区协商'],
    }),
  },
  {
    id: 'supervisionForm',
    label: '监督形式',
    values: withAliases(fixedWords(SUPERVISION_FORMS), { 委派监督: ['委派监督员监督'] }),
  },
  {
    id: 'consultLevel',
    label: '协商层级',
    values: withAliases(fixedWords('区级 街道 社区（村） 企业'), {
      区级: ['区'],
      '社区（村）': ['社区', '村', '社区/村'],
    }),
  },
  { id: 'visitTarget', label: '走访对象', values: fixedWords('委员 党外委员 企业 群众') },
  {
    id: 'attendancePart',
    label: '承担工作',
    values: words('执笔人 主讲人 课题组成员 提供资源'),
  },
  {
    id: 'topicState',
    label: '议题状态',
    values: fixedWords(
      '已收集 已梳理 不属协商范围 转社情民意 转提案线索 已合并 入议题清单 已认领 列入计划 已邀请部门 协商中 形成意见 已交办 办理中 ' +
        '已办结 已反馈 已评价 未采纳 归档',
    ),
  },
  {
    id: 'topicSource',
    label: '议题来源',
    values: fixedWords('群众点单 党委点题 政府出题 政协列题 委员荐题 街道报送'),
  },
  { id: 'urgency', label: '紧急程度', values: words('一般 较急 紧急') },
  {
    id: 'suggestionState',
    label: '建议状态',
    values: withAliases(fixedWords('待转 已转办 办理中 已答复 跟踪 办结 不予采纳'), {
      待转: ['未转办', '待转办'],
      已转办: ['转办', '已交办'],
      已答复: ['答复'],
      办结: ['已办结', '完成', '已完成'],
      不予采纳: ['不采纳'],
    }),
  },
  {
    id: 'suggestionSource',
    label: '建议来源',
    values: withAliases(fixedWords('协商 监督 调研 视察 座谈 走访 会议发言 社情民意 提案'), {
      座谈: ['座谈会'],
      会议发言: ['大会发言', '发言'],
    }),
  },
  {
    id: 'suggestionKind',
    label: '建议性质',
    values: withAliases(fixedWords('意见建议 问题诉求'), { 意见建议: ['建议', '意见'], 问题诉求: ['问题', '诉求'] }),
  },
  {
    id: 'adoptionResult',
    label: '采纳情况',
    values: withAliases(fixedWords('采纳 部分采纳 列入计划 留作参考 未采纳'), {
      采纳: ['已采纳', '全部采纳'],
      未采纳: ['不采纳', '不予采纳'],
    }),
  },
  {
    id: 'receiptState',
    label: '收条状态',
    values: withNotes(fixedWords('未送达 已送达 已签收'), { 已送达: '已经送达，还没有签收' }),
  },
  { id: 'conversionType', label: '转化形式', values: fixedWords('政策文件 项目 措施') },
];
