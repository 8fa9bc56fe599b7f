import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '../../electron/cli.ts';

let folder: string;
let library: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'antou-sheets-cli-'));
  library = join(folder, '库');
  vi.stubEnv('ANTOU_USER_DATA', join(folder, 'machine'));
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await main(['new', library, '--sample'])).toBe(0);
}, 120_000);
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function rowsOf(name: string): Promise<unknown[][]> {
  const book = xlsx.read(await readFile(join(folder, name)));
  return xlsx.utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 });
}
const out = (name: string) => ['--out', join(folder, name)];

describe('命令行导出 Excel', () => {
  it('按名称筛选，条件写在题名下面，只有这一界别的', async () => {
    expect(
      await main([
        'export-sheet',
        library,
        '委员',
        '--filter',
        '界别=教育',
        '--columns',
        '姓名,界别',
        ...out('教育.xlsx'),
      ]),
    ).toBe(0);
    const rows = await rowsOf('教育.xlsx');
    expect(String(rows[1]?.[0])).toContain('界别含“教育”');
    expect(rows[2]).toEqual(['序号', '姓名', '界别']);
    expect(rows.length).toBeGreaterThan(4);
    expect(new Set(rows.slice(3).map((row) => row[2]))).toEqual(new Set(['教育']));
  });

  it('模板与供修改的表', async () => {
    expect(await main(['template', library, 'proposal', ...out('模板.xlsx')])).toBe(0);
    expect((await rowsOf('模板.xlsx'))[0]).toEqual(expect.arrayContaining(['案由（必填）', '主办单位', '会办单位']));
    expect(await main(['export-sheet', library, 'member', '--for-update', ...out('改.xlsx')])).toBe(0);
    expect((await rowsOf('改.xlsx'))[2]?.[0]).toBe('记录编号（请勿改动）');
  });

  it('写错种类、栏目、筛选退出码 2；存进资料库自己的文件夹被拒', async () => {
    expect(await main(['export-sheet', library, '没有这种', ...out('x.xlsx')])).toBe(2);
    expect(await main(['export-sheet', library, 'member', '--filter', '没有=1', ...out('x.xlsx')])).toBe(2);
    expect(await main(['export-sheet', library, 'member', '--filter', '界别', ...out('x.xlsx')])).toBe(2);
    expect(await main(['export-sheet', library, 'member', '--out', join(library, 'x.xlsx')])).toBe(3);
    await expect(readFile(join(library, 'x.xlsx'))).rejects.toThrow();
  });
});
