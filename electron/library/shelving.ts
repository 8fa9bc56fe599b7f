import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { StoredRecord } from '../../shared/records/record.ts';
import { type Disk, renamePatiently, TEMPORARY, writeAndSync } from './disk.ts';
import { encodeSealed } from './durable-file.ts';
import { FORMAT, type LongValues, type ShelvedRecord } from './layout.ts';

/** Values whose JSON is longer than this (UTF-16 units) leave the collection's file for one of their own. */
const LONG = 16 * 1024;

/** Which file holds a record's long values, and which fields those are. */
export interface LongPlace {
  readonly file: string | undefined;
  readonly fields: ReadonlySet<string>;
}

const NOTHING: LongPlace = { file: undefined, fields: new Set() };

/**
 * Splits records into what stands in the collection's file and what has a file of its own. Records never change, so
 * what was once found out about one is remembered as long as the record is.
 */
export class Shelving {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #places = new WeakMap<StoredRecord, LongPlace>();
  readonly #folders = new Set<string>();

  constructor(disk: Disk, folder: string) {
    this.#disk = disk;
    this.#folder = folder;
  }

  remember(record: StoredRecord, place: LongPlace): void {
    this.#places.set(record, place);
  }

  /** The file of the record's long values, relative to the texts' folder; undefined when it has none. */
  fileOf(record: StoredRecord): string | undefined {
    return this.#places.get(record)?.file;
  }

  /** The record as it stands in the collection's file. Its long values are on the disk when this resolves. */
  async shelve(record: StoredRecord, seq: number): Promise<ShelvedRecord> {
    const place = this.#places.get(record) ?? (await this.#place(record, seq));
    this.#places.set(record, place);
    if (place.file === undefined) return record;
    const short = Object.entries(record.values).filter(([field]) => !place.fields.has(field));
    return { ...record, values: Object.fromEntries(short), long: place.file };
  }

  async #place(record: StoredRecord, seq: number): Promise<LongPlace> {
    const long = Object.entries(record.values).filter(
      ([, value]) => mayBeLong(value) && JSON.stringify(value).length > LONG,
    );
    if (long.length === 0) return NOTHING;
    const data: LongValues = { kind: record.kind, id: record.id, values: Object.fromEntries(long) };
    const hash = createHash('sha256').update(JSON.stringify(data)).digest('hex');
    const file = `${record.kind}/${fileStem(record.id)}-${hash.slice(0, 32)}.json`;
    const path = join(this.#folder, file);
    await this.#folderOf(record.kind);
    await writeAndSync(this.#disk, path + TEMPORARY, encodeSealed({ format: FORMAT, seq, data }).bytes);
    await renamePatiently(this.#disk, path + TEMPORARY, path);
    return { file, fields: new Set(long.map(([field]) => field)) };
  }

  async #folderOf(kind: string): Promise<void> {
    if (this.#folders.has(kind)) return;
    await this.#disk.makeFolder(join(this.#folder, kind));
    await this.#disk.syncFolder(this.#folder);
    this.#folders.add(kind);
  }
}

function mayBeLong(value: unknown): boolean {
  return typeof value === 'string' ? value.length > LONG / 6 : typeof value === 'object';
}

/** Ids are file names as they are when every file system takes them and tells them apart. */
function fileStem(id: string): string {
  return /^[a-z0-9-]{1,48}$/.test(id) ? id : createHash('sha256').update(id).digest('hex').slice(0, 40);
}
