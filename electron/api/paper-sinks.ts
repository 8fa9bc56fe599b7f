import { access, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Zip, ZipPassThrough } from 'fflate';
import { AntouError } from '../../shared/api/errors.ts';
import { type Disk, realDisk, TEMPORARY, writeDurably } from '../library/disk.ts';

/** Where the papers of a batch go, one at a time. */
export interface PaperSink {
  /**
   * @returns the name the paper got
   * @throws AntouError failed when only this paper could not be written
   * @throws SinkFull when no further one can be
   */
  put(name: string, bytes: Uint8Array): Promise<string>;
}

/** Nothing more can be written: the disk is full, the folder is gone. Carries the sentence for the clerk. */
export class SinkFull extends Error {}

const BUSY: ReadonlySet<string | undefined> = new Set(['EBUSY', 'EPERM', 'EACCES']);
const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

/** Windows tells names apart neither by case nor by the way an accent is written. */
const keyOf = (name: string): string => name.normalize('NFC').toLowerCase();

/**
 * The first of 甲.docx, 甲（2）.docx, 甲（3）.docx that is free.
 * @param isTaken asked of names this batch has not used itself
 */
async function freeName(
  wanted: string,
  used: Set<string>,
  isTaken: (name: string) => Promise<boolean>,
): Promise<string> {
  const dot = wanted.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [wanted.slice(0, dot), wanted.slice(dot)] : [wanted, ''];
  for (let copy = 1; ; copy += 1) {
    const name = copy === 1 ? wanted : `${stem}（${copy}）${ending}`;
    if (used.has(keyOf(name)) || (await isTaken(name))) continue;
    used.add(keyOf(name));
    return name;
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** A folder of the clerk's: every paper is there as a whole or not at all. */
export class FolderSink implements PaperSink {
  readonly #folder: string;
  readonly #replace: boolean;
  readonly #disk: Disk;
  readonly #used = new Set<string>();

  /** @param disk only tests bring their own */
  constructor(folder: string, replace: boolean, disk: Disk = realDisk) {
    this.#folder = folder;
    this.#replace = replace;
    this.#disk = disk;
  }

  async put(wanted: string, bytes: Uint8Array): Promise<string> {
    const taken = this.#replace ? async () => false : (name: string) => exists(join(this.#folder, name));
    const name = await freeName(wanted, this.#used, taken);
    const path = join(this.#folder, name);
    try {
      await writeDurably(this.#disk, path, bytes);
      return name;
    } catch (error) {
      await rm(path + TEMPORARY, { force: true }).catch(() => undefined);
      throw await this.#refusalFor(error, path);
    }
  }

  async #refusalFor(error: unknown, path: string): Promise<unknown> {
    const code = codeOf(error);
    if (code === 'ENOSPC') return new SinkFull('磁盘已满，后面的没有再写。已写好的都在；请清理后把剩下的再出一次。');
    if (code === 'EISDIR') return new AntouError('failed', '有一个同名的文件夹，没有写出。', undefined, error);
    if (!(await exists(dirname(path))))
      return new SinkFull('所选的文件夹不见了（可能拔了优盘或改了名），后面的没有再写。请重新选一个文件夹。');
    if (!BUSY.has(code)) return error;
    const busy = await exists(path);
    const reason = busy
      ? '文件正被 Word 或 WPS 打开，没有换掉，原文件没有动。请关闭它再出一次。'
      : '文件夹不许写入。请另选一个文件夹，例如“文档”或桌面。';
    return new AntouError('failed', reason, undefined, error);
  }
}

/** Larger than any batch of papers without pictures; a browser would hold it in memory twice. */
const MOST_BYTES = 256 * 1024 * 1024;

/** One .zip for the browser. A paper is packed already, so it is only put in, and let go at once. */
export class ZipSink implements PaperSink {
  readonly #used = new Set<string>();
  readonly #parts: Uint8Array[] = [];
  readonly #most: number;
  readonly #now: Date;
  #size = 0;
  #broken: Error | undefined;
  readonly #zip = new Zip((error, chunk) => {
    if (error) this.#broken = error;
    else this.#parts.push(chunk);
  });

  constructor(now: Date, most = MOST_BYTES) {
    this.#now = now;
    this.#most = most;
  }

  async put(wanted: string, bytes: Uint8Array): Promise<string> {
    if (this.#size + bytes.byteLength > this.#most)
      throw new SinkFull(
        `压缩包已有 ${Math.round(this.#size / 1024 / 1024)} 兆，后面的没有再放。请把剩下的另出一次，或在桌面版里出到文件夹。`,
      );
    const name = await freeName(wanted, this.#used, async () => false);
    const entry = new ZipPassThrough(name);
    entry.mtime = this.#now;
    this.#zip.add(entry);
    entry.push(bytes, true);
    if (this.#broken) throw this.#broken;
    this.#size += bytes.byteLength;
    return name;
  }

  finish(name: string): File {
    this.#zip.end();
    return new File(this.#parts as Uint8Array<ArrayBuffer>[], name, { type: 'application/zip' });
  }
}
