import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { antou as run } from '../support/cli.ts';

let folder: string;
const antou = (...args: readonly string[]) => run(args, { machine: join(folder, 'machine'), cwd: folder });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'antou-figures-cli-'));
  const made = await antou('new', '库', '--sample');
  expect(made, made.stderr).toMatchObject({ code: 0 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('antou figures', () => {
  it('列出一年的数字和写法；任何一段；--json 给机器读', async () => {
    const year = await antou('figures', '库', '--year', '2024');
    expect(year.code, year.stderr).toBe(0);
    expect(year.stdout).toContain('【社情民意】');
    expect(year.stdout).toMatch(/SQ\.IN {2}收集信息 294 {2}写作“294条” {2}上年同期 0/u);
    expect(year.stdout).toContain('写作“50多次”');
    const half = await antou('figures', '库', '--from', '2024-01-01', '--to', '2024-06-30', '--json');
    const answer = JSON.parse(half.stdout) as {
      period: unknown;
      groups: { figures: { id: string; value: number }[] }[];
    };
    expect(answer.period).toEqual({ from: '2024-01-01', to: '2024-06-30' });
    const received = answer.groups.flatMap(({ figures }) => figures).find(({ id }) => id === 'SQ.IN')?.value ?? 0;
    expect(received).toBeGreaterThan(0);
    expect(received).toBeLessThan(294);
  });

  it('--evidence 列出每一条记录；--out 导出 Excel', async () => {
    const { stdout } = await antou('figures', '库', '--year', '2024', '--evidence', 'JD.PROJ', '--json');
    const answer = JSON.parse(stdout) as { figure: { value: number }; groups: { items: unknown[] }[] };
    expect([answer.figure.value, answer.groups.length]).toEqual([27, 27]);
    const told = await antou('figures', '库', '--year', '2024', '--evidence', 'SQ.SECR');
    expect(told.stdout.split('\n').filter((line) => line.startsWith('  2024-'))).toHaveLength(4);
    const made = await antou('figures', '库', '--year', '2024', '--out', '数字.xlsx');
    expect(made.code, made.stderr).toBe(0);
    expect(existsSync(join(folder, '数字.xlsx'))).toBe(true);
  });

  it('写错了用中文说，退出码 2 或 3', async () => {
    for (const [args, code] of [
      [['--from', '2024-01-01'], 2],
      [['--year', '24'], 2],
      [['--year', '2024', '--from', '2024-01-01', '--to', '2024-02-01'], 2],
      [['--from', '2024-02-01', '--to', '2024-01-01'], 3],
    ] as const) {
      const ran = await antou('figures', '库', ...args);
      expect(ran.code, args.join(' ')).toBe(code);
      expect(ran.stderr).toMatch(/[\u4e00-\u9fff]/u);
      expect(ran.stdout).toBe('');
    }
  });
});
