import { AntouError } from '../../shared/api/errors.ts';
import { derive, type Enumeration, type List, validateRecord } from '../../shared/records/index.ts';
import type { RecordKind } from '../../shared/records/kind.ts';
import type { ChangeOrigin, Lookup, Problems, StoredRecord, Values } from '../../shared/records/record.ts';
import { stateProblem } from '../../shared/workflow/state-change.ts';
import { enumerationsOf } from '../library/enumerations.ts';
import { sameContent } from '../library/records.ts';
import type { Library } from '../library/types.ts';

/** What a record is checked against: the library, or the library as it will be (ahead.ts). */
export interface World {
  readonly lookup: Lookup;
  readonly list: List;
  readonly enumerations: readonly Enumeration[];
}

export function worldOf(library: Library): World {
  return {
    lookup: (kind, id) => library.get(kind, id),
    list: (kind) => library.list(kind),
    enumerations: enumerationsOf(library),
  };
}

export interface Wanted {
  readonly kind: RecordKind;
  /** Of the record to be, also of a new one. */
  readonly id: string;
  /** Absent for a new record. */
  readonly before?: StoredRecord | undefined;
  /** Only what changes: absent fields stay, null clears. */
  readonly changes: Values;
}

export interface PrepareOptions {
  /** false: the caller looks for twins itself when all records of the change stand. */
  readonly twins?: false;
  /** An import may bring new records in any state of their process. */
  readonly origin?: ChangeOrigin;
}

export interface Prepared {
  /** All values of the record, as they are to be stored when there are no problems. */
  readonly values: Values;
  readonly problems: Problems;
  readonly warnings: Problems;
}

/**
 * The one way of a value into the library: whatever a form, a pasted block, a script or a merge wants saved is put over
 * what stands there, checked by its kind, and completed by the program. Nothing is written.
 */
export function prepare(wanted: Wanted, world: World, options: PrepareOptions = {}): Prepared {
  const { kind, id, before, changes } = wanted;
  const checked = validateRecord(kind.id, merged(before?.values ?? {}, changes), {
    lookup: world.lookup,
    enumerations: world.enumerations,
    // A batch looks for twins by itself, and numbers are given below: looking through all records twice is enough.
    ...(options.twins === false ? {} : { list: world.list }),
    ...(before ? { id, before: before.values } : {}),
  });
  const kept = before ? { ...checked.values, ...untouched(before.values, changes) } : checked.values;
  const values = derive(kind.id, kept, world.lookup, { list: world.list, id });
  const state = stateProblem(kind, before?.values, values, options.origin);
  const problems =
    state === undefined || !kind.process ? checked.problems : { [kind.process.field]: state, ...checked.problems };
  return { values, problems, warnings: checked.warnings };
}

/** The whole of the values after a partial change: absent keys stay, null clears. */
function merged(before: Values, changes: Values): Values {
  const all: Record<string, unknown> = { ...before };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === undefined) delete all[name];
    else all[name] = value;
  }
  return all;
}

/**
 * What nobody touched stays as it stands, to the byte, even where it would be written otherwise today. A form sends the
 * whole record: what comes back as it was is not touched either.
 */
function untouched(before: Values, changes: Values): Values {
  const stays = ([name, value]: [string, unknown]) =>
    !Object.hasOwn(changes, name) || sameContent(value, changes[name]);
  return Object.fromEntries(Object.entries(before).filter(stays));
}

/** @throws AntouError invalid naming the first problem and marking all fields */
export function requireNoProblems({ problems }: Prepared): void {
  const [first] = Object.values(problems);
  if (first !== undefined) throw new AntouError('invalid', `没有保存：${first}。请改正标红的栏目后再保存。`, problems);
}

const turns = new WeakMap<Library, Promise<unknown>>();

/**
 * Checking and writing belong together: a change that is checked while another is still on its way to the disk would
 * not see it. Changes that go through here wait for each other.
 */
export function inTurn<T>(library: Library, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(library) ?? Promise.resolve()).then(work);
  turns.set(
    library,
    turn.catch(() => undefined),
  );
  return turn;
}
