import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './install.mjs';

const DAY_MS = 24 * 3600 * 1000;
const packageFolder = join(root, 'node_modules', 'electron');
const failed = join(root, 'node_modules', '.antou-electron-failed');

const programIn = (folder) => {
  const names = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };
  const program = join(folder, names[process.platform] ?? 'electron');
  return existsSync(program) ? program : undefined;
};

/** Electron's path.txt is written last: without it the folder is a download that was broken off. */
const downloaded = () =>
  existsSync(join(packageFolder, 'path.txt')) ? programIn(join(packageFolder, 'dist')) : undefined;

/**
 * Path of an Electron that is already on this machine. Never requires the package `electron`: that would start its
 * download without a time limit.
 */
export function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return programIn(override);
  return downloaded();
}

/**
 * Electron, fetched with a time limit (ANTOU_ELECTRON_TIMEOUT, seconds, 60 by default; 0 never tries). A try that failed is
 * remembered for a day, so that a machine behind a wall does not wait at every start.
 * @returns {{program?: string, reason?: string}} `reason` in Chinese when there is none.
 */
export function obtainElectron({ retry = false } = {}) {
  const program = findElectron();
  if (program) return { program };
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return { reason: `ELECTRON_OVERRIDE_DIST_PATH 指的文件夹里没有 Electron（${override}）` };
  const seconds = Number(process.env.ANTOU_ELECTRON_TIMEOUT ?? 60);
  if (!(seconds > 0)) return { reason: '本机没有 Electron，按设置不下载' };
  if (!retry && existsSync(failed) && Date.now() - statSync(failed).mtimeMs < DAY_MS) {
    return {
      reason: `本机没有 Electron，上次下载未成（${readFileSync(failed, 'utf8')}；npm start -- --retry 可重试）`,
    };
  }
  say(`正在下载 Electron（最多等 ${seconds} 秒）……`);
  const run = spawnSync(process.execPath, [join(packageFolder, 'install.js')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
  });
  const found = run.status === 0 ? downloaded() : undefined;
  if (found) return { program: found };
  const why = run.error?.code === 'ETIMEDOUT' ? `${seconds} 秒内没有下完` : '连不上下载地址';
  writeFileSync(failed, why);
  return { reason: `本机没有 Electron，下载未成（${why}）` };
}
