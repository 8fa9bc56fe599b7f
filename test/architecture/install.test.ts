import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

/** A project of its own with the real set-up script, and an npm that only notes that it was called. */
let project: string;
const called = () => existsSync(join(project, 'npm-called'));

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'antou-install-'));
  mkdirSync(join(project, 'resources', 'setup'), { recursive: true });
  copyFileSync('resources/setup/install.mjs', join(project, 'resources', 'setup', 'install.mjs'));
  mkdirSync(join(project, 'bin'));
  const npm = join(project, 'bin', 'npm');
  writeFileSync(npm, '#!/bin/sh\necho "$@" > npm-called\nmkdir -p node_modules\nexit $FAKE_NPM\n');
  chmodSync(npm, 0o755);
  lock('1.0.0');
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function lock(version: string): void {
  const packages = { '': {}, 'node_modules/zod': { version }, 'node_modules/win-only': { version, optional: true } };
  writeFileSync(join(project, 'package-lock.json'), JSON.stringify({ packages }));
}

function installed(version: string): void {
  mkdirSync(join(project, 'node_modules'), { recursive: true });
  const packages = { 'node_modules/zod': { version } };
  writeFileSync(join(project, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));
}

function ensure(env: Record<string, string> = {}) {
  const script = `const { ensureInstalled } = await import('./resources/setup/install.mjs'); ensureInstalled();`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, FAKE_NPM: '0', ...env, PATH: `${join(project, 'bin')}${delimiter}${process.env.PATH}` },
  });
}

test.skipIf(process.platform === 'win32')('没有 node_modules 就安装；装过的不再装（Windows 上另测）', () => {
  expect(ensure().status).toBe(0);
  expect(readFileSync(join(project, 'npm-called'), 'utf8')).toMatch(/^ci /);
  rmSync(join(project, 'npm-called'));
  const again = ensure();
  expect(again.status).toBe(0);
  expect(called()).toBe(false);
  expect(again.stdout + again.stderr).toBe('');
});

test.skipIf(process.platform === 'win32')('锁文件变了就重新安装（Windows 上另测）', () => {
  ensure();
  rmSync(join(project, 'npm-called'));
  lock('2.0.0');
  ensure();
  expect(called()).toBe(true);
});

test('手工装好的 node_modules 与锁文件一致时不动它，少了别的系统的包也算一致', () => {
  installed('1.0.0');
  expect(ensure().status).toBe(0);
  expect(called()).toBe(false);
});

test.skipIf(process.platform === 'win32')('手工装的版本不对就重新安装（Windows 上另测）', () => {
  installed('0.9.0');
  ensure();
  expect(called()).toBe(true);
});

test.skipIf(process.platform === 'win32')('安装失败时说清楚，标准输出上没有一个字（Windows 上另测）', () => {
  const run = ensure({ FAKE_NPM: '1' });
  expect(run.status).not.toBe(0);
  expect(run.stderr).toContain('依赖没有装上');
  expect(run.stdout).toBe('');
  // The next start tries again: a failed installation leaves no stamp.
  rmSync(join(project, 'npm-called'));
  ensure();
  expect(called()).toBe(true);
});
