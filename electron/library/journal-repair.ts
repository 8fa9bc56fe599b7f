import { dirname, join } from 'node:path';
import type { DamageLog } from './damage.ts';
import { type Disk, writeDurably } from './disk.ts';
import type { JournalEnd, JournalOwner } from './journal.ts';
import { encodeLine, type GapEntry, parseLine, START, withoutRoom } from './journal-line.ts';
import type { JournalReading, SegmentReading } from './journal-reading.ts';

/**
 * Writes damaged segments anew: good lines byte for byte, and in place of what is lost a line that says so. The
 * damaged original has been set aside before. Afterwards the journal can be added to.
 */
export async function repairJournal(
  disk: Disk,
  folder: string,
  reading: JournalReading,
  owner: JournalOwner,
  damage: DamageLog,
  held: number,
  at: string,
): Promise<JournalEnd> {
  let hash: string | undefined;
  const kept: { name: string; first: number }[] = [...reading.skipped];
  const sizes = new Map<string, number>();
  let size = 0;
  for (const [index, segment] of reading.segments.entries()) {
    const path = join(folder, segment.name);
    const last = index === reading.segments.length - 1;
    if (last && segment.tornFrom !== undefined) await dropTorn(disk, path, segment, damage);
    if (last && segment.tornFrom === 0 && segment.faults.length === 0) {
      size = sizes.get(kept.at(-1)?.name ?? '') ?? (await tailSize(disk, folder, kept));
      break;
    }
    size = segment.tornFrom ?? segment.bytes?.length ?? 0;
    if (segment.faults.length > 0) {
      const setAside = segment.bytes && (await damage.copyAside(path, segment.bytes));
      const mended = repaired(segment, owner, hash ?? (kept.length > 0 ? undefined : START), at, setAside ?? '');
      await disk.makeFolder(dirname(path));
      await writeDurably(disk, path, mended.bytes);
      report(damage, path, segment, held, setAside);
      size = mended.bytes.length;
      hash = mended.hash;
    } else hash = lastHash(segment) ?? hash;
    sizes.set(segment.name, size);
    kept.push({ name: segment.name, first: segment.first });
  }
  return { segments: kept, size, seq: reading.lastSeq, hash: hash ?? reading.lastHash };
}

async function tailSize(disk: Disk, folder: string, kept: readonly { name: string }[]): Promise<number> {
  const tail = kept.at(-1);
  return tail ? withoutRoom(await disk.read(join(folder, tail.name))).length : 0;
}

function lastHash(segment: SegmentReading): string | undefined {
  const piece = segment.pieces.findLast((item) => 'line' in item);
  return piece && 'line' in piece ? piece.line.hash : undefined;
}

/** A write that was cut off: never acknowledged, so dropping it loses nothing. Its bytes are kept all the same. */
async function dropTorn(disk: Disk, path: string, segment: SegmentReading, damage: DamageLog): Promise<void> {
  const { tornFrom = 0, bytes = Buffer.alloc(0) } = segment;
  if (tornFrom < bytes.length) {
    const setAside = await damage.copyAside(path, bytes.subarray(tornFrom));
    const message =
      '上次退出时有一次保存没有写完（断电或被强行结束），这一次修改没有保存，已舍去；在它之前显示过“已保存”的内容都在。';
    damage.report(path, message, true, { level: 'note', ...(setAside ? { setAside } : {}) });
  }
  if (tornFrom === 0) {
    await disk.remove(path);
    await disk.syncFolder(dirname(path));
    return;
  }
  const file = await disk.open(path, 'edit');
  try {
    await file.truncate(tornFrom);
    await file.sync();
  } finally {
    await file.close();
  }
}

function repaired(
  segment: SegmentReading,
  owner: JournalOwner,
  before: string | undefined,
  at: string,
  setAside: string,
): { bytes: Buffer; hash: string } {
  const { bytes: original, pieces } = segment;
  const parts: Uint8Array[] = [];
  let hash = before;
  const add = (line: { text: string; hash: string }) => {
    parts.push(Buffer.from(line.text));
    hash = line.hash;
  };
  const gap = (from: number, to: number, resume: string | undefined) => {
    const entry: GapEntry = { type: 'gap', from, to, at, setAside, ...(resume === undefined ? {} : { resume }) };
    add(encodeLine(entry, hash ?? START));
  };
  const firstLine = pieces.find((piece) => 'line' in piece);
  const headed = firstLine && 'line' in firstLine && firstLine.line.entry.type === 'segment';
  if (!headed) add(encodeLine({ type: 'segment', first: segment.first, ...owner }, hash ?? START));
  for (const [index, piece] of pieces.entries()) {
    if (!('line' in piece)) {
      const next = pieces.slice(index + 1).find((item) => 'line' in item);
      // A broken chain without anything missing needs its line only if the chain is still broken by now.
      const resume = next && 'line' in next ? next.line.prev : undefined;
      if (piece.to >= piece.from || (resume !== undefined && resume !== hash)) gap(piece.from, piece.to, resume);
      continue;
    }
    const { line, start, end } = piece;
    if (hash !== undefined && line.prev !== hash && line.entry.type !== 'segment') {
      const seq = line.entry.type === 'change' ? line.entry.transaction.seq : line.entry.from;
      gap(seq, seq - 1, line.prev);
    }
    const raw = original?.subarray(start, end) ?? Buffer.alloc(0);
    parts.push(ended(raw));
    hash = line.hash;
  }
  return { bytes: Buffer.concat(parts), hash: hash ?? START };
}

/** The line with its newline: in its place may stand another byte, or nothing, when the file ends there. */
function ended(raw: Buffer): Buffer {
  if (raw.at(-1) === 10) return raw;
  const whole = parseLine(raw, 0, raw.length) ? raw : raw.subarray(0, raw.length - 1);
  return Buffer.concat([whole, Buffer.from('\n')]);
}

/** `held`: transactions up to here are contained in the checkpoint, so losing their lines loses only history. */
function report(
  damage: DamageLog,
  path: string,
  segment: SegmentReading,
  held: number,
  setAside: string | undefined,
): void {
  const lost = segment.pieces.filter(
    (piece): piece is { from: number; to: number } => 'from' in piece && piece.to >= piece.from,
  );
  const range = lost.map(({ from, to }) => (from === to ? `第 ${from} 笔` : `第 ${from} 至 ${to} 笔`)).join('、');
  const what = `流水文件有损坏：${[...new Set(segment.faults)].join('；')}。原件已另存。`;
  const more = setAside ? { setAside } : {};
  if (lost.length === 0) damage.report(path, `${what}所有修改都还读得出来，没有丢失。`, true, more);
  else if (lost.every(({ to }) => to <= held))
    damage.report(path, `${what}现有内容完好；${range}修改的历史不能再查看和撤销。`, true, more);
  else
    damage.report(
      path,
      `${what}${range}修改可能已丢失，其余内容都在。请对照最近的备份，把这几笔涉及的内容补上。`,
      false,
      more,
    );
}
