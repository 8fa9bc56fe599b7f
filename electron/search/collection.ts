import type { Lookup, StoredRecord, Transaction } from '../../shared/records/record.ts';
import { type Entry, keyOf, readEntry } from './entry.ts';
import { buildPairIndex } from './pair-index.ts';
import { type Layout, Segment, type Tally } from './segment.ts';
import type { KindOf } from './units.ts';

export interface Limits {
  /** Texts of changed records wait unsorted until they are this long; then they become a segment with an index. */
  readonly tail: number;
  /** Past this many segments, or this share of dead text, everything is put together anew. */
  readonly segments: number;
  readonly dead: number;
  /** Longer texts are scanned for good: at 4 bytes a character their index would not earn its memory. */
  readonly index: number;
}

/** Someone who is told what comes and goes. */
export interface Watcher {
  put(entry: Entry): void;
  remove(key: string): void;
}

/** Lengths in UTF-16 units. */
export const LIMITS: Limits = { tail: 256 * 1024, segments: 6, dead: 0.2, index: 24_000_000 };

/**
 * The records and their texts. A record has a slot; a change gives it a new one and leaves the old one dead. At every
 * moment the segments and the tail together hold each live record exactly once.
 */
export class Collection {
  /** By slot; undefined when dead. */
  entries: (Entry | undefined)[] = [];
  /** Of `entries`, by slot: what a query asks of every record, side by side so that it need not fetch each entry. */
  recency: number[] = [];
  /** Index into `kinds`; −1 when dead. */
  kind: number[] = [];
  readonly kinds: string[] = [];
  /** Records with names, by slot: the ones pinyin is tried on. */
  named = new Set<number>();
  private readonly records = new Map<string, StoredRecord>();
  private slots = new Map<string, number>();
  /** Key of a record → keys of the records whose text was taken from it. */
  private readonly users = new Map<string, Set<string>>();
  private segments: Segment[] = [];
  private readonly tail = new Map<number, Layout>();
  private tailLength = 0;
  private tailSegment: Segment | undefined;
  private deadLength = 0;
  private building: NodeJS.Immediate | undefined;
  private closed = false;

  private readonly kindOf: KindOf;
  private readonly fallback: Lookup;
  private readonly limits: Limits;
  private readonly watcher: Watcher;

  constructor(records: Iterable<StoredRecord>, fallback: Lookup, kindOf: KindOf, limits: Limits, watcher: Watcher) {
    this.kindOf = kindOf;
    this.fallback = fallback;
    this.limits = limits;
    this.watcher = watcher;
    for (const record of records) this.records.set(keyOf(record.kind, record.id), record);
    const layouts: Layout[] = [];
    for (const record of this.records.values()) {
      const layout = this.enter(record);
      if (layout) layouts.push(layout);
    }
    if (layouts.length > 0) this.segments.push(new Segment([...layouts.keys()], layouts));
    this.buildLater();
  }

  /** Is every segment indexed? Answers are the same either way. */
  get indexed(): boolean {
    return this.segments.every((segment) => segment.indexed || segment.text.length > this.limits.index);
  }

  /** Characters of searchable text, dead ones and line breaks included. */
  get length(): number {
    return this.segments.reduce((sum, segment) => sum + segment.text.length, this.tailLength);
  }

  tally(term: string): Tally {
    const tally = new Uint32Array(this.entries.length);
    for (const segment of this.segments) segment.count(term, tally);
    this.openTail()?.count(term, tally);
    return tally;
  }

  /** The segment that holds a slot. */
  segmentOf(slot: number): Segment | undefined {
    if (this.tail.has(slot)) return this.openTail();
    for (const segment of this.segments) if (segment.spans(slot)) return segment;
    return undefined;
  }

  readonly find: Lookup = (kind, id) => this.records.get(keyOf(kind, id)) ?? this.fallback(kind, id);

  apply({ diff }: Transaction): void {
    const changed = new Set<string>();
    for (const record of diff.removed) {
      const key = keyOf(record.kind, record.id);
      this.records.delete(key);
      this.remove(key);
      changed.add(key);
    }
    const present = [...diff.added, ...diff.updated.map(([, after]) => after)];
    // All records first, then the texts: one may be named in another of the same change.
    for (const record of present) this.records.set(keyOf(record.kind, record.id), record);
    for (const record of present) {
      const key = keyOf(record.kind, record.id);
      this.remove(key);
      this.append(record);
      changed.add(key);
    }
    this.refreshUsers(changed);
    this.tidy();
  }

  close(): void {
    this.closed = true;
    if (this.building) clearImmediate(this.building);
    this.building = undefined;
  }

  /** Records that show the titles of changed ones are read again; most turn out the same and stay where they are. */
  private refreshUsers(changed: ReadonlySet<string>): void {
    const users = new Set<string>();
    for (const key of changed) for (const user of this.users.get(key) ?? []) if (!changed.has(user)) users.add(user);
    for (const user of users) {
      const record = this.records.get(user);
      const slot = this.slots.get(user);
      if (!record || slot === undefined) continue;
      const before = this.segmentOf(slot)?.layoutAt(slot);
      const kind = this.kindOf(record.kind);
      if (!before || !kind) continue;
      const { entry, layout } = readEntry(record, kind, this.kindOf, this.find);
      if (sameLayout(before, layout)) this.keep(entry, slot);
      else {
        this.remove(user);
        this.append(record);
      }
    }
  }

  private append(record: StoredRecord): void {
    const slot = this.entries.length;
    const layout = this.enter(record);
    if (!layout) return;
    this.tail.set(slot, layout);
    this.tailLength += layout.text.length + 1;
    this.tailSegment = undefined;
  }

  /** Gives a record the next slot; undefined when its kind is not known. */
  private enter(record: StoredRecord): Layout | undefined {
    const kind = this.kindOf(record.kind);
    if (!kind) return undefined;
    const { entry, layout } = readEntry(record, kind, this.kindOf, this.find);
    const slot = this.entries.length;
    this.entries.push(undefined);
    this.slots.set(entry.key, slot);
    this.keep(entry, slot);
    return layout;
  }

  private keep(entry: Entry, slot: number): void {
    for (const source of this.entries[slot]?.sources ?? []) this.users.get(source)?.delete(entry.key);
    this.entries[slot] = entry;
    this.recency[slot] = entry.recency;
    this.kind[slot] = this.kindNumber(entry.record.kind);
    this.watcher.put(entry);
    if (entry.names.length > 0) this.named.add(slot);
    else this.named.delete(slot);
    for (const source of entry.sources) {
      const users = this.users.get(source);
      if (users) users.add(entry.key);
      else this.users.set(source, new Set([entry.key]));
    }
  }

  private kindNumber(kind: string): number {
    const known = this.kinds.indexOf(kind);
    return known >= 0 ? known : this.kinds.push(kind) - 1;
  }

  private remove(key: string): void {
    const slot = this.slots.get(key);
    if (slot === undefined) return;
    for (const source of this.entries[slot]?.sources ?? []) {
      const users = this.users.get(source);
      users?.delete(key);
      if (users?.size === 0) this.users.delete(source);
    }
    const waiting = this.tail.get(slot);
    if (waiting) {
      this.tail.delete(slot);
      this.tailLength -= waiting.text.length + 1;
      this.tailSegment = undefined;
    } else this.deadLength += (this.segmentOf(slot)?.textAt(slot).length ?? 0) + 1;
    this.entries[slot] = undefined;
    this.kind[slot] = -1;
    this.named.delete(slot);
    this.slots.delete(key);
    this.watcher.remove(key);
  }

  private openTail(): Segment | undefined {
    if (this.tail.size === 0) return undefined;
    this.tailSegment ??= new Segment([...this.tail.keys()], [...this.tail.values()]);
    return this.tailSegment;
  }

  private tidy(): void {
    if (this.tailLength > this.limits.tail) {
      const segment = this.openTail();
      if (segment) this.segments.push(segment);
      this.tail.clear();
      this.tailLength = 0;
      this.tailSegment = undefined;
    }
    const wasteful = this.deadLength > Math.max(this.limits.dead * this.length, this.limits.tail);
    // Slots of dead records that were short weigh nothing in text, yet every query walks over them.
    const sparse = this.entries.length > 2 * this.slots.size + 10_000;
    if (wasteful || sparse || this.segments.length > this.limits.segments) this.compact();
    this.buildLater();
  }

  /** Puts all live texts together in one segment with slots 0, 1, 2 … */
  private compact(): void {
    const layouts: Layout[] = [];
    const entries: Entry[] = [];
    for (const [slot, entry] of this.entries.entries()) {
      const layout = entry && this.segmentOf(slot)?.layoutAt(slot);
      if (!entry || !layout) continue;
      entries.push(entry);
      layouts.push(layout);
    }
    this.entries = entries;
    this.recency = entries.map((entry) => entry.recency);
    this.kind = entries.map((entry) => this.kindNumber(entry.record.kind));
    this.slots = new Map(entries.map((entry, slot) => [entry.key, slot]));
    this.named = new Set([...entries.entries()].filter(([, entry]) => entry.names.length > 0).map(([slot]) => slot));
    this.segments = layouts.length > 0 ? [new Segment([...layouts.keys()], layouts)] : [];
    this.tail.clear();
    this.tailLength = 0;
    this.tailSegment = undefined;
    this.deadLength = 0;
  }

  /** Builds the missing indexes in slices between other work. A segment dropped meanwhile is simply not asked again. */
  private buildLater(): void {
    if (this.building || this.closed) return;
    const segment = this.segments.find((one) => !one.indexed && one.text.length <= this.limits.index);
    if (!segment) return;
    const build = buildPairIndex(segment.text);
    const step = (): void => {
      this.building = undefined;
      if (this.closed) return;
      const result = this.segments.includes(segment) ? build.next() : undefined;
      if (result?.done) segment.takeIndex(result.value);
      if (result && !result.done) this.schedule(step);
      else this.buildLater();
    };
    this.schedule(step);
  }

  /** Nobody waits for an index: it must not keep a finished command line alive. */
  private schedule(step: () => void): void {
    this.building = setImmediate(step);
    this.building.unref();
  }
}

function sameLayout(a: Layout, b: Layout): boolean {
  return a.titleEnd === b.titleEnd && a.headEnd === b.headEnd && a.text === b.text;
}
