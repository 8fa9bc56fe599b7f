import { AntouError } from '../../shared/api/errors.ts';
import { derive, kindOf, measured, titleOf, validateRecord } from '../../shared/records/index.ts';
import type { Problems, StoredRecord, Values } from '../../shared/records/record.ts';
import { type Machine, type Move, makeMove, type WorkContext } from '../../shared/workflow/index.ts';
import type { Library } from '../library/types.ts';
import { Ahead } from './ahead.ts';
import type { Desk } from './desk.ts';
import { requireFiles } from './pointing-at.ts';
import { labelOf } from './record-titles.ts';
import { requireKind } from './records.ts';
import { spokenValues } from './spoken-values.ts';
import { rolesIn, workWorld } from './work-world.ts';

const NAMED_REFUSALS = 5;

interface Given {
  readonly values?: Values | undefined;
  readonly rows?: Readonly<Record<string, readonly Values[]>> | undefined;
  readonly note?: string | undefined;
  readonly on?: string | undefined;
  readonly rev?: number | undefined;
}

interface Refusal {
  readonly title: string;
  readonly reason: string;
  readonly problems: Problems;
  readonly denied: boolean;
}

interface Planned {
  readonly update: ReadonlyMap<string, { readonly kind: string; readonly id: string; readonly values: Values }>;
  readonly made: readonly StoredRecord[];
}

/**
 * One move of several records: all of them or none. Each is planned over the library as the ones before it leave it, so
 * that twenty cases filed at once get twenty numbers and two cases merged into one main case both stand in its log.
 */
export async function moveRecords(
  desk: Desk,
  machine: Machine,
  move: Move,
  ids: readonly string[],
  who: string,
  given: Given,
): Promise<{ seq: number; label: string; moved: number; made: { kind: string; id: string; title: string }[] }> {
  const { library } = desk.opened;
  const kind = requireKind(machine.kind);
  const ahead = new Ahead(library);
  const context = workWorld(desk, ahead);
  const spoken = {
    values: spokenValues(kind, given.values ?? {}, ahead),
    rows: spokenRows(machine.kind, given, ahead),
  };
  await requireFiles(library, undefined, { ...spoken.values, ...spoken.rows });
  const planned = plan({ desk, machine, move, ids, who, given, ahead, context, spoken });
  const first = ids[0] === undefined ? undefined : library.get(machine.kind, ids[0]);
  const label =
    ids.length === 1 && first
      ? `${move.label} ${labelOf(first, desk.lookup)}`
      : `${move.label} ${ids.length} ${measured(kind)}`;
  const transaction = await library.commit({
    label,
    who,
    add: planned.made.map(({ id, kind: of, values }) => ({ id, kind: of, values })),
    update: [...planned.update.values()].map((entry) => ({ ...entry, ...revOf(library, entry, ids, given) })),
  });
  return {
    seq: transaction.seq,
    label,
    moved: ids.length,
    made: planned.made.map((record) => ({ kind: record.kind, id: record.id, title: titleOf(record, desk.lookup) })),
  };
}

/** The clerk's own revision counts for the record on the screen; for all others the one the plan was made from. */
function revOf(
  library: Library,
  { kind, id }: { readonly kind: string; readonly id: string },
  ids: readonly string[],
  { rev }: Given,
): { rev: number } | Record<string, never> {
  if (rev !== undefined && ids[0] === id) return { rev };
  const present = library.get(kind, id)?.rev;
  return present === undefined ? {} : { rev: present };
}

function spokenRows(kindId: string, { rows = {} }: Given, ahead: Ahead): Record<string, readonly Values[]> {
  const kind = requireKind(kindId);
  const all = spokenValues(kind, rows, ahead);
  return Object.fromEntries(
    Object.entries(all).map(([name, of]) => [name, Array.isArray(of) ? (of as readonly Values[]) : []]),
  );
}

interface Planning {
  readonly desk: Desk;
  readonly machine: Machine;
  readonly move: Move;
  readonly ids: readonly string[];
  readonly who: string;
  readonly given: Given;
  readonly ahead: Ahead;
  readonly context: WorkContext;
  readonly spoken: { readonly values: Values; readonly rows: Readonly<Record<string, readonly Values[]>> };
}

/** @throws AntouError denied, invalid with the problems by field; nothing has been written */
function plan({ desk, machine, move, ids, who, given, ahead, context, spoken }: Planning): Planned {
  const update = new Map<string, { kind: string; id: string; values: Values }>();
  const made: StoredRecord[] = [];
  const refusals: Refusal[] = [];
  const surroundings = { context, enumerations: ahead.enumerations, roles: rolesIn(desk.opened.library, who) };
  const change = (kind: string, id: string, values: Values) => {
    ahead.put(kind, id, values);
    update.set(`${kind}/${id}`, { kind, id, values });
  };
  for (const id of ids) {
    const record = ahead.lookup(machine.kind, id);
    if (!record) continue;
    const request = { move, ...spoken, on: given.on ?? desk.today, by: who, note: given.note };
    const result = makeMove(machine, record, request, surroundings);
    if (!result.ok) {
      refusals.push({ ...result, title: titleOf(record, ahead.lookup) });
      continue;
    }
    change(machine.kind, id, result.values);
    for (const entry of result.effects.update ?? []) change(entry.kind, entry.id, entry.values);
    for (const entry of result.effects.add ?? []) made.push(added(entry, ahead));
  }
  if (refusals.length > 0) throw refusalOf(move, refusals, ids.length);
  return { update, made };
}

/** A record that a move makes stands under the rules of its kind like one that is typed. */
function added(entry: { readonly id: string; readonly kind: string; readonly values: Values }, ahead: Ahead) {
  const checked = validateRecord(entry.kind, entry.values, {
    lookup: ahead.lookup,
    list: ahead.list,
    enumerations: ahead.enumerations,
  });
  const [problem] = Object.values(checked.problems);
  if (problem !== undefined) {
    const label = kindOf(entry.kind)?.label ?? entry.kind;
    throw new AntouError('invalid', `没有办理：要生成的${label}还不完整（${problem}）。请先在这条记录里补齐再办理。`);
  }
  const values = derive(entry.kind, checked.values, ahead.lookup, { list: ahead.list, id: entry.id });
  return ahead.put(entry.kind, entry.id, values);
}

function refusalOf(move: Move, refusals: readonly Refusal[], all: number): AntouError {
  const [first] = refusals;
  const code = refusals.every(({ denied }) => denied) ? 'denied' : 'invalid';
  const sentence = (text: string) => (/[。！？]$/u.test(text) ? text : `${text}。`);
  if (all === 1) return new AntouError(code, `没有办理：${sentence(first?.reason ?? '')}`, first?.problems);
  const named = refusals.slice(0, NAMED_REFUSALS).map(({ title, reason }) => `《${title}》${reason}`);
  const more = refusals.length > NAMED_REFUSALS ? `等 ${refusals.length} 件` : '';
  return new AntouError(
    code,
    `没有办理：所选 ${all} 件里有 ${refusals.length} 件不能“${move.label}”：${named.join('；')}${more}。一件也没有改动。`,
    first?.problems,
  );
}
