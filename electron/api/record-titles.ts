import { kindOf, referencesOf, subtitleOf, titleOf } from '../../shared/records/index.ts';
import type { Lookup, StoredRecord } from '../../shared/records/record.ts';

export type Titles = Record<string, { title: string; subtitle?: string }>;

/** Title and quiet second line of a record. */
export function describe(record: StoredRecord, lookup: Lookup): { title: string; subtitle?: string } {
  const title = titleOf(record, lookup);
  const subtitle = subtitleOf(record, lookup);
  return subtitle ? { title, subtitle } : { title };
}

/** Titles of everything the records point at, by `kind/id`; what is gone is left out. */
export function titlesFor(records: readonly StoredRecord[], lookup: Lookup): Titles {
  const titles: Titles = {};
  for (const record of records) {
    for (const { kind, id } of referencesOf(record)) {
      const key = `${kind}/${id}`;
      if (key in titles) continue;
      const target = lookup(kind, id);
      if (target) titles[key] = describe(target, lookup);
    }
  }
  return titles;
}

export function labelOf(record: StoredRecord, lookup: Lookup): string {
  return `${kindOf(record.kind)?.label ?? record.kind} ${titleOf(record, lookup)}`;
}
