import { finish } from '../../electron/cli/session.ts';
import { kindOf } from '../../shared/records/index.ts';
import type { StoredRecord, Values } from '../../shared/records/record.ts';
import { machines } from '../../shared/workflow/index.ts';
import { type Clerk, DAYS, type Dice, filling, KINDS, NAMES, WORDS } from './random-values.ts';

/** Answers whether anything was done; throws what the office refuses. */
type Operation = readonly [name: string, act: (work: Clerk, dice: Dice) => Promise<boolean>];

const change = (work: Clerk, dice: Dice, record: StoredRecord): Values => {
  const made = Object.entries(work.make(record.kind));
  const required = (name: string) => kindOf(record.kind)?.fields[name]?.required;
  const changed = dice.some(made, 3).map(([name, value]) => [name, dice.below(5) > 0 || required(name) ? value : null]);
  return Object.fromEntries(changed);
};

const add: Operation = [
  '新建',
  async (work, dice) => {
    const kind = dice.one(KINDS);
    await work.client.records.save({ kind, values: work.make(kind) });
    return true;
  },
];

const edit: Operation = [
  '修改',
  async (work, dice) => {
    const record = work.any();
    if (!record) return false;
    await work.client.records.save({ kind: record.kind, id: record.id, values: change(work, dice, record) });
    return true;
  },
];

const remove: Operation = [
  '删除',
  async (work) => {
    const record = work.any();
    if (!record) return false;
    await work.client.records.remove({ kind: record.kind, id: record.id, withParts: true });
    return true;
  },
];

const batch: Operation = [
  '批量',
  async (work, dice) => {
    const records = [work.any(), work.any(), work.any()].filter((record) => record !== undefined);
    const adds = dice.some(KINDS, 2);
    const { seq } = await work.client.batch.run({
      add: adds.map((kind) => ({ kind, values: work.make(kind) })),
      update: records.map((record) => ({ kind: record.kind, id: record.id, values: change(work, dice, record) })),
      remove: dice.below(4) === 0 ? records.slice(0, 1).map(({ kind, id }) => ({ kind, id })) : [],
    });
    return seq !== undefined;
  },
];

const paste: Operation = [
  '粘贴',
  async (work, dice) => {
    const people = [work.any('person'), work.any('person')].filter((record) => record !== undefined);
    const texts = () => ({
      name: dice.one(NAMES),
      org: dice.one(WORDS),
      birth: `19${60 + dice.below(39)}年${1 + dice.below(12)}月`,
    });
    const { seq } = await work.client.batch.run({
      update: people.map(({ kind, id }) => ({ kind, id, texts: { ...texts(), org: '' } })),
      add: [{ kind: 'person', texts: texts() }],
    });
    return seq !== undefined;
  },
];

const merge: Operation = [
  '合并',
  async (work, dice) => {
    const kind = dice.one(['person', 'member', 'sector', 'organisation', 'material', 'event']);
    const [keep, drop] = [work.any(kind), work.any(kind)];
    if (!keep || !drop || keep.id === drop.id) return false;
    await work.client.duplicates.merge({ kind, keep: keep.id, drop: drop.id });
    return true;
  },
];

const dismiss: Operation = [
  '不是重复',
  async (work) => {
    const { pairs } = await work.client.duplicates.find({ kind: 'person', limit: 5 });
    const [pair] = pairs;
    if (pair) await work.client.duplicates.dismiss({ kind: 'person', ids: pair.ids });
    return pair !== undefined;
  },
];

const move: Operation = [
  '办理',
  async (work, dice) => {
    const record = work.any(dice.one(['proposal', 'opinion', 'suggestion', 'member']));
    const machine = machines.find(({ kind }) => kind === record?.kind);
    if (!record || !machine) return false;
    const state = record.values[machine.field];
    const moves = machine.moves.filter(({ from }) => typeof state === 'string' && from.includes(state));
    if (moves.length === 0) return false;
    const values: Record<string, unknown> = {};
    const rows: Record<string, Values[]> = {};
    const chosen = dice.one(moves);
    const kind = kindOf(record.kind);
    for (const item of chosen.form) {
      if ('rows' in item) {
        const row = kind?.fields[item.rows]?.row;
        const filled = item.columns.map((column) => [column, filling(work, dice, column, row?.[column])] as const);
        rows[item.rows] = [Object.fromEntries(filled.filter(([, value]) => value !== undefined))];
      } else {
        const value = filling(work, dice, item.field, kind?.fields[item.field]);
        if (value !== undefined) values[item.field] = value;
      }
    }
    await work.client.workflow.move({
      kind: record.kind,
      ids: [record.id],
      move: chosen.id,
      values,
      rows,
      on: dice.one(DAYS),
    });
    return true;
  },
];

const correct: Operation = [
  '更正状态',
  async (work, dice) => {
    const machine = dice.one(machines.filter(({ kind }) => KINDS.includes(kind)));
    const record = work.any(machine.kind);
    if (!record) return false;
    const state = dice.one(Object.keys(machine.states));
    await work.client.workflow.correct({ kind: record.kind, id: record.id, state, reason: '填错了' });
    return true;
  },
];

const restore: Operation = [
  '恢复旧版',
  async (work, dice) => {
    const record = work.any();
    if (!record) return false;
    const { entries } = await work.client.history.list({ kind: record.kind, id: record.id, limit: 5 });
    if (entries.length === 0) return false;
    await work.client.history.restore({ kind: record.kind, id: record.id, seq: dice.one(entries).seq });
    return true;
  },
];

const importing: Operation = [
  '导入',
  async (work) => {
    const { written } = await finish(
      await work.client.import.run({ files: [{ path: work.sheet }], as: 'member' }),
      true,
    );
    return written > 0;
  },
];

const undo: Operation = [
  '撤销',
  async (work) => {
    if (!work.library.undoable) return false;
    await work.client.history.undo();
    return true;
  },
];

const redo: Operation = [
  '重做',
  async (work) => {
    if (!work.library.redoable) return false;
    await work.client.history.redo();
    return true;
  },
];

const often = (operation: Operation, times: number): Operation[] => Array.from({ length: times }, () => operation);

/** Each as often as a clerk would. */
export const OPERATIONS: readonly Operation[] = [
  ...often(add, 30),
  ...often(edit, 30),
  ...often(remove, 10),
  ...often(batch, 16),
  ...often(paste, 8),
  ...often(merge, 14),
  ...often(dismiss, 2),
  ...often(move, 24),
  ...often(correct, 6),
  ...often(restore, 2),
  ...often(importing, 1),
  ...often(undo, 8),
  ...often(redo, 5),
];
