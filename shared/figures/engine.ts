import { type Dependents, dependentsOf, fieldOnPath, type ReadingWorld } from '../records/conditions/index.ts';
import type { Diff } from '../records/record.ts';
import { type Contribute, contributionOf, type FigureShare, measureConditions, pathsOf } from './contribution-of.ts';
import type { FigureDefinition } from './definition.ts';
import type { FigurePeriod, FigureResult } from './figure-result.ts';
import { belongsTo, standsAt } from './period-test.ts';
import { dayOf, type Found, sumUp } from './sum-up.ts';

interface Counted {
  readonly definition: FigureDefinition;
  readonly contribute: Contribute;
  readonly dependents: Dependents;
  /** By record id, only those that add something. */
  readonly shares: Map<string, FigureShare>;
  /** The same by year, so that one year of thirty is not looked for among all of them; '' holds what stands. */
  readonly years: Map<string, Map<string, FigureShare>>;
  /** What was asked for since the last change that touched it, by period. */
  readonly results: Map<string, FigureResult>;
  /** Nobody has asked for it yet: nothing is counted, and nothing needs to be kept up to date. */
  asked: boolean;
}

/**
 * The figures of a library, kept up to date change by change. What a record adds to a figure is worked out once and again
 * only when the record, or one it reads, changes; a period is summed when it is asked for. A figure that nobody has asked
 * for yet is not counted at all.
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
        years: new Map(),
        results: new Map(),
        asked: false,
      };
      this.#figures.set(definition.id, counted);
    }
  }

  /**
   * Takes a change in, after the world has.
   * @returns ids of the figures whose records or amounts changed; of those not asked for yet nothing is known, so they are
   * among them
   */
  apply(diff: Diff): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const [id, figure] of this.#figures) {
      if (!figure.asked || recount(figure, diff, this.#world)) changed.add(id);
    }
    return changed;
  }

  /** @returns undefined for an id that is not defined */
  result(id: string, period: FigurePeriod): FigureResult | undefined {
    const figure = this.#figures.get(id);
    if (!figure) return undefined;
    this.#count(figure);
    const key = `${period.from}/${period.to}`;
    const known = figure.results.get(key);
    if (known) return known;
    const made = sumUp(figure.definition, foundIn(figure, period));
    if (figure.results.size >= KEPT) figure.results.clear();
    figure.results.set(key, made);
    return made;
  }

  /** The figures a record is counted in, also as one of several things counted (a project visited twice). */
  figuresOf(kind: string, id: string): readonly { readonly id: string; readonly day: string }[] {
    const found: { id: string; day: string }[] = [];
    for (const [figure, counted] of this.#figures) {
      this.#count(counted);
      const { shares } = counted;
      const { query } = counted.definition;
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

  /** Counts a figure before anybody waits for it. */
  prepare(id: string): void {
    const figure = this.#figures.get(id);
    if (figure) this.#count(figure);
  }

  #count(figure: Counted): void {
    if (figure.asked) return;
    figure.asked = true;
    count(figure, this.#world);
  }
}

/** Periods whose result is kept: this year, the one before, a few parts of them. */
const KEPT = 12;

function foundIn({ definition, years }: Counted, period: FigurePeriod): Found {
  const isIn = definition.query.when.type === 'standing' ? standsAt : belongsTo;
  // A record with days in two years stands under both and is still one.
  const found = new Map<string, FigureShare>();
  for (const [year, shares] of years) {
    if (year !== '' && (year < period.from.slice(0, 4) || year > period.to.slice(0, 4))) continue;
    for (const [record, share] of shares) if (isIn(share, period)) found.set(record, share);
  }
  return [...found];
}

function count(figure: Counted, world: ReadingWorld): void {
  figure.shares.clear();
  figure.years.clear();
  figure.results.clear();
  for (const record of world.list(figure.definition.query.kind)) {
    const share = figure.contribute(record);
    if (share) put(figure, record.id, share);
  }
}

/** Sets or, without a share, takes away what a record adds. */
function put({ definition, shares, years, results }: Counted, id: string, share: FigureShare | undefined): void {
  results.clear();
  const yearsOf = ({ day, more = [] }: FigureShare) =>
    definition.query.when.type === 'standing' ? [''] : [day, ...more].map((one) => one.slice(0, 4));
  const before = shares.get(id);
  for (const year of before ? yearsOf(before) : []) years.get(year)?.delete(id);
  if (!share) {
    shares.delete(id);
    return;
  }
  shares.set(id, share);
  for (const year of yearsOf(share)) {
    const own = years.get(year);
    if (own) own.set(id, share);
    else years.set(year, new Map([[id, share]]));
  }
}

/** @returns whether anything in the figure is different now */
function recount(figure: Counted, diff: Diff, world: ReadingWorld): boolean {
  const touched = figure.dependents(diff);
  if (touched === 'all') {
    const before = new Map(figure.shares);
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
    put(figure, id, after);
  }
  return changed;
}

const isSame = (a: FigureShare | undefined, b: FigureShare | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));

const isSameMap = (a: ReadonlyMap<string, FigureShare>, b: ReadonlyMap<string, FigureShare>): boolean =>
  a.size === b.size && [...a].every(([id, share]) => isSame(share, b.get(id)));
