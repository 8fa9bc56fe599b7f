import type { Readable } from 'node:stream';
import { AntouError } from '../../shared/api/errors.ts';
import type { Attachment } from '../../shared/records/field.ts';
import type { StoredRecord, Transaction } from '../../shared/records/record.ts';
import type { Attachments } from './attachments.ts';
import { backUp } from './backing-up.ts';
import type { Checkpoint } from './checkpoint.ts';
import { SETTING } from './clean.ts';
import { Committing, plainLabel, type Step } from './committing.ts';
import type { DamageLog } from './damage.ts';
import type { Disk } from './disk.ts';
import { historyOf, versionAt } from './history.ts';
import type { Journal } from './journal.ts';
import type { ChangeEntry } from './journal-line.ts';
import { type About, FORMAT, type Layout, type Stacks } from './layout.ts';
import type { Lock } from './lock.ts';
import type { Records } from './records.ts';
import { refusalOfDisk } from './refusal.ts';
import type {
  Change,
  DamageReport,
  HistoryQuery,
  Library,
  LibraryInfo,
  LibraryOptions,
  Listener,
  Progress,
  SavingState,
  Verification,
} from './types.ts';
import { verifyLibrary } from './verifying.ts';

/** What opening has put together. */
export interface Parts {
  readonly disk: Disk;
  readonly layout: Layout;
  readonly about: About;
  readonly records: Records;
  readonly journal: Journal;
  readonly stacks: Stacks;
  readonly attachments: Attachments;
  readonly checkpoint: Checkpoint;
  readonly checkpointAfter: { readonly idleMs: number; readonly transactions: number };
  /** undefined: the library can only be read. */
  readonly lock: Lock | undefined;
  readonly readOnly: string | undefined;
  readonly damage: DamageLog;
  readonly machine: string;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Opens a copy of the library, to compare a backup with what it was made from. */
  readonly open: (path: string, options: LibraryOptions) => Promise<Library>;
}

export class OpenLibrary implements Library {
  readonly #parts: Parts;
  readonly #committing: Committing;
  readonly #listeners = new Set<Listener>();
  readonly #watchers = new Set<(state: SavingState) => void>();
  #saving: SavingState;
  #undoable: Step | undefined;
  #redoable: Step | undefined;
  #closed: Promise<void> | undefined;
  #checkpointing = false;
  #timer: NodeJS.Timeout | undefined;
  /** Checkpoint, check and backup take turns. */
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(parts: Parts) {
    this.#parts = parts;
    this.#saving = { state: 'saved', seq: parts.journal.seq, at: parts.now().toISOString() };
    this.#committing = new Committing({
      ...parts,
      acknowledged: (entries, stacks) => this.#acknowledged(entries, stacks),
      told: (transaction) => this.#tell(transaction),
      saving: (state, reason) => this.#setSaving(state, reason),
    });
  }

  static async of(parts: Parts): Promise<OpenLibrary> {
    const library = new OpenLibrary(parts);
    await library.#findSteps(parts.stacks);
    return library;
  }

  get info(): LibraryInfo {
    const { layout, about, records } = this.#parts;
    const kinds = records.kinds().filter((kind) => kind !== SETTING && records.count(kind) > 0);
    const counts = Object.fromEntries(kinds.map((kind) => [kind, records.count(kind)]));
    return { path: layout.root, ...about, format: FORMAT, seq: this.#committing.point.seq, counts };
  }

  get saving(): SavingState {
    return this.#saving;
  }

  get damage(): readonly DamageReport[] {
    return this.#parts.damage.reports;
  }

  get readOnly(): string | undefined {
    return this.#parts.readOnly;
  }

  get undoable(): Step | undefined {
    return this.#undoable;
  }

  get redoable(): Step | undefined {
    return this.#redoable;
  }

  get(kind: string, id: string): StoredRecord | undefined {
    return this.#parts.records.get(kind, id);
  }

  list(kind: string): readonly StoredRecord[] {
    return this.#parts.records.list(kind);
  }

  *all(): Iterable<StoredRecord> {
    for (const kind of this.#parts.records.kinds()) if (kind !== SETTING) yield* this.#parts.records.list(kind);
  }

  commit(change: Change): Promise<Transaction> {
    return this.#open(() => this.#committing.change(change));
  }

  undo(who: string): Promise<Transaction> {
    return this.#open(() => this.#committing.reverse('undo', who));
  }

  redo(who: string): Promise<Transaction> {
    return this.#open(() => this.#committing.reverse('redo', who));
  }

  history(query: HistoryQuery): Promise<readonly Transaction[]> {
    return historyOf(this.#parts.journal, query);
  }

  versionAt(kind: string, id: string, seq: number): Promise<StoredRecord | undefined> {
    return versionAt(this.#parts.journal, kind, id, seq);
  }

  putFile(bytes: Uint8Array, name: string, type: string): Promise<Attachment> {
    return this.#open(() => this.#parts.attachments.put(bytes, name, type));
  }

  readFile(sha256: string): Promise<Uint8Array> {
    return this.#parts.attachments.read(sha256);
  }

  openFile(sha256: string): Readable {
    return this.#parts.attachments.open(sha256);
  }

  setting<T>(name: string): T | undefined {
    return this.get(SETTING, name)?.values.value as T | undefined;
  }

  saveSetting(
    name: string,
    value: unknown,
    who: string,
    label: string,
    update: Change['update'] = [],
  ): Promise<Transaction> {
    const item = { kind: SETTING, id: name, values: { value } };
    const change = { label, who, origin: 'settings' as const };
    return this.commit(
      this.get(SETTING, name) ? { ...change, update: [item, ...update] } : { ...change, add: [item], update },
    );
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onSaving(listener: (state: SavingState) => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  checkpoint(): Promise<void> {
    return this.#inTurn(async () => {
      clearTimeout(this.#timer);
      const { checkpoint, records, readOnly } = this.#parts;
      if (readOnly !== undefined) return;
      try {
        await checkpoint.write(records.snapshot(), this.#committing.point);
      } catch (error) {
        throw refusalOfDisk(error, '资料库的读取副本（不影响已保存的内容）');
      }
    });
  }

  verify(progress?: Progress, signal?: AbortSignal): Promise<Verification> {
    return this.#inTurn(() => {
      const { disk, layout, records, damage } = this.#parts;
      const state = { records: records.snapshot(), seq: this.#committing.point.seq };
      return verifyLibrary(disk, layout, state, damage.reports, progress, signal);
    });
  }

  async backup(
    target: string,
    progress?: Progress,
    signal?: AbortSignal,
  ): Promise<{ path: string; at: string; records: number }> {
    await this.checkpoint();
    return this.#inTurn(async () => {
      const { records, journal, now } = this.#parts;
      const cut = await this.#committing.pause(async () => ({
        records: records.snapshot(),
        journal: await journal.cut(),
      }));
      return backUp({ ...this.#parts, ...cut, at: now().toISOString() }, target, progress, signal);
    });
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    await this.#committing.settled();
    // Without a checkpoint the next opening takes longer; nothing else depends on it.
    await this.checkpoint().catch((error: unknown) => process.emitWarning(String(error)));
    clearTimeout(this.#timer);
    await this.#parts.journal.close();
    await this.#parts.lock?.release();
    this.#listeners.clear();
    this.#watchers.clear();
  }

  #open<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed)
      return Promise.reject(
        new AntouError('failed', '资料库已经关闭，没有保存。以前已保存的内容都在。请重新打开资料库。'),
      );
    if (this.#parts.readOnly !== undefined) return Promise.reject(new AntouError('denied', this.#parts.readOnly));
    return work();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  #scheduleCheckpoint(): void {
    const { checkpoint, checkpointAfter } = this.#parts;
    clearTimeout(this.#timer);
    const due = this.#committing.point.seq - checkpoint.seq >= checkpointAfter.transactions;
    // A failed checkpoint is tried again after the next change; the journal holds everything meanwhile.
    const write = () => void this.checkpoint().catch(() => undefined);
    if (due && !this.#checkpointing) {
      this.#checkpointing = true;
      void this.checkpoint()
        .catch(() => undefined)
        .finally(() => {
          this.#checkpointing = false;
        });
    } else this.#timer = setTimeout(write, checkpointAfter.idleMs).unref();
  }

  async #acknowledged(entries: readonly ChangeEntry[], stacks: Stacks): Promise<void> {
    for (const entry of entries) this.#parts.checkpoint.touch(entry);
    this.#scheduleCheckpoint();
    const last = entries.at(-1);
    if (last?.undo === last?.transaction.seq && last) {
      this.#undoable = { seq: last.transaction.seq, label: plainLabel(last.transaction.label) };
      this.#redoable = stacks.redo === 0 ? undefined : await this.#step(stacks.redo);
    } else await this.#findSteps(stacks);
  }

  async #findSteps(stacks: Stacks): Promise<void> {
    this.#undoable = await this.#step(stacks.undo);
    this.#redoable = await this.#step(stacks.redo);
  }

  async #step(seq: number): Promise<Step | undefined> {
    const label = seq > 0 ? await this.#parts.journal.label(seq) : undefined;
    return label === undefined ? undefined : { seq, label: plainLabel(label) };
  }

  #tell(transaction: Transaction): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(transaction);
      } catch (error) {
        // The change is on the disk; a listener that fails must not make it look unsaved.
        process.emitWarning(error instanceof Error ? error : String(error));
      }
    }
  }

  #setSaving(state: 'saving' | 'saved' | 'failed', reason = ''): void {
    const { seq } = this.#parts.journal;
    if (state === 'saved') this.#saving = { state, seq, at: this.#parts.now().toISOString() };
    else if (state === 'saving') this.#saving = { state, seq };
    else this.#saving = { state, seq, reason };
    for (const watcher of [...this.#watchers]) watcher(this.#saving);
  }
}
