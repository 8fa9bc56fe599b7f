import type { FigureEvidence } from './figure-result.ts';
import type { FrozenFigure } from './freeze.ts';

/** What a figure is made of now. */
export interface FigureNow {
  readonly value: number;
  readonly query: string;
  readonly evidence: readonly FigureEvidence[];
}

export interface FreezeDifference {
  /** Records that count now and did not then. */
  readonly added: readonly FigureEvidence[];
  /** Records that counted then and do not now. */
  readonly removed: readonly FigureEvidence[];
  /** Records that count with another amount, for other things, or no longer among those that met. */
  readonly changed: readonly FigureEvidence[];
  /** It is counted otherwise than then. */
  readonly redefined: boolean;
}

/**
 * How a figure stands against what was handed in; undefined when nothing of it has moved. A record that only moved
 * within the year is no difference. `now` is absent when the figure is no longer defined.
 */
export function freezeDifference(frozen: FrozenFigure, now: FigureNow | undefined): FreezeDifference | undefined {
  const before = byId(frozen.evidence);
  const after = byId(now?.evidence ?? []);
  const added = [...after].flatMap(([id, item]) => (before.has(id) ? [] : [item]));
  const removed = [...before].flatMap(([id, item]) => (after.has(id) ? [] : [item]));
  const changed = [...after].flatMap(([id, item]) => {
    const old = before.get(id);
    return old && weightOf(old) !== weightOf(item) ? [item] : [];
  });
  const same = now !== undefined && now.value === frozen.value;
  if (same && added.length + removed.length + changed.length === 0) return undefined;
  return { added, removed, changed, redefined: now !== undefined && now.query !== frozen.query };
}

const byId = (items: readonly FigureEvidence[]): ReadonlyMap<string, FigureEvidence> =>
  new Map(items.map((item) => [`${item.kind}/${item.id}`, item]));

const weightOf = ({ amount, keys, met, repeated }: FigureEvidence): string =>
  JSON.stringify([amount ?? null, [...(keys ?? [])].sort(), met ?? null, repeated === true]);
