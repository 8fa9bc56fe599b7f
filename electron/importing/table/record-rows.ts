import { kindOf, measured } from '../../../shared/records/index.ts';
import { appendOnlyProblem, type RecordKind } from '../../../shared/records/kind.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import { stateProblem } from '../../../shared/workflow/state-change.ts';
import type { ImportField } from './fields.ts';
import { type LineOptions, LineReader, type LineValues, type MappedColumn } from './line-reader.ts';
import type { Line } from './lines.ts';
import type { Pending, Twin } from './pending.ts';
import { changedCells, keepUntouched, merged, mergeRows, sameContent } from './record-merge.ts';
import { candidateOf } from './references.ts';
import { type PlannedRow, RowDraft } from './row-draft.ts';

export type Decision = 'add' | 'skip' | { readonly update: string };

export interface RecordOptions extends LineOptions {
  /** Term of rows that name none. */
  readonly term?: string;
  /** The clerk has chosen the term: it goes into every record that can have one. */
  readonly termChosen?: boolean;
  /** By row number, for rows that look like records already there. */
  readonly decisions?: Readonly<Record<string, Decision>>;
}

/** What the lines of one record say, put together. */
interface Said {
  readonly values: Record<string, unknown>;
  readonly rows: Readonly<Record<string, readonly Values[]>>;
  /** For each row of a sub-table the line it stands in. */
  readonly from: Readonly<Record<string, readonly number[]>>;
}

/** Plans the records of a sheet one after the other over the library as it will be. */
export class RecordPlanner {
  readonly kind: RecordKind;
  readonly fields: readonly ImportField[];
  readonly pending: Pending;
  readonly options: RecordOptions;
  readonly reader: LineReader;

  constructor(
    kind: RecordKind,
    columns: readonly MappedColumn[],
    fields: readonly ImportField[],
    pending: Pending,
    options: RecordOptions,
  ) {
    this.kind = kind;
    this.fields = fields;
    this.pending = pending;
    this.options = options;
    this.reader = new LineReader(columns, pending, { ...options, dashIsBlank: true });
  }

  /** One planned row for each line; all of them go in, or none. */
  plan(lines: readonly Line[]): PlannedRow[] {
    const drafts = lines.map(({ row }) => new RowDraft(row, this.fields));
    const mark = this.pending.mark();
    const planned = this.#plan(lines, drafts);
    if (planned.some(({ action }) => action === 'refuse' || action === 'skip')) this.pending.rollback(mark);
    return planned;
  }

  #plan(lines: readonly Line[], drafts: readonly RowDraft[]): PlannedRow[] {
    const title = this.#titleOf(lines);
    const decision = this.#decisionFor(lines);
    if (decision === 'skip') return drafts.map((draft) => draft.done('skip', title, { remark: '按您的选择跳过' }));
    const chosen = typeof decision === 'object' ? decision.update : undefined;
    const { term } = this.options;
    const read = lines.map((line, index) =>
      this.reader.read(line.cells, drafts[index] ?? new RowDraft(line.row, []), {
        ...(term ? { term } : {}),
        ...(chosen ? { chosen } : {}),
      }),
    );
    const said = this.#together(read, drafts);
    if (drafts.some(({ failed }) => failed)) return this.#refused(drafts, title);
    const target = chosen === undefined ? undefined : this.pending.lookup(this.kind.id, chosen);
    if (target) return this.#update(target, said, drafts);
    return this.#add(said, drafts, title, decision === 'add');
  }

  #decisionFor(lines: readonly Line[]): Decision | undefined {
    const { decisions = {} } = this.options;
    return lines.map(({ row }) => decisions[String(row)]).find((one) => one !== undefined);
  }

  #titleOf(lines: readonly Line[]): string {
    const named = this.reader.columns.filter(({ field }) => field.column === undefined);
    const best =
      named.find(({ field }) => ['title', 'name'].includes(field.name)) ?? named.find(({ field }) => field.required);
    const [cells = []] = lines.map((line) => line.cells);
    const own = (best ? cells[best.index] : '')?.trim();
    return (
      own ||
      (cells
        .find((cell) => /\p{L}/u.test(cell))
        ?.trim()
        .slice(0, 30) ??
        `（无${this.kind.label}名称）`)
    );
  }

  /** The first line that says something counts; a later one that says otherwise is a problem of that line. */
  #together(read: readonly LineValues[], drafts: readonly RowDraft[]): Said {
    const values: Record<string, unknown> = {};
    const rows: Record<string, Values[]> = {};
    const from: Record<string, number[]> = {};
    read.forEach((line, index) => {
      for (const [name, value] of Object.entries(line.values[this.kind.id] ?? {})) {
        if (values[name] === undefined) values[name] = value;
        else if (!sameContent(values[name], value))
          drafts[index]?.problem(
            `${this.kind.id}.${name}`,
            `与第 ${drafts[0]?.row} 行是同一${this.kind.unit}，这一栏却写得不同`,
          );
      }
      for (const [name, own] of Object.entries(line.rows)) {
        for (const row of own) {
          rows[name] ??= [];
          from[name] ??= [];
          if (rows[name].some((other) => sameContent(other, row))) continue;
          rows[name].push(row);
          from[name].push(index);
        }
      }
    });
    return { values, rows, from };
  }

  #add(said: Said, drafts: readonly RowDraft[], title: string, sure: boolean): PlannedRow[] {
    const { pending, kind } = this;
    const values: Record<string, unknown> = { ...said.values, ...said.rows };
    const { process } = kind;
    if (process?.stateOf && values[process.field] === undefined) values[process.field] = process.stateOf(values);
    const { term } = kind.fields;
    if (
      values.term === undefined &&
      this.options.term &&
      term?.target === 'term' &&
      (term.required || term.expected || this.options.termChosen)
    )
      values.term = this.options.term;
    const checked = pending.check(kind.id, values);
    this.#tell(checked.problems, said, drafts, 0);
    const state = stateProblem(kind, undefined, checked.values, 'import');
    if (state) drafts[0]?.problem(`${kind.id}.${kind.process?.field}`, state);
    if (drafts.some(({ failed }) => failed)) return this.#refused(drafts, title);
    const id = pending.newId();
    const complete = pending.derived(kind.id, checked.values, id);
    const twins = pending.twinsOf(kind.id, complete);
    const settled = this.#settleTwins(twins, said, complete, drafts, title, sure);
    if (settled) return settled;
    drafts[0]?.warnings(checked.warnings, values);
    const made = pending.add(kind.id, checked.values, id);
    return this.#planned('add', kind.title(made.values, pending.lookup), drafts);
  }

  /** Rows that look like records already there are for the clerk to decide; what is there just so is left out. */
  #settleTwins(
    twins: readonly Twin[],
    said: Said,
    complete: Values,
    drafts: readonly RowDraft[],
    title: string,
    sure: boolean,
  ): PlannedRow[] | undefined {
    const { pending, kind } = this;
    const [first] = drafts;
    const blocking = twins.filter(({ unique }) => unique || !sure);
    const [twin] = blocking;
    if (!twin || !first) return undefined;
    const same = blocking.find(({ record }) => sameContent(this.#after(record, said), record.values));
    if (same) {
      const stored = pending.isStored(kind.id, same.record.id);
      const remark = stored ? '与库中相同，不需更新' : '与前面的行相同，不重复导入';
      return drafts.map((draft) => draft.done('skip', title, { remark, ...(stored ? { id: same.record.id } : {}) }));
    }
    const labels = twin.fields
      .filter((name) => complete[name] !== undefined)
      .map((name) => kind.fields[name]?.label ?? name);
    const stored = blocking.filter(({ record }) => pending.isStored(kind.id, record.id));
    const name = kind.title(twin.record.values, pending.lookup);
    const where = stored.length > 0 ? '库中已有' : '前面的行里已有';
    const ways = [stored.length > 0 ? '更新它' : '', twin.unique ? '' : `另建一${kind.unit}`, '跳过这一行'].filter(
      Boolean,
    );
    first.problem(
      `${kind.id}.${twin.fields.at(-1)}`,
      `${where}${kind.label}“${name}”，${labels.join('、')}相同；请选择${ways.join('、')}`,
    );
    first.candidates(
      stored.map(({ record, fields }) =>
        candidateOf(
          record,
          pending.names,
          `${fields.map((field) => kind.fields[field]?.label ?? field).join('、')}相同`,
        ),
      ),
    );
    return this.#refused(drafts, title);
  }

  /** The record as it would stand with what the sheet says. */
  #after(record: StoredRecord, said: Said): Values {
    const rows = Object.entries(said.rows).map(([name, own]) => [name, this.#rowsAfter(record.values, name, own)]);
    const changes: Values = { ...said.values, ...Object.fromEntries(rows) };
    const checked = this.pending.check(this.kind.id, merged(record.values, changes), record.id);
    const kept = keepUntouched(record.values, checked.values, changes);
    return this.pending.derived(this.kind.id, kept, record.id);
  }

  #rowsAfter(before: Values, name: string, rows: readonly Values[]): Values[] {
    const field = this.kind.fields[name];
    const existing = Array.isArray(before[name]) ? (before[name] as Values[]) : [];
    return field ? mergeRows(existing, rows, field) : [...rows];
  }

  #update(before: StoredRecord, said: Said, drafts: readonly RowDraft[]): PlannedRow[] {
    const rows = Object.fromEntries(
      Object.entries(said.rows).map(([name, own]) => [name, this.#rowsAfter(before.values, name, own)]),
    );
    return this.change(before, { ...said.values, ...rows }, drafts, said);
  }

  /** Puts a change of a record already there among the pending; `null` clears. */
  change(
    before: StoredRecord,
    changes: Values,
    drafts: readonly RowDraft[],
    said: Said = { values: {}, rows: {}, from: {} },
  ): PlannedRow[] {
    const { pending } = this;
    const kind = kindOf(before.kind) ?? this.kind;
    const title = kind.title(before.values, pending.lookup);
    const checked = pending.check(kind.id, merged(before.values, changes), before.id);
    this.#tell(checked.problems, said, drafts, 0);
    const after = pending.derived(kind.id, keepUntouched(before.values, checked.values, changes), before.id);
    const state = stateProblem(kind, before.values, after, 'import');
    if (state) drafts[0]?.problem(`${kind.id}.${kind.process?.field}`, state);
    const closed = sameContent(before.values, after) ? undefined : appendOnlyProblem(kind);
    if (closed) drafts[0]?.problem('', closed);
    for (const { record, fields, unique } of pending.twinsOf(kind.id, after, before.id)) {
      if (!unique) continue;
      const name = kind.title(record.values, pending.lookup);
      drafts[0]?.problem(`${kind.id}.${fields.at(-1)}`, `已经有一${measured(kind)}“${name}”与它相同`);
    }
    if (drafts.some(({ failed }) => failed)) return this.#refused(drafts, title, before.id);
    const cells = changedCells(kind.id, before.values, after, pending.lookup);
    if (cells.length === 0)
      return drafts.map((draft) => draft.done('skip', title, { remark: '与库中相同，不需更新', id: before.id }));
    drafts[0]?.warnings(checked.warnings, changes);
    pending.update(before, after);
    const [first, ...rest] = drafts;
    const done = kind.title(after, pending.lookup);
    return [
      ...(first ? [first.done('update', done, { id: before.id, cells })] : []),
      ...rest.map((draft) => draft.done('update', done, { id: before.id, remark: `并入第 ${first?.row} 行` })),
    ];
  }

  #planned(action: 'add', title: string, drafts: readonly RowDraft[]): PlannedRow[] {
    const [first, ...rest] = drafts;
    return [
      ...(first ? [first.done(action, title)] : []),
      ...rest.map((draft) =>
        draft.done(action, title, { remark: `与第 ${first?.row} 行是同一${this.kind.unit}，并入` }),
      ),
    ];
  }

  /** A record goes in whole or not at all: the good lines of a bad one say which line keeps them out. */
  #refused(drafts: readonly RowDraft[], title: string, id?: string): PlannedRow[] {
    const bad = drafts.find(({ failed }) => failed);
    return drafts.map((draft) => {
      if (!draft.failed)
        draft.problem('', `与第 ${bad?.row} 行是同一${this.kind.unit}，那一行有问题，整${this.kind.unit}没有导入`);
      return draft.refused(title, id);
    });
  }

  /** Problems of a sub-table stand with the line the row came from. */
  #tell(problems: Readonly<Record<string, string>>, said: Said, drafts: readonly RowDraft[], fallback: number): void {
    for (const [path, message] of Object.entries(problems)) {
      const [name = '', index] = path.split('.');
      const line = index === undefined ? undefined : said.from[name]?.[Number(index)];
      drafts[line ?? fallback]?.problems(this.kind.id, { [path]: message });
    }
  }
}
