import { AntouError } from '../../shared/api/errors.ts';

/** What a file is by its content; the extension is not believed. */
export type Content = 'zip' | 'text' | 'ole';

interface Signature {
  readonly bytes: readonly number[];
  readonly at?: number;
  readonly message: string;
}

const PICTURE = '这是图片，不是文稿，没有导入。图片请作为附件添加；需要其中文字的，请先识别成文字再导入。';
const ARCHIVE = '这是压缩包，没有导入。请先解压，再导入里面的文件。';
const MEDIA = '这是音频或视频，不是文稿，没有导入。请作为附件添加。';

const SIGNATURES: readonly Signature[] = [
  {
    bytes: ascii('%PDF-'),
    message:
      '这是 PDF 文件，目前还不能读取 PDF 里的文字，没有导入。请用 Word/WPS 另存为 .docx，或把文字复制到 .txt 再导入。',
  },
  {
    bytes: ascii('{\\rtf'),
    message: '这是 RTF 文件（写字板格式），没有导入。请用 Word/WPS 打开后另存为 .docx 再导入。',
  },
  { bytes: [0x89, 0x50, 0x4e, 0x47], message: PICTURE },
  { bytes: [0xff, 0xd8, 0xff], message: PICTURE },
  { bytes: ascii('GIF8'), message: PICTURE },
  { bytes: [0x49, 0x49, 0x2a, 0x00], message: PICTURE },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], message: PICTURE },
  { bytes: ascii('WEBP'), at: 8, message: PICTURE },
  { bytes: ascii('Rar!'), message: ARCHIVE },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], message: ARCHIVE },
  { bytes: [0x1f, 0x8b], message: ARCHIVE },
  { bytes: [0x4d, 0x5a, 0x90, 0x00], message: '这是程序文件，不是文稿，没有导入。' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], message: '这是程序文件，不是文稿，没有导入。' },
  { bytes: ascii('ftyp'), at: 4, message: MEDIA },
  { bytes: ascii('ID3'), message: MEDIA },
  { bytes: ascii('OggS'), message: MEDIA },
];

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}

function matches(bytes: Uint8Array, signature: Signature): boolean {
  const at = signature.at ?? 0;
  return signature.bytes.every((byte, index) => bytes[at + index] === byte);
}

/** @throws AntouError invalid for empty files and for everything that is neither text nor an office package. */
export function contentOf(bytes: Uint8Array): Content {
  if (bytes.length === 0) throw new AntouError('invalid', '文件是空的（0 字节），没有导入。请确认文件已保存完整。');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] ?? 0) <= 6)
    return 'zip';
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) return 'ole';
  for (const signature of SIGNATURES) if (matches(bytes, signature)) throw new AntouError('invalid', signature.message);
  return 'text';
}

/** What an old-style (OLE) container holds, told by the names of its streams. */
export function oleContent(bytes: Uint8Array): 'encrypted' | 'word' | 'excel' | 'powerpoint' | 'other' {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string): boolean => buffer.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) return 'encrypted';
  if (has('WordDocument')) return 'word';
  if (has('Workbook') || buffer.includes(Buffer.from('B\0o\0o\0k\0\0\0', 'latin1'))) return 'excel';
  if (has('PowerPoint Document')) return 'powerpoint';
  return 'other';
}

/** Refuses an old-style container that was handed in as a document, in words that fit what it is. */
export function refuseOle(bytes: Uint8Array): never {
  throw new AntouError('invalid', OLE_REFUSALS[oleContent(bytes)]);
}

const OLE_REFUSALS = {
  encrypted: '这个文件有密码，打不开，没有导入。请用 Word/WPS 输入密码打开，取消密码后另存为 .docx 再导入。',
  word: '这是旧版 Word 文件（.doc），没有导入。请用 Word/WPS 另存为 .docx 再导入。',
  excel: '这是 Excel 表格，不是文稿，没有导入。委员名册等表格请从“导入名册”进入。',
  powerpoint: '这是演示文稿（.ppt），没有导入。请把文字另存为 .docx 或 .txt 再导入。',
  other: '这是旧版办公文件（可能是 .doc 或 .wps），没有导入。请用 Word/WPS 另存为 .docx 再导入。',
} as const;
