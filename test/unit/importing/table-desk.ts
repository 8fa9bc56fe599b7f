import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { afterEach, beforeEach } from 'vitest';
import { importTable, planTable, type TableImportPlan, type TableOptions } from '../../../electron/importing/index.ts';
import type { SourceFile } from '../../../electron/importing/types.ts';
import { createLibrary } from '../../../electron/library/index.ts';
import type { Library } from '../../../electron/library/types.ts';
import type { Values } from '../../../shared/records/record.ts';
import { source } from './samples.ts';

export let folder: string;
/** The library of the present test; a fresh one for each. */
export let library: Library;

/** Ids of the invented office. 林一 is the name of two members. */
export const OFFICE: readonly { readonly kind: string; readonly id: string; readonly values: Values }[] = [
  { kind: 'term', id: 't10', values: { number: 10, title: '政协示例区第十届委员会' } },
  { kind: 'session', id: 's3', values: { term: 't10', number: 3 } },
  { kind: 'sector', id: 'edu', values: { term: 't10', name: '教育界' } },
  { kind: 'sector', id: 'tech', values: { term: 't10', name: '科技界' } },
  { kind: 'subdistrictOffice', id: 'xin', values: { street: '新街', name: '新街街道政协工委' } },
  { kind: 'organisation', id: 'edb', values: { name: '示例区教育局', isHandling: true } },
  {
    kind: 'organisation',
    id: 'hb',
    values: { name: '示例区住房和城乡建设局', shortName: '区住建局', formerNames: ['示例区建设局'], isHandling: true },
  },
  { kind: 'person', id: 'p1', values: { name: '林一', org: '示例一中' } },
  { kind: 'person', id: 'p2', values: { name: '林一', org: '示例医院' } },
  { kind: 'person', id: 'p3', values: { name: '赵二', mobile: '13800000003' } },
  ...['p1', 'p2', 'p3'].map((person, index) => ({
    kind: 'member',
    id: `m${index + 1}`,
    values: {
      person,
      term: 't10',
      sector: index === 0 ? 'edu' : 'tech',
      status: '在任',
      scoreEnabled: true,
      isStanding: false,
    },
  })),
];

export function eachWithOffice(): void {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'antou-table-'));
    library = await createLibrary(join(folder, '库'), '表格试验');
    await library.commit({ label: '建库', who: '小王', add: OFFICE });
  });
  afterEach(async () => {
    await library.close();
    await rm(folder, { recursive: true, force: true });
  });
}

export type Cells = readonly (readonly (string | number | boolean | Date | null)[])[];

export const book = (rows: Cells, change?: (sheet: xlsx.WorkSheet, book: xlsx.WorkBook) => void): SourceFile => {
  const sheet = xlsx.utils.aoa_to_sheet(rows as unknown[][], { cellDates: true, UTC: true });
  const workbook = xlsx.utils.book_new(sheet, '台账');
  change?.(sheet, workbook);
  return source('台账.xlsx', new Uint8Array(xlsx.write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer));
};

const fileOf = (rows: Cells | SourceFile): SourceFile => ('read' in rows ? rows : book(rows));

export const plan = async (
  as: string,
  rows: Cells | SourceFile,
  options: TableOptions = {},
): Promise<TableImportPlan> => (await planTable(fileOf(rows), as, options, { library, who: '小王' })).shown;

export const run = (as: string, rows: Cells | SourceFile, options: TableOptions = {}, signal?: AbortSignal) =>
  importTable(fileOf(rows), as, options, { library, who: '小王', ...(signal ? { signal } : {}) });

/** Everything that stands in the library, settings included. */
export const state = (): string =>
  JSON.stringify([...library.all()].map(({ kind, id, values }) => [kind, id, sorted(values)]).sort());

const sorted = (values: Values): unknown => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));

export const values = (kind: string, index = 0): Values => library.list(kind)[index]?.values ?? {};
export const actions = (got: TableImportPlan): string[] => got.rows.map(({ action }) => action);
