import type { RecordKind } from './kind.ts';
import { member } from './member.ts';
import { joined, targetTitle, textOf } from './read-value.ts';

/** 提醒谈话: the step before an appointment ends for want of work. */
export const talk: RecordKind = {
  id: 'talk',
  label: '提醒谈话',
  unit: '次',
  group: '履职',
  purpose: '对履职不够的委员提醒、约谈、建议请辞的记录。写明依据和结果，记入履职档案。',
  fields: {
    member: {
      type: 'reference',
      label: '委员',
      required: true,
      target: 'member',
      aliases: ['姓名', '委员姓名', '谈话对象'],
      width: 120,
    },
    talkType: {
      type: 'choice',
      label: '类型',
      required: true,
      enumeration: 'talkType',
      aliases: ['谈话类型', '方式'],
      width: 100,
    },
    on: { type: 'date', label: '日期', expected: true, aliases: ['谈话日期', '谈话时间', '时间'], width: 120 },
    speaker: { type: 'text', label: '谈话人', expected: true, format: 'name', aliases: ['约谈人'], width: 110 },
    basis: { type: 'longText', label: '依据', expected: true, aliases: ['谈话依据', '原因', '事由'], width: 260 },
    result: { type: 'longText', label: '结果', aliases: ['谈话结果', '委员表态', '情况'], width: 260 },
    files: { type: 'files', label: '附件' },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values, lookup) =>
    [textOf(values, 'talkType') || '谈话', targetTitle(member, values.member, lookup)].filter(Boolean).join(' '),
  subtitle: (values) => joined(textOf(values, 'on'), textOf(values, 'speaker')),
  list: {
    columns: ['on', 'member', 'talkType', 'speaker', 'basis', 'result'],
    filters: ['talkType', 'member', 'on', 'speaker'],
    sort: [['on', 'desc']],
  },
  form: [
    { label: '谈话', fields: ['member', 'talkType', 'on', 'speaker'] },
    { label: '内容', fields: ['basis', 'result'] },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: { year: 'on', names: ['member', 'speaker'], sector: 'member' },
  alike: [['member', 'on', 'talkType']],
  migrations: [],
};
