import { textOf } from '../records/read-value.ts';
import type { StoredRecord, Values } from '../records/record.ts';
import { enteredOn } from './log.ts';
import type { Deadline, Machine, Move, WorkContext } from './machine.ts';
import { nextReceiptNumber } from './numbering.ts';
import { CONSULT_OFFICE, GENERAL_OFFICE } from './offices.ts';
import { problemIf } from './one-problem.ts';
import { titleOfRecord } from './proposal-reading.ts';

const by = [...GENERAL_OFFICE, ...CONSULT_OFFICE, '研究室', '提案委'].filter(
  (role, at, all) => all.indexOf(role) === at,
);

const toUnit: readonly Move[] = [
  {
    id: 'transfer',
    label: '转办',
    from: ['待转'],
    to: '已转办',
    by,
    form: [{ field: 'mainUnit', required: true }, { field: 'coUnits' }, { field: 'due' }],
    check: (_record, { values, on }) =>
      problemIf(values.due && textOf(values, 'due') < on, 'due', '答复时限早于转办日，请核对'),
    apply: (values, { on }, context) =>
      values.due ? values : { ...values, due: context.after(on, 'suggestion.reply') },
    makes: [
      { type: 'deadline', label: '送达、签收、答复期限' },
      { type: 'document', label: '意见建议转办清单' },
    ],
    tone: 'primary',
  },
  {
    id: 'onTheSpot',
    label: '现场答复',
    from: ['待转'],
    to: '已答复',
    by,
    form: [{ field: 'mainUnit' }, { field: 'reply', required: true }, { field: 'repliedOn' }],
    apply: (values, { on }) => ({ ...values, onTheSpot: true, repliedOn: values.repliedOn ?? on }),
  },
  {
    id: 'deliver',
    label: '送达',
    from: ['已转办'],
    to: '已转办',
    by,
    form: [{ field: 'deliveredOn' }],
    blocked: ({ values }) => (values.deliveredOn ? '已经送达' : undefined),
    apply: (values, { on }) => ({ ...values, deliveredOn: values.deliveredOn ?? on }),
    tone: 'primary',
  },
  {
    id: 'sign',
    label: '收条签收',
    from: ['已转办'],
    to: '办理中',
    by,
    form: [{ field: 'receiptSigner', required: true }, { field: 'receiptOn' }, { field: 'receiptNumber' }],
    preset: ({ values }, context) => ({
      values: { receiptNumber: textOf(values, 'receiptNumber') || nextReceiptNumber(context.today, context) },
    }),
    check: (record, input, context) => {
      const number = textOf(input.values, 'receiptNumber');
      const taken = context
        .list('suggestion')
        .some(({ id, values }) => id !== record.id && values.receiptNumber === number);
      if (number && taken) return { receiptNumber: `收条编号“${number}”已经用过` };
      const received = textOf(input.values, 'receiptOn') || input.on;
      const delivered = textOf(record.values, 'deliveredOn');
      return problemIf(delivered && received < delivered, 'receiptOn', '签收日早于送达日，请核对');
    },
    apply: (values, { on }) => {
      const receiptOn = textOf(values, 'receiptOn') || on;
      return { ...values, receiptOn, deliveredOn: values.deliveredOn ?? receiptOn };
    },
    makes: [{ type: 'document', label: '收条' }],
    tone: 'primary',
  },
  {
    id: 'reassign',
    label: '改派',
    from: ['已转办', '办理中'],
    to: '已转办',
    by,
    form: [{ field: 'mainUnit', required: true }, { field: 'coUnits' }, { field: 'due' }],
    reason: '改派的原因',
    check: (record, input) =>
      problemIf(input.values.mainUnit === record.values.mainUnit, 'mainUnit', '还是原来的单位，没有改派'),
    apply: ({ deliveredOn: _on, receiptNumber: _number, receiptSigner: _signer, receiptOn: _day, ...values }) => values,
  },
];

const answered: readonly Move[] = [
  {
    id: 'reply',
    label: '答复',
    from: ['已转办', '办理中', '跟踪'],
    to: '已答复',
    by,
    form: [{ field: 'reply', required: true }, { field: 'repliedOn' }],
    apply: (values, { on }) => ({ ...values, repliedOn: values.repliedOn ?? on }),
    tone: 'primary',
  },
  {
    id: 'adopt',
    label: '登记采纳情况',
    from: ['已答复', '跟踪', '办结'],
    to: '已答复',
    by,
    form: [{ field: 'adoption', required: true }, { field: 'notAdoptedReason' }],
    check: ({ values }, input) =>
      problemIf(
        input.values.adoption === '未采纳' && !input.values.notAdoptedReason && !values.notAdoptedReason,
        'notAdoptedReason',
        '未采纳的，请写明原因',
      ),
    leads: (before, values) => {
      const state = textOf(before.values, 'state');
      if (values.adoption === '未采纳') return '不予采纳';
      return values.adoption === '列入计划' && state === '已答复' ? '跟踪' : state;
    },
    tone: 'primary',
  },
  {
    id: 'convert',
    label: '登记转化成果',
    from: ['已答复', '跟踪', '办结'],
    to: '已答复',
    by,
    form: [{ rows: 'conversions', columns: ['type', 'title', 'on', 'evidence'], required: ['type', 'title'] }],
    apply: (values, { on }) => ({
      ...values,
      conversions: (values.conversions as readonly Values[]).map((row) => (row.on ? row : { ...row, on })),
    }),
    leads: (before) => textOf(before.values, 'state'),
  },
  { id: 'track', label: '跟踪', from: ['已答复'], to: '跟踪', by, form: [] },
  {
    id: 'close',
    label: '办结',
    from: ['已答复', '跟踪'],
    to: '办结',
    by,
    form: [],
    blocked: ({ values }) => (values.adoption ? undefined : '还没有登记采纳情况'),
    tone: 'primary',
  },
  {
    id: 'refuse',
    label: '不予采纳',
    from: ['待转', '已转办', '办理中', '已答复', '跟踪'],
    to: '不予采纳',
    by,
    form: [{ field: 'notAdoptedReason', required: true }],
    apply: (values) => ({ ...values, adoption: '未采纳' }),
    tone: 'danger',
  },
  {
    id: 'reopen',
    label: '重新转办',
    from: ['不予采纳'],
    to: '待转',
    by,
    form: [],
    reason: '重新转办的原因',
    apply: ({ adoption: _adoption, notAdoptedReason: _reason, ...values }) => values,
  },
];

/** 意见建议 with its 收条 (domain A.3 suggestion, H.7): numbered, delivered, signed for, answered, turned to use. */
export const suggestionMachine: Machine = {
  id: 'suggestion',
  kind: 'suggestion',
  label: '意见建议办理',
  field: 'state',
  log: 'log',
  initial: ['待转'],
  states: {
    待转: { meaning: '已编号，等转给主责部门', tone: 'waiting' },
    已转办: { meaning: '转给了部门，等送达签收', tone: 'active' },
    办理中: { meaning: '部门签了收条，正在办理', tone: 'active' },
    已答复: { meaning: '部门答复了，等登记采纳情况', tone: 'waiting' },
    跟踪: { meaning: '列入计划，等落实', tone: 'active' },
    办结: { meaning: '采纳情况清楚，办完了', tone: 'good', final: true },
    不予采纳: { meaning: '没有采纳，写明了原因', tone: 'ended', final: true },
  },
  moves: [...toUnit, ...answered],
  deadlines: suggestionDeadlines,
};

function suggestionDeadlines({ values }: StoredRecord, context: WorkContext): readonly Deadline[] {
  const state = textOf(values, 'state');
  const unit = titleOfRecord('organisation', textOf(values, 'mainUnit'), context);
  const charged = unit ? { responsible: unit } : {};
  const found: Deadline[] = [];
  if (state === '待转') {
    // The five days begin with the meeting, the visit, the paper it comes from.
    const from = sourceDay(values, context);
    const due = from && context.after(from, 'suggestion.deliver');
    if (due)
      found.push({ key: 'transfer', label: '转办期限', due, responsible: '办公室', verb: '转办', move: 'transfer' });
  }
  if (state === '已转办') {
    const delivered = textOf(values, 'deliveredOn');
    const from = enteredOn(values, '已转办');
    const due = sourceDay(values, context) || from;
    if (due) {
      const at = context.after(due, 'suggestion.deliver');
      const met = delivered ? { doneOn: delivered } : {};
      found.push({
        key: 'deliver',
        label: '送达期限',
        due: at,
        responsible: '办公室',
        verb: '送达',
        move: 'deliver',
        ...met,
      });
    }
    if (delivered) {
      const sign = context.after(delivered, 'suggestion.sign');
      found.push({ key: 'sign', label: '收条签收期限', due: sign, verb: '催签收', move: 'sign', ...charged });
    }
  }
  const due = textOf(values, 'due');
  if (due && (state === '已转办' || state === '办理中')) {
    found.push({ key: 'reply', label: '答复期限', due, verb: '催答复', move: 'reply', ...charged });
  }
  if (state === '跟踪') {
    const from = enteredOn(values, '跟踪') || textOf(values, 'repliedOn');
    const at = from && context.after(from, 'suggestion.followUp');
    if (at) found.push({ key: 'followUp', label: '跟踪落实', due: at, verb: '跟踪', move: 'close', ...charged });
  }
  return found;
}

const SOURCES: readonly (readonly [field: string, kind: string, day: string])[] = [
  ['event', 'event', 'start'],
  ['opinion', 'opinion', 'receivedOn'],
  ['proposal', 'proposal', 'submittedOn'],
  ['report', 'researchReport', 'finishedOn'],
  ['topic', 'topic', 'raisedOn'],
];

/** Day of what the suggestion comes from; '' when that is not known. */
function sourceDay(values: Values, { lookup }: WorkContext): string {
  for (const [field, kind, day] of SOURCES) {
    const id = textOf(values, field);
    const source = id ? lookup(kind, id) : undefined;
    if (source) return textOf(source.values, day).slice(0, 10);
  }
  return '';
}
