import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { AntouError } from '../../shared/api/errors.ts';
import { SETTING } from './clean.ts';
import { copyFolder } from './copying.ts';
import { type Disk, renamePatiently, writeAndSync } from './disk.ts';
import type { About, Layout } from './layout.ts';
import { type Records, stateHash } from './records.ts';
import { refusalOfDisk } from './refusal.ts';
import type { Library, LibraryOptions, Progress } from './types.ts';

/** What is copied: the state of one moment. */
export interface BackupSource {
  readonly disk: Disk;
  readonly layout: Layout;
  readonly about: About;
  readonly records: Records;
  readonly journal: {
    readonly closed: readonly string[];
    readonly tail: { readonly name: string; readonly bytes: Uint8Array } | undefined;
  };
  readonly at: string;
  readonly machine: string;
  readonly open: (path: string, options: LibraryOptions) => Promise<Library>;
}

export const PARTIAL = '.未完成';

/**
 * Copies the library into a new folder under `target`, opens the copy, checks every byte of it and compares it with what
 * is in memory. Only then does it get its name; a copy that fails in any way is removed.
 * @throws AntouError invalid (target inside the library), cancelled, diskFull, failed, damaged (the copy is not the same)
 */
export async function backUp(
  source: BackupSource,
  target: string,
  progress: Progress = () => undefined,
  signal?: AbortSignal,
) {
  const { disk, layout, about, at } = source;
  const folder = resolve(target);
  const inside = relative(layout.root, folder);
  if (inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside))
    throw new AntouError(
      'invalid',
      '备份不能放在资料库自己的文件夹里。没有备份。请另选一个文件夹，最好在另一块磁盘上。',
    );
  const path = await freeName(
    disk,
    folder,
    `${safeName(about.name)} ${at.replace(/[-:]/g, '').replace('T', '-').slice(0, 15)}`,
  );
  const partial = path + PARTIAL;
  try {
    await disk.makeFolder(folder);
    await disk.removeFolder(partial);
    await copyAll(source, partial, progress, signal);
    const records = await compareCopy(source, partial, progress, signal);
    await renamePatiently(disk, partial, path);
    await disk.syncFolder(folder);
    return { path, at, records };
  } catch (error) {
    await disk.removeFolder(partial).catch(() => undefined);
    throw refusalOfDisk(error, '备份');
  }
}

/** A folder name every file system takes. */
function safeName(name: string): string {
  return (
    name
      .replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_')
      .replace(/[. ]+$/, '')
      .slice(0, 60) || '资料库'
  );
}

async function freeName(disk: Disk, folder: string, name: string): Promise<string> {
  let path = join(folder, name);
  for (let count = 2; (await disk.size(path)) !== undefined; count += 1) path = join(folder, `${name}-${count}`);
  return path;
}

async function copyAll(
  source: BackupSource,
  to: string,
  progress: Progress,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { disk, layout, journal } = source;
  let done = 0;
  const copied = () => {
    if (signal?.aborted) throw cancelled();
    done += 1;
    progress({ done, total: done + 1, label: '正在复制' });
  };
  await disk.makeFolder(join(to, 'journal'));
  for (const name of journal.closed)
    await copyFolder(disk, join(layout.journal, name), join(to, 'journal', name), copied);
  if (journal.tail) await writeAndSync(disk, join(to, 'journal', journal.tail.name), journal.tail.bytes);
  await disk.syncFolder(join(to, 'journal'));
  for (const part of ['state', 'files']) {
    await disk.makeFolder(join(to, part));
    await copyFolder(disk, join(layout.root, part), join(to, part), copied);
  }
  await copyFolder(disk, layout.about, join(to, 'library.json'), copied);
  await disk.syncFolder(to);
}

async function compareCopy(
  source: BackupSource,
  partial: string,
  progress: Progress,
  signal: AbortSignal | undefined,
): Promise<number> {
  const { disk, records, machine, open } = source;
  const copy = await open(partial, { fs: disk, machine });
  try {
    const found = await copy.verify((step) => progress({ ...step, label: '正在核对备份' }), signal);
    const problem = [...copy.damage.map(({ file, message }) => ({ file, message })), ...found.problems][0];
    if (problem) throw unequal(`${problem.file}：${problem.message}`);
    const both = [...copy.all()];
    const own = [...records.all()].filter(({ kind }) => kind !== SETTING);
    if (found.records !== own.length) throw unequal(`记录数不同（${found.records}，应为 ${own.length}）`);
    if (stateHash(both, 'exact') !== stateHash(own, 'exact')) throw unequal('内容不同');
    return both.length;
  } finally {
    await copy.close();
  }
}

function unequal(detail: string): AntouError {
  return new AntouError(
    'damaged',
    `备份复制后核对不一致，没有算作备份，已删除这份半成品（${detail}）。资料库本身没有改动。请先“检查资料库”，再备份一次。`,
  );
}

function cancelled(): AntouError {
  return new AntouError('cancelled', '已停止备份，没有留下半成品。资料库没有改动。');
}
