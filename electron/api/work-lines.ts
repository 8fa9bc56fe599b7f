import { countsOf, percent, type Share, type Tally } from '../../shared/figures/share.ts';
import { titleOf } from '../../shared/records/index.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import type { Desk } from './desk.ts';

/** A record as it stands behind a number. */
export interface Line {
  kind: string;
  id: string;
  title: string;
  on?: string;
  note?: string;
}

export function lineOf(desk: Desk, record: StoredRecord, on = '', note = ''): Line {
  return {
    kind: record.kind,
    id: record.id,
    title: titleOf(record, desk.lookup),
    ...(on ? { on } : {}),
    ...(note ? { note } : {}),
  };
}

/** Title of the record an id points at; '' when there is none. */
export function nameOf(desk: Desk, kind: string, id: unknown): string {
  const record = typeof id === 'string' && id ? desk.lookup(kind, id) : undefined;
  return record ? titleOf(record, desk.lookup) : '';
}

export const tallyOut = ({ ids, ...tally }: Tally) => ({ ...tally, ids: [...ids] });

export function shareOut(share: Share) {
  const counts = countsOf(share);
  const { id, label, rule, met, of } = share;
  return {
    id,
    label,
    rule,
    met: [...met],
    of: [...of],
    counts: { ...counts },
    percent: percent(counts.met, counts.of),
  };
}

/** Distribution lines with the names of what they stand for. */
export function spreadOut(
  lines: readonly { readonly key: string; readonly columns: Readonly<Record<string, readonly string[]>> }[],
  named: (key: string) => { label: string; kind?: string },
) {
  return lines.map(({ key, columns }) => ({
    key,
    ...named(key),
    columns: Object.fromEntries(Object.entries(columns).map(([name, ids]) => [name, [...ids]])),
  }));
}
