import { kindOf as presentKind } from '../../shared/records/index.ts';
import type { Lookup, StoredRecord, Transaction } from '../../shared/records/record.ts';
import { isPinyinQuery, pinyinRange } from '../../shared/text/pinyin.ts';
import { Collection, LIMITS, type Limits } from './collection.ts';
import type { Entry } from './entry.ts';
import { hitOf, ShownUnits, textOfSlot } from './hit.ts';
import { parseQuery } from './parse-query.ts';
import { occurrencesOf, scoreOf, topSlots } from './rank.ts';
import { IN_TEXT, IN_TITLE, onceMore, type Tally } from './segment.ts';
import { Suggestions } from './suggestions.ts';
import type { SearchQuery, SearchResult, SearchService } from './types.ts';
import type { KindOf } from './units.ts';

const DEFAULT_LIMIT = 50;

/**
 * Search over some records: exact at every moment, scanning at first and by an index once that is built. Keep it
 * current with `apply` after every acknowledged transaction; `lookup` is asked only for records it was not given.
 */
export function createSearch(
  records: Iterable<StoredRecord>,
  lookup: Lookup,
  kindOf: KindOf = presentKind,
  limits: Limits = LIMITS,
): Search {
  return new Search(records, lookup, kindOf, limits);
}

export class Search implements SearchService {
  private readonly collection: Collection;
  private readonly suggestions = new Suggestions();
  private readonly shown: ShownUnits;

  constructor(records: Iterable<StoredRecord>, lookup: Lookup, kindOf: KindOf, limits: Limits) {
    this.collection = new Collection(records, lookup, kindOf, limits, this.suggestions);
    this.shown = new ShownUnits(kindOf, this.collection.find);
  }

  /** Has the index been built? For benches and tests: answers do not depend on it. */
  get indexed(): boolean {
    return this.collection.indexed;
  }

  /**
   * A record is found when every positive term stands in one of its units (or, for letters, is the pinyin of one of
   * its names) and no negative term stands in any. Without terms all records that pass the filters are listed, newest
   * first; without terms and filters none is.
   */
  query(query: SearchQuery): SearchResult {
    const { positive, negative } = parseQuery(query.text);
    const filtered = query.kinds !== undefined || query.year !== undefined || query.sector !== undefined;
    if (positive.length === 0 && negative.length === 0 && !filtered) {
      return { total: 0, hits: [], byKind: {}, terms: [] };
    }
    const tallies = positive.map((term) => this.withPinyin(term, this.collection.tally(term)));
    const excluded = negative.map((term) => this.collection.tally(term));
    const { slots, byKind } = this.select(query, tallies, excluded);
    const offset = Math.max(0, query.offset ?? 0);
    const wanted = offset + Math.max(0, query.limit ?? DEFAULT_LIMIT);
    const shown = this.ranked(slots, positive, tallies, query.order ?? 'relevance', wanted).slice(offset);
    const hits = shown.map((slot) => {
      const entry = this.collection.entries[slot] as Entry;
      const text = textOfSlot(this.collection.segmentOf(slot), slot);
      return hitOf(entry, occurrencesOf(slot, tallies), positive, text, this.shown);
    });
    const terms = [...positive, ...negative.map((term) => `-${term}`)];
    return { total: slots.length, hits, byKind, terms };
  }

  suggest(text: string, limit = 8): { kind: string; id: string; title: string; subtitle?: string }[] {
    return this.suggestions.find(text, limit).map(({ record, title, subtitle }) => {
      return { kind: record.kind, id: record.id, title, ...(subtitle === undefined ? {} : { subtitle }) };
    });
  }

  apply(transaction: Transaction): void {
    this.collection.apply(transaction);
  }

  close(): void {
    this.collection.close();
    this.suggestions.close();
  }

  /** Adds the records whose names are meant by typed letters. */
  private withPinyin(term: string, tally: Tally): Tally {
    if (!isPinyinQuery(term)) return tally;
    for (const slot of this.collection.named) {
      const entry = this.collection.entries[slot];
      const name = entry?.names.find((one) => pinyinRange(term, one.pinyin));
      if (!entry || !name) continue;
      const where = entry.title.includes(name.text) ? IN_TITLE : IN_TEXT;
      tally[slot] = onceMore(tally[slot] ?? 0, where);
    }
    return tally;
  }

  private select(
    query: SearchQuery,
    tallies: readonly Tally[],
    excluded: readonly Tally[],
  ): { slots: number[]; byKind: Record<string, number> } {
    const { entries, kind, kinds } = this.collection;
    const wanted = kinds.map((name) => query.kinds === undefined || query.kinds.includes(name));
    const found = kinds.map(() => 0);
    const slots: number[] = [];
    const [first, ...others] = tallies;
    for (let slot = 0; slot < kind.length; slot += 1) {
      const number = kind[slot] ?? -1;
      if (number < 0 || (first && first[slot] === 0)) continue;
      if (others.some((tally) => tally[slot] === 0) || excluded.some((tally) => tally[slot] !== 0)) continue;
      if (query.year !== undefined && entries[slot]?.year !== query.year) continue;
      if (query.sector !== undefined && !entries[slot]?.sectors.includes(query.sector)) continue;
      found[number] = (found[number] ?? 0) + 1;
      if (wanted[number]) slots.push(slot);
    }
    const counted = kinds.map((name, number) => [name, found[number] ?? 0] as const);
    return { slots, byKind: Object.fromEntries(counted.filter(([, count]) => count > 0)) };
  }

  private ranked(
    slots: readonly number[],
    terms: readonly string[],
    tallies: readonly Tally[],
    order: 'relevance' | 'newest',
    wanted: number,
  ): number[] {
    const { collection } = this;
    const scores = new Float64Array(collection.entries.length);
    for (const slot of slots) scores[slot] = scoreOf(slot, terms, tallies, collection, order);
    return topSlots(slots, scores, wanted);
  }
}
