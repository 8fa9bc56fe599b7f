import type { Values } from '../../shared/records/record.ts';

/** A record of the sample before it is committed. */
export interface NewRecord {
  readonly id: string;
  readonly kind: string;
  readonly values: Values;
}

/** Leaves out what is not said, as the library does: a blank is an absent key. */
export function said(values: Record<string, unknown>): Values {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) =>
        value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
