import { AntouError } from '../../shared/api/errors.ts';

import type { Values } from '../../shared/records/record.ts';
import {
  correctState,
  daysBetween,
  deadlinesOf,
  logOf,
  type Machine,
  type Move,
  type MoveField,
  machineOf,
  machines,
  movesOf,
  type Preset,
} from '../../shared/workflow/index.ts';
import { os } from './implementer.ts';
import { moveRecords } from './moving.ts';
import { labelOf } from './record-titles.ts';
import { requireRecord } from './records.ts';
import { inTurn, worldOf } from './saving.ts';
import { requireProcess, rolesIn, workWorld } from './work-world.ts';

const list = os.workflow.machines.handler(() => ({
  machines: machines.map((machine) => ({
    id: machine.id,
    kind: machine.kind,
    label: machine.label,
    field: machine.field,
    initial: [...machine.initial],
    states: Object.entries(machine.states).map(([state, { meaning, tone, final }]) => ({
      state,
      meaning,
      tone,
      final: final === true,
    })),
    moves: machine.moves.map(({ id, label, from, to, by }) => ({ id, label, from: [...from], to, by: [...by] })),
  })),
}));

function formOf(item: MoveField) {
  return 'rows' in item
    ? {
        rows: item.rows,
        columns: [...item.columns],
        required: [...(item.required ?? [])],
        repeated: item.repeated === true,
        ...(item.into ? { into: item.into } : {}),
      }
    : { field: item.field, required: item.required === true };
}

function presetOf({ values = {}, rows = {} }: Preset) {
  if (Object.keys(values).length + Object.keys(rows).length === 0) return {};
  const given = Object.entries(rows).map(([name, of]) => [name, [...of] as Values[]] as const);
  return { preset: { values: { ...values }, rows: Object.fromEntries(given) } };
}

const described = (move: Move, blocked: string | undefined, preset: Preset) => ({
  id: move.id,
  label: move.label,
  to: move.to,
  by: [...move.by],
  ...(move.tone ? { tone: move.tone } : {}),
  ...(blocked === undefined ? {} : { blocked }),
  form: move.form.map(formOf),
  makes: (move.makes ?? []).map((made) => ({ ...made })),
  ...presetOf(preset),
  ...(move.reason ? { reason: move.reason } : {}),
});

const status = os.workflow.status.handler(async ({ input, context: { desk } }) => {
  const { library } = desk.opened;
  const record = requireRecord(desk, input.kind, input.id);
  const context = workWorld(desk, worldOf(library));
  const deadlines = deadlinesOf(record, context).map((deadline) => ({
    ...deadline,
    ...(deadline.doneOn ? {} : { days: daysBetween(desk.today, deadline.due) }),
  }));
  const machine = machineOf(input.kind);
  if (!machine) return { moves: [], deadlines, log: [] };
  const state = String(record.values[machine.field] ?? '');
  const present = machine.states[state];
  const open = movesOf(machine, record, context, rolesIn(library, await desk.who()));
  return {
    machine: machine.id,
    state,
    ...(present ? { meaning: present.meaning, tone: present.tone } : {}),
    moves: open.map(({ move, blocked }) => described(move, blocked, move.preset?.(record, context) ?? {})),
    deadlines,
    log: logOf(record.values, machine.log).map((row) => ({ ...row })),
  };
});

/** By id, or by the label that stands on the button. */
function requireMove(machine: Machine, name: string): Move {
  const move = machine.moves.find(({ id }) => id === name) ?? machine.moves.find(({ label }) => label === name);
  if (move) return move;
  throw new AntouError(
    'invalid',
    `${machine.label}没有“${name}”这一步。可用：${machine.moves.map(({ id, label }) => `${label}（${id}）`).join('、')}。`,
    { move: '没有这一步' },
  );
}

const move = os.workflow.move.handler(async ({ input, context: { desk } }) => {
  const { library } = desk.opened;
  const who = await desk.who();
  const ids = [...new Set(input.ids)];
  const { machine } = requireProcess(desk, input.kind, ids[0] ?? '');
  for (const id of ids) requireRecord(desk, input.kind, id);
  if (input.rev !== undefined && ids.length > 1) {
    throw new AntouError('invalid', '一次办理多条记录时不核对版本，请去掉版本号。', { rev: '一次一条时才用' });
  }
  return inTurn(library, () => moveRecords(desk, machine, requireMove(machine, input.move), ids, who, input));
});

const correct = os.workflow.correct.handler(async ({ input, context: { desk } }) => {
  const { library } = desk.opened;
  const who = await desk.who();
  return inTurn(library, async () => {
    const { machine, record } = requireProcess(desk, input.kind, input.id);
    const world = worldOf(library);
    const context = workWorld(desk, world);
    const asked = { state: input.state, reason: input.reason, on: desk.today, by: who };
    const result = correctState(machine, record, asked, { context, enumerations: world.enumerations });
    if (!result.ok) throw new AntouError('invalid', `没有更正：${result.reason}。`, result.problems);
    const label = `更正状态 ${labelOf(record, desk.lookup)}：${input.state}`;
    const update = [{ kind: record.kind, id: record.id, values: result.values, rev: record.rev }];
    const transaction = await library.commit({ label, who, update });
    return { seq: transaction.seq, label };
  });
});

export const workflow = { machines: list, status, move, correct };
