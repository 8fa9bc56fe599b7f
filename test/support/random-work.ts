import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORPCError } from '@orpc/server';
import { createOffice, type Office, type OfficeClient, officeClient } from '../../electron/api/index.ts';
import { createLibrary } from '../../electron/library/index.ts';
import { canonical, stateHash } from '../../electron/library/records.ts';
import { migrationsOf } from '../../shared/records/index.ts';
import type { StoredRecord, Values } from '../../shared/records/record.ts';
import { MemoryDisk } from '../faults/memory-disk.ts';
import { OPERATIONS } from './random-operations.ts';
import { type Clerk, Dice, KINDS, MAKERS, NAMES } from './random-values.ts';

/** An office on a disk in memory, at which one random clerk works through the real contract. */
export class RandomWork implements Clerk {
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
