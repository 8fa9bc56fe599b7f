import { createHash } from 'node:crypto';
import type { ExtractedPicture } from './types.ts';

interface Recognised {
  readonly type: string;
  readonly extension: string;
  readonly width?: number;
  readonly height?: number;
}

/** One picture may be this large; larger ones are left out and said. */
const LARGEST_PICTURE = 50 * 1024 * 1024;

/**
 * A picture whose bytes are what pages and Word can show (PNG, JPEG, GIF, BMP, WebP), with its size in pixels.
 * Undefined for everything else: SVG can carry programs, EMF and WMF are drawing commands.
 */
export function recognisePicture(bytes: Uint8Array, name: string): ExtractedPicture | undefined {
  if (bytes.length > LARGEST_PICTURE) return undefined;
  const found = png(bytes) ?? jpeg(bytes) ?? gif(bytes) ?? bmp(bytes) ?? webp(bytes);
  if (!found) return undefined;
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    name: `${name}.${found.extension}`,
    type: found.type,
    bytes,
    ...(found.width && found.height ? { width: found.width, height: found.height } : {}),
  };
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const ascii = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

function png(bytes: Uint8Array): Recognised | undefined {
  if (bytes.length < 24 || ascii(bytes, 1, 3) !== 'PNG' || bytes[0] !== 0x89) return undefined;
  return { type: 'image/png', extension: 'png', width: view(bytes).getUint32(16), height: view(bytes).getUint32(20) };
}

function gif(bytes: Uint8Array): Recognised | undefined {
  if (bytes.length < 10 || ascii(bytes, 0, 4) !== 'GIF8') return undefined;
  return {
    type: 'image/gif',
    extension: 'gif',
    width: view(bytes).getUint16(6, true),
    height: view(bytes).getUint16(8, true),
  };
}

function bmp(bytes: Uint8Array): Recognised | undefined {
  if (bytes.length < 26 || ascii(bytes, 0, 2) !== 'BM') return undefined;
  const height = Math.abs(view(bytes).getInt32(22, true));
  return { type: 'image/bmp', extension: 'bmp', width: view(bytes).getInt32(18, true), height };
}

function webp(bytes: Uint8Array): Recognised | undefined {
  if (bytes.length < 30 || ascii(bytes, 0, 4) !== 'RIFF' || ascii(bytes, 8, 4) !== 'WEBP') return undefined;
  const extended = ascii(bytes, 12, 4) === 'VP8X';
  const u24 = (at: number): number => (bytes[at] ?? 0) + ((bytes[at + 1] ?? 0) << 8) + ((bytes[at + 2] ?? 0) << 16) + 1;
  return { type: 'image/webp', extension: 'webp', ...(extended ? { width: u24(24), height: u24(27) } : {}) };
}

/** The size stands in the first start-of-frame segment. */
function jpeg(bytes: Uint8Array): Recognised | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return undefined;
  const base = { type: 'image/jpeg', extension: 'jpg' };
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { ...base, height: view(bytes).getUint16(at + 5), width: view(bytes).getUint16(at + 7) };
    }
    at += 2 + view(bytes).getUint16(at + 2);
  }
  return base;
}
