import { AntouError } from '../../shared/api/errors.ts';
import { commonShare } from './common-han.ts';

/** Encodings a clerk may choose by hand when the guess is wrong. */
export const TEXT_ENCODINGS = ['UTF-8', 'GB18030', 'Big5', 'UTF-16LE', 'UTF-16BE'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

export interface DecodedText {
  readonly text: string;
  /** As shown to the clerk: UTF-8, UTF-8（带 BOM）, GB18030, Big5 … */
  readonly encoding: string;
  /** False when another encoding would have been nearly as likely: show a preview and ask. */
  readonly confident: boolean;
  /** How many bytes or pairs could not be read and now stand as U+FFFD. */
  readonly unreadable: number;
  /** How many control characters were left out. */
  readonly controls: number;
}

/** More than this share of control characters is no text (a real text has none; a damaged one has a few). */
const MOST_CONTROLS = 0.005;
/** More than this share of unreadable characters is no text in any encoding we know. */
const MOST_UNREADABLE = 0.05;
/** The guess looks at the first so many bytes: enough for a firm answer, quick for a 100 MB file. */
const SAMPLE_BYTES = 400_000;

/** Fewer bytes beyond ASCII than these prove nothing. */
const FEWEST_BYTES = 20;

/** Text of a file. @throws AntouError invalid when the bytes are no text. */
export function decodeText(bytes: Uint8Array, override?: TextEncoding): DecodedText {
  if (override) return finish(bytes, override, override, true);
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return finish(bytes, 'UTF-8', 'UTF-8（带 BOM）', true);
  if (startsWith(bytes, 0xff, 0xfe)) return finish(bytes, 'UTF-16LE', 'UTF-16LE（带 BOM）', true);
  if (startsWith(bytes, 0xfe, 0xff)) return finish(bytes, 'UTF-16BE', 'UTF-16BE（带 BOM）', true);
  const wide = wideEncoding(bytes);
  if (wide) return finish(bytes, wide, wide, true);
  if (isUtf8(bytes)) return finish(bytes, 'UTF-8', 'UTF-8', true);
  const guess = guessLegacy(bytes);
  return finish(bytes, guess.encoding, guess.encoding, guess.confident);
}

function startsWith(bytes: Uint8Array, ...head: number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 without a mark: line ends, blanks and digits leave zero bytes, which no other text has. */
function wideEncoding(bytes: Uint8Array): TextEncoding | undefined {
  if (bytes.length % 2 !== 0 || bytes.length < 4) return undefined;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (!sample.includes(0)) return undefined;
  for (const encoding of ['UTF-16LE', 'UTF-16BE'] as const) {
    const text = decode(sample, encoding);
    if (isPlainAscii(text) || commonShare(text) > 0.6) return encoding;
  }
  return undefined;
}

function isPlainAscii(text: string): boolean {
  return /^[\t\n\r\x20-\x7e]+$/.test(text);
}

function decode(bytes: Uint8Array, encoding: TextEncoding): string {
  return new TextDecoder(encoding.toLowerCase()).decode(bytes);
}

interface Guess {
  readonly encoding: TextEncoding;
  readonly confident: boolean;
}

/** Not valid UTF-8: GB18030, Big5, or UTF-8 with some damaged bytes; the one that reads most like Chinese. */
function guessLegacy(bytes: Uint8Array): Guess {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const scores = (['GB18030', 'Big5', 'UTF-8'] as const)
    .map((encoding) => ({ encoding, score: score(decode(sample, encoding)) }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scores;
  if (!best || !next) return { encoding: 'GB18030', confident: false };
  // A name or two in GB18030 cannot be told from Big5 by frequency: take the national standard and say it is a guess.
  if (best.score < 0.25) return { encoding: 'GB18030', confident: false };
  const enough = sample.filter((byte) => byte >= 0x80).length >= FEWEST_BYTES;
  return { encoding: best.encoding, confident: enough && best.score - next.score > 0.2 };
}

function score(text: string): number {
  const unreadable = count(text, /\ufffd/g);
  const privateUse = count(text, /[\ue000-\uf8ff]/g);
  const written = count(text, /[^\x00-\x7f]/g);
  return written === 0 ? 0 : commonShare(text) - (4 * (unreadable + privateUse)) / written;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function finish(bytes: Uint8Array, decoder: TextEncoding, encoding: string, confident: boolean): DecodedText {
  const raw = decode(bytes, decoder);
  const controls = count(raw, CONTROLS);
  const unreadable = count(raw, /\ufffd/g);
  if (controls > Math.max(raw.length * MOST_CONTROLS, 8) || unreadable > Math.max(raw.length * MOST_UNREADABLE, 3)) {
    refuseBinary();
  }
  const text = controls > 0 ? raw.replace(CONTROLS, '') : raw;
  return { text, encoding, confident: confident && unreadable === 0, unreadable, controls };
}

/** C0 and C1 controls that no text needs; tab, line ends, form feed and the old end-of-file mark 0x1A are let by. */
const CONTROLS = /[\x00-\x08\x0b\x0e-\x19\x1b-\x1f\x7f\x80-\x84\x86-\x9f]/g;

function refuseBinary(): never {
  throw new AntouError(
    'invalid',
    '这个文件的内容不是文字（是图片、程序或已损坏的数据），扩展名与内容不符，没有导入。请确认选对了文件；如是文稿，请用 Word/WPS 打开后另存为 .docx 或 .txt 再导入。',
  );
}
