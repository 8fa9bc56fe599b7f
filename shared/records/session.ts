import type { RecordKind } from './kind.ts';
import { inWords, numberOf, targetOf, textOf } from './read-value.ts';
import type { Problems } from './record.ts';

/** 会次: one plenary of a term. Proposals are kept by term and session. */
export const session: RecordKind = {
  id: 'session',
  label: '会次',
  unit: '次',
  group: '基础',
  purpose: '每届历次全体会议。提案和大会材料按“届＋次”归集，例如十届三次会议。',
  fields: {
    term: { type: 'reference', label: '届', required: true, target: 'term', aliases: ['届次'], width: 100 },
    number: {
      type: 'integer',
      label: '次',
      required: true,
      min: 1,
      max: 99,
      help: '第几次会议，例如 3',
      aliases: ['次会议', '第几次会议'],
      width: 80,
    },
    openOn: { type: 'date', label: '开幕日期', expected: true, aliases: ['开幕'], width: 120 },
    closeOn: { type: 'date', label: '闭幕日期', aliases: ['闭幕'], width: 120 },
    proposalDeadline: {
      type: 'dateTime',
      label: '大会提案截止',
      help: '截止后提交的算平时提案',
      width: 150,
    },
    halfDays: { type: 'integer', label: '会期', min: 0, max: 60, unit: '个半天', width: 100 },
    files: { type: 'files', label: '附件', help: '日程、议程、名单等' },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values, lookup) => {
    const term = numberOf(targetOf(values, 'term', 'term', lookup), 'number');
    const number = numberOf(values, 'number');
    if (number === undefined) return '未填次数的会次';
    return term === undefined ? `第${inWords(number)}次会议` : `${inWords(term)}届${inWords(number)}次会议`;
  },
  subtitle: (values) => [textOf(values, 'openOn'), textOf(values, 'closeOn')].filter(Boolean).join(' 至 '),
  list: {
    columns: ['term', 'number', 'openOn', 'closeOn', 'proposalDeadline', 'halfDays'],
    filters: ['term', 'openOn'],
    sort: [
      ['term', 'desc'],
      ['number', 'desc'],
    ],
  },
  form: [
    { label: '基本', fields: ['term', 'number', 'openOn', 'closeOn'] },
    { label: '安排', fields: ['proposalDeadline', 'halfDays'] },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: { year: 'openOn' },
  unique: [['term', 'number']],
  check: (values): Problems => {
    const open = textOf(values, 'openOn');
    const close = textOf(values, 'closeOn');
    return open && close && close < open ? { closeOn: '闭幕日期早于开幕日期，请核对' } : {};
  },
  migrations: [],
};
