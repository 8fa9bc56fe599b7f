import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, scratch } from './desktop.ts';
import { describeWholeJob } from './whole-job.ts';

const folder = scratch();
const unpacked = join(folder.path, 'release', 'linux-unpacked');
const program = join(unpacked, 'antou');
const rootFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

beforeAll(() => {
  const script = `const { packageFor } = await import(${JSON.stringify(`file://${resolve('resources/setup/package.mjs')}`)});
    console.log(await packageFor('linux', { output: ${JSON.stringify(join(folder.path, 'release'))} }));`;
  // Throws when the asar holds too much or too little, or a fuse reads back differently.
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { stdio: 'pipe', encoding: 'utf8' });
}, 240_000);
afterAll(() => folder.remove());

async function devToolsAddress(userData: string): Promise<string> {
  const file = join(userData, 'DevToolsActivePort');
  await expect
    .poll(() => existsSync(file) && readFileSync(file, 'utf8').includes('\n'), { timeout: 30_000 })
    .toBe(true);
  return `http://127.0.0.1:${readFileSync(file, 'utf8').split('\n')[0]}`;
}

describe('打出的包（原样）', () => {
  test('启动后显示首次使用的页面，没有一句警告', async () => {
    const userData = join(folder.path, 'user-cdp');
    mkdirSync(userData);
    const child = spawn(program, [...rootFlags, `--user-data-dir=${userData}`, '--remote-debugging-port=0'], {
      stdio: 'ignore',
    });
    const ended = new Promise((done) => child.on('exit', done));
    let browser: Browser | undefined;
    try {
      browser = await chromium.connectOverCDP(await devToolsAddress(userData));
      const [page] = browser.contexts()[0]?.pages() ?? [];
      if (!page) throw new Error('没有窗口');
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      await page.reload();
      for (const words of ['新建资料库', '打开已有资料库', '样例资料库']) {
        await expect.poll(() => page.getByText(words).count(), { timeout: 20_000 }).toBeGreaterThan(0);
      }
      expect(page.url()).toMatch(/^app:\/\/antou\//);
      expect(complaints).toEqual([]);
    } finally {
      await browser?.close();
      child.kill('SIGTERM');
      await ended;
    }
  });

  test('不能当 Node 用，不听 NODE_OPTIONS，不开调试口', async () => {
    const asNode = spawnSync(program, ['-e', 'console.log("成了 Node")'], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', DISPLAY: '' },
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(asNode.stdout).not.toContain('成了 Node');
    const marker = join(folder.path, 'preloaded');
    const planted = join(folder.path, 'planted.cjs');
    writeFileSync(planted, `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '');`);
    const userData = join(folder.path, 'user-inspect');
    const flags = ['--inspect=0', '--remote-debugging-port=0', `--user-data-dir=${userData}`];
    const child = spawn(program, [...rootFlags, ...flags], {
      env: { ...process.env, NODE_OPTIONS: `--require ${planted}` },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
    const ended = new Promise((done) => child.on('exit', done));
    const browser = await chromium.connectOverCDP(await devToolsAddress(userData));
    await expect.poll(() => browser.contexts()[0]?.pages()[0]?.url()).toMatch(/^app:/);
    await browser.close();
    child.kill('SIGTERM');
    await ended;
    expect(said).toContain('DevTools listening'); // the page's own port, asked for by this test
    expect(said).not.toContain('Debugger listening');
    expect(existsSync(marker)).toBe(false);
  });

  test('旁边放一个 resources/app 也不会被当成程序', async () => {
    const intruder = join(unpacked, 'resources', 'app');
    mkdirSync(intruder);
    const marker = join(folder.path, 'intruded');
    writeFileSync(join(intruder, 'package.json'), '{"main":"main.cjs"}');
    writeFileSync(join(intruder, 'main.cjs'), `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '');`);
    const userData = join(folder.path, 'user-intruder');
    mkdirSync(userData);
    const child = spawn(program, [...rootFlags, `--user-data-dir=${userData}`, '--remote-debugging-port=0'], {
      stdio: 'ignore',
    });
    const ended = new Promise((done) => child.on('exit', done));
    try {
      const browser = await chromium.connectOverCDP(await devToolsAddress(userData));
      await expect
        .poll(() => browser.contexts()[0]?.pages()[0]?.url(), { timeout: 20_000 })
        .toMatch(/^app:\/\/antou\//);
      await browser.close();
      expect(existsSync(marker)).toBe(false);
    } finally {
      child.kill('SIGTERM');
      await ended;
      rmSync(intruder, { recursive: true });
    }
  });

  test('页面没有开发工具', async () => {
    // The fuse that turns --inspect off also keeps Playwright out: a copy that differs in this one fuse is asked.
    const copy = await inspectable();
    const desktop = await launch({ userData: join(folder.path, 'user-tools'), executablePath: copy });
    try {
      const state = await desktop.app.evaluate(async ({ app, BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.openDevTools();
        await new Promise((done) => setTimeout(done, 500));
        return { packaged: app.isPackaged, open: contents?.isDevToolsOpened() };
      });
      expect(state).toEqual({ packaged: true, open: false });
    } finally {
      await desktop.close();
    }
  });
});

// Same reason, same copy.
describeWholeJob('打出的包：从新建资料库到出纪要', inspectable);

/** The same package with only the inspect fuse on, made once. */
async function inspectable(): Promise<string> {
  const copy = join(folder.path, 'inspectable');
  if (!existsSync(copy)) {
    cpSync(unpacked, copy, { recursive: true });
    copyFileSync(program, join(copy, 'antou'));
    await flipFuses(join(copy, 'antou'), {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
  }
  return join(copy, 'antou');
}
