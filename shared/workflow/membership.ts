import { textOf } from '../records/read-value.ts';
import type { Problems, StoredRecord } from '../records/record.ts';
import type { Machine, Move, MoveInput } from './machine.ts';
import { MEMBER_OFFICE, SIGNERS } from './offices.ts';
import { problemIf } from './one-problem.ts';

const by = [...MEMBER_OFFICE, ...SIGNERS];
const SERVING = ['在任', '届中增补', '界别调整'];

const EXIT = [
  { field: 'exitOn', required: true },
  { field: 'exitReason', required: true },
];

const exitDay = (_record: StoredRecord, input: MoveInput): Problems =>
  problemIf(textOf(input.values, 'exitOn') > input.on, 'exitOn', '退出日期还没有到，请核对');

const moves: readonly Move[] = [
  {
    id: 'deliberate',
    label: '协商决定',
    from: ['提名'],
    to: '协商决定',
    by,
    form: [{ field: 'appointedBy' }],
    tone: 'primary',
  },
  {
    id: 'appoint',
    label: '就任',
    from: ['协商决定'],
    to: '在任',
    by,
    form: [{ field: 'appointedOn', required: true }, { field: 'appointedBy' }],
    preset: (_record, context) => ({ values: { appointedOn: context.today } }),
    tone: 'primary',
  },
  {
    id: 'coOpt',
    label: '届中增补',
    from: ['协商决定'],
    to: '届中增补',
    by,
    form: [{ field: 'appointedOn', required: true }, { field: 'appointedBy' }],
    preset: (_record, context) => ({ values: { appointedOn: context.today } }),
  },
  {
    id: 'notChosen',
    label: '未获通过',
    from: ['提名', '协商决定'],
    to: '已终止',
    by,
    form: EXIT,
    preset: (_record, context) => ({ values: { exitOn: context.today, exitReason: '提名未获通过' } }),
    check: exitDay,
  },
  {
    id: 'changeSector',
    label: '界别调整',
    from: ['在任', '届中增补', '界别调整'],
    to: '界别调整',
    by,
    form: [{ field: 'sector', required: true }, { field: 'sectorDuty' }],
    check: (record, input) =>
      problemIf(input.values.sector === record.values.sector, 'sector', '还是原来的界别，请选调整后的界别'),
  },
  { id: 'settle', label: '恢复在任', from: ['届中增补', '界别调整'], to: '在任', by, form: [] },
  {
    id: 'resign',
    label: '请辞',
    from: SERVING,
    to: '请辞待审',
    by,
    form: [{ field: 'exitReason', required: true }],
    makes: [{ type: 'task', label: '提请主席会议、常委会审议' }],
  },
  {
    id: 'stay',
    label: '撤回请辞',
    from: ['请辞待审'],
    to: '在任',
    by,
    form: [],
    apply: ({ exitReason: _reason, ...values }) => values,
  },
  {
    id: 'acceptResignation',
    label: '同意辞去',
    from: ['请辞待审'],
    to: '已辞去',
    by,
    form: [...EXIT, { field: 'exitMeeting', required: true }],
    preset: (_record, context) => ({ values: { exitOn: context.today } }),
    check: exitDay,
    tone: 'primary',
  },
  {
    id: 'revoke',
    label: '撤销资格',
    from: [...SERVING, '请辞待审'],
    to: '已撤销',
    by,
    form: [...EXIT, { field: 'exitMeeting', required: true }],
    preset: (_record, context) => ({ values: { exitOn: context.today } }),
    check: exitDay,
    tone: 'danger',
  },
  {
    id: 'end',
    label: '终止',
    from: [...SERVING, '请辞待审'],
    to: '已终止',
    by,
    form: [...EXIT, { field: 'exitMeeting' }],
    preset: (_record, context) => ({ values: { exitOn: context.today } }),
    check: exitDay,
    tone: 'danger',
  },
  {
    id: 'leave',
    label: '换届离任',
    from: [...SERVING, '请辞待审'],
    to: '换届离任',
    by,
    form: [...EXIT, { field: 'exitMeeting' }],
    preset: (_record, context) => ({ values: { exitOn: context.today, exitReason: '换届' } }),
    check: exitDay,
  },
];

/** 委员任职: appointments and dismissals are decided by the standing committee (章程第31条; domain A.2, H.4). */
export const membershipMachine: Machine = {
  id: 'membership',
  kind: 'member',
  label: '委员任职',
  field: 'status',
  log: 'log',
  initial: ['提名', '协商决定', '在任', '届中增补'],
  states: {
    提名: { meaning: '已提名，等协商', tone: 'waiting' },
    协商决定: { meaning: '常委会协商决定，等就任', tone: 'waiting' },
    在任: { meaning: '本届委员', tone: 'good' },
    届中增补: { meaning: '届中增补的委员，在任', tone: 'good' },
    请辞待审: { meaning: '书面请辞，等主席会议、常委会审议；仍在任', tone: 'waiting' },
    已辞去: { meaning: '常委会同意辞去', tone: 'ended', final: true },
    已撤销: { meaning: '常委会撤销资格', tone: 'bad', final: true },
    已终止: { meaning: '去世、提名未获通过等', tone: 'ended', final: true },
    界别调整: { meaning: '调到了另一界别，在任', tone: 'good' },
    换届离任: { meaning: '换届不再连任', tone: 'ended', final: true },
  },
  moves,
};
