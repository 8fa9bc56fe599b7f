import type { Field } from './field.ts';
import { processLog } from './process-log.ts';

/**
 * Required are title and way. 文号, 类别, 审议会议 and the days are ● in the model, but an old register of
 * regulations has them in part only, and a draft has none of them yet.
 */
export const regulationFields: Readonly<Record<string, Field>> = {
  title: {
    type: 'text',
    label: '名称',
    required: true,
    aliases: ['制度名称', '标题', '文件名称', '规章制度', '制度'],
    width: 360,
  },
  number: { type: 'text', label: '文号', aliases: ['发文字号', '文件号', '制度编号'], width: 170 },
  area: {
    type: 'choice',
    label: '类别',
    expected: true,
    enumeration: 'regulationArea',
    aliases: ['制度类别', '方面', '分类'],
    width: 140,
  },
  action: {
    type: 'choice',
    label: '制定方式',
    required: true,
    initial: '制定',
    enumeration: 'regulationAction',
    aliases: ['制修订', '制定/修订', '方式', '制定或修订'],
    width: 100,
  },
  department: {
    type: 'text',
    label: '起草部门',
    aliases: ['责任部门', '牵头部门', '起草单位'],
    width: 160,
  },
  state: {
    type: 'choice',
    label: '状态',
    initial: '起草',
    help: '从旧登记表导入、没有状态的：已通过的算现行，否则算起草',
    enumeration: 'regulationState',
    aliases: ['制度状态', '效力', '是否有效'],
    width: 100,
  },
  meetingType: {
    type: 'choice',
    label: '审议会议',
    enumeration: 'regulationMeeting',
    aliases: ['通过会议', '审议机构'],
    width: 110,
  },
  meeting: {
    type: 'reference',
    label: '会议',
    target: 'event',
    help: '在会议活动里登记了的那一次会议',
    width: 240,
  },
  passedOn: { type: 'date', label: '通过日期', aliases: ['通过时间', '审议通过日期'], width: 120 },
  issuedOn: { type: 'date', label: '印发日期', aliases: ['印发时间', '发文日期'], width: 120 },
  effectiveOn: { type: 'date', label: '生效日期', aliases: ['施行日期', '生效时间', '施行时间'], width: 120 },
  repealedOn: { type: 'date', label: '废止日期', aliases: ['废止时间', '失效日期'], width: 120 },
  important: {
    type: 'boolean',
    label: '重要文件',
    help: '年报“审议通过重要文件”按它数',
    aliases: ['是否重要文件'],
    unsearched: true,
    width: 100,
  },
  previous: {
    type: 'reference',
    label: '前一版本',
    target: 'regulation',
    aliases: ['原制度', '原文件', '被修订的制度'],
    width: 260,
  },
  changes: { type: 'longText', label: '修订要点', aliases: ['修订内容', '修改说明', '主要修改'] },
  body: { type: 'body', label: '全文' },
  year: { type: 'year', label: '年度', readOnly: true, min: 1900, max: 2199, width: 80 },
  log: processLog,
  campaigns: { type: 'references', label: '专项', target: 'campaign', aliases: ['专项活动'], width: 160 },
  files: { type: 'files', label: '附件' },
  remark: { type: 'longText', label: '备注' },
};
