import { describe, expect, it } from 'vitest';
import { createLibrary, openLibrary } from '../../electron/library/index.ts';
import type { Library, LibraryOptions } from '../../electron/library/types.ts';
import { type Inode, MemoryDisk, type Operation, overlaid, resized } from './memory-disk.ts';

const ROOT = '/disk/库';
/** States per run; each is one power cut at a random moment with a random part of the unsynced work lost. */
const STATES = 2400;
const SECTOR = 512;

/** What had been acknowledged when the mark was set. */
interface Acknowledged {
  readonly notes: Readonly<Record<string, string | undefined>>;
  readonly files: readonly string[];
}

function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A working day in small: creation, single and concurrent saves, long text, attachments, undo, checkpoints, reopening. */
async function workload(disk: MemoryDisk, options: LibraryOptions): Promise<void> {
  const notes: Record<string, string | undefined> = {};
  const files: string[] = [];
  const acknowledge = () => disk.mark({ notes: { ...notes }, files: [...files] } satisfies Acknowledged);
  let library: Library = await createLibrary(ROOT, '断电', options);
  acknowledge();
  const save = async (id: string, text: string) => {
    const item = { kind: 'note', id, values: { text } };
    const known = library.get('note', id);
    await library.commit({ label: `保存${id}`, who: '甲', ...(known ? { update: [item] } : { add: [item] }) });
    notes[id] = text;
    acknowledge();
  };
  for (let round = 0; round < 6; round += 1) {
    for (let index = 0; index < 4; index += 1) await save(`n${round}-${index}`, `文${round}`);
    await Promise.all([save('a', `一${round}`), save('b', `二${round}`), save('c', `三${round}`.repeat(300))]);
    await save('long', `${round}`.padEnd(9000 + round, '长'));
    files.push((await library.putFile(Buffer.alloc(2000 + round, round), 'x.bin', 'application/octet-stream')).sha256);
    acknowledge();
    await library.commit({ label: '删', who: '甲', remove: [{ kind: 'note', id: `n${round}-0` }] });
    notes[`n${round}-0`] = undefined;
    acknowledge();
    if (round % 2 === 0) {
      await library.checkpoint();
      await library.undo('甲');
      notes[`n${round}-0`] = `文${round}`;
      acknowledge();
    } else {
      await library.close();
      library = await openLibrary(ROOT, options);
    }
  }
  await library.close();
}

/** The disk after the power went before operation `end`: what was not synced may be there, half there, or not. */
function crashed(log: readonly Operation[], end: number, chance: () => number): MemoryDisk {
  const disk = new MemoryDisk();
  const syncedData = new Map<number, number>();
  const syncedNames = new Map<string, number>();
  for (const [index, operation] of log.slice(0, end).entries()) {
    if (operation.type === 'sync') syncedData.set(operation.inode, index);
    if (operation.type === 'syncFolder') syncedNames.set(operation.folder, index);
  }
  const inodes = new Map<number, Inode>();
  const inodeOf = (number: number) => {
    const inode = inodes.get(number) ?? { number, bytes: Buffer.alloc(0) };
    inodes.set(number, inode);
    return inode;
  };
  // Journalling file systems keep names in order up to some moment; others lose any of them.
  const ordered = chance() < 0.5;
  const cut = end * chance();
  for (const [index, operation] of log.slice(0, end).entries()) {
    if (operation.type === 'write' || operation.type === 'truncate') {
      const inode = inodeOf(operation.inode);
      const safe = index < (syncedData.get(operation.inode) ?? -1);
      if (operation.type === 'truncate') {
        if (safe || chance() < 0.7) inode.bytes = resized(inode.bytes, operation.size);
        continue;
      }
      const kept = safe ? operation.bytes : torn(operation.bytes, chance);
      if (kept) inode.bytes = overlaid(inode.bytes, kept, operation.position);
    } else if (operation.type === 'name') {
      const safe = index < (syncedNames.get(operation.folder) ?? -1);
      if (!safe && (ordered ? index > cut : chance() < 0.5)) continue;
      if (operation.from !== undefined) disk.files.delete(operation.from);
      if (operation.inode === 'folder') disk.folders.add(operation.path);
      else if (operation.inode === 'none') disk.files.delete(operation.path);
      else disk.files.set(operation.path, inodeOf(operation.inode));
    }
  }
  for (const path of [...disk.files.keys()]) {
    const parents = path
      .split('/')
      .slice(1, -1)
      .map((_, index, parts) => `/${parts.slice(0, index + 1).join('/')}`);
    if (!parents.every((parent) => disk.folders.has(parent))) disk.files.delete(path);
  }
  return disk;
}

/** Unsynced bytes: all, none, the first sectors, or some sectors with zeros where the others should be. */
function torn(bytes: Buffer, chance: () => number): Buffer | undefined {
  const what = chance();
  if (what < 0.3) return bytes;
  if (what < 0.5) return undefined;
  const sectors = Math.ceil(bytes.length / SECTOR);
  if (what < 0.8)
    return bytes.subarray(0, Math.floor(chance() * sectors) * SECTOR || Math.floor(chance() * bytes.length));
  const holed = Buffer.from(bytes);
  for (let sector = 0; sector < sectors; sector += 1)
    if (chance() < 0.4) holed.fill(0, sector * SECTOR, Math.min((sector + 1) * SECTOR, holed.length));
  return holed;
}

async function check(
  disk: MemoryDisk,
  wanted: Acknowledged,
  next: readonly Acknowledged[],
  options: LibraryOptions,
): Promise<void> {
  const library = await openLibrary(ROOT, { ...options, fs: disk });
  for (const [id, text] of Object.entries(wanted.notes)) {
    const found = library.get('note', id)?.values.text;
    // What was under way when the power went may have arrived, too.
    const allowed = [text, ...next.filter(({ notes }) => id in notes).map(({ notes }) => notes[id])];
    if (!allowed.includes(found as string | undefined))
      throw new Error(
        `${id}: ${String(found).slice(0, 20)} instead of ${allowed.map((item) => String(item).slice(0, 20))}`,
      );
  }
  for (const sha256 of wanted.files) await library.readFile(sha256);
  const bad = library.damage.filter(({ mended }) => !mended);
  if (bad.length > 0) throw new Error(bad.map(({ message }) => message).join());
  await library.commit({ label: '断电以后', who: '甲', add: [{ kind: 'note', values: { text: '新' } }] });
  await library.close();
}

describe('断电：没有同步到盘上的都可能丢、可能残', () => {
  const options: LibraryOptions = {
    now: () => new Date(Date.UTC(2001, 1, 3)),
    machine: '测试机',
    checkpointAfter: { idleMs: 1e6, transactions: 1e6 },
  };

  async function run(fs: MemoryDisk, count: number): Promise<{ states: number; failures: string[] }> {
    fs.recording = true;
    await workload(fs, { ...options, fs });
    const { log } = fs;
    const marks = log.flatMap((operation, index) =>
      operation.type === 'mark' ? [{ index, value: operation.value as Acknowledged }] : [],
    );
    const first = marks[0]!.index;
    const failures: string[] = [];
    let states = 0;
    for (let seed = 1; states < count; seed += 1) {
      const chance = chanceFrom(seed);
      // Every point of the log has its turn before any has a second one.
      const end = first + 1 + (seed % (log.length - first));
      const at = marks.findLastIndex(({ index }) => index < end);
      const disk = crashed(log, end, chance);
      states += 1;
      try {
        // Three concurrent saves share one sync: all three may be there before the first of them is marked.
        const next = marks.slice(at + 1, at + 4).map(({ value }) => value);
        await check(disk, marks[at]!.value, next, options);
      } catch (error) {
        failures.push(
          `seed ${seed}, operation ${end} of ${log.length}: ${error instanceof Error ? error.message : error}`,
        );
      }
    }
    return { states, failures };
  }

  it(`${STATES} 种断电后的样子：全部打得开，已确认的都在，还能接着保存`, async () => {
    const { states, failures } = await run(new MemoryDisk(), STATES);
    console.log(`power cut: ${states} states, ${failures.length} failures`);
    expect(failures.slice(0, 5)).toEqual([]);
    expect(states).toBe(STATES);
  });

  it('对照：不同步就确认，同样的试验通不过', async () => {
    class Forgetful extends MemoryDisk {
      override async open(path: string, mode: 'replace' | 'exclusive' | 'edit') {
        const file = await super.open(path, mode);
        return path.endsWith('.ndjson') ? { ...file, sync: async () => undefined } : file;
      }
    }
    const { failures } = await run(new Forgetful(), 300);
    expect(failures.length).toBeGreaterThan(30);
  });
});
