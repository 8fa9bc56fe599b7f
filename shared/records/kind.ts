import type { Field } from './field.ts';
import type { Lookup, Problems, Values } from './record.ts';

/** Where a kind stands in the left-hand navigation. */
export type NavigationGroup = '台账' | '史料' | '组织' | '内部';

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
  readonly form: readonly { readonly label: string; readonly fields: readonly string[] }[];
  readonly search: {
    /** Fields of people's names: found by pinyin and initials too. */
    readonly names?: readonly string[];
    /** Field whose year (a date, month or year) the year filter uses. */
    readonly year?: string;
    /** Field that holds, directly or through the record it points at, the 界别 of the record. */
    readonly sector?: string;
  };
  /** Rules over several fields, after each field by itself has been found good. */
  readonly check?: (values: Values, lookup: Lookup) => Problems;
  /** This kind lives inside another: a chapter in a book. Deleting the parent asks for it. */
  readonly parent?: { readonly kind: string; readonly field: string; readonly order: string };
  /** Numbered pure steps that bring older records up to date: to 2, 3, 4 … */
  readonly migrations: readonly Migration[];
}

export interface Migration {
  /** Version of this kind after the step; the first step leads to 2. */
  readonly to: number;
  /** Why the shape changed, for the person after you. */
  readonly why: string;
  readonly up: (values: Values) => Values;
}
