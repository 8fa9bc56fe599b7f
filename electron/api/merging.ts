import { AntouError } from '../../shared/api/errors.ts';
import { findTwins, measured, measureWord, titleOf, usesOf } from '../../shared/records/index.ts';
import { appendOnlyProblem, type RecordKind } from '../../shared/records/kind.ts';
import {
  isList,
  isOfProcess,
  type Take,
  type TurnedOver,
  turnOver,
  uniteValues,
} from '../../shared/records/likeness/index.ts';
import type { StoredRecord, Values } from '../../shared/records/record.ts';
import { sameContent } from '../library/records.ts';
import type { Change, Library } from '../library/types.ts';
import { Ahead } from './ahead.ts';
import { labelOf } from './record-titles.ts';
import { requireKind } from './records.ts';
import { prepare, type Wanted, worldOf } from './saving.ts';

export interface Merging {
  readonly kind: RecordKind;
  readonly keep: StoredRecord;
  readonly drop: StoredRecord;
  readonly take?: Readonly<Record<string, Take>>;
}

interface Turned {
  readonly record: StoredRecord;
  readonly over: TurnedOver;
}

/** Every other record that points at the one that goes, with its links turned over. */
export function turnedOver(library: Library, { kind, keep, drop }: Merging): Turned[] {
  const lookup = worldOf(library).lookup;
  const users = new Set(usesOf(kind.id, drop.id, library.all(), lookup).map((use) => `${use.kind}/${use.id}`));
  users.delete(`${kind.id}/${keep.id}`);
  return [...users].flatMap((key) => {
    const [using = '', ...rest] = key.split('/');
    const record = lookup(using, rest.join('/'));
    if (!record) return [];
    const over = turnOver(requireKind(using).fields, record.values, { kind: kind.id, keep: keep.id, drop: drop.id });
    return over.links > 0 ? [{ record, over }] : [];
  });
}

/**
 * The change that makes one record of two, checked over the library as it will be.
 * @throws AntouError invalid (what was chosen), conflict (the merged library would break a rule; says which and what to do)
 */
export function planMerge(library: Library, merging: Merging): Pick<Change, 'update' | 'remove'> & { links: number } {
  const { kind, keep, drop, take = {} } = merging;
  requireTakes(kind, take);
  const closed = appendOnlyProblem(kind);
  if (closed) throw new AntouError('conflict', `没有合并：${closed}。两条记录都没有变动。`);
  const ahead = new Ahead(library);
  const turned = turnedOver(library, merging);
  const own = unitedOf(merging, take);
  ahead.remove(kind.id, drop.id);
  const wanted: Wanted[] = [
    { kind, id: keep.id, before: keep, changes: own.changes },
    ...turned.map(({ record, over }) => ({
      kind: requireKind(record.kind),
      id: record.id,
      before: record,
      changes: over.changes,
    })),
  ];
  const prepared = wanted.map((one) => {
    const done = prepare(one, ahead, { twins: false });
    ahead.put(one.kind.id, one.id, done.values);
    return done;
  });
  wanted.forEach((one, index) => {
    requireFree(library, ahead, one, prepared[index]?.values ?? {});
    refuseNewProblem(library, one, prepared[index]?.problems ?? {});
  });
  const update = wanted.flatMap(({ kind: { id: kindId }, id, before }, index) => {
    const values = prepared[index]?.values ?? {};
    return before && !sameContent(before.values, values) ? [{ kind: kindId, id, values, rev: before.rev }] : [];
  });
  const links = turned.reduce((sum, { over }) => sum + over.links, 0);
  return { update, remove: [{ kind: kind.id, id: drop.id }], links };
}

function requireTakes(kind: RecordKind, take: Readonly<Record<string, Take>>): void {
  for (const [name, chosen] of Object.entries(take)) {
    const field = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
    if (!field || field.computed) throw refuse(name, `${kind.label}没有可选的“${field?.label ?? name}”这一栏`);
    if (chosen !== 'keep' && isOfProcess(kind, name))
      throw refuse(name, `“${field.label}”随保留的那一条，不能选另一条的`);
    if (chosen === 'both' && !isList(field)) throw refuse(name, `“${field.label}”只能留一个，不能都留`);
  }
}

function refuse(field: string, why: string): AntouError {
  return new AntouError('invalid', `没有合并：${why}。两条记录都没有变动。`, { [field]: why });
}

/** What changes in the kept record. Links between the two would point at itself, so they go. */
function unitedOf({ kind, keep, drop }: Merging, take: Readonly<Record<string, Take>>): { changes: Values } {
  const united = uniteValues(kind, keep.values, drop.values, take);
  const turn = { kind: kind.id, keep: keep.id, drop: drop.id, itself: true };
  const all = { ...united, ...turnOver(kind.fields, united, turn).changes };
  const changes: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(keep.values), ...Object.keys(all)]))
    if (!sameContent(keep.values[name], all[name] ?? undefined)) changes[name] = all[name] ?? null;
  return { changes };
}

/** @throws AntouError conflict: the two people both hold a seat in the same term; `pair` names the two seats */
function requireFree(library: Library, ahead: Ahead, { kind, id }: Wanted, values: Values): void {
  const all = ahead.settled(kind.id);
  const [first] = Object.entries(findTwins(kind, values, { id, lookup: ahead.lookup, all }).problems);
  if (!first) return;
  const fields = kind.unique?.find((one) => one.at(-1) === first[0]) ?? [];
  const twin = all.find((other) => other.id !== id && fields.every((field) => other.values[field] === values[field]));
  const { lookup } = worldOf(library);
  const names = [twin, lookup(kind.id, id)].map((record) => {
    const now = record && lookup(record.kind, record.id);
    return now ? `“${titleOf(now, lookup)}”` : '';
  });
  const labels = fields.map((field) => kind.fields[field]?.label ?? field).join('、');
  throw new AntouError(
    'conflict',
    `没有合并：合并后会有两${measured(kind)}（${names.join('和')}）的${labels}相同。两条记录都没有变动。` +
      `请先在“重复项”里把这两${measured(kind)}合并成一${measureWord(kind)}，或改掉其中一${measureWord(kind)}，再来合并。`,
    { [first[0]]: first[1], pair: `${kind.id}/${id}/${twin?.id ?? ''}` },
  );
}

/** An old gap in a record that only points here must not stand in the way of a merge. */
function refuseNewProblem(library: Library, wanted: Wanted, problems: Readonly<Record<string, string>>): void {
  if (Object.keys(problems).length === 0) return;
  const before = prepare({ ...wanted, changes: {} }, worldOf(library), { twins: false }).problems;
  const [first] = Object.entries(problems).filter(([field]) => before[field] === undefined);
  if (!first || !wanted.before) return;
  const { lookup } = worldOf(library);
  throw new AntouError(
    'conflict',
    `没有合并：合并后“${labelOf(wanted.before, lookup)}”会有问题：${first[1]}。两条记录都没有变动。请先改好这一处，再来合并。`,
    { [first[0]]: first[1] },
  );
}
