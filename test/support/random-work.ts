import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORPCError } from '@orpc/server';
import { createOffice, type Office, type OfficeClient, officeClient } from '../../electron/api/index.ts';
import { finish } from '../../electron/cli/session.ts';
import { createLibrary } from '../../electron/library/index.ts';
import { canonical, stateHash } from '../../electron/library/records.ts';
import { defaultEnumerations, enumerationOf, type Field, kindOf, migrationsOf } from '../../shared/records/index.ts';
import type { StoredRecord, Values } from '../../shared/records/record.ts';
import { machines } from '../../shared/workflow/index.ts';
import { MemoryDisk } from '../faults/memory-disk.ts';

/** Whole numbers by a seed: the same seed gives the same work on every machine (mulberry32, public domain). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  }

  one<T>(of: readonly T[]): T {
    if (of.length === 0) throw new Error('nothing to choose from');
    return of[this.below(of.length)] as T;
  }

  some<T>(of: readonly T[], most: number): T[] {
    return Array.from({ length: Math.min(this.below(most + 1), of.length) }, () => this.one(of));
  }
}

const WORDS = ['停车', '食堂', '养老', '校门口', '老街', '河道', '充电桩', '托育'];
const NAMES = ['金明', '伍思', '陆远', '齐安', '沈可', '方宁'];
const DAYS = ['2026-01-05', '2026-03-09', '2026-05-20', '2026-07-01', '2026-09-30'];
/** Kinds the random clerk works with, with values that are mostly good. */
const MAKERS: Readonly<Record<string, (dice: Dice, pick: (kind: string) => string | undefined) => Values>> = {
  person: (dice) => ({ name: dice.one(NAMES), sex: dice.one(['男', '女']), org: dice.one(WORDS) }),
  sector: (dice, pick) => ({ name: `${dice.one(WORDS)}界${dice.below(9)}`, term: pick('term') }),
  member: (dice, pick) => ({
    ...{ person: pick('person'), term: pick('term'), sector: pick('sector') },
    code: String(dice.below(99)),
  }),
  organisation: (dice) => ({ name: `区${dice.one(WORDS)}局${dice.below(20)}`, category: '政府', isHandling: true }),
  event: (dice, pick) => ({
    ...{ title: `${dice.one(WORDS)}座谈会`, category: '会议', subtype: '主席会议', start: dice.one(DAYS) },
    attendance: [...new Set(dice.some([pick('member'), pick('member'), pick('member')], 3))].flatMap((member) =>
      member ? [{ member, state: dice.one(['出席', '缺席']) }] : [],
    ),
  }),
  material: (dice) => ({ title: `${dice.one(WORDS)}的由来`, date: dice.one(DAYS), keywords: dice.some(WORDS, 3) }),
  proposal: (dice, pick) => ({
    title: `关于${dice.one(WORDS)}的建议`,
    lead: pick('member'),
    submittedOn: dice.one(DAYS),
  }),
  opinion: (dice, pick) => ({ title: `${dice.one(WORDS)}难的反映`, lead: pick('member'), receivedOn: dice.one(DAYS) }),
  suggestion: (dice, pick) => ({
    text: `建议${dice.one(WORDS)}`,
    event: pick('event'),
    mainUnit: pick('organisation'),
  }),
};
const KINDS = Object.keys(MAKERS);

/** An office on a disk in memory, at which one random clerk works through the real contract. */
export class RandomWork {
  readonly office: Office;
  readonly client: OfficeClient;
  readonly #dice: Dice;
  readonly #sheet: string;
  /** How often each operation came through, and how often it was refused. */
  readonly done: Record<string, number> = {};
  readonly refused: Record<string, number> = {};

  private constructor(office: Office, dice: Dice, sheet: string) {
    this.office = office;
    this.client = officeClient(office);
    this.#dice = dice;
    this.#sheet = sheet;
  }

  static async begin(blank: MemoryDisk, seed: number, folder: string): Promise<RandomWork> {
    const office = createOffice({ door: 'cli', userData: folder, version: '0.0.0', disk: blank.copy() });
    // Asking the system for its user at every change would take longer than the change.
    await office.desk.machine.savePreferences({ operator: '甲' });
    await office.desk.open(LIBRARY);
    return new RandomWork(office, new Dice(seed), join(folder, SHEET));
  }

  get library() {
    return this.office.desk.opened.library;
  }

  /** Everything an undo gives back: records and settings. */
  state(): string {
    const settings = ['duplicates.different', 'enumerations'].map((name) =>
      canonical(this.library.setting(name) ?? null),
    );
    return `${stateHash(this.library.all(), 'content')} ${settings.join(' ')}`;
  }

  /** Works until `length` operations came through, or so many were refused that it is told in the counts. */
  async work(length: number): Promise<void> {
    const total = () => Object.values(this.done).reduce((sum, count) => sum + count, 0);
    for (let tries = 0; total() < length && tries < 3 * length; tries += 1) await this.#step();
  }

  /** One thing a clerk does. What is refused must leave no trace. */
  async #step(): Promise<void> {
    const [name, act] = this.#dice.one(OPERATIONS);
    const { seq } = this.library.info;
    try {
      const did = await act(this, this.#dice);
      const into = did ? this.done : this.refused;
      into[name] = (into[name] ?? 0) + 1;
    } catch (error) {
      if (!(error instanceof ORPCError) || ['failed', 'INTERNAL_SERVER_ERROR'].includes(error.code)) throw error;
      this.refused[name] = (this.refused[name] ?? 0) + 1;
      if (this.library.info.seq !== seq) throw new Error(`“${name}”被拒绝，却写了东西：${error.message}`);
    }
  }

  async undoAll(): Promise<number> {
    let steps = 0;
    for (; this.library.undoable; steps += 1) await this.client.history.undo();
    return steps;
  }

  async redoAll(): Promise<number> {
    let steps = 0;
    for (; this.library.redoable; steps += 1) await this.client.history.redo();
    return steps;
  }

  any(kind = this.#dice.one(KINDS)): StoredRecord | undefined {
    const all = this.library.list(kind);
    return all.length > 0 ? this.#dice.one(all) : undefined;
  }

  make(kind: string): Values {
    return MAKERS[kind]?.(this.#dice, (other) => this.any(other)?.id) ?? {};
  }

  get sheet(): string {
    return this.#sheet;
  }
}

/** What ran over all seeds. */
export interface Tally {
  readonly done: Record<string, number>;
  readonly refused: Record<string, number>;
  undone: number;
}

/**
 * One clerk at work for `length` steps; then everything is taken back, and done again.
 * @throws Error naming the seed, by which the same work comes again
 */
export async function workAndTakeBack(workshop: Workshop, seed: number, length: number, tally: Tally): Promise<void> {
  const work = await RandomWork.begin(workshop.blank, seed, workshop.folder);
  try {
    const start = work.state();
    await work.work(length);
    // What was undone on the way is done again first, so that redoing everything ends where the work ended.
    await work.redoAll();
    const end = work.state();
    const undone = await work.undoAll();
    if (work.state() !== start) throw new Error('全部撤销后与开始时不同');
    const redone = await work.redoAll();
    if (work.state() !== end) throw new Error('全部重做后与做完时不同');
    if (undone !== redone) throw new Error(`撤销 ${undone} 步，重做 ${redone} 步`);
    await work.undoAll();
    if (work.state() !== start) throw new Error('再次全部撤销后与开始时不同');
    tally.undone += undone;
    for (const key of ['done', 'refused'] as const)
      for (const [name, count] of Object.entries(work[key])) tally[key][name] = (tally[key][name] ?? 0) + count;
  } catch (error) {
    throw new Error(`种子 ${seed}（${length} 步）：${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  } finally {
    await work.office.close();
  }
}

type Operation = readonly [name: string, act: (work: RandomWork, dice: Dice) => Promise<boolean>];

const change = (work: RandomWork, dice: Dice, record: StoredRecord): Values => {
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

/** What a clerk might put into a field; undefined leaves it blank. */
function filling(work: RandomWork, dice: Dice, name: string, field: Field | undefined): unknown {
  switch (field?.type) {
    case 'date':
      return dice.one(DAYS);
    case 'choice':
      return choiceOf(dice, field);
    case 'choices': {
      const value = choiceOf(dice, field);
      return value === undefined ? undefined : [value];
    }
    case 'reference':
      return work.any(field.target ?? '')?.id;
    case 'references': {
      const target = work.any(field.target ?? '');
      return target ? [target.id] : undefined;
    }
    case 'text':
    case 'longText':
      return `${dice.one(WORDS)}${name.length}`;
    case 'integer':
    case 'decimal':
      return 1 + dice.below(5);
    case 'boolean':
      return dice.below(2) === 0;
    default:
      return undefined;
  }
}

function choiceOf(dice: Dice, field: Field): string | undefined {
  const values = enumerationOf(defaultEnumerations, field.enumeration ?? '')?.values ?? [];
  return values.length > 0 ? dice.one(values).value : undefined;
}

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

const OPERATIONS: readonly Operation[] = [
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

const LIBRARY = '/disk/library';
const SHEET = 'roster.csv';

export interface Workshop {
  readonly blank: MemoryDisk;
  readonly folder: string;
  end(): Promise<void>;
}

/** A library with a few of each kind on a disk in memory, to be copied for every run, and a sheet to be imported. */
export async function openWorkshop(): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), 'antou-random-'));
  await writeFile(
    join(folder, SHEET),
    '姓名,性别,界别,工作单位\n章一,男,教育界,甲小学\n章二,女,教育界,乙医院\n金明,男,教育界,丙公司\n',
  );
  const blank = new MemoryDisk();
  const library = await createLibrary(LIBRARY, '随机', { fs: blank, migrations: migrationsOf() });
  const term = 'term-9';
  const person = (id: number, name: string) => ({ kind: 'person', id: `person-${id}`, values: { name, sex: '男' } });
  await library.commit({
    label: '开始',
    who: '甲',
    origin: 'sample',
    add: [
      { kind: 'term', id: term, values: { number: 9, title: '第九届' } },
      { kind: 'sector', id: 'sector-1', values: { name: '教育界', term } },
      { kind: 'sector', id: 'sector-2', values: { name: '医卫界', term } },
      ...NAMES.map((name, index) => person(index, name)),
      ...[0, 1, 2].map((index) => ({
        kind: 'member',
        id: `member-${index}`,
        values: { person: `person-${index}`, term, sector: 'sector-1', status: '在任', isStanding: false },
      })),
    ],
  });
  await library.close();
  return { blank, folder, end: () => rm(folder, { recursive: true, force: true }) };
}
