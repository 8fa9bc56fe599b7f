import { pointingAt } from './counting.ts';
import type { RecordKind } from './kind.ts';
import { planItemFields } from './plan-item-fields.ts';
import { joined, listOf, numberOf, textOf } from './read-value.ts';
import type { Problems, StoredRecord, Values } from './record.ts';

/** States of an event that has taken place. Without a look at the clock: what is planned becomes done by its state. */
const HELD: readonly string[] = ['进行中', '已结束', '已归档'];

/** 年度计划项: what a year promises, and how much of it has been done. */
export const planItem: RecordKind = {
  id: 'planItem',
  label: '年度计划',
  unit: '项',
  group: '机关',
  purpose: '年度协商计划、街道和界别的年度计划、专委会要点。活动挂上计划项，完成几次、是否达标自动算出。',
  fields: planItemFields,
  title: (values) => textOf(values, 'topic') || '未填主题的计划项',
  subtitle: (values) => {
    const year = numberOf(values, 'year');
    const month = numberOf(values, 'month');
    return joined(
      year === undefined ? '' : `${year}年${month === undefined ? '' : `${month}月`}`,
      textOf(values, 'planType'),
      textOf(values, 'form'),
    );
  },
  list: {
    columns: [
      'year',
      'planType',
      'topic',
      'form',
      'month',
      'responsible',
      'target',
      'doneCount',
      'reached',
      'approval',
    ],
    filters: [
      'year',
      'planType',
      'month',
      'subdistrictOffice',
      'sector',
      'committee',
      'approval',
      'reached',
      'form',
      'campaigns',
    ],
    sort: [
      ['year', 'desc'],
      ['planType', 'asc'],
      ['month', 'asc'],
    ],
  },
  form: [
    { label: '计划', fields: ['year', 'planType', 'topic', 'form', 'month', 'target', 'responsible'] },
    { label: '所属街道', fields: ['subdistrictOffice'], when: { planType: ['街道年度计划'] } },
    { label: '所属界别', fields: ['sector'], when: { planType: ['界别计划'] } },
    { label: '承办专委会', fields: ['committee'], when: { planType: ['年度协商计划', '专委会要点'] } },
    { label: '报批', fields: ['approval', 'approvedOn'], when: { planType: ['年度协商计划'] } },
    { label: '完成', fields: ['events', 'result'] },
    { label: '归类与附件', fields: ['campaigns', 'files', 'remark'] },
  ],
  search: { year: 'year', sector: 'sector' },
  alike: [['topic', 'year', 'planType', 'month', 'subdistrictOffice', 'sector', 'committee']],
  warn: warnPlan,
  computed: (record, { list, lookup }) => {
    if (!list) return {};
    const linked = new Map<string, StoredRecord>();
    for (const event of pointingAt(list('event'), 'planItem', record.id)) linked.set(event.id, event);
    for (const id of listOf(record.values, 'events')) {
      const event = lookup('event', id);
      if (event) linked.set(id, event);
    }
    const doneCount = [...linked.values()].filter(({ values }) => HELD.includes(textOf(values, 'status'))).length;
    return { doneCount, reached: doneCount >= (numberOf(record.values, 'target') ?? 1) };
  },
  migrations: [],
};

function warnPlan(values: Values): Problems {
  const type = textOf(values, 'planType');
  if (type === '年度协商计划' && !values.approval) return { approval: '年度协商计划的议题，请选报批情况' };
  return {};
}
