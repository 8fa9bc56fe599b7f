import type { StoredRecord, Transaction } from '../../shared/records/record.ts';
import type { Journal } from './journal.ts';
import { deepFreeze } from './records.ts';
import type { HistoryQuery } from './types.ts';

/** How many transactions are handed out when the question names no number. */
const LIMIT = 200;

/** Newest first. Lines in which the record's id (or the kind) does not occur are not even parsed. */
export async function historyOf(journal: Journal, query: HistoryQuery): Promise<readonly Transaction[]> {
  const { kind, id, before, limit = LIMIT } = query;
  const found: Transaction[] = [];
  if (limit <= 0) return found;
  const concerns = (record: StoredRecord) =>
    (kind === undefined || record.kind === kind) && (id === undefined || record.id === id);
  const all = kind === undefined && id === undefined;
  for await (const { transaction } of journal.newestFirst(before, id ?? kind)) {
    const { added, updated, removed } = transaction.diff;
    const wanted =
      all || added.some(concerns) || removed.some(concerns) || updated.some(([, after]) => concerns(after));
    if (!wanted) continue;
    found.push(deepFreeze(transaction));
    if (found.length >= limit) break;
  }
  return found;
}

/** The record as it was after transaction `seq`: what the last transaction up to there that touched it left. */
export async function versionAt(
  journal: Journal,
  kind: string,
  id: string,
  seq: number,
): Promise<StoredRecord | undefined> {
  for await (const { transaction } of journal.newestFirst(seq + 1, id)) {
    const after = afterIn(transaction, kind, id);
    if (after !== 'untouched') return after && deepFreeze(after);
  }
  return undefined;
}

/** The record as one transaction left it: undefined when it was removed, 'untouched' when it was not part of it. */
function afterIn(transaction: Transaction, kind: string, id: string): StoredRecord | undefined | 'untouched' {
  const is = (record: StoredRecord) => record.kind === kind && record.id === id;
  const updated = transaction.diff.updated.find(([, after]) => is(after));
  if (updated) return updated[1];
  const added = transaction.diff.added.find(is);
  if (added) return added;
  return transaction.diff.removed.some(is) ? undefined : 'untouched';
}
