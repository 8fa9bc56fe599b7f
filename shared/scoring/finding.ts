import type { StoredRecord } from '../records/record.ts';

/** What one record says of one subject for one item, before the rules that look at all of them together. */
export interface Finding {
  /** Code of the item, or `veto/` and the id of a veto. */
  readonly item: string;
  readonly subject: string;
  readonly kind: string;
  readonly id: string;
  /** 'YYYY-MM-DD', or '' for what has no day. */
  readonly day: string;
  /** Hundredths of a point. */
  readonly worth: number;
  readonly note?: string;
  /** share: whether it meets what is asked. */
  readonly met?: boolean;
  /** average: the number. */
  readonly value?: number;
  /** Entered by hand. */
  readonly manual?: boolean;
  /** Entered by hand and taken back by this record. */
  readonly reversedBy?: string;
}

export const recordKey = ({ kind, id }: Pick<StoredRecord, 'kind' | 'id'>): string => `${kind}/${id}`;
export const vetoCode = (id: string): string => `veto/${id}`;

/** In groups by a key, both in the order they came. */
export function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const own = groups.get(key);
    if (own) own.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
