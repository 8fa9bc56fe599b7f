import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import type { Disk, DiskFile } from '../../electron/library/disk.ts';

/** What lies behind a name. Names and bytes become durable separately. */
export interface Inode {
  readonly number: number;
  bytes: Buffer;
}

/** One thing the program asked of the disk. `name` operations touch a folder, the others a file's bytes. */
export type Operation =
  | { readonly type: 'write'; readonly inode: number; readonly position: number; readonly bytes: Buffer }
  | { readonly type: 'truncate'; readonly inode: number; readonly size: number }
  | { readonly type: 'sync'; readonly inode: number }
  | {
      readonly type: 'name';
      readonly folder: string;
      readonly path: string;
      readonly inode: number | 'folder' | 'none';
      readonly from?: string;
    }
  | { readonly type: 'syncFolder'; readonly folder: string }
  | { readonly type: 'mark'; readonly value: unknown };

export type Fault = (
  operation: string,
  path: string,
) => { readonly code: string; readonly partial?: number } | undefined;

function refuse(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}

/** A disk in memory that keeps a log of what was asked of it, and can be told to fail. Paths as Node joins them on POSIX. */
export class MemoryDisk implements Disk {
  readonly files = new Map<string, Inode>();
  readonly folders = new Set<string>(['/', '/disk']);
  readonly log: Operation[] = [];
  recording = false;
  fault: Fault = () => undefined;
  waited = 0;
  #last = 0;

  mark(value: unknown): void {
    if (this.recording) this.log.push({ type: 'mark', value });
  }

  #check(operation: string, path: string): { readonly partial?: number } | undefined {
    const fault = this.fault(operation, path);
    if (fault && fault.partial === undefined) throw refuse(fault.code, path);
    return fault;
  }

  #record(operation: Operation): void {
    if (this.recording) this.log.push(operation);
  }

  #name(path: string, inode: Inode | 'folder' | undefined, from?: string): void {
    const number = inode === undefined ? 'none' : inode === 'folder' ? 'folder' : inode.number;
    this.#record({ type: 'name', folder: dirname(path), path, inode: number, ...(from === undefined ? {} : { from }) });
  }

  #inode(path: string): Inode {
    const inode = this.files.get(path);
    if (!inode) throw refuse(this.folders.has(path) ? 'EISDIR' : 'ENOENT', path);
    return inode;
  }

  async open(path: string, mode: 'replace' | 'exclusive' | 'edit'): Promise<DiskFile> {
    this.#check('open', path);
    if (!this.folders.has(dirname(path))) throw refuse('ENOENT', path);
    let inode = this.files.get(path);
    if (inode && mode === 'exclusive') throw refuse('EEXIST', path);
    if (!inode && mode === 'edit') throw refuse('ENOENT', path);
    if (!inode) {
      this.#last += 1;
      inode = { number: this.#last, bytes: Buffer.alloc(0) };
      this.files.set(path, inode);
      this.#name(path, inode);
    } else if (mode === 'replace') {
      inode.bytes = Buffer.alloc(0);
      this.#record({ type: 'truncate', inode: inode.number, size: 0 });
    }
    return this.#handle(path, inode);
  }

  #handle(path: string, inode: Inode): DiskFile {
    const put = (bytes: Uint8Array, position: number) => {
      if (position + bytes.length <= inode.bytes.length) inode.bytes.set(bytes, position);
      else inode.bytes = overlaid(inode.bytes, bytes, position);
      this.#record({ type: 'write', inode: inode.number, position, bytes: Buffer.from(bytes) });
    };
    return {
      write: async (bytes, position) => {
        const fault = this.#check('write', path);
        if (!fault) return put(bytes, position);
        put(bytes.subarray(0, Math.floor(bytes.length * (fault.partial ?? 0))), position);
        throw refuse((fault as { code?: string }).code ?? 'EIO', path);
      },
      sync: async () => {
        this.#check('sync', path);
        this.#record({ type: 'sync', inode: inode.number });
      },
      truncate: async (size) => {
        this.#check('truncate', path);
        inode.bytes = resized(inode.bytes, size);
        this.#record({ type: 'truncate', inode: inode.number, size });
      },
      close: async () => undefined,
    };
  }

  async read(path: string): Promise<Buffer> {
    this.#check('read', path);
    return Buffer.from(this.#inode(path).bytes);
  }

  async list(folder: string) {
    if (this.files.has(folder)) throw refuse('ENOTDIR', folder);
    if (!this.folders.has(folder)) throw refuse('ENOENT', folder);
    const inside = (path: string) => path !== folder && dirname(path) === folder;
    const name = (path: string) => path.slice(folder.length + (folder === '/' ? 0 : 1));
    return [
      ...[...this.folders].filter(inside).map((path) => ({ name: name(path), folder: true })),
      ...[...this.files.keys()].filter(inside).map((path) => ({ name: name(path), folder: false })),
    ];
  }

  async size(path: string): Promise<number | undefined> {
    return this.files.get(path)?.bytes.length ?? (this.folders.has(path) ? 0 : undefined);
  }

  async makeFolder(path: string): Promise<void> {
    if (this.folders.has(path)) return;
    this.#check('makeFolder', path);
    await this.makeFolder(dirname(path));
    this.folders.add(path);
    this.#name(path, 'folder');
  }

  async rename(from: string, to: string): Promise<void> {
    this.#check('rename', to);
    if (this.folders.has(from)) {
      for (const path of [...this.folders])
        if (path === from || path.startsWith(`${from}/`)) this.#moveFolder(path, to + path.slice(from.length));
      for (const path of [...this.files.keys()])
        if (path.startsWith(`${from}/`)) this.#moveFile(path, to + path.slice(from.length));
    } else this.#moveFile(from, to);
  }

  #moveFolder(from: string, to: string): void {
    this.folders.delete(from);
    this.folders.add(to);
    this.#name(to, 'folder', from);
  }

  #moveFile(from: string, to: string): void {
    const inode = this.#inode(from);
    this.files.delete(from);
    this.files.set(to, inode);
    this.#name(to, inode, from);
  }

  async link(from: string, to: string): Promise<void> {
    this.#check('link', to);
    const inode = this.#inode(from);
    if (this.files.has(to)) throw refuse('EEXIST', to);
    this.files.set(to, inode);
    this.#name(to, inode);
  }

  async remove(path: string): Promise<void> {
    this.#check('remove', path);
    this.#inode(path);
    this.files.delete(path);
    this.#name(path, undefined);
  }

  async removeFolder(path: string): Promise<void> {
    for (const file of [...this.files.keys()]) if (file.startsWith(`${path}/`)) await this.remove(file);
    for (const folder of [...this.folders])
      if (folder === path || folder.startsWith(`${path}/`)) this.folders.delete(folder);
  }

  async syncFolder(path: string): Promise<void> {
    this.#check('syncFolder', path);
    this.#record({ type: 'syncFolder', folder: path });
  }

  stream(path: string): Readable {
    const inode = this.files.get(path);
    return inode
      ? Readable.from([inode.bytes])
      : new Readable({
          read() {
            this.destroy(refuse('ENOENT', path));
          },
        });
  }

  async wait(ms: number): Promise<void> {
    this.waited += ms;
  }

  /** The same files on another disk; changing one does not change the other. */
  copy(): MemoryDisk {
    const disk = new MemoryDisk();
    for (const folder of this.folders) disk.folders.add(folder);
    const copies = new Map<Inode, Inode>();
    for (const [path, inode] of this.files) {
      const copied = copies.get(inode) ?? { number: inode.number, bytes: Buffer.from(inode.bytes) };
      copies.set(inode, copied);
      disk.files.set(path, copied);
      disk.#last = Math.max(disk.#last, inode.number);
    }
    return disk;
  }
}

export function overlaid(old: Buffer, bytes: Uint8Array, position: number): Buffer {
  const size = Math.max(old.length, position + bytes.length);
  const joined = Buffer.alloc(size);
  old.copy(joined);
  joined.set(bytes, position);
  return joined;
}

export function resized(bytes: Buffer, size: number): Buffer {
  const changed = Buffer.alloc(size);
  bytes.copy(changed, 0, 0, Math.min(size, bytes.length));
  return changed;
}
