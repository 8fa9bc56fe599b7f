import { displayValue, subtitleOf, titleOf } from '../display.ts';
import type { RecordKind } from '../kind.ts';
import type { Lookup, StoredRecord } from '../record.ts';
import { plainText } from './set-phrases.ts';

/** What else tells people apart. */
const OF_PEOPLE = ['nameNote', 'birth', 'born', 'sex', 'org', 'mobile'];

/**
 * What a record is about, as a short code: the same for the same content in another import, whatever its id. Records it
 * points at count by their names.
 */
export function contentKey(kind: RecordKind, record: StoredRecord, lookup: Lookup): string {
  const fields = new Set([
    ...(kind.unique ?? []).flat(),
    ...(kind.alike ?? []).flat(),
    ...(kind.similar?.fields ?? []),
    ...OF_PEOPLE,
  ]);
  const parts = [titleOf(record, lookup), subtitleOf(record, lookup)];
  for (const name of fields) {
    const field = kind.fields[name];
    if (field) parts.push(`${name}=${displayValue(field, record.values[name], lookup)}`);
  }
  return hashed(parts.map(plainText).join('\u0000'));
}

/** cyrb53 (public domain): 53 bits, enough for the few thousand pairs a clerk will ever say no to. */
function hashed(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

/** Two keys or ids as one, whichever comes first. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}
