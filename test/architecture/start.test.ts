import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

/** The starters as a user calls them, with stand-ins for Electron and the browser that only note their arguments. */
let folder: string;
const running: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'antou-start-'));
});
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await new Promise((done) => child.on('exit', done));
    }
  }
  rmSync(folder, { recursive: true, force: true });
});

function standIn(name: string, lines: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\nprintf '%s\\n' "$@" > "${join(folder, 'arguments')}"\n${lines}\n`);
  chmodSync(path, 0o755);
  return path;
}

function start(args: readonly string[], env: Record<string, string | undefined>) {
  const child = spawn(process.execPath, [resolve('resources/setup/start.mjs'), ...args], {
    cwd: folder,
    env: {
      ...process.env,
      XDG_CONFIG_HOME: join(folder, 'config'),
      DISPLAY: undefined,
      WAYLAND_DISPLAY: undefined,
      ...env,
    } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  const ended = new Promise<number | null>((done) => child.on('close', (code) => done(code)));
  return { child, said: () => said, ended };
}

const passed = () => readFileSync(join(folder, 'arguments'), 'utf8').trim().split('\n');

describe.skipIf(process.platform !== 'linux')('npm start（Windows 上另测）', () => {
  test('有 Electron 就用桌面窗口，参数传过去，退出码留着', async () => {
    standIn('electron/electron', 'exit 7');
    const run = start(['--某个参数'], { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'electron'), DISPLAY: ':99' });
    expect(await run.ended).toBe(7);
    expect(run.said()).toContain('用桌面窗口打开');
    expect(run.said().trim().split('\n')).toHaveLength(1);
    expect(passed()).toContain(resolve('.'));
    expect(passed()).toContain('--某个参数');
  });

  test('信号传给窗口里的程序', async () => {
    standIn('electron/electron', 'trap "exit 21" TERM\necho 起来了\nwhile :; do sleep 0.05; done');
    const run = start([], { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'electron'), DISPLAY: ':99' });
    await expect.poll(run.said, { timeout: 20_000 }).toContain('起来了');
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(21);
  });

  test('没有 Electron 就用浏览器窗口，并说明原因；窗口关了程序也结束', async () => {
    standIn('bin/chromium', 'exit 0');
    const run = start([], {
      ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'nowhere'),
      DISPLAY: ':99',
      PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
    });
    expect(await run.ended).toBe(0);
    expect(run.said()).toMatch(/用浏览器窗口打开（chromium），因为.*Electron/);
    expect(passed().some((word) => /^--app=http:\/\/127\.0\.0\.1:\d+\//.test(word))).toBe(true);
    expect(passed()).toContain(`--user-data-dir=${join(folder, 'config', 'antou', 'browser')}`);
  });

  test('Electron 起不来（缺系统库）时改用浏览器', async () => {
    standIn('electron/electron', 'exit 127');
    standIn('bin/chromium', 'exit 0');
    const run = start([], {
      ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'electron'),
      DISPLAY: ':99',
      PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
    });
    expect(await run.ended).toBe(0);
    expect(run.said()).toContain('因为Electron 在本机起不来');
  });

  test('没有显示器时印出地址，地址打得开页面，收到信号就结束', async () => {
    const run = start([], {});
    await expect.poll(run.said, { timeout: 20_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\//);
    expect(run.said()).toContain('本机没有显示器');
    const [address = ''] = /http:\/\/127\.0\.0\.1:\d+\/\S*?(?=（)/.exec(run.said()) ?? [];
    const first = await fetch(address, { redirect: 'manual' });
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await fetch(new URL('/', address), { headers: { cookie } });
    expect(await page.text()).toContain('<title>政协案头</title>');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(143);
  });
});

describe('antou 命令', () => {
  const antou = resolve('resources/setup/antou.mjs');

  test.skipIf(process.platform === 'win32')(
    '在别的文件夹里、经过符号链接也能用，已构建时不出一声（Windows 上另测）',
    () => {
      const link = join(folder, 'antou');
      symlinkSync(antou, link);
      const before = statSync('dist/electron/cli.js').mtimeMs;
      const output = execFileSync(process.execPath, [link, 'documents', '--json'], {
        cwd: folder,
        encoding: 'utf8',
        stdio: 'pipe',
      });
      expect(() => JSON.parse(output)).not.toThrow();
      expect(statSync('dist/electron/cli.js').mtimeMs).toBe(before);
    },
  );

  test('用法不对时退出码是 2，标准输出没有内容', () => {
    let failure: { status?: number; stdout?: string } = {};
    try {
      execFileSync(process.execPath, [antou, '没有这个命令'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      failure = error as typeof failure;
    }
    expect(failure.status).toBe(2);
    expect(failure.stdout).toBe('');
  });

  test('构建留下了第三方许可清单', () => {
    expect(existsSync('dist/THIRD-PARTY.txt')).toBe(true);
    const text = readFileSync('dist/THIRD-PARTY.txt', 'utf8');
    for (const name of ['react ', 'antd ', 'docx ', 'flexsearch ', 'lowdb ', 'mammoth ', 'zod '])
      expect(text).toContain(`\n${name}`);
    expect(text).not.toContain('未注明');
  });
});
