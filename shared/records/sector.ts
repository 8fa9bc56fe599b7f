import type { RecordKind } from './kind.ts';
import { targetTitle, textOf } from './read-value.ts';
import { countServing } from './service.ts';
import { term } from './term.ts';

/** 界别. Not the same as 党派: a member of the sector 无党派 may belong to 民进. */
export const sector: RecordKind = {
  id: 'sector',
  label: '界别',
  unit: '个',
  group: '组织',
  purpose: '本届设置的界别。委员按界别归组，名册、履职统计都用它。',
  fields: {
    term: { type: 'reference', label: '届', required: true, target: 'term', width: 100 },
    name: { type: 'text', label: '名称', required: true, aliases: ['界别', '界别名称'], width: 180 },
    order: { type: 'integer', label: '排序', min: 0, max: 9999, help: '名册中的先后，小的在前', width: 80 },
    convenor: {
      type: 'reference',
      label: '召集人',
      target: 'member',
      aliases: ['界别召集人'],
      width: 110,
    },
    deputyConvenors: {
      type: 'references',
      label: '副召集人',
      target: 'member',
      width: 160,
    },
    committee: {
      type: 'reference',
      label: '联系专委会',
      target: 'committee',
      aliases: ['对口专委会', '联系专门委员会'],
      width: 180,
    },
    yearlyTarget: {
      type: 'integer',
      label: '年度活动目标',
      min: 0,
      max: 999,
      unit: '次',
      aliases: ['年度活动目标次数'],
      width: 120,
    },
    memberCount: { type: 'integer', label: '在任委员', readOnly: true, computed: true, unit: '名', width: 100 },
    files: { type: 'files', label: '附件' },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values) => textOf(values, 'name') || '未命名的界别',
  subtitle: (values, lookup) => targetTitle(term, values.term, lookup),
  list: {
    columns: ['order', 'name', 'term', 'memberCount', 'convenor', 'committee', 'yearlyTarget'],
    filters: ['term', 'committee'],
    sort: [
      ['term', 'desc'],
      ['order', 'asc'],
      ['name', 'asc'],
    ],
  },
  form: [
    { label: '基本', fields: ['term', 'name', 'order'] },
    { label: '联系', fields: ['convenor', 'deputyConvenors', 'committee', 'yearlyTarget'] },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: { names: ['convenor', 'deputyConvenors'] },
  unique: [['term', 'name']],
  computed: (record, { list }) => (list ? { memberCount: countServing(list('member'), ['sector'], record.id) } : {}),
  migrations: [],
};
