import { basename, dirname, join, relative } from 'node:path';
import { type Disk, renamePatiently, writeAndSync } from './disk.ts';
import type { Layout } from './layout.ts';
import type { DamageReport } from './types.ts';

/** Finds, sets aside, says. The program never deletes what lies in damaged/. */
export class DamageLog {
  readonly reports: DamageReport[] = [];
  readonly #disk: Disk;
  readonly #layout: Layout;
  readonly #now: () => Date;
  readonly #write: boolean;

  /** Without `write` (a library that can only be read) nothing is set aside, only said. */
  constructor(disk: Disk, layout: Layout, now: () => Date, write: boolean) {
    this.#disk = disk;
    this.#layout = layout;
    this.#now = now;
    this.#write = write;
  }

  report(path: string, message: string, mended: boolean, more: Pick<DamageReport, 'setAside' | 'level'> = {}): void {
    const file = relative(this.#layout.root, path).replaceAll('\\', '/');
    if (this.reports.some((known) => known.file === file && known.message === message)) return;
    this.reports.push({ at: this.#now().toISOString(), file, message, mended, ...more });
  }

  /** Moves a damaged file to damaged/. Returns its new path inside the library. */
  async setAside(path: string): Promise<string | undefined> {
    return this.#aside(path, (to) => renamePatiently(this.#disk, path, to));
  }

  /** Puts a copy of bytes into damaged/, while the file stays where it is. */
  async copyAside(path: string, bytes: Uint8Array): Promise<string | undefined> {
    return this.#aside(path, (to) => writeAndSync(this.#disk, to, bytes));
  }

  async #aside(path: string, put: (to: string) => Promise<void>): Promise<string | undefined> {
    if (!this.#write) return undefined;
    await this.#disk.makeFolder(this.#layout.damaged);
    const stamp = this.#now().toISOString().replace(/[-:]/g, '').replace(/\..*/, '');
    for (let count = 1; ; count += 1) {
      const name = `${stamp}${count > 1 ? `-${count}` : ''}-${basename(path)}`;
      const to = join(this.#layout.damaged, name);
      if ((await this.#disk.size(to)) !== undefined) continue;
      await put(to);
      await this.#disk.syncFolder(this.#layout.damaged);
      await this.#disk.syncFolder(dirname(path));
      return `damaged/${name}`;
    }
  }
}
