import { AntouError } from '../../shared/api/errors.ts';
import type { ChangeOrigin, Diff, Transaction } from '../../shared/records/record.ts';
import { diffOfChange, isEmpty, reverseDiff, type Stamp } from './change.ts';
import type { JournalPoint } from './checkpoint.ts';
import type { Journal } from './journal.ts';
import type { ChangeEntry } from './journal-line.ts';
import type { Stacks } from './layout.ts';
import { Draft, deepFreeze, type Records } from './records.ts';
import { refusalOfDisk, refusalOfReading } from './refusal.ts';
import type { Change } from './types.ts';

/** A step that can be undone or redone, with the label for the button. */
export interface Step {
  readonly seq: number;
  readonly label: string;
}

export interface CommitContext {
  readonly records: Records;
  readonly journal: Journal;
  readonly stacks: Stacks;
  readonly machine: string;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Called once a batch, after the disk has it and before anyone is told. */
  readonly acknowledged: (entries: readonly ChangeEntry[], stacks: Stacks) => Promise<void>;
  readonly told: (transaction: Transaction) => void;
  readonly saving: (state: 'saving' | 'saved' | 'failed', reason?: string) => void;
}

type Job = { readonly resolve: (transaction: Transaction) => void; readonly reject: (error: unknown) => void } & (
  | { readonly type: 'change'; readonly change: Change }
  | { readonly type: 'undo' | 'redo'; readonly who: string }
);

/** Work that must see the journal while nothing is written to it. */
interface Pause {
  readonly type: 'pause';
  readonly work: () => Promise<void>;
}

/** Not put on the undo stack: nobody expects Ctrl+Z to take a migration back or empty the sample library. */
const NOT_UNDOABLE: ReadonlySet<ChangeOrigin> = new Set(['migration', 'sample']);

/** 撤销：重做：修改委员 → 修改委员 */
export function plainLabel(label: string): string {
  return label.replace(/^(?:撤销：|重做：)+/, '');
}

/**
 * Group commit: what is asked for while a batch is on its way to the disk makes up the next batch, which costs one
 * write and one sync however many changes it holds. Memory moves only after the sync.
 */
export class Committing {
  readonly #context: CommitContext;
  #stacks: Stacks;
  #queue: (Job | Pause)[] = [];
  #point: JournalPoint;
  #running: Promise<void> | undefined;

  constructor(context: CommitContext) {
    this.#context = context;
    this.#stacks = context.stacks;
    this.#point = { seq: context.journal.seq, hash: context.journal.hash, stacks: context.stacks };
  }

  /** What is in memory now, and acknowledged. */
  get point(): JournalPoint {
    return this.#point;
  }

  change(change: Change): Promise<Transaction> {
    return this.#enqueue((resolve, reject) => ({ type: 'change', change, resolve, reject }));
  }

  reverse(type: 'undo' | 'redo', who: string): Promise<Transaction> {
    return this.#enqueue((resolve, reject) => ({ type, who, resolve, reject }));
  }

  /** Runs `work` between two batches. */
  pause<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ type: 'pause', work: () => work().then(resolve, reject) });
      this.#running ??= Promise.resolve().then(() => this.#run());
    });
  }

  /** Resolves when everything asked for so far is on the disk or refused. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  #enqueue(job: (resolve: Job['resolve'], reject: Job['reject']) => Job): Promise<Transaction> {
    return new Promise((resolve, reject) => {
      this.#queue.push(job(resolve, reject));
      this.#running ??= Promise.resolve().then(() => this.#run());
    });
  }

  async #run(): Promise<void> {
    try {
      while (this.#queue.length > 0) await this.#batch();
    } finally {
      this.#running = undefined;
    }
  }

  /** Undo and redo read the journal, so each of them is a batch of its own. */
  #take(): (Job | Pause)[] {
    const cut = this.#queue.findIndex((job) => job.type !== 'change');
    return this.#queue.splice(0, cut < 0 ? this.#queue.length : Math.max(cut, 1));
  }

  async #batch(): Promise<void> {
    const { records, journal } = this.#context;
    const jobs = this.#take();
    const draft = new Draft(records);
    const ready: { job: Job; entry: ChangeEntry }[] = [];
    let stacks = this.#stacks;
    for (const job of jobs) {
      if (job.type === 'pause') {
        await job.work();
        continue;
      }
      try {
        const seq = journal.seq + ready.length + 1;
        const entry =
          job.type === 'change'
            ? this.#changed(job.change, draft, seq, stacks)
            : await this.#reversed(job.type, job.who, draft, seq);
        if (isEmpty(entry.transaction.diff) && job.type === 'change') {
          job.resolve(deepFreeze({ ...entry.transaction, seq: seq - 1 }));
          continue;
        }
        draft.apply(entry.transaction.diff);
        stacks = { undo: entry.undo, redo: entry.redo };
        ready.push({ job, entry });
      } catch (error) {
        job.reject(refusalOfReading(error, '这次操作'));
      }
    }
    if (ready.length > 0) await this.#write(ready, stacks);
  }

  async #write(ready: readonly { job: Job; entry: ChangeEntry }[], stacks: Stacks): Promise<void> {
    const { records, journal, acknowledged, told, saving } = this.#context;
    saving('saving');
    try {
      await journal.append(ready.map(({ entry }) => entry));
    } catch (error) {
      const needed = error instanceof Error && 'needed' in error ? Number(error.needed) : 0;
      const refusal = refusalOfDisk(error, '这次修改', needed);
      saving('failed', refusal.message);
      for (const { job } of ready) job.reject(refusal);
      return;
    }
    for (const { entry } of ready) records.apply(entry.transaction.diff);
    this.#stacks = stacks;
    this.#point = { seq: journal.seq, hash: journal.hash, stacks };
    await acknowledged(
      ready.map(({ entry }) => entry),
      stacks,
    );
    saving('saved');
    for (const { job, entry } of ready) {
      told(entry.transaction);
      job.resolve(entry.transaction);
    }
  }

  #changed(change: Change, draft: Draft, seq: number, stacks: Stacks): ChangeEntry {
    const { machine, now, newId } = this.#context;
    const stamp: Stamp = { at: now().toISOString(), who: change.who };
    const origin = change.origin ?? 'edit';
    const diff = diffOfChange(change, draft, stamp, newId);
    const transaction: Transaction = deepFreeze({ seq, ...stamp, machine, label: change.label, origin, diff });
    if (NOT_UNDOABLE.has(origin)) return { type: 'change', ...stacks, below: 0, transaction };
    return { type: 'change', undo: seq, redo: 0, below: stacks.undo, transaction };
  }

  async #reversed(type: 'undo' | 'redo', who: string, draft: Draft, seq: number): Promise<ChangeEntry> {
    const { journal, machine, now } = this.#context;
    const what = type === 'undo' ? '撤销' : '重做';
    const stacks = this.#stacks;
    const top = stacks[type];
    const entry = await journal.entry(top);
    if (!entry) throw new AntouError('conflict', `没有可以${what}的操作。`);
    const stamp: Stamp = { at: now().toISOString(), who };
    const diff: Diff = reverseDiff(entry.transaction.diff, draft, stamp, what);
    const label = `${what}：${plainLabel(entry.transaction.label)}`;
    const transaction: Transaction = deepFreeze({ seq, ...stamp, machine, label, origin: type, diff, reverses: top });
    const after = type === 'undo' ? { undo: entry.below, redo: seq } : { undo: seq, redo: entry.below };
    return { type: 'change', ...after, below: type === 'undo' ? stacks.redo : stacks.undo, transaction };
  }
}
