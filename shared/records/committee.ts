import type { RecordKind } from './kind.ts';
import { targetOf, targetTitle, textOf } from './read-value.ts';
import type { Problems } from './record.ts';
import { countServing } from './service.ts';
import { term } from './term.ts';

/** 专门委员会. */
export const committee: RecordKind = {
  id: 'committee',
  label: '专委会',
  unit: '个',
  group: '组织',
  purpose: '本届的专门委员会。每名委员应编入一个，会议和活动由它组织。',
  fields: {
    term: { type: 'reference', label: '届', required: true, target: 'term', width: 100 },
    name: { type: 'text', label: '名称', required: true, aliases: ['专委会', '专门委员会'], width: 260 },
    // 简称 is ● in the model; it only shortens columns and never decides anything, so a blank is no fault.
    shortName: { type: 'text', label: '简称', aliases: ['专委会简称'], width: 120 },
    order: { type: 'integer', label: '排序', min: 0, max: 9999, help: '名册中的先后，小的在前', width: 80 },
    director: { type: 'reference', label: '主任', target: 'member', width: 110 },
    deputyDirectors: { type: 'references', label: '副主任', target: 'member', width: 160 },
    partyBranch: {
      type: 'reference',
      label: '功能型党支部',
      target: 'partyBranch',
      aliases: ['党支部', '专委会党支部'],
      width: 200,
    },
    partyBranchText: {
      type: 'text',
      label: '功能型党支部（旧写法）',
      help: '以前用文字写的；改选上面的功能型党支部以后可以清空',
      width: 180,
    },
    duty: { type: 'longText', label: '职责' },
    memberCount: { type: 'integer', label: '在任委员', readOnly: true, computed: true, unit: '名', width: 100 },
    files: { type: 'files', label: '附件' },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values) => textOf(values, 'name') || textOf(values, 'shortName') || '未命名的专委会',
  subtitle: (values, lookup) => targetTitle(term, values.term, lookup),
  list: {
    columns: ['order', 'name', 'shortName', 'term', 'memberCount', 'director', 'deputyDirectors', 'partyBranch'],
    filters: ['term'],
    sort: [
      ['term', 'desc'],
      ['order', 'asc'],
      ['name', 'asc'],
    ],
  },
  form: [
    { label: '基本', fields: ['term', 'name', 'shortName', 'order'] },
    { label: '组成', fields: ['director', 'deputyDirectors', 'partyBranch'] },
    // Shown only where a library of the first format has it.
    { label: '旧资料', fields: ['partyBranchText'], when: {} },
    { label: '职责', fields: ['duty'] },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: { names: ['director', 'deputyDirectors'] },
  unique: [['term', 'name']],
  warn: (values, lookup): Problems => {
    const branch = targetOf(values, 'partyBranch', 'partyBranch', lookup);
    return textOf(branch, 'base') === '街道' && !branch.committee
      ? { partyBranch: '所选党支部依托的是街道，请核对' }
      : {};
  },
  computed: (record, { list }) =>
    list ? { memberCount: countServing(list('member'), ['committee', 'committee2'], record.id) } : {},
  migrations: [
    {
      to: 2,
      why: '功能型党支部 became a kind of its own; a step cannot make records, so the words stay beside the reference',
      up: ({ partyBranch, ...values }) =>
        partyBranch === undefined ? values : { ...values, partyBranchText: partyBranch },
    },
  ],
};
