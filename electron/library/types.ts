import type { Readable } from 'node:stream';
import type { Attachment } from '../../shared/records/field.ts';
import type { Migration } from '../../shared/records/kind.ts';
import type { ChangeOrigin, StoredRecord, Transaction, Values } from '../../shared/records/record.ts';
import type { Disk } from './disk.ts';

/** What one caller wants changed, in one transaction: all of it or nothing. */
export interface Change {
  /** Short Chinese sentence for the undo button and the history. */
  readonly label: string;
  readonly who: string;
  readonly origin?: ChangeOrigin;
  /** New records get their ids from the caller (crypto.randomUUID) or, without one, from the library. */
  readonly add?: readonly { readonly id?: string; readonly kind: string; readonly values: Values }[];
  /** `values` are all values of the record after the change, not only the changed ones.
   *  `rev`, when given, must equal the present rev, otherwise the change is refused as a conflict. */
  readonly update?: readonly {
    readonly kind: string;
    readonly id: string;
    readonly values: Values;
    readonly rev?: number;
  }[];
  readonly remove?: readonly { readonly kind: string; readonly id: string }[];
}

/** Someone who is told of every acknowledged transaction, in order, after it is on the disk. */
export type Listener = (transaction: Transaction) => void;

export type SavingState =
  | { readonly state: 'saved'; readonly seq: number; readonly at: string }
  | { readonly state: 'saving'; readonly seq: number }
  /** The text is still in the page; `reason` says why in Chinese and what to do. */
  | { readonly state: 'failed'; readonly seq: number; readonly reason: string };

/** Damage that was found: what, where the damaged original was put, and what was done. */
export interface DamageReport {
  /** note: a write that was cut off and never acknowledged; nothing was lost. Absent: damage. */
  readonly level?: 'note';
  readonly at: string;
  /** Path inside the library. */
  readonly file: string;
  /** Chinese: what happened, what is safe, what to do. */
  readonly message: string;
  readonly mended: boolean;
  /** Path of the damaged original, set aside. Never deleted by the program. */
  readonly setAside?: string;
}

export interface LibraryInfo {
  readonly path: string;
  readonly id: string;
  readonly name: string;
  readonly format: number;
  readonly createdAt: string;
  readonly seq: number;
  readonly counts: Readonly<Record<string, number>>;
}

export interface HistoryQuery {
  readonly kind?: string;
  readonly id?: string;
  /** Only transactions with a smaller seq: for paging backwards. */
  readonly before?: number;
  readonly limit?: number;
}

export interface Verification {
  readonly ok: boolean;
  readonly transactions: number;
  readonly records: number;
  readonly attachments: number;
  readonly problems: readonly { readonly file: string; readonly message: string }[];
}

export type Progress = (step: { readonly done: number; readonly total: number; readonly label: string }) => void;

/**
 * The library on disk. One process owns it; every door goes through this.
 * Errors are AntouError (shared/api/errors.ts) with a code and a Chinese sentence.
 */
export interface Library {
  readonly info: LibraryInfo;
  readonly saving: SavingState;
  readonly damage: readonly DamageReport[];
  /** Chinese reason when the library could be opened for reading only (write-protected medium); changes are `denied`. */
  readonly readOnly?: string | undefined;

  get(kind: string, id: string): StoredRecord | undefined;
  /** In order of creation. The array is a snapshot; records are frozen. */
  list(kind: string): readonly StoredRecord[];
  all(): Iterable<StoredRecord>;

  /**
   * Resolves only when the journal line is on the disk (fdatasync). Unchanged updates are dropped; when nothing is left
   * nothing is written, and the transaction has an empty diff and the seq of the last one that was written.
   * Blank values ('', null, [], undefined) at the first level are not stored.
   * @throws AntouError invalid, notFound (updated or removed record is gone), conflict, diskFull, failed, denied (read-only)
   */
  commit(change: Change): Promise<Transaction>;
  /** Reverses the last change that is not yet undone; `conflict` if the present is no longer what it left. */
  undo(who: string): Promise<Transaction>;
  redo(who: string): Promise<Transaction>;
  /** What undo and redo would do now. */
  readonly undoable: { readonly seq: number; readonly label: string } | undefined;
  readonly redoable: { readonly seq: number; readonly label: string } | undefined;
  /** Newest first. Reads the journal, also what no longer lies in memory. */
  history(query: HistoryQuery): Promise<readonly Transaction[]>;
  /** The record as it was after transaction `seq`. */
  versionAt(kind: string, id: string, seq: number): Promise<StoredRecord | undefined>;

  /** Stores bytes by their SHA-256; the same bytes are stored once. Durable when it resolves. */
  putFile(bytes: Uint8Array, name: string, type: string): Promise<Attachment>;
  /** @throws AntouError damaged when the bytes no longer match their address. */
  readFile(sha256: string): Promise<Uint8Array>;
  openFile(sha256: string): Readable;

  /** Small named values that belong to the library, such as office settings and enumerations; journalled like records. */
  setting<T>(name: string): T | undefined;
  /** `update` changes records in the same transaction, as when a renamed choice is renamed wherever it is used. */
  saveSetting(
    name: string,
    value: unknown,
    who: string,
    label: string,
    update?: Change['update'],
  ): Promise<Transaction>;

  subscribe(listener: Listener): () => void;
  onSaving(listener: (state: SavingState) => void): () => void;

  checkpoint(): Promise<void>;
  verify(progress?: Progress, signal?: AbortSignal): Promise<Verification>;
  /** A full copy elsewhere, opened and compared before it is called a backup. */
  backup(
    target: string,
    progress?: Progress,
    signal?: AbortSignal,
  ): Promise<{ path: string; at: string; records: number }>;
  close(): Promise<void>;
}

export interface LibraryOptions {
  /** Clock, random source and machine name are passed in so that tests can set them. */
  readonly now?: () => Date;
  readonly randomId?: () => string;
  readonly machine?: string;
  /** The file system (electron/library/disk.ts, `Disk`), injected by fault tests. */
  readonly fs?: Disk;
  /** By kind: its version and the steps that lead there. An older library is brought up to date when it is opened. */
  readonly migrations?: Readonly<Record<string, KindMigrations>>;
  /** Steps of the layout on disk; only tests pass their own. */
  readonly formatSteps?: readonly FormatStep[];
  /** When a checkpoint is written by itself; tests pass their own. */
  readonly checkpointAfter?: { readonly idleMs: number; readonly transactions: number };
}

export interface KindMigrations {
  readonly version: number;
  readonly steps: readonly Migration[];
}

/** Brings the files of a library of format `to` - 1 up to `to`. Must stand being broken off and run again. */
export interface FormatStep {
  readonly to: number;
  readonly why: string;
  readonly up: (disk: Disk, folder: string) => Promise<void>;
}
