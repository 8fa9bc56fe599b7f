/**
 * Import of 5,000 roster rows (persons and appointments, dry run and commit on the disk) against plainly reading the
 * same file into rows of text, one after the other in each round, so that the machine hits both alike.
 * Then 5,000 rows of proposals, and a second import of the roster, which finds every row again and writes nothing.
 * Usage: import-roster [rows] [rounds]; numbers are milliseconds unless said otherwise.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importTable, planTable, readSheets } from '../../electron/importing/index.ts';
import { addTable, toBytes, Workbook } from '../../electron/importing/sheets/workbook-writing.ts';
import type { SourceFile } from '../../electron/importing/types.ts';
import { createLibrary } from '../../electron/library/index.ts';
import { quantile, report } from './row.ts';

const AREA = '导入';
const ROWS = Number(process.argv[2] ?? 5000);
const ROUNDS = Number(process.argv[3] ?? 5);
/** Everything an import does besides reading may take this many times as long as the reading. */
const TARGET = 6;
const HEAD = '序号 姓名 性别 民族 出生年月 界别 专委会 所属街道 手机号码 单位及职务 政治面貌 任职日期'.split(' ');

async function file(head: readonly string[], rows: readonly (readonly string[])[]): Promise<SourceFile> {
  const book = new Workbook();
  const columns = head.map((heading) => ({ heading, width: 12 }));
  addTable(book, '表', columns, rows);
  const bytes = await toBytes(book);
  return { name: '表.xlsx', size: bytes.length, read: async () => bytes };
}

const cyclic = (words: string, index: number): string => words.split(' ').at(index % words.split(' ').length) ?? '';

const roster = (): string[][] =>
  Array.from({ length: ROWS }, (_, index) => [
    String(index + 1),
    `示例${index}`,
    cyclic('男 女', index),
    '汉族',
    `19${60 + (index % 40)}-0${1 + (index % 9)}`,
    cyclic('教育界 科技界 经济界', index),
    cyclic('提案委 经科委', index),
    cyclic('新街 老街', index),
    `138${String(index).padStart(8, '0')}`,
    `示例单位${index % 700}主任`,
    cyclic('中共党员 民盟 民建、中共 群众', index),
    '2022-01-15',
  ]);

const proposals = (): string[][] =>
  Array.from({ length: ROWS }, (_, index) => [
    `〔2024〕${index + 1}`,
    `关于第${index}件事的提案`,
    `示例${index}`,
    `示例单位${index % 60}`,
    '2024.3.20',
    cyclic('立案 办理中 已答复', index),
  ]);

async function timed<T>(work: () => Promise<T>): Promise<[ms: number, result: T]> {
  const began = performance.now();
  const result = await work();
  return [performance.now() - began, result];
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'antou-bench-import-'));
  const library = await createLibrary(join(folder, '库'), '测速');
  const context = { library, who: '甲' };
  await library.commit({
    label: '建届',
    who: '甲',
    add: [{ id: 't10', kind: 'term', values: { number: 10, title: '政协示例区第十届委员会' } }],
  });
  const people = await file(HEAD, roster());
  const [reading, planning, importing]: number[][] = [[], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    reading?.push((await timed(() => readSheets(people)))[0]);
    planning?.push((await timed(() => planTable(people, 'member', { createMissing: true }, context)))[0]);
    const [ms, result] = await timed(() => importTable(people, 'member', { createMissing: true }, context));
    if (result.refused > 0 || result.written < ROWS * 2) throw new Error(`只写入 ${result.written} 条`);
    importing?.push(ms);
    if (round < ROUNDS - 1) await library.undo('甲');
  }
  const [read, plan, run] = [reading, planning, importing].map((times) => quantile(times ?? [], 0.5));
  report({ area: AREA, name: `对照：照直读出 ${ROWS} 行 p50`, value: read ?? 0, unit: 'ms' });
  report({ area: AREA, name: `预演 ${ROWS} 行名册 p50`, value: plan ?? 0, unit: 'ms' });
  report({ area: AREA, name: `导入 ${ROWS} 行名册（落盘为止）p50`, value: run ?? 0, unit: 'ms' });
  report({ area: AREA, name: '导入与照直读出之比', value: (run ?? 0) / (read ?? 1), unit: '倍', target: TARGET });
  const [again, second] = await timed(() => importTable(people, 'member', {}, context));
  if (second.written > 0) throw new Error('重复导入多写了');
  report({ area: AREA, name: '同一份名册再导入（逐行认出，不写）', value: again, unit: 'ms' });
  const cases = await file(['提案号', '案由', '第一提案人', '承办单位', '交办日期', '状态'], proposals());
  const [ms, result] = await timed(() => importTable(cases, 'proposal', { createMissing: true }, context));
  if (result.refused > 0) throw new Error(`有 ${result.refused} 行没有导入`);
  report({ area: AREA, name: `导入 ${ROWS} 行提案（提案人、单位逐行认出）`, value: ms, unit: 'ms' });
  await library.close();
  await rm(folder, { recursive: true, force: true });
}

await main();
