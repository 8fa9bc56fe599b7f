import type { Field } from './field.ts';
import { processLog } from './process-log.ts';

/** 来源: what the suggestion came out of; one of them is filled. */
const sourceFields: Readonly<Record<string, Field>> = {
  event: { type: 'reference', label: '来源会议活动', target: 'event', aliases: ['会议', '活动'], width: 220 },
  opinion: { type: 'reference', label: '来源社情民意', target: 'opinion', width: 200 },
  proposal: { type: 'reference', label: '来源提案', target: 'proposal', width: 200 },
  report: { type: 'reference', label: '来源报告', target: 'researchReport', width: 200 },
  topic: { type: 'reference', label: '来源议题', target: 'topic', width: 200 },
  sourceType: {
    type: 'choice',
    label: '来源类型',
    enumeration: 'suggestionSource',
    help: '留空时按所选来源判断',
    aliases: ['来源'],
    width: 100,
  },
  seq: {
    type: 'integer',
    label: '序号',
    min: 1,
    max: 99_999,
    help: '同一来源内的第几条，留空时接着编',
    unsearched: true,
    width: 70,
  },
};

/** 收条: the department signs that it has the suggestion. */
const receiptFields: Readonly<Record<string, Field>> = {
  mainUnit: {
    type: 'reference',
    label: '主责单位',
    target: 'organisation',
    aliases: ['责任单位', '转办单位', '承办单位', '主办单位'],
    width: 160,
  },
  coUnits: { type: 'references', label: '配合单位', target: 'organisation', aliases: ['协办单位'], width: 160 },
  deliveredOn: { type: 'date', label: '送达日期', aliases: ['转办日期', '交办日期'], width: 120 },
  receiptNumber: { type: 'text', label: '收条编号', width: 130 },
  receiptSigner: { type: 'text', label: '签收人', format: 'name', width: 90 },
  receiptOn: { type: 'date', label: '签收日期', width: 120 },
  receiptState: {
    type: 'choice',
    label: '收条',
    readOnly: true,
    computed: true,
    enumeration: 'receiptState',
    width: 90,
  },
  due: { type: 'date', label: '答复时限', aliases: ['解决时限', '办理期限', '完成时限'], width: 120 },
};

export const suggestionFields: Readonly<Record<string, Field>> = {
  ...sourceFields,
  suggestionKind: {
    type: 'choice',
    label: '性质',
    required: true,
    initial: '意见建议',
    enumeration: 'suggestionKind',
    aliases: ['建议类型'],
    width: 100,
  },
  text: {
    type: 'longText',
    label: '内容',
    required: true,
    aliases: ['意见建议', '建议内容', '问题', '问题建议'],
    width: 420,
  },
  proposers: { type: 'references', label: '提出委员', target: 'member', aliases: ['提出人', '委员'], width: 140 },
  proposerName: {
    type: 'text',
    label: '提出人（非委员）',
    help: '群众、企业等，例如“居民代表”',
    width: 140,
  },
  domain: { type: 'choice', label: '领域', enumeration: 'issueCategory', aliases: ['类别'], width: 110 },
  year: { type: 'year', label: '年度', readOnly: true, min: 1900, max: 2199, width: 80 },
  ...receiptFields,
  onTheSpot: {
    type: 'boolean',
    label: '现场答复',
    help: '部门在会上当场答复的',
    unsearched: true,
    width: 90,
  },
  repliedOn: { type: 'date', label: '答复日期', width: 120 },
  reply: { type: 'longText', label: '答复内容', aliases: ['办理情况', '答复'], width: 280 },
  state: {
    type: 'choice',
    label: '办理状态',
    required: true,
    initial: '待转',
    enumeration: 'suggestionState',
    aliases: ['状态', '办理进度'],
    width: 100,
  },
  adoption: { type: 'choice', label: '采纳情况', enumeration: 'adoptionResult', aliases: ['采纳'], width: 100 },
  notAdoptedReason: { type: 'text', label: '不采纳原因', aliases: ['未采纳原因'], width: 200 },
  conversions: {
    type: 'rows',
    label: '转化成果',
    row: {
      type: { type: 'choice', label: '形式', required: true, enumeration: 'conversionType', width: 100 },
      title: { type: 'text', label: '名称', required: true, width: 260 },
      on: { type: 'date', label: '日期', expected: true, width: 120 },
      evidence: { type: 'files', label: '佐证', width: 140 },
    },
  },
  livelihoodItem: { type: 'reference', label: '列入民生实事', target: 'livelihoodItem', width: 180 },
  campaigns: { type: 'references', label: '专项', target: 'campaign', width: 140 },
  log: processLog,
  files: { type: 'files', label: '附件', help: '收条、答复件' },
  remark: { type: 'longText', label: '备注' },
};
