import { LiveWorld, type ReadingWorld } from '../records/conditions/index.ts';
import type { List } from '../records/kind.ts';
import type { Diff, Lookup, StoredRecord, Transaction } from '../records/record.ts';
import { ScoreEngine } from './engine.ts';
import { SCHEMES_SETTING, type Scheme } from './scheme.ts';
import { effectiveSchemes, schemeFor } from './schemes/index.ts';
import type { ScoreEntry, SubjectResult } from './score-result.ts';

/** One line of the ledger of points (计分流水). Nothing is ever edited or taken out: what no longer holds is reversed. */
export interface LedgerLine {
  /** 1, 2, 3 … */
  readonly seq: number;
  /** The transaction of the library that caused it. */
  readonly transaction: number;
  readonly at: string;
  readonly who: string;
  /** What was done: 修改会议活动 …… */
  readonly label: string;
  readonly entry: ScoreEntry;
  readonly sign: 1 | -1;
  readonly scheme: string;
  readonly schemeVersion: number;
  /** 有效: holds · 已冲销: a later line took it back · 冲销: takes one back. */
  readonly status: '有效' | '已冲销' | '冲销';
  /** 冲销: the line taken back. */
  readonly reverses?: number;
}

export interface LedgerQuestion {
  readonly subject: string;
  readonly scheme: string;
  readonly year: number;
  /** 'YYYY-MM-DD' */
  readonly today: string;
  /** Kind under which the library keeps its settings. */
  readonly settingKind: string;
  /** Named rules over the records as they were. */
  readonly rulesOver: (past: { readonly list: List; readonly lookup: Lookup }) => ReadingWorld['rule'];
}

/** The ledger of one subject in one go: see LedgerReplay. */
export function ledgerLines({
  transactions,
  ...question
}: LedgerQuestion & {
  /** Oldest first, from the first one of the library. */
  readonly transactions: Iterable<Transaction>;
}): readonly LedgerLine[] {
  const replay = new LedgerReplay(question);
  for (const transaction of transactions) replay.take(transaction);
  return replay.lines();
}

/**
 * The ledger of one subject, out of the journal: every change is replayed, and what it does to the points stands as
 * lines. Lines that hold (有效) add up to the total of the engine; so do all lines with their signs. 起评分 and the
 * starts of sections are lines like any other (items `base`, `start/…`). Change by change, so that a long journal
 * neither keeps everybody waiting nor runs on after it was called off.
 */
export class LedgerReplay {
  readonly #question: LedgerQuestion;
  readonly #past = new Past();
  readonly #world: LiveWorld;
  readonly #book = new Book();
  #engine: ScoreEngine | undefined;

  constructor(question: LedgerQuestion) {
    this.#question = question;
    this.#world = new LiveWorld({ ...this.#past, rule: question.rulesOver(this.#past) });
    this.#engine = this.#engineFor(undefined);
  }

  /** The next change, oldest first, from the first one of the library. */
  take(transaction: Transaction): void {
    const { diff } = transaction;
    const { subject, settingKind } = this.#question;
    this.#past.apply(diff);
    this.#world.apply(diff);
    const touched = this.#engine?.apply(diff);
    const setting = schemesIn(diff, settingKind);
    if (setting) this.#engine = this.#engineFor(setting.value);
    else if (!touched?.has(subject)) return;
    this.#book.enter(transaction, this.#engine?.result(subject), this.#engine?.scheme);
  }

  lines(): readonly LedgerLine[] {
    return this.#book.lines();
  }

  /** The engine by the schemes of the office at that time; the one at hand where its scheme stayed as it was. */
  #engineFor(schemes: unknown): ScoreEngine | undefined {
    const { scheme: id, year, today } = this.#question;
    const scheme = schemeFor(effectiveSchemes(schemes), id, year);
    if (this.#engine && JSON.stringify(scheme) === JSON.stringify(this.#engine.scheme)) return this.#engine;
    return scheme && new ScoreEngine(scheme, year, this.#world, today);
  }
}

/** The schemes of the office as a change left them; undefined when it did not touch them. */
function schemesIn(diff: Diff, kind: string): { readonly value: unknown } | undefined {
  const isSchemes = (record: StoredRecord) => record.kind === kind && record.id === SCHEMES_SETTING;
  const after = [...diff.added, ...diff.updated.map(([, record]) => record)].find(isSchemes);
  if (after) return { value: after.values.value };
  return diff.removed.some(isSchemes) ? { value: undefined } : undefined;
}

/** The records as they were after so many transactions. */
class Past {
  readonly #kinds = new Map<string, Map<string, StoredRecord>>();
  readonly #lists = new Map<string, readonly StoredRecord[]>();

  readonly lookup: Lookup = (kind, id) => this.#kinds.get(kind)?.get(id);

  readonly list: List = (kind) => {
    const known = this.#lists.get(kind);
    if (known) return known;
    const made = [...(this.#kinds.get(kind)?.values() ?? [])];
    this.#lists.set(kind, made);
    return made;
  };

  apply({ added, updated, removed }: Diff): void {
    for (const { kind, id } of removed) {
      this.#kinds.get(kind)?.delete(id);
      this.#lists.delete(kind);
    }
    for (const record of [...updated.map(([, after]) => after), ...added]) {
      const own = this.#kinds.get(record.kind) ?? new Map<string, StoredRecord>();
      this.#kinds.set(record.kind, own);
      own.set(record.id, record);
      this.#lists.delete(record.kind);
    }
  }
}

class Book {
  readonly #lines: LedgerLine[] = [];
  /** Key of the entry → index of the line that holds. */
  readonly #standing = new Map<string, number>();

  enter(transaction: Transaction, result: SubjectResult | undefined, scheme: Scheme | undefined): void {
    const after = new Map(result ? withStarts(result).map((entry) => [entry.key, entry]) : []);
    for (const [key, index] of [...this.#standing]) {
      const line = this.#lines[index];
      const now = after.get(key);
      if (!line || (now && isSame(line.entry, now))) continue;
      this.#lines[index] = { ...line, status: '已冲销' };
      this.#standing.delete(key);
      this.#add(transaction, line.entry, -1, { id: line.scheme, version: line.schemeVersion }, line.seq);
    }
    for (const [key, entry] of after) {
      if (this.#standing.has(key) || !scheme) continue;
      this.#standing.set(key, this.#lines.length);
      this.#add(transaction, entry, 1, scheme);
    }
  }

  lines(): readonly LedgerLine[] {
    return this.#lines;
  }

  #add(
    { seq: transaction, at, who, label }: Transaction,
    entry: ScoreEntry,
    sign: 1 | -1,
    scheme: Pick<Scheme, 'id' | 'version'>,
    reverses?: number,
  ): void {
    this.#lines.push({
      seq: this.#lines.length + 1,
      transaction,
      at,
      who,
      label,
      entry,
      sign,
      scheme: scheme.id,
      schemeVersion: scheme.version,
      status: sign === 1 ? '有效' : '冲销',
      ...(reverses === undefined ? {} : { reverses }),
    });
  }
}

/** Why an entry counts less is told anew by every change; it does not make another line of it. */
function isSame(a: ScoreEntry, b: ScoreEntry): boolean {
  const told = ({ points, counted, day, note, sources }: ScoreEntry) =>
    JSON.stringify([points, counted, day, note, sources]);
  return told(a) === told(b);
}

function withStarts({ subject, base, sections, entries }: SubjectResult): readonly ScoreEntry[] {
  const given = (item: string, points: number): ScoreEntry[] =>
    points === 0 ? [] : [{ key: `${item}//${subject}`, subject, item, day: '', points, counted: points, sources: [] }];
  return [...given('base', base), ...sections.flatMap(({ id, start }) => given(`start/${id}`, start ?? 0)), ...entries];
}
