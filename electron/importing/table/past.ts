import type { Values } from '../../../shared/records/record.ts';
import type { Library } from '../../library/types.ts';
import type { Line } from './lines.ts';

/** Changes of one record looked through for the revision a sheet was exported at. */
const MOST_CHANGES = 500;

/**
 * Values of the records of a sheet as they were when it was exported, for those that have changed since: what the clerk
 * has not touched must not be taken for a change back.
 */
export async function pastOf(
  library: Library,
  kind: string,
  lines: readonly Line[],
  idColumn: number,
  revisionColumn: number,
): Promise<(kind: string, id: string, rev: number) => Values | undefined> {
  const past = new Map<string, Values>();
  for (const { cells } of lines) {
    const id = (cells[idColumn] ?? '').trim();
    const revisions = (cells[revisionColumn] ?? '').split('+').map((part) => Number(part.trim() || Number.NaN));
    const record = id ? library.get(kind, id) : undefined;
    if (!record) continue;
    const person = typeof record.values.person === 'string' ? library.get('person', record.values.person) : undefined;
    for (const [index, part] of [record, ...(person ? [person] : [])].entries()) {
      const rev = revisions[index];
      if (rev === undefined || !(rev < part.rev)) continue;
      const values = await valuesAt(library, part.kind, part.id, rev);
      if (values) past.set(`${part.kind}/${part.id}/${rev}`, values);
    }
  }
  return (of, id, rev) => past.get(`${of}/${id}/${rev}`);
}

async function valuesAt(library: Library, kind: string, id: string, rev: number): Promise<Values | undefined> {
  for (const { diff } of await library.history({ kind, id, limit: MOST_CHANGES })) {
    const updated = diff.updated.find(([before]) => before.kind === kind && before.id === id);
    if (updated?.[0].rev === rev) return updated[0].values;
    if (updated?.[1].rev === rev) return updated[1].values;
    const added = diff.added.find((record) => record.kind === kind && record.id === id && record.rev === rev);
    if (added) return added.values;
  }
  return undefined;
}
