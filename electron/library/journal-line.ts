import { hash as sha256 } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Transaction } from '../../shared/records/record.ts';

/** First line of every segment: it says whose journal this is, so that library.json can be rebuilt from it. */
export interface SegmentEntry {
  readonly type: 'segment';
  readonly first: number;
  readonly format: number;
  readonly library: string;
  readonly name: string;
  readonly createdAt: string;
}

export interface ChangeEntry {
  readonly type: 'change';
  /** Tops of the undo and redo stacks after this transaction (0: empty). */
  readonly undo: number;
  readonly redo: number;
  /** What lies beneath this transaction on the stack it was put on. */
  readonly below: number;
  readonly transaction: Transaction;
}

/** Stands where lines were lost, after the damaged original has been set aside. */
export interface GapEntry {
  readonly type: 'gap';
  readonly from: number;
  readonly to: number;
  readonly at: string;
  readonly setAside: string;
  /** What the line after the gap names as its predecessor. */
  readonly resume?: string;
}

export type Entry = SegmentEntry | ChangeEntry | GapEntry;

export interface Line {
  readonly entry: Entry;
  /** Hash of the line before, as this line states it. */
  readonly prev: string;
  /** SHA-256 over the line from `prev` to its end: the next line states it as its `prev`. */
  readonly hash: string;
}

/** `prev` of the very first line. */
export const START = '0'.repeat(64);

const OPEN = '{"crc":"';
const CRC_END = OPEN.length + 8;
const PREV = '","prev":"';
const PREV_START = CRC_END + PREV.length;
const ENTRY = '","entry":';
const ENTRY_START = PREV_START + 64 + ENTRY.length;
const OPEN_BYTES = Buffer.from(OPEN);

/** One line with its newline, and the hash the next line has to state. */
export function encodeLine(entry: Entry, prev: string): { text: string; hash: string } {
  const body = JSON.stringify(entry);
  const rest = `${PREV}${prev}${ENTRY}${body}}`;
  const crc = crc32(rest).toString(16).padStart(8, '0');
  const resumed = entry.type === 'gap' ? entry.resume : undefined;
  const hash = resumed ?? sha256('sha256', rest.slice(PREV.length), 'hex');
  return { text: `${OPEN}${crc}${rest}\n`, hash };
}

/** The line in bytes[start, end) without its newline, or undefined when a single bit of it is not as written. */
export function parseLine(bytes: Buffer, start: number, end: number): Line | undefined {
  if (end - start <= ENTRY_START || bytes.toString('latin1', start, start + OPEN.length) !== OPEN) return undefined;
  const crc = bytes.toString('latin1', start + OPEN.length, start + CRC_END);
  const rest = bytes.subarray(start + CRC_END, end);
  if (crc32(rest).toString(16).padStart(8, '0') !== crc) return undefined;
  const prev = bytes.toString('latin1', start + PREV_START, start + PREV_START + 64);
  const body = bytes.subarray(start + ENTRY_START, end - 1);
  try {
    const entry = JSON.parse(body.toString()) as Entry;
    const resumed = entry.type === 'gap' ? entry.resume : undefined;
    return { entry, prev, hash: resumed ?? sha256('sha256', bytes.subarray(start + PREV_START, end), 'hex') };
  } catch {
    return undefined;
  }
}

export interface Found {
  readonly start: number;
  /** Behind the newline. */
  readonly end: number;
  /** undefined: these bytes are no line of ours. */
  readonly line: Line | undefined;
  /** Whether the newline is there. A good line without one counts, but nothing may be added behind it. */
  readonly ended: boolean;
}

/** Without the zeros behind the last line: room that was taken ahead (journal.ts) or that a power cut has left. */
export function withoutRoom(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return bytes.subarray(0, end);
}

/**
 * All lines of a segment in order, good and bad. A lost newline costs nothing: the line is tried without its last byte,
 * and the next line's opening is looked for.
 */
export function* linesOf(bytes: Buffer): Generator<Found> {
  let start = 0;
  while (start < bytes.length) {
    const newline = bytes.indexOf(10, start);
    const end = newline >= 0 ? newline : bytes.length;
    const line = parseLine(bytes, start, end);
    if (line) {
      yield { start, end: Math.min(end + 1, bytes.length), line, ended: newline >= 0 };
      start = end + 1;
      continue;
    }
    const next = bytes.indexOf(OPEN_BYTES, start + 1);
    const until = next > 0 && next < end ? next : end;
    const stop = until === end && newline >= 0 ? end + 1 : until;
    yield { start, end: stop, line: parseLine(bytes, start, until - 1), ended: false };
    start = stop;
  }
}
