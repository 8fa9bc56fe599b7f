import type { StoredRecord } from '../records/record.ts';

/** States of an event that took place, as the plan counts it too: what is only planned becomes done by its state. */
export const HELD_STATES: readonly string[] = ['进行中', '已结束', '已归档'];

export const isHeld = ({ values }: StoredRecord): boolean => HELD_STATES.includes(String(values.status ?? ''));
