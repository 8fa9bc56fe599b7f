import { join } from 'node:path';
import { type Disk, listFolder, TEMPORARY, writeAndSync } from './disk.ts';

/** Called after every file with the bytes it had. Throws to break off. */
export type Copied = (path: string, bytes: number) => void;

/** Copies a file, or a folder with all that is in it, and syncs every file. Temporary files stay behind. */
export async function copyFolder(
  disk: Disk,
  from: string,
  to: string,
  copied: Copied = () => undefined,
): Promise<void> {
  if ((await disk.size(from)) === undefined) return;
  const entries = await entriesOf(disk, from);
  if (!entries) {
    const bytes = await disk.read(from);
    await writeAndSync(disk, to, bytes);
    copied(from, bytes.length);
    return;
  }
  await disk.makeFolder(to);
  for (const { name } of entries)
    if (!name.endsWith(TEMPORARY)) await copyFolder(disk, join(from, name), join(to, name), copied);
  await disk.syncFolder(to);
}

/** undefined when the path is a file. */
async function entriesOf(disk: Disk, path: string) {
  try {
    return await listFolder(disk, path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
