import { implement } from '@orpc/server';
import { contract } from '../../shared/api/contract.ts';
import type { Desk } from './desk.ts';

export interface Context {
  readonly desk: Desk;
}

/** Every handler file implements its part of the contract with this. */
export const os = implement(contract).$context<Context>();
