import { compileConditions, type Dependents, dependentsOf, type ReadingWorld } from '../records/conditions/index.ts';
import type { Diff, StoredRecord } from '../records/record.ts';
import { type Finding, recordKey } from './finding.ts';
import { type Gatherer, gatherersOf } from './gathering.ts';
import { toHundredths } from './points.ts';
import { type Item, type Scheme, SUBJECT_KINDS } from './scheme.ts';
import type { ScoreEntry, SubjectResult } from './score-result.ts';
import { monthsOf, Roster, rosterKind } from './subjects.ts';
import { tally } from './tally.ts';

/*
 * How a scheme is read. The steps, in this order:
 *
 *  1. Entries. Of every record that fulfils `where` and whose day lies in the year: one entry for each subject of `who`
 *     (a subject named in several rows gets the row worth most). With rows (`attendance.member`) `where` of `who`, tiers,
 *     scale and quantity look at the subject's own row only: a condition on `attendance.speech` or a `row` condition on
 *     `attendance` asks of that row. `only` is asked of the subject. An item with points 0 gives no line, but `none` sees it.
 *  2. Worth = tier (highest by size, or the sum; none fits: no entry) or points × quantity (number ÷ per, rounded down
 *     with `whole`; `instead`, then `otherwise` where blank) × every scale that fits × joint factor, rounded to 0.01.
 *     joint: authors in the order of `who`, those with `first` before the others; a sole author gets all of it unless some
 *     `who` is `first` and he is not; `most` leaves out those behind; authors in words only take their share of `split`.
 *  3. Sets. reach, share, average give one entry for all records of a subject; share with `rows` for all rows, with `empty`
 *     full points where there are none but something came of another item. Items of one average are rounded together. reach counts records by day; below 'share'
 *     is the mean of the parts, each at most 1. average = points × min(1, average ÷ full). none: only once the year is over.
 *  4. Entered by hand (scoreEntry): added to the item they name, with their own points, whatever its trigger. A reversed one
 *     stays in the list and counts 0.
 *  5. exclusive: of one source record and subject only the entry with most points by size in a group counts.
 *  6. startAt (by day), then limit (highest by size first), then the cap of the item (the sum within −cap … cap).
 *  7. Sections from the inside out: start + items + inner sections, not above cap, not below floor; the cap of a deduction
 *     section is the most that can be lost. Cuts are carried by the latest entries.
 *  8. base + outer sections, within total.min … total.max.
 *  9. Vetoes (so many records; by hand: scoreEntry with the id of the veto as item; none: nothing came of the items) give
 *     the last grade; otherwise the first grade whose `atLeast` is reached. The total stays.
 *
 * prorate: caps of items, caps and starts of sections × months served ÷ 12 (both end months whole), except deductions.
 * Always: Σ counted of the entries + base + Σ starts of sections = total.
 */

/** Points of all subjects of a scheme in a year, kept up to date change by change. */
export class ScoreEngine {
  readonly scheme: Scheme;
  readonly year: number;
  readonly today: string;
  readonly world: ReadingWorld;
  readonly #gatherers: ReadonlyMap<string, readonly Gatherer[]>;
  readonly #dependents: ReadonlyMap<string, Dependents>;
  readonly #subjectDependents: Dependents;
  readonly #only: ReadonlyMap<string, (subject: StoredRecord) => boolean>;
  readonly #roster: Roster;
  /** Findings by record, and the records by subject. */
  readonly #found = new Map<string, readonly Finding[]>();
  readonly #recordsOf = new Map<string, Set<string>>();
  readonly #results = new Map<string, SubjectResult>();
  /** Findings by subject, in order; put together when they are first asked for. */
  readonly #ofSubject = new Map<string, readonly Finding[]>();

  /** @param today 'YYYY-MM-DD' */
  constructor(scheme: Scheme, year: number, world: ReadingWorld, today: string) {
    this.scheme = scheme;
    this.year = year;
    this.today = today;
    this.world = world;
    const kind = SUBJECT_KINDS[scheme.audience];
    const only = scheme.items.flatMap(({ code, only: conditions }) => (conditions ? [{ code, conditions }] : []));
    this.#only = new Map(only.map(({ code, conditions }) => [code, compileConditions(kind, conditions, world)]));
    this.#subjectDependents = dependentsOf(
      kind,
      only.flatMap(({ conditions }) => conditions),
      [],
      world,
    );
    this.#roster = new Roster(scheme.audience, year, world);
    const byKind = new Map<string, Gatherer[]>();
    for (const one of gatherersOf(scheme, year, world)) byKind.set(one.kind, [...(byKind.get(one.kind) ?? []), one]);
    this.#gatherers = byKind;
    this.#dependents = new Map([...byKind].map(([of, all]) => [of, dependentsOfAll(of, all, world)]));
    for (const of of byKind.keys()) for (const record of world.list(of)) this.#gather(of, record.id);
  }

  /** Ids of those who are judged. */
  subjects(): readonly string[] {
    return this.#roster.all();
  }

  result(subject: string): SubjectResult | undefined {
    if (!this.#roster.has(subject)) return undefined;
    const known = this.#results.get(subject);
    if (known) return known;
    const made = this.#tally(subject, this.#findingsOf(subject));
    if (made) this.#results.set(subject, made);
    return made;
  }

  results(): readonly SubjectResult[] {
    return this.subjects().flatMap((subject) => this.result(subject) ?? []);
  }

  /** What the subject would have with one more of an item on a day, several times over: for hints, nothing is kept. */
  resultWith(
    subject: string,
    more: readonly { readonly item: string; readonly points: number }[],
  ): SubjectResult | undefined {
    const added = more.map(({ item, points }, index): Finding => {
      const id = `more${index}`;
      return { item, subject, kind: '', id, day: `${this.year}-12-31`, worth: toHundredths(points) };
    });
    return this.#roster.has(subject) ? this.#tally(subject, [...this.#findingsOf(subject), ...added]) : undefined;
  }

  /** Takes a change in after the world has. Returns the subjects whose points may have changed, came in or dropped out. */
  apply(diff: Diff): ReadonlySet<string> {
    const touched = new Set<string>();
    const turned = new Set(this.#turnRoster(diff));
    for (const subject of turned) touched.add(subject);
    const subjects = this.#subjectDependents(diff);
    for (const subject of subjects === 'all' ? this.subjects() : subjects) touched.add(subject);
    for (const [kind, dependents] of this.#dependents) {
      const ids = dependents(diff);
      for (const id of ids === 'all' ? this.#allOf(kind, diff) : ids) {
        for (const subject of this.#gather(kind, id)) touched.add(subject);
      }
    }
    for (const subject of touched) {
      this.#results.delete(subject);
      this.#ofSubject.delete(subject);
    }
    return new Set([...touched].filter((subject) => turned.has(subject) || this.#roster.has(subject)));
  }

  /** Entries of all subjects that a record gives. */
  entriesOf(kind: string, id: string): readonly ScoreEntry[] {
    const findings = this.#found.get(recordKey({ kind, id })) ?? [];
    const reversed = findings.length > 0 ? [] : this.#reversedBy(kind, id);
    const subjects = new Set([...findings, ...reversed].map(({ subject }) => subject));
    return [...subjects].flatMap(
      (subject) =>
        this.result(subject)?.entries.filter(({ sources }) =>
          sources.some((source) => source.kind === kind && source.id === id),
        ) ?? [],
    );
  }

  #reversedBy(kind: string, id: string): readonly Finding[] {
    const original = kind === 'scoreEntry' ? this.world.lookup(kind, id)?.values.reverses : undefined;
    return typeof original === 'string' ? (this.#found.get(recordKey({ kind, id: original })) ?? []) : [];
  }

  #tally(subject: string, findings: readonly Finding[]): SubjectResult | undefined {
    const { scheme, year, today } = this;
    const record = this.world.lookup(SUBJECT_KINDS[scheme.audience], subject);
    if (!record) return undefined;
    const applies = (item: Item) => this.#only.get(item.code)?.(record) ?? true;
    const months = monthsOf(record, scheme.audience, year);
    return tally(scheme, { subject, findings, applies, months, year, today });
  }

  #findingsOf(subject: string): readonly Finding[] {
    const known = this.#ofSubject.get(subject);
    if (known) return known;
    const made = [...(this.#recordsOf.get(subject) ?? [])]
      .sort()
      .flatMap((key) => (this.#found.get(key) ?? []).filter((one) => one.subject === subject))
      .sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
    this.#ofSubject.set(subject, made);
    return made;
  }

  /** Reads a record as it is now; returns the subjects for whom something changed. */
  #gather(kind: string, id: string): ReadonlySet<string> {
    const key = recordKey({ kind, id });
    const record = this.world.lookup(kind, id);
    const before = this.#found.get(key) ?? [];
    const after = record ? (this.#gatherers.get(kind) ?? []).flatMap(({ gather }) => gather(record)) : [];
    if (before.length === 0 && after.length === 0) return NOBODY;
    const changed = new Set<string>();
    const last = textBySubject(before);
    const next = textBySubject(after);
    for (const [subject, text] of last) if (next.get(subject) !== text) changed.add(subject);
    for (const [subject, text] of next) if (last.get(subject) !== text) changed.add(subject);
    for (const subject of last.keys()) if (!next.has(subject)) this.#recordsOf.get(subject)?.delete(key);
    for (const subject of next.keys()) {
      const own = this.#recordsOf.get(subject);
      if (own) own.add(key);
      else this.#recordsOf.set(subject, new Set([key]));
    }
    if (after.length > 0) this.#found.set(key, after);
    else this.#found.delete(key);
    return changed;
  }

  #turnRoster(diff: Diff): readonly string[] {
    const kind = rosterKind(this.scheme.audience);
    const ids = new Set(
      [...diff.added, ...diff.removed, ...diff.updated.map(([, after]) => after)]
        .filter((record) => record.kind === kind)
        .map(({ id }) => id),
    );
    return [...ids].flatMap((id) => this.#roster.turn(id, this.world.lookup(kind, id)));
  }

  #allOf(kind: string, diff: Diff): ReadonlySet<string> {
    const gone = diff.removed.filter((record) => record.kind === kind);
    return new Set([...this.world.list(kind), ...gone].map(({ id }) => id));
  }
}

function dependentsOfAll(kind: string, gatherers: readonly Gatherer[], world: ReadingWorld): Dependents {
  return dependentsOf(
    kind,
    gatherers.flatMap(({ conditions }) => conditions),
    [...new Set(gatherers.flatMap(({ paths }) => paths))],
    world,
  );
}

/** Findings in words that two states of a record are compared by. */
function textBySubject(findings: readonly Finding[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const one of findings) texts.set(one.subject, `${texts.get(one.subject) ?? ''}${JSON.stringify(one)}`);
  return texts;
}

const NOBODY: ReadonlySet<string> = new Set();
