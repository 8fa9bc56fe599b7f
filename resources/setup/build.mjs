import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root, say } from './install.mjs';

const dist = join(root, 'dist');

/** What each part is made from; every part also depends on the lock file and on the build itself. */
const sources = {
  electron: ['electron', 'shared'],
  renderer: ['renderer', 'shared'],
  resources: ['resources'],
};
export const allParts = Object.keys(sources);

/** Names, times and sizes of all source files: a deleted file counts as a change too. */
function fingerprint(part) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const entry = statSync(path, { throwIfNoEntry: false });
    if (entry?.isDirectory()) {
      if (path === join(root, 'resources', 'setup')) return;
      for (const name of readdirSync(path).sort()) visit(join(path, name));
    } else if (entry) hash.update(`${relative(root, path)} ${entry.mtimeMs} ${entry.size}\n`);
  };
  for (const source of [...sources[part], 'package-lock.json', 'tsconfig.json', 'resources/setup/bundles.mjs']) {
    visit(join(root, source));
  }
  return hash.digest('hex');
}

const stampFile = (part) => join(dist, '.stamps', part);
const isFresh = (part, print) =>
  existsSync(join(dist, part)) && existsSync(stampFile(part)) && readFileSync(stampFile(part), 'utf8') === print;

/**
 * One build at a time in this folder. The lock names its process; one that has died is taken over, because a build
 * that was broken off must not block every later start.
 */
async function withLock(work) {
  mkdirSync(dist, { recursive: true });
  const lock = join(dist, '.lock');
  for (let waited = 0; ; waited += 200) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!isAlive(lock) || waited > 300_000) rmSync(lock, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function isAlive(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    if (!pid) return true; // just created, its number not yet written
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Puts the finished folder in the place of the old one, so that a half-made build is never started. */
function swap(part, next) {
  const old = join(dist, `.old-${part}-${process.pid}`);
  if (existsSync(join(dist, part))) renameSync(join(dist, part), old);
  renameSync(next, join(dist, part));
  rmSync(old, { recursive: true, force: true });
}

/**
 * Builds what is no longer fresh and says so on stderr; quiet and quick when there is nothing to do.
 * @param {{parts?: string[], force?: boolean}} [options] parts: electron, renderer, resources; default all.
 * @returns {Promise<string[]>} the parts that were built.
 */
export async function ensureBuilt({ parts = allParts, force = false } = {}) {
  const stale = () => parts.filter((part) => force || !isFresh(part, fingerprint(part)));
  if (stale().length === 0) return [];
  return withLock(async () => {
    const wanted = stale(); // another process may have built them while this one waited
    if (wanted.length === 0) return [];
    const { bundle, writeLicences } = await import('./bundles.mjs');
    for (const part of wanted) {
      const started = Date.now();
      const print = fingerprint(part); // taken before building: what changes meanwhile is built next time
      const next = join(dist, `.next-${part}-${process.pid}`);
      try {
        await bundle(part, next);
        swap(part, next);
      } finally {
        rmSync(next, { recursive: true, force: true });
      }
      mkdirSync(join(dist, '.stamps'), { recursive: true });
      writeFileSync(stampFile(part), print);
      say(`已构建 ${part}（${((Date.now() - started) / 1000).toFixed(1)} 秒）`);
    }
    writeLicences(dist);
    return wanted;
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const words = process.argv.slice(2);
  const chosen = words.filter((word) => !word.startsWith('-'));
  const unknown = chosen.filter((part) => !allParts.includes(part));
  if (unknown.length > 0) {
    say(`没有这个部分：${unknown.join('、')}。可用：${allParts.join('、')}。`);
    process.exit(2);
  }
  try {
    ensureInstalled();
    await ensureBuilt({ parts: chosen.length > 0 ? chosen : allParts, force: words.includes('--force') });
  } catch (error) {
    say(`构建失败：${error.message}`);
    process.exit(1);
  }
}
