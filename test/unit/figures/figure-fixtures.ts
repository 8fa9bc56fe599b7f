import { randomUUID } from 'node:crypto';
import type { FigureDefinition } from '../../../shared/figures/definition.ts';
import { FigureEngine } from '../../../shared/figures/engine.ts';
import type { FigurePeriod, FigureResult } from '../../../shared/figures/figure-result.ts';
import { namedRules } from '../../../shared/figures/named-rules.ts';
import { LiveWorld } from '../../../shared/records/conditions/index.ts';
import type { Diff, StoredRecord, Values } from '../../../shared/records/record.ts';
import { workContext } from '../../../shared/workflow/index.ts';
import { makeSample } from '../sample/sample-library.ts';

export const NOW = new Date('2026-11-20T09:30:00');
export const YEAR = 2024;

/** Records that change, as the library shows them. */
export class Shelf {
  readonly #kinds = new Map<string, Map<string, StoredRecord>>();
  readonly #lists = new Map<string, readonly StoredRecord[]>();

  constructor(records: Iterable<StoredRecord>) {
    for (const record of records) this.#kind(record.kind).set(record.id, record);
  }

  readonly list = (kind: string): readonly StoredRecord[] => {
    const known = this.#lists.get(kind) ?? [...this.#kind(kind).values()];
    this.#lists.set(kind, known);
    return known;
  };
  readonly lookup = (kind: string, id: string): StoredRecord | undefined => this.#kinds.get(kind)?.get(id);
  readonly kinds = (): readonly string[] => [...this.#kinds.keys()];

  /** @returns the diff of putting these values there; undefined removes. */
  put(kind: string, id: string, values: Values | undefined): Diff {
    const before = this.lookup(kind, id);
    const none = { added: [], updated: [], removed: [] };
    this.#lists.delete(kind);
    if (values === undefined) {
      this.#kind(kind).delete(id);
      return before ? { ...none, removed: [before] } : none;
    }
    const filled = Object.entries(values).filter(([, value]) => value !== undefined);
    const after = { ...stamp, id, kind, rev: (before?.rev ?? 0) + 1, values: Object.fromEntries(filled) };
    this.#kind(kind).set(id, after);
    return before ? { ...none, updated: [[before, after]] } : { ...none, added: [after] };
  }

  /** A copy that changes by itself. */
  copy(): Shelf {
    return new Shelf([...this.#kinds.values()].flatMap((all) => [...all.values()]));
  }

  #kind(kind: string): Map<string, StoredRecord> {
    const known = this.#kinds.get(kind) ?? new Map<string, StoredRecord>();
    this.#kinds.set(kind, known);
    return known;
  }
}

const stamp = { createdAt: '', createdBy: '', updatedAt: '', updatedBy: '' };

export interface Counter {
  readonly engine: FigureEngine;
  /** Puts a record there, tells world and engine. @returns ids of the figures that changed */
  put(kind: string, id: string, values: Values | undefined): ReadonlySet<string>;
}

/** An engine over a shelf, told of what is put there through it. */
export function counterOf(shelf: Shelf, definitions: readonly FigureDefinition[]): Counter {
  const work = workContext({
    list: shelf.list,
    lookup: shelf.lookup,
    today: '2026-11-20',
    setting: () => undefined,
    newId: randomUUID,
  });
  const world = new LiveWorld({ list: shelf.list, lookup: shelf.lookup, rule: namedRules(work) });
  const engine = new FigureEngine(definitions, world);
  return {
    engine,
    put(kind, id, values) {
      const diff = shelf.put(kind, id, values);
      world.apply(diff);
      return engine.apply(diff);
    },
  };
}

/** The world of a shelf, for checks between figures. */
export function worldOf(shelf: Shelf): LiveWorld {
  return new LiveWorld({ list: shelf.list, lookup: shelf.lookup });
}

/** What a figure says, with its evidence in one order: what happened on one day has none. */
export function said(engine: FigureEngine, id: string, period: FigurePeriod): FigureResult {
  const result = engine.result(id, period);
  if (!result) throw new Error(`no figure ${id}`);
  const evidence = [...result.evidence].sort((a, b) => a.id.localeCompare(b.id));
  // Of two equal amounts of one project, either may be the one that is added.
  return { ...result, evidence: evidence.map(({ repeated: _, ...item }) => item) };
}

export const idsOf = ({ evidence }: FigureResult): readonly string[] => evidence.map(({ id }) => id).sort();

/** A fresh shelf with everything of the sample library. */
export async function sampleShelf(): Promise<Shelf> {
  const made = await makeSample(NOW);
  const records = [...made.library.all()];
  await made.remove();
  return new Shelf(records);
}

/**
 * What the sample's year has none of, added to some of its records: policies at a consultation, a case taken in hand by
 * a leader, papers sent straight to the province, an investment entered by two members, a regulation that is the only
 * one of its area, a long text.
 */
export function withRare(shelf: Shelf): Shelf {
  const first = (kind: string, fits: (values: Values) => boolean) => {
    const found = shelf.list(kind).find(({ values }) => fits(values));
    if (!found) throw new Error(`the sample has no such ${kind}`);
    return found;
  };
  const add = (record: StoredRecord, more: Values) => shelf.put(record.kind, record.id, { ...record.values, ...more });
  add(
    first('event', ({ subtype }) => subtype === '专题协商会'),
    {
      policyList: [
        { department: '发改委', item: '惠企政策一' },
        { department: '财政局', item: '惠企政策二' },
      ],
    },
  );
  add(
    first('proposal', ({ isKey }) => isKey === true),
    { handlingLeader: '区长' },
  );
  const sent = first('opinion', ({ year, adoptions }) => year === YEAR && !adoptions);
  add(sent, { adoptions: [{ level: '省', action: '报送', on: '2024-12-20' }], exceptionNote: '约稿直报' });
  const firm = first('contribution', ({ contributionType }) => contributionType === '企业落户招商');
  const project = first('project', () => true).id;
  add(firm, { project });
  shelf.put('contribution', randomUUID(), { ...firm.values, project, amount: 12.5 });
  const rule = first('regulation', ({ year }) => year === YEAR);
  shelf.put('regulation', randomUUID(), { ...rule.values, area: '信息化' });
  add(
    first('material', ({ category }) => category === '文史资料'),
    { characters: 28_000 },
  );
  return shelf;
}
