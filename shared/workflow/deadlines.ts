import type { StoredRecord } from '../records/record.ts';
import { eventDeadlines } from './event-deadlines.ts';
import { livelihoodDeadlines, planDeadlines, venueDeadlines } from './ledger-deadlines.ts';
import type { Deadline, WorkContext } from './machine.ts';
import { machines } from './registry.ts';

type Deadlines = (record: StoredRecord, context: WorkContext) => readonly Deadline[];

const byKind: ReadonlyMap<string, Deadlines> = new Map<string, Deadlines>([
  ...machines.flatMap(({ kind, deadlines }): [string, Deadlines][] => (deadlines ? [[kind, deadlines]] : [])),
  ['event', eventDeadlines],
  ['venue', venueDeadlines],
  ['livelihoodItem', livelihoodDeadlines],
  ['planItem', planDeadlines],
]);

/** Kinds of which something may be owed. */
export const kindsWithDeadlines: readonly string[] = [...byKind.keys()];

/** What is owed on a record, worked out of it each time; what has been met carries the day. */
export function deadlinesOf(record: StoredRecord, context: WorkContext): readonly Deadline[] {
  return byKind.get(record.kind)?.(record, context) ?? [];
}
