import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { antou as run } from '../support/cli.ts';

let folder: string;
const antou = (...args: readonly string[]) => run(args, { machine: join(folder, 'machine'), cwd: folder });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'antou-numbers-cli-'));
  const made = await antou('new', '库', '--sample');
  expect(made, made.stderr).toMatchObject({ code: 0 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('antou numbers', () => {
  it('看下一个号、取号、再看登记簿：号连着，漏号列得出', async () => {
    const next = await antou('numbers', 'next', '库', 'office', '--year', '2024');
    const n = Number(/^示政协办〔2024〕(\d+)号$/u.exec(next.stdout.trim())?.[1]);
    expect(n, next.stderr).toBeGreaterThan(0);
    const number = `示政协办〔2024〕${n}号`;
    const title = '关于召开会议的通知';
    const taken = await antou('numbers', 'take', '库', 'office', '--year', '2024', '--title', title, '--json');
    expect(JSON.parse(taken.stdout)).toMatchObject({ ok: true, number, n });
    const after = await antou('numbers', 'next', '库', 'office', '--year', '2024');
    expect(after.stdout.trim()).toBe(`示政协办〔2024〕${n + 1}号`);
    const register = await antou('numbers', 'register', '库', '--year', '2024');
    expect(register.stdout).toContain(`${number}  ${title}`);
    expect(register.stdout).toMatch(/主席会议纪要（minutes）.*漏号 \d+ 个/u);
    expect(register.stdout).toMatch(/漏号/u);
  });

  it('写错了用中文说，什么也没取', async () => {
    for (const args of [
      ['take', '库', 'office', '--title', '某件', '--number', '99'],
      ['take', '库', 'office', '--title', '某件', '--about', 'event'],
    ]) {
      const ran = await antou('numbers', ...args);
      expect(ran.code, args.join(' ')).not.toBe(0);
      expect(ran.stderr).toMatch(/[\u4e00-\u9fff]/u);
      expect(ran.stdout).toBe('');
    }
    const register = await antou('numbers', 'register', '库', '--series', 'office', '--json');
    const { rows } = JSON.parse(register.stdout) as { rows: { title: string }[] };
    expect(rows.filter(({ title }) => title === '某件')).toEqual([]);
  });
});
