/** The values of a record by field name; see field.ts for the shape of each type. */
export type Values = Readonly<Record<string, unknown>>;

/** A record as the library holds it and the contract hands it out. */
export interface StoredRecord {
  readonly id: string;
  readonly kind: string;
  /** 1 when created, one more with every change. */
  readonly rev: number;
  /** ISO 8601 with milliseconds, UTC. */
  readonly createdAt: string;
  readonly createdBy: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly values: Values;
}

/** What one change did. Reversing it gives the change that undoes it. */
export interface Diff {
  readonly added: readonly StoredRecord[];
  readonly updated: readonly (readonly [before: StoredRecord, after: StoredRecord])[];
  readonly removed: readonly StoredRecord[];
}

export type ChangeOrigin = 'edit' | 'import' | 'undo' | 'redo' | 'restore' | 'sample' | 'migration' | 'settings';

/** One line of the journal. */
export interface Transaction {
  /** 1, 2, 3 … without gaps. Order is by seq, never by time. */
  readonly seq: number;
  readonly at: string;
  /** Who worked: the name typed by the clerk, or the account of the machine. */
  readonly who: string;
  readonly machine: string;
  /** Short Chinese sentence shown on the undo button and in the history: 修改委员 李桂兰. */
  readonly label: string;
  readonly origin: ChangeOrigin;
  readonly diff: Diff;
  /** The seq this one undoes or redoes. */
  readonly reverses?: number;
}

/** Looks a record up; records that refer to others are described with its help. */
export type Lookup = (kind: string, id: string) => StoredRecord | undefined;

/** Problems of a record by field path: `name`, `attendance.3.member`. */
export type Problems = Readonly<Record<string, string>>;
