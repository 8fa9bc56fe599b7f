import { readFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { AntouError } from '../../shared/api/errors.ts';
import { type Disk, errorCode, TEMPORARY, writeAndSync } from './disk.ts';

interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** When the process began, as the system counts it; tells a later process with the same number apart. */
  readonly began?: string;
}

/** A lock file that cannot be read is taken for one that is just being written, for so many attempts. */
const ATTEMPTS = 5;

/** Taken for as long as the library is open. */
export interface Lock {
  /** Removes the lock file if it is still ours. */
  release(): Promise<void>;
}

/**
 * One owner at a time. A lock left by a process of this computer that no longer runs is taken over; one of another
 * computer never is, because its process cannot be seen from here.
 * @throws AntouError locked
 */
export async function takeLock(disk: Disk, path: string, token: string, at: string): Promise<Lock> {
  const began = processStat(process.pid)?.began;
  const mine: Owner = { pid: process.pid, host: hostname(), token, at, ...(began ? { began } : {}) };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await place(disk, path, mine)) return { release: () => release(disk, path, token) };
    const owner = await readOwner(disk, path);
    if (owner === 'gone') continue;
    if (owner === 'unreadable' && attempt < ATTEMPTS - 2) {
      await disk.wait(100);
      continue;
    }
    if (owner !== 'unreadable' && isAlive(owner)) throw inUse(owner);
    await setStaleAside(disk, path, owner === 'unreadable' ? undefined : owner.token, token);
  }
  const owner = await readOwner(disk, path);
  throw inUse(typeof owner === 'string' ? undefined : owner);
}

/** The lock appears with its whole content at once: written aside, then linked to its name. */
async function place(disk: Disk, path: string, mine: Owner): Promise<boolean> {
  const text = Buffer.from(`${JSON.stringify(mine)}\n`);
  const aside = `${path}.${mine.token}${TEMPORARY}`;
  await writeAndSync(disk, aside, text);
  try {
    await disk.link(aside, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    return await placeWithoutLink(disk, path, text);
  } finally {
    await disk.remove(aside).catch(() => undefined);
  }
}

/** FAT and some shares have no links. */
async function placeWithoutLink(disk: Disk, path: string, text: Buffer): Promise<boolean> {
  try {
    const file = await disk.open(path, 'exclusive');
    try {
      await file.write(text, 0);
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function readOwner(disk: Disk, path: string): Promise<Owner | 'gone' | 'unreadable'> {
  try {
    const owner = JSON.parse((await disk.read(path)).toString()) as Partial<Owner> | null;
    const whole = typeof owner?.pid === 'number' && typeof owner.host === 'string' && typeof owner.token === 'string';
    return whole ? (owner as Owner) : 'unreadable';
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'gone' : 'unreadable';
  }
}

function isAlive(owner: Owner): boolean {
  if (owner.host !== hostname()) return true;
  const bootedAt = Date.now() - uptime() * 1000;
  // Two minutes: the clock may have been set after the start of the machine.
  if (Date.parse(owner.at) < bootedAt - 120_000) return false;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
  const found = processStat(owner.pid);
  // A killed process that its parent has not yet collected still has its number, but holds nothing any more.
  if (found && (found.state === 'Z' || found.state === 'X')) return false;
  return !owner.began || !found?.began || found.began === owner.began;
}

/** State and start time (clock ticks since boot) of a process (proc(5), stat, fields 3 and 22); undefined without /proc. */
function processStat(pid: number): { readonly state?: string; readonly began?: string } | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    const began = fields[19];
    return { ...(state ? { state } : {}), ...(began ? { began } : {}) };
  } catch {
    return undefined;
  }
}

/**
 * Moves a dead lock away under a name of our own. Of two processes that try, one moves it; should the other meanwhile
 * have placed a fresh lock and we moved that, it is put back.
 */
async function setStaleAside(disk: Disk, path: string, stale: string | undefined, token: string): Promise<void> {
  const aside = `${path}.stale-${token}${TEMPORARY}`;
  try {
    await disk.rename(path, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  const moved = await readOwner(disk, aside);
  const wanted = typeof moved === 'string' ? stale === undefined : moved.token === stale;
  if (!wanted) await disk.link(aside, path).catch(() => undefined);
  await disk.remove(aside).catch(() => undefined);
}

async function release(disk: Disk, path: string, token: string): Promise<void> {
  const owner = await readOwner(disk, path);
  if (typeof owner === 'object' && owner.token === token) await disk.remove(path).catch(() => undefined);
}

/** In the clock time of whoever reads it; a lock written by hand may carry no time at all. */
function openedAt({ at }: Owner): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return '';
  const minutes = String(time.getMinutes()).padStart(2, '0');
  return `，${time.getMonth() + 1}月${time.getDate()}日 ${time.getHours()}:${minutes} 打开`;
}

function inUse(owner: Owner | undefined): AntouError {
  const who = owner ? `（计算机 ${owner.host}，进程 ${owner.pid}${openedAt(owner)}）` : '';
  const elsewhere =
    owner && owner.host !== hostname()
      ? '如果那台计算机已经关机或断电，确认后删除资料库文件夹里的 lock 文件，再打开。'
      : '';
  return new AntouError(
    'locked',
    `资料库正在被另一个程序使用${who}，没有打开，内容没有改动。请先关闭那个程序。${elsewhere}`,
  );
}
