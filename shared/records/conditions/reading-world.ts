import type { List } from '../kind.ts';
import type { Lookup, StoredRecord } from '../record.ts';

/** What conditions are read against: all records, and who points at whom. */
export interface ReadingWorld {
  readonly lookup: Lookup;
  readonly list: List;
  /** Records of kind `from` that point at a record through the path `field` (`event`, `items.opinion`). */
  readonly pointing: (kind: string, id: string, from: string, field: string) => readonly StoredRecord[];
  /** A named rule (condition type `rule`); undefined when there is none of that name. */
  readonly rule: (name: string) => NamedRule | undefined;
}

/** A rule that takes more than fields. */
export interface NamedRule {
  readonly id: string;
  /** Kind it is about. */
  readonly kind: string;
  /** 期限内已经答复（几家分办的都答复了才算） */
  readonly words: string;
  readonly fits: (record: StoredRecord) => boolean;
  /** Kinds whose changes can change the answer for other records; a change there counts everything again. */
  readonly reads?: readonly string[];
}
