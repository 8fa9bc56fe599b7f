import { AntouError } from '../../shared/api/errors.ts';
import { kindOf, kinds, type List, titleOf, usesOf, withComputed } from '../../shared/records/index.ts';
import { appendOnlyProblem, type RecordKind } from '../../shared/records/kind.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { completed, orderedList } from './list-orders.ts';
import { requireFiles } from './pointing-at.ts';
import { describe, labelOf, titlesFor } from './record-titles.ts';
import { inTurn, prepare, requireNoProblems, worldOf } from './saving.ts';
import { spokenValues } from './spoken-values.ts';

const NAMED_USES = 5;

export function requireKind(id: string): RecordKind {
  const kind = kindOf(id);
  if (!kind) throw new AntouError('invalid', `没有“${id}”这种记录。`, { kind: '没有这种记录' });
  return kind;
}

export function requireRecord(desk: Desk, kind: string, id: string): StoredRecord {
  const label = requireKind(kind).label;
  const record = desk.opened.library.get(kind, id);
  if (!record) throw new AntouError('notFound', `找不到这条${label}，可能已被删除。可在“变动历史”里撤销删除。`);
  return record;
}

/** @throws AntouError conflict when records of this kind are only ever added */
export function refuseAppendOnly(kind: RecordKind, outcome: string): void {
  const why = appendOnlyProblem(kind);
  if (why) throw new AntouError('conflict', `${outcome}：${why}。原有的一笔没有变动。`);
}

/** Bodies and long texts make a list heavy and are never shown in one. */
function lighten(record: StoredRecord, kind: RecordKind): StoredRecord {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record.values)) {
    const type = kind.fields[name]?.type;
    if (type !== 'body' && type !== 'longText') values[name] = value;
  }
  return { ...record, values };
}

const list = os.records.list.handler(({ input, context: { desk } }) => {
  const kind = requireKind(input.kind);
  const found = orderedList(desk, kind, input);
  const offset = input.offset ?? 0;
  const page = found.slice(offset, input.limit === undefined ? undefined : offset + input.limit);
  const rows = completed(desk, page).map((record) => (input.full ? record : lighten(record, kind)));
  return { total: found.length, records: rows, titles: titlesFor(rows, desk.lookup) };
});

const get = os.records.get.handler(({ input, context: { desk } }) => {
  const stored = requireRecord(desk, input.kind, input.id);
  const record = withComputed(stored, { lookup: desk.lookup, list: (kind) => desk.opened.library.list(kind) });
  return { record, ...describe(record, desk.lookup), titles: titlesFor([record], desk.lookup) };
});

const save = os.records.save.handler(async ({ input, context: { desk } }) => {
  const kind = requireKind(input.kind);
  const { library } = desk.opened;
  // Everything that waits comes first: between the check and the change no other change may slip in.
  const who = await desk.who();
  await requireFiles(library, input.id ? library.get(kind.id, input.id)?.values : undefined, input.values);
  return inTurn(library, async () => {
    const before = input.id ? requireRecord(desk, kind.id, input.id) : undefined;
    if (before) refuseAppendOnly(kind, '没有保存');
    const id = before?.id ?? crypto.randomUUID();
    const world = worldOf(library);
    const prepared = prepare({ kind, id, before, changes: spokenValues(kind, input.values, world) }, world);
    requireNoProblems(prepared);
    const { values } = prepared;
    const label = input.label ?? `${before ? '修改' : '新建'}${kind.label} ${kind.title(values, desk.lookup)}`;
    const transaction = await library.commit({
      label,
      who,
      ...(before
        ? { update: [{ kind: kind.id, id, values, rev: input.rev ?? before.rev }] }
        : { add: [{ id, kind: kind.id, values }] }),
    });
    const record = withComputed(requireRecord(desk, kind.id, id), world);
    return { id, rev: record.rev, seq: transaction.seq, record, warnings: { ...prepared.warnings } };
  });
});

const remove = os.records.remove.handler(async ({ input, context: { desk } }) => {
  const who = await desk.who();
  const record = requireRecord(desk, input.kind, input.id);
  const { library } = desk.opened;
  refuseAppendOnly(requireKind(record.kind), '没有删除');
  const parts = input.withParts ? partsOf(library.list.bind(library), record) : [];
  const leaving = new Set([record, ...parts].map((part) => `${part.kind}/${part.id}`));
  const uses = [record, ...parts]
    .flatMap((part) => usesOf(part.kind, part.id, library.all(), desk.lookup))
    .filter((use) => !leaving.has(`${use.kind}/${use.id}`));
  if (uses.length > 0) {
    const named = uses.slice(0, NAMED_USES).map((use) => use.label);
    const more = uses.length > NAMED_USES ? `等 ${uses.length} 处` : '';
    throw new AntouError(
      'conflict',
      `没有删除：“${titleOf(record, desk.lookup)}”还被引用着：${named.join('；')}${more}。请先改掉这些引用。`,
    );
  }
  const label = `删除${labelOf(record, desk.lookup)}${parts.length > 0 ? `（连同 ${parts.length} 个部分）` : ''}`;
  const transaction = await library.commit({
    label,
    who,
    remove: [...parts, record].map(({ kind, id }) => ({ kind, id })),
  });
  return { seq: transaction.seq, label: transaction.label };
});

/** Records that live inside this one, such as the chapters of a book. */
export function partsOf(list: List, record: StoredRecord): StoredRecord[] {
  return kindsInside(record.kind).flatMap(({ kind, field }) =>
    list(kind).filter((part) => part.values[field] === record.id),
  );
}

function kindsInside(parent: string): { kind: string; field: string }[] {
  return kinds.flatMap((kind) => (kind.parent?.kind === parent ? [{ kind: kind.id, field: kind.parent.field }] : []));
}

const uses = os.records.uses.handler(({ input, context: { desk } }) => {
  requireRecord(desk, input.kind, input.id);
  const found = usesOf(input.kind, input.id, desk.opened.library.all(), desk.lookup);
  return {
    total: found.length,
    uses: found.slice(0, 200).map((use) => {
      const record = desk.lookup(use.kind, use.id);
      return { kind: use.kind, id: use.id, label: use.label, title: record ? titleOf(record, desk.lookup) : '' };
    }),
  };
});

export const records = { list, get, save, remove, uses };
