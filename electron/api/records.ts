import { AntouError } from '../../shared/api/errors.ts';
import {
  derive,
  kindOf,
  kinds,
  type ListQuery,
  ListQueryError,
  queryRecords,
  strokeOverrides,
  titleOf,
  usesOf,
  validateRecord,
  withComputed,
} from '../../shared/records/index.ts';
import type { RecordKind } from '../../shared/records/kind.ts';
import type { StoredRecord, Values } from '../../shared/records/record.ts';
import { compareNames } from '../../shared/text/index.ts';
import { enumerationsOf } from '../library/enumerations.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { requireFiles } from './pointing-at.ts';
import { describe, labelOf, titlesFor } from './record-titles.ts';
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

/** Bodies and long texts make a list heavy and are never shown in one. */
function lighten(record: StoredRecord, kind: RecordKind): StoredRecord {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record.values)) {
    const type = kind.fields[name]?.type;
    if (type !== 'body' && type !== 'longText') values[name] = value;
  }
  return { ...record, values };
}

/** The whole of the values after a partial change: absent keys stay, null clears. */
function merge(before: Values, changes: Values): Values {
  const merged: Record<string, unknown> = { ...before };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === undefined) delete merged[name];
    else merged[name] = value;
  }
  return merged;
}

function queryList(desk: Desk, kind: RecordKind, query: ListQuery) {
  const { library } = desk.opened;
  // Gathered only when a list is really ordered by strokes: most lists are not.
  let strokes: ReturnType<typeof strokeOverrides> | undefined;
  const byStrokes = (a: string, b: string) => {
    strokes ??= strokeOverrides(library.list('person'));
    return compareNames(a, b, 'surname', strokes);
  };
  try {
    return queryRecords(library.list(kind.id), kind, query, desk.lookup, byStrokes, {
      list: (other) => library.list(other),
      enumerations: enumerationsOf(library),
    });
  } catch (error) {
    if (!(error instanceof ListQueryError)) throw error;
    throw new AntouError('invalid', `${error.message}。`, { [error.field]: error.message }, error);
  }
}

const list = os.records.list.handler(({ input, context: { desk } }) => {
  const kind = requireKind(input.kind);
  const found = queryList(desk, kind, input);
  const rows = input.full ? [...found.rows] : found.rows.map((record) => lighten(record, kind));
  return { total: found.total, records: rows, titles: titlesFor(rows, desk.lookup) };
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
  const before = input.id ? requireRecord(desk, kind.id, input.id) : undefined;
  const list = (other: string) => library.list(other);
  const checked = validateRecord(kind.id, merge(before?.values ?? {}, spokenValues(kind, input.values, desk)), {
    lookup: desk.lookup,
    enumerations: enumerationsOf(library),
    list,
    ...(before ? { id: before.id } : {}),
  });
  if (Object.keys(checked.problems).length > 0) {
    const [, first] = Object.entries(checked.problems)[0] ?? [];
    throw new AntouError('invalid', `没有保存：${first}。请改正标红的栏目后再保存。`, checked.problems);
  }
  const id = before?.id ?? crypto.randomUUID();
  const values = derive(kind.id, checked.values, desk.lookup, { list, id });
  const label = input.label ?? `${before ? '修改' : '新建'}${kind.label} ${kind.title(values, desk.lookup)}`;
  const transaction = await library.commit({
    label,
    who,
    ...(before
      ? { update: [{ kind: kind.id, id, values, ...(input.rev === undefined ? {} : { rev: input.rev }) }] }
      : { add: [{ id, kind: kind.id, values }] }),
  });
  const record = withComputed(requireRecord(desk, kind.id, id), { lookup: desk.lookup, list });
  return { id, rev: record.rev, seq: transaction.seq, record, warnings: { ...checked.warnings } };
});

const remove = os.records.remove.handler(async ({ input, context: { desk } }) => {
  const who = await desk.who();
  const record = requireRecord(desk, input.kind, input.id);
  const { library } = desk.opened;
  const parts = input.withParts ? partsOf(desk, record) : [];
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
function partsOf(desk: Desk, record: StoredRecord): StoredRecord[] {
  const { library } = desk.opened;
  return kindsInside(record.kind).flatMap(({ kind, field }) =>
    library.list(kind).filter((part) => part.values[field] === record.id),
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
