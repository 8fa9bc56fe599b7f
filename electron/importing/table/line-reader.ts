import type { Field } from '../../../shared/records/field.ts';
import { kindOf } from '../../../shared/records/index.ts';
import type { Values } from '../../../shared/records/record.ts';
import { type CellContext, type CellReading, namesIn, readCell } from './cell.ts';
import { isCreatable, valuesOfNew } from './creatable.ts';
import type { ImportField } from './fields.ts';
import type { Pending } from './pending.ts';
import type { RowDraft } from './row-draft.ts';
import { plain } from './words.ts';

export interface MappedColumn {
  readonly index: number;
  readonly field: ImportField;
}

export interface LineOptions {
  readonly createMissing: boolean;
  /** By column index: what the clerk meant by a word. */
  readonly words?: Readonly<Record<number, Readonly<Record<string, string>>>>;
  readonly dashIsBlank?: boolean;
}

/** What one line says, in stored form: values of the record by field, and the rows it gives to each sub-table. */
export interface LineValues {
  readonly values: Readonly<Record<string, Record<string, unknown>>>;
  readonly rows: Readonly<Record<string, readonly Values[]>>;
}

export interface LineAbout {
  /** Term within which names are meant, unless the line says another. */
  readonly term?: string;
  /** Record the clerk has chosen among namesakes. */
  readonly chosen?: string;
  /** What stood in the record before, by kind. */
  readonly before?: Readonly<Record<string, Values>>;
}

/** Reads the mapped cells of a line against the library as it will be, making what is missing when it may. */
export class LineReader {
  readonly columns: readonly MappedColumn[];
  readonly #pending: Pending;
  readonly #options: LineOptions;
  /** kind → names that are not in the library, in the order met. */
  readonly missing = new Map<string, Set<string>>();

  constructor(columns: readonly MappedColumn[], pending: Pending, options: LineOptions) {
    // The term first: names of 界别, 专委会 and 委员 are meant within it.
    this.columns = [...columns].sort((a, b) => Number(isTerm(b.field)) - Number(isTerm(a.field)));
    this.#pending = pending;
    this.#options = options;
  }

  read(cells: readonly string[], draft: RowDraft, about: LineAbout): LineValues {
    const values: Record<string, Record<string, unknown>> = {};
    const rows: Record<string, Values[]> = {};
    const drafts = new Map<string, Record<string, unknown>>();
    let term = about.term;
    for (const column of this.columns) {
      const text = (cells[column.index] ?? '').trim();
      if (!text) continue;
      const { field } = column;
      const context = this.#contextFor(column, cells, { ...about, ...(term ? { term } : {}) });
      if (field.column !== undefined) {
        this.#readColumn(column, text, context, draft, drafts, rows);
        continue;
      }
      const fields = kindOf(field.kind)?.fields ?? {};
      const read = this.#readInto(field.key, field.name, field.field, fields, text, context, draft);
      const own = values[field.kind] ?? {};
      values[field.kind] = own;
      for (const [name, value] of Object.entries(read)) if (own[name] === undefined) own[name] = value;
      if (isTerm(field) && typeof own.term === 'string') term = own.term;
    }
    for (const [name, row] of drafts) rows[name] = [...spread(row), ...(rows[name] ?? [])];
    shareUnits(rows, this.columns);
    return { values, rows };
  }

  /** Undefined when the cell is blank or bad. */
  readOne(column: MappedColumn, cells: readonly string[], draft: RowDraft, about: LineAbout): Values {
    const { field } = column;
    const text = (cells[column.index] ?? '').trim();
    const context = this.#contextFor(column, cells, about);
    return this.#readInto(field.key, field.name, field.field, kindOf(field.kind)?.fields ?? {}, text, context, draft);
  }

  #contextFor({ index, field }: MappedColumn, cells: readonly string[], about: LineAbout): CellContext {
    const words = this.#options.words?.[index];
    const before = field.column === undefined ? about.before?.[field.kind]?.[field.name] : undefined;
    return {
      names: this.#pending.names,
      enumerations: this.#pending.enumerations,
      createMissing: this.#options.createMissing,
      hints: cells.filter((cell, other) => other !== index && cell.length >= 2 && cell.length <= 30),
      ...(about.term ? { term: about.term } : {}),
      ...(about.chosen ? { chosen: about.chosen } : {}),
      ...(words ? { words } : {}),
      ...(before === undefined ? {} : { before }),
      ...(this.#options.dashIsBlank ? { dashIsBlank: true } : {}),
    };
  }

  /** A cell of a sub-table: it joins the line's row of it, or, where the heading says the role, makes rows of its own. */
  #readColumn(
    { field }: MappedColumn,
    text: string,
    context: CellContext,
    draft: RowDraft,
    drafts: Map<string, Record<string, unknown>>,
    rows: Record<string, Values[]>,
  ): void {
    const column = field.column ?? '';
    const fields = kindOf(field.kind)?.fields[field.name]?.row ?? {};
    const parts = isNaming(column, field.field) ? namesIn(field.field, text, context) : [text];
    const read = parts
      .map((part) => this.#readInto(field.key, column, field.field, fields, part, context, draft))
      .filter((one) => Object.keys(one).length > 0);
    if (field.fixed) {
      const said = { [field.fixed.column]: field.fixed.value };
      rows[field.name] = [...(rows[field.name] ?? []), ...read.map((one) => ({ ...one, ...said }))];
      return;
    }
    const row = drafts.get(field.name) ?? {};
    if (read.length > 1) row[SEVERAL] = read;
    else for (const [name, value] of Object.entries(read[0] ?? {})) row[name] ??= value;
    if (Object.keys(row).length > 0) drafts.set(field.name, row);
  }

  #readInto(
    key: string,
    name: string,
    field: Field,
    fields: Readonly<Record<string, Field>>,
    text: string,
    context: CellContext,
    draft: RowDraft,
  ): Record<string, unknown> {
    const reading = this.#reading(field, text, context, draft);
    for (const remark of reading.remarks) draft.remark(remark);
    if (reading.problem === undefined && !reading.missing) {
      return reading.value === undefined ? {} : { [name]: reading.value };
    }
    const { problem = '', missing } = reading;
    const candidates = 'candidates' in reading ? reading.candidates : undefined;
    const aside = candidates || missing ? undefined : wordsBeside(fields, name, field, text, context);
    if (aside) {
      draft.remark(
        `“${text}”在${kindOf(field.target ?? '')?.label ?? '库'}里没有，按文字登记到“${fields[aside.name]?.label}”`,
      );
      return { ...aside.values };
    }
    if (candidates) draft.candidates(candidates);
    draft.problem(key, problem);
    return {};
  }

  #reading(field: Field, text: string, context: CellContext, draft: RowDraft): CellReading {
    for (let turn = 0; turn < 50; turn++) {
      const reading = readCell(field, text, context);
      if (reading.missing) this.#miss(reading.missing.kind, reading.missing.name);
      if (!reading.missing || reading.problem !== undefined) return reading;
      const { kind, name } = reading.missing;
      const values = valuesOfNew(kind, name, context.term);
      const checked = this.#pending.check(kind, values);
      const [problem] = Object.values(checked.problems);
      const label = kindOf(kind)?.label ?? kind;
      if (problem) return { problem: `不能新建${label}“${name}”：${problem}`, remarks: [] };
      const made = this.#pending.add(kind, checked.values, this.#pending.newId());
      draft.remark(`新建${label}“${name}”`);
      if (this.#pending.names.find(kind, name).every(({ record }) => record.id !== made.id)) break;
    }
    return { problem: `“${text}”认不出来，请改正`, remarks: [] };
  }

  #miss(kind: string, name: string): void {
    if (!isCreatable(kind)) return;
    const names = this.missing.get(kind) ?? new Set();
    const same = [...names].some((one) => plain(one) === plain(name));
    this.missing.set(kind, same ? names : names.add(name));
  }
}

const isTerm = ({ name, column, field }: ImportField): boolean =>
  name === 'term' && column === undefined && field.target === 'term';

/** Columns whose cells hold several names, each a row of its own: 联名人 张三、李四. */
const isNaming = (column: string, field: Field): boolean =>
  field.type === 'reference' || (field.type === 'text' && field.format === 'name' && column === 'name');

const SEVERAL = '\u0000several';

/** A row whose name column holds several names is as many rows with the rest alike. */
function spread(row: Record<string, unknown>): Values[] {
  const { [SEVERAL]: several, ...rest } = row;
  if (!Array.isArray(several)) return [row];
  return (several as Values[]).map((one) => ({ ...rest, ...one }));
}

/** A line speaks of one unit: the columns of 答复 and 征询 on it belong to the 承办单位 named on it. */
function shareUnits(rows: Record<string, readonly Values[]>, columns: readonly MappedColumn[]): void {
  for (const [name, own] of Object.entries(rows)) {
    const [row] = own;
    if (own.length !== 1 || !row) continue;
    const kind = columns.find(({ field }) => field.name === name && field.column !== undefined)?.field.kind ?? '';
    const fields = kindOf(kind)?.fields[name]?.row ?? {};
    for (const [column, field] of Object.entries(fields)) {
      if (field.type !== 'reference' || row[column] !== undefined) continue;
      if (columns.some(({ field: other }) => other.name === name && other.column === column)) continue;
      const found = Object.entries(rows).flatMap(([other, [first, ...more]]) =>
        other !== name && more.length === 0 && kindOf(kind)?.fields[other]?.row?.[column]?.target === field.target
          ? (first?.[column] ?? [])
          : [],
      );
      if (new Set(found).size === 1) rows[name] = [{ ...row, [column]: found[0] }];
    }
  }
}

/** Where a name that is no record is written in words instead: 主持人（非委员）, 姓名（非委员）, 提出单位. */
function wordsBeside(
  fields: Readonly<Record<string, Field>>,
  name: string,
  field: Field,
  text: string,
  context: CellContext,
): { readonly name: string; readonly values: Values } | undefined {
  if (field.type !== 'reference' && field.type !== 'references') return undefined;
  const stem = name.replace(/s$/u, '');
  const beside = [
    `${name}Name`,
    `${name}Text`,
    `${name}Unit`,
    `${stem}Names`,
    `${stem}Name`,
    ...(name === 'member' ? ['name'] : []),
  ].find((other) => ['text', 'tags'].includes(fields[other]?.type ?? ''));
  if (!beside) return undefined;
  const known: string[] = [];
  const words: string[] = [];
  for (const part of field.type === 'references' ? namesIn(field, text, context) : [text]) {
    const read = readCell({ ...field, type: 'reference' }, part, context);
    if (read.problem === undefined && !read.missing && typeof read.value === 'string') known.push(read.value);
    else if (read.problem !== undefined && read.candidates) return undefined;
    else words.push(part);
  }
  const said = fields[beside]?.type === 'tags' ? words : words.join('、');
  return { name: beside, values: { [beside]: said, ...(known.length > 0 ? { [name]: known } : {}) } };
}
