import { join } from 'node:path';
import type { Disk, DiskFile } from './disk.ts';
import { type ChangeEntry, encodeLine, linesOf, type SegmentEntry } from './journal-line.ts';
import { segmentName } from './journal-reading.ts';

export interface JournalEnd {
  /** Segments in order; the last one is written to. Empty for a new journal. */
  readonly segments: readonly { readonly name: string; readonly first: number }[];
  /** Bytes of the last segment. */
  readonly size: number;
  readonly seq: number;
  readonly hash: string;
}

/** A segment is closed when it has grown past this many bytes. */
const SEGMENT_SIZE = 8 * 1024 * 1024;
/**
 * Room that is filled with zeros ahead of the lines, in bytes: a sync that does not change the file's length costs the
 * file system no journal entry of its own. Only a session that keeps writing takes room; closing gives it back.
 */
const ROOM = 128 * 1024;
const ROOM_AFTER = 8;
/** Batches of no more than this many bytes are waited for on the spot while the disk is quick. */
const SMALL = 64 * 1024;
/** Milliseconds between two looks whether the file written to still lies under its name. */
const PLACE_CHECK = 500;

/**
 * The newest lines stay in memory up to this many bytes, so that undoing step after step does not read a whole segment
 * for each (1 s after an import of 50,000 rows). What is older, or larger, is read.
 */
const RECENT = 4 * 1024 * 1024;

/** Whose journal it is: the first line of every segment says so. */
export type JournalOwner = Omit<SegmentEntry, 'type' | 'first'>;

/**
 * The record of everything that was ever done in the library. Lines are only ever added.
 * One caller at a time appends; reading may go on meanwhile.
 */
export class Journal {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #owner: JournalOwner;
  readonly #segments: { name: string; first: number }[];
  #file: DiskFile | undefined;
  #size: number;
  #seq: number;
  #hash: string;
  /** Bytes beyond #size may lie in the file after a failed write; they go before anything else is written. */
  #dirty = false;
  /** Length of the last segment's file; behind #size there are only zeros. */
  #length: number;
  #appended = 0;
  #checkedAt = Number.NEGATIVE_INFINITY;
  /** By seq, oldest first. */
  readonly #recent = new Map<number, { readonly entry: ChangeEntry; readonly bytes: number }>();
  #recentBytes = 0;
  /** Of this session, by seq: the undo button shows a label, and the change itself may be 50,000 records long. */
  readonly #labels = new Map<number, string>();

  readonly #damaged: (path: string) => void;

  /** `damaged` is told of a segment in which a line could not be read while looking through the history. */
  constructor(disk: Disk, folder: string, owner: JournalOwner, end: JournalEnd, damaged: (path: string) => void) {
    this.#damaged = damaged;
    this.#disk = disk;
    this.#folder = folder;
    this.#owner = owner;
    this.#segments = [...end.segments];
    this.#size = end.size;
    this.#length = end.size;
    this.#seq = end.seq;
    this.#hash = end.hash;
  }

  get seq(): number {
    return this.#seq;
  }

  get hash(): string {
    return this.#hash;
  }

  /** The journal as it stands, for a backup: closed segments by name, the last one with its bytes. */
  async cut(): Promise<{ closed: readonly string[]; tail: { name: string; bytes: Uint8Array } | undefined }> {
    const tail = this.#segments.at(-1);
    if (!tail) return { closed: [], tail: undefined };
    const bytes = await this.#read(tail.name);
    return {
      closed: this.#segments.slice(0, -1).map(({ name }) => name),
      tail: { name: tail.name, bytes },
    };
  }

  get segments(): readonly { readonly name: string; readonly first: number }[] {
    return this.#segments;
  }

  /**
   * Puts the lines on the disk with one write and one sync. When it fails the file is cut back to the last good line,
   * so that the next save succeeds as soon as the disk allows it. Bytes needed are added to the error as `needed`.
   */
  async append(entries: readonly ChangeEntry[]): Promise<void> {
    const opening = this.#segments.length === 0 || this.#size >= SEGMENT_SIZE;
    const lines: string[] = [];
    let hash = this.#hash;
    const add = (line: { text: string; hash: string }) => {
      lines.push(line.text);
      hash = line.hash;
    };
    if (opening) add(encodeLine({ type: 'segment', first: this.#seq + 1, ...this.#owner }, hash));
    const sizes = entries.map((entry) => {
      const line = encodeLine(entry, hash);
      add(line);
      return line.text.length;
    });
    const bytes = Buffer.from(lines.join(''));
    try {
      await (opening ? this.#appendToNew(bytes) : this.#appendToTail(bytes));
    } catch (error) {
      throw Object.assign(error instanceof Error ? error : new Error(String(error)), { needed: bytes.length });
    }
    this.#hash = hash;
    this.#seq += entries.length;
    entries.forEach((entry, index) => {
      this.#remember(entry, sizes[index] ?? 0);
    });
  }

  #remember(entry: ChangeEntry, bytes: number): void {
    this.#labels.set(entry.transaction.seq, entry.transaction.label);
    if (bytes > RECENT) return;
    this.#recent.set(entry.transaction.seq, { entry, bytes });
    this.#recentBytes += bytes;
    for (const [seq, oldest] of this.#recent) {
      if (this.#recentBytes <= RECENT) return;
      this.#recent.delete(seq);
      this.#recentBytes -= oldest.bytes;
    }
  }

  async #appendToTail(bytes: Buffer): Promise<void> {
    const tail = this.#segments.at(-1);
    if (!tail) throw new Error('no segment');
    const path = join(this.#folder, tail.name);
    const file = await this.#openTail(path);
    const end = this.#size + bytes.length;
    try {
      if (end > this.#length) this.#length = await this.#makeRoom(file, end);
      await file.write(bytes, this.#size);
      await file.sync(bytes.length <= SMALL);
      await this.#checkPlace(path);
    } catch (error) {
      await this.#cutBack(file);
      throw error;
    }
    this.#size = end;
    this.#appended += 1;
  }

  /** Zeros from `end` on. Returns the file's new length; a disk too full for room may still hold the lines. */
  async #makeRoom(file: DiskFile, end: number): Promise<number> {
    if (this.#appended < ROOM_AFTER) return end;
    try {
      await file.write(Buffer.alloc(ROOM), end);
      return end + ROOM;
    } catch {
      await file.truncate(this.#size);
      return end;
    }
  }

  async #openTail(path: string): Promise<DiskFile> {
    if (!this.#file) {
      const size = await this.#disk.size(path);
      // Writing behind the end of a shorter file would leave a hole: somebody has put an older copy in its place.
      if (size === undefined || size < this.#size)
        throw Object.assign(new Error(`${path}: ${size} bytes`), { code: 'ENOENT' });
      this.#file = await this.#disk.open(path, 'edit');
      // Room that an earlier run did not give back, or what a failed write has left.
      if (size > this.#size) this.#dirty = true;
    }
    if (this.#dirty) {
      await this.#file.truncate(this.#size);
      this.#length = this.#size;
      await this.#file.sync();
      this.#dirty = false;
    }
    return this.#file;
  }

  /**
   * A file whose folder was moved or deleted still takes writes, into nowhere. So now and then the name is looked up
   * again before anything is called saved.
   */
  async #checkPlace(path: string): Promise<void> {
    if (performance.now() - this.#checkedAt < PLACE_CHECK) return;
    const size = await this.#disk.size(path);
    const expected = this.#length;
    if (size !== expected) {
      await this.#file?.close().catch(() => undefined);
      this.#file = undefined;
      throw Object.assign(new Error(`${path}: ${size} bytes instead of ${expected}`), { code: 'ENOENT' });
    }
    this.#checkedAt = performance.now();
  }

  async #cutBack(file: DiskFile): Promise<void> {
    this.#dirty = true;
    try {
      await file.truncate(this.#size);
      this.#length = this.#size;
      await file.sync();
      this.#dirty = false;
    } catch {
      // The medium may be gone: open anew next time, and cut back then.
      await file.close().catch(() => undefined);
      this.#file = undefined;
    }
  }

  async #appendToNew(bytes: Buffer): Promise<void> {
    const first = this.#seq + 1;
    const name = segmentName(first);
    const path = join(this.#folder, name);
    const file = await this.#disk.open(path, 'replace');
    try {
      await file.write(bytes, 0);
      await file.sync();
      await this.#disk.syncFolder(this.#folder);
    } catch (error) {
      await file.close().catch(() => undefined);
      await this.#disk.remove(path).catch(() => undefined);
      throw error;
    }
    await this.#giveBack().catch(() => undefined);
    await this.#file?.close().catch(() => undefined);
    this.#file = file;
    this.#length = bytes.length;
    this.#dirty = false;
    this.#segments.push({ name, first });
    this.#size = bytes.length;
  }

  /** Does not fail: everything acknowledged is on the disk, and zeros left behind do no harm. */
  async close(): Promise<void> {
    await this.#giveBack().catch(() => undefined);
    await this.#file?.close().catch(() => undefined);
    this.#file = undefined;
  }

  async #giveBack(): Promise<void> {
    if (!this.#file || this.#length <= this.#size) return;
    await this.#file.truncate(this.#size);
    this.#length = this.#size;
    await this.#file.sync();
  }

  async label(seq: number): Promise<string | undefined> {
    return this.#labels.get(seq) ?? (await this.entry(seq))?.transaction.label;
  }

  /** The change line of one transaction; undefined when it lies in a hole. */
  async entry(seq: number): Promise<ChangeEntry | undefined> {
    const recent = this.#recent.get(seq);
    if (recent) return recent.entry;
    const segment = this.#segments.findLast(({ first }) => first <= seq);
    if (!segment || seq < 1) return undefined;
    for await (const entry of this.newestFirst(seq + 1)) return entry.transaction.seq === seq ? entry : undefined;
    return undefined;
  }

  /**
   * Change lines with a seq below `before`, newest first. `mentions`, when given, passes over lines in which the
   * text does not occur at all, without parsing them.
   */
  async *newestFirst(before = Number.POSITIVE_INFINITY, mentions?: string): AsyncGenerator<ChangeEntry> {
    const last = Math.min(before - 1, this.#seq);
    const needle = mentions === undefined ? undefined : Buffer.from(JSON.stringify(mentions).slice(1, -1));
    for (const segment of this.#segments.toReversed()) {
      if (segment.first > last) continue;
      const bytes = await this.#read(segment.name);
      if (needle && !bytes.includes(needle)) continue;
      for (const [start, end] of this.#lineRanges(bytes).reverse()) {
        if (needle && !bytes.subarray(start, end).includes(needle)) continue;
        for (const { line } of linesOf(bytes.subarray(start, end))) {
          if (!line) this.#damaged(join(this.#folder, segment.name));
          if (line?.entry.type === 'change' && line.entry.transaction.seq <= last) yield line.entry;
        }
      }
    }
  }

  /** A write may be under way: behind the last good line of the last segment nothing counts. */
  async #read(name: string): Promise<Buffer> {
    const size = name === this.#segments.at(-1)?.name ? this.#size : undefined;
    return (await this.#disk.read(join(this.#folder, name))).subarray(0, size);
  }

  #lineRanges(bytes: Buffer): [number, number][] {
    const ranges: [number, number][] = [];
    for (let start = 0; start < bytes.length; ) {
      const newline = bytes.indexOf(10, start);
      const end = newline < 0 ? bytes.length : newline + 1;
      ranges.push([start, end]);
      start = end;
    }
    return ranges;
  }
}
