import { join } from 'node:path';
import { Low } from 'lowdb';
import type { StoredRecord } from '../../shared/records/record.ts';
import { SETTING } from './clean.ts';
import { type Disk, listFolder } from './disk.ts';
import { DurableAdapter, type Sealed } from './durable-file.ts';
import type { ChangeEntry } from './journal-line.ts';
import {
  FORMAT,
  type Layout,
  type Manifest,
  SHARD_NAME,
  type Shard,
  type ShelvedRecord,
  type Stacks,
} from './layout.ts';
import { type Records, recordKey } from './records.ts';
import type { Shelving } from './shelving.ts';

/** A file of the checkpoint that has grown past this many bytes is divided. */
const SHARD_SIZE = 4 * 1024 * 1024;
const TEXTS_AT_ONCE = 8;

/** What is known of one file of the checkpoint. */
export interface ShardState {
  readonly name: string;
  readonly kind: string;
  /** The seq the file carries; -1 when it was never written. */
  seq: number;
  readonly members: Map<string, { readonly kind: string; readonly id: string }>;
  /** Files of long values named by the file on the disk, and those named only by its .bak. */
  texts: ReadonlySet<string>;
  before: ReadonlySet<string>;
}

export function newShard(name: string, kind: string): ShardState {
  return { name, kind, seq: -1, members: new Map(), texts: new Set(), before: new Set() };
}

/** Where the journal stood when the snapshot was taken. */
export interface JournalPoint {
  readonly seq: number;
  readonly hash: string;
  readonly stacks: Stacks;
}

interface Written {
  readonly shard: ShardState;
  readonly shelved: readonly ShelvedRecord[];
  readonly texts: ReadonlySet<string>;
}

/**
 * The readable state beside the journal: JSON files through lowdb, rewritten lazily and only where something changed.
 * Losing any of it loses nothing; the journal is the record.
 */
export class Checkpoint {
  readonly #disk: Disk;
  readonly #layout: Layout;
  readonly #shelving: Shelving;
  readonly #shards: Map<string, ShardState>;
  readonly #shardOf = new Map<string, ShardState>();
  #dirty = new Map<string, { readonly kind: string; readonly id: string }>();
  /** Files whose content on the disk is behind; stays filled when a write fails. */
  readonly #stale = new Set<ShardState>();
  /** Files of long values that may have become superfluous. */
  #superseded: string[] = [];
  #seq: number;

  #sweep = false;

  constructor(disk: Disk, layout: Layout, shelving: Shelving, shards: Map<string, ShardState>, seq: number) {
    this.#disk = disk;
    this.#layout = layout;
    this.#shelving = shelving;
    this.#shards = shards;
    this.#seq = seq;
    for (const shard of shards.values()) for (const key of shard.members.keys()) this.#shardOf.set(key, shard);
  }

  /** seq of the last transaction the checkpoint holds. */
  get seq(): number {
    return this.#seq;
  }

  touch(entry: ChangeEntry): void {
    const { added, updated, removed } = entry.transaction.diff;
    for (const record of added) this.touchRecord(record);
    for (const record of removed) this.touchRecord(record);
    for (const [, record] of updated) this.touchRecord(record);
  }

  touchRecord({ kind, id }: Pick<StoredRecord, 'kind' | 'id'>): void {
    this.#dirty.set(recordKey(kind, id), { kind, id });
  }

  /** Everything is written again, and what is left over is removed: after damage, and after a crash while writing. */
  renew(records: Records): void {
    for (const record of records.raw()) this.touchRecord(record);
    this.#sweep = true;
    this.#seq = -1;
  }

  /** `records` must not change meanwhile; the library hands in a snapshot. */
  async write(records: Records, point: JournalPoint): Promise<void> {
    if (point.seq === this.#seq) return;
    const dirty = this.#dirty;
    this.#dirty = new Map();
    try {
      this.#assign(dirty, records);
      const written: Written[] = [];
      for (const shard of [...this.#stale]) written.push(...(await this.#divide(shard, records, point.seq)));
      // Parts split off stand before the file they came from: a record is on the disk twice rather than not at all.
      for (const item of written) await this.#writeShard(item, point.seq);
      await this.#writeManifest(point);
      this.#seq = point.seq;
      await this.#dropTexts();
      if (this.#sweep) await this.#sweepUp();
    } catch (error) {
      for (const [key, member] of dirty) this.#dirty.set(key, member);
      throw error;
    }
  }

  /** Puts new records into a file, takes removed ones out, and notes which files have to be written. */
  #assign(dirty: ReadonlyMap<string, { kind: string; id: string }>, records: Records): void {
    for (const [key, member] of dirty) {
      const record = records.get(member.kind, member.id);
      let shard = this.#shardOf.get(key);
      if (!record) {
        if (shard?.members.delete(key)) this.#stale.add(shard);
        this.#shardOf.delete(key);
        continue;
      }
      if (!shard) {
        shard = this.#shardFor(record);
        shard.members.set(key, member);
        this.#shardOf.set(key, shard);
      }
      this.#stale.add(shard);
    }
  }

  /** The newest part of the record's kind and year of creation. */
  #shardFor(record: StoredRecord): ShardState {
    const base = record.kind === SETTING ? SETTING : `${record.kind}-${/^\d{4}/.exec(record.createdAt)?.[0] ?? '0000'}`;
    let part = 1;
    while (this.#shards.has(partName(base, part + 1))) part += 1;
    const name = partName(base, part);
    const known = this.#shards.get(name) ?? newShard(name, record.kind);
    this.#shards.set(name, known);
    return known;
  }

  async #divide(shard: ShardState, records: Records, seq: number): Promise<Written[]> {
    const present = [...shard.members.values()].flatMap(({ kind, id }) => records.get(kind, id) ?? []);
    const shelved: ShelvedRecord[] = [];
    for (let from = 0; from < present.length; from += TEXTS_AT_ONCE)
      shelved.push(
        ...(await Promise.all(
          present.slice(from, from + TEXTS_AT_ONCE).map((record) => this.#shelving.shelve(record, seq)),
        )),
      );
    const parts: Written[] = [];
    let current = shard;
    let begin = 0;
    let size = 0;
    const close = (end: number) => {
      const part = shelved.slice(begin, end);
      parts.unshift({ shard: current, shelved: part, texts: new Set(part.flatMap(({ long }) => long ?? [])) });
      begin = end;
    };
    for (const [index, item] of shelved.entries()) {
      const bytes = Buffer.byteLength(JSON.stringify(item)) + 2;
      if (size + bytes > SHARD_SIZE && index > begin) {
        close(index);
        current = this.#nextPart(shard);
        size = 0;
      }
      size += bytes;
      if (current !== shard) this.#move(item, shard, current);
    }
    close(shelved.length);
    return parts;
  }

  #nextPart(shard: ShardState): ShardState {
    const base = shard.name.replace(/~\d+$/, '');
    let part = 2;
    while (this.#shards.has(partName(base, part))) part += 1;
    const next = newShard(partName(base, part), shard.kind);
    this.#shards.set(next.name, next);
    this.#stale.add(next);
    return next;
  }

  #move({ kind, id }: ShelvedRecord, from: ShardState, to: ShardState): void {
    const key = recordKey(kind, id);
    from.members.delete(key);
    to.members.set(key, { kind, id });
    this.#shardOf.set(key, to);
  }

  async #writeShard({ shard, shelved, texts }: Written, seq: number): Promise<void> {
    if (texts.size > 0) await this.#disk.syncFolder(join(this.#layout.texts, shard.kind));
    const before = [...shard.texts].filter((file) => !texts.has(file));
    const adapter = new DurableAdapter<Shard>(this.#disk, join(this.#layout.state, `${shard.name}.json`));
    await new Low<Sealed<Shard> | null>(adapter, {
      format: FORMAT,
      seq,
      data: { kind: shard.kind, before, records: shelved },
    }).write();
    shard.seq = seq;
    this.#superseded.push(...shard.before);
    shard.before = new Set(before);
    shard.texts = texts;
    this.#stale.delete(shard);
  }

  async #writeManifest({ seq, hash, stacks }: JournalPoint): Promise<void> {
    const shards = Object.fromEntries(
      [...this.#shards.values()].filter((shard) => shard.seq >= 0).map((shard) => [shard.name, shard.seq]),
    );
    const adapter = new DurableAdapter<Manifest>(this.#disk, this.#layout.manifest);
    await new Low<Sealed<Manifest> | null>(adapter, { format: FORMAT, seq, data: { hash, ...stacks, shards } }).write();
  }

  /** Long values that neither a file of the checkpoint nor its .bak names any more. */
  async #dropTexts(): Promise<void> {
    const superseded = this.#superseded;
    this.#superseded = [];
    for (const file of superseded)
      if (!this.#named(file)) await this.#disk.remove(join(this.#layout.texts, file)).catch(() => undefined);
  }

  async #sweepUp(): Promise<void> {
    this.#sweep = false;
    const { state, texts } = this.#layout;
    for (const { name, folder } of await listFolder(this.#disk, state)) {
      const shard = SHARD_NAME.exec(name)?.[1];
      if (!folder && shard && !this.#shards.has(shard)) await this.#disk.remove(join(state, name));
    }
    for (const { name: kind } of await listFolder(this.#disk, texts))
      for (const { name } of await listFolder(this.#disk, join(texts, kind)))
        if (!this.#named(`${kind}/${name}`)) await this.#disk.remove(join(texts, kind, name));
  }

  #named(file: string): boolean {
    for (const shard of this.#shards.values()) if (shard.texts.has(file) || shard.before.has(file)) return true;
    return false;
  }
}

function partName(base: string, part: number): string {
  return part === 1 ? base : `${base}~${part}`;
}
