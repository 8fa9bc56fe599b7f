import { pointingAt } from './counting.ts';
import type { RecordKind } from './kind.ts';
import { joined, textOf } from './read-value.ts';
import type { Problems } from './record.ts';

/** 专项: what tells figures of the same sort of activity apart in the annual report. */
export const campaign: RecordKind = {
  id: 'campaign',
  label: '专项',
  unit: '项',
  group: '基础',
  purpose: '主题教育、有事好商量、书香政协这样的专项。会议活动、报告挂上专项，年报就能分开统计。',
  fields: {
    name: { type: 'text', label: '名称', required: true, aliases: ['专项', '专项名称', '专项活动'], width: 260 },
    aliases: {
      type: 'tags',
      label: '别称',
      help: '各处的叫法不同，写在这里就能认得',
      aliases: ['简称', '又称', '别名'],
      width: 200,
    },
    level: { type: 'choice', label: '层级', enumeration: 'level', aliases: ['部署层级', '级别'], width: 90 },
    start: { type: 'date', label: '开始日期', aliases: ['开始', '起始日期', '启动时间'], width: 120 },
    end: { type: 'date', label: '结束日期', aliases: ['结束', '截止日期'], width: 120 },
    note: { type: 'longText', label: '说明', aliases: ['内容', '要求'] },
    eventCount: { type: 'integer', label: '会议活动', readOnly: true, computed: true, unit: '次', width: 100 },
    reportCount: { type: 'integer', label: '调研报告', readOnly: true, computed: true, unit: '篇', width: 100 },
    files: { type: 'files', label: '附件' },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values) => textOf(values, 'name') || '未命名的专项',
  subtitle: (values) =>
    joined(textOf(values, 'level'), [textOf(values, 'start'), textOf(values, 'end')].filter(Boolean).join(' 至 ')),
  list: {
    columns: ['name', 'aliases', 'level', 'start', 'end', 'eventCount', 'reportCount'],
    filters: ['level', 'start', 'end'],
    sort: [
      ['start', 'desc'],
      ['name', 'asc'],
    ],
  },
  form: [
    { label: '基本', fields: ['name', 'aliases', 'level', 'start', 'end', 'note'] },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: { year: 'start' },
  unique: [['name']],
  check: (values): Problems => {
    const start = textOf(values, 'start');
    const end = textOf(values, 'end');
    return start && end && end < start ? { end: '结束日期早于开始日期，请核对' } : {};
  },
  computed: (record, { list }) =>
    list
      ? {
          eventCount: pointingAt(list('event'), 'campaigns', record.id).length,
          reportCount: pointingAt(list('researchReport'), 'campaigns', record.id).length,
        }
      : {},
  migrations: [],
};
