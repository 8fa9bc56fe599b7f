import type { List } from '../records/kind.ts';
import type { Lookup, Problems, StoredRecord, Values } from '../records/record.ts';

/**
 * The way of a record through the office: states, moves, who may make them, what must be filled in, and what they make.
 * A machine is a plain description, one file each; records hold only the state (a Chinese word) and the log of moves.
 */
export interface Machine {
  /** Same as RecordKind.process.machine. */
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  /** Field that holds the state, and the rows field that holds the log. */
  readonly field: string;
  readonly log: string;
  /** States a new record may be saved with by hand. An import may bring any named state. */
  readonly initial: readonly string[];
  readonly states: Readonly<Record<string, StateDescription>>;
  readonly moves: readonly Move[];
  /** What is due, worked out of the record: never stored, so never stale. */
  readonly deadlines?: (record: StoredRecord, context: WorkContext) => readonly Deadline[];
}

export interface StateDescription {
  /** What the state means, in one short sentence. */
  readonly meaning: string;
  readonly tone: Tone;
  /** Nothing more is owed. */
  readonly final?: boolean;
}

/** waiting: on us · active: on someone else · good · bad · ended. Never told by colour alone. */
export type Tone = 'waiting' | 'active' | 'good' | 'bad' | 'ended';

export interface Move {
  readonly id: string;
  /** The verb on the button: 立案. */
  readonly label: string;
  readonly from: readonly string[];
  /** Where it usually leads. */
  readonly to: string;
  /**
   * Where it really leads, when that depends on the record: a reply of one of three units leaves the proposal where it
   * is. `values` are those after the move.
   */
  readonly leads?: (before: StoredRecord, values: Values, input: MoveInput, context: WorkContext) => string;
  /** Roles in the office (enumeration officeRole) that may make it; everybody while no roles have been given out. */
  readonly by: readonly string[];
  /** What the dialog asks for, in order. */
  readonly form: readonly MoveField[];
  /** Why it cannot be made now, as a sentence for the clerk; undefined when it can. */
  readonly blocked?: (record: StoredRecord, context: WorkContext) => string | undefined;
  /** What the dialog begins with, and what counts where it is left blank: units not yet signed for, the next number. */
  readonly preset?: (record: StoredRecord, context: WorkContext) => Preset;
  /** Rules over the input and the record; problems by field, rows counted as in the input (`assignments.0.unit`). */
  readonly check?: (record: StoredRecord, input: MoveInput, context: WorkContext) => Problems;
  /** The remark must be filled in; what it has to say: 不予录用的原因. */
  readonly reason?: string;
  /**
   * Values after the move, apart from state and log, which the engine sets. `values` already hold the input: single
   * fields, new rows at the end, rows put into others. `input` has been validated.
   */
  readonly apply?: (values: Values, input: MoveInput, context: WorkContext) => Values;
  /** Changes of other records in the same transaction: a merged proposal's main case, the opinion made of a proposal. */
  readonly effects?: (record: StoredRecord, input: MoveInput, context: WorkContext) => Effects;
  /** Said before the move is made. */
  readonly makes?: readonly Made[];
  readonly tone?: 'primary' | 'danger';
}

/** A field of the kind, or one new row (`rows`) with some of its columns. */
export type MoveField =
  | { readonly field: string; readonly required?: boolean }
  | {
      readonly rows: string;
      readonly columns: readonly string[];
      readonly required?: readonly string[];
      /** Several rows may be given (several handling units). */
      readonly repeated?: boolean;
      /**
       * Column that says which row is meant: what is given is put into the last row that is there with the same value
       * (the unit that signs) instead of making a new one.
       */
      readonly into?: string;
    };

export interface Preset {
  readonly values?: Values;
  readonly rows?: Readonly<Record<string, readonly Values[]>>;
}

export interface Made {
  readonly type: 'deadline' | 'task' | 'document' | 'record';
  /** 办理期限：交办后3个月 · 提案转办单 */
  readonly label: string;
}

export interface MoveInput {
  /** Values of single fields. */
  readonly values: Values;
  /** New rows by rows field. */
  readonly rows: Readonly<Record<string, readonly Values[]>>;
  /** 'YYYY-MM-DD' on which it happened; today unless said. */
  readonly on: string;
  readonly by: string;
  readonly note?: string;
}

export interface Effects {
  readonly add?: readonly { readonly id: string; readonly kind: string; readonly values: Values }[];
  /** All values after the change. */
  readonly update?: readonly { readonly kind: string; readonly id: string; readonly values: Values }[];
}

export interface Deadline {
  /** Stable within the record: `reply/0` for the first assignment. */
  readonly key: string;
  /** 答复期限 */
  readonly label: string;
  /** What is owed in its own words (a resolution, a unit); the title of the record says the rest. */
  readonly about?: string;
  /** 'YYYY-MM-DD' */
  readonly due: string;
  /** Day it was met; absent while owed. */
  readonly doneOn?: string;
  /** Person, unit or office role in charge. */
  readonly responsible?: string;
  /** What the clerk does about it: 催办. */
  readonly verb: string;
  /** Id of a move that settles it, when there is one. */
  readonly move?: string;
  /** Place in the record: `assignments/0`. */
  readonly place?: string;
}

/** A term of time as data the office can edit. */
export interface Period {
  /** proposal.reply */
  readonly id: string;
  readonly label: string;
  readonly amount: number;
  readonly unit: 'month' | 'day' | 'workingDay';
  /** Where the default comes from. */
  readonly note?: string;
}

/** Days that differ from the week: 'off' a holiday, 'work' a weekend worked in exchange (调休). */
export interface SpecialDay {
  /** 'YYYY-MM-DD' */
  readonly date: string;
  readonly type: 'off' | 'work';
  readonly name: string;
}

export interface WorkContext {
  readonly lookup: Lookup;
  readonly list: List;
  /** 'YYYY-MM-DD' */
  readonly today: string;
  /** The day `period` after (or before, when negative is true) `from`; working days by the office's calendar. */
  readonly after: (from: string, period: string) => string;
  readonly before: (from: string, period: string) => string;
  /** Amount and unit of a period as read out: 10个工作日. */
  readonly span: (period: string) => string;
  /** Settings of the office, such as formats of numbers. */
  readonly setting: (name: string) => unknown;
  readonly newId: () => string;
}
