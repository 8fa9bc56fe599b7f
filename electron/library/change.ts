import { randomUUID } from 'node:crypto';
import { AntouError } from '../../shared/api/errors.ts';
import type { Diff, StoredRecord } from '../../shared/records/record.ts';
import { checkId, checkKind, cleanValues } from './clean.ts';
import { type Draft, deepFreeze, recordKey, sameContent } from './records.ts';
import type { Change } from './types.ts';

/** Who changes it, and when. */
export interface Stamp {
  readonly at: string;
  readonly who: string;
}

export function isEmpty(diff: Diff): boolean {
  return diff.added.length + diff.updated.length + diff.removed.length === 0;
}

interface Touched {
  readonly before: StoredRecord | undefined;
  after: StoredRecord | undefined;
}

/** Gathers what a change does to each record, so that several steps on one record leave one entry in the diff. */
class Gathering {
  readonly #draft: Draft;
  readonly #touched = new Map<string, Touched>();

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  get(kind: string, id: string): StoredRecord | undefined {
    const touched = this.#touched.get(recordKey(kind, id));
    return touched ? touched.after : this.#draft.get(kind, id);
  }

  set(kind: string, id: string, after: StoredRecord | undefined): void {
    const key = recordKey(kind, id);
    const touched = this.#touched.get(key);
    if (touched) touched.after = after;
    else this.#touched.set(key, { before: this.#draft.get(kind, id), after });
  }

  diff(): Diff {
    const added: StoredRecord[] = [];
    const updated: (readonly [StoredRecord, StoredRecord])[] = [];
    const removed: StoredRecord[] = [];
    for (const { before, after } of this.#touched.values()) {
      if (before && after) {
        if (sameContent(before.values, after.values)) continue;
        updated.push([
          before,
          { ...after, rev: before.rev + 1, createdAt: before.createdAt, createdBy: before.createdBy },
        ]);
      } else if (after) added.push(after);
      else if (before) removed.push(before);
    }
    return deepFreeze({ added, updated, removed });
  }
}

/**
 * What a change does, against the records as they are now.
 * @throws AntouError invalid (shape), notFound (updated or removed record is gone), conflict (rev, or id taken)
 */
export function diffOfChange(change: Change, draft: Draft, stamp: Stamp, newId: () => string = randomUUID): Diff {
  const gathering = new Gathering(draft);
  for (const { kind, id = newId(), values } of change.add ?? []) {
    checkKind(kind);
    checkId(id);
    if (gathering.get(kind, id))
      throw new AntouError('conflict', '编号相同的记录已经存在，没有保存。请刷新后再试。', { id });
    gathering.set(kind, id, fresh(kind, id, cleanValues(kind, values), stamp));
  }
  for (const { kind, id, values, rev } of change.update ?? []) {
    const before = gathering.get(kind, id);
    if (!before) throw gone(id);
    if (rev !== undefined && rev !== before.rev)
      throw new AntouError(
        'conflict',
        `这条记录在您编辑期间已被${before.updatedBy ? `${before.updatedBy}` : '别处'}改过，没有覆盖。您写的内容还在页面上，请对照最新内容后再保存。`,
        { id },
      );
    gathering.set(kind, id, {
      ...before,
      values: cleanValues(kind, values),
      rev: before.rev + 1,
      updatedAt: stamp.at,
      updatedBy: stamp.who,
    });
  }
  for (const { kind, id } of change.remove ?? []) {
    if (!gathering.get(kind, id)) throw gone(id);
    gathering.set(kind, id, undefined);
  }
  return gathering.diff();
}

function fresh(kind: string, id: string, values: StoredRecord['values'], { at, who }: Stamp): StoredRecord {
  return { id, kind, rev: 1, createdAt: at, createdBy: who, updatedAt: at, updatedBy: who, values };
}

function gone(id: string): AntouError {
  return new AntouError('notFound', '这条记录已不存在，可能已被删除。其他内容没有改动。请刷新列表后再试。', { id });
}

/**
 * The diff that takes `diff` back. Values return to what they were; rev only ever grows, so that a page that holds
 * an old copy is never taken for up to date.
 * @throws AntouError conflict when the present is not what `diff` left
 */
export function reverseDiff(diff: Diff, draft: Draft, stamp: Stamp, what: '撤销' | '重做'): Diff {
  const restored = (record: StoredRecord, rev: number): StoredRecord => ({
    ...record,
    rev,
    updatedAt: stamp.at,
    updatedBy: stamp.who,
  });
  const removed = diff.added.map((record) => expectSame(draft, record, what));
  const updated = diff.updated.map(([before, after]) => {
    const now = expectSame(draft, after, what);
    return [now, restored(before, now.rev + 1)] as const;
  });
  const added = diff.removed.map((record) => {
    if (draft.get(record.kind, record.id)) throw changedSince(record, what);
    return restored(record, record.rev + 1);
  });
  return deepFreeze({ added, updated, removed });
}

function expectSame(draft: Draft, record: StoredRecord, what: '撤销' | '重做'): StoredRecord {
  const now = draft.get(record.kind, record.id);
  if (!now || !sameContent(now.values, record.values)) throw changedSince(record, what);
  return now;
}

function changedSince(record: StoredRecord, what: '撤销' | '重做'): AntouError {
  const name = ['name', 'title'].map((field) => record.values[field]).find((value) => typeof value === 'string');
  return new AntouError(
    'conflict',
    `“${name ?? record.id}”在这之后又有改动，不能${what}。现有内容没有变化；如需改回，请从该记录的历史中查看。`,
    { [record.kind]: record.id },
  );
}
