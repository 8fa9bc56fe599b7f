import { countCharacters } from '../text/body.ts';
import { asBody } from './body-shape.ts';
import { circleProblem } from './circle.ts';
import { rowsOutOfOrder, yearOf } from './dating.ts';
import type { Field } from './field.ts';
import { instructionRows } from './instruction-rows.ts';
import type { RecordKind } from './kind.ts';
import { joined, rowsOf, textOf } from './read-value.ts';
import type { Lookup, Problems, Values } from './record.ts';

const fields: Readonly<Record<string, Field>> = {
  title: { type: 'text', label: '题目', required: true, aliases: ['报告题目', '标题', '报告名称', '名称'], width: 340 },
  reportType: {
    type: 'choice',
    label: '报告类型',
    required: true,
    initial: '调研报告',
    enumeration: 'reportType',
    aliases: ['类型'],
    width: 100,
  },
  subject: { type: 'text', label: '课题', aliases: ['调研课题', '课题名称'], width: 220 },
  parent: { type: 'reference', label: '上级课题', target: 'researchReport', help: '子课题报告归到哪一篇', width: 200 },
  leadUnit: { type: 'text', label: '牵头单位', expected: true, aliases: ['单位', '调研单位'], width: 160 },
  committee: { type: 'reference', label: '专委会', target: 'committee', aliases: ['牵头专委会'], width: 150 },
  writers: { type: 'tags', label: '执笔人', expected: true, aliases: ['执笔', '撰稿人'], width: 130 },
  group: { type: 'references', label: '课题组成员', target: 'member', aliases: ['课题组', '调研组成员'], width: 180 },
  finishedOn: { type: 'date', label: '完成日期', expected: true, aliases: ['完成时间', '日期'], width: 120 },
  year: { type: 'year', label: '年度', readOnly: true, min: 1900, max: 2199, width: 80 },
  campaigns: { type: 'references', label: '专项', target: 'campaign', aliases: ['专项活动'], width: 140 },
  highQuality: { type: 'boolean', label: '高质量报告', unsearched: true, width: 100 },
  receivers: { type: 'text', label: '报送对象', width: 180 },
  instructions: instructionRows,
  adopted: {
    type: 'rows',
    label: '采纳情况',
    row: {
      unit: { type: 'reference', label: '采纳单位', required: true, target: 'organisation', width: 170 },
      on: { type: 'date', label: '采纳日期', expected: true, width: 120 },
      result: { type: 'longText', label: '结果', width: 240 },
    },
  },
  body: { type: 'body', label: '正文' },
  words: { type: 'integer', label: '字数', readOnly: true, computed: true, unit: '字', width: 80 },
  files: { type: 'files', label: '附件' },
  remark: { type: 'longText', label: '备注' },
};

/** 调研报告, 视察报告, 监督报告 and 建议案. */
export const researchReport: RecordKind = {
  id: 'researchReport',
  label: '调研报告',
  unit: '篇',
  group: '协商',
  purpose: '调研、视察、监督的报告和建议案。登记课题组、报送和批示，子课题归到总课题下面。',
  fields,
  title: (values) => textOf(values, 'title') || textOf(values, 'subject') || '未写题目的报告',
  subtitle: (values) => joined(textOf(values, 'reportType'), textOf(values, 'finishedOn'), textOf(values, 'leadUnit')),
  list: {
    columns: ['title', 'reportType', 'leadUnit', 'committee', 'writers', 'finishedOn', 'highQuality', 'words'],
    filters: [
      'year',
      'reportType',
      'committee',
      'leadUnit',
      'writers',
      'group',
      'finishedOn',
      'campaigns',
      'highQuality',
      'parent',
      'instructions.duty',
      'adopted.unit',
    ],
    sort: [
      ['finishedOn', 'desc'],
      ['title', 'asc'],
    ],
  },
  form: [
    {
      label: '报告',
      fields: ['title', 'reportType', 'subject', 'parent', 'leadUnit', 'committee', 'writers', 'group', 'finishedOn'],
    },
    { label: '正文', fields: ['body'] },
    { label: '报送与采纳', fields: ['receivers', 'instructions', 'adopted'] },
    { label: '归类与附件', fields: ['campaigns', 'highQuality', 'files', 'remark'] },
  ],
  search: { year: 'finishedOn', sector: 'group', names: ['writers', 'group'] },
  alike: [['title', 'reportType']],
  similar: { fields: ['title'], threshold: 0.7 },
  check: checkReport,
  warn: (values): Problems => {
    const own = textOf(values, 'finishedOn');
    const late = rowsOf(values, 'instructions').findIndex((row) => own && row.on && textOf(row, 'on') < own);
    return late >= 0 ? { [`instructions.${late}.on`]: '批示日期早于报告完成日期，请核对' } : {};
  },
  derive: (values) => ({ ...values, year: yearOf(values, 'finishedOn') ?? values.year }),
  computed: ({ values }) => {
    const body = asBody(values.body);
    return { words: body ? countCharacters(body) : undefined };
  },
  migrations: [],
};

function checkReport(values: Values, lookup: Lookup, id?: string): Problems {
  const circle = circleProblem('researchReport', 'parent', values, lookup, id);
  return {
    ...(circle ? { parent: circle } : {}),
    ...rowsOutOfOrder('instructions', rowsOf(values, 'instructions'), [
      ['on', '批示日期'],
      ['feedbackOn', '反馈日期'],
    ]),
  };
}
