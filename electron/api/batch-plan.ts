import type { z } from 'zod';
import type { batchInput, batchPlan } from '../../shared/api/areas/batch.ts';
import type { ErrorCode } from '../../shared/api/errors.ts';
import { displayValue, findTwins, referencesOf, type Use, usesOfMany } from '../../shared/records/index.ts';
import { appendOnlyProblem, type RecordKind } from '../../shared/records/kind.ts';
import type { Lookup, Problems, StoredRecord, Values } from '../../shared/records/record.ts';
import { type CellContext, cellContext } from '../importing/table/cell.ts';
import { sameContent } from '../library/records.ts';
import type { Change, Library } from '../library/types.ts';
import { Ahead } from './ahead.ts';
import { type ReadTexts, readTexts } from './read-texts.ts';
import { partsOf, requireKind } from './records.ts';
import { type Prepared, prepare } from './saving.ts';
import { spokenValues } from './spoken-values.ts';

export type BatchInput = z.output<typeof batchInput>;
type Shown = z.output<typeof batchPlan>;
type Item = Shown['items'][number];

const NAMED_USES = 5;

/** One new or changed record of the plan, with the place of its item. */
interface Written {
  readonly index: number;
  readonly kind: RecordKind;
  readonly id: string;
  /** As the library has it; absent for a new one. */
  readonly stored: StoredRecord | undefined;
  /** As this item found it: an earlier item of the batch may have changed it already. */
  readonly before: StoredRecord | undefined;
  readonly changes: Values;
  /** Why the texts of the item could not be read, by field. */
  readonly unread: Problems;
  prepared: Prepared;
}

export interface BatchPlan {
  readonly shown: Shown;
  /** What is to be written when there are no problems. */
  readonly change: Required<Pick<Change, 'add' | 'update' | 'remove'>>;
  /** Why the whole is refused; absent when there is no problem. */
  readonly refusal?: { readonly code: ErrorCode; readonly index: number };
}

/**
 * Many changes planned over the library as it will be when all of them stand. Preview and run both go through here, so
 * that what was shown is what happens. Nothing is written.
 */
export function planBatch(library: Library, input: BatchInput): BatchPlan {
  return new BatchPlanner(library).plan(input);
}

class BatchPlanner {
  readonly #library: Library;
  readonly #ahead: Ahead;
  readonly #items: Item[] = [];
  readonly #written: Written[] = [];
  /** Item that last wrote a record, by `kind/id`. */
  readonly #last = new Map<string, number>();
  readonly #removed = new Map<string, { readonly kind: string; readonly id: string }>();
  /** Made when the first text is to be read. */
  #cells: CellContext | undefined;
  #refusal: { code: ErrorCode; index: number } | undefined;

  constructor(library: Library) {
    this.#library = library;
    this.#ahead = new Ahead(library);
  }

  plan(input: BatchInput): BatchPlan {
    for (const { kind, values = {}, texts = {} } of input.add ?? [])
      this.#write(requireKind(kind), crypto.randomUUID(), undefined, values, texts);
    for (const item of input.update ?? []) this.#update(item);
    for (const item of input.remove ?? []) this.#remove(item, input.withParts ?? false);
    this.#checkAgain();
    for (const written of this.#written) this.#show(written);
    this.#refuseUses();
    return {
      shown: { items: this.#items, counts: this.#counts() },
      change: this.#change(),
      ...(this.#refusal ? { refusal: this.#refusal } : {}),
    };
  }

  #update({ kind: kindId, id, rev, values = {}, texts = {} }: NonNullable<BatchInput['update']>[number]): void {
    const kind = requireKind(kindId);
    const before = this.#ahead.lookup(kind.id, id);
    const closed = appendOnlyProblem(kind);
    if (before && !closed && (rev === undefined || rev === this.#library.get(kind.id, id)?.rev)) {
      this.#write(kind, id, before, values, texts);
      return;
    }
    const index = this.#items.length;
    const title = before ? kind.title(before.values, this.#ahead.lookup) : '';
    this.#items.push({ action: 'update', kind: kind.id, id, title, cells: [], problems: [], warnings: [] });
    if (before && closed) this.#problem(index, '', closed, 'conflict');
    else if (before) this.#problem(index, '', '这条记录在您编辑期间已被改过，请刷新后再试', 'conflict');
    else this.#problem(index, '', `这条${kind.label}已不存在，可能已被删除，请刷新后再试`, 'notFound');
  }

  #write(kind: RecordKind, id: string, before: StoredRecord | undefined, values: Values, texts: Problems): void {
    const index = this.#items.length;
    const read = this.#read(kind, texts, { ...before?.values, ...values });
    const changes = { ...read.values, ...spokenValues(kind, values, this.#ahead) };
    // Twins are looked for when all records stand: two records may change places, two new ones must not be the same.
    const prepared = prepare({ kind, id, before, changes }, this.#ahead, { twins: false });
    const stored = this.#library.get(kind.id, id);
    this.#written.push({ index, kind, id, stored, before, changes, unread: read.problems, prepared });
    this.#last.set(`${kind.id}/${id}`, index);
    this.#items.push({ action: 'same', kind: kind.id, id, title: '', cells: [], problems: [], warnings: [] });
    if (before) this.#cells?.names.remove(before);
    const record = this.#ahead.put(kind.id, id, prepared.values);
    this.#cells?.names.add(record);
  }

  #read(kind: RecordKind, texts: Problems, current: Values): ReadTexts {
    if (Object.keys(texts).length === 0) return { values: {}, problems: {} };
    this.#cells ??= cellContext(this.#ahead);
    return readTexts(kind, texts, this.#cells, current);
  }

  /** A record checked before another that it points at was changed is checked once more. */
  #checkAgain(): void {
    for (const written of this.#written) {
      const { kind, id, before, changes, index } = written;
      const now = this.#ahead.lookup(kind.id, id);
      if (!now || this.#last.get(`${kind.id}/${id}`) !== index) continue;
      const stale = referencesOf(now).some(({ kind: to, id: at }) => (this.#last.get(`${to}/${at}`) ?? -1) > index);
      if (!stale) continue;
      written.prepared = prepare({ kind, id, before, changes }, this.#ahead, { twins: false });
      this.#ahead.put(kind.id, id, written.prepared.values);
    }
  }

  #show({ index, kind, id, before, unread, prepared }: Written): void {
    const { lookup } = this.#ahead;
    const item = this.#items[index];
    if (!item) return;
    item.title = kind.title(prepared.values, lookup);
    item.cells = cellsOf(kind, before?.values ?? {}, prepared.values, lookup);
    if (!before) item.action = 'add';
    else if (item.cells.length > 0 || Object.keys(unread).length > 0) item.action = 'update';
    const key = `${kind.id}/${id}`;
    const stands = this.#last.get(key) === index && !this.#removed.has(key);
    const twins = stands
      ? findTwins(kind, prepared.values, {
          id,
          lookup,
          all: this.#ahead.settled(kind.id),
          besides: (other) => (this.#last.get(`${kind.id}/${other.id}`) ?? -1) > index,
        })
      : { problems: {}, warnings: {} };
    // A field whose text could not be read is blank for the check: the first reason is the true one.
    const problems = { ...twins.problems, ...prepared.problems, ...unread };
    for (const [field, message] of Object.entries(problems)) this.#problem(index, field, message, 'invalid');
    for (const [field, message] of Object.entries({ ...twins.warnings, ...prepared.warnings }))
      item.warnings.push({ field, label: labelAt(kind, field), message });
  }

  #problem(index: number, field: string, message: string, code: ErrorCode): void {
    const item = this.#items[index];
    const kind = item && requireKind(item.kind);
    if (!kind) return;
    item.problems.push({ field, label: labelAt(kind, field), message });
    this.#refusal ??= { code, index };
  }

  #remove({ kind: kindId, id }: { kind: string; id: string }, withParts: boolean): void {
    const kind = requireKind(kindId);
    const { lookup } = this.#ahead;
    const index = this.#items.length;
    const record = lookup(kind.id, id);
    const title = record ? kind.title(record.values, lookup) : '';
    const again = this.#removed.has(`${kind.id}/${id}`);
    const action = again ? 'same' : 'remove';
    this.#items.push({ action, kind: kind.id, id, title, cells: [], problems: [], warnings: [] });
    if (again) return;
    const closed = appendOnlyProblem(kind);
    if (record && closed) {
      this.#problem(index, '', closed, 'conflict');
      return;
    }
    if (!record) {
      this.#problem(index, '', `这条${kind.label}已不存在，可能已被删除，请刷新后再试`, 'notFound');
      return;
    }
    const parts = withParts ? partsOf(this.#ahead.list, record) : [];
    for (const part of [...parts, record]) {
      this.#removed.set(`${part.kind}/${part.id}`, { kind: part.kind, id: part.id });
      this.#ahead.remove(part.kind, part.id);
    }
    const message = `连同 ${parts.length} 个部分一起删除`;
    if (parts.length > 0) this.#items[index]?.warnings.push({ field: '', label: '', message });
  }

  /** What is left must not point at what goes. */
  #refuseUses(): void {
    if (this.#removed.size === 0) return;
    // Named as they stand now: without what goes, an appointment would have no name.
    const now: Lookup = (kind, id) => this.#ahead.lookup(kind, id) ?? this.#library.get(kind, id);
    const uses = usesOfMany(new Set(this.#removed.keys()), this.#ahead.all(), now);
    this.#items.forEach((item, index) => {
      const found = item.action === 'remove' ? uses.get(`${item.kind}/${item.id}`) : undefined;
      if (found) this.#problem(index, '', sentenceOfUses(found), 'conflict');
    });
    // Parts have no item of their own.
    const shown = new Set(this.#items.map((item) => `${item.kind}/${item.id}`));
    const hidden = [...uses].find(([key]) => !shown.has(key));
    const first = this.#items.findIndex((item) => item.action === 'remove');
    if (hidden && first >= 0) this.#problem(first, '', `它的一个部分${sentenceOfUses(hidden[1])}`, 'conflict');
  }

  #counts(): Shown['counts'] {
    const by = (action: Item['action']) => this.#items.filter((item) => item.action === action).length;
    const cells = this.#items.flatMap((item) => item.cells);
    return {
      add: by('add'),
      update: by('update'),
      remove: this.#removed.size,
      same: by('same'),
      cells: cells.length,
      overwritten: cells.filter((cell) => cell.overwrites).length,
      problems: this.#items.reduce((total, item) => total + item.problems.length, 0),
    };
  }

  #change(): BatchPlan['change'] {
    const add = [];
    const update = [];
    for (const { index, kind, id, stored, prepared } of this.#written) {
      const key = `${kind.id}/${id}`;
      if (this.#last.get(key) !== index || this.#removed.has(key)) continue;
      const { values } = prepared;
      if (!stored) add.push({ kind: kind.id, id, values });
      else if (!sameContent(stored.values, values)) update.push({ kind: kind.id, id, values, rev: stored.rev });
    }
    return { add, update, remove: [...this.#removed.values()] };
  }
}

function sentenceOfUses(uses: readonly Use[]): string {
  const named = uses.slice(0, NAMED_USES).map((use) => use.label);
  const more = uses.length > NAMED_USES ? `等 ${uses.length} 处` : '';
  return `还被引用着：${named.join('；')}${more}`;
}

/** 出席情况·委员 for attendance.3.member */
function labelAt(kind: RecordKind, path: string): string {
  const [name = '', , inner] = path.split('.');
  const field = kind.fields[name];
  const cell = inner === undefined ? undefined : field?.row?.[inner];
  return [field?.label ?? name, cell?.label].filter(Boolean).join('·');
}

/** Every field that is stored otherwise afterwards, also those the program sets by itself. */
function cellsOf(kind: RecordKind, before: Values, after: Values, lookup: Lookup): Item['cells'] {
  const cells: Item['cells'] = [];
  for (const [name, field] of Object.entries(kind.fields)) {
    const old = before[name];
    const now = after[name];
    if (field.computed || sameContent(old, now)) continue;
    cells.push({
      field: name,
      label: field.label,
      before: displayValue(field, old, lookup),
      after: displayValue(field, now, lookup),
      overwrites: old !== undefined,
    });
  }
  return cells;
}
