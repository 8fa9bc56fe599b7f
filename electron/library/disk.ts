import { createReadStream, fdatasync, fdatasyncSync, writeSync } from 'node:fs';
import { link, mkdir, open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, resolve, toNamespacedPath } from 'node:path';
import type { Readable } from 'node:stream';

/**
 * The few file operations the library is built on. Fault tests put a shim in its place, so everything that touches
 * the disk goes through here. Errors are Node's own (`code` ENOSPC, EIO …); refusals for clerks are made above.
 */
export interface Disk {
  /** `replace` empties an existing file, `exclusive` fails with EEXIST, `edit` needs the file to be there. */
  open(path: string, mode: 'replace' | 'exclusive' | 'edit'): Promise<DiskFile>;
  read(path: string): Promise<Buffer>;
  /** Not sorted. @throws ENOENT */
  list(folder: string): Promise<readonly DiskEntry[]>;
  /** Bytes; undefined when there is no such file or folder. */
  size(path: string): Promise<number | undefined>;
  /** With its parents. */
  makeFolder(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Hard link; EEXIST when `to` is there. Not every file system can. */
  link(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  removeFolder(path: string): Promise<void>;
  /** Makes names in the folder durable. Windows needs and offers nothing of the kind. */
  syncFolder(path: string): Promise<void>;
  stream(path: string): Readable;
  /** Milliseconds. Waiting between retries is part of the disk so that tests need not wait. */
  wait(ms: number): Promise<void>;
}

export interface DiskEntry {
  readonly name: string;
  readonly folder: boolean;
}

export interface DiskFile {
  /** Writes all bytes at `position`. A short write is an error, never a success. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  /**
   * Data and length are on the medium when it resolves (fdatasync). `small`: few bytes were written, and somebody is
   * waiting for just this.
   */
  sync(small?: boolean): Promise<void>;
  truncate(size: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * Bytes that are handed to the system without leaving the thread: a copy into its memory takes microseconds, the way
 * to another thread and back takes longer. Waiting for the medium (sync) is always done elsewhere.
 */
const AT_ONCE = 64 * 1024;

/** A sync that takes longer than this many milliseconds is not waited for on the spot again until syncs are quicker. */
const QUICK = 15;

/**
 * On a quick disk the way to another thread and back costs more than the sync itself (0.1 of 0.3 ms, and several times
 * that on a busy machine), so small syncs are waited for on the spot. One that turns out slow sends the next ones to
 * another thread, where they keep nobody else waiting and where many changes gather for one sync.
 */
class Pace {
  #last = 0;

  isQuick(): boolean {
    return this.#last < QUICK;
  }

  took(ms: number): void {
    this.#last = ms;
  }

  time(work: () => void): void {
    const begin = performance.now();
    try {
      work();
    } finally {
      this.took(performance.now() - begin);
    }
  }
}

const FLAGS = { replace: 'w', exclusive: 'wx', edit: 'r+' } as const;

/** Paths of more than 260 characters need the \\?\ form on Windows; elsewhere this changes nothing. */
const native = (path: string): string => toNamespacedPath(resolve(path));

/** The machine's own disk. */
export const realDisk: Disk = {
  async open(path, mode) {
    const handle = await open(native(path), FLAGS[mode]);
    const pace = new Pace();
    return {
      async write(bytes, position) {
        let done = bytes.length <= AT_ONCE ? writeSync(handle.fd, bytes, 0, bytes.length, position) : 0;
        while (done < bytes.length) {
          const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
          if (bytesWritten === 0) throw Object.assign(new Error('nothing written'), { code: 'EIO' });
          done += bytesWritten;
        }
      },
      async sync(small = false) {
        if (small && pace.isQuick()) return pace.time(() => fdatasyncSync(handle.fd));
        const begin = performance.now();
        await new Promise<void>((done, fail) => fdatasync(handle.fd, (error) => (error ? fail(error) : done())));
        if (small) pace.took(performance.now() - begin);
      },
      truncate: (size) => handle.truncate(size),
      close: () => handle.close(),
    };
  },
  read: (path) => readFile(native(path)),
  async list(folder) {
    const entries = await readdir(native(folder), { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, folder: entry.isDirectory() }));
  },
  async size(path) {
    try {
      return (await stat(native(path))).size;
    } catch (error) {
      if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined;
      throw error;
    }
  },
  async makeFolder(path) {
    await mkdir(native(path), { recursive: true });
  },
  rename: (from, to) => rename(native(from), native(to)),
  link: (from, to) => link(native(from), native(to)),
  remove: (path) => unlink(native(path)),
  removeFolder: (path) => rm(native(path), { recursive: true, force: true }),
  async syncFolder(path) {
    if (process.platform === 'win32') return;
    const handle = await open(native(path), 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  stream: (path) => createReadStream(native(path)),
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
};

export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** Virus scanners and indexers hold a fresh file for a moment; Windows then refuses to rename it. */
const BUSY = new Set(['EPERM', 'EACCES', 'EBUSY']);
/** Growing waits between attempts, in milliseconds: about five seconds in all. */
const WAITS = [10, 20, 40, 80, 150, 300, 500, 800, 1300, 1800];

export async function renamePatiently(disk: Disk, from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await disk.rename(from, to);
    } catch (error) {
      const wait = WAITS[attempt];
      if (wait === undefined || !BUSY.has(errorCode(error))) throw error;
      await disk.wait(wait);
    }
  }
}

/** Temporary files carry this ending; those of a crashed run are swept when the library is opened. */
export const TEMPORARY = '.tmp';

/** Writes a file so that after a power cut either all of it is there under `path`, or what was there before. */
export async function writeDurably(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const temporary = path + TEMPORARY;
  await writeAndSync(disk, temporary, bytes);
  await renamePatiently(disk, temporary, path);
  await disk.syncFolder(dirname(path));
}

/** Writes and syncs the bytes of a new file. What was half written is removed again, to give its space back. */
export async function writeAndSync(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const file = await disk.open(path, 'replace');
  try {
    await file.write(bytes, 0);
    await file.sync();
  } catch (error) {
    await file.close().catch(() => undefined);
    await disk.remove(path).catch(() => undefined);
    throw error;
  }
  await file.close();
}

/** Entries of a folder in order of name; a missing folder is an empty one. */
export async function listFolder(disk: Disk, folder: string): Promise<DiskEntry[]> {
  try {
    const entries = [...(await disk.list(folder))];
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
