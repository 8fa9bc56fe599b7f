import { kindOf } from '../../shared/records/index.ts';
import type { Lookup } from '../../shared/records/record.ts';
import type { StoredRecord, Titles } from '../app/api.ts';

/**
 * Title of a record at hand. What it refers to is known by title only, so a title made of another record's (a member
 * is called by the name of its person) is taken from there.
 */
export function displayTitle(record: StoredRecord, titles: Titles): string {
  const kind = kindOf(record.kind);
  if (!kind) return '记录';
  for (const path of kind.list.columns.slice(0, 1)) {
    const field = kind.fields[path];
    const id = record.values[path];
    if (field?.type === 'reference' && typeof id === 'string') {
      const known = titles[`${field.target}/${id}`]?.title;
      if (known) return known;
    }
  }
  const nothing: Lookup = () => undefined;
  return kind.title(record.values, nothing);
}
