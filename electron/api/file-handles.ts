import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AntouError } from '../../shared/api/errors.ts';
import type { BinaryFile } from '../../shared/api/schemas.ts';
import type { SourceFile } from '../importing/types.ts';

export type FileRef = { handle: string } | { path: string };

const MOST_MADE = 4;

/**
 * The page never names a path: a file chosen in a dialog or uploaded gets a handle, and only handles cross the
 * contract. The command line, which runs with the rights of whoever typed it, may name paths.
 */
export class FileHandles {
  readonly #files = new Map<string, SourceFile & { path?: string }>();
  readonly #made = new Map<string, File>();
  readonly #mayUsePaths: boolean;

  constructor(mayUsePaths: boolean) {
    this.#mayUsePaths = mayUsePaths;
  }

  async addPath(path: string): Promise<{ handle: string; name: string; size: number }> {
    let size: number;
    try {
      const found = await stat(path);
      if (!found.isFile()) throw new AntouError('invalid', `“${path}”不是文件。请选择一个文件。`);
      size = found.size;
    } catch (error) {
      if (error instanceof AntouError) throw error;
      throw new AntouError('notFound', `找不到文件“${path}”。请看看它是否被移走或改了名。`, undefined, error);
    }
    const name = basename(path);
    const handle = randomUUID();
    this.#files.set(handle, { name, size, path, read: () => readFile(path) });
    return { handle, name, size };
  }

  addUpload(file: BinaryFile): { handle: string; name: string; size: number } {
    const handle = randomUUID();
    // Only the last part of a name counts, whatever the page sends.
    const name = basename(file.name.replaceAll('\\', '/')) || '未命名文件';
    this.#files.set(handle, { name, size: file.size, read: async () => new Uint8Array(await file.arrayBuffer()) });
    return { handle, name, size: file.size };
  }

  async file(ref: FileRef): Promise<SourceFile> {
    if ('path' in ref) {
      if (!this.#mayUsePaths) throw new AntouError('denied', '页面不能直接指定文件路径，请用“选择文件”。');
      return this.file(await this.addPath(ref.path));
    }
    const found = this.#files.get(ref.handle);
    if (!found) throw new AntouError('notFound', '这个文件已不在手边（程序可能重启过），请重新选择。');
    return found;
  }

  /** Keeps a file the office has made until the page fetches it. */
  addMade(file: File): string {
    // One that was never fetched (the page was closed) must not stay in memory for good.
    for (const oldest of this.#made.keys()) {
      if (this.#made.size < MOST_MADE) break;
      this.#made.delete(oldest);
    }
    const handle = randomUUID();
    this.#made.set(handle, file);
    return handle;
  }

  /** Gives a made file away, once: chosen and uploaded files cannot be had in this way. */
  takeMade(handle: string): File {
    const file = this.#made.get(handle);
    if (!file) throw new AntouError('notFound', '导出的文件已不在手边（可能已经取走），请再导出一次。');
    this.#made.delete(handle);
    return file;
  }

  path(handle: string): string {
    const found = this.#files.get(handle)?.path;
    if (!found) throw new AntouError('notFound', '找不到这个文件，请到导出时选的文件夹里查看。');
    return found;
  }
}
