import { join } from 'node:path';
import { Low } from 'lowdb';
import type { StoredRecord } from '../../shared/records/record.ts';
import { newShard, type ShardState } from './checkpoint.ts';
import type { DamageLog } from './damage.ts';
import { type Disk, errorCode, listFolder } from './disk.ts';
import { DamagedFile, DurableAdapter, decodeSealed, PREVIOUS, type Sealed } from './durable-file.ts';
import { type Layout, type LongValues, type Manifest, SHARD_NAME, type Shard, type ShelvedRecord } from './layout.ts';
import { Records, recordKey } from './records.ts';
import type { Shelving } from './shelving.ts';

const READ_AT_ONCE = 16;

export interface LoadedCheckpoint {
  readonly records: Records;
  readonly manifest: Sealed<Manifest> | undefined;
  readonly shards: Map<string, ShardState>;
  /** Transactions after this one have to be replayed. */
  readonly from: number;
  /** The highest transaction any file of the checkpoint holds: the journal must reach at least there. */
  readonly reach: number;
  /** Whether the transaction is already contained in what was loaded for this record. */
  readonly holds: (kind: string, id: string, seq: number) => boolean;
  /** Something was damaged, missing or behind: all files should be written anew. */
  readonly rewrite: boolean;
}

/** Tells whether data has the shape it should have; a checksum says only that nobody changed it afterwards. */
export type Shape<T> = (data: unknown) => data is T;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isManifest: Shape<Manifest> = (data): data is Manifest =>
  isObject(data) && typeof data.hash === 'string' && isObject(data.shards) && typeof data.undo === 'number';
const isShard: Shape<Shard> = (data): data is Shard =>
  isObject(data) && Array.isArray(data.before) && Array.isArray(data.records) && data.records.every(isShelved);
const isShelved = (item: unknown): boolean =>
  isObject(item) && typeof item.id === 'string' && typeof item.kind === 'string' && isObject(item.values);

/** A file with the version it came from, or why neither it nor its .bak can be used. */
export async function readWithPrevious<T>(
  disk: Disk,
  path: string,
  damage: DamageLog,
  isShape: Shape<T>,
): Promise<{ sealed: Sealed<T>; previous: boolean } | 'missing' | 'lost'> {
  try {
    const file = new Low<Sealed<T> | null>(new DurableAdapter<T>(disk, path), null);
    await file.read();
    if (file.data && !isShape(file.data.data)) throw new DamagedFile('文件内容的结构不对');
    if (file.data) return { sealed: file.data, previous: false };
  } catch (error) {
    if (!(error instanceof DamagedFile) && !isUnreadable(error)) throw error;
    const reason = error instanceof DamagedFile ? error.reason : `读不出来（${errorCode(error)}）`;
    const setAside = await damage.setAside(path).catch(() => undefined);
    damage.report(
      path,
      `这个文件已损坏：${reason}。原件已另存，内容已从上一份和流水中重建，没有丢失。`,
      true,
      setAside ? { setAside } : {},
    );
  }
  try {
    const file = new Low<Sealed<T> | null>(new DurableAdapter<T>(disk, path + PREVIOUS), null);
    await file.read();
    if (!file.data) return 'missing';
    return isShape(file.data.data) ? { sealed: file.data, previous: true } : 'lost';
  } catch (error) {
    if (!(error instanceof DamagedFile) && !isUnreadable(error)) throw error;
    return 'lost';
  }
}

/** A bad sector, or a folder where a file should be: for this file the same as damage. */
function isUnreadable(error: unknown): boolean {
  return ['EIO', 'EISDIR', 'EACCES', 'EPERM'].includes(errorCode(error));
}

/** Loads what the checkpoint holds. Never throws for damage: what cannot be loaded is left to the journal. */
export async function loadCheckpoint(
  disk: Disk,
  layout: Layout,
  shelving: Shelving,
  damage: DamageLog,
): Promise<LoadedCheckpoint> {
  const found = await readWithPrevious(disk, layout.manifest, damage, isManifest);
  const manifest = typeof found === 'string' ? undefined : found.sealed;
  if (
    typeof found !== 'string' &&
    found.previous &&
    damage.reports.every(({ file }) => file !== 'state/checkpoint.json')
  )
    damage.report(layout.manifest, '这个文件不见了。内容已从上一份和流水中重建，没有丢失。', true);
  const names = (await listFolder(disk, layout.state)).flatMap(({ name, folder }) =>
    folder ? [] : (SHARD_NAME.exec(name)?.[1] ?? []),
  );
  const loading = new Loading(disk, layout, shelving, damage, manifest);
  const listed = Object.keys(manifest?.data.shards ?? {});
  for (const name of [...new Set([...listed, ...names])].sort()) await loading.shard(name);
  return loading.finish(typeof found !== 'string' && found.previous);
}

class Loading {
  readonly #disk: Disk;
  readonly #layout: Layout;
  readonly #shelving: Shelving;
  readonly #damage: DamageLog;
  readonly #manifest: Sealed<Manifest> | undefined;
  readonly #shards = new Map<string, ShardState>();
  readonly #loaded = new Map<string, { record: StoredRecord; asOf: number }[]>();
  #from: number;
  #reach: number;
  #rewrite = false;

  constructor(
    disk: Disk,
    layout: Layout,
    shelving: Shelving,
    damage: DamageLog,
    manifest: Sealed<Manifest> | undefined,
  ) {
    this.#disk = disk;
    this.#layout = layout;
    this.#shelving = shelving;
    this.#damage = damage;
    this.#manifest = manifest;
    this.#from = manifest?.seq ?? 0;
    this.#reach = this.#from;
  }

  async shard(name: string): Promise<void> {
    const path = join(this.#layout.state, `${name}.json`);
    const found = await readWithPrevious(this.#disk, path, this.#damage, isShard);
    const expected = this.#manifest?.data.shards[name];
    const checkpoint = this.#manifest?.seq ?? 0;
    if (typeof found === 'string') {
      if (found === 'missing' && expected === undefined) return;
      if (found === 'missing') this.#damage.report(path, '这个文件不见了。内容已从流水中重建，没有丢失。', true);
      this.#behind(0);
      return;
    }
    const { sealed, previous } = found;
    if (previous && !this.#damage.reports.some(({ file }) => file === `state/${name}.json`) && expected !== undefined)
      this.#damage.report(path, '这个文件不见了。内容已从上一份和流水中重建，没有丢失。', true);
    // A file that carries the seq the checkpoint noted has not changed since: it is good up to the checkpoint.
    const asOf = !previous && sealed.seq === expected ? checkpoint : sealed.seq;
    if (asOf < checkpoint) this.#behind(asOf);
    if (asOf > checkpoint) this.#rewrite = true;
    this.#reach = Math.max(this.#reach, asOf);
    const shard = newShard(name, sealed.data.kind);
    shard.seq = sealed.seq;
    shard.before = new Set(sealed.data.before);
    const { records } = sealed.data;
    const texts = new Set<string>();
    const items: { record: StoredRecord; asOf: number }[] = [];
    for (let begin = 0; begin < records.length; begin += READ_AT_ONCE) {
      const whole = await Promise.all(records.slice(begin, begin + READ_AT_ONCE).map((item) => this.#whole(item)));
      for (const record of whole) {
        if (!record) continue;
        items.push({ record, asOf });
        shard.members.set(recordKey(record.kind, record.id), { kind: record.kind, id: record.id });
        const file = this.#shelving.fileOf(record);
        if (file !== undefined) texts.add(file);
      }
    }
    shard.texts = texts;
    this.#shards.set(name, shard);
    this.#loaded.set(name, items);
  }

  #behind(seq: number): void {
    this.#from = Math.min(this.#from, seq);
    this.#rewrite = true;
  }

  /** The record with its long values, or undefined when their file is not good: then the journal has to tell. */
  async #whole(item: ShelvedRecord): Promise<StoredRecord | undefined> {
    if (item.long === undefined) return item;
    const { long, ...record } = item;
    const path = join(this.#layout.texts, long);
    try {
      const { data } = decodeSealed<LongValues>(await this.#disk.read(path));
      if (!isObject(data) || !isObject(data.values) || data.kind !== record.kind || data.id !== record.id)
        throw new DamagedFile('文件属于另一条记录');
      const whole = { ...record, values: { ...record.values, ...data.values } };
      this.#shelving.remember(whole, { file: long, fields: new Set(Object.keys(data.values)) });
      return whole;
    } catch (error) {
      const reason =
        error instanceof DamagedFile
          ? error.reason
          : errorCode(error) === 'ENOENT'
            ? '文件不见了'
            : `读不出来（${errorCode(error)}）`;
      const setAside = await this.#damage.setAside(path).catch(() => undefined);
      this.#damage.report(
        path,
        `长文本的文件有问题：${reason}。内容已从流水中重建，没有丢失。`,
        true,
        setAside ? { setAside } : {},
      );
      this.#behind(0);
      return undefined;
    }
  }

  finish(previous: boolean): LoadedCheckpoint {
    const best = new Map<string, { record: StoredRecord; asOf: number }>();
    for (const items of this.#loaded.values())
      for (const item of items) {
        const key = recordKey(item.record.kind, item.record.id);
        const known = best.get(key);
        if (!known || known.asOf < item.asOf) best.set(key, item);
      }
    const records = new Records();
    for (const { record } of best.values()) records.put(record);
    const manifest = this.#manifest;
    const holds = this.#rewrite
      ? (kind: string, id: string, seq: number) => (best.get(recordKey(kind, id))?.asOf ?? 0) >= seq
      : (_kind: string, _id: string, seq: number) => seq <= (manifest?.seq ?? 0);
    const shards = this.#rewrite ? new Map<string, ShardState>() : this.#shards;
    return {
      records,
      manifest,
      shards,
      from: this.#from,
      reach: this.#reach,
      holds,
      rewrite: this.#rewrite || previous,
    };
  }
}
