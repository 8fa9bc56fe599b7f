import { contributionFields } from './contribution-fields.ts';
import type { RecordKind } from './kind.ts';
import { member } from './member.ts';
import { organisation } from './organisation.ts';
import { joined, numberOf, targetTitle, textOf } from './read-value.ts';
import type { Problems, Values } from './record.ts';

/** 履职为民: what members and their companies brought to the district and did for its people. */
export const contribution: RecordKind = {
  id: 'contribution',
  label: '履职为民',
  unit: '件',
  group: '履职',
  purpose: '委员和委员企业的招商引资、新增就业、捐款捐物、结对帮扶、好事实事。附证明、经审核的才计分。',
  fields: contributionFields,
  title: (values, lookup) =>
    textOf(values, 'title') ||
    [
      targetTitle(member, values.member, lookup) || targetTitle(organisation, values.organisation, lookup),
      textOf(values, 'contributionType') || '履职为民',
    ]
      .filter(Boolean)
      .join(' '),
  subtitle: (values, lookup) =>
    joined(
      textOf(values, 'on'),
      textOf(values, 'title') ? targetTitle(member, values.member, lookup) : '',
      amountInWords(values),
    ),
  list: {
    columns: [
      'on',
      'member',
      'organisation',
      'contributionType',
      'title',
      'amount',
      'jobs',
      'households',
      'people',
      'items',
      'review',
    ],
    filters: [
      'contributionType',
      'year',
      'on',
      'member',
      'organisation',
      'company',
      'project',
      'introducers',
      'subdistrictOffice',
      'review',
      'campaigns',
      'amount',
    ],
    sort: [['on', 'desc']],
  },
  form: [
    {
      label: '基本',
      fields: ['member', 'organisation', 'contributionType', 'title', 'on', 'place', 'subdistrictOffice'],
    },
    { label: '数量', fields: ['amount', 'jobs', 'households', 'people', 'items'] },
    {
      label: '落户',
      fields: ['company', 'project', 'introducers'],
      when: { contributionType: ['企业落户招商', '新增就业'] },
    },
    { label: '证明与审核', fields: ['proof', 'review', 'reviewNote'] },
    { label: '归类与附件', fields: ['campaigns', 'files', 'remark'] },
  ],
  search: { year: 'on', names: ['member', 'introducers'], sector: 'member' },
  alike: [['member', 'on', 'contributionType', 'amount', 'title']],
  check: (values): Problems =>
    values.member || values.organisation ? {} : { member: '请选委员；委员企业做的，请选单位' },
  warn: warnContribution,
  derive: (values) => {
    const year = /^\d{4}/.exec(textOf(values, 'on'))?.[0];
    return { ...values, year: year === undefined ? undefined : Number(year) };
  },
  migrations: [],
};

/** What is counted of each type: without it the contribution adds nothing to the figures of the year. */
const MEASURES: Readonly<Record<string, readonly (readonly [field: string, wish: string])[]>> = {
  企业落户招商: [
    ['company', '企业落户招商，请选落户企业，年报按企业去重计数'],
    ['amount', '企业落户招商，请填引资金额（万元）'],
  ],
  新增就业: [['jobs', '新增就业，请填人数']],
  捐款捐物: [['amount', '捐款捐物，请填金额，捐物的按折价（万元）']],
  // Households and people stand side by side in the annual report.
  结对帮扶: [
    ['households', '结对帮扶，请填户数'],
    ['people', '结对帮扶，请填人数'],
  ],
  好事实事: [['items', '好事实事，请填件数']],
  义诊法律咨询: [['people', '义诊、法律咨询，请填服务人数']],
};

function warnContribution(values: Values): Problems {
  const warnings: Record<string, string> = {};
  for (const [field, wish] of MEASURES[textOf(values, 'contributionType')] ?? []) {
    if (values[field] === undefined) warnings[field] = wish;
  }
  const review = textOf(values, 'review');
  if (review === '已核' && !values.proof) warnings.proof = '已经审核的，请附证明材料；没有证明的不计分';
  if (review === '不予认定' && !values.reviewNote) warnings.reviewNote = '不予认定的，请写明理由';
  return warnings;
}

function amountInWords(values: Values): string {
  const parts = (
    [
      ['amount', '万元'],
      ['jobs', '人就业'],
      ['households', '户'],
      ['people', '人'],
      ['items', '件'],
    ] as const
  ).flatMap(([field, unit]) => {
    const value = numberOf(values, field);
    return value === undefined ? [] : [`${value}${unit}`];
  });
  return parts.join('，');
}
