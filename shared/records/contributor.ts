import type { RecordKind } from './kind.ts';
import { joined, textOf } from './read-value.ts';

/** 撰稿人（口述者）: printed with who they were then and are now (W-34). */
export const contributor: RecordKind = {
  id: 'contributor',
  label: '撰稿人',
  unit: '名',
  group: '文史',
  purpose: '文史资料的撰稿人和口述者。文末要注明当时和现在的身份，授权书也存在这里。',
  fields: {
    name: {
      type: 'text',
      label: '姓名',
      required: true,
      format: 'name',
      aliases: ['撰稿人', '口述者', '作者', '作者姓名'],
      width: 110,
    },
    identityThen: {
      type: 'text',
      label: '当时身份',
      help: '事情发生时的身份',
      aliases: ['身份（当时）', '时任职务'],
      width: 200,
    },
    identityNow: {
      type: 'text',
      label: '现在身份',
      expected: true,
      aliases: ['身份', '身份（现在）', '单位职务', '现任职务'],
      width: 200,
    },
    born: { type: 'text', label: '生年', help: '不确切的照原样写，例如“约1938年”', aliases: ['出生年月'], width: 100 },
    died: { type: 'text', label: '卒年', width: 100 },
    mobile: {
      type: 'text',
      label: '联系电话',
      format: 'phone',
      personal: true,
      unsearched: true,
      aliases: ['手机', '电话', '联系方式'],
      width: 130,
    },
    member: { type: 'reference', label: '委员', target: 'member', help: '本人是委员的，选上', width: 110 },
    authorisation: { type: 'files', label: '授权书', width: 140 },
    files: { type: 'files', label: '附件' },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values) => textOf(values, 'name') || '未填姓名的撰稿人',
  subtitle: (values) =>
    joined(
      textOf(values, 'identityNow') || textOf(values, 'identityThen'),
      [textOf(values, 'born'), textOf(values, 'died')].filter(Boolean).join('—'),
    ),
  list: {
    columns: ['name', 'identityThen', 'identityNow', 'born', 'died', 'mobile', 'member', 'authorisation'],
    filters: ['member', 'identityNow'],
    sort: [['name', 'stroke']],
  },
  form: [
    { label: '撰稿人', fields: ['name', 'identityThen', 'identityNow', 'born', 'died', 'mobile', 'member'] },
    { label: '授权与附件', fields: ['authorisation', 'files', 'remark'] },
  ],
  search: { names: ['name'], sector: 'member' },
  alike: [['name']],
  warn: (values): Readonly<Record<string, string>> => {
    const [born, died] = ['born', 'died'].map((field) => /\d{4}/.exec(textOf(values, field))?.[0]);
    return born && died && died < born ? { died: '卒年早于生年，请核对' } : {};
  },
  migrations: [],
};
