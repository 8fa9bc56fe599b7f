import { join } from 'node:path';
import { type Disk, listFolder } from './disk.ts';
import { type ChangeEntry, type Entry, type Found, type Line, linesOf, START, withoutRoom } from './journal-line.ts';

export const SEGMENT_NAME = /^(\d{8,})\.ndjson$/;

export function segmentName(first: number): string {
  return `${String(first).padStart(8, '0')}.ndjson`;
}

/** A range of transactions whose lines are not there. `to` = `from` - 1: nothing is missing, only the chain is broken. */
export interface Hole {
  readonly from: number;
  readonly to: number;
}

/** What a segment holds, in order: good lines as they stand, and holes. */
export type Piece = { readonly start: number; readonly end: number; readonly line: Line } | Hole;

export interface SegmentReading {
  readonly name: string;
  readonly first: number;
  /** undefined for a segment that has to be made anew, to carry a hole. */
  readonly bytes: Buffer | undefined;
  readonly pieces: Piece[];
  /** Chinese; what is wrong with it. */
  readonly faults: string[];
  headed: boolean;
  /** Bytes after the last good line, at the very end of the journal: a write that was cut off. */
  tornFrom: number | undefined;
}

export interface JournalReading {
  readonly segments: SegmentReading[];
  /** Segments before these were not read (they lie before the checkpoint). */
  readonly skipped: readonly { readonly name: string; readonly first: number }[];
  lastSeq: number;
  lastHash: string;
  readonly holes: Hole[];
}

export interface ReadingStart {
  /** Transactions up to this one are known already; undefined: the journal is read from its first line. */
  readonly from?: number;
  /** The last transaction the checkpoint holds; the journal must reach at least there. */
  readonly reach: number;
  /** Hash of that transaction's line, when known. */
  readonly hash?: string | undefined;
}

/** Reads the journal and hands every good change line that was read to `each`, in order. Nothing is written. */
export async function readJournal(
  disk: Disk,
  folder: string,
  start: ReadingStart,
  each: (entry: ChangeEntry, segment: string) => void,
): Promise<JournalReading> {
  const names = (await listFolder(disk, folder)).filter((entry) => !entry.folder && SEGMENT_NAME.test(entry.name));
  const all = names
    .map(({ name }) => ({ name, first: Number(SEGMENT_NAME.exec(name)?.[1]) }))
    .sort((a, b) => a.first - b.first);
  let begin = 0;
  const { from } = start;
  if (from !== undefined) {
    // The line of the checkpoint itself is read too: its hash ties the checkpoint to this journal.
    begin = Math.max(
      0,
      all.findLastIndex(({ first }) => first <= from),
    );
  }
  const reader = new Reader(begin > 0, start, each);
  for (const { name, first } of all.slice(begin))
    reader.segment(name, first, withoutRoom(await disk.read(join(folder, name))));
  reader.finish();
  return { ...reader.result(), skipped: all.slice(0, begin) };
}

class Reader {
  readonly #segments: SegmentReading[] = [];
  readonly #holes: Hole[] = [];
  readonly #start: ReadingStart;
  readonly #each: (entry: ChangeEntry, segment: string) => void;
  #seq = 0;
  #hash: string | undefined = START;

  constructor(partial: boolean, start: ReadingStart, each: (entry: ChangeEntry, name: string) => void) {
    this.#start = start;
    this.#each = each;
    if (partial) this.#hash = undefined;
  }

  segment(name: string, first: number, bytes: Buffer): void {
    if (this.#hash === undefined) this.#seq = first - 1;
    const segment: SegmentReading = { name, first, bytes, pieces: [], faults: [], headed: false, tornFrom: undefined };
    if (first > this.#seq + 1) this.#hole(this.#seq + 1, first - 1, this.#before(this.#seq + 1), '缺少一段流水文件');
    this.#segments.push(segment);
    for (const found of linesOf(bytes)) this.#found(segment, found);
  }

  #found(segment: SegmentReading, found: Found): void {
    const { line, start, end } = found;
    const fits = line && this.#fits(segment, line.entry, start);
    if (!line || !fits) {
      segment.tornFrom ??= start;
      return;
    }
    if (segment.tornFrom !== undefined) {
      segment.faults.push(`第 ${segment.tornFrom} 字节起有一段内容已损坏`);
      segment.tornFrom = undefined;
    }
    if (!found.ended) segment.faults.push('有一处换行损坏');
    const { entry } = line;
    if (entry.type === 'segment') {
      if (this.#hash !== undefined && this.#hash !== line.prev)
        this.#hole(this.#seq + 1, this.#seq, this.#before(this.#seq + 1), '前后不相接');
      segment.headed = true;
    } else {
      const seq = entry.type === 'gap' ? entry.from : entry.transaction.seq;
      if (seq !== this.#seq + 1) this.#hole(this.#seq + 1, seq - 1, segment, '缺少若干笔');
      else if (this.#hash !== undefined && this.#hash !== line.prev && segment.headed)
        this.#hole(seq, seq - 1, segment, '前后不相接');
      this.#seq = entry.type === 'gap' ? entry.to : seq;
    }
    segment.pieces.push({ start, end, line });
    this.#hash = line.hash;
    if (entry.type === 'gap') this.#holes.push({ from: entry.from, to: entry.to });
    if (entry.type === 'change') {
      const { reach, hash } = this.#start;
      if (reach === entry.transaction.seq && hash !== undefined && hash !== line.hash)
        segment.faults.push('流水与检查点记下的校验值不符');
      this.#each(entry, segment.name);
    }
  }

  /** A line that repeats or goes back is none of this journal, whatever its checksum says. */
  #fits(segment: SegmentReading, entry: Entry, start: number): boolean {
    if (entry.type === 'segment') return start === 0 && entry.first === segment.first;
    const seq = entry.type === 'gap' ? entry.from : entry.transaction.seq;
    return Number.isSafeInteger(seq) && seq > this.#seq;
  }

  /** The segment a hole before `first` is noted in: the last one read, or a new one at the head of the journal. */
  #before(first: number): SegmentReading {
    const last = this.#segments.at(-1);
    if (last) return last;
    const made: SegmentReading = {
      name: segmentName(first),
      first,
      bytes: undefined,
      pieces: [],
      faults: [],
      headed: false,
      tornFrom: undefined,
    };
    this.#segments.push(made);
    return made;
  }

  #hole(from: number, to: number, segment: SegmentReading, fault: string): void {
    segment.faults.push(to < from ? fault : `${fault}（第 ${from} 至 ${to} 笔）`);
    segment.pieces.push({ from, to });
    if (to >= from) this.#holes.push({ from, to });
    if (to >= from) this.#seq = to;
  }

  finish(): void {
    // Torn bytes are only a cut-off write at the very end; before that they are damage.
    for (const segment of this.#segments.slice(0, -1)) {
      if (segment.tornFrom === undefined) continue;
      segment.faults.push(`第 ${segment.tornFrom} 字节起有一段内容已损坏`);
      segment.tornFrom = undefined;
    }
    const last = this.#segments.at(-1);
    // Nothing of the last segment was ever complete: the power went while it was begun.
    if (last?.bytes?.length === 0) last.tornFrom = 0;
    for (const segment of this.#segments)
      if (!segment.headed && segment.tornFrom !== 0) segment.faults.push('文件开头的说明行已损坏');
    const end = this.#start.reach;
    if (end > this.#seq) {
      const segment = this.#before(this.#seq + 1);
      if (segment.tornFrom !== undefined) segment.faults.push(`第 ${segment.tornFrom} 字节起的内容已损坏`);
      if (segment.tornFrom === 0) segment.faults.push('文件开头的说明行已损坏');
      segment.tornFrom = undefined;
      this.#hole(this.#seq + 1, end, segment, '末尾缺少已保存过的若干笔');
    }
  }

  result(): Omit<JournalReading, 'skipped'> {
    return { segments: this.#segments, lastSeq: this.#seq, lastHash: this.#hash ?? START, holes: this.#holes };
  }
}
