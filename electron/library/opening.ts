import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { Low } from 'lowdb';
import { AntouError } from '../../shared/api/errors.ts';
import { Attachments } from './attachments.ts';
import { type Disk, listFolder, realDisk } from './disk.ts';
import { DurableAdapter, type Sealed } from './durable-file.ts';
import { Journal } from './journal.ts';
import { readJournal } from './journal-reading.ts';
import { type About, FORMAT, layoutOf } from './layout.ts';
import { OpenLibrary } from './library.ts';
import { takeLock } from './lock.ts';
import { Records } from './records.ts';
import { refusalOfDisk } from './refusal.ts';
import type { Library, LibraryOptions } from './types.ts';

function settle(options: LibraryOptions) {
  const { now = () => new Date(), randomId = randomUUID, machine = hostname(), fs } = options;
  return { now, newId: randomId, machine, disk: (fs as Disk | undefined) ?? realDisk };
}

/** @throws AntouError invalid when the folder is not empty. */
export async function createLibrary(path: string, name: string, options: LibraryOptions = {}): Promise<Library> {
  const { now, newId, disk } = settle(options);
  const layout = layoutOf(resolve(path));
  if ((await listFolder(disk, layout.root)).length > 0)
    throw new AntouError(
      'invalid',
      `“${layout.root}”里已有文件，没有新建资料库，原有文件没有改动。请另选一个空文件夹。`,
    );
  try {
    for (const folder of [layout.root, layout.journal, layout.state, layout.files]) await disk.makeFolder(folder);
    const about: About = { id: newId(), name, createdAt: now().toISOString() };
    const file = new Low<Sealed<About> | null>(new DurableAdapter<About>(disk, layout.about), {
      format: FORMAT,
      seq: 0,
      data: about,
    });
    await file.write();
    await disk.syncFolder(layout.root);
  } catch (error) {
    throw refusalOfDisk(error, '新资料库');
  }
  return openLibrary(path, options);
}

/** @throws AntouError notFound, locked, tooNew, damaged. */
export async function openLibrary(path: string, options: LibraryOptions = {}): Promise<Library> {
  const { now, newId, machine, disk } = settle(options);
  const layout = layoutOf(resolve(path));
  const file = new Low<Sealed<About> | null>(new DurableAdapter<About>(disk, layout.about), null);
  await file.read();
  if (!file.data)
    throw new AntouError(
      'notFound',
      `“${layout.root}”里没有资料库。请检查磁盘是否接好、文件夹是否改过名，再重新选择。`,
    );
  const about = file.data.data;
  const lock = await takeLock(disk, layout.lock, randomUUID(), now().toISOString());
  const records = new Records();
  let stacks = { undo: 0, redo: 0 };
  const reading = await readJournal(disk, layout.journal, undefined, true, (entry) => {
    records.apply(entry.transaction.diff);
    stacks = { undo: entry.undo, redo: entry.redo };
  });
  const last = reading.segments.at(-1);
  const size = last?.tornFrom ?? last?.bytes?.length ?? 0;
  const journal = new Journal(
    disk,
    layout.journal,
    { format: FORMAT, library: about.id, name: about.name, createdAt: about.createdAt },
    { segments: reading.segments, size, seq: reading.lastSeq, hash: reading.lastHash },
  );
  if (last?.tornFrom !== undefined) {
    const tail = await disk.open(join(layout.journal, last.name), 'edit');
    await tail.truncate(last.tornFrom);
    await tail.sync();
    await tail.close();
  }
  const attachments = new Attachments(disk, layout.files);
  return OpenLibrary.of({
    layout,
    about,
    records,
    journal,
    stacks,
    attachments,
    lock,
    damage: [],
    machine,
    now,
    newId,
  });
}

/** Whether a library lies in the folder. Reads, never writes, takes no lock. */
export async function isLibrary(path: string): Promise<boolean> {
  return (await realDisk.size(layoutOf(resolve(path)).about)) !== undefined;
}

/** Name of the library in the folder; undefined when there is none, or its library.json cannot be read. */
export async function libraryName(path: string): Promise<string | undefined> {
  try {
    return (await new DurableAdapter<About>(realDisk, layoutOf(resolve(path)).about).read())?.data.name;
  } catch {
    return undefined;
  }
}
