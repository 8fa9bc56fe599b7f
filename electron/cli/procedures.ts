import { contract } from '../../shared/api/contract.ts';
import type { ProcedureMeta } from '../../shared/api/meta.ts';

export interface ListedProcedure {
  readonly name: string;
  readonly meta: ProcedureMeta;
}

/** Every procedure of the contract with what it says of itself. */
export function procedures(): ListedProcedure[] {
  const listed: ListedProcedure[] = [];
  for (const [area, group] of Object.entries(contract)) {
    for (const [verb, procedure] of Object.entries(group)) {
      listed.push({ name: `${area}.${verb}`, meta: procedure['~orpc'].meta });
    }
  }
  return listed;
}

export function procedureNames(): ReadonlySet<string> {
  return new Set(procedures().map(({ name }) => name));
}
