import type { RecordKind } from './kind.ts';
import { member } from './member.ts';
import { organisation } from './organisation.ts';
import { joined, numberOf, targetOf, targetTitle, textOf } from './read-value.ts';
import type { Lookup, Problems, Values } from './record.ts';

/** 表彰: of a member, a unit, a proposal, or somebody who is no member. */
export const award: RecordKind = {
  id: 'award',
  label: '表彰',
  unit: '项',
  group: '履职',
  purpose: '优秀政协委员、优秀提案、先进承办单位等表彰。一人一条，记入委员的履职档案。',
  fields: {
    year: {
      type: 'year',
      label: '年度',
      required: true,
      min: 1900,
      max: 2199,
      aliases: ['年份', '表彰年度'],
      width: 80,
    },
    name: {
      type: 'choice',
      label: '表彰名称',
      required: true,
      enumeration: 'awardName',
      aliases: ['名称', '奖项', '荣誉称号', '荣誉'],
      width: 140,
    },
    member: {
      type: 'reference',
      label: '委员',
      target: 'member',
      aliases: ['姓名', '委员姓名', '获奖委员'],
      width: 120,
    },
    organisation: {
      type: 'reference',
      label: '单位',
      target: 'organisation',
      aliases: ['承办单位', '获奖单位', '单位名称'],
      width: 200,
    },
    proposal: {
      type: 'reference',
      label: '提案',
      target: 'proposal',
      aliases: ['案由', '提案案由', '获奖提案'],
      width: 260,
    },
    recipient: {
      type: 'text',
      label: '其他获奖者',
      help: '不是委员、没有登记的单位写在这里',
      aliases: ['获奖人', '获奖者', '对象', '表彰对象'],
      width: 160,
    },
    level: { type: 'choice', label: '级别', enumeration: 'level', aliases: ['表彰级别'], width: 90 },
    awardedBy: { type: 'text', label: '表彰单位', aliases: ['授予单位', '表彰机关'], width: 180 },
    decision: { type: 'text', label: '决定文件', aliases: ['文件', '文号', '表彰文件', '表彰决定'], width: 220 },
    awardedOn: { type: 'date', label: '表彰日期', aliases: ['日期', '表彰时间'], width: 120 },
    files: { type: 'files', label: '附件' },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values, lookup) =>
    [textOf(values, 'name') || '未填名称的表彰', recipientOf(values, lookup)].filter(Boolean).join(' '),
  subtitle: (values) => {
    const year = numberOf(values, 'year');
    return joined(year === undefined ? '' : `${year}年`, textOf(values, 'level'), textOf(values, 'decision'));
  },
  list: {
    columns: ['year', 'name', 'member', 'organisation', 'proposal', 'recipient', 'level', 'decision', 'awardedOn'],
    filters: ['year', 'name', 'level', 'member', 'organisation', 'awardedOn'],
    sort: [
      ['year', 'desc'],
      ['name', 'asc'],
      ['member', 'stroke'],
    ],
  },
  form: [
    { label: '表彰', fields: ['year', 'name', 'level', 'awardedBy', 'decision', 'awardedOn'] },
    { label: '获奖者', fields: ['member', 'organisation', 'proposal', 'recipient'] },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: { year: 'year', names: ['member', 'recipient'], sector: 'member' },
  alike: [
    ['member', 'year', 'name', 'level'],
    ['organisation', 'year', 'name', 'level'],
    ['proposal', 'year', 'name', 'level'],
  ],
  check: (values): Problems =>
    values.member || values.organisation || values.proposal || values.recipient
      ? {}
      : { member: '请选获奖的委员、单位或提案，或写下获奖者' },
  migrations: [],
};

function recipientOf(values: Values, lookup: Lookup): string {
  return (
    targetTitle(member, values.member, lookup) ||
    targetTitle(organisation, values.organisation, lookup) ||
    textOf(targetOf(values, 'proposal', 'proposal', lookup), 'title') ||
    textOf(values, 'recipient')
  );
}
