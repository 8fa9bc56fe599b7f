import { pointingAt } from './counting.ts';
import type { RecordKind } from './kind.ts';
import { joined, listOf, targetOf, textOf } from './read-value.ts';
import type { Problems } from './record.ts';
import { countServing } from './service.ts';
import { isVenueInUse } from './venue-standard.ts';

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
    communities: {
      type: 'tags',
      label: '所辖社区（村）名单',
      help: '算覆盖率，请在“社区（村）”里逐个登记；这里的名单只供参考',
      aliases: ['社区', '村', '所辖社区（村）', '所辖社区'],
    },
    communityCount: {
      type: 'integer',
      label: '社区（村）',
      readOnly: true,
      computed: true,
      unit: '个',
      width: 100,
    },
    venueCount: { type: 'integer', label: '在用阵地', readOnly: true, computed: true, unit: '个', width: 100 },
    memberCount: { type: 'integer', label: '在任委员', readOnly: true, computed: true, unit: '名', width: 100 },
    files: { type: 'files', label: '附件' },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values) => textOf(values, 'name') || textOf(values, 'street') || '未命名的街道政协工委',
  subtitle: (values, lookup) => {
    const convenor = textOf(targetOf(values, 'convenor', 'person', lookup), 'name');
    const communities = listOf(values, 'communities').length;
    return joined(convenor ? `召集人 ${convenor}` : '', communities > 0 ? `${communities}个社区（村）` : '');
  },
  list: {
    columns: [
      'order',
      'street',
      'name',
      'memberCount',
      'communityCount',
      'venueCount',
      'convenor',
      'liaison',
      'branch',
      'tel',
      'office',
    ],
    filters: ['street', 'convenor', 'liaison', 'branch'],
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
  search: { names: ['convenor', 'liaison'] },
  unique: [['name']],
  derive: (values) => {
    const street = textOf(values, 'street');
    if (textOf(values, 'name') || !street) return values;
    return { ...values, name: `${street.endsWith('街道') ? street : `${street}街道`}政协工委` };
  },
  warn: (values, lookup): Problems => {
    const other = textOf(targetOf(values, 'branch', 'partyBranch', lookup), 'subdistrictOffice');
    const base = textOf(targetOf(values, 'branch', 'partyBranch', lookup), 'base');
    return base === '专委会' && !other ? { branch: '所选党支部依托的是专委会，请核对' } : {};
  },
  computed: (record, { list }) =>
    list
      ? {
          memberCount: countServing(list('member'), ['subdistrictOffice'], record.id),
          communityCount:
            pointingAt(list('community'), 'subdistrictOffice', record.id).length ||
            listOf(record.values, 'communities').length,
          venueCount: pointingAt(list('venue'), 'subdistrictOffice', record.id).filter(({ values }) =>
            isVenueInUse(values),
          ).length,
        }
      : {},
  migrations: [],
};
