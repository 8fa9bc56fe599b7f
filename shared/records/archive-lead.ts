import type { RecordKind } from './kind.ts';
import { joined, textOf } from './read-value.ts';
import type { Problems } from './record.ts';

/** 征集线索: somebody knows of something worth writing down. */
export const archiveLead: RecordKind = {
  id: 'archiveLead',
  label: '征集线索',
  unit: '条',
  group: '文史',
  purpose: '文史征集的线索：什么事、谁知情、怎么联系。核实以后转约稿或口述。',
  fields: {
    subject: { type: 'text', label: '主题', required: true, aliases: ['线索', '线索主题', '标题'], width: 280 },
    content: {
      type: 'longText',
      label: '线索内容',
      help: '事件年代、知情人和联系方式、推荐的撰稿人',
      aliases: ['内容', '正文'],
      width: 320,
    },
    informant: {
      type: 'text',
      label: '提供人',
      expected: true,
      format: 'name',
      aliases: ['姓名', '线索提供人'],
      width: 100,
    },
    org: { type: 'text', label: '提供人单位', aliases: ['单位'], width: 180 },
    tel: {
      type: 'text',
      label: '联系电话',
      format: 'phone',
      personal: true,
      unsearched: true,
      aliases: ['电话', '手机'],
      width: 130,
    },
    on: { type: 'date', label: '提供日期', expected: true, aliases: ['日期', '登记日期'], width: 120 },
    state: {
      type: 'choice',
      label: '状态',
      required: true,
      initial: '待核',
      enumeration: 'leadState',
      width: 90,
    },
    submission: { type: 'reference', label: '约来的稿件', target: 'submission', width: 180 },
    oralHistory: { type: 'reference', label: '口述记录', target: 'oralHistory', width: 180 },
    files: { type: 'files', label: '附件' },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values) => textOf(values, 'subject') || '未写主题的线索',
  subtitle: (values) => joined(textOf(values, 'informant'), textOf(values, 'on'), textOf(values, 'state')),
  list: {
    columns: ['subject', 'informant', 'org', 'on', 'state', 'submission', 'oralHistory'],
    filters: ['state', 'on', 'informant', 'org'],
    sort: [['on', 'desc']],
  },
  form: [
    { label: '线索', fields: ['subject', 'content', 'informant', 'org', 'tel', 'on', 'state'] },
    { label: '去向', fields: ['submission', 'oralHistory'] },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: { year: 'on', names: ['informant'] },
  alike: [['subject', 'informant']],
  similar: { fields: ['subject'], threshold: 0.6 },
  warn: (values): Problems => ({
    ...(values.submission && values.state !== '转约稿' ? { state: '选了约来的稿件，状态不是“转约稿”' } : {}),
    ...(values.oralHistory && values.state !== '转口述' ? { state: '选了口述记录，状态不是“转口述”' } : {}),
  }),
  migrations: [],
};
