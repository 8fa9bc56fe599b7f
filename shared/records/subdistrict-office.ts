import type { RecordKind } from './kind.ts';
import { listOf, textOf } from './read-value.ts';
import { countServing } from './service.ts';

/** 街道政协工委 (联络组). It outlives terms, so it has none. */
export const subdistrictOffice: RecordKind = {
  id: 'subdistrictOffice',
  label: '街道政协工委',
  unit: '个',
  group: '组织',
  purpose: '各街道的政协工委或联络组。委员下沉、协商议事都按街道统计。',
  fields: {
    street: { type: 'text', label: '街道', required: true, aliases: ['街道名称', '乡镇街道', '镇街'], width: 140 },
    name: {
      type: 'text',
      label: '名称',
      help: '留空时按“街道＋政协工委”',
      aliases: ['工委名称', '街道政协工委', '联络组'],
      width: 220,
    },
    order: { type: 'integer', label: '排序', min: 0, max: 9999, help: '小的在前', width: 80 },
    // 召集人 and 联络员 are cadres of the subdistrict and need not be members, hence people, not appointments.
    convenor: {
      type: 'reference',
      label: '工委主任（召集人）',
      target: 'person',
      aliases: ['召集人', '主任'],
      width: 150,
    },
    liaison: { type: 'reference', label: '联络员', target: 'person', width: 110 },
    branch: {
      type: 'reference',
      label: '功能型党支部',
      target: 'partyBranch',
      aliases: ['党支部', '街道党支部'],
      width: 200,
    },
    partyBranch: {
      type: 'text',
      label: '功能型党支部（旧写法）',
      help: '以前用文字写的；改选上面的功能型党支部以后可以清空',
      width: 180,
    },
    office: { type: 'text', label: '办公场所', aliases: ['办公地点', '地址'], width: 220 },
    tel: { type: 'text', label: '联系电话', format: 'phone', aliases: ['电话'], unsearched: true, width: 130 },
    communities: { type: 'tags', label: '所辖社区（村）', aliases: ['社区', '村'] },
    memberCount: { type: 'integer', label: '在任委员', readOnly: true, computed: true, unit: '名', width: 100 },
    files: { type: 'files', label: '附件' },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values) => textOf(values, 'name') || textOf(values, 'street') || '未命名的街道政协工委',
  subtitle: (values) => {
    const communities = listOf(values, 'communities').length;
    return communities > 0 ? `${communities}个社区（村）` : '';
  },
  list: {
    columns: ['order', 'street', 'name', 'memberCount', 'convenor', 'liaison', 'tel', 'office'],
    filters: ['street'],
    sort: [
      ['order', 'asc'],
      ['street', 'asc'],
    ],
  },
  form: [
    { label: '基本', fields: ['street', 'name', 'order'] },
    { label: '人员与场所', fields: ['convenor', 'liaison', 'branch', 'office', 'tel', 'communities'] },
    // Shown only where a library of the first format has it.
    { label: '旧资料', fields: ['partyBranch'], when: {} },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: {},
  unique: [['name']],
  derive: (values) => {
    const street = textOf(values, 'street');
    if (textOf(values, 'name') || !street) return values;
    return { ...values, name: `${street.endsWith('街道') ? street : `${street}街道`}政协工委` };
  },
  computed: (record, { list }) =>
    list ? { memberCount: countServing(list('member'), ['subdistrictOffice'], record.id) } : {},
  migrations: [],
};
