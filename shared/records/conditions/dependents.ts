import { valuesAt } from '../list-filter.ts';
import type { Diff, StoredRecord } from '../record.ts';
import type { Condition } from './condition.ts';
import { type PathStop, parsePath, parseRowPath } from './path.ts';
import type { ReadingWorld } from './reading-world.ts';

/** Ids of the records of the kind that must be looked at again; 'all' when that cannot be told. */
export type Dependents = (diff: Diff) => ReadonlySet<string> | 'all';

/**
 * Which records of `kind` a change touches: those changed themselves, and those that read a changed record along a path
 * or through who points at them. Call it after the world has taken the diff in.
 */
export function dependentsOf(
  kind: string,
  conditions: readonly Condition[],
  paths: readonly string[],
  world: ReadingWorld,
): Dependents {
  const ways: Way[] = [
    ...paths.flatMap((path) => hopsOf(parsePath(kind, path))),
    ...conditions.flatMap((condition) => waysOf(kind, condition, world)),
  ];
  return (diff) => {
    const touched = new Set<string>();
    const changed = changedByKind(diff);
    for (const record of changed.get(kind) ?? []) touched.add(record.id);
    for (const way of ways) {
      const found = way(changed, diff, world);
      if (found === 'all') return 'all';
      for (const id of found) touched.add(id);
    }
    return touched;
  };
}

type Changed = ReadonlyMap<string, readonly StoredRecord[]>;
type Way = (changed: Changed, diff: Diff, world: ReadingWorld) => Iterable<string> | 'all';

/** Before and after of everything a change touched. */
function changedByKind(diff: Diff): Changed {
  const found = new Map<string, StoredRecord[]>();
  const enter = (record: StoredRecord) => {
    const own = found.get(record.kind);
    if (own) own.push(record);
    else found.set(record.kind, [record]);
  };
  for (const record of diff.added) enter(record);
  for (const record of diff.removed) enter(record);
  for (const [before, after] of diff.updated) {
    enter(before);
    enter(after);
  }
  return found;
}

/**
 * A path a→b→c: a change of b or c is followed backwards to the records of a. What a reference at the end leads to counts
 * too: whether it is still there, and what it is called.
 */
function hopsOf(stops: readonly PathStop[] | undefined): Way[] {
  const hops = (stops ?? []).filter(({ field }) => field.target !== undefined);
  return hops.map((_, index) => {
    const back = hops.slice(0, index + 1).reverse();
    return (changed, _diff, world) => {
      let ids = new Set((changed.get(back[0]?.field.target ?? '') ?? []).map(({ id }) => id));
      for (const { names, field, kind } of back) {
        const before = new Set<string>();
        for (const id of ids) {
          for (const record of world.pointing(field.target ?? '', id, kind, names.join('.'))) before.add(record.id);
        }
        ids = before;
      }
      return ids;
    };
  });
}

function waysOf(kind: string, condition: Condition, world: ReadingWorld): Way[] {
  switch (condition.type) {
    case 'row':
      return condition.where.flatMap(({ field }) => {
        const stops = parseRowPath(kind, condition.field, field);
        const [first, ...rest] = stops ?? [];
        return first ? hopsOf([{ ...first, names: [condition.field, ...first.names] }, ...rest]) : [];
      });
    case 'pointed':
      return [pointedWay(condition.kind, condition.field, condition.where ?? [], world)];
    case 'rule': {
      const reads = new Set(world.rule(condition.rule)?.reads ?? []);
      return reads.size === 0
        ? []
        : [(changed) => ([...changed.keys()].some((changedKind) => reads.has(changedKind)) ? 'all' : NOBODY)];
    }
    case 'either':
      return condition.of.flatMap((one) => waysOf(kind, one, world));
    default:
      return hopsOf(parsePath(kind, condition.field));
  }
}

/** What a changed pointer points at, before and after, and what those point at whose own conditions may have turned. */
function pointedWay(from: string, field: string, where: readonly Condition[], world: ReadingWorld): Way {
  const inner = dependentsOf(from, where, [], world);
  const names = field.split('.');
  return (changed, diff) => {
    const pointers = inner(diff);
    if (pointers === 'all') return 'all';
    const targets = new Set<string>();
    const enter = (record: StoredRecord) => {
      for (const id of valuesAt(record.values, names)) targets.add(String(id));
    };
    for (const record of changed.get(from) ?? []) enter(record);
    for (const id of pointers) {
      const record = world.lookup(from, id);
      if (record) enter(record);
    }
    return targets;
  };
}

const NOBODY: readonly string[] = [];
