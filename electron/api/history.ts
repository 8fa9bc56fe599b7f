import { AntouError } from '../../shared/api/errors.ts';
import { displayValue, findTwins, kindOf, titleOf } from '../../shared/records/index.ts';
import type { Lookup, StoredRecord, Transaction } from '../../shared/records/record.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { requireTargets } from './pointing-at.ts';
import { labelOf } from './record-titles.ts';
import { requireKind } from './records.ts';

/** A transaction of an import may touch thousands of records; the page shows the first ones and the number. */
const SHOWN_CHANGES = 50;
const SHOWN_CHARACTERS = 200;

interface FieldChange {
  field: string;
  label: string;
  before: string;
  after: string;
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > SHOWN_CHARACTERS ? `${characters.slice(0, SHOWN_CHARACTERS).join('')}…` : text;
}

function fieldChanges(
  before: StoredRecord | undefined,
  after: StoredRecord | undefined,
  lookup: Lookup,
): FieldChange[] {
  const kind = kindOf((after ?? before)?.kind ?? '');
  if (!kind) return [];
  const changes: FieldChange[] = [];
  for (const [name, field] of Object.entries(kind.fields)) {
    const old = before?.values[name];
    const now = after?.values[name];
    if (JSON.stringify(old) === JSON.stringify(now)) continue;
    changes.push({
      field: name,
      label: field.label,
      before: shorten(displayValue(field, old, lookup)),
      after: shorten(displayValue(field, now, lookup)),
    });
  }
  return changes;
}

function entryOf(
  transaction: Transaction,
  lookup: Lookup,
  only?: { kind?: string | undefined; id?: string | undefined },
) {
  const { diff } = transaction;
  const wanted = (record: StoredRecord) =>
    (!only?.kind || record.kind === only.kind) && (!only?.id || record.id === only.id);
  const all = [
    ...diff.added.map((after) => ({ type: 'added' as const, before: undefined, after, record: after })),
    ...diff.updated.map(([before, after]) => ({ type: 'updated' as const, before, after, record: after })),
    ...diff.removed.map((before) => ({ type: 'removed' as const, before, after: undefined, record: before })),
  ].filter(({ record }) => wanted(record));
  return {
    seq: transaction.seq,
    at: transaction.at,
    who: transaction.who,
    machine: transaction.machine,
    label: transaction.label,
    origin: transaction.origin,
    ...(transaction.reverses === undefined ? {} : { reverses: transaction.reverses }),
    changeCount: all.length,
    changes: all.slice(0, SHOWN_CHANGES).map(({ type, before, after, record }) => ({
      kind: record.kind,
      id: record.id,
      title: kindOf(record.kind) ? titleOf(record, lookup) : transaction.label,
      type,
      fields: fieldChanges(before, after, lookup),
    })),
  };
}

const list = os.history.list.handler(async ({ input, context: { desk } }) => {
  const { library } = desk.opened;
  const query = input ?? {};
  const transactions = await library.history({
    ...(query.kind ? { kind: query.kind } : {}),
    ...(query.id ? { id: query.id } : {}),
    ...(query.before ? { before: query.before } : {}),
    limit: query.limit ?? 50,
  });
  return { entries: transactions.map((transaction) => entryOf(transaction, desk.lookup, query)) };
});

const undo = os.history.undo.handler(async ({ context: { desk } }) => {
  const { seq, label } = await desk.opened.library.undo(await desk.who());
  return { seq, label };
});

const redo = os.history.redo.handler(async ({ context: { desk } }) => {
  const { seq, label } = await desk.opened.library.redo(await desk.who());
  return { seq, label };
});

const restore = os.history.restore.handler(async ({ input, context: { desk } }) => {
  requireKind(input.kind);
  const { library } = desk.opened;
  const who = await desk.who();
  if (input.seq > library.info.seq)
    throw new AntouError('notFound', `还没有第 ${input.seq} 笔变动，没有可恢复的内容。`);
  const version = await library.versionAt(input.kind, input.id, input.seq);
  if (!version) throw new AntouError('notFound', '那个时候还没有这条记录，或者它已被删除，没有可恢复的内容。');
  requireTargets(desk, version);
  requireAlone(desk, version);
  const label = `恢复${labelOf(version, desk.lookup)} 到第 ${input.seq} 笔`;
  const change = { kind: input.kind, id: input.id, values: version.values };
  const transaction = await library.commit({
    label,
    who,
    origin: 'restore',
    ...(library.get(input.kind, input.id) ? { update: [change] } : { add: [change] }),
  });
  return { seq: transaction.seq, label };
});

/** @throws AntouError conflict when another record has meanwhile taken the place of the old version */
function requireAlone(desk: Desk, version: StoredRecord): void {
  const { id, values } = version;
  const all = desk.opened.library.list(version.kind);
  const [taken] = Object.values(
    findTwins(requireKind(version.kind), values, { id, lookup: desk.lookup, all }).problems,
  );
  if (taken === undefined) return;
  throw new AntouError(
    'conflict',
    `没有恢复：${taken}。现在的内容没有动，请先删除或改掉那一条，或在“重复项”里合并，再来恢复。`,
  );
}

export const history = { list, undo, redo, restore };
