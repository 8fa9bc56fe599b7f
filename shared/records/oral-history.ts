import { countCharacters } from '../text/body.ts';
import { asBody } from './body-shape.ts';
import { contributor } from './contributor.ts';
import { outOfOrder } from './dating.ts';
import type { Field } from './field.ts';
import type { RecordKind } from './kind.ts';
import { joined, targetTitle, textOf } from './read-value.ts';
import type { Problems, Values } from './record.ts';

const fields: Readonly<Record<string, Field>> = {
  title: { type: 'text', label: '题目', required: true, aliases: ['口述题目', '标题', '主题'], width: 300 },
  contributor: {
    type: 'reference',
    label: '口述者',
    expected: true,
    target: 'contributor',
    aliases: ['口述人', '受访人'],
    width: 120,
  },
  interviewer: { type: 'text', label: '采访者', expected: true, aliases: ['采访人', '访谈人'], width: 110 },
  on: { type: 'date', label: '访谈日期', expected: true, aliases: ['采访日期', '日期'], width: 120 },
  place: { type: 'text', label: '访谈地点', aliases: ['地点'], width: 160 },
  outline: { type: 'longText', label: '采访提纲', width: 240 },
  recordings: { type: 'files', label: '录音录像', width: 140 },
  transcript: { type: 'body', label: '逐字稿' },
  edited: { type: 'body', label: '整理稿' },
  words: { type: 'integer', label: '字数', readOnly: true, computed: true, unit: '字', width: 80 },
  checkedOn: { type: 'date', label: '口述者核对日期', help: '口述者看过整理稿并签字的日子', width: 130 },
  authorised: { type: 'boolean', label: '已授权', unsearched: true, width: 80 },
  authorisation: { type: 'files', label: '授权书', width: 140 },
  sealedUntil: { type: 'date', label: '封存至', help: '约定保密的，到期前不编发', width: 120 },
  timeMarks: {
    type: 'rows',
    label: '时间码',
    row: {
      time: { type: 'text', label: '时间', required: true, help: '例如 00:12:30', unsearched: true, width: 100 },
      text: { type: 'longText', label: '说到', required: true, width: 320 },
    },
  },
  state: { type: 'choice', label: '进度', required: true, initial: '准备', enumeration: 'oralHistoryState', width: 90 },
  files: { type: 'files', label: '附件' },
  remark: { type: 'longText', label: '备注' },
};

/** 口述史料: 准备, 访谈, 整理, 归档 (W-33). */
export const oralHistory: RecordKind = {
  id: 'oralHistory',
  label: '口述',
  unit: '次',
  group: '文史',
  purpose: '口述史料的采访：提纲、录音录像、逐字稿、整理稿和授权。口述者核对签字以后才算数。',
  fields,
  title: (values) => textOf(values, 'title') || '未写题目的口述',
  subtitle: (values, lookup) =>
    joined(targetTitle(contributor, values.contributor, lookup), textOf(values, 'on'), textOf(values, 'state')),
  list: {
    columns: ['title', 'contributor', 'interviewer', 'on', 'place', 'words', 'authorised', 'state'],
    filters: ['state', 'contributor', 'interviewer', 'on', 'authorised', 'sealedUntil'],
    sort: [['on', 'desc']],
  },
  form: [
    { label: '访谈', fields: ['title', 'contributor', 'interviewer', 'on', 'place', 'outline', 'state'] },
    { label: '录音与文稿', fields: ['recordings', 'timeMarks', 'transcript', 'edited'] },
    { label: '核对与授权', fields: ['checkedOn', 'authorised', 'authorisation', 'sealedUntil'] },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: { year: 'on', names: ['contributor', 'interviewer'] },
  alike: [['title', 'contributor']],
  check: (values): Problems =>
    outOfOrder(values, [
      ['on', '访谈日期'],
      ['checkedOn', '核对日期'],
    ]),
  warn: warnOralHistory,
  computed: ({ values }) => {
    const body = asBody(values.edited) ?? asBody(values.transcript);
    return { words: body ? countCharacters(body) : undefined };
  },
  migrations: [],
};

function warnOralHistory(values: Values): Problems {
  const warnings: Record<string, string> = {};
  if (values.authorised === true && !values.authorisation) warnings.authorisation = '已授权的，请附授权书';
  if (values.state === '已核对' && !values.checkedOn) warnings.checkedOn = '已核对的，请填口述者核对日期';
  if (values.state === '已归档' && values.authorised !== true) warnings.authorised = '已经归档，口述者还没有授权';
  return warnings;
}
