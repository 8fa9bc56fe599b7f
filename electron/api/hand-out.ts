import { rm } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { AntouError } from '../../shared/api/errors.ts';
import { realDisk, TEMPORARY, writeDurably } from '../library/disk.ts';
import type { Desk } from './desk.ts';

/** A file the office has made and now gives away: a paper, a spreadsheet. */
export interface MadeFile {
  /** With its ending, as safeFileName makes it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** MIME type. */
  readonly type: string;
  readonly extension: 'docx' | 'pdf' | 'xlsx' | 'png';
  /** Title of the save dialog: 导出 Word. */
  readonly dialog: string;
  /** Where the command line wants it. */
  readonly out?: string | undefined;
  /** Called off while the clerk was asked where to save: nothing is written. */
  readonly signal?: AbortSignal;
}

export interface HandedOut {
  /** False when the clerk has cancelled the dialog. */
  readonly saved: boolean;
  readonly handle?: string;
  readonly path?: string;
  readonly file?: File;
}

/**
 * Desktop: asks where to save and answers with a handle. Web: answers with the file. Command line: writes to `out`.
 * @throws AntouError when it cannot be written; what lay there before is untouched.
 */
export async function handOut(desk: Desk, made: MadeFile): Promise<HandedOut> {
  const target = await chooseTarget(desk, made);
  if (target === 'download')
    return { saved: true, file: new File([made.bytes as Uint8Array<ArrayBuffer>], made.name, { type: made.type }) };
  if (!target) return { saved: false };
  made.signal?.throwIfAborted();
  requireOutside(desk, target);
  await writeOut(target, made);
  const { handle } = await desk.files.addPath(target);
  return { saved: true, handle, path: target };
}

const WIDE: Readonly<Record<string, string>> = {
  '\\': '＼',
  '/': '／',
  ':': '：',
  '*': '＊',
  '?': '？',
  '"': '”',
  '<': '〈',
  '>': '〉',
  '|': '｜',
};

/**
 * Characters no file name may hold on Windows; their full-width twins read the same. Halves of characters (surrogates
 * without their other half) go, and 80 characters of three bytes stay below the 255 bytes a name may have.
 */
export function safeFileName(wanted: string, instead: string, extension: string): string {
  const name = wanted
    .replace(/[\u0000-\u001f\u007f]|\p{Cs}/gu, '')
    .replace(/[\\/:*?"<>|]/g, (character) => WIDE[character] ?? '')
    .replace(/[. ]+$/, '');
  return `${[...(name || instead)].slice(0, 80).join('')}.${extension}`;
}

async function chooseTarget(desk: Desk, made: MadeFile): Promise<string | undefined | 'download'> {
  if (desk.door === 'cli') {
    if (!made.out) throw new AntouError('invalid', '请用 --out 指明保存到哪个文件。', { out: '请填写文件' });
    return resolve(made.out);
  }
  if (!desk.native) return 'download';
  return desk.native.pickSave({ title: made.dialog, name: made.name, extension: made.extension });
}

/** A file saved over one of the library would destroy what the library stands on. */
export function requireOutside(desk: Desk, path: string): void {
  const inside = relative(desk.opened.library.info.path, path);
  if (inside !== '' && (inside.startsWith('..') || isAbsolute(inside))) return;
  throw new AntouError('invalid', '没有导出：不能把文件存进资料库自己的文件夹。请另选一个文件夹，例如“文档”或桌面。', {
    out: '请另选一个文件夹',
  });
}

/** What may hold a file of this kind open. */
const PROGRAMS = { docx: ' Word 或 WPS ', pdf: ' PDF 阅读器', xlsx: ' Excel 或 WPS ', png: '看图程序' } as const;
const EXAMPLES = { docx: '纪要.docx', pdf: '纪要.pdf', xlsx: '名册.xlsx', png: '图表.png' } as const;

async function writeOut(path: string, { bytes, extension }: MadeFile): Promise<void> {
  try {
    await writeDurably(realDisk, path, bytes);
  } catch (error) {
    // Nothing half written stays in the clerk's folder, as when Word holds the old file open.
    await rm(path + TEMPORARY, { force: true }).catch(() => undefined);
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EBUSY' || code === 'EPERM' || code === 'EACCES') {
      const program = PROGRAMS[extension];
      throw new AntouError(
        'failed',
        `没能写入“${path}”：文件可能正被${program}打开，或文件夹不许写入。请关闭它，或换个文件名再导出；原文件没有动。`,
        undefined,
        error,
      );
    }
    if (code === 'EISDIR') {
      throw new AntouError(
        'invalid',
        `没有导出：“${path}”是一个文件夹。请写明文件名，例如 ${EXAMPLES[extension]}。`,
        undefined,
        error,
      );
    }
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new AntouError('notFound', `文件夹不存在：“${path}”。请换个位置。`, undefined, error);
    if (code === 'ENOSPC') {
      throw new AntouError('diskFull', '磁盘已满，没有导出。请清理后再试；资料库里的内容不受影响。', undefined, error);
    }
    throw error;
  }
}
