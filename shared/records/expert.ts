import type { RecordKind } from './kind.ts';
import { joined, textOf } from './read-value.ts';

/** 智库专家: they advise and review, and need not be members. */
export const expert: RecordKind = {
  id: 'expert',
  label: '智库专家',
  unit: '名',
  group: '组织',
  purpose: '应用型智库的专家学者。按领域登记，调研、协商、评议时好找人。',
  fields: {
    name: {
      type: 'text',
      label: '姓名',
      required: true,
      format: 'name',
      aliases: ['专家姓名', '专家', '名字'],
      width: 110,
    },
    field: {
      type: 'text',
      label: '研究领域',
      expected: true,
      aliases: ['领域', '专业领域', '专业', '研究方向', '专长'],
      width: 200,
    },
    org: { type: 'text', label: '工作单位', aliases: ['单位', '所在单位'], width: 220 },
    duty: { type: 'text', label: '职务（职称）', aliases: ['职务', '职称', '职务职称'], width: 160 },
    term: { type: 'reference', label: '届期', target: 'term', aliases: ['届', '聘期', '届次'], width: 100 },
    member: { type: 'reference', label: '本人是委员', target: 'member', width: 120 },
    mobile: {
      type: 'text',
      label: '手机',
      personal: true,
      format: 'mobile',
      aliases: ['手机号', '手机号码', '联系电话', '联系方式'],
      width: 130,
    },
    email: {
      type: 'text',
      label: '电子邮箱',
      personal: true,
      format: 'email',
      aliases: ['邮箱', 'Email', 'E-mail'],
      width: 180,
    },
    appointedOn: { type: 'date', label: '聘任日期', aliases: ['聘任时间', '受聘日期'], width: 120 },
    files: { type: 'files', label: '附件' },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values) => textOf(values, 'name') || '未填姓名的专家',
  subtitle: (values) => joined(textOf(values, 'field'), textOf(values, 'org'), textOf(values, 'duty')),
  list: {
    columns: ['name', 'field', 'org', 'duty', 'term', 'mobile', 'appointedOn'],
    filters: ['field', 'term', 'org', 'appointedOn'],
    sort: [
      ['term', 'desc'],
      ['name', 'stroke'],
    ],
  },
  form: [
    { label: '基本', fields: ['name', 'field', 'org', 'duty', 'term', 'appointedOn', 'member'] },
    { label: '联系方式', fields: ['mobile', 'email'] },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: { names: ['name'], year: 'appointedOn' },
  alike: [['name', 'org', 'term']],
  migrations: [],
};
