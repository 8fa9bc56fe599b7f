import { inflateRawSync } from 'node:zlib';
import { AntouError } from '../../shared/api/errors.ts';

/** One entry of an office package, as its directory states it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly compressed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly at: number;
  readonly encrypted: boolean;
}

type OfficeKind = 'Word' | 'Excel';

/** Bounds of a package; beyond them it is refused unread (reliability T-31). */
const ZIP_LIMITS = {
  entries: 10_000,
  total: 1024 * 1024 * 1024,
  ratio: 100,
  /** Ratios of small parts mean nothing: 4 KB of blanks is no bomb. */
  ratioFrom: 5 * 1024 * 1024,
  /**
   * One XML part, in bytes. Word text goes through a tree that takes some 35 times its size: 16 MB of it (4.7 million
   * characters) took 600 MB; tables are read as they stream by.
   */
  xml: { Word: 24 * 1024 * 1024, Excel: 64 * 1024 * 1024 },
} as const;

/**
 * Looks through an office package without unpacking it: directory, sizes, names. Then unpacks each part once, bounded
 * by the size it claims, so that what a reader later unpacks is what was counted here.
 * @throws AntouError invalid for bombs, locked packages, hostile names and broken directories.
 */
export function inspectZip(bytes: Uint8Array, kind: OfficeKind): Map<string, ZipEntry> {
  const entries = readDirectory(bytes, kind);
  if (entries.some((entry) => entry.encrypted)) {
    refuse(`这个${kind}文件有密码（加密压缩），打不开，没有导入。请取消密码后另存，再导入。`);
  }
  refuseBomb(entries, bytes.length);
  refuseNames(entries);
  refuseOverlap(entries, bytes.length, kind);
  for (const entry of entries) inspectPart(bytes, entry, kind);
  return new Map(entries.map((entry) => [entry.name, entry]));
}

function refuse(message: string, cause?: unknown): never {
  throw new AntouError('invalid', message, undefined, cause);
}

const broken = (kind: string): string =>
  `这个文件不是完整的 ${kind} 文件（可能没有下载完，或已损坏），没有导入。请用 ${kind}/WPS 打开看看，能打开就另存一份再导入。`;

function readDirectory(bytes: Uint8Array, kind: string): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = -1;
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65535); at--) {
    if (view.getUint32(at, true) === 0x06054b50) {
      end = at;
      break;
    }
  }
  if (end < 0) refuse(broken(kind));
  const count = view.getUint16(end + 10, true);
  if (count > ZIP_LIMITS.entries || count === 0xffff) refuse(tooManyEntries(count));
  const entries: ZipEntry[] = [];
  const decoder = new TextDecoder('utf-8');
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) refuse(broken(kind));
    const nameLength = view.getUint16(at + 28, true);
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    entries.push({
      name: decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method,
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
      encrypted: (flags & 1) === 1 || method === 99,
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

const tooManyEntries = (count: number): string =>
  `压缩包里有 ${count === 0xffff ? '65535 个以上' : `${count} 个`}条目，超过 1 万个的上限，疑为有害文件，没有导入。`;

function refuseBomb(entries: readonly ZipEntry[], packed: number): void {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  const megabytes = Math.round(total / 1024 / 1024);
  const bomb = `压缩包解开后有 ${megabytes} MB，是原来的 ${Math.round(total / packed)} 倍，疑为有害文件（压缩炸弹），没有解开，也没有导入。`;
  if (total > ZIP_LIMITS.total) refuse(bomb);
  if (total > ZIP_LIMITS.ratioFrom && total / packed > ZIP_LIMITS.ratio) refuse(bomb);
  for (const entry of entries) {
    if (entry.size > ZIP_LIMITS.ratioFrom && entry.size / Math.max(1, entry.compressed) > ZIP_LIMITS.ratio)
      refuse(bomb);
    if (/\.(?:zip|rar|7z|gz|tgz|bz2|xz|jar)$/i.test(entry.name)) {
      refuse('文件里套着另一个压缩包，疑为有害文件，没有导入。请用 Word/WPS 打开后另存一份再导入。');
    }
  }
}

/** Names that would leave the folder, or that Windows gives another meaning (reliability T-34). */
function refuseNames(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const parts = name.replace(/\/$/, '').split('/');
    const hostile =
      /[\\:\0-\x1f]/.test(name) ||
      name.startsWith('/') ||
      parts.some(
        (part) =>
          part === '' ||
          /^\.+$/.test(part) ||
          /[. ]$/.test(part) ||
          /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(part),
      ) ||
      seen.has(name.toLowerCase());
    if (hostile) refuse('文件内部的条目名不正常（指向文件夹之外或重名），疑为有害文件，没有导入。');
    seen.add(name.toLowerCase());
  }
}

/** Entries that share their bytes multiply what a package unpacks to. */
function refuseOverlap(entries: readonly ZipEntry[], length: number, kind: string): void {
  const ordered = [...entries].sort((a, b) => a.at - b.at);
  let end = 0;
  for (const entry of ordered) {
    if (entry.at + 30 + entry.compressed > length) refuse(broken(kind));
    if (entry.at < end) refuse('压缩包里的条目互相重叠，疑为有害文件（压缩炸弹），没有导入。');
    end = entry.at + 30 + entry.compressed;
  }
}

function inspectPart(bytes: Uint8Array, entry: ZipEntry, kind: OfficeKind): void {
  if (entry.size === 0 && entry.compressed === 0) return;
  const xml = /\.(?:xml|rels|vml)$/i.test(entry.name);
  if (xml && entry.size > ZIP_LIMITS.xml[kind]) {
    refuse(
      `文件内容过大（${entry.name} 解开后 ${Math.round(entry.size / 1024 / 1024)} MB），没有导入。请拆成几个文件再导入。`,
    );
  }
  const data = unpack(bytes, entry, kind);
  if (!xml) return;
  // A DOCTYPE has no place in office files; it serves to read other files or to unfold without end (T-32).
  const head = data.subarray(0, 4096);
  const wide = head[0] === 0xff || head[0] === 0xfe || head.indexOf(0) >= 0;
  const text = wide ? new TextDecoder(head[0] === 0xfe || head[0] === 0 ? 'utf-16be' : 'utf-16le').decode(data) : '';
  const found = wide
    ? /<!\s*(?:DOCTYPE|ENTITY)/i.test(text)
    : asciiIncludes(data, '<!DOCTYPE') || asciiIncludes(data, '<!ENTITY');
  if (found) refuse('文件内部带有 DOCTYPE 声明，正常的办公文件没有这种内容，疑为有害文件，没有导入。');
}

function asciiIncludes(data: Uint8Array, text: string): boolean {
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength).includes(text, 0, 'latin1');
}

/** One part, unpacked; never longer than its directory says. */
export function unpack(bytes: Uint8Array, entry: ZipEntry, kind: string): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(entry.at, true) !== 0x04034b50) refuse(broken(kind));
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = bytes.subarray(start, start + entry.compressed);
  if (entry.method === 0) {
    if (entry.size !== packed.length) refuse(broken(kind));
    return packed;
  }
  if (entry.method !== 8) refuse(`文件用了不常见的压缩方式，读不了，没有导入。请用 Word/WPS 打开后另存一份再导入。`);
  try {
    const data = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
    if (data.length !== entry.size) throw new Error('size differs from the directory');
    return data;
  } catch (cause) {
    refuse(broken(kind), cause);
  }
}
