import FlexSearch from 'flexsearch';
import { searchText } from '../../shared/text/fold.ts';
import { isPinyinQuery, pinyinRange } from '../../shared/text/pinyin.ts';
import type { Entry } from './entry.ts';

/** Titles put into the index between two looks at the event loop: some 5 ms. */
const BATCH = 200;
/** Past this share of dead titles the index is begun anew. */
const MAX_DEAD = 0.2;
/** Marks a query that is cut into pairs already; folded titles never hold it. */
const READY = '\u0001';

interface Title {
  readonly entry: Entry;
  /** Folded. */
  readonly text: string;
}

/**
 * Titles and names offered while typing. FlexSearch holds every character and every pair of the titles and answers in
 * 0.01 ms; it knows no positions, so what it offers is checked by containment. A changed title gets a new number, since
 * FlexSearch's own removal costs some 50 ms; titles that wait for their turn are looked through one by one.
 */
export class Suggestions {
  private index = newIndex();
  private readonly titles = new Map<number, Title>();
  private readonly numbers = new Map<string, number>();
  private readonly waiting = new Set<number>();
  private named = new Set<number>();
  private next = 0;
  private dead = 0;
  private timer: NodeJS.Immediate | undefined;
  private closed = false;

  /** Adds or replaces a record. */
  put(entry: Entry): void {
    const known = this.numbers.get(entry.key);
    const text = searchText(entry.title);
    if (known !== undefined && this.titles.get(known)?.text === text) {
      this.hold(known, { entry, text });
      return;
    }
    this.remove(entry.key);
    const number = this.next;
    this.next += 1;
    this.numbers.set(entry.key, number);
    this.waiting.add(number);
    this.hold(number, { entry, text });
    this.schedule();
  }

  remove(key: string): void {
    const number = this.numbers.get(key);
    if (number === undefined) return;
    this.numbers.delete(key);
    this.titles.delete(number);
    this.named.delete(number);
    if (!this.waiting.delete(number)) this.dead += 1;
    if (this.dead > Math.max(MAX_DEAD * this.titles.size, 1000)) this.renew();
  }

  /** Entries whose title holds the text, or whose names are meant by it: best first. */
  find(text: string, limit: number): Entry[] {
    const term = searchText(text);
    if (term === '') return [];
    const found = new Map<number, number>();
    const offer = (number: number): void => {
      const title = this.titles.get(number)?.text;
      if (title === undefined || !title.includes(term)) return;
      found.set(number, title === term ? 0 : title.startsWith(term) ? 1 : 2);
    };
    const pairs = term.length === 1 ? [term] : pairsOf(term);
    for (const number of this.index.search(READY + pairs.join(READY), { limit: 1e9 })) offer(Number(number));
    for (const number of this.waiting) offer(number);
    if (isPinyinQuery(term)) {
      for (const number of this.named) {
        if (found.has(number)) continue;
        const title = this.titles.get(number);
        // Only names that are the title: a meeting is not offered for each of those who came.
        const name = title?.entry.names.find(
          (one) => title.entry.title.includes(one.text) && pinyinRange(term, one.pinyin),
        );
        if (name) found.set(number, 1);
      }
    }
    return this.sorted(found).slice(0, limit);
  }

  close(): void {
    this.closed = true;
    if (this.timer) clearImmediate(this.timer);
  }

  /** Where the text stands, then the shorter title, then the more recent record. */
  private sorted(found: ReadonlyMap<number, number>): Entry[] {
    const rows = [...found].flatMap(([number, place]) => {
      const title = this.titles.get(number);
      return title ? [{ ...title, place }] : [];
    });
    rows.sort(
      (a, b) =>
        a.place - b.place ||
        a.text.length - b.text.length ||
        b.entry.recency - a.entry.recency ||
        (a.entry.key < b.entry.key ? -1 : 1),
    );
    return rows.map(({ entry }) => entry);
  }

  private hold(number: number, title: Title): void {
    this.titles.set(number, title);
    if (title.entry.names.length > 0) this.named.add(number);
    else this.named.delete(number);
  }

  private renew(): void {
    this.index = newIndex();
    this.dead = 0;
    for (const number of this.titles.keys()) this.waiting.add(number);
    this.schedule();
  }

  private schedule(): void {
    if (this.timer || this.closed) return;
    this.timer = setImmediate(() => {
      this.timer = undefined;
      let left = BATCH;
      for (const number of this.waiting) {
        if (left === 0) break;
        left -= 1;
        this.waiting.delete(number);
        this.index.add(number, this.titles.get(number)?.text ?? '');
      }
      if (this.waiting.size > 0) this.schedule();
    });
    this.timer.unref();
  }
}

function pairsOf(text: string): string[] {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) pairs.add(text.slice(at, at + 2));
  return [...pairs];
}

/** No setting of FlexSearch finds Chinese exactly; every character and every pair, cut by ourselves, does. */
function newIndex() {
  return new FlexSearch.Index({
    encode: (text: string) =>
      text.startsWith(READY) ? text.slice(1).split(READY) : [...new Set([...text.split(''), ...pairsOf(text)])],
    tokenize: 'strict',
    resolution: 1,
    fastupdate: false,
    cache: false,
  });
}
