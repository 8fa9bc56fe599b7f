import { titleOf } from '../../shared/records/index.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import type { Desk } from './desk.ts';

/** A record behind a number, as the pages for the work list it. */
export interface EvidenceItem {
  kind: string;
  id: string;
  title: string;
  on?: string;
  note?: string;
}

/** Fields that say when a record happened, by kind; a kind that is not here has no day worth showing. */
const DAYS: Readonly<Record<string, string>> = {
  event: 'start',
  opinion: 'receivedOn',
  topic: 'raisedOn',
  regulation: 'passedOn',
  suggestion: 'deliveredOn',
  contribution: 'on',
  proposal: 'submittedOn',
};

export function evidenceOf(desk: Desk, record: StoredRecord, note?: string): EvidenceItem {
  const value = record.values[DAYS[record.kind] ?? ''];
  const on = typeof value === 'string' ? value.slice(0, 10) : '';
  return {
    kind: record.kind,
    id: record.id,
    title: titleOf(record, desk.lookup),
    ...(on ? { on } : {}),
    ...(note ? { note } : {}),
  };
}

export const evidenceList = (desk: Desk, records: readonly StoredRecord[]): EvidenceItem[] =>
  records.map((record) => evidenceOf(desk, record));

/** Title of the record a reference points at; '' when it points nowhere. */
export function titled(desk: Desk, kind: string, id: unknown): string {
  const record = typeof id === 'string' && id ? desk.lookup(kind, id) : undefined;
  return record ? titleOf(record, desk.lookup) : '';
}

export const figureOf = (
  id: string,
  label: string,
  unit: string,
  rule: string,
  items: EvidenceItem[],
  figure = items.length,
) => ({ id, label, unit, rule, items, figure });

/** Years a field holds, with this year, newest first. */
export function yearsIn(desk: Desk, kind: string, field: string): number[] {
  const years = new Set<number>([Number(desk.today.slice(0, 4))]);
  for (const { values } of desk.opened.library.list(kind)) {
    const year = Number(values[field]);
    if (year) years.add(year);
  }
  return [...years].sort((a, b) => b - a);
}

/** Streets in the office's order, for choosing. */
export function streetsOf(desk: Desk): { id: string; title: string }[] {
  return [...desk.opened.library.list('subdistrictOffice')]
    .sort((a, b) => Number(a.values.order ?? 9999) - Number(b.values.order ?? 9999))
    .map((street) => ({ id: street.id, title: titleOf(street, desk.lookup) }));
}
