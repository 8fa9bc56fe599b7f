import type { Machine } from './machine.ts';
import { membershipMachine } from './membership.ts';
import { opinionMachine } from './opinion.ts';
import { proposalMachine } from './proposal.ts';
import { regulationMachine } from './regulation.ts';
import { submissionMachine } from './submission.ts';
import { suggestionMachine } from './suggestion.ts';
import { topicMachine } from './topic.ts';

/** Every process, one file each. */
export const machines: readonly Machine[] = [
  proposalMachine,
  opinionMachine,
  topicMachine,
  suggestionMachine,
  membershipMachine,
  regulationMachine,
  submissionMachine,
];

const byKind: ReadonlyMap<string, Machine> = new Map(machines.map((machine) => [machine.kind, machine]));

/** The process that records of this kind go through; undefined for kinds without one. */
export function machineOf(kind: string): Machine | undefined {
  return byKind.get(kind);
}
