import { rowsOf, textOf } from '../records/read-value.ts';
import type { Lookup, StoredRecord, Values } from '../records/record.ts';
import type { WorkContext } from '../workflow/machine.ts';
import { answeringRows, handlingRows, isCoUnit, replyDue } from '../workflow/proposal-reading.ts';
import { isFiled, isSatisfied } from './proposal-year.ts';

/** One line of a distribution; every list opens. */
export interface SpreadLine {
  /** Id of the record that gives the line its name, or the word itself. */
  readonly key: string;
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

class Spread {
  readonly #lines = new Map<string, Map<string, string[]>>();

  put(key: string, column: string, id: string): void {
    const line = this.#lines.get(key) ?? new Map<string, string[]>();
    const ids = line.get(column) ?? [];
    if (!ids.includes(id)) ids.push(id);
    this.#lines.set(key, line.set(column, ids));
  }

  /** The longest lines first; what has no name last. */
  lines(by: string): readonly SpreadLine[] {
    return [...this.#lines.entries()]
      .map(([key, line]) => ({ key, columns: Object.fromEntries(line) }))
      .sort(
        (a, b) =>
          Number(a.key === '') - Number(b.key === '') || (b.columns[by]?.length ?? 0) - (a.columns[by]?.length ?? 0),
      );
  }
}

/** A proposal without a first proposer that names a unit. */
export const COLLECTIVE = '集体提案';

const sectorOf = (values: Values, lookup: Lookup): string => {
  const lead = textOf(values, 'lead');
  if (!lead) return textOf(values, 'leadUnit') ? COLLECTIVE : '';
  return textOf(lookup('member', lead)?.values ?? {}, 'sector');
};

function spreadBy(cases: readonly StoredRecord[], keyOf: (values: Values) => string): readonly SpreadLine[] {
  const spread = new Spread();
  for (const record of cases) {
    const key = keyOf(record.values);
    spread.put(key, 'received', record.id);
    if (isFiled(record)) spread.put(key, 'filed', record.id);
    if (record.values.isKey === true) spread.put(key, 'key', record.id);
    if (isSatisfied(record.values) === false) spread.put(key, 'unhappy', record.id);
  }
  return spread.lines('received');
}

/** By 界别 of the first proposer: keys are ids of sectors, COLLECTIVE, or '' where nothing is known. */
export const bySector = (cases: readonly StoredRecord[], lookup: Lookup): readonly SpreadLine[] =>
  spreadBy(cases, (values) => sectorOf(values, lookup));

/** By 类别: the words themselves. */
export const byCategory = (cases: readonly StoredRecord[]): readonly SpreadLine[] =>
  spreadBy(cases, (values) => textOf(values, 'category'));

/** By handling unit (ids): what it answers for, what it helps with, what it has answered, what it owes and is late with. */
export function byUnit(cases: readonly StoredRecord[], context: Pick<WorkContext, 'after' | 'today'>) {
  const spread = new Spread();
  for (const record of cases) {
    const { values } = record;
    for (const row of handlingRows(values)) {
      const unit = textOf(row, 'unit');
      spread.put(unit, 'all', record.id);
      if (isCoUnit(row)) {
        spread.put(unit, 'helping', record.id);
        continue;
      }
      spread.put(unit, 'answering', record.id);
      const done = ['已答复', '办结'].includes(textOf(row, 'state'));
      if (done || rowsOf(values, 'replies').some((reply) => textOf(reply, 'unit') === unit)) {
        spread.put(unit, 'answered', record.id);
      }
      const due = replyDue(row, context);
      if (!done && due && due < context.today) spread.put(unit, 'late', record.id);
    }
    if (isSatisfied(values) === false) {
      for (const row of answeringRows(values)) spread.put(textOf(row, 'unit'), 'unhappy', record.id);
    }
  }
  return spread.lines('all');
}
