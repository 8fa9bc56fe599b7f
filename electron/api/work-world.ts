import { AntouError } from '../../shared/api/errors.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import type { Machine, WorkContext } from '../../shared/workflow/index.ts';
import { effectiveOperators, machineOf, OPERATORS_SETTING, rolesOf, workContext } from '../../shared/workflow/index.ts';
import type { Library } from '../library/types.ts';
import type { Desk } from './desk.ts';
import { requireKind, requireRecord } from './records.ts';
import type { World } from './saving.ts';

/** What moves and deadlines are worked out with, over the library as it is or as it will be. */
export function workWorld(desk: Desk, world: Pick<World, 'lookup' | 'list'>): WorkContext {
  return workContext({
    lookup: world.lookup,
    list: world.list,
    today: desk.today,
    setting: (name) => desk.opened.library.setting(name),
    newId: () => crypto.randomUUID(),
  });
}

/** What this operator may do; undefined while no roles have been given out. */
export function rolesIn(library: Library, who: string): readonly string[] | undefined {
  return rolesOf(effectiveOperators(library.setting(OPERATORS_SETTING)), who);
}

/** @throws AntouError invalid for a kind without a process, notFound */
export function requireProcess(desk: Desk, kind: string, id: string): { machine: Machine; record: StoredRecord } {
  const { label } = requireKind(kind);
  const machine = machineOf(kind);
  if (!machine) throw new AntouError('invalid', `“${label}”没有办理流程，请直接修改记录。`);
  return { machine, record: requireRecord(desk, kind, id) };
}
