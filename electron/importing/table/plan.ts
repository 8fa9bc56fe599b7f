import type { z } from 'zod';
import { AntouError } from '../../../shared/api/errors.ts';
import type { tableImportPlan } from '../../../shared/api/schemas.ts';
import { kindOf, type StoredRecord, subtitleOf, titleOf } from '../../../shared/records/index.ts';
import { encodingOf } from '../documents/plan.ts';
import { type ImportContext, type Known, knownOf, pause, stopIfCancelled } from '../import-context.ts';
import { readSheets } from '../sheets/sheets.ts';
import type { ReadSheet, SourceFile } from '../types.ts';
import { cellContext } from './cell.ts';
import { type ChosenSheet, chooseSheet, idColumnOf } from './choose-sheet.ts';
import { optionsOf, wordsOf } from './column-words.ts';
import { type ImportField, importFields } from './fields.ts';
import type { LineReader, MappedColumn } from './line-reader.ts';
import { groupLines, isBlank, type Line, noRecord } from './lines.ts';
import { type ColumnMapping, type ImportAliases, settleMapping, suggestMapping } from './mapping.ts';
import { MemberPlanner } from './member-rows.ts';
import { aliasesFor, IMPORT_ALIASES, IMPORT_WORDS, type ImportWords, wordsByColumn } from './memory.ts';
import { pastOf } from './past.ts';
import { Pending } from './pending.ts';
import { type Decision, type RecordOptions, RecordPlanner } from './record-rows.ts';
import { type PlannedRow, skippedRow } from './row-draft.ts';
import { REVISION_HEADING } from './update-columns.ts';
import { UpdatePlanner } from './update-rows.ts';
import { plain } from './words.ts';

export type TableImportPlan = z.infer<typeof tableImportPlan>;

export interface TableOptions {
  readonly sheet?: string;
  /** Zero-based index of the (last) heading row. */
  readonly headingRow?: number;
  /** Column index → field key, or '' to leave the column out. */
  readonly mapping?: Readonly<Record<string, string>>;
  /** By column index: the word in the sheet → the value meant; '' leaves it blank. */
  readonly valueMapping?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Makes 界别, 专委会 … that are named in the sheet and not yet there. */
  readonly createMissing?: boolean;
  /** Term of rows that name none; the newest term of the library when absent. */
  readonly term?: string;
  /** Encoding of a CSV file. */
  readonly encoding?: string;
  readonly decisions?: Readonly<Record<string, Decision>>;
  readonly clearBlanks?: boolean;
}

export interface TablePlan {
  readonly as: string;
  readonly shown: TableImportPlan;
  readonly columns: readonly ColumnMapping[];
  readonly fields: readonly ImportField[];
  readonly pending: Pending;
}

const SAMPLES = 3;
const PREVIEW_ROWS = 20;
const PREVIEW_COLUMNS = 40;
/** Records planned between two looks at whether the clerk has pressed 取消. */
const BREATH = 100;

/**
 * What would happen with each row of a sheet as records of `as` (undefined: what the sheet itself says, else members).
 * Reads the file, writes nothing; the run does the same and then commits.
 * @throws AntouError invalid, notFound, cancelled
 */
export async function planTable(
  file: SourceFile,
  as: string | undefined,
  options: TableOptions,
  context: ImportContext,
): Promise<TablePlan> {
  stopIfCancelled(context.signal);
  context.progress?.({ done: 0, total: 1, label: `正在读取 ${file.name}` });
  const encoding = encodingOf(options.encoding);
  const sheets = await readSheets(file, encoding ? { encoding } : {});
  stopIfCancelled(context.signal);
  const known = knownOf(context.library);
  const kind = kindOf(as ?? kindOfIds(sheets, known));
  if (!kind) throw new AntouError('invalid', `没有“${as}”这种记录，没有导入。`, { as: '没有这种记录' });
  const fields = importFields(kind.id);
  const chosen = chooseSheet(sheets, options, fields);
  const remembered = aliasesFor(kind.id, fields, context.library.setting<ImportAliases>(IMPORT_ALIASES));
  const columns = settleMapping(suggestMapping(chosen.headings, fields, remembered), options.mapping, fields);
  const words = wordsByColumn(columns, context.library.setting<ImportWords>(IMPORT_WORDS), options.valueMapping);
  const pending = new Pending(known, () => crypto.randomUUID());
  const planning: Planning = { file, sheets, chosen, kindId: kind.id, fields, columns, known, options, pending, words };
  // Before anything is planned: what is made by the way must not stand among the words already known.
  const shownColumns = describeColumns(planning);
  const { rows, reader } = await planLines(planning, context);
  const shown = describe(planning, shownColumns, rows, reader);
  context.progress?.({ done: 1, total: 1, label: '核对完毕' });
  return { as: kind.id, shown, columns, fields, pending };
}

interface Planning {
  readonly file: SourceFile;
  readonly sheets: readonly ReadSheet[];
  readonly chosen: ChosenSheet;
  readonly kindId: string;
  readonly fields: readonly ImportField[];
  readonly columns: readonly ColumnMapping[];
  readonly known: Known;
  readonly options: TableOptions;
  readonly pending: Pending;
  readonly words: Readonly<Record<number, Readonly<Record<string, string>>>>;
}

/** The kind of the records a sheet for update carries the ids of; a roster when it carries none. */
function kindOfIds(sheets: readonly ReadSheet[], known: Known): string {
  for (const sheet of sheets) {
    const at = sheet.rows.slice(0, 20).findIndex((row) => idColumnOf(row) !== undefined);
    const column = idColumnOf(sheet.rows[at] ?? []);
    if (column === undefined) continue;
    for (const row of sheet.rows.slice(at + 1)) {
      const kind = known.kindOfId(row[column] ?? '');
      if (kind) return kind;
    }
  }
  return 'member';
}

/** Columns that fill a field. Hidden ids are no field. */
function mappedColumns({ columns, fields }: Planning): MappedColumn[] {
  return columns.flatMap(({ index, field }) => {
    const found = fields.find(({ key }) => key === field);
    return found ? [{ index, field: found }] : [];
  });
}

async function planLines(
  planning: Planning,
  context: ImportContext,
): Promise<{ rows: PlannedRow[]; reader?: LineReader }> {
  const { chosen, kindId, fields, options, pending, known, words } = planning;
  const columns = mappedColumns(planning);
  const idColumn = idColumnOf(chosen.headings);
  const kind = kindOf(kindId);
  if (!kind || columns.length === 0 || (idColumn === undefined && lacking(planning).length > 0)) return { rows: [] };
  const rows: PlannedRow[] = [];
  const lines: Line[] = [];
  chosen.sheet.rows.forEach((cells, index) => {
    if (index <= chosen.headingRow || isBlank(cells)) return;
    const skipped = noRecord(cells, chosen.headings, columns);
    if (skipped === undefined) lines.push({ row: index + 1, cells });
    else rows.push(skippedRow(index + 1, cells.find((cell) => /\p{L}/u.test(cell))?.slice(0, 20) ?? '', skipped));
  });
  const term = termOf(options, known);
  const ways: RecordOptions = {
    createMissing: options.createMissing === true,
    words,
    ...(term ? { term } : {}),
    ...(options.term ? { termChosen: true } : {}),
    ...(options.decisions ? { decisions: options.decisions } : {}),
  };
  const records = new RecordPlanner(kind, columns, fields, pending, ways);
  let plan: (group: readonly Line[]) => readonly PlannedRow[] = (group) => records.plan(group);
  let reader = records.reader;
  if (idColumn !== undefined) {
    const revision = chosen.headings.findIndex((heading) => plain(heading) === plain(REVISION_HEADING));
    const update = new UpdatePlanner(records, {
      idColumn,
      ...(revision < 0 ? {} : { revisionColumn: revision }),
      clearBlanks: options.clearBlanks === true,
      past: await pastOf(context.library, kindId, lines, idColumn, revision),
    });
    plan = (group) => group.flatMap((line) => update.plan(line));
  } else if (kindId === 'member') {
    const members = new MemberPlanner(columns, fields, pending, ways);
    reader = members.reader;
    plan = (group) => group.map((line) => members.plan(line));
  }
  const groups = idColumn === undefined ? groupLines(kindId, lines, columns) : lines.map((line) => [line]);
  for (const [index, group] of groups.entries()) {
    if (index % BREATH === 0) {
      await pause();
      stopIfCancelled(context.signal);
      context.progress?.({ done: index, total: groups.length, label: `正在核对第 ${index + 1} 条` });
    }
    rows.push(...plan(group));
  }
  stopIfCancelled(context.signal);
  return { rows: rows.sort((a, b) => a.row - b.row), reader };
}

/** Required fields no column fills and nothing else gives. */
function lacking({ kindId, fields, columns }: Planning): ImportField[] {
  if (kindId === 'member')
    return fields.filter(({ key }) => key === 'person.name' && !columns.some((one) => one.field === key));
  const filled = new Set(columns.map(({ field }) => field));
  const first = fields.find(({ required, field }) => required && field.type === 'text');
  return first && !filled.has(first.key) ? [first] : [];
}

function describeColumns({ chosen, columns, fields, known, options, words }: Planning): TableImportPlan['columns'] {
  const term = termOf(options, known);
  const context = cellContext(known, term ? { term } : {});
  const titles = (kind: string): string[] => distinctTitles(known.list(kind), known);
  const below = chosen.sheet.rows.slice(chosen.headingRow + 1);
  return columns.map((column) => {
    const field = fields.find(({ key }) => key === column.field);
    const own = words[column.index];
    const inColumn = { ...context, ...(own ? { words: own } : {}) };
    return {
      ...column,
      samples: samplesOf(below, column.index),
      words: field
        ? wordsOf(
            field,
            below.map((row) => row[column.index] ?? ''),
            inColumn,
            own,
          )
        : [],
      options: field ? optionsOf(field, context, titles) : [],
    };
  });
}

/** People of one name with what tells them apart in brackets, as a cell may name them. */
function distinctTitles(records: readonly StoredRecord[], known: Known): string[] {
  const titles = records.map((record) => titleOf(record, known.lookup));
  const counts = new Map<string, number>();
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1);
  return titles.map((title, index) => {
    const record = records[index];
    const subtitle = record && (counts.get(title) ?? 0) > 1 ? subtitleOf(record, known.lookup) : '';
    return subtitle ? `${title}（${subtitle}）` : title;
  });
}

function describe(
  planning: Planning,
  columns: TableImportPlan['columns'],
  rows: readonly PlannedRow[],
  reader: LineReader | undefined,
): TableImportPlan {
  const { chosen, kindId, fields, sheets, file } = planning;
  const counts = { add: 0, update: 0, skip: 0, refuse: 0 };
  for (const { action } of rows) counts[action]++;
  const preview = chosen.sheet.rows.slice(0, PREVIEW_ROWS);
  return {
    mode: 'table',
    as: kindId,
    forUpdate: idColumnOf(chosen.headings) !== undefined,
    file: file.name,
    sheets: sheets.map(({ name }) => name),
    sheet: chosen.sheet.name,
    headingRow: chosen.headingRow,
    preview: preview.map((row) => row.slice(0, PREVIEW_COLUMNS).map((cell) => cell.slice(0, 60))),
    columns,
    fields: fields.map(({ key, label, required }) => ({ field: key, label, required })),
    rows: rows.map((row) => ({
      ...row,
      cells: [...row.cells],
      candidates: [...row.candidates],
      problems: [...row.problems],
      remarks: [...row.remarks],
    })),
    missing: [...(reader?.missing ?? [])].map(([kind, names]) => ({
      kind,
      label: kindOf(kind)?.label ?? kind,
      names: [...names],
    })),
    counts,
    notes: notesOf(planning),
  };
}

/** The term asked for, otherwise the newest. @throws AntouError notFound */
function termOf(options: TableOptions, known: Known): string | undefined {
  if (options.term) {
    if (!known.lookup('term', options.term))
      throw new AntouError('notFound', '所选的届已不存在，没有导入。请重新选择。');
    return options.term;
  }
  const terms = [...known.list('term')].sort((a, b) => Number(b.values.number ?? 0) - Number(a.values.number ?? 0));
  return terms[0]?.id;
}

function samplesOf(rows: readonly (readonly string[])[], column: number): string[] {
  const samples: string[] = [];
  for (const row of rows) {
    const text = (row[column] ?? '').trim();
    if (text && !samples.includes(text)) samples.push(text.slice(0, 40));
    if (samples.length >= SAMPLES) break;
  }
  return samples;
}

function notesOf(planning: Planning): string[] {
  const { chosen, columns, kindId, known, options } = planning;
  const notes = [...chosen.sheet.notes];
  const kind = kindOf(kindId);
  if (idColumnOf(chosen.headings) !== undefined) {
    notes.push(
      `这是从本库导出供修改的表，按记录编号找到原来的记录，只改动过的格子才更新${options.clearBlanks ? '，空格清掉原有内容' : '；空格不改'}`,
    );
    return notes;
  }
  for (const { label } of lacking(planning)) notes.push(`还没有指定哪一列是${label}，请先对好列再核对`);
  if (columns.some(({ heading, field }) => !field && /身份证/.test(plain(heading))))
    notes.push('“身份证号”一列不取：资料库不收集身份证号');
  const term = kind?.fields.term;
  if (!(term?.target === 'term' && (term.required || term.expected))) return notes;
  const byColumn = columns.some(({ field }) => field === `${kindId}.term`);
  const id = termOf(options, known);
  const record = id ? known.lookup('term', id) : undefined;
  if (record && !options.term && !byColumn)
    notes.push(`表中没有“届”，按${kindOf('term')?.title(record.values, known.lookup) ?? '最近一届'}登记`);
  if (!record && !byColumn) notes.push('库中还没有届，请先在“届”里建立本届');
  return notes;
}
