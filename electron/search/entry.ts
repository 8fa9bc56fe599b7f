import type { RecordKind } from '../../shared/records/kind.ts';
import type { Lookup, StoredRecord } from '../../shared/records/record.ts';
import { searchText } from '../../shared/text/fold.ts';
import { type PinyinName, pinyinName } from '../../shared/text/pinyin.ts';
import type { Layout } from './segment.ts';
import { type KindOf, readNames, readUnits } from './units.ts';

/** What the search knows of a record besides its text. */
export interface Entry {
  readonly key: string;
  readonly record: StoredRecord;
  readonly kind: RecordKind;
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly year: number | undefined;
  /** Ids of the 界别 it belongs to. */
  readonly sectors: readonly string[];
  /** Days since 1970 of the record's own date, or of its last change. */
  readonly recency: number;
  readonly names: readonly EntryName[];
  /** Keys of the records its text was taken from: when one changes, so may this. */
  readonly sources: ReadonlySet<string>;
}

export interface EntryName {
  readonly place: string;
  readonly text: string;
  readonly pinyin: PinyinName;
}

export const keyOf = (kind: string, id: string): string => `${kind}/${id}`;

/** Reads a record for the search, noting which other records were looked at. */
export function readEntry(
  record: StoredRecord,
  kind: RecordKind,
  kindOf: KindOf,
  find: Lookup,
): { readonly entry: Entry; readonly layout: Layout } {
  const key = keyOf(record.kind, record.id);
  const sources = new Set<string>();
  const lookup: Lookup = (otherKind, id) => {
    sources.add(keyOf(otherKind, id));
    return find(otherKind, id);
  };
  const reading = { kindOf, lookup };
  const units = readUnits(record, kind, reading);
  const entry: Entry = {
    key,
    record,
    kind,
    title: units[0]?.text ?? '',
    subtitle: subtitleOf(record, kind, lookup),
    year: yearOf(record, kind),
    sectors: sectorsOf(record, kind, kindOf, lookup, 0),
    recency: recencyOf(record, kind),
    names: readNames(record, kind, reading).map(({ place, text }) => ({ place, text, pinyin: pinyinName(text) })),
    sources,
  };
  sources.delete(key);
  const texts = units.map((unit) => searchText(unit.text));
  const titleEnd = texts[0]?.length ?? 0;
  let headEnd = titleEnd;
  for (let at = 1; units[at]?.rank === 1; at += 1) headEnd += 1 + (texts[at]?.length ?? 0);
  return { entry, layout: { text: texts.join('\n'), titleEnd, headEnd } };
}

function subtitleOf(record: StoredRecord, kind: RecordKind, lookup: Lookup): string | undefined {
  try {
    return kind.subtitle?.(record.values, lookup) || undefined;
  } catch {
    return undefined;
  }
}

function yearOf(record: StoredRecord, kind: RecordKind): number | undefined {
  const value = kind.search.year === undefined ? undefined : record.values[kind.search.year];
  const year = Number(/^\d{4}/u.exec(String(value ?? ''))?.[0]);
  return Number.isInteger(year) ? year : undefined;
}

function recencyOf(record: StoredRecord, kind: RecordKind): number {
  const value = kind.search.year === undefined ? undefined : record.values[kind.search.year];
  const text = String(value ?? '');
  const own = /^\d{4}$/u.test(text) ? `${text}-12-31` : /^\d{4}-\d{2}$/u.test(text) ? `${text}-28` : text.slice(0, 10);
  const time = Date.parse(own || record.updatedAt);
  return Math.floor((Number.isNaN(time) ? Date.parse(record.updatedAt) || 0 : time) / 86_400_000);
}

/** 界别 of a record: the one its field names, or that of the record the field points at (委员 → 界别). */
function sectorsOf(record: StoredRecord, kind: RecordKind, kindOf: KindOf, lookup: Lookup, depth: number): string[] {
  const name = kind.search.sector;
  const field = name === undefined ? undefined : kind.fields[name];
  const value = name === undefined ? undefined : record.values[name];
  if (!field || value === undefined || depth > 3) return [];
  const ids = (Array.isArray(value) ? value : [value]).filter((id): id is string => typeof id === 'string');
  const target = field.target === undefined ? undefined : kindOf(field.target);
  if (!target?.search.sector) return ids;
  return ids.flatMap((id) => {
    const other = lookup(target.id, id);
    return other ? sectorsOf(other, target, kindOf, lookup, depth + 1) : [];
  });
}
