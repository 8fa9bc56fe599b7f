import { textOf } from '../records/read-value.ts';
import type { StoredRecord } from '../records/record.ts';
import type { Move } from './machine.ts';
import { OPINION_OFFICE, SIGNERS } from './offices.ts';

/** From the paper that comes in to the signature: 初选, 编辑, 核稿, 签发. */

const by = [...OPINION_OFFICE];

/** Complaints against named persons, single petitions, what is not verified go another way (H.2). */
function sensitive({ values }: StoredRecord): string | undefined {
  const marks = Array.isArray(values.sensitivity) ? (values.sensitivity as readonly unknown[]) : [];
  if (marks.length === 0) return undefined;
  return `有敏感标注：${marks.join('、')}，不予采用；已核实或已处理的，请先在记录里去掉标注`;
}

const duplicate = ({ values }: StoredRecord): string | undefined =>
  values.duplicateOf ? '已标为重复来稿，请用先前的那一篇；标错了请先在记录里清空“重复于”' : undefined;

export const opinionEditingMoves: readonly Move[] = [
  {
    id: 'screen',
    label: '初选',
    from: ['登记'],
    to: '初选',
    by,
    form: [{ field: 'category' }, { field: 'sensitivity' }],
    tone: 'primary',
  },
  {
    id: 'select',
    label: '拟用',
    from: ['初选', '留存待用'],
    to: '拟用',
    by,
    form: [],
    blocked: (record) => sensitive(record) ?? duplicate(record),
    tone: 'primary',
  },
  {
    id: 'askMore',
    label: '要求补充',
    from: ['登记', '初选'],
    to: '要求补充',
    by,
    form: [],
    reason: '要补充什么',
  },
  { id: 'supplemented', label: '已补充', from: ['要求补充'], to: '初选', by, form: [], tone: 'primary' },
  { id: 'hold', label: '留存待用', from: ['初选', '拟用', '要求补充'], to: '留存待用', by, form: [] },
  {
    id: 'decline',
    label: '不录用',
    from: ['初选', '要求补充', '拟用', '留存待用', '编辑', '核稿'],
    to: '未录用',
    by,
    form: [{ field: 'sensitivity' }],
    reason: '不录用的原因',
    tone: 'danger',
  },
  { id: 'edit', label: '编辑', from: ['拟用'], to: '编辑', by, form: [], tone: 'primary' },
  {
    id: 'sendToCheck',
    label: '送核稿',
    from: ['编辑'],
    to: '核稿',
    by,
    form: [
      { field: 'title', required: true },
      { field: 'problem', required: true },
      { field: 'advice', required: true },
    ],
    preset: ({ values }) => ({ values: { title: textOf(values, 'title') || textOf(values, 'rawTitle') } }),
    tone: 'primary',
  },
  {
    id: 'backToEdit',
    label: '退回编辑',
    from: ['核稿', '签发'],
    to: '编辑',
    by: [...OPINION_OFFICE, ...SIGNERS],
    form: [],
    reason: '要改什么',
  },
  {
    id: 'sign',
    label: '签发',
    from: ['核稿'],
    to: '签发',
    by: [...SIGNERS],
    form: [],
    blocked: sensitive,
    tone: 'primary',
  },
];
