import { FIGURES_SETTING, type FigureDefinition } from '../../shared/figures/definition.ts';
import { effectiveFigures } from '../../shared/figures/definitions/index.ts';
import { FigureEngine } from '../../shared/figures/engine.ts';
import { namedRules } from '../../shared/figures/named-rules.ts';
import { LiveWorld, type ReadingWorld } from '../../shared/records/conditions/index.ts';
import type { Diff, Transaction } from '../../shared/records/record.ts';
import { ScoreEngine } from '../../shared/scoring/engine.ts';
import { SCHEMES_SETTING, type Scheme } from '../../shared/scoring/scheme.ts';
import { effectiveSchemes, schemeFor } from '../../shared/scoring/schemes/index.ts';
import { PERIODS_SETTING, SPECIAL_DAYS_SETTING, workContext } from '../../shared/workflow/index.ts';
import { SETTING } from '../library/clean.ts';
import type { Library } from '../library/types.ts';

/** Years of scores kept up to date at a time; the one asked for longest ago is let go. */
const KEPT = 6;

/** Milliseconds after opening until counting begins, and between two figures: the page in front comes first. */
const REST = 1500;
const BREATH = 20;

/**
 * The figures and scores of the open library. Built when they are first asked for, then told of every change; only a
 * change of definitions, schemes, periods or holidays counts everything anew.
 */
export class Counting {
  readonly #library: Library;
  readonly #today: () => string;
  #world: LiveWorld | undefined;
  #rules: ReturnType<typeof namedRules> | undefined;
  #definitions: readonly FigureDefinition[] | undefined;
  #figures: FigureEngine | undefined;
  #schemes: readonly Scheme[] | undefined;
  /** By scheme, version, year and day: points depend on how long somebody has served until today. */
  readonly #scores = new Map<string, ScoreEngine>();

  /** @param today 'YYYY-MM-DD' */
  constructor(library: Library, today: () => string) {
    this.#library = library;
    this.#today = today;
  }

  get world(): ReadingWorld {
    const library = this.#library;
    this.#world ??= new LiveWorld({
      list: (kind) => library.list(kind),
      lookup: (kind, id) => library.get(kind, id),
      rule: (name) => this.#namedRules(name),
    });
    return this.#world;
  }

  get definitions(): readonly FigureDefinition[] {
    this.#definitions ??= effectiveFigures(this.#library.setting(FIGURES_SETTING));
    return this.#definitions;
  }

  get figures(): FigureEngine {
    this.#figures ??= new FigureEngine(this.definitions, this.world);
    return this.#figures;
  }

  /** Every version of every scheme, the office's own and those given. */
  get schemes(): readonly Scheme[] {
    this.#schemes ??= effectiveSchemes(this.#library.setting(SCHEMES_SETTING));
    return this.#schemes;
  }

  /** The scores of a year by the version that is in force for it; undefined when there is none. */
  scores(schemeId: string, year: number): ScoreEngine | undefined {
    const scheme = schemeFor(this.schemes, schemeId, year);
    if (!scheme) return undefined;
    const key = `${scheme.id}/${scheme.version}/${year}/${this.#today()}`;
    const engine = this.#scores.get(key) ?? this.scoresOf(scheme, year);
    this.#scores.delete(key);
    this.#scores.set(key, engine);
    const [oldest] = this.#scores.keys();
    if (this.#scores.size > KEPT && oldest !== undefined) this.#scores.delete(oldest);
    return engine;
  }

  /** The same by any scheme, for trying a rule out; not kept. */
  scoresOf(scheme: Scheme, year: number): ScoreEngine {
    return new ScoreEngine(scheme, year, this.world, this.#today());
  }

  /** A figure engine for definitions that are only tried out. */
  figuresOf(definitions: readonly FigureDefinition[]): FigureEngine {
    return new FigureEngine(definitions, this.world);
  }

  /**
   * Counts the figures one by one while nobody waits, so that the first page of numbers of a large library opens at once.
   * @returns stops it
   */
  prepare(): () => void {
    const ids = this.definitions.map(({ id }) => id);
    let timer: NodeJS.Timeout;
    const next = () => {
      const id = ids.shift();
      if (id === undefined) return;
      this.figures.prepare(id);
      timer = setTimeout(next, BREATH).unref();
    };
    timer = setTimeout(next, REST).unref();
    return () => clearTimeout(timer);
  }

  /** Takes a change in. Call it after the library has. */
  apply({ diff }: Pick<Transaction, 'diff'>): void {
    this.#world?.apply(diff);
    const settings = settingsIn(diff);
    if (settings.has(PERIODS_SETTING) || settings.has(SPECIAL_DAYS_SETTING)) {
      this.#rules = undefined;
      this.#figures = undefined;
      this.#scores.clear();
    }
    if (settings.has(FIGURES_SETTING)) {
      this.#definitions = undefined;
      this.#figures = undefined;
    }
    if (settings.has(SCHEMES_SETTING)) {
      this.#schemes = undefined;
      this.#scores.clear();
    }
    this.#figures?.apply(diff);
    for (const engine of this.#scores.values()) engine.apply(diff);
  }

  #namedRules(name: string) {
    const library = this.#library;
    this.#rules ??= namedRules(
      workContext({
        lookup: (kind, id) => library.get(kind, id),
        list: (kind) => library.list(kind),
        today: this.#today(),
        setting: (setting) => library.setting(setting),
        newId: () => crypto.randomUUID(),
      }),
    );
    return this.#rules(name);
  }
}

function settingsIn({ added, updated, removed }: Diff): ReadonlySet<string> {
  const touched = [...added, ...removed, ...updated.map(([, after]) => after)];
  return new Set(touched.filter(({ kind }) => kind === SETTING).map(({ id }) => id));
}
