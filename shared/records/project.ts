import { pointingAt } from './counting.ts';
import type { RecordKind } from './kind.ts';
import { organisation } from './organisation.ts';
import { joined, targetTitle, textOf } from './read-value.ts';
import { subdistrictOffice } from './subdistrict-office.ts';

/** 项目 that are supervised: counted once however often they are visited. */
export const project: RecordKind = {
  id: 'project',
  label: '项目',
  unit: '个',
  group: '基础',
  purpose: '协商式监督、视察、走访涉及的建设和招商项目。登记一次，多次监督只算一个项目。',
  fields: {
    name: { type: 'text', label: '名称', required: true, aliases: ['项目', '项目名称'], width: 280 },
    subdistrictOffice: {
      type: 'reference',
      label: '所在街道',
      expected: true,
      target: 'subdistrictOffice',
      aliases: ['街道', '所属街道'],
      width: 160,
    },
    stage: {
      type: 'choice',
      label: '阶段',
      expected: true,
      enumeration: 'projectStage',
      aliases: ['项目阶段', '进展阶段'],
      width: 90,
    },
    organisation: {
      type: 'reference',
      label: '实施单位',
      target: 'organisation',
      aliases: ['单位', '企业', '建设单位', '投资方', '项目单位'],
      width: 200,
    },
    investment: {
      type: 'decimal',
      label: '总投资',
      min: 0,
      unit: '万元',
      aliases: ['投资额', '总投资额', '总投资（万元）'],
      width: 120,
    },
    address: { type: 'text', label: '地址', aliases: ['地点', '项目地址'], width: 220 },
    startedOn: { type: 'date', label: '开工日期', aliases: ['开工时间'], width: 120 },
    finishedOn: { type: 'date', label: '建成日期', aliases: ['竣工时间', '竣工日期'], width: 120 },
    note: { type: 'longText', label: '说明', aliases: ['项目内容', '项目概况', '进展情况'] },
    eventCount: { type: 'integer', label: '监督、视察', readOnly: true, computed: true, unit: '次', width: 110 },
    files: { type: 'files', label: '附件' },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values) => textOf(values, 'name') || '未命名的项目',
  subtitle: (values, lookup) =>
    joined(
      textOf(values, 'stage'),
      targetTitle(subdistrictOffice, values.subdistrictOffice, lookup),
      targetTitle(organisation, values.organisation, lookup),
    ),
  list: {
    columns: ['name', 'subdistrictOffice', 'stage', 'organisation', 'investment', 'eventCount'],
    filters: ['subdistrictOffice', 'stage', 'organisation', 'startedOn'],
    sort: [
      ['subdistrictOffice', 'asc'],
      ['name', 'asc'],
    ],
  },
  form: [
    { label: '基本', fields: ['name', 'subdistrictOffice', 'stage', 'organisation', 'address'] },
    { label: '建设', fields: ['investment', 'startedOn', 'finishedOn', 'note'] },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: { year: 'startedOn' },
  alike: [['name', 'subdistrictOffice']],
  computed: (record, { list }) => (list ? { eventCount: pointingAt(list('event'), 'projects', record.id).length } : {}),
  migrations: [],
};
