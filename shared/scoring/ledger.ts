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
  /** Oldest first, from the first one of the library. */
  readonly transactions: Iterable<Transaction>;
  /** Kind under which the library keeps its settings. */
  readonly settingKind: string;
  /** Named rules over the records as they were. */
  readonly rulesOver: (past: { readonly list: List; readonly lookup: Lookup }) => ReadingWorld['rule'];
}

/**
 * The ledger of one subject, out of the journal: every change is replayed, and what it does to the points stands as
 * lines. Lines that hold (有效) add up to the total of the engine; so do all lines with their signs. 起评分 and the
 * starts of sections are lines like any other (items `base`, `start/…`).
 */
export function ledgerLines(question: LedgerQuestion): readonly LedgerLine[] {
  const past = new Past();
  const world = new LiveWorld({ ...past, rule: question.rulesOver(past) });
  const book = new Book();
  const engineFor = (scheme: Scheme | undefined) =>
    scheme && new ScoreEngine(scheme, question.year, world, question.today);
  let engine = engineFor(schemeFor(effectiveSchemes(undefined), question.scheme, question.year));
  for (const transaction of question.transactions) {
    past.apply(transaction.diff);
    world.apply(transaction.diff);
    const touched = engine?.apply(transaction.diff);
    const setting = schemesIn(transaction.diff, question.settingKind);
    if (setting) {
      const scheme = schemeFor(effectiveSchemes(setting.value), question.scheme, question.year);
      if (JSON.stringify(scheme) !== JSON.stringify(engine?.scheme)) engine = engineFor(scheme);
      book.enter(transaction, engine?.result(question.subject), engine?.scheme);
    } else if (touched?.has(question.subject)) {
      book.enter(transaction, engine?.result(question.subject), engine?.scheme);
    }
  }
  return book.lines();
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
