import { hanNumber } from '../text/numerals.ts';
import type { RecordKind } from './kind.ts';
import type { Lookup, Values } from './record.ts';

/** Reading values whose shape is not yet known to be good: titles and rules must not throw on incomplete records. */
export function textOf(values: Values, field: string): string {
  const value = values[field];
  return typeof value === 'string' ? value : '';
}

export function numberOf(values: Values, field: string): number | undefined {
  const value = values[field];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function listOf(values: Values, field: string): readonly string[] {
  const value = values[field];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

export function rowsOf(values: Values, field: string): readonly Values[] {
  const value = values[field];
  return Array.isArray(value) ? value.filter(isValues) : [];
}

export function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Values of the record a reference field points at; empty when it points nowhere. */
export function targetOf(values: Values, field: string, kind: string, lookup: Lookup): Values {
  const id = textOf(values, field);
  return (id && lookup(kind, id)?.values) || {};
}

/** The parts that are there, joined by a middle dot: 教育 · 民盟盟员 · 常委. */
export function joined(...parts: readonly string[]): string {
  return parts.filter(Boolean).join(' · ');
}

/** Title of the record of `kind` with this id; empty when there is none. */
export function targetTitle(kind: RecordKind, id: unknown, lookup: Lookup): string {
  const target = typeof id === 'string' && id ? lookup(kind.id, id) : undefined;
  return target ? kind.title(target.values, lookup) : '';
}

/** A number in Chinese words for titles (十届三次); what has no words stays as it is. */
export function inWords(value: number): string {
  return Number.isInteger(value) && value > 0 && value < 1000 ? hanNumber(value) : String(value);
}
