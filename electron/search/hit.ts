import type { Lookup } from '../../shared/records/record.ts';
import { isPinyinQuery, pinyinRange } from '../../shared/text/pinyin.ts';
import type { Entry } from './entry.ts';
import type { Segment } from './segment.ts';
import { joined, marksOf, snippetOf } from './snippet.ts';
import type { Hit, Snippet } from './types.ts';
import { type KindOf, readUnits, type Unit } from './units.ts';

const MAX_SNIPPETS = 3;
/** Places of a term that are looked at when the best paragraphs are chosen; a chapter may hold thousands. */
const MAX_PLACES = 400;
const MAX_SHOWN = 200;

/**
 * Units of the records shown last. Who types on, or pages through, meets the same records again. An entry is replaced
 * whenever its record or one it names changes, so what is kept under it stays true.
 */
export class ShownUnits {
  private readonly known = new Map<Entry, readonly Unit[]>();
  private readonly kindOf: KindOf;
  private readonly lookup: Lookup;

  constructor(kindOf: KindOf, lookup: Lookup) {
    this.kindOf = kindOf;
    this.lookup = lookup;
  }

  of(entry: Entry): readonly Unit[] {
    let units = this.known.get(entry);
    if (!units) {
      units = readUnits(entry.record, entry.kind, { kindOf: this.kindOf, lookup: this.lookup });
      if (this.known.size >= MAX_SHOWN) this.known.clear();
      this.known.set(entry, units);
    }
    return units;
  }
}

/** What is shown of a record that was found. */
export function hitOf(
  entry: Entry,
  occurrences: number,
  terms: readonly string[],
  text: string,
  shown: ShownUnits,
): Hit {
  const byName = nameMarks(entry, terms);
  const titleNames = byName.flatMap(({ text: name, range }) => {
    const at = entry.title.indexOf(name);
    return at < 0 ? [] : [[at + range[0], at + range[1]] as const];
  });
  const snippets = textSnippets(entry, terms, text, shown);
  for (const { place, text: name, range } of byName) {
    if (snippets.length >= MAX_SNIPPETS) break;
    if (!snippets.some((snippet) => snippet.place === place)) snippets.push(snippetOf(name, [range], place));
  }
  return {
    kind: entry.record.kind,
    id: entry.record.id,
    title: entry.title,
    titleMarks: joined([...marksOf(entry.title, terms), ...titleNames]),
    ...(entry.subtitle === undefined ? {} : { subtitle: entry.subtitle }),
    ...(entry.year === undefined ? {} : { year: entry.year }),
    occurrences,
    snippets,
  };
}

interface NameMark {
  readonly place: string;
  readonly text: string;
  readonly range: readonly [number, number];
}

function nameMarks(entry: Entry, terms: readonly string[]): NameMark[] {
  const found: NameMark[] = [];
  for (const term of terms) {
    if (!isPinyinQuery(term)) continue;
    for (const name of entry.names) {
      const range = pinyinRange(term, name.pinyin);
      if (range) found.push({ place: name.place, text: name.text, range });
    }
  }
  return found;
}

/** Paragraphs with the most different terms first, headings before text, then as they stand. */
function textSnippets(entry: Entry, terms: readonly string[], text: string, shown: ShownUnits): Snippet[] {
  const found = unitsWith(text, terms);
  if (found.size === 0) return [];
  const units = shown.of(entry);
  const ranked = [...found].flatMap(([at, bits]) => {
    const unit = units[at];
    return unit ? [{ unit, at, terms: bitCount(bits) }] : [];
  });
  ranked.sort((a, b) => b.terms - a.terms || weight(a.unit) - weight(b.unit) || a.at - b.at);
  // The title is shown above the snippets anyway; it stands here only when nothing else does.
  const beyondTitle = ranked.filter(({ unit }) => unit.rank !== 0);
  const chosen = (beyondTitle.length > 0 ? beyondTitle : ranked).slice(0, MAX_SNIPPETS);
  return chosen.map(({ unit }) => snippetOf(unit.text, marksOf(unit.text, terms), unit.place));
}

const weight = (unit: Unit): number => (unit.rank === 1 ? 0 : 1);

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Units of a searchable text in which terms stand: ordinal → a bit for each term (the first 30). */
function unitsWith(text: string, terms: readonly string[]): Map<number, number> {
  const places: { place: number; bit: number }[] = [];
  for (const [number, term] of terms.slice(0, 30).entries()) {
    let seen = 0;
    for (let at = text.indexOf(term); at >= 0 && seen < MAX_PLACES; at = text.indexOf(term, at + 1)) {
      places.push({ place: at, bit: 1 << number });
      seen += 1;
    }
  }
  places.sort((a, b) => a.place - b.place);
  const found = new Map<number, number>();
  let ordinal = 0;
  let end = text.indexOf('\n');
  for (const { place, bit } of places) {
    while (end >= 0 && end < place) {
      ordinal += 1;
      end = text.indexOf('\n', end + 1);
    }
    found.set(ordinal, (found.get(ordinal) ?? 0) | bit);
  }
  return found;
}

/** Searchable text of a found record. */
export function textOfSlot(segment: Segment | undefined, slot: number): string {
  return segment?.textAt(slot) ?? '';
}
