import type { Field } from './field.ts';
import type { Lookup, Problems, StoredRecord, Values } from './record.ts';

/** Where a kind stands in the left-hand navigation. */
export type NavigationGroup = '履职' | '提案民意' | '协商' | '文史' | '机关' | '组织' | '基础';

/**
 * A kind of record. A new kind is one file with one of these and one line in index.ts;
 * everything else (list, form, filters, import headings, columns, search, command line) follows.
 */
export interface RecordKind {
  /** English identifier, stable for ever: it names folders, procedures' input and links. */
  readonly id: string;
  /** 委员 */
  readonly label: string;
  /** Measure word used in counts: 名, 次, 篇. */
  readonly unit: string;
  readonly group: NavigationGroup;
  /** Empty-state sentence: what belongs here, and the first step. */
  readonly purpose: string;
  readonly fields: Readonly<Record<string, Field>>;
  /** Title of a record for lists, links and search. Must not throw on incomplete values. */
  readonly title: (values: Values, lookup: Lookup) => string;
  /** One quiet line under the title that tells namesakes apart: 教育界 · 民盟. */
  readonly subtitle?: (values: Values, lookup: Lookup) => string;
  readonly list: {
    readonly columns: readonly string[];
    readonly filters: readonly string[];
    /** Default order. 'stroke' sorts a name by 姓氏笔画. */
    readonly sort: readonly (readonly [field: string, order: 'asc' | 'desc' | 'stroke'])[];
  };
  /** Groups of the form, in order; every field that is not readOnly stands in exactly one. */
  readonly form: readonly FormGroup[];
  readonly search: {
    /** Fields of people's names: found by pinyin and initials too. */
    readonly names?: readonly string[];
    /** Field whose year (a date, month or year) the year filter uses. */
    readonly year?: string;
    /** Field that holds, directly or through the record it points at, the 界别 of the record. */
    readonly sector?: string;
  };
  /** Rules over several fields, after each field by itself has been found good. `id` is absent for a new record. */
  readonly check?: (values: Values, lookup: Lookup, id?: string) => Problems;
  /** Remarks that do not stop saving, by field path: the clerk knows better. */
  readonly warn?: (values: Values, lookup: Lookup) => Problems;
  /** Sets of fields that no two records of the kind may share, when all of them are filled in. */
  readonly unique?: readonly (readonly string[])[];
  /** Sets of fields by which two records are probably the same thing, entered twice: pointed out, never refused. */
  readonly alike?: readonly (readonly string[])[];
  /** Values the program sets on every save, after validation: the year out of the start. Pure and idempotent. */
  readonly derive?: (values: Values, context: DeriveContext) => Values;
  /** Values of the `computed` fields, worked out of other records whenever the record is shown, never stored. */
  readonly computed?: (record: StoredRecord, context: ComputeContext) => Values;
  /** The state machine (shared/workflow) that moves `field`; the way through the office is kept in `log`. */
  readonly process?: {
    readonly machine: string;
    readonly field: string;
    readonly log: string;
    /** State of a record that comes out of an old ledger without one, told from what is filled in; undefined: the first. */
    readonly stateOf?: (values: Values) => string | undefined;
  };
  /**
   * Text by which two records are probably about the same thing (案由, 标题): pointed out while entering and in the
   * duplicate centre. `threshold` is the share of common character pairs, 0..1.
   */
  readonly similar?: { readonly fields: readonly string[]; readonly threshold: number };
  /** This kind lives inside another: a chapter in a book. Deleting the parent asks for it. */
  readonly parent?: { readonly kind: string; readonly field: string; readonly order: string };
  /** Records are added and never changed or deleted: a wrong one is taken back by another. Undoing is still possible. */
  readonly appendOnly?: boolean;
  /** Numbered pure steps that bring older records up to date: to 2, 3, 4 … */
  readonly migrations: readonly Migration[];
}

/** `when`: the group is shown only while one of these fields has one of its values (a visit has no agenda). */
export interface FormGroup {
  readonly label: string;
  readonly fields: readonly string[];
  readonly when?: Readonly<Record<string, readonly unknown[]>>;
}

/** All records of a kind, in order of creation. */
export type List = (kind: string) => readonly StoredRecord[];

export interface ComputeContext {
  readonly lookup: Lookup;
  /** Without it, values that count other records stay absent: better no number than a wrong one. */
  readonly list?: List;
}

interface DeriveContext {
  readonly lookup: Lookup;
  /** Without it, values that depend on the other records of a kind are left as they are. */
  readonly list?: List;
  /** Id of the record being saved; absent for a new one. */
  readonly id?: string;
}

/** Why a record of an append-only kind can be neither changed nor deleted; undefined for every other kind. */
export function appendOnlyProblem({ label, appendOnly }: RecordKind): string | undefined {
  return appendOnly ? `${label}只增不改，请用冲销` : undefined;
}

export interface Migration {
  /** Version of this kind after the step; the first step leads to 2. */
  readonly to: number;
  /** Why the shape changed, for the person after you. */
  readonly why: string;
  readonly up: (values: Values) => Values;
}
