import { countCharacters } from '../text/body.ts';
import { asBody } from './body-shape.ts';
import { yearOf } from './dating.ts';
import { event } from './event.ts';
import type { Field } from './field.ts';
import type { RecordKind } from './kind.ts';
import { member } from './member.ts';
import { joined, targetOf, targetTitle, textOf } from './read-value.ts';
import type { Problems, Values } from './record.ts';

const fields: Readonly<Record<string, Field>> = {
  title: { type: 'text', label: '题目', required: true, aliases: ['发言题目', '标题', '发言标题'], width: 320 },
  event: { type: 'reference', label: '会议', expected: true, target: 'event', aliases: ['会议名称'], width: 220 },
  session: { type: 'reference', label: '会次', target: 'session', width: 120 },
  member: { type: 'reference', label: '发言人', target: 'member', aliases: ['发言委员', '委员', '作者'], width: 110 },
  unit: { type: 'text', label: '发言单位', help: '代表党派、界别发言的填写', aliases: ['单位'], width: 160 },
  way: { type: 'choice', label: '发言方式', expected: true, enumeration: 'speechForm', aliases: ['方式'], width: 90 },
  on: { type: 'date', label: '发言日期', aliases: ['日期'], width: 120 },
  year: { type: 'year', label: '年度', readOnly: true, min: 1900, max: 2199, width: 80 },
  body: { type: 'body', label: '正文' },
  words: { type: 'integer', label: '字数', readOnly: true, computed: true, unit: '字', width: 80 },
  outcome: { type: 'choice', label: '采用情况', expected: true, enumeration: 'speechOutcome', width: 110 },
  reviewNote: { type: 'longText', label: '审核意见', width: 200 },
  opinion: { type: 'reference', label: '转成的社情民意', target: 'opinion', width: 180 },
  proposal: { type: 'reference', label: '转成的提案', target: 'proposal', width: 180 },
  files: { type: 'files', label: '附件' },
  remark: { type: 'longText', label: '备注' },
};

/** 大会发言. */
export const speech: RecordKind = {
  id: 'speech',
  label: '大会发言',
  unit: '篇',
  group: '提案民意',
  purpose: '全会和专题会议上的发言材料。登记题目、发言人和采用情况，没有上会的可以转社情民意或提案。',
  fields,
  title: (values) => textOf(values, 'title') || '未写题目的发言',
  subtitle: (values, lookup) =>
    joined(
      targetTitle(member, values.member, lookup) || textOf(values, 'unit'),
      textOf(values, 'way'),
      targetTitle(event, values.event, lookup),
    ),
  list: {
    columns: ['title', 'member', 'unit', 'event', 'way', 'on', 'outcome', 'words'],
    filters: ['year', 'event', 'session', 'member', 'way', 'outcome', 'on'],
    sort: [
      ['on', 'desc'],
      ['title', 'asc'],
    ],
  },
  form: [
    { label: '发言', fields: ['title', 'member', 'unit', 'event', 'session', 'way', 'on'] },
    { label: '正文', fields: ['body'] },
    { label: '采用', fields: ['outcome', 'reviewNote', 'opinion', 'proposal'] },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: { year: 'year', sector: 'member', names: ['member'] },
  alike: [['title', 'member', 'unit']],
  similar: { fields: ['title'], threshold: 0.7 },
  warn: warnSpeech,
  derive: (values, { lookup }) => {
    const meeting = targetOf(values, 'event', 'event', lookup);
    const on = values.on ?? (textOf(meeting, 'start').slice(0, 10) || undefined);
    const session = values.session ?? meeting.session;
    const open = targetOf({ session }, 'session', 'session', lookup);
    return { ...values, on, session, year: yearOf({ on }, 'on') ?? yearOf(open, 'openOn') ?? values.year };
  },
  computed: ({ values }) => {
    const body = asBody(values.body);
    return { words: body ? countCharacters(body) : undefined };
  },
  migrations: [],
};

function warnSpeech(values: Values): Problems {
  const warnings: Record<string, string> = {};
  if (!values.member && !values.unit) warnings.member = '还没有发言人，也没有发言单位';
  if (values.opinion && values.outcome !== '转社情民意')
    warnings.outcome = '选了转成的社情民意，采用情况不是“转社情民意”';
  if (values.proposal && values.outcome !== '转提案') warnings.outcome = '选了转成的提案，采用情况不是“转提案”';
  return warnings;
}
