import { yearOf } from './dating.ts';
import type { Field } from './field.ts';
import type { RecordKind } from './kind.ts';
import { joined, numberOf, rowsOf, textOf } from './read-value.ts';
import type { Problems, Values } from './record.ts';
import { nextSerial } from './serial-number.ts';

const fields: Readonly<Record<string, Field>> = {
  publication: {
    type: 'choice',
    label: '刊名',
    required: true,
    initial: '信息专刊',
    enumeration: 'publicationName',
    aliases: ['刊物', '刊物名称'],
    width: 110,
  },
  year: { type: 'year', label: '年度', min: 1900, max: 2199, help: '留空时按印发日期', width: 80 },
  number: {
    type: 'integer',
    label: '期号',
    min: 1,
    max: 9999,
    help: '留空时接着本年上一期；增刊单独编号',
    aliases: ['期', '期数', '第几期'],
    width: 80,
  },
  totalNumber: { type: 'integer', label: '总期号', min: 1, max: 99_999, aliases: ['总期数'], width: 80 },
  supplement: {
    type: 'boolean',
    label: '增刊',
    help: '增刊另外编号，不与正刊混编',
    aliases: ['是否增刊'],
    unsearched: true,
    width: 70,
  },
  editor: { type: 'text', label: '编辑', aliases: ['责任编辑'], width: 100 },
  signer: { type: 'text', label: '签发人', format: 'name', aliases: ['签发'], width: 100 },
  issuer: { type: 'text', label: '编印单位', width: 180 },
  printedOn: { type: 'date', label: '印发日期', expected: true, aliases: ['编发日期', '日期'], width: 120 },
  receivers: {
    type: 'rows',
    label: '发送对象',
    row: {
      label: { type: 'text', label: '报、送、发', required: true, width: 90 },
      text: { type: 'text', label: '单位', required: true, width: 420 },
    },
  },
  copies: { type: 'integer', label: '印数', min: 0, max: 100_000, unit: '份', width: 80 },
  items: {
    type: 'rows',
    label: '条目',
    aliases: ['目录'],
    row: {
      opinion: { type: 'reference', label: '社情民意', target: 'opinion', width: 240 },
      report: { type: 'reference', label: '调研报告', target: 'researchReport', width: 200 },
      event: { type: 'reference', label: '会议活动', target: 'event', width: 200 },
      title: { type: 'text', label: '标题', help: '留空时按所选稿件的标题', width: 260 },
      order: { type: 'decimal', label: '顺序', min: 0, max: 9999, width: 70 },
    },
  },
  itemCount: { type: 'integer', label: '条目数', readOnly: true, computed: true, unit: '条', width: 80 },
  state: {
    type: 'choice',
    label: '状态',
    required: true,
    initial: '组稿',
    enumeration: 'bulletinState',
    width: 90,
  },
  files: { type: 'files', label: '附件', help: '签发单、印发的成品' },
  remark: { type: 'longText', label: '备注' },
};

/** 期刊期次: one issue of a bulletin. */
export const bulletin: RecordKind = {
  id: 'bulletin',
  label: '期刊期次',
  unit: '期',
  group: '提案民意',
  purpose: '社情民意、信息专刊、委员建言和简报的每一期。把要编发的信息选进来，排好顺序，送审、签发、印发。',
  fields,
  title: (values) => {
    const year = numberOf(values, 'year');
    const number = numberOf(values, 'number');
    const name = `${textOf(values, 'publication')}${values.supplement === true && values.publication !== '增刊' ? '（增刊）' : ''}`;
    return `${name || '未选刊名的期次'}${year === undefined ? '' : ` ${year}年`}${number === undefined ? '' : `第${number}期`}`;
  },
  subtitle: (values) => joined(textOf(values, 'printedOn'), textOf(values, 'state')),
  list: {
    columns: ['publication', 'year', 'number', 'totalNumber', 'printedOn', 'itemCount', 'signer', 'editor', 'state'],
    filters: ['publication', 'year', 'supplement', 'state', 'printedOn', 'editor', 'signer', 'items.opinion'],
    sort: [
      ['year', 'desc'],
      ['publication', 'asc'],
      ['number', 'desc'],
    ],
  },
  form: [
    { label: '期次', fields: ['publication', 'year', 'number', 'totalNumber', 'supplement', 'state'] },
    { label: '条目', fields: ['items'] },
    { label: '编印', fields: ['editor', 'signer', 'issuer', 'printedOn', 'copies', 'receivers'] },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: { year: 'year', names: ['editor', 'signer'] },
  unique: [['publication', 'supplement', 'year', 'number']],
  check: checkBulletin,
  warn: warnBulletin,
  derive: (values, { list, id }) => {
    const supplement = values.supplement ?? values.publication === '增刊';
    const year = values.year ?? yearOf(values, 'printedOn');
    const among = (other: Values) =>
      other.publication === values.publication && other.year === year && (other.supplement ?? false) === supplement;
    const number = values.number ?? (list && year ? nextSerial(list('bulletin'), 'number', among, id) : undefined);
    return { ...values, supplement, year, number };
  },
  computed: ({ values }) => ({ itemCount: rowsOf(values, 'items').length || undefined }),
  migrations: [],
};

function checkBulletin(values: Values): Problems {
  const problems: Record<string, string> = {};
  const seen = new Set<string>();
  rowsOf(values, 'items').forEach((row, index) => {
    const place = `items.${index}.opinion`;
    if (!row.opinion && !row.report && !row.event && !row.title) problems[place] = '请选一篇稿件，或写下标题';
    const id = textOf(row, 'opinion');
    if (id && seen.has(id)) problems[place] = '这条信息在本期里已经有了';
    seen.add(id);
  });
  return problems;
}

function warnBulletin(values: Values): Problems {
  const warnings: Record<string, string> = {};
  const state = textOf(values, 'state');
  if (state === '已签发' || state === '已印发') {
    if (!values.signer) warnings.signer = `${state}的期次，请填签发人`;
    if (rowsOf(values, 'items').length === 0) warnings.items = `${state}的期次还没有条目`;
  }
  if (!values.year) warnings.year = '还没有填写年度';
  const printed = yearOf(values, 'printedOn');
  if (printed && values.year && printed !== values.year) warnings.printedOn = '印发日期不在这一年，请核对';
  return warnings;
}
