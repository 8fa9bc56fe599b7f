import { rowsOf, textOf } from '../records/read-value.ts';
import type { Problems, StoredRecord, Values } from '../records/record.ts';
import type { Move, MoveInput, Preset, WorkContext } from './machine.ts';
import { PROPOSAL_OFFICE, SIGNERS } from './offices.ts';
import { advisedRows, checkDue, checkRoles, handOut } from './proposal-assigning.ts';
import {
  answeringRows,
  handlingRows,
  isCoUnit,
  isHandling,
  refusedReturn,
  titleOfRecord,
  unitNames,
} from './proposal-reading.ts';

/** From 立案 to the handling units: 交办, 签收, 退办, 延期, 会办. */

const by = [...PROPOSAL_OFFICE];

const inState = (values: Values, states: readonly string[]): readonly Values[] =>
  handlingRows(values).filter((row) => states.includes(textOf(row, 'state')));

/** Sets values of the rows the input named. */
function onNamed(values: Values, input: MoveInput, change: (row: Values) => Values): Values {
  const named = new Set((input.rows.assignments ?? []).map((row) => textOf(row, 'unit')));
  const rows = rowsOf(values, 'assignments');
  return {
    ...values,
    assignments: rows.map((row, index) => {
      const unit = textOf(row, 'unit');
      const last = rows.findLastIndex((other) => textOf(other, 'unit') === unit) === index;
      return named.has(unit) && last ? change(row) : row;
    }),
  };
}

/** The row that is there for each unit of the input, with its place in the input. */
function namedRows(record: StoredRecord, input: MoveInput): { row: Values; given: Values; index: number }[] {
  return (input.rows.assignments ?? []).flatMap((given, index) => {
    const row = rowsOf(record.values, 'assignments').findLast(
      (there) => textOf(there, 'unit') === textOf(given, 'unit'),
    );
    return row ? [{ row, given, index }] : [];
  });
}

const returnWindow = (row: Values, context: WorkContext): string =>
  context.after(textOf(row, 'handedOn'), 'proposal.return');

/** Units that may still ask to be let go, on this day. */
const mayReturn = (record: StoredRecord, context: WorkContext): readonly Values[] =>
  inState(record.values, ['待签收', '办理中']).filter((row) => context.today <= returnWindow(row, context));

/** A co-unit may be late: its opinion is taken while the case is open. */
const UNIT_STATES = ['已交办', '办理中', '重新办理', '答复退回', '已答复', '征询意见'];
const stays = (before: StoredRecord): string => textOf(before.values, 'state');

export const handlingMoves: readonly Move[] = [
  {
    id: 'assign',
    label: '交办',
    from: ['立案'],
    to: '已交办',
    by: [...PROPOSAL_OFFICE, ...SIGNERS],
    form: [
      { rows: 'assignments', columns: ['unit', 'role', 'batch', 'due'], required: ['unit', 'role'], repeated: true },
      { field: 'handlingLeader' },
    ],
    preset: (record) => ({ rows: { assignments: advisedRows(record) } }),
    check: (record, input, context) => ({
      ...checkRoles(input.rows.assignments ?? [], handlingRows(record.values)),
      ...checkDue(input.rows.assignments ?? [], input.on, context),
    }),
    apply: handOut,
    makes: [
      { type: 'deadline', label: '签收与退办期限' },
      { type: 'deadline', label: '答复期限' },
      { type: 'document', label: '提案转办单' },
    ],
    tone: 'primary',
  },
  {
    id: 'sign',
    label: '签收',
    from: ['已交办', '办理中'],
    to: '办理中',
    by,
    form: [{ rows: 'assignments', columns: ['unit', 'receivedOn'], required: ['unit'], into: 'unit', repeated: true }],
    blocked: ({ values }) => (inState(values, ['待签收']).length > 0 ? undefined : '承办单位都已经签收'),
    preset: ({ values }) => ({
      rows: { assignments: inState(values, ['待签收']).map((row) => ({ unit: row.unit })) },
    }),
    check: (record, input) => {
      const problems: Record<string, string> = {};
      for (const { row, given, index } of namedRows(record, input)) {
        const received = textOf(given, 'receivedOn') || input.on;
        if (textOf(row, 'state') !== '待签收') problems[`assignments.${index}.unit`] = '这家单位已经签收，或不再承办';
        else if (received < textOf(row, 'handedOn')) {
          problems[`assignments.${index}.receivedOn`] = '签收日早于交办日，请核对';
        }
      }
      return problems;
    },
    apply: (values, input) =>
      onNamed(values, input, (row) => ({ ...row, receivedOn: textOf(row, 'receivedOn') || input.on, state: '办理中' })),
    tone: 'primary',
  },
  {
    id: 'return',
    label: '退办异议',
    from: ['已交办', '办理中'],
    to: '退办异议',
    by,
    form: [
      {
        rows: 'assignments',
        columns: ['unit', 'returnReason'],
        required: ['unit', 'returnReason'],
        into: 'unit',
        repeated: true,
      },
    ],
    blocked: (record, context) => {
      if (mayReturn(record, context).length > 0) return undefined;
      const last = inState(record.values, ['待签收', '办理中'])
        .map((row) => returnWindow(row, context))
        .sort()
        .at(-1);
      if (!last) return '没有正在承办的单位';
      return `已过退办期限${last}（交办后${context.span('proposal.return')}）；在期限内提出的，请把办理日期填成提出的那一天`;
    },
    preset: (record, context) => onlyUnit(mayReturn(record, context)),
    check: (record, input, context) => {
      const problems: Record<string, string> = {};
      for (const { row, index } of namedRows(record, input)) {
        if (!mayReturn(record, context).includes(row)) {
          problems[`assignments.${index}.unit`] = `这家单位的退办期限到${returnWindow(row, context)}为止`;
        }
      }
      return problems;
    },
    apply: (values, input) =>
      onNamed(values, input, ({ returnResult: _old, ...row }) => ({ ...row, returnedOn: input.on, state: '退办申请' })),
    makes: [{ type: 'task', label: '重新确定承办单位' }],
  },
  {
    id: 'reassign',
    label: '重新确定承办单位',
    from: ['退办异议'],
    to: '已交办',
    by: [...PROPOSAL_OFFICE, ...SIGNERS],
    form: [
      { rows: 'assignments', columns: ['unit', 'role', 'batch', 'due'], required: ['unit', 'role'], repeated: true },
    ],
    check: (record, input, context) => ({
      ...checkRoles(input.rows.assignments ?? [], handlingRows(record.values)),
      ...checkDue(input.rows.assignments ?? [], input.on, context),
    }),
    apply: (values, input, context) => {
      const units = unitNames(input.rows.assignments ?? [], context);
      const rows = rowsOf(values, 'assignments').map((row) =>
        isHandling(row) || row.returnResult ? row : { ...row, returnResult: `同意退办，改由${units}承办` },
      );
      return handOut({ ...values, assignments: rows }, input, context);
    },
    makes: [{ type: 'deadline', label: '答复期限' }],
    tone: 'primary',
  },
  {
    id: 'refuseReturn',
    label: '不同意退办',
    from: ['退办异议'],
    to: '办理中',
    by: [...PROPOSAL_OFFICE, ...SIGNERS],
    form: [],
    reason: '不同意退办的理由',
    apply: (values, { note }) => ({
      ...values,
      assignments: rowsOf(values, 'assignments').map((row) =>
        isHandling(row) || row.returnResult
          ? row
          : { ...row, returnResult: `${refusedReturn}：${note ?? ''}`, state: row.receivedOn ? '办理中' : '待签收' },
      ),
    }),
    leads: (_before, values) => (inState(values, ['办理中', '已答复']).length > 0 ? '办理中' : '已交办'),
  },
  {
    id: 'extend',
    label: '延期',
    from: ['办理中', '重新办理'],
    to: '办理中',
    by: [...PROPOSAL_OFFICE, ...SIGNERS],
    form: [
      {
        rows: 'assignments',
        columns: ['unit', 'extensionReason', 'extensionApprover', 'extendedTo'],
        required: ['unit', 'extensionReason', 'extensionApprover', 'extendedTo'],
        into: 'unit',
      },
    ],
    preset: ({ values }) => onlyUnit(answeringRows(values)),
    check: checkExtension,
    leads: stays,
    makes: [{ type: 'deadline', label: '延长后的答复期限' }],
  },
  {
    id: 'coOpinion',
    label: '会办意见',
    from: UNIT_STATES,
    to: '办理中',
    by,
    form: [{ rows: 'assignments', columns: ['unit', 'coOpinionOn'], required: ['unit'], into: 'unit', repeated: true }],
    blocked: ({ values }) => (coUnitsOwing(values).length > 0 ? undefined : '没有要送会办意见的单位'),
    preset: ({ values }) => ({ rows: { assignments: coUnitsOwing(values).map((row) => ({ unit: row.unit })) } }),
    check: (record, input, context) => {
      const problems: Record<string, string> = {};
      for (const { row, index } of namedRows(record, input)) {
        const name = titleOfRecord('organisation', textOf(row, 'unit'), context);
        if (!isCoUnit(row)) problems[`assignments.${index}.unit`] = `${name}不是会办单位`;
      }
      return problems;
    },
    apply: (values, input) =>
      onNamed(values, input, (row) => ({
        ...row,
        coOpinionOn: textOf(row, 'coOpinionOn') || input.on,
        state: '已答复',
      })),
    leads: stays,
  },
];

/** The unit is clear when there is but one. */
function onlyUnit(rows: readonly Values[]): Preset {
  return rows.length === 1 ? { rows: { assignments: [{ unit: rows[0]?.unit }] } } : {};
}

function coUnitsOwing(values: Values): readonly Values[] {
  return handlingRows(values).filter((row) => isCoUnit(row) && !row.coOpinionOn);
}

/** Six months at most from the day it was handed out (H.1, 条例). */
function checkExtension(record: StoredRecord, input: MoveInput, context: WorkContext): Problems {
  const problems: Record<string, string> = {};
  for (const { row, given, index } of namedRows(record, input)) {
    const latest = context.after(textOf(row, 'handedOn') || input.on, 'proposal.replyLatest');
    const until = textOf(given, 'extendedTo');
    if (!isHandling(row)) problems[`assignments.${index}.unit`] = '这家单位不再承办';
    else if (until > latest) {
      problems[`assignments.${index}.extendedTo`] =
        `最长只能延到${latest}（交办后${context.span('proposal.replyLatest')}）`;
    } else if (until <= textOf(row, 'due'))
      problems[`assignments.${index}.extendedTo`] = '新期限不晚于原来的期限，请核对';
  }
  return problems;
}
