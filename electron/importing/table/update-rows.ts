import { displayValue } from '../../../shared/records/index.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import type { MappedColumn } from './line-reader.ts';
import type { Line } from './lines.ts';
import { sameContent } from './record-merge.ts';
import type { RecordPlanner } from './record-rows.ts';
import { type PlannedRow, RowDraft } from './row-draft.ts';

export interface UpdateOptions {
  readonly idColumn: number;
  readonly revisionColumn?: number;
  /** A blank cell clears what stands there. */
  readonly clearBlanks: boolean;
  /** Values of a record at an earlier revision, `kind/id/rev`; undefined when that is no longer known. */
  readonly past: (kind: string, id: string, rev: number) => Values | undefined;
}

/** Longer texts do not fit a cell and were left out of it: a blank there says nothing. */
const MOST_CHARACTERS = 32_000;

/** Plans the rows of a sheet that was exported to be changed: only cells that differ from what was exported change. */
export class UpdatePlanner {
  readonly #records: RecordPlanner;
  readonly #options: UpdateOptions;
  readonly #seen = new Map<string, number>();

  constructor(records: RecordPlanner, options: UpdateOptions) {
    this.#records = records;
    this.#options = options;
  }

  plan(line: Line): PlannedRow[] {
    const id = (line.cells[this.#options.idColumn] ?? '').trim();
    // A line the clerk has added below carries no number: it is a new record.
    if (id === '') return this.#records.plan([line]);
    const { kind, pending, fields } = this.#records;
    const draft = new RowDraft(line.row, fields);
    const record = pending.lookup(kind.id, id);
    const title = record
      ? kind.title(record.values, pending.lookup)
      : (line.cells.find((cell, index) => index !== this.#options.idColumn && /\p{L}/u.test(cell)) ?? '').slice(0, 30);
    const earlier = this.#seen.get(id);
    if (!record)
      draft.problem(
        '',
        `库中没有编号为“${id.slice(0, 40)}”的${kind.label}，可能已被删除；要当作新的导入，请清空它的记录编号和版本`,
      );
    else if (earlier !== undefined) draft.problem('', `与第 ${earlier} 行是同一条记录，只能改一处`);
    if (!record || draft.failed) return [draft.refused(title)];
    if (this.#records.options.decisions?.[String(line.row)] === 'skip')
      return [draft.done('skip', title, { id, remark: '按您的选择跳过' })];
    this.#seen.set(id, line.row);
    const mark = pending.mark();
    const planned = this.#update(record, line, draft, title);
    if (planned.some(({ action }) => action === 'refuse' || action === 'skip')) pending.rollback(mark);
    return planned;
  }

  #update(record: StoredRecord, line: Line, draft: RowDraft, title: string): PlannedRow[] {
    const revisions = this.#revisionsOf(line);
    const parts = [record, ...this.#person(record)];
    const changes = parts.map((part, index) => this.#changesOf(part, revisions[index], line, draft));
    if (draft.failed) return [draft.refused(title, record.id)];
    const planned = parts.flatMap((part, index) => {
      const own = changes[index] ?? {};
      return Object.keys(own).length > 0 ? this.#records.change(part, own, [draft]) : [];
    });
    const refused = planned.find(({ action }) => action === 'refuse');
    if (refused) return [{ ...refused, id: record.id, title }];
    const cells = planned.flatMap((one) => one.cells);
    if (cells.length === 0) return [draft.done('skip', title, { id: record.id, remark: '没有改动' })];
    return [draft.done('update', title, { id: record.id, cells })];
  }

  /** An exported member list carries the person's columns as well. */
  #person(record: StoredRecord): StoredRecord[] {
    if (record.kind !== 'member') return [];
    const person = this.#records.pending.lookup('person', String(record.values.person));
    return person ? [person] : [];
  }

  /** 3, or 3+5: of the appointment and of its person. */
  #revisionsOf(line: Line): (number | undefined)[] {
    const { revisionColumn } = this.#options;
    const text = revisionColumn === undefined ? '' : (line.cells[revisionColumn] ?? '');
    return text.split('+').map((part) => (/^\d{1,9}$/u.test(part.trim()) ? Number(part) : undefined));
  }

  #changesOf(part: StoredRecord, rev: number | undefined, line: Line, draft: RowDraft): Values {
    const base = rev === undefined || rev === part.rev ? part.values : this.#options.past(part.kind, part.id, rev);
    const changes: Record<string, unknown> = {};
    for (const column of this.#records.reader.columns) {
      if (column.field.kind !== part.kind || column.field.column !== undefined || column.field.field.type === 'body')
        continue;
      const changed = this.#cell(column, line, part, base, draft);
      if (!changed) continue;
      const [name, value] = changed;
      const now = part.values[name];
      if (sameContent(value ?? undefined, now)) continue;
      if (base && sameContent(base[name], now)) changes[name] = value;
      else draft.problem(column.field.key, this.#conflict(column, part, value));
    }
    return changes;
  }

  #conflict({ field }: MappedColumn, part: StoredRecord, value: unknown): string {
    const { lookup } = this.#records.pending;
    const shown = (what: unknown): string => displayValue(field.field, what, lookup) || '（空）';
    const who = part.updatedBy ? `由 ${part.updatedBy} ` : '';
    return `导出之后这一栏已${who}改为“${shown(part.values[field.name])}”，表里写的是“${shown(value ?? undefined)}”，请在程序里核对后再改`;
  }

  /** Field and value where the cell no longer says what was exported. */
  #cell(
    column: MappedColumn,
    line: Line,
    part: StoredRecord,
    base: Values | undefined,
    draft: RowDraft,
  ): readonly [name: string, value: unknown] | undefined {
    const { pending } = this.#records;
    const { name, field, kind } = column.field;
    const text = (line.cells[column.index] ?? '').trim();
    const exported = displayValue(field, (base ?? part.values)[name], pending.lookup);
    if (normal(text) === normal(exported)) return undefined;
    if (text === '') {
      return this.#options.clearBlanks && exported.length < MOST_CHARACTERS ? [name, null] : undefined;
    }
    const term = part.values.term;
    const read = this.#records.reader.readOne(column, line.cells, draft, {
      before: { [kind]: part.values },
      ...(typeof term === 'string' ? { term } : {}),
    });
    if (Object.hasOwn(read, name) && sameContent(read[name], (base ?? part.values)[name])) return undefined;
    const [entry] = Object.entries(read);
    return entry;
  }
}

const normal = (text: string): string =>
  text
    .replace(/\r\n?/gu, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u200b\ufeff]/gu, '')
    .trim();
