import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, whatever the working folder is and however the file was reached. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** All chatter of the set-up goes to stderr: stdout belongs to the program that is being set up. */
export const say = (line) => process.stderr.write(`${line}\n`);

const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules', '.antou-lock');

/** npm as a command that also works on Windows, where it is a .cmd that only a shell can start. */
export function npm(args, options = {}) {
  const run = spawnSync('npm', args, {
    cwd: root,
    shell: process.platform === 'win32',
    stdio: ['ignore', 2, 2],
    ...options,
  });
  return run.status ?? 1;
}

/**
 * Whether node_modules holds what the lock file names. The hash of the lock that was installed lies in a stamp; without
 * one (someone ran npm by hand) the versions npm noted down are compared, so that no needless `npm ci` takes the folder
 * away under a program that is running from it.
 */
export function isInstalled() {
  const lock = readFileSync(lockFile);
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return true;
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(lock.toString('utf8')).packages;
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.optional || entry.devOptional || entry.peer) continue;
    if (present[path]?.version !== entry.version) return false;
  }
  writeFileSync(stampFile, hash);
  return true;
}

/** Installs when node_modules is missing or no longer what the lock file says. Throws with a Chinese sentence. */
export function ensureInstalled() {
  if (isInstalled()) return false;
  say('正在安装依赖（npm ci），首次约需一两分钟……');
  // Electron's own download is not part of the installation: start.mjs tries it with a time limit.
  const status = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    env: { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
  });
  if (status !== 0)
    throw new Error('依赖没有装上（npm ci 失败，原因见上）。资料库未受影响；请检查网络或镜像设置后再试。');
  writeFileSync(stampFile, createHash('sha256').update(readFileSync(lockFile)).digest('hex'));
  return true;
}
