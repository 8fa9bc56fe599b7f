import { pointingAt } from './counting.ts';
import type { RecordKind } from './kind.ts';
import { targetTitle, textOf } from './read-value.ts';
import { subdistrictOffice } from './subdistrict-office.ts';
import { isVenueInUse } from './venue-standard.ts';

/** 社区（村）: what the coverage of a subdistrict with places of consultation is counted against. */
export const community: RecordKind = {
  id: 'community',
  label: '社区（村）',
  unit: '个',
  group: '组织',
  purpose: '各街道所辖的社区和村。登记齐了，才能算出协商议事室覆盖了多少社区。',
  fields: {
    name: {
      type: 'text',
      label: '名称',
      required: true,
      aliases: ['社区', '村', '社区名称', '村名', '社区（村）名称', '村（社区）'],
      width: 180,
    },
    subdistrictOffice: {
      type: 'reference',
      label: '所属街道',
      expected: true,
      target: 'subdistrictOffice',
      aliases: ['街道', '街道政协工委', '所在街道'],
      width: 170,
    },
    order: { type: 'integer', label: '排序', min: 0, max: 9999, help: '小的在前', width: 80 },
    population: {
      type: 'integer',
      label: '人口',
      min: 0,
      max: 10_000_000,
      unit: '人',
      aliases: ['人口数', '常住人口'],
      width: 100,
    },
    households: {
      type: 'integer',
      label: '户数',
      min: 0,
      max: 10_000_000,
      unit: '户',
      aliases: ['居民户数'],
      width: 100,
    },
    secretary: { type: 'text', label: '书记（主任）', format: 'name', aliases: ['书记', '主任', '负责人'], width: 120 },
    tel: {
      type: 'text',
      label: '联系电话',
      personal: true,
      format: 'phone',
      aliases: ['电话', '联系方式'],
      width: 130,
    },
    venueCount: { type: 'integer', label: '在用阵地', readOnly: true, computed: true, unit: '个', width: 100 },
    files: { type: 'files', label: '附件' },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values) => textOf(values, 'name') || '未命名的社区（村）',
  subtitle: (values, lookup) => targetTitle(subdistrictOffice, values.subdistrictOffice, lookup),
  list: {
    columns: ['order', 'name', 'subdistrictOffice', 'population', 'households', 'secretary', 'tel', 'venueCount'],
    filters: ['subdistrictOffice', 'population'],
    sort: [
      ['subdistrictOffice', 'asc'],
      ['order', 'asc'],
      ['name', 'asc'],
    ],
  },
  form: [
    { label: '基本', fields: ['name', 'subdistrictOffice', 'order', 'population', 'households'] },
    { label: '联系', fields: ['secretary', 'tel'] },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: { names: ['secretary'] },
  unique: [['subdistrictOffice', 'name']],
  alike: [['name']],
  computed: (record, { list }) =>
    list
      ? {
          venueCount: pointingAt(list('venue'), 'community', record.id).filter(({ values }) => isVenueInUse(values))
            .length,
        }
      : {},
  migrations: [],
};
