import { rowsOf, textOf } from '../records/read-value.ts';
import type { Problems, StoredRecord, Values } from '../records/record.ts';
import type { Move, MoveInput, WorkContext } from './machine.ts';
import { PROPOSAL_OFFICE, SIGNERS } from './offices.ts';
import {
  answeringRows,
  feedbackRound,
  isUnsatisfied,
  proposersUnasked,
  replyRound,
  roundOf,
  standingReplies,
  unansweredRows,
  unitNames,
} from './proposal-reading.ts';

/** From the unit's answer to the archive: 答复, 审核, 征询, 重新办理, 办结, 跟踪. */

const by = [...PROPOSAL_OFFICE];

const newRows = (values: Values, field: string, input: MoveInput, complete: (row: Values) => Values): Values => {
  const rows = rowsOf(values, field);
  const first = rows.length - (input.rows[field]?.length ?? 0);
  return { ...values, [field]: rows.map((row, index) => (index < first ? row : complete(row))) };
};

const setUnits = (values: Values, units: ReadonlySet<string>, state: string): Values => ({
  ...values,
  assignments: rowsOf(values, 'assignments').map((row) =>
    units.has(textOf(row, 'unit')) && textOf(row, 'state') !== '退办申请' ? { ...row, state } : row,
  ),
});

const unitsOf = (rows: readonly Values[]): ReadonlySet<string> => new Set(rows.map((row) => textOf(row, 'unit')));

function checkReply(record: StoredRecord, input: MoveInput): Problems {
  const problems: Record<string, string> = {};
  const answering = unitsOf(answeringRows(record.values));
  const owing = unitsOf(unansweredRows(record.values));
  (input.rows.replies ?? []).forEach((row, index) => {
    const unit = textOf(row, 'unit');
    if (!answering.has(unit))
      problems[`replies.${index}.unit`] = '这家单位不是主办（分办、独办）单位；会办单位请用“会办意见”';
    else if (!owing.has(unit))
      problems[`replies.${index}.unit`] = '这家单位已经答复；要重写，请先“退回重办”或“重新办理”';
    const on = textOf(row, 'repliedOn');
    if (on > input.on) problems[`replies.${index}.repliedOn`] = '答复日还没有到，请核对';
  });
  return problems;
}

/** All members and units that were to be asked have answered, and what they said is bearable. */
function closingBlocked(record: StoredRecord, context: WorkContext): string | undefined {
  const { values } = record;
  const open = unansweredRows(values);
  if (open.length > 0) return `还没有答复：${unitNames(open, context)}`;
  const unasked = proposersUnasked(record, context);
  if (unasked.length > 0) return `还没有征询：${unasked.map(({ name }) => name).join('、')}`;
  const round = feedbackRound(values);
  const unhappy = rowsOf(values, 'feedback').some((row) => roundOf(row) === round && isUnsatisfied(row));
  // After a second round the office may close with its reasons: some wishes cannot be met.
  if (unhappy && round < 2) return '有提案人不满意，请先“重新办理”';
  return undefined;
}

const hasUnhappy = (values: Values): boolean => {
  const round = feedbackRound(values);
  return rowsOf(values, 'feedback').some((row) => roundOf(row) === round && isUnsatisfied(row));
};

const isClassB = (values: Values): boolean => standingReplies(values).some((row) => textOf(row, 'class') === 'B');

const REPLY_COLUMNS = [
  'unit',
  'number',
  'title',
  'text',
  'class',
  'signer',
  'contact',
  'tel',
  'repliedOn',
  'contactWays',
  'contactCount',
  'isOpen',
];
const FEEDBACK_COLUMNS = [
  'member',
  'name',
  'unit',
  'attitude',
  'result',
  'heardBy',
  'targeted',
  'leaderReplied',
  'opinion',
  'on',
];
const FOLLOW_UP = {
  rows: 'followUps',
  columns: ['form', 'unit', 'on', 'leaders', 'problem', 'result', 'event'],
  required: ['form'],
};
const stays = (before: StoredRecord): string => textOf(before.values, 'state');
const datedFollowUp = (values: Values, input: MoveInput): Values =>
  newRows(values, 'followUps', input, (row) => ({ ...row, on: textOf(row, 'on') || input.on }));

const replyMoves: readonly Move[] = [
  {
    id: 'reply',
    label: '答复',
    from: ['办理中', '重新办理', '答复退回'],
    to: '已答复',
    by,
    form: [{ rows: 'replies', columns: REPLY_COLUMNS, required: ['unit', 'class'], repeated: true }],
    blocked: ({ values }) =>
      answeringRows(values).length === 0 ? '还没有主办（分办、独办）单位，请先在承办单位里登记' : undefined,
    // One unit that owes an answer is the one that answers; its class is the clerk's to say.
    preset: ({ values }) => {
      const owing = unansweredRows(values);
      return owing.length === 1 ? { rows: { replies: [{ unit: owing[0]?.unit }] } } : {};
    },
    check: checkReply,
    apply: (values, input) => {
      const round = replyRound(values);
      const answered = newRows(values, 'replies', input, (row) => ({
        ...row,
        repliedOn: textOf(row, 'repliedOn') || input.on,
        review: '待审',
        round,
      }));
      return setUnits(answered, unitsOf(input.rows.replies ?? []), '已答复');
    },
    // The case has its answer when the last of its units has given one.
    leads: (before, values) => (unansweredRows(values).length === 0 ? '已答复' : stays(before)),
    makes: [{ type: 'task', label: '审核答复' }],
    tone: 'primary',
  },
  {
    id: 'approve',
    label: '审核通过',
    from: ['已答复'],
    to: '已答复',
    by: [...PROPOSAL_OFFICE, ...SIGNERS],
    form: [],
    blocked: ({ values }) =>
      standingReplies(values).every((row) => textOf(row, 'review') === '通过') ? '答复都已审核通过' : undefined,
    apply: (values) => ({
      ...values,
      replies: rowsOf(values, 'replies').map((row) =>
        textOf(row, 'review') === '退回重办' ? row : { ...row, review: '通过' },
      ),
    }),
    tone: 'primary',
  },
  {
    id: 'sendReplyBack',
    label: '退回重办',
    from: ['已答复'],
    to: '答复退回',
    by: [...PROPOSAL_OFFICE, ...SIGNERS],
    form: [
      {
        rows: 'replies',
        columns: ['unit', 'reviewNote'],
        required: ['unit', 'reviewNote'],
        into: 'unit',
        repeated: true,
      },
    ],
    preset: ({ values }) => {
      const waiting = standingReplies(values).filter((row) => textOf(row, 'review') !== '通过');
      return waiting.length === 1 ? { rows: { replies: [{ unit: waiting[0]?.unit }] } } : {};
    },
    apply: (values, input) => {
      const units = unitsOf(input.rows.replies ?? []);
      const rows = rowsOf(values, 'replies');
      const replies = rows.map((row, index) => {
        const unit = textOf(row, 'unit');
        const last = rows.findLastIndex((other) => textOf(other, 'unit') === unit) === index;
        return units.has(unit) && last ? { ...row, review: '退回重办' } : row;
      });
      return setUnits({ ...values, replies }, units, '办理中');
    },
    makes: [{ type: 'deadline', label: '重新答复' }],
    tone: 'danger',
  },
  {
    id: 'ask',
    label: '送提案人征询',
    from: ['已答复'],
    to: '征询意见',
    by,
    form: [],
    blocked: ({ values }, context) => {
      const waiting = standingReplies(values).filter((row) => textOf(row, 'review') !== '通过');
      return waiting.length > 0 ? `答复还没有审核通过：${unitNames(waiting, context)}` : undefined;
    },
    makes: [
      { type: 'deadline', label: '征询期限' },
      { type: 'document', label: '征询意见表' },
    ],
    tone: 'primary',
  },
];

const closingMoves: readonly Move[] = [
  {
    id: 'feedback',
    label: '登记征询意见',
    from: ['征询意见'],
    to: '征询意见',
    by,
    form: [{ rows: 'feedback', columns: FEEDBACK_COLUMNS, required: ['attitude', 'result'], repeated: true }],
    preset: (record, context) => ({
      rows: {
        feedback: proposersUnasked(record, context).map(({ member, name }) => (member ? { member } : { name })),
      },
    }),
    check: (_record, input) => {
      const problems: Record<string, string> = {};
      (input.rows.feedback ?? []).forEach((row, index) => {
        if (!row.member && !row.name) problems[`feedback.${index}.member`] = '请选提案人，或写下提出单位的名称';
      });
      return problems;
    },
    apply: (values, input) => {
      const round = feedbackRound(values);
      return newRows(values, 'feedback', input, (row) => ({ ...row, on: textOf(row, 'on') || input.on, round }));
    },
    tone: 'primary',
  },
  {
    id: 'redo',
    label: '重新办理',
    from: ['征询意见'],
    to: '重新办理',
    by: [...PROPOSAL_OFFICE, ...SIGNERS],
    form: [],
    blocked: ({ values }) => (hasUnhappy(values) ? undefined : '没有提案人表示不满意'),
    apply: (values) => setUnits(values, unitsOf(answeringRows(values)), '重新办理'),
    makes: [
      { type: 'deadline', label: '重新办理期限' },
      { type: 'document', label: '重新办理通知' },
    ],
    tone: 'danger',
  },
  {
    id: 'close',
    label: '办结',
    from: ['征询意见'],
    to: '办结',
    by: [...PROPOSAL_OFFICE, ...SIGNERS],
    form: [],
    blocked: closingBlocked,
    check: ({ values }, input) =>
      hasUnhappy(values) && !input.note ? { note: '仍有提案人不满意，请写明办结的理由' } : ({} as Problems),
    apply: (values) => setUnits(values, unitsOf(rowsOf(values, 'assignments')), '办结'),
    tone: 'primary',
  },
  {
    id: 'track',
    label: '跟踪',
    from: ['办结'],
    to: '跟踪',
    by,
    form: [],
    blocked: ({ values }) => (isClassB(values) ? undefined : '没有 B 类答复（正在解决或列入计划），不需要跟踪'),
    makes: [{ type: 'deadline', label: '回头看' }],
  },
  {
    id: 'lookBack',
    label: '回头看',
    from: ['跟踪'],
    to: '跟踪',
    by,
    form: [FOLLOW_UP],
    preset: () => ({ rows: { followUps: [{ form: '回头看' }] } }),
    apply: datedFollowUp,
    tone: 'primary',
  },
  {
    id: 'supervise',
    label: '督办',
    from: ['已交办', '办理中', '退办异议', '已答复', '答复退回', '征询意见', '重新办理', '办结'],
    to: '办理中',
    by: [...PROPOSAL_OFFICE, ...SIGNERS],
    form: [FOLLOW_UP],
    preset: () => ({ rows: { followUps: [{ form: '书面催办' }] } }),
    apply: datedFollowUp,
    leads: stays,
    makes: [{ type: 'document', label: '提案督办通知' }],
  },
  {
    id: 'archive',
    label: '归档',
    from: ['办结', '跟踪'],
    to: '归档',
    by,
    form: [],
    blocked: ({ values }) => {
      const seen = rowsOf(values, 'followUps').some((row) => textOf(row, 'form') !== '书面催办');
      if (textOf(values, 'state') === '跟踪' && !seen) return '还没有“回头看”，落实情况没有确认';
      return textOf(values, 'state') === '办结' && isClassB(values) && !seen
        ? 'B 类答复请先“跟踪”，落实后再归档'
        : undefined;
    },
  },
];

export const answeringMoves: readonly Move[] = [...replyMoves, ...closingMoves];
