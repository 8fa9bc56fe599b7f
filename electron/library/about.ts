import { join } from 'node:path';
import { Low } from 'lowdb';
import { AntouError } from '../../shared/api/errors.ts';
import { readWithPrevious, type Shape } from './checkpoint-loading.ts';
import type { DamageLog } from './damage.ts';
import { type Disk, errorCode, listFolder } from './disk.ts';
import { DurableAdapter, PREVIOUS, type Sealed } from './durable-file.ts';
import { linesOf, type SegmentEntry } from './journal-line.ts';
import { SEGMENT_NAME } from './journal-reading.ts';
import { type About, FORMAT, type Layout } from './layout.ts';

export async function writeAbout(disk: Disk, layout: Layout, about: About, format = FORMAT): Promise<void> {
  const adapter = new DurableAdapter<About>(disk, layout.about);
  await new Low<Sealed<About> | null>(adapter, { format, seq: 0, data: about }).write();
}

/** Whether a library lies here, even one whose library.json is gone. */
export async function isLibraryAt(disk: Disk, layout: Layout): Promise<boolean> {
  for (const path of [layout.about, layout.about + PREVIOUS]) if ((await disk.size(path)) !== undefined) return true;
  try {
    return (await listFolder(disk, layout.journal)).some(({ name }) => SEGMENT_NAME.test(name));
  } catch (error) {
    // The path leads through a file.
    if (errorCode(error) === 'ENOTDIR') return false;
    throw error;
  }
}

/**
 * The format library.json states, whatever else may be wrong with the file: a newer program may check it differently,
 * and its library must not be taken for a damaged one. undefined when nothing can be made out.
 */
export async function statedFormat(disk: Disk, layout: Layout): Promise<number | undefined> {
  try {
    const text = (await disk.read(layout.about)).toString();
    const stated = /^\s*\{\s*"format"\s*:\s*(\d{1,9})\b/.exec(text)?.[1] ?? formatIn(JSON.parse(text));
    return stated === undefined ? undefined : Number(stated);
  } catch {
    return undefined;
  }
}

function formatIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'format' in value && typeof value.format === 'number'
    ? value.format
    : undefined;
}

export function tooNew(format: number | string): AntouError {
  return new AntouError(
    'tooNew',
    `这个资料库是用更新版本的程序保存的（格式 ${format}，本程序认识到 ${FORMAT}），没有打开，内容没有改动。请安装新版本的政协案头再打开。`,
  );
}

const isAbout: Shape<About> = (data): data is About =>
  typeof data === 'object' &&
  data !== null &&
  ['id', 'name', 'createdAt'].every((key) => typeof (data as Record<string, unknown>)[key] === 'string');

/** library.json, from its .bak or from the head of the journal when it is damaged. */
export async function readAbout(
  disk: Disk,
  layout: Layout,
  damage: DamageLog,
): Promise<{ about: About; format: number; rewrite: boolean }> {
  const found = await readWithPrevious(disk, layout.about, damage, isAbout);
  if (typeof found !== 'string') {
    const { format, data: about } = found.sealed;
    if (found.previous) damage.report(layout.about, 'library.json 不见了或已损坏，已从上一份恢复，没有丢失。', true);
    return { about, format, rewrite: found.previous };
  }
  const head = await segmentHead(disk, layout);
  if (!head)
    throw new AntouError(
      'damaged',
      `资料库“${layout.root}”的说明文件 library.json 和流水都读不出来，没有打开，也没有改动。请从最近的备份恢复。`,
    );
  damage.report(layout.about, 'library.json 不见了或已损坏，已从流水中重建，没有丢失。', true);
  return {
    about: { id: head.library, name: head.name, createdAt: head.createdAt },
    format: head.format,
    rewrite: true,
  };
}

async function segmentHead(disk: Disk, layout: Layout): Promise<SegmentEntry | undefined> {
  for (const { name } of await listFolder(disk, layout.journal)) {
    if (!SEGMENT_NAME.test(name)) continue;
    try {
      for (const { line } of linesOf(await disk.read(join(layout.journal, name))))
        if (line?.entry.type === 'segment') return line.entry;
    } catch (error) {
      if (errorCode(error) === '') throw error;
    }
  }
  return undefined;
}
