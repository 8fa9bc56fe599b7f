import type { RecordKind } from './kind.ts';
import { organisation } from './organisation.ts';
import { joined, numberOf, targetTitle, textOf } from './read-value.ts';
import type { Problems, Values } from './record.ts';

/** 民生实事: the list of things to be done for the people, each with a leader and a unit that answers for it. */
export const livelihoodItem: RecordKind = {
  id: 'livelihoodItem',
  label: '民生实事',
  unit: '件',
  group: '履职',
  purpose: '“我为群众办实事”的项目清单。分到领导、单位和街道，一件一件办结，就是工作台账。',
  fields: {
    title: {
      type: 'text',
      label: '事项',
      required: true,
      aliases: ['名称', '项目', '实事项目', '实事名称', '事项名称', '民生实事'],
      width: 320,
    },
    year: { type: 'year', label: '年度', expected: true, min: 1900, max: 2199, aliases: ['年份'], width: 80 },
    level: { type: 'choice', label: '级别', enumeration: 'level', aliases: ['层级'], width: 90 },
    source: { type: 'text', label: '来源', aliases: ['问题来源', '提出人', '诉求来源'], width: 180 },
    subdistrictOffice: {
      type: 'reference',
      label: '街道',
      target: 'subdistrictOffice',
      aliases: ['所在街道', '涉及街道'],
      width: 150,
    },
    community: {
      type: 'reference',
      label: '社区（村）',
      target: 'community',
      aliases: ['社区', '村'],
      width: 150,
    },
    leader: { type: 'text', label: '分包领导', aliases: ['牵头领导', '责任领导', '包联领导'], width: 120 },
    responsible: {
      type: 'reference',
      label: '责任单位',
      expected: true,
      target: 'organisation',
      aliases: ['承办单位', '牵头单位', '责任部门'],
      width: 190,
    },
    due: { type: 'date', label: '完成时限', aliases: ['时限', '完成期限', '办结时限'], width: 120 },
    state: {
      type: 'choice',
      label: '进展',
      required: true,
      initial: '未启动',
      enumeration: 'resolutionState',
      aliases: ['状态', '完成情况', '办理状态'],
      width: 90,
    },
    doneOn: { type: 'date', label: '办结日期', aliases: ['完成日期', '完成时间'], width: 120 },
    result: { type: 'longText', label: '办理结果', aliases: ['办理情况', '进展情况', '成效'] },
    campaigns: { type: 'references', label: '专项', target: 'campaign', aliases: ['专项活动'], width: 160 },
    files: { type: 'files', label: '附件' },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values) => textOf(values, 'title') || '未命名的民生实事',
  subtitle: (values, lookup) => {
    const year = numberOf(values, 'year');
    return joined(
      year === undefined ? '' : `${year}年`,
      targetTitle(organisation, values.responsible, lookup),
      textOf(values, 'state'),
    );
  },
  list: {
    columns: ['title', 'year', 'subdistrictOffice', 'leader', 'responsible', 'due', 'state', 'doneOn'],
    filters: ['year', 'state', 'subdistrictOffice', 'community', 'responsible', 'level', 'leader', 'due', 'campaigns'],
    sort: [
      ['year', 'desc'],
      ['due', 'asc'],
    ],
  },
  form: [
    { label: '事项', fields: ['title', 'year', 'level', 'source', 'subdistrictOffice', 'community'] },
    { label: '责任', fields: ['leader', 'responsible', 'due'] },
    { label: '办理', fields: ['state', 'doneOn', 'result'] },
    { label: '归类与附件', fields: ['campaigns', 'files', 'remark'] },
  ],
  search: { year: 'year', names: ['leader'] },
  alike: [['title', 'year']],
  similar: { fields: ['title'], threshold: 0.75 },
  warn: warnItem,
  migrations: [],
};

function warnItem(values: Values): Problems {
  const state = textOf(values, 'state');
  if (state === '完成' && !values.doneOn) return { doneOn: '已经完成的，请填办结日期' };
  if (values.doneOn && state !== '完成') return { state: `填了办结日期，进展却是“${state}”，请核对` };
  return {};
}
