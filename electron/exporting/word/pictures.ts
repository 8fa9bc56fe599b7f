export type PictureType = 'png' | 'jpg' | 'gif' | 'bmp';

export interface Picture {
  readonly type: PictureType;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

const text = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** What kind of picture the bytes are and how large; undefined when Word could not show it. */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (bytes[0] === 0x89 && text(bytes, 1, 4) === 'PNG' && text(bytes, 12, 16) === 'IHDR') {
      return sized('png', view.getUint32(16), view.getUint32(20));
    }
    if (/^GIF8[79]a$/.test(text(bytes, 0, 6))) return sized('gif', view.getUint16(6, true), view.getUint16(8, true));
    if (text(bytes, 0, 2) === 'BM') {
      return sized('bmp', Math.abs(view.getInt32(18, true)), Math.abs(view.getInt32(22, true)));
    }
    if (bytes[0] === 0xff && bytes[1] === 0xd8) return readJpeg(view);
  } catch {
    // Shorter than its own header says: not a picture that can be shown.
  }
  return undefined;
}

function sized(type: PictureType, width: number, height: number): Picture | undefined {
  return width > 0 && height > 0 && width < 100_000 && height < 100_000 ? { type, width, height } : undefined;
}

/** Walks the segments of a JPEG to its frame header. */
function readJpeg(view: DataView): Picture | undefined {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return sized('jpg', view.getUint16(at + 7), view.getUint16(at + 5));
    if (marker === 0xd9 || marker === 0xda) return undefined;
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
