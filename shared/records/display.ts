import { bodyText } from '../text/body.ts';
import { asBody } from './body-shape.ts';
import type { Field } from './field.ts';
import { quarterWords } from './quarter.ts';
import { isValues } from './read-value.ts';
import type { Lookup, StoredRecord } from './record.ts';
import { kindOf } from './registry.ts';

/** Shown for a reference whose target is gone. */
export const GONE = '（已不存在）';

/** Title of a record for lists, links and search; a kind this program does not know shows its id. */
export function titleOf(record: StoredRecord, lookup: Lookup): string {
  const kind = kindOf(record.kind);
  return kind ? kind.title(record.values, lookup) : record.id;
}

/** The quiet line under the title; empty when there is nothing to say. */
export function subtitleOf(record: StoredRecord, lookup: Lookup): string {
  return kindOf(record.kind)?.subtitle?.(record.values, lookup) ?? '';
}

/**
 * A value as a clerk reads it in a list, a cell or the history. Blank is '', never a dash or null; days are written
 * 2024-02-26 so that columns line up; several things are joined by 、. Never throws, whatever the value is.
 */
export function displayValue(field: Field, value: unknown, lookup: Lookup): string {
  if (value === undefined || value === null || value === '') return '';
  switch (field.type) {
    case 'text':
      if (typeof value === 'string' && field.codes?.[value]) return field.codes[value];
      return field.format === 'quarter' ? quarterWords(plain(value)) : plain(value);
    case 'boolean':
      return value === true ? '是' : value === false ? '否' : plain(value);
    case 'integer':
    case 'decimal':
      return typeof value === 'number' && Number.isFinite(value) ? grouped(value) : plain(value);
    case 'dateTime':
      return typeof value === 'string' ? value.replace('T', ' ').replace(/ 00:00$/, '') : plain(value);
    case 'reference':
      return displayReference(field, value, lookup);
    case 'references':
      return several(value, (id) => displayReference(field, id, lookup));
    case 'choices':
    case 'tags':
      return several(value, plain);
    case 'files':
      return several(value, (file) => (isValues(file) && typeof file.name === 'string' ? file.name : ''));
    case 'rows':
      return Array.isArray(value) ? (value.length > 0 ? `${value.length} 项` : '') : plain(value);
    case 'body':
      return displayBody(value);
    default:
      return plain(value);
  }
}

function displayReference(field: Field, id: unknown, lookup: Lookup): string {
  if (typeof id !== 'string') return plain(id);
  const target = lookup(field.target ?? '', id);
  return target ? titleOf(target, lookup) : GONE;
}

function displayBody(value: unknown): string {
  const body = asBody(value);
  return body ? bodyText(body) : '';
}

function several(value: unknown, show: (item: unknown) => string): string {
  return Array.isArray(value) ? value.map(show).filter(Boolean).join('、') : plain(value);
}

function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : '';
}

/** Thousands apart from five digits on (12,480); years and ordinals stay as they are. */
function grouped(value: number): string {
  const text = String(value);
  if (text.includes('e') || Math.abs(value) < 10_000) return text;
  const [whole = '', fraction] = text.split('.');
  const apart = whole.replace(/\B(?=(\d{3})+$)/gu, ',');
  return fraction === undefined ? apart : `${apart}.${fraction}`;
}
