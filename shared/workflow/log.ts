import { rowsOf, textOf } from '../records/read-value.ts';
import type { Values } from '../records/record.ts';
import type { Machine, MoveInput } from './machine.ts';

/** Word of the log for a state that was set by hand. */
export const CORRECTION = '更正状态';

export interface LogRow {
  readonly on: string;
  /** Label of the move: 立案. */
  readonly move: string;
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly note?: string;
}

/** The way of a record so far, oldest first. */
export function logOf(values: Values, field = 'log'): readonly LogRow[] {
  return rowsOf(values, field).map((row) => {
    const note = textOf(row, 'note');
    return {
      on: textOf(row, 'on'),
      move: textOf(row, 'move'),
      from: textOf(row, 'from'),
      to: textOf(row, 'to'),
      by: textOf(row, 'by'),
      ...(note ? { note } : {}),
    };
  });
}

/** Day on which the record last came into `state` from another one; '' when the log does not tell (an import). */
export function enteredOn(values: Values, state: string): string {
  return logOf(values).findLast((row) => row.to === state && row.from !== state)?.on ?? '';
}

/** The values in their new state, with the line that says how they came there. */
export function withLogLine(
  { field, log }: Pick<Machine, 'field' | 'log'>,
  values: Values,
  to: string,
  label: string,
  { on, by, note }: Pick<MoveInput, 'on' | 'by' | 'note'>,
): Values {
  const line = { on, move: label, from: textOf(values, field), to, by, ...(note ? { note } : {}) };
  return { ...values, [field]: to, [log]: [...rowsOf(values, log), line] };
}
