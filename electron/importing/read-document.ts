import { AntouError } from '../../shared/api/errors.ts';
import { countCharacters } from '../../shared/text/body.ts';
import { contentOf, refuseOle } from './content.ts';
import { readDocx } from './docx/docx.ts';
import type { Draft } from './draft.ts';
import { decodeText, type TextEncoding } from './encoding.ts';
import { readFrontMatter } from './front-matter.ts';
import { recogniseHead } from './head.ts';
import { readHtml } from './html.ts';
import { looksLikeMarkdown, readMarkdown } from './markdown.ts';
import { readPlainText } from './plain-text.ts';
import type { ExtractedPicture, ReadDocument, SourceFile } from './types.ts';

export interface ReadOptions {
  /** Chosen by the clerk when the guess was wrong. */
  readonly encoding?: TextEncoding;
  /** Bytes; larger files are refused before they are read. */
  readonly largest?: number;
}

/** 100 MB: a book with its pictures fits; what is larger is a scan or a film. */
const LARGEST_FILE = 100 * 1024 * 1024;
/** Longer texts would not fit one document in memory and on the screen. */
const LONGEST_TEXT = 20_000_000;

/**
 * Reads one file into plain structure. What it is, is told by its content, not by its name.
 * @throws AntouError invalid with a Chinese sentence: why it cannot go in and what to do.
 */
export async function readDocument(file: SourceFile, options: ReadOptions = {}): Promise<ReadDocument> {
  return readBytes(file.name, await readLimited(file, options.largest), options);
}

/** The bytes of a file, refused by its size alone when it is too large or empty. */
export async function readLimited(file: SourceFile, largest = LARGEST_FILE): Promise<Uint8Array> {
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;
  if (file.size > largest) {
    throw new AntouError(
      'invalid',
      `文件有 ${megabytes(file.size)}，超过 ${megabytes(largest)} 的上限，没有读取。请压缩其中的图片或拆成几个文件再导入。`,
    );
  }
  if (file.size === 0) throw new AntouError('invalid', '文件是空的（0 字节），没有导入。请确认文件已保存完整。');
  return file.read();
}

/** Reads bytes that are already in memory. */
export async function readBytes(name: string, bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadDocument> {
  const content = contentOf(bytes);
  if (content === 'ole') refuseOle(bytes);
  const read = content === 'zip' ? await fromDocx(name, bytes) : fromText(name, bytes, options);
  if (countCharacters(read.body) === 0 && read.pictures.length === 0) {
    throw new AntouError('invalid', '文件里没有正文文字，没有导入。请打开文件看看内容是否在图片或文本框里。');
  }
  return read;
}

async function fromDocx(name: string, bytes: Uint8Array): Promise<ReadDocument> {
  const { draft, pictures } = await readDocx(bytes);
  return { format: 'docx', ...recogniseHead(draft, name), pictures };
}

function fromText(name: string, bytes: Uint8Array, options: ReadOptions): ReadDocument {
  const decoded = decodeText(bytes, options.encoding);
  if (decoded.text.length > LONGEST_TEXT) {
    throw new AntouError('invalid', '这个文本超过 2000 万字符，没有导入。请拆成几个文件再导入。');
  }
  refuseOfficeXml(decoded.text);
  const front = readFrontMatter(decoded.text);
  const text = front?.rest ?? decoded.text;
  const { format, draft, pictures } = draftOf(name, text);
  const notes: string[] = [];
  if (!decoded.confident) notes.push(`编码按 ${decoded.encoding} 读取，把握不大，请核对；不对时可另选编码`);
  if (decoded.unreadable > 0) notes.push(`有 ${decoded.unreadable} 处字节无法识别，以 � 标出`);
  if (decoded.controls > 0) notes.push(`略去 ${decoded.controls} 个控制字符`);
  const given = { ...draft.given, ...front?.given };
  const headed = recogniseHead({ ...draft, given, notes: [...notes, ...draft.notes] }, name);
  return { format, encoding: decoded.encoding, encodingConfident: decoded.confident, ...headed, pictures };
}

interface TextDraft {
  readonly format: ReadDocument['format'];
  readonly draft: Draft;
  readonly pictures: readonly ExtractedPicture[];
}

function draftOf(name: string, text: string): TextDraft {
  if (looksLikeHtml(text)) {
    const html = readHtml(text);
    return { format: 'html', draft: html, pictures: html.pictures };
  }
  if (/\.(?:md|markdown)$/i.test(name) || looksLikeMarkdown(text)) {
    return { format: 'markdown', draft: readMarkdown(text), pictures: [] };
  }
  return { format: 'text', draft: readPlainText(text), pictures: [] };
}

/** A page by its beginning: a document type, <html>, or a block element that is closed later on. */
function looksLikeHtml(text: string): boolean {
  const start = text
    .slice(0, 2000)
    .replace(/^[\s\ufeff]+/, '')
    .replace(/^(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s)+/, '');
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(start)) return true;
  const block = /^<(div|p|section|article|main|table|ul|ol|h[1-6]|center|span|strong|blockquote)\b[^>]{0,1000}>/i.exec(
    start,
  );
  return block?.[1] !== undefined && new RegExp(`</${block[1]}\\s*>`, 'i').test(text);
}

function refuseOfficeXml(text: string): void {
  const start = text.slice(0, 3000);
  if (/<\?mso-application|w:wordDocument|<pkg:package/.test(start)) {
    throw new AntouError('invalid', '这是 Word 的 XML 格式文件，没有导入。请用 Word/WPS 另存为 .docx 再导入。');
  }
  if (/^MIME-Version:/im.test(start) && /Content-Type:\s*multipart\/related/i.test(start)) {
    throw new AntouError(
      'invalid',
      '这是单个网页文件（.mht，常被存成 .doc），没有导入。请用 Word/WPS 打开后另存为 .docx 再导入。',
    );
  }
}
