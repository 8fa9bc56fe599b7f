import type { RecordKind } from './kind.ts';
import { joined, numberOf, textOf } from './read-value.ts';
import type { Problems, Values } from './record.ts';

/**
 * 工作报告稿: text with places for figures ({SQ.IN}), and what each figure was when it was last put in. The words of a
 * figure change only when the clerk takes the new number: a report that is read out must not change by itself.
 */
export const report: RecordKind = {
  id: 'report',
  label: '工作报告稿',
  unit: '份',
  group: '机关',
  purpose: '常委会工作报告等年度文稿。文中的数从台账里取，数变了会提示。在“成果·工作报告”里起草最方便。',
  fields: {
    title: { type: 'text', label: '标题', required: true, aliases: ['报告标题', '名称'], width: 360 },
    year: {
      type: 'year',
      label: '年度',
      required: true,
      help: '报告说的是哪一年的工作',
      min: 1950,
      max: 2199,
      aliases: ['报告年度', '年份'],
      width: 90,
    },
    from: { type: 'date', label: '数从哪天起', help: '留空就是全年', aliases: ['起始日期'], width: 120 },
    to: { type: 'date', label: '数到哪天止', help: '留空就是全年', aliases: ['截止日期'], width: 120 },
    body: {
      type: 'longText',
      label: '正文',
      help: '“一、”“（一）”开头的短行是标题；{SQ.IN} 这样的地方填指标的数',
      aliases: ['内容', '报告正文'],
      width: 320,
    },
    state: { type: 'choice', label: '状态', required: true, initial: '草稿', enumeration: 'reportState', width: 90 },
    taken: {
      type: 'rows',
      label: '取过的数',
      help: '每个指标上次取数时是多少，由程序记下',
      row: {
        figure: { type: 'text', label: '指标', required: true, unsearched: true, width: 130 },
        form: {
          type: 'text',
          label: '写法',
          help: '空着是台账数的写法；另有精确、上年、增减',
          unsearched: true,
          width: 90,
        },
        value: { type: 'decimal', label: '数值', width: 100 },
        text: { type: 'text', label: '写成', required: true, width: 130 },
        at: { type: 'dateTime', label: '取数时间', width: 150 },
        keptFor: { type: 'decimal', label: '已知台账数', help: '台账变成这个数时，决定保留原数', width: 100 },
        reason: { type: 'longText', label: '保留原数的理由', width: 220 },
      },
    },
    files: { type: 'files', label: '附件' },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values) => textOf(values, 'title') || '未命名的报告稿',
  subtitle: (values) => joined(yearWords(values), textOf(values, 'state')),
  list: {
    columns: ['title', 'year', 'from', 'to', 'state'],
    filters: ['year', 'state'],
    sort: [
      ['year', 'desc'],
      ['title', 'asc'],
    ],
  },
  form: [
    { label: '基本', fields: ['title', 'year', 'from', 'to', 'state'] },
    { label: '正文', fields: ['body'] },
    { label: '取数', fields: ['taken'] },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: { year: 'year' },
  alike: [['title', 'year']],
  check,
  migrations: [],
};

const yearWords = (values: Values): string => {
  const year = numberOf(values, 'year');
  return year === undefined ? '' : `${year}年`;
};

function check(values: Values): Problems {
  const [from, to] = [textOf(values, 'from'), textOf(values, 'to')];
  return from && to && to < from ? { to: '截止日期早于起始日期，请核对' } : {};
}
