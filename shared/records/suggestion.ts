import { outOfOrder, yearOf } from './dating.ts';
import { event } from './event.ts';
import type { RecordKind } from './kind.ts';
import { opinion } from './opinion.ts';
import { proposal } from './proposal.ts';
import { joined, listOf, rowsOf, targetOf, targetTitle, textOf } from './read-value.ts';
import type { Lookup, Problems, Values } from './record.ts';
import { researchReport } from './research-report.ts';
import { nextSerial } from './serial-number.ts';
import { suggestionFields } from './suggestion-fields.ts';
import { topic } from './topic.ts';

/** Where a suggestion can come from, and the day that puts it into a year. The first one filled is its source. */
const SOURCES = [
  ['event', event, 'start'],
  ['opinion', opinion, 'receivedOn'],
  ['proposal', proposal, 'submittedOn'],
  ['report', researchReport, 'finishedOn'],
  ['topic', topic, 'raisedOn'],
] as const;

/** 意见建议条目: one piece of advice, from whatever source, followed to what became of it. */
export const suggestion: RecordKind = {
  id: 'suggestion',
  label: '意见建议',
  unit: '条',
  group: '协商',
  purpose: '协商、监督、调研、座谈里提出的每一条建议。转给部门，收回收条，盯到答复和转化。',
  fields: suggestionFields,
  title: (values) => shortened(textOf(values, 'text')) || '未写内容的意见建议',
  subtitle: (values, lookup) => joined(sourceTitle(values, lookup), unitName(values, lookup), textOf(values, 'state')),
  list: {
    columns: [
      'seq',
      'text',
      'sourceType',
      'event',
      'proposers',
      'mainUnit',
      'receiptState',
      'due',
      'repliedOn',
      'state',
      'adoption',
    ],
    filters: [
      'year',
      'sourceType',
      'suggestionKind',
      'state',
      'receiptState',
      'adoption',
      'mainUnit',
      'coUnits',
      'domain',
      'proposers',
      'event',
      'topic',
      'report',
      'opinion',
      'proposal',
      'due',
      'deliveredOn',
      'repliedOn',
      'onTheSpot',
      'conversions.type',
      'campaigns',
      'livelihoodItem',
    ],
    sort: [
      ['year', 'desc'],
      ['event', 'asc'],
      ['seq', 'asc'],
    ],
  },
  form: [
    { label: '内容', fields: ['text', 'suggestionKind', 'domain', 'proposers', 'proposerName', 'state'] },
    { label: '来源', fields: ['event', 'topic', 'report', 'opinion', 'proposal', 'sourceType', 'seq'] },
    {
      label: '转办与收条',
      fields: ['mainUnit', 'coUnits', 'deliveredOn', 'receiptNumber', 'receiptSigner', 'receiptOn', 'due'],
    },
    { label: '答复与采纳', fields: ['onTheSpot', 'repliedOn', 'reply', 'adoption', 'notAdoptedReason'] },
    { label: '转化', fields: ['conversions', 'livelihoodItem'] },
    { label: '归类与附件', fields: ['campaigns', 'files', 'remark'] },
  ],
  search: { year: 'year', sector: 'proposers', names: ['proposers', 'proposerName', 'receiptSigner'] },
  alike: [['text', 'event', 'topic', 'report']],
  similar: { fields: ['text'], threshold: 0.6 },
  check: checkSuggestion,
  warn: warnSuggestion,
  derive: (values, { lookup, list, id }) => {
    const source = SOURCES.find(([field]) => values[field] !== undefined);
    const about = source ? targetOf(values, source[0], source[1].id, lookup) : {};
    const year = (source && yearOf(about, source[2])) ?? yearOf(values, 'deliveredOn', 'repliedOn') ?? values.year;
    const from = source?.[0];
    const seq =
      values.seq ??
      (from && list
        ? nextSerial(list('suggestion'), 'seq', (other) => sourceOf(other) === `${from}/${values[from]}`, id)
        : undefined);
    return { ...values, year, seq, sourceType: values.sourceType ?? typeOf(from, about) };
  },
  computed: ({ values }) => ({
    receiptState: values.receiptOn || values.receiptSigner ? '已签收' : values.deliveredOn ? '已送达' : '未送达',
  }),
  process: { machine: 'suggestion', field: 'state', log: 'log' },
  migrations: [],
};

function sourceOf(values: Values): string | undefined {
  const source = SOURCES.find(([field]) => values[field] !== undefined);
  return source && `${source[0]}/${String(values[source[0]])}`;
}

function sourceTitle(values: Values, lookup: Lookup): string {
  for (const [field, kind] of SOURCES) {
    const title = targetTitle(kind, values[field], lookup);
    if (title) return title;
  }
  return textOf(values, 'sourceType');
}

function unitName(values: Values, lookup: Lookup): string {
  const unit = targetOf(values, 'mainUnit', 'organisation', lookup);
  return textOf(unit, 'shortName') || textOf(unit, 'name');
}

/** Kind of source as figures name it (协商, 监督, 调研, 视察, 座谈, 走访). */
function typeOf(from: string | undefined, about: Values): string | undefined {
  if (from === 'opinion') return '社情民意';
  if (from === 'proposal') return '提案';
  if (from === 'topic') return '协商';
  if (from === 'report') {
    return about.reportType === '视察报告' ? '视察' : about.reportType === '监督报告' ? '监督' : '调研';
  }
  if (from !== 'event') return undefined;
  const category = textOf(about, 'category');
  const subtype = textOf(about, 'subtype');
  if (category === '协商' || category === '监督' || category === '走访') return category;
  if (subtype.includes('调研')) return '调研';
  if (subtype.includes('视察')) return '视察';
  if (subtype.includes('座谈')) return '座谈';
  return category === '会议' ? '会议发言' : undefined;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : line;
}

function checkSuggestion(values: Values): Problems {
  const problems: Record<string, string> = {
    ...outOfOrder(values, [
      ['deliveredOn', '送达日期'],
      ['receiptOn', '签收日期'],
    ]),
  };
  const delivered = textOf(values, 'deliveredOn');
  if (delivered && values.due && textOf(values, 'due') < delivered) problems.due = '答复时限早于送达日期，请核对';
  if (delivered && values.repliedOn && textOf(values, 'repliedOn') < delivered && values.onTheSpot !== true) {
    problems.repliedOn = '答复日期早于送达日期；现场答复的，请勾选“现场答复”';
  }
  if (values.state === '不予采纳' && !values.notAdoptedReason) problems.notAdoptedReason = '不予采纳的，请写明原因';
  return problems;
}

function warnSuggestion(values: Values): Problems {
  const warnings: Record<string, string> = {};
  // A topic and the meeting that dealt with it may both be named; otherwise one suggestion has one source.
  const sources = ['event', 'opinion', 'proposal', 'report'].filter((field) => values[field] !== undefined);
  if (sources.length > 1) warnings[sources[1] ?? 'event'] = '来源填了两处，按前面的一处编序号，请只留一处';
  if (sources.length === 0 && !values.topic) warnings.event = '还没有选来源';
  if (!values.sourceType) warnings.sourceType = '还没有选择来源类型';
  if (!values.mainUnit && values.state !== '待转' && values.state !== '不予采纳') {
    warnings.mainUnit = `状态是“${textOf(values, 'state')}”，还没有主责单位`;
  }
  if (values.mainUnit && listOf(values, 'coUnits').includes(textOf(values, 'mainUnit'))) {
    warnings.coUnits = '配合单位里又有主责单位';
  }
  if (values.receiptOn && !values.deliveredOn) warnings.deliveredOn = '已经签收，请补填送达日期';
  if (values.adoption === '未采纳' && !values.notAdoptedReason) warnings.notAdoptedReason = '未采纳的，请写明原因';
  if (rowsOf(values, 'conversions').length > 0 && values.adoption === '未采纳') {
    warnings.adoption = '有转化成果，采纳情况却是“未采纳”';
  }
  return warnings;
}
