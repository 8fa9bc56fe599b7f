import type { Values } from '../../shared/records/record.ts';
import type { TestOffice } from './office.ts';

export interface Given {
  readonly values?: Values;
  readonly rows?: Record<string, Values[]>;
  readonly on?: string;
  readonly note?: string;
}

/** What tests of processes do again and again, through the contract. The office may be opened later. */
export function movesIn(office: () => TestOffice) {
  const status = (kind: string, id: string) => office().client.workflow.status({ kind, id });
  return {
    status,
    save: async (kind: string, values: Values, id?: string): Promise<string> =>
      (await office().client.records.save({ kind, values, ...(id ? { id } : {}) })).id,
    values: async (kind: string, id: string): Promise<Values> =>
      (await office().client.records.get({ kind, id })).record.values,
    move: (kind: string, id: string | string[], name: string, given: Given = {}) =>
      office().client.workflow.move({ kind, ids: [id].flat(), move: name, ...given }),
    stateOf: async (kind: string, id: string) => (await status(kind, id)).state,
    blockedOf: async (kind: string, id: string, name: string) =>
      (await status(kind, id)).moves.find((each) => each.id === name)?.blocked,
    tasksOf: async (id: string) =>
      (await office().client.tasks.list({ limit: 5000 })).items.filter((item) => item.id === id),
  };
}
