import { SCHEME_NAMES } from './enumerations/scoring.ts';
import type { RecordKind } from './kind.ts';
import { member } from './member.ts';
import { organisation } from './organisation.ts';
import { joined, numberOf, targetOf, targetTitle, textOf } from './read-value.ts';
import type { Lookup, Problems, Values } from './record.ts';
import { subdistrictOffice } from './subdistrict-office.ts';

/** What an entry may be about; exactly one is filled in. */
const SUBJECTS = ['member', 'subdistrictOffice', 'organisation', 'proposal'] as const;

/**
 * 人工计分: points no ledger can tell, with their reason and who approved them. Appended only: a wrong one is reversed by
 * another that points at it, so that the ledger of points can be checked from the first line to the last.
 */
export const scoreEntry: RecordKind = {
  id: 'scoreEntry',
  label: '人工计分',
  unit: '笔',
  group: '履职',
  purpose: '台账里数不出来的分，例如失实扣分、推广经验加分。写清理由和批准人；记错了不改不删，用冲销。',
  appendOnly: true,
  fields: {
    member: {
      type: 'reference',
      label: '委员',
      target: 'member',
      aliases: ['姓名', '委员姓名'],
      width: 120,
    },
    subdistrictOffice: {
      type: 'reference',
      label: '街道政协工委',
      target: 'subdistrictOffice',
      aliases: ['街道', '工委'],
      width: 160,
    },
    organisation: {
      type: 'reference',
      label: '承办单位',
      target: 'organisation',
      aliases: ['单位', '单位名称'],
      width: 190,
    },
    proposal: { type: 'reference', label: '提案', target: 'proposal', aliases: ['案由', '提案案由'], width: 260 },
    scheme: {
      type: 'text',
      label: '计分方案',
      required: true,
      codes: SCHEME_NAMES,
      help: '方案的名称；在“履职计分”页记一笔时自动填写',
      aliases: ['方案', '方案编号'],
      unsearched: true,
      width: 130,
    },
    item: {
      type: 'text',
      label: '计分项目',
      required: true,
      help: '方案里的项目编码，例如 X6',
      aliases: ['项目', '项目编码', '指标编码', '编码'],
      width: 100,
    },
    on: {
      type: 'date',
      label: '日期',
      required: true,
      help: '算在这一天所在的年度',
      aliases: ['计分日期', '发生日期'],
      width: 120,
    },
    points: {
      type: 'decimal',
      label: '分值',
      required: true,
      help: '扣分写负数',
      aliases: ['得分', '分数', '加减分'],
      min: -1000,
      max: 1000,
      unit: '分',
      width: 90,
    },
    reason: {
      type: 'longText',
      label: '理由',
      required: true,
      aliases: ['计分理由', '事由', '原因', '说明'],
      width: 260,
    },
    approver: { type: 'text', label: '批准人', required: true, aliases: ['审批人', '批准'], width: 110 },
    reverses: {
      type: 'reference',
      label: '冲销哪一笔',
      target: 'scoreEntry',
      help: '冲销记错的一笔：分值正负相反，其余相同',
      aliases: ['冲销'],
      width: 200,
    },
    files: { type: 'files', label: '附件' },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values, lookup) =>
    [
      textOf(values, 'reverses') ? '冲销' : '',
      subjectTitle(values, lookup) || '未选对象',
      textOf(values, 'item'),
      pointsInWords(values),
    ]
      .filter(Boolean)
      .join(' '),
  subtitle: (values) => joined(textOf(values, 'on'), textOf(values, 'reason').slice(0, 40)),
  list: {
    columns: [
      'on',
      'member',
      'subdistrictOffice',
      'organisation',
      'proposal',
      'scheme',
      'item',
      'points',
      'reason',
      'approver',
      'reverses',
    ],
    filters: ['on', 'scheme', 'item', 'member', 'subdistrictOffice', 'organisation', 'points', 'approver', 'reverses'],
    sort: [['on', 'desc']],
  },
  form: [
    { label: '给谁', fields: ['member', 'subdistrictOffice', 'organisation', 'proposal'] },
    { label: '计分', fields: ['scheme', 'item', 'on', 'points', 'reason', 'approver', 'reverses'] },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: { year: 'on', names: ['member', 'approver'], sector: 'member' },
  unique: [['reverses']],
  alike: [
    ['member', 'scheme', 'item', 'on', 'points'],
    ['subdistrictOffice', 'scheme', 'item', 'on', 'points'],
    ['organisation', 'scheme', 'item', 'on', 'points'],
    ['proposal', 'scheme', 'item', 'on', 'points'],
  ],
  check,
  migrations: [],
};

function check(values: Values, lookup: Lookup, id?: string): Problems {
  const named = SUBJECTS.filter((field) => textOf(values, field) !== '');
  if (named.length === 0) return { member: '请选计分对象：委员、街道政协工委、承办单位或提案' };
  const [, second] = named;
  if (second !== undefined) return { [second]: '一笔只能计给一个对象，请只留一个' };
  if (numberOf(values, 'points') === 0) return { points: '分值不能是 0' };
  const reversed = textOf(values, 'reverses');
  return reversed ? reversalProblem(values, lookup, reversed, id) : {};
}

/** A reversal is the entry itself with the other sign: anything else would leave a remainder nobody can explain. */
function reversalProblem(values: Values, lookup: Lookup, reversed: string, id: string | undefined): Problems {
  if (reversed === id) return { reverses: '一笔不能冲销它自己' };
  const entry = lookup('scoreEntry', reversed)?.values;
  if (!entry) return {};
  if (textOf(entry, 'reverses')) return { reverses: '这一笔本身就是冲销，不能再冲销；确要恢复，请另记一笔' };
  for (const field of [...SUBJECTS, 'scheme', 'item', 'on'])
    if (textOf(values, field) !== textOf(entry, field)) return { [field]: '与被冲销的那一笔不同，请照原样填写' };
  if (numberOf(values, 'points') !== -(numberOf(entry, 'points') ?? 0))
    return { points: `冲销的分值应是 ${-(numberOf(entry, 'points') ?? 0)}` };
  return {};
}

function subjectTitle(values: Values, lookup: Lookup): string {
  return (
    targetTitle(member, values.member, lookup) ||
    targetTitle(subdistrictOffice, values.subdistrictOffice, lookup) ||
    targetTitle(organisation, values.organisation, lookup) ||
    textOf(targetOf(values, 'proposal', 'proposal', lookup), 'title')
  );
}

function pointsInWords(values: Values): string {
  const points = numberOf(values, 'points');
  if (points === undefined) return '';
  return `${points > 0 ? '+' : ''}${points} 分`;
}
