import {
  compileConditions,
  fieldOnPath,
  parsePath,
  type ReadingWorld,
  valuesOnPath,
} from '../records/conditions/index.ts';
import type { StoredRecord } from '../records/record.ts';
import { kindOf } from '../records/registry.ts';
import { rowsFieldOf } from './mentions.ts';
import { pointsInWords } from './points.ts';
import type { Item, Quantity, Who } from './scheme.ts';

/** What a record is worth by an item, before the share of a joint author. */
export interface Worth {
  readonly points: number;
  readonly notes: readonly string[];
}

type Reads = (view: StoredRecord) => Worth | undefined;

/** Tiers or points, times the quantity, times every scale that fits. Undefined: no tier fits. */
export function compileWorth(item: Item, kind: string, whos: readonly Who[], world: ReadingWorld): Reads {
  const tier = compileTiers(item, kind, world);
  const quantity = item.quantity && compileQuantity(item.quantity, item.unit, kind, whos, world);
  const scales = (item.scale ?? []).map(({ where, ...scale }) => ({
    ...scale,
    fits: compileConditions(kind, where, world),
  }));
  return (view) => {
    const reached = tier(view);
    if (!reached) return undefined;
    const times = quantity?.(view) ?? { count: 1, note: undefined };
    const factors = scales.filter(({ fits }) => fits(view));
    return {
      points: factors.reduce((points, { factor }) => points * factor, reached.points * times.count),
      notes: [
        ...reached.notes,
        ...(times.note === undefined ? [] : [times.note]),
        ...factors.map(({ label, factor }) => `${label}×${factor}`),
      ],
    };
  };
}

/** The highest by size: of deductions the heaviest. */
function compileTiers({ tiers, tierMode, points }: Item, kind: string, world: ReadingWorld): Reads {
  if (!tiers) return () => ({ points, notes: [] });
  const tests = tiers.map((tier) => ({ ...tier, fits: compileConditions(kind, tier.where, world) }));
  return (view) => {
    const reached = tests.filter(({ fits }) => fits(view));
    if (reached.length === 0) return undefined;
    const counting =
      tierMode === 'sum'
        ? reached
        : [reached.reduce((best, tier) => (Math.abs(tier.points) > Math.abs(best.points) ? tier : best))];
    return {
      points: counting.reduce((sum, tier) => sum + tier.points, 0),
      notes: counting.map(({ label }) => label),
    };
  };
}

function compileQuantity(quantity: Quantity, unit: string, kind: string, whos: readonly Who[], world: ReadingWorld) {
  const { per, otherwise, whole } = quantity;
  const paths = [quantity.field, ...(quantity.instead === undefined ? [] : [quantity.instead])].flatMap((path) =>
    pathsOf(path, kind, whos),
  );
  return (view: StoredRecord): { count: number; note: string | undefined } => {
    for (const path of paths) {
      const found = numberAt(view, path, world);
      if (found === undefined) continue;
      const count = found / per;
      return {
        count: whole ? Math.trunc(count) : count,
        note: `${pointsInWords(found)}${fieldOnPath(kind, path)?.unit ?? (per === 1 ? unit : '')}`,
      };
    }
    return { count: otherwise, note: undefined };
  };
}

/** A path as a number may be written: from the row first, then from the record. */
export const pathsOf = (path: string, kind: string, whos: readonly Who[]): readonly string[] =>
  [
    ...new Set(whos.flatMap(({ field }) => rowsFieldOf(kind, field) ?? []).map((rows) => `${rows}.${path}`)),
    path,
  ].filter((one) => parsePath(kind, one) !== undefined || isWorkedOut(kind, one));

const isWorkedOut = (kind: string, path: string): boolean => {
  const known = kindOf(kind);
  return known?.computed !== undefined && Object.hasOwn(known.fields, path) && known.fields[path]?.computed === true;
};

/** A number at a path; a field that is worked out (字数) is worked out here, it stands in no record. */
function numberAt(view: StoredRecord, path: string, { lookup, list }: ReadingWorld): number | undefined {
  if (isWorkedOut(view.kind, path)) {
    const value = kindOf(view.kind)?.computed?.(view, { lookup, list })[path];
    return typeof value === 'number' ? value : undefined;
  }
  return valuesOnPath(view, path, { lookup }).find((value): value is number => typeof value === 'number');
}
