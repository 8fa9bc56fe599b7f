import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { AntouError } from '../../shared/api/errors.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import { isLibraryAt, readAbout, statedFormat, tooNew, writeAbout } from './about.ts';
import { Attachments } from './attachments.ts';
import { Checkpoint } from './checkpoint.ts';
import { type LoadedCheckpoint, loadCheckpoint } from './checkpoint-loading.ts';
import { SETTING } from './clean.ts';
import { DamageLog } from './damage.ts';
import { type Disk, errorCode, listFolder, realDisk, TEMPORARY } from './disk.ts';
import { DurableAdapter } from './durable-file.ts';
import { Journal, type JournalEnd } from './journal.ts';
import type { ChangeEntry } from './journal-line.ts';
import { type JournalReading, readJournal } from './journal-reading.ts';
import { repairJournal } from './journal-repair.ts';
import { type About, FORMAT, type Layout, layoutOf, type Stacks } from './layout.ts';
import { OpenLibrary } from './library.ts';
import { type Lock, takeLock } from './lock.ts';
import {
  copyBeforeMigration,
  FORMAT_STEPS,
  firstVersions,
  migrateFormat,
  migrationChange,
  refuseNewerKinds,
} from './migrating.ts';
import type { Records } from './records.ts';
import { refusalOfDisk, refusalOfReading } from './refusal.ts';
import { Shelving } from './shelving.ts';
import type { Library, LibraryOptions } from './types.ts';

/** A journal no larger than this is read whole on opening, so that damage anywhere in it is found at once. */
const READ_WHOLE = 16 * 1024 * 1024;
/** Who stands in the history for what the program does by itself. */
const PROGRAM = '程序';

interface Settled {
  readonly disk: Disk;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly machine: string;
  readonly options: LibraryOptions;
  readonly layout: Layout;
}

function settle(path: string, options: LibraryOptions): Settled {
  const { now = () => new Date(), randomId = randomUUID, machine = hostname(), fs = realDisk } = options;
  return { disk: fs, now, newId: randomId, machine, options, layout: layoutOf(resolve(path)) };
}

function supported({ formatSteps = FORMAT_STEPS }: LibraryOptions): number {
  return Math.max(FORMAT, ...formatSteps.map(({ to }) => to));
}

/** @throws AntouError invalid when the folder is not empty. */
export async function createLibrary(path: string, name: string, options: LibraryOptions = {}): Promise<Library> {
  const { disk, layout, newId, now } = settle(path, options);
  try {
    if ((await listFolder(disk, layout.root)).length > 0)
      throw new AntouError(
        'invalid',
        `“${layout.root}”里已有文件，没有新建资料库，原有文件没有改动。请另选一个空文件夹。`,
      );
    for (const folder of [layout.root, layout.journal, layout.state, layout.files]) await disk.makeFolder(folder);
    await writeAbout(disk, layout, { id: newId(), name, createdAt: now().toISOString() });
    await disk.syncFolder(layout.root);
    // The folder above may belong to somebody else; then its name in it becomes durable when the system gets round to it.
    await disk.syncFolder(dirname(layout.root)).catch(() => undefined);
  } catch (error) {
    if (errorCode(error) === 'ENOTDIR')
      throw new AntouError('invalid', `“${layout.root}”是一个文件，不是文件夹，没有新建资料库。请另选位置。`);
    throw refusalOfDisk(error, '新资料库', 4096);
  }
  const library = await openLibrary(path, { ...options, migrations: undefined } as LibraryOptions);
  const first = firstVersions(options.migrations, PROGRAM);
  if (first) await library.commit(first);
  return library;
}

/** @throws AntouError notFound, locked, tooNew, damaged. */
export async function openLibrary(path: string, options: LibraryOptions = {}): Promise<Library> {
  const settled = settle(path, options);
  const { disk, layout, now } = settled;
  if (!(await isLibraryAt(disk, layout)))
    throw new AntouError(
      'notFound',
      `“${layout.root}”里没有资料库。请检查磁盘是否接好、文件夹是否改过名，再重新选择。`,
    );
  const format = await statedFormat(disk, layout);
  if (format !== undefined && format > supported(options)) throw tooNew(format);
  let lock: Lock | undefined;
  let readOnly: string | undefined;
  try {
    lock = await takeLock(disk, layout.lock, randomUUID(), now().toISOString());
  } catch (error) {
    if (!['EROFS', 'EACCES', 'EPERM'].includes(errorCode(error))) throw refusalOfDisk(error, '资料库的占用标记', 1024);
    readOnly = '资料库所在的磁盘或文件夹不能写入，现在只能查看和导出，不能修改。请解除写保护后重新打开。';
  }
  try {
    return await openLocked(settled, lock, readOnly);
  } catch (error) {
    await lock?.release();
    throw refusalOfReading(error, '打开资料库');
  }
}

async function openLocked(settled: Settled, lock: Lock | undefined, readOnly: string | undefined): Promise<Library> {
  const { disk, layout, now, options, newId, machine } = settled;
  const damage = new DamageLog(disk, layout, now, readOnly === undefined);
  const { about, format, rewrite } = await readAbout(disk, layout, damage);
  if (format > supported(options)) throw tooNew(format);
  if (readOnly === undefined) {
    await sweep(disk, layout);
    if (rewrite) await writeAbout(disk, layout, about, format);
    await migrateFormat(disk, layout, about, format, options.formatSteps ?? FORMAT_STEPS, now().toISOString());
  }
  const shelving = new Shelving(disk, layout.texts);
  const loaded = await loadCheckpoint(disk, layout, shelving, damage);
  const { reading, stacks, replayed } = await replay(disk, layout, loaded);
  refuseNewerKinds(loaded.records, options.migrations);
  const owner = { format: FORMAT, library: about.id, name: about.name, createdAt: about.createdAt };
  const end: JournalEnd =
    readOnly === undefined
      ? await repairJournal(disk, layout.journal, reading, owner, damage, loaded.from, now().toISOString())
      : unrepaired(reading);
  const checkpoint = new Checkpoint(disk, layout, shelving, loaded.shards, loaded.manifest?.seq ?? 0);
  for (const entry of replayed) checkpoint.touch(entry);
  if (loaded.rewrite) checkpoint.renew(loaded.records);
  const library = await OpenLibrary.of({
    disk,
    layout,
    about,
    records: loaded.records,
    journal: new Journal(disk, layout.journal, owner, end, (path) =>
      damage.report(path, '流水文件有损坏，其中有的历史读不出来。现有内容不受影响。请检查资料库，并尽快备份。', false),
    ),
    stacks,
    attachments: new Attachments(disk, layout.files),
    checkpoint,
    lock,
    readOnly,
    damage,
    machine,
    now,
    newId,
    open: openLibrary,
    checkpointAfter: options.checkpointAfter ?? { idleMs: 3000, transactions: 500 },
  });
  if (readOnly === undefined) await migrateRecords(settled, library, loaded.records);
  return library;
}

/** A journal that cannot be written to is read as it stands, without what is torn off or missing. */
function unrepaired(reading: JournalReading): JournalEnd {
  const present = reading.segments.filter(({ bytes, tornFrom }) => bytes && tornFrom !== 0);
  const last = present.at(-1);
  const size = last?.tornFrom ?? last?.bytes?.length ?? 0;
  return { segments: [...reading.skipped, ...present], size, seq: reading.lastSeq, hash: reading.lastHash };
}

/** Temporary files of a run that was broken off. Only the program's own folders are looked into. */
async function sweep(disk: Disk, layout: Layout): Promise<void> {
  const folders = [layout.root, layout.journal, layout.state];
  for (const parent of [layout.texts, layout.files])
    for (const { name, folder } of await listFolder(disk, parent)) if (folder) folders.push(join(parent, name));
  for (const folder of folders)
    for (const { name } of await listFolder(disk, folder))
      if (name.endsWith(TEMPORARY) && !name.startsWith('lock.')) await disk.remove(join(folder, name));
}

async function replay(disk: Disk, layout: Layout, loaded: LoadedCheckpoint) {
  const { records, manifest, holds, from, reach } = loaded;
  const replayed: ChangeEntry[] = [];
  let stacks: Stacks = { undo: manifest?.data.undo ?? 0, redo: manifest?.data.redo ?? 0 };
  const each = (entry: ChangeEntry) => {
    const { seq, diff } = entry.transaction;
    if (seq >= (manifest?.seq ?? 0)) stacks = { undo: entry.undo, redo: entry.redo };
    if (seq <= from) return;
    replayed.push(entry);
    const wanted = (record: StoredRecord) => !holds(record.kind, record.id, seq);
    records.apply({
      added: diff.added.filter(wanted),
      updated: diff.updated.filter(([, after]) => wanted(after)),
      removed: diff.removed.filter(wanted),
    });
  };
  const whole = from === 0 || (await journalSize(disk, layout)) <= READ_WHOLE;
  const hash = manifest?.seq === reach ? manifest.data.hash : undefined;
  const reading = await readJournal(disk, layout.journal, { reach, hash, ...(whole ? {} : { from }) }, each);
  return { reading, stacks, replayed };
}

async function journalSize(disk: Disk, layout: Layout): Promise<number> {
  let size = 0;
  for (const { name } of await listFolder(disk, layout.journal))
    size += (await disk.size(join(layout.journal, name))) ?? 0;
  return size;
}

async function migrateRecords(settled: Settled, library: Library, records: Records): Promise<void> {
  const { disk, layout, now, options } = settled;
  try {
    const change = migrationChange(records, options.migrations, PROGRAM);
    if (!change) return;
    if (change.update?.some(({ kind }) => kind !== SETTING))
      await copyBeforeMigration(disk, layout, now().toISOString());
    await library.commit(change);
  } catch (error) {
    await library.close();
    throw refusalOfDisk(error, '资料库的升级', 0);
  }
}

/** Whether a library lies in the folder. Reads, never writes, takes no lock. */
export async function isLibrary(path: string): Promise<boolean> {
  return isLibraryAt(realDisk, layoutOf(resolve(path)));
}

/** Name of the library in the folder; undefined when there is none, or its library.json cannot be read. */
export async function libraryName(path: string): Promise<string | undefined> {
  try {
    return (await new DurableAdapter<About>(realDisk, layoutOf(resolve(path)).about).read())?.data.name;
  } catch {
    return undefined;
  }
}
