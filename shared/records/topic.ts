import { circleProblem } from './circle.ts';
import { pointingAt } from './counting.ts';
import { yearOf } from './dating.ts';
import type { Field } from './field.ts';
import type { RecordKind } from './kind.ts';
import { processLog } from './process-log.ts';
import { quarterOf } from './quarter.ts';
import { joined, numberOf, targetTitle, textOf } from './read-value.ts';
import type { Lookup, Problems, Values } from './record.ts';
import { subdistrictOffice } from './subdistrict-office.ts';

const fields: Readonly<Record<string, Field>> = {
  title: {
    type: 'text',
    label: '议题',
    required: true,
    aliases: ['标题', '议题名称', '协商议题', '诉求'],
    width: 320,
  },
  source: {
    type: 'choice',
    label: '议题来源',
    required: true,
    initial: '群众点单',
    enumeration: 'topicSource',
    aliases: ['来源'],
    width: 100,
  },
  raisedBy: { type: 'text', label: '提出人', help: '群众代表可以不具名', aliases: ['反映人', '点单人'], width: 120 },
  anonymous: { type: 'boolean', label: '不具名', unsearched: true, width: 80 },
  raisedOn: { type: 'date', label: '提出日期', expected: true, aliases: ['收集日期', '日期', '点单日期'], width: 120 },
  year: { type: 'year', label: '年度', readOnly: true, min: 1900, max: 2199, width: 80 },
  subdistrictOffice: {
    type: 'reference',
    label: '街道政协工委',
    expected: true,
    target: 'subdistrictOffice',
    aliases: ['街道'],
    width: 150,
  },
  community: { type: 'reference', label: '社区（村）', target: 'community', aliases: ['社区', '村'], width: 130 },
  category: { type: 'choice', label: '类别', enumeration: 'issueCategory', width: 110 },
  urgency: { type: 'choice', label: '紧急程度', enumeration: 'urgency', aliases: ['紧急度'], width: 90 },
  description: { type: 'longText', label: '情况', aliases: ['议题内容', '内容'], width: 280 },
  mergedInto: { type: 'reference', label: '合并到', target: 'topic', width: 180 },
  claimedBy: { type: 'references', label: '认领委员', target: 'member', aliases: ['买单委员'], width: 160 },
  convenor: { type: 'text', label: '召集人', format: 'name', width: 100 },
  units: { type: 'references', label: '承接部门', target: 'organisation', aliases: ['接单部门'], width: 180 },
  plannedQuarter: {
    type: 'text',
    label: '计划季度',
    format: 'quarter',
    help: '例如“2024年二季度”',
    aliases: ['季度'],
    unsearched: true,
    width: 100,
  },
  consultCount: { type: 'integer', label: '协商次数', readOnly: true, computed: true, unit: '次', width: 90 },
  solvedCount: {
    type: 'integer',
    label: '解决问题',
    min: 0,
    max: 100_000,
    unit: '件',
    aliases: ['解决问题数', '解决件数'],
    width: 90,
  },
  satisfaction: { type: 'choice', label: '群众评价', enumeration: 'satisfaction', width: 100 },
  reasonNotAdopted: { type: 'text', label: '未采纳原因', help: '条件不具备、不属协商范围的说明', width: 200 },
  state: {
    type: 'choice',
    label: '状态',
    required: true,
    initial: '已收集',
    enumeration: 'topicState',
    aliases: ['议题状态', '办理状态'],
    width: 110,
  },
  campaigns: { type: 'references', label: '专项', target: 'campaign', width: 140 },
  log: processLog,
  files: { type: 'files', label: '附件', help: '议题清单、协商意见、反馈照片' },
  remark: { type: 'longText', label: '备注' },
};

/** 协商议题, by the four lists: 群众点单、委员买单、协商接单、跟进查单. */
export const topic: RecordKind = {
  id: 'topic',
  label: '协商议题',
  unit: '个',
  group: '协商',
  purpose: '“四单”里的议题：群众点单、委员买单、协商接单、跟进查单。每季到社区收一次，谈成的盯到群众评价。',
  fields,
  title: (values) => textOf(values, 'title') || '未写标题的议题',
  subtitle: (values, lookup) =>
    joined(
      targetTitle(subdistrictOffice, values.subdistrictOffice, lookup),
      textOf(values, 'source'),
      textOf(values, 'state'),
    ),
  list: {
    columns: [
      'title',
      'source',
      'subdistrictOffice',
      'community',
      'raisedOn',
      'claimedBy',
      'units',
      'plannedQuarter',
      'consultCount',
      'solvedCount',
      'state',
    ],
    filters: [
      'year',
      'state',
      'source',
      'subdistrictOffice',
      'community',
      'category',
      'urgency',
      'claimedBy',
      'units',
      'plannedQuarter',
      'satisfaction',
      'raisedOn',
      'consultCount',
      'campaigns',
    ],
    sort: [
      ['raisedOn', 'desc'],
      ['title', 'asc'],
    ],
  },
  form: [
    {
      label: '点单',
      fields: [
        'title',
        'source',
        'raisedBy',
        'anonymous',
        'raisedOn',
        'subdistrictOffice',
        'community',
        'category',
        'urgency',
        'description',
        'state',
      ],
    },
    { label: '梳理与买单', fields: ['mergedInto', 'claimedBy', 'convenor', 'plannedQuarter'] },
    { label: '接单与查单', fields: ['units', 'solvedCount', 'satisfaction', 'reasonNotAdopted'] },
    { label: '归类与附件', fields: ['campaigns', 'files', 'remark'] },
  ],
  search: { year: 'raisedOn', names: ['raisedBy', 'claimedBy', 'convenor'] },
  alike: [['title', 'subdistrictOffice', 'community']],
  similar: { fields: ['title'], threshold: 0.6 },
  check: checkTopic,
  warn: warnTopic,
  derive: (values) => ({
    ...values,
    year: yearOf(values, 'raisedOn') ?? values.year,
    plannedQuarter: quarterOf(textOf(values, 'plannedQuarter')) ?? values.plannedQuarter,
  }),
  computed: ({ id }, { list }) => (list ? { consultCount: pointingAt(list('event'), 'topics', id).length } : {}),
  process: { machine: 'topic', field: 'state', log: 'log' },
  migrations: [],
};

function checkTopic(values: Values, lookup: Lookup, id?: string): Problems {
  const problems: Record<string, string> = {};
  const state = textOf(values, 'state');
  if (state === '已合并' && !values.mergedInto) problems.mergedInto = '已合并的，请选合并到哪个议题';
  const circle = circleProblem('topic', 'mergedInto', values, lookup, id);
  if (circle) problems.mergedInto = circle;
  if ((state === '未采纳' || state === '不属协商范围') && !values.reasonNotAdopted) {
    problems.reasonNotAdopted = `“${state}”的，请写明原因`;
  }
  const quarter = textOf(values, 'plannedQuarter');
  if (quarter && !quarterOf(quarter)) problems.plannedQuarter = '计划季度请写成“2024年二季度”这样';
  return problems;
}

function warnTopic(values: Values, lookup: Lookup): Problems {
  const warnings: Record<string, string> = {};
  const state = textOf(values, 'state');
  if (values.mergedInto && state !== '已合并' && state !== '归档') {
    warnings.mergedInto = `填了合并到的议题，状态却是“${state}”`;
  }
  if (state === '已评价' && !values.satisfaction) warnings.satisfaction = '已评价的，请填群众评价';
  const office = lookup('community', textOf(values, 'community'))?.values.subdistrictOffice;
  if (office && values.subdistrictOffice && office !== values.subdistrictOffice) {
    warnings.community = '所选社区不属于这个街道，请核对';
  }
  if ((numberOf(values, 'solvedCount') ?? 0) > 0 && state === '已收集') {
    warnings.solvedCount = '已经解决问题的议题，状态还是“已收集”';
  }
  return warnings;
}
