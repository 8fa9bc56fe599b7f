import type { List, RecordKind } from '../records/kind.ts';
import { predicates } from '../records/list-filter.ts';
import type { Lookup, StoredRecord } from '../records/record.ts';
import type { ComplianceRule } from './compliance-rules.ts';
import { type Light, lightOf, partsOf, type YearPart } from './year-parts.ts';

/** One rule, one street, one stretch of time. */
export interface ComplianceCell {
  readonly part: YearPart;
  /** The records that count, by day. */
  readonly records: readonly StoredRecord[];
  readonly light: Light;
  /** How many are missing; 0 when met. */
  readonly missing: number;
}

interface Asked {
  readonly kind: RecordKind;
  readonly list: List;
  readonly lookup: Lookup;
  readonly year: number;
  /** 'YYYY-MM-DD' */
  readonly today: string;
}

/**
 * All streets under one rule in a year, by street id. A record of several streets counts for each of them once.
 * @throws ListQueryError when a filter names a field the kind does not have
 */
export function complianceOf(rule: ComplianceRule, streets: readonly string[], asked: Asked) {
  const { dayField, streetFields, filters } = rule.measure;
  const passes = predicates(asked.kind, { filters }, asked.lookup);
  const counted = asked
    .list(rule.measure.kind)
    .filter((record) => dayOf(record, dayField).startsWith(String(asked.year)) && passes.every((pass) => pass(record)))
    .sort((a, b) => dayOf(a, dayField).localeCompare(dayOf(b, dayField)));
  const parts = partsOf(asked.year, rule.period);
  const byStreet = new Map<string, readonly ComplianceCell[]>();
  for (const street of streets) {
    const own = counted.filter(({ values }) => streetFields.some((field) => names(values[field], street)));
    byStreet.set(
      street,
      parts.map((part) =>
        cellOf(
          rule,
          part,
          own.filter((record) => isWithin(dayOf(record, dayField), part)),
          asked.today,
        ),
      ),
    );
  }
  return byStreet;
}

function cellOf(
  { atLeast }: ComplianceRule,
  part: YearPart,
  records: readonly StoredRecord[],
  today: string,
): ComplianceCell {
  const light = lightOf(records.length, atLeast, part, today);
  return { part, records, light, missing: Math.max(0, atLeast - records.length) };
}

/** The day of a record; a month counts as its first day. '' when there is none. */
function dayOf({ values }: StoredRecord, field: string): string {
  const value = values[field];
  if (typeof value !== 'string') return '';
  return value.length === 7 ? `${value}-01` : value.slice(0, 10);
}

const isWithin = (day: string, { from, to }: YearPart): boolean => from <= day && day <= to;

const names = (value: unknown, street: string): boolean =>
  Array.isArray(value) ? value.includes(street) : value === street;
