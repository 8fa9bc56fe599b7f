import { isFiled } from '../../../shared/figures/proposal-year.ts';
import { LiveWorld, type NamedRule } from '../../../shared/records/conditions/index.ts';
import type { Diff, StoredRecord, Values } from '../../../shared/records/record.ts';
import { ScoreEngine } from '../../../shared/scoring/engine.ts';
import type { Item, Scheme, Section } from '../../../shared/scoring/scheme.ts';
import type { SubjectResult } from '../../../shared/scoring/score-result.ts';

const FILED: NamedRule = { id: 'proposal.filed', kind: 'proposal', words: '立案', fits: isFiled };
const rule = (name: string): NamedRule | undefined => (name === FILED.id ? FILED : undefined);

/** Records that can be put in, changed and taken out, with the diff of each change. */
export class ScoringLedger {
  readonly #kinds = new Map<string, Map<string, StoredRecord>>();
  readonly world: LiveWorld;

  constructor() {
    this.world = new LiveWorld({
      list: (kind) => [...(this.#kinds.get(kind)?.values() ?? [])],
      lookup: (kind, id) => this.#kinds.get(kind)?.get(id),
      rule,
    });
  }

  put(kind: string, id: string, values: Values): Diff {
    const own = this.#kinds.get(kind) ?? new Map<string, StoredRecord>();
    this.#kinds.set(kind, own);
    const before = own.get(id);
    const after = { id, kind, rev: 1, createdAt: '', createdBy: '', updatedAt: '', updatedBy: '', values };
    own.set(id, after);
    return this.#taken(
      before ? { added: [], updated: [[before, after]], removed: [] } : { added: [after], updated: [], removed: [] },
    );
  }

  remove(kind: string, id: string): Diff {
    const before = this.#kinds.get(kind)?.get(id);
    this.#kinds.get(kind)?.delete(id);
    return this.#taken({ added: [], updated: [], removed: before ? [before] : [] });
  }

  members(...ids: readonly string[]): this {
    for (const id of ids) {
      this.put('person', `p-${id}`, { name: `委员${id}` });
      this.put('member', id, { person: `p-${id}`, status: '在任', scoreEnabled: true });
    }
    return this;
  }

  /** A meeting that was held, with one row for each member: state, or a whole row. */
  event(id: string, values: Values, rows: Readonly<Record<string, string | Values>> = {}): Diff {
    return this.put('event', id, {
      start: '2024-05-06T09:00',
      status: '已结束',
      ...values,
      attendance: Object.entries(rows).map(([member, row]) => ({
        member,
        role: '应出席',
        ...(typeof row === 'string' ? { state: row } : { state: '出席', ...row }),
      })),
    });
  }

  #taken(diff: Diff): Diff {
    this.world.apply(diff);
    return diff;
  }
}

export const TODAY = '2025-03-01';

/** A scheme of one section unless more is said. */
export function schemeOf(items: readonly Partial<Item>[], more: Partial<Scheme> = {}): Scheme {
  const sections: readonly Section[] = [{ id: 'S', label: '一类', kind: 'basic' }];
  return {
    id: 'test',
    version: 1,
    label: '试用方案',
    audience: 'member',
    source: '试验',
    status: 'inForce',
    fromYear: 2020,
    base: 0,
    sections,
    items: items.map((item, index) => ({
      code: `I${index + 1}`,
      label: `第${index + 1}项`,
      section: 'S',
      unit: '次',
      points: 1,
      trigger: { type: 'manual' },
      ...item,
    })),
    total: {},
    grades: [
      { label: '好', atLeast: 60 },
      { label: '差', atLeast: 0 },
    ],
    vetoes: [],
    warnings: [],
    prorate: false,
    ...more,
  };
}

export const scoreOf = (ledger: ScoringLedger, scheme: Scheme, subject: string, today = TODAY): SubjectResult => {
  const result = new ScoreEngine(scheme, 2024, ledger.world, today).result(subject);
  if (!result) throw new Error(`${subject}不在计分名单里`);
  return result;
};

/** Σ counted + base + Σ starts: what must be the total. */
export const ledgerSum = ({ entries, base, sections }: SubjectResult): number =>
  Math.round(
    entries.reduce((sum, { counted }) => sum + counted * 100, 0) +
      base * 100 +
      sections.reduce((sum, { start }) => sum + (start ?? 0) * 100, 0),
  ) / 100;

/** Item, points, counted of every entry. */
export const linesOf = ({ entries }: SubjectResult): readonly string[] =>
  entries.map(({ item, points, counted }) =>
    points === counted ? `${item} ${points}` : `${item} ${points}→${counted}`,
  );
