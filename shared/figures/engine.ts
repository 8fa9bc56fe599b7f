import { type Dependents, dependentsOf, fieldOnPath, type ReadingWorld } from '../records/conditions/index.ts';
import type { Diff, StoredRecord } from '../records/record.ts';
import { type Contribute, contributionOf, type FigureShare, measureConditions, pathsOf } from './contribution-of.ts';
import type { FigureDefinition } from './definition.ts';
import type { FigureEvidence, FigurePeriod, FigureResult } from './figure-result.ts';
import { belongsTo, standsAt } from './period-test.ts';
import { percent } from './share.ts';

interface Counted {
  readonly definition: FigureDefinition;
  readonly contribute: Contribute;
  readonly dependents: Dependents;
  /** By record id, only those that add something. */
  shares: Map<string, FigureShare>;
}

/**
 * The figures of a library, kept up to date change by change. What a record adds to a figure is worked out once and again
 * only when the record, or one it reads, changes; a period is summed when it is asked for.
 */
export class FigureEngine {
  readonly #world: ReadingWorld;
  readonly #figures = new Map<string, Counted>();

  constructor(definitions: readonly FigureDefinition[], world: ReadingWorld) {
    this.#world = world;
    for (const definition of definitions) {
      const { query } = definition;
      const conditions = [...query.where, ...measureConditions(query.measure)];
      const counted: Counted = {
        definition,
        contribute: contributionOf(definition, world),
        dependents: dependentsOf(query.kind, conditions, pathsOf(query), world),
        shares: new Map(),
      };
      count(counted, world);
      this.#figures.set(definition.id, counted);
    }
  }

  /** Takes a change in, after the world has. @returns ids of the figures whose records or amounts changed */
  apply(diff: Diff): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const [id, figure] of this.#figures) {
      if (recount(figure, diff, this.#world)) changed.add(id);
    }
    return changed;
  }

  /** @returns undefined for an id that is not defined */
  result(id: string, period: FigurePeriod): FigureResult | undefined {
    const figure = this.#figures.get(id);
    if (!figure) return undefined;
    const { query } = figure.definition;
    const isIn = query.when.type === 'standing' ? standsAt : belongsTo;
    const found: (readonly [id: string, share: FigureShare])[] = [];
    for (const entry of figure.shares) if (isIn(entry[1], period)) found.push(entry);
    found.sort(([, a], [, b]) => dayOf(a).localeCompare(dayOf(b)));
    return summed(figure.definition, found);
  }

  /** The figures a record is counted in, also as one of several things counted (a project visited twice). */
  figuresOf(kind: string, id: string): readonly { readonly id: string; readonly day: string }[] {
    const found: { id: string; day: string }[] = [];
    for (const [figure, { definition, shares }] of this.#figures) {
      const { query } = definition;
      const own = query.kind === kind ? shares.get(id) : undefined;
      if (own) {
        found.push({ id: figure, day: dayOf(own) });
      } else if (query.measure.type === 'distinct' && fieldOnPath(query.kind, query.measure.field)?.target === kind) {
        const visits = [...shares.values()].filter(({ keys }) => keys?.includes(id)).map(dayOf);
        const [last] = visits.sort().reverse();
        if (last !== undefined) found.push({ id: figure, day: last });
      }
    }
    return found;
  }
}

const dayOf = ({ day, fine }: FigureShare): string => (fine?.startsWith(day) ? fine : day);

function count(figure: Counted, world: ReadingWorld): void {
  figure.shares = new Map();
  for (const record of world.list(figure.definition.query.kind)) enter(figure, record);
}

function enter({ shares, contribute }: Counted, record: StoredRecord): void {
  const share = contribute(record);
  if (share) shares.set(record.id, share);
}

/** @returns whether anything in the figure is different now */
function recount(figure: Counted, diff: Diff, world: ReadingWorld): boolean {
  const touched = figure.dependents(diff);
  if (touched === 'all') {
    const before = figure.shares;
    count(figure, world);
    return !isSameMap(before, figure.shares);
  }
  let changed = false;
  for (const id of touched) {
    const before = figure.shares.get(id);
    const record = world.lookup(figure.definition.query.kind, id);
    const after = record && figure.contribute(record);
    if (isSame(before, after)) continue;
    changed = true;
    if (after) figure.shares.set(id, after);
    else figure.shares.delete(id);
  }
  return changed;
}

const isSame = (a: FigureShare | undefined, b: FigureShare | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));

const isSameMap = (a: ReadonlyMap<string, FigureShare>, b: ReadonlyMap<string, FigureShare>): boolean =>
  a.size === b.size && [...a].every(([id, share]) => isSame(share, b.get(id)));

type Found = readonly (readonly [id: string, share: FigureShare])[];

function summed({ id, query }: FigureDefinition, found: Found): FigureResult {
  const { kind, measure } = query;
  const plain = found.map(([record, share]) => ({ kind, id: record, day: dayOf(share) }));
  switch (measure.type) {
    case 'count':
      return { id, value: found.length, evidence: plain };
    case 'rows': {
      const evidence = plain.map((item, index) => ({ ...item, amount: found[index]?.[1].amount ?? 0 }));
      return { id, value: total(evidence), evidence };
    }
    case 'sum': {
      const evidence = summands(plain, found);
      const sum = total(evidence.filter(({ repeated }) => !repeated)) / (measure.divide ?? 1);
      return { id, value: rounded(sum, measure.decimals ?? 2), evidence };
    }
    case 'distinct': {
      const evidence = plain.map((item, index) => ({ ...item, keys: found[index]?.[1].keys ?? [] }));
      return { id, value: new Set(evidence.flatMap(({ keys }) => keys)).size, evidence };
    }
    case 'share': {
      const evidence = plain.map((item, index) => ({ ...item, met: found[index]?.[1].met === true }));
      const met = evidence.filter((item) => item.met).length;
      const value = measure.show === 'met' ? met : Number.parseFloat(percent(met, evidence.length) || '0');
      return { id, value, met, of: evidence.length, evidence };
    }
  }
}

/** Of one project introduced by several, only the largest amount is added. */
function summands(plain: readonly FigureEvidence[], found: Found): FigureEvidence[] {
  const largest = new Map<string, number>();
  found.forEach(([, { once, amount }], index) => {
    const best = once === undefined ? undefined : largest.get(once);
    if (once !== undefined && (best === undefined || amount > (found[best]?.[1].amount ?? 0))) largest.set(once, index);
  });
  return plain.map((item, index) => {
    const { amount = 0, once } = found[index]?.[1] ?? {};
    return { ...item, amount, ...(once !== undefined && largest.get(once) !== index ? { repeated: true } : {}) };
  });
}

const total = (items: readonly FigureEvidence[]): number => items.reduce((sum, { amount = 0 }) => sum + amount, 0);

function rounded(value: number, decimals: number): number {
  const unit = 10 ** decimals;
  return Math.round((value + Number.EPSILON * Math.sign(value)) * unit) / unit;
}
