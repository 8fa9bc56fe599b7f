import { titleOf } from '../../../records/display.ts';
import { listOf, targetOf, textOf } from '../../../records/read-value.ts';
import type { Lookup, StoredRecord, Values } from '../../../records/record.ts';
import { memberName } from '../../wording.ts';

/** Name of a unit; '' when it points nowhere. */
export const unitName = (id: string, lookup: Lookup): string =>
  id ? textOf(lookup('organisation', id)?.values ?? {}, 'name').trim() : '';

export const unitNames = (values: Values, field: string, lookup: Lookup): string =>
  listOf(values, field)
    .map((id) => unitName(id, lookup))
    .filter(Boolean)
    .join('、');

export const memberNames = (ids: readonly string[], lookup: Lookup): string =>
  ids
    .map((id) => memberName(id, lookup))
    .filter(Boolean)
    .join('、');

/** Who made a suggestion: members by name, others in words. */
export function proposersOf(values: Values, lookup: Lookup): string {
  return [memberNames(listOf(values, 'proposers'), lookup), textOf(values, 'proposerName').trim()]
    .filter(Boolean)
    .join('、');
}

/** 望河街道政协工委; '' when it points nowhere. */
export function streetName(values: Values, lookup: Lookup, field = 'subdistrictOffice'): string {
  const street = targetOf(values, field, 'subdistrictOffice', lookup);
  return textOf(street, 'name').trim() || textOf(street, 'street').trim();
}

export const titleIn = (record: StoredRecord | undefined, lookup: Lookup): string =>
  record ? titleOf(record, lookup) : '';

/** Ends of what clerks type: no full stop inside a list that has its own. */
export const withoutStop = (text: string): string => text.trim().replace(/[。；;，,、]+$/u, '');

/** “…”, with quotation marks inside turned into single ones (GB/T 15834-2011, 4.8.3.3). */
export const quoted = (text: string): string => `“${text.replace(/“/gu, '‘').replace(/”/gu, '’')}”`;

/** The opening of a text in at most `most` characters, cut where a clause ends. */
export function digest(text: string, most: number): string {
  const line = text.replace(/\s+/gu, '');
  const characters = [...line];
  if (characters.length <= most) return line;
  const part = characters.slice(0, most).join('');
  const at = Math.max(...[...'。；，、！？'].map((mark) => part.lastIndexOf(mark)));
  return `${at > most / 2 ? part.slice(0, at) : part}……`;
}
