import type { api, Output } from '../../app/api.ts';

/** Which of the two columns a value is taken from; `both` unites lists. */
export type Choice = 'left' | 'right' | 'both';
export type Side = 'left' | 'right';

export type ComparedField = Output<typeof api.duplicates.compare>['fields'][number];

/** A field of both records; `left` and `right` as the columns show them. */
export interface ComparedRow {
  readonly field: string;
  readonly label: string;
  readonly left: string;
  readonly right: string;
  readonly same: boolean;
  readonly both: boolean;
  /** Follows the kept record and cannot be chosen: where it stands in its process. */
  readonly fixed: boolean;
}

/** The office compares "kept" with "dropped"; asked with the left one as kept. */
export const rowsOf = (fields: readonly ComparedField[], state: string | undefined): ComparedRow[] =>
  fields.map(({ field, label, keep, drop, same, both }) => ({
    ...{ field, label, same, both },
    ...{ left: keep, right: drop, fixed: field === state },
  }));

/** Lists stay both; otherwise the kept record's own, and where it has none the other's. */
export function suggested(row: ComparedRow, kept: Side): Choice {
  const other = kept === 'left' ? 'right' : 'left';
  if (row.fixed) return kept;
  if (row.both && row.left !== '' && row.right !== '') return 'both';
  return row[kept] === '' ? other : kept;
}

/** What the merge is told; rows that are the same on both sides need no word. */
export function takeOf(
  rows: readonly ComparedRow[],
  chosen: Readonly<Record<string, Choice>>,
  kept: Side,
): Record<string, 'keep' | 'drop' | 'both'> {
  const take: Record<string, 'keep' | 'drop' | 'both'> = {};
  for (const row of rows) {
    if (row.same || row.fixed) continue;
    const choice = chosen[row.field] ?? suggested(row, kept);
    take[row.field] = choice === 'both' ? 'both' : choice === kept ? 'keep' : 'drop';
  }
  return take;
}
