/**
 * A list of allowed values. The stored value is the Chinese word itself: the library stays readable without the
 * program, and renaming an option is one batch change over the records that use it.
 */
export interface Enumeration {
  readonly id: string;
  readonly label: string;
  readonly values: readonly EnumerationValue[];
}

export interface EnumerationValue {
  readonly value: string;
  /** Shown beside the option. */
  readonly note?: string;
  /** Kept for old records, no longer offered. */
  readonly retired?: boolean;
  /** Heading under which the option is offered. */
  readonly group?: string;
  /** The program's own rules rely on the word: it may not be renamed, retired or struck out. */
  readonly fixed?: boolean;
  /** Other words for it in spreadsheets: 中共 for 中共党员. */
  readonly aliases?: readonly string[];
}
