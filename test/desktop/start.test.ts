import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { afterAll, expect, test } from 'vitest';
import { ensureElectron, scratch } from './desktop.ts';

const folder = scratch();
afterAll(() => folder.remove());

test('npm start 真的打开桌面窗口，收到结束信号时程序自己收尾', async () => {
  ensureElectron();
  const userData = join(folder.path, 'user');
  mkdirSync(userData);
  const flags = ['--remote-debugging-port=0', `--user-data-dir=${userData}`];
  const child = spawn(process.execPath, [resolve('resources/setup/start.mjs'), ...flags], {
    cwd: folder.path,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  const ended = new Promise<number | null>((done) => child.on('exit', (code) => done(code)));
  try {
    const file = join(userData, 'DevToolsActivePort');
    await expect
      .poll(() => existsSync(file) && readFileSync(file, 'utf8').includes('\n'), { timeout: 60_000 })
      .toBe(true);
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${readFileSync(file, 'utf8').split('\n')[0]}`);
    const page = browser.contexts()[0]?.pages()[0];
    await page?.getByRole('heading', { name: '政协案头' }).waitFor();
    expect(page?.url()).toMatch(/^app:\/\/antou\//);
    expect(said).toMatch(/^用桌面窗口打开/);
    await browser.close();
  } finally {
    child.kill('SIGTERM');
  }
  // Electron takes the signal as a wish to quit: the office closes the library, and the code is a clean one.
  expect(await ended).toBe(0);
}, 120_000);
