import type { z } from 'zod';
import { AntouError } from '../../../shared/api/errors.ts';
import type { tableImportPlan } from '../../../shared/api/schemas.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { encodingOf } from '../documents/plan.ts';
import { type ImportContext, type Known, knownOf, stopIfCancelled } from '../import-context.ts';
import { readSheets } from '../sheets/sheets.ts';
import type { ReadSheet, SourceFile } from '../types.ts';
import { type ImportField, memberFields, plain } from './fields.ts';
import { detectHeading, headingsAt } from './heading.ts';
import { type ColumnMapping, IMPORT_ALIASES, type ImportAliases, settleMapping, suggestMapping } from './mapping.ts';
import { Pending } from './pending.ts';
import { type PlannedRow, RowPlanner } from './rows.ts';

export type RosterImportPlan = z.infer<typeof tableImportPlan>;

export interface RosterOptions {
  readonly sheet?: string;
  /** Zero-based index of the (last) heading row. */
  readonly headingRow?: number;
  /** Column index → field key, or '' to leave the column out. */
  readonly mapping?: Readonly<Record<string, string>>;
  /** Makes 界别, 专委会 and 街道政协工委 that are named in the sheet and not yet there. */
  readonly createMissing?: boolean;
  /** Term of rows that name none; the newest term of the library when absent. */
  readonly term?: string;
  /** Encoding of a CSV file. */
  readonly encoding?: string;
}

export interface RosterPlan {
  readonly shown: RosterImportPlan;
  readonly columns: readonly ColumnMapping[];
  readonly fields: readonly ImportField[];
  readonly pending: Pending;
}

const SAMPLES = 3;
/** Shown for choosing the heading row: it stands near the top. */
const PREVIEW_ROWS = 20;
const PREVIEW_COLUMNS = 40;

/** What would happen with each row. Reads the file, writes nothing; the run does the same and then commits. */
export async function planRoster(
  file: SourceFile,
  options: RosterOptions,
  context: ImportContext,
): Promise<RosterPlan> {
  stopIfCancelled(context.signal);
  context.progress?.({ done: 0, total: 1, label: `正在读取 ${file.name}` });
  const encoding = encodingOf(options.encoding);
  const sheets = await readSheets(file, encoding ? { encoding } : {});
  stopIfCancelled(context.signal);
  const plan = planRows(
    file.name,
    sheets,
    options,
    knownOf(context.library),
    context.library.setting<ImportAliases>(IMPORT_ALIASES),
    context,
  );
  context.progress?.({ done: 1, total: 1, label: '核对完毕' });
  return plan;
}

/** The same over sheets at hand: pure but for the ids of new records, which come from `newId`. */
function planRows(
  file: string,
  sheets: readonly ReadSheet[],
  options: RosterOptions,
  known: Known,
  remembered: ImportAliases = {},
  run: Pick<ImportContext, 'signal'> & { readonly newId?: () => string } = {},
): RosterPlan {
  const fields = memberFields();
  const { sheet, headingRow, headings } = chooseSheet(sheets, options, fields);
  const columns = settleMapping(suggestMapping(headings, fields, remembered), options.mapping, fields);
  const term = termOf(options, known);
  const pending = new Pending(known, run.newId ?? (() => crypto.randomUUID()));
  const planner = new RowPlanner(columns, fields, pending, {
    ...(term ? { term } : {}),
    createMissing: options.createMissing === true,
  });
  const rows: PlannedRow[] = [];
  if (columns.some(({ field }) => field === 'person.name')) {
    sheet.rows.forEach((cells, index) => {
      if (index <= headingRow) return;
      if (index % 200 === 0) stopIfCancelled(run.signal);
      const planned = planner.plan(cells, index + 1, headings);
      if (planned) rows.push(planned);
    });
  }
  const shown: RosterImportPlan = {
    mode: 'table',
    as: 'member',
    forUpdate: false,
    file,
    sheets: sheets.map(({ name }) => name),
    sheet: sheet.name,
    headingRow,
    preview: sheet.rows.slice(0, PREVIEW_ROWS).map((row) => row.slice(0, PREVIEW_COLUMNS)),
    columns: columns.map((column) => ({
      ...column,
      samples: samplesOf(sheet, headingRow, column.index),
      words: [],
      options: [],
    })),
    fields: fields.map(({ key, label, required }) => ({ field: key, label, required })),
    rows: rows.map((row) => ({
      ...row,
      cells: [],
      candidates: [],
      problems: [...row.problems],
      remarks: [...row.remarks],
    })),
    missing: [...planner.missing].map(([kind, names]) => ({
      kind,
      label: kindOf(kind)?.label ?? kind,
      names: [...names],
    })),
    counts: countsOf(rows),
    notes: notesOf(sheet, columns, term, known, options),
  };
  return { shown, columns, fields, pending };
}

interface Chosen {
  readonly sheet: ReadSheet;
  readonly headingRow: number;
  readonly headings: readonly string[];
}

/** The sheet the clerk named, otherwise the first with a heading. */
function chooseSheet(sheets: readonly ReadSheet[], options: RosterOptions, fields: readonly ImportField[]): Chosen {
  const named = options.sheet === undefined ? undefined : sheets.find(({ name }) => name === options.sheet);
  if (options.sheet !== undefined && !named) {
    throw new AntouError(
      'invalid',
      `文件里没有名为“${options.sheet}”的表，没有导入。可选：${sheets.map(({ name }) => name).join('、')}。`,
    );
  }
  for (const sheet of named ? [named] : sheets) {
    if (options.headingRow !== undefined && (named || sheets.length === 1 || sheet === sheets[0])) {
      const headingRow = Math.min(options.headingRow, Math.max(0, sheet.rows.length - 1));
      return { sheet, headingRow, headings: headingsAt(sheet.rows, headingRow, fields) };
    }
    const found = detectHeading(sheet.rows, fields);
    if (found) return { sheet, headingRow: found.row, headings: found.headings };
  }
  const sheet = named ?? sheets[0];
  if (!sheet) throw new AntouError('invalid', '表格里没有内容，没有导入。请确认选对了文件。');
  // Nothing was recognised: the first filled row is shown as the heading, and the clerk maps by hand.
  const headingRow = Math.max(
    0,
    sheet.rows.findIndex((row) => row.filter(Boolean).length >= 2),
  );
  return { sheet, headingRow, headings: headingsAt(sheet.rows, headingRow, fields) };
}

/** The term asked for, otherwise the newest. @throws AntouError notFound */
function termOf(options: RosterOptions, known: Known): string | undefined {
  if (options.term) {
    if (!known.lookup('term', options.term))
      throw new AntouError('notFound', '所选的届已不存在，没有导入。请重新选择。');
    return options.term;
  }
  const terms = [...known.list('term')].sort((a, b) => Number(b.values.number ?? 0) - Number(a.values.number ?? 0));
  return terms[0]?.id;
}

function samplesOf(sheet: ReadSheet, headingRow: number, column: number): string[] {
  const samples: string[] = [];
  for (const row of sheet.rows.slice(headingRow + 1)) {
    const text = (row[column] ?? '').trim();
    if (text && !samples.includes(text)) samples.push(text.slice(0, 40));
    if (samples.length >= SAMPLES) break;
  }
  return samples;
}

function countsOf(rows: readonly PlannedRow[]): RosterImportPlan['counts'] {
  const counts = { add: 0, update: 0, skip: 0, refuse: 0 };
  for (const { action } of rows) counts[action]++;
  return counts;
}

function notesOf(
  sheet: ReadSheet,
  columns: readonly ColumnMapping[],
  term: string | undefined,
  known: Known,
  options: RosterOptions,
): string[] {
  const notes = [...sheet.notes];
  if (!columns.some(({ field }) => field === 'person.name')) notes.push('还没有指定哪一列是姓名，请先对好列再核对');
  if (columns.some(({ heading, field }) => !field && /身份证/.test(plain(heading))))
    notes.push('“身份证号”一列不取：资料库不收集身份证号');
  const byColumn = columns.some(({ field }) => field === 'member.term');
  const record = term ? known.lookup('term', term) : undefined;
  if (record && !options.term && !byColumn)
    notes.push(`表中没有“届”，按${kindOf('term')?.title(record.values, known.lookup) ?? '最近一届'}登记`);
  if (!record && !byColumn) notes.push('库中还没有届，请先在“届”里建立本届');
  return notes;
}
