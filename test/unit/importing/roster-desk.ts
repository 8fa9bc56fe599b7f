import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { afterEach, beforeEach } from 'vitest';
import { importTable, planTable, type TableImportPlan, type TableOptions } from '../../../electron/importing/index.ts';
import { createLibrary } from '../../../electron/library/index.ts';
import type { Library } from '../../../electron/library/types.ts';
import { source } from './samples.ts';

export let folder: string;
/** The library of the present test; a fresh one for each. */
export let library: Library;
export let term: string;

/** Gives every test of the file a library with a term, three 界别, a 专委会 and a 街道工委. */
export function eachWithLibrary(): void {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'antou-roster-'));
    library = await createLibrary(join(folder, '库'), '名册试验');
    term = crypto.randomUUID();
    const sectors = ['教育界', '科技界', '经济界'].map((name) => ({ kind: 'sector', values: { term, name } }));
    await library.commit({
      label: '建届',
      who: '小王',
      add: [
        { id: term, kind: 'term', values: { number: 10, title: '政协示例区第十届委员会' } },
        ...sectors,
        { kind: 'committee', values: { term, name: '提案委员会', shortName: '提案委' } },
        { kind: 'subdistrictOffice', values: { street: '新街街道', name: '新街街道政协工委' } },
      ],
    });
  });

  afterEach(async () => {
    await library.close();
    await rm(folder, { recursive: true, force: true });
  });
}

export const table = (rows: string[][], name = '名册.xlsx') => {
  const book = xlsx.utils.book_new(xlsx.utils.aoa_to_sheet(rows), '名册');
  return source(name, new Uint8Array(xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer));
};
export const HEAD = [
  '序号',
  '姓名',
  '性别',
  '出生年月',
  '界别',
  '专委会',
  '所属街道',
  '手机号码',
  '单位及职务',
  '政治面貌',
];
export const person = (name: string, birth = '', sector = '教育', mobile = '', org = '示例一中教师') => [
  '1',
  name,
  '女',
  birth,
  sector,
  '提案委',
  '新街',
  mobile,
  org,
  '民盟',
];

export const plan = async (rows: string[][], options: TableOptions = {}): Promise<TableImportPlan> =>
  (await planTable(table(rows), 'member', options, { library, who: '小王' })).shown;
export const run = (rows: string[][], options: TableOptions = {}) =>
  importTable(table(rows), 'member', options, { library, who: '小王' });
export const state = (): string =>
  JSON.stringify([...library.all()].map(({ kind, id, values }) => [kind, id, values]).sort());
