import type { WorkContext } from '../../../../shared/workflow/machine.ts';
import type { HandLedger } from '../../figures/ledger.ts';

/** What named rules are worked out by: the records and the day. Nothing here depends on periods of the office. */
export function workOf({ list, lookup }: HandLedger, today: string): WorkContext {
  return {
    list,
    lookup,
    today,
    after: (from) => from,
    before: (from) => from,
    span: (period) => period,
    setting: () => undefined,
    newId: () => 'new',
  };
}
