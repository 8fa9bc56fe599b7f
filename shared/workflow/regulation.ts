import { textOf } from '../records/read-value.ts';
import type { StoredRecord } from '../records/record.ts';
import { withLogLine } from './log.ts';
import type { Effects, Machine, Move, MoveInput, WorkContext } from './machine.ts';
import { GENERAL_OFFICE, SIGNERS } from './offices.ts';
import { problemIf } from './one-problem.ts';

const by = [...GENERAL_OFFICE, ...SIGNERS, '专委会', '提案委', '研究室', '委员联络', '文史委'];
const signers = [...GENERAL_OFFICE, ...SIGNERS];

const IN_FORCE = ['通过', '印发', '现行'];

/** Once the new text is passed the old one is 被修订, or 废止 when that is what was passed. */
function supersede(record: StoredRecord, input: MoveInput, context: WorkContext): Effects {
  const previous = context.lookup('regulation', textOf(record.values, 'previous'));
  if (!previous || !IN_FORCE.includes(textOf(previous.values, 'state'))) return {};
  const ended = record.values.action === '废止';
  const note = `《${textOf(record.values, 'title')}》${input.on}通过`;
  const values = withLogLine(
    { field: 'state', log: 'log' },
    previous.values,
    ended ? '废止' : '被修订',
    ended ? '废止' : '被修订',
    { ...input, note },
  );
  const ending = ended && !values.repealedOn ? { ...values, repealedOn: input.on } : values;
  return { update: [{ kind: 'regulation', id: previous.id, values: ending }] };
}

const moves: readonly Move[] = [
  { id: 'consult', label: '征求意见', from: ['起草'], to: '征求意见', by, form: [], tone: 'primary' },
  {
    id: 'submit',
    label: '提请审议',
    from: ['起草', '征求意见'],
    to: '审议',
    by,
    form: [{ field: 'meetingType', required: true }],
    tone: 'primary',
  },
  {
    id: 'back',
    label: '退回修改',
    from: ['征求意见', '审议'],
    to: '起草',
    by,
    form: [],
    reason: '要改什么',
  },
  {
    id: 'pass',
    label: '通过',
    from: ['审议'],
    to: '通过',
    by: signers,
    form: [
      { field: 'passedOn', required: true },
      { field: 'meetingType', required: true },
      { field: 'meeting' },
      { field: 'important' },
    ],
    preset: (_record, context) => ({ values: { passedOn: context.today } }),
    check: (_record, input) =>
      problemIf(textOf(input.values, 'passedOn') > input.on, 'passedOn', '通过日期还没有到，请核对'),
    effects: supersede,
    makes: [{ type: 'record', label: '前一版本改为“被修订”' }],
    tone: 'primary',
  },
  {
    id: 'issue',
    label: '印发',
    from: ['通过'],
    to: '印发',
    by: signers,
    form: [{ field: 'number' }, { field: 'issuedOn', required: true }, { field: 'effectiveOn' }],
    preset: (_record, context) => ({ values: { issuedOn: context.today } }),
    makes: [{ type: 'document', label: '印发通知' }],
    tone: 'primary',
  },
  {
    id: 'enforce',
    label: '施行',
    from: ['通过', '印发'],
    to: '现行',
    by: signers,
    form: [{ field: 'effectiveOn', required: true }],
    preset: ({ values }, context) => ({
      values: { effectiveOn: textOf(values, 'effectiveOn') || textOf(values, 'passedOn') || context.today },
    }),
    tone: 'primary',
  },
  {
    id: 'revised',
    label: '被修订',
    from: ['通过', '印发', '现行'],
    to: '被修订',
    by: signers,
    form: [],
    reason: '被哪一部制度修订',
  },
  {
    id: 'abolish',
    label: '废止',
    from: ['起草', '征求意见', '审议', '通过', '印发', '现行', '被修订'],
    to: '废止',
    by: signers,
    form: [{ field: 'repealedOn' }],
    reason: '废止（或终止起草）的依据',
    // A draft that is given up was never in force and has no day of repeal.
    apply: (values, { on }) =>
      IN_FORCE.includes(textOf(values, 'state')) && !values.repealedOn ? { ...values, repealedOn: on } : values,
    tone: 'danger',
  },
  {
    id: 'restore',
    label: '恢复施行',
    from: ['被修订', '废止'],
    to: '现行',
    by: signers,
    form: [],
    reason: '恢复施行的依据',
    apply: ({ repealedOn: _day, ...values }) => values,
  },
];

/** 规章制度: made, revised, abolished; each version is a record (domain A.8). */
export const regulationMachine: Machine = {
  id: 'regulation',
  kind: 'regulation',
  label: '规章制度',
  field: 'state',
  log: 'log',
  // A collection of rules long in force is typed in as it is.
  initial: ['起草', '现行'],
  states: {
    起草: { meaning: '正在起草', tone: 'waiting' },
    征求意见: { meaning: '正在征求意见', tone: 'active' },
    审议: { meaning: '等会议审议', tone: 'active' },
    通过: { meaning: '会议通过，等印发', tone: 'waiting' },
    印发: { meaning: '已印发，等施行', tone: 'waiting' },
    现行: { meaning: '现在有效', tone: 'good' },
    被修订: { meaning: '有了新的版本', tone: 'ended', final: true },
    废止: { meaning: '不再有效', tone: 'ended', final: true },
  },
  moves,
};
