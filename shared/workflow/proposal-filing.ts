import { textOf } from '../records/read-value.ts';
import type { Problems, StoredRecord, Values } from '../records/record.ts';
import { withLogLine } from './log.ts';
import type { Effects, Move, MoveInput, WorkContext } from './machine.ts';
import { nextCaseNumber } from './numbering.ts';
import { PROPOSAL_OFFICE, SIGNERS } from './offices.ts';
import { opinionFrom } from './opinion-from.ts';
import { casesMergedInto } from './proposal-reading.ts';

/** From the member's paper to 立案, 并案 or another way. */

const by = [...PROPOSAL_OFFICE];
const judges = [...PROPOSAL_OFFICE, ...SIGNERS];

const needsProposer = ({ values }: StoredRecord): string | undefined =>
  values.lead || values.leadUnit ? undefined : '还没有第一提案人（或提出单位），请先在记录里填写';

const submitted = (values: Values, { on }: MoveInput): Values =>
  values.submittedOn ? values : { ...values, submittedOn: on };

/** Another case can only be taken up by one that goes on. */
const MAIN_STATES = [
  '已提交',
  '初审',
  '立案',
  '已交办',
  '办理中',
  '退办异议',
  '已答复',
  '答复退回',
  '征询意见',
  '重新办理',
];

function checkMerge(record: StoredRecord, input: MoveInput, context: WorkContext): Problems {
  const id = textOf(input.values, 'mergedInto');
  if (id === record.id) return { mergedInto: '不能并入自己，请选主案' };
  const main = context.lookup('proposal', id);
  const state = main ? textOf(main.values, 'state') : '';
  if (!main || MAIN_STATES.includes(state)) return {};
  if (state === '并案') return { mergedInto: '所选提案自己已经并入别的提案，请选它的主案' };
  return { mergedInto: `所选提案是“${state}”，不能作主案` };
}

/** The main case and those merged into this one before hear of it, so that no case hangs on one that is gone. */
function mergeEffects(record: StoredRecord, input: MoveInput, context: WorkContext): Effects {
  const mainId = textOf(record.values, 'mergedInto');
  const main = context.lookup('proposal', mainId);
  if (!main) return {};
  const title = textOf(record.values, 'title');
  const line = (values: Values, label: string) =>
    withLogLine({ field: 'state', log: 'log' }, values, textOf(values, 'state'), label, {
      ...input,
      note: `《${title}》`,
    });
  const followers = casesMergedInto(record.id, context.list('proposal'));
  return {
    update: [
      { kind: 'proposal', id: main.id, values: line(main.values, '并入提案') },
      ...followers.map(({ id, values }) => ({
        kind: 'proposal',
        id,
        values: line({ ...values, mergedInto: mainId }, '随主案并案'),
      })),
    ],
  };
}

function unmergeEffects(before: string, record: StoredRecord, input: MoveInput, context: WorkContext): Effects {
  const main = context.lookup('proposal', before);
  if (!main) return {};
  const note = `《${textOf(record.values, 'title')}》`;
  const values = withLogLine({ field: 'state', log: 'log' }, main.values, textOf(main.values, 'state'), '取消并入', {
    ...input,
    note,
  });
  return { update: [{ kind: 'proposal', id: main.id, values }] };
}

function checkCaseNumber(record: StoredRecord, input: MoveInput, context: WorkContext): Problems {
  const number = textOf(input.values, 'caseNumber');
  const { term, session } = record.values;
  const taken = context
    .list('proposal')
    .find(
      ({ id, values }) =>
        id !== record.id && values.caseNumber === number && values.term === term && values.session === session,
    );
  return number && taken ? { caseNumber: `案号“${number}”已经给了《${textOf(taken.values, 'title')}》` } : {};
}

export const filingMoves: readonly Move[] = [
  {
    id: 'submit',
    label: '提交',
    from: ['草稿'],
    to: '已提交',
    by,
    form: [{ field: 'submittedOn' }],
    blocked: needsProposer,
    apply: submitted,
    tone: 'primary',
  },
  {
    id: 'resubmit',
    label: '再次提交',
    from: ['退回修改'],
    to: '已提交',
    by,
    form: [],
    blocked: needsProposer,
    tone: 'primary',
  },
  { id: 'examine', label: '初审', from: ['已提交'], to: '初审', by, form: [{ field: 'category' }], tone: 'primary' },
  {
    id: 'file',
    label: '立案',
    from: ['初审'],
    to: '立案',
    by: judges,
    form: [{ field: 'caseNumber' }, { field: 'category' }, { field: 'isKey' }, { field: 'keyLevel' }],
    blocked: needsProposer,
    preset: (record, context) => ({
      values: {
        caseNumber: textOf(record.values, 'caseNumber') || nextCaseNumber(record.values, context.today, context),
      },
    }),
    check: checkCaseNumber,
    apply: (values, { on }) => ({ ...values, filedOn: on }),
    makes: [{ type: 'deadline', label: '交办期限' }],
    tone: 'primary',
  },
  {
    id: 'merge',
    label: '并案',
    from: ['初审', '立案'],
    to: '并案',
    by: judges,
    form: [{ field: 'mergedInto', required: true }],
    check: checkMerge,
    effects: mergeEffects,
  },
  {
    id: 'unmerge',
    label: '取消并案',
    from: ['并案'],
    to: '初审',
    by: judges,
    form: [],
    reason: '取消并案的原因',
    apply: ({ mergedInto: _main, ...values }) => values,
    // The record handed to effects no longer says where it was merged into; the log of the main case tells it.
    effects: (record, input, context) => {
      const before = context.lookup('proposal', record.id);
      return unmergeEffects(before ? textOf(before.values, 'mergedInto') : '', record, input, context);
    },
  },
  {
    id: 'sendBack',
    label: '退回修改',
    from: ['已提交', '初审'],
    to: '退回修改',
    by,
    form: [],
    reason: '要修改什么',
    makes: [{ type: 'deadline', label: '再提交期限' }],
  },
  {
    id: 'reject',
    label: '不予立案',
    from: ['初审'],
    to: '不予立案',
    by: judges,
    form: [{ field: 'rejectReasons', required: true }],
    makes: [{ type: 'task', label: '通知提案人' }],
    tone: 'danger',
  },
  {
    id: 'notify',
    label: '已通知提案人',
    from: ['不予立案'],
    to: '不予立案',
    by,
    form: [],
    blocked: ({ values }) => (isNotified(values) ? '已经通知过提案人' : undefined),
  },
  {
    id: 'reexamine',
    label: '重新审查',
    from: ['不予立案'],
    to: '初审',
    by: judges,
    form: [],
    reason: '重新审查的原因',
    apply: ({ rejectReasons: _reasons, ...values }) => values,
  },
  {
    id: 'toOpinion',
    label: '转社情民意',
    from: ['初审'],
    to: '转社情民意',
    by,
    form: [],
    effects: (record, input, context) => ({ add: [opinionFrom(record, input, context)] }),
    makes: [{ type: 'record', label: '社情民意' }],
  },
  { id: 'toLetter', label: '转委员来信', from: ['初审'], to: '转委员来信', by, form: [] },
  { id: 'toHigher', label: '转上级政协', from: ['初审'], to: '转上级政协', by, form: [] },
  {
    id: 'withdraw',
    label: '撤回',
    from: ['草稿', '已提交', '初审', '退回修改', '立案'],
    to: '撤回',
    by,
    form: [],
    reason: '撤回的原因',
    tone: 'danger',
  },
];

/** Whether the proposer of a case that was not filed has been told since. */
export function isNotified(values: Values): boolean {
  const rows = Array.isArray(values.log) ? (values.log as readonly Values[]) : [];
  const refused = rows.findLastIndex((row) => row.to === '不予立案' && row.from !== '不予立案');
  const told = rows.findLastIndex((row) => row.move === '已通知提案人');
  return told >= 0 && told > refused;
}
