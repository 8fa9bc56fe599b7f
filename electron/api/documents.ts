import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { AntouError } from '../../shared/api/errors.ts';
import { type Composed, DocumentError } from '../../shared/documents/definition.ts';
import { checkModel, documents as definitions, documentOf } from '../../shared/documents/index.ts';
import type { DocumentModel, Finding } from '../../shared/documents/model.ts';
import { realDisk, TEMPORARY, writeDurably } from '../library/disk.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { officeSettings } from './settings.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const list = os.documents.list.handler(() => ({
  documents: definitions.map(({ id, label, description, parameters }) => ({
    id,
    label,
    description,
    parameters: [...parameters],
  })),
}));

function composeFrom(desk: Desk, id: string, params: Readonly<Record<string, unknown>>): Composed {
  const definition = documentOf(id);
  if (!definition) {
    const known = definitions.map((entry) => `${entry.id}（${entry.label}）`).join('、');
    throw new AntouError('notFound', `没有“${id}”这种文书。现有：${known}。`);
  }
  const { library } = desk.opened;
  try {
    return definition.compose(params, {
      lookup: desk.lookup,
      list: (kind) => library.list(kind),
      settings: officeSettings(library),
      today: desk.today,
    });
  } catch (error) {
    throw refusalFor(error);
  }
}

function refusalFor(error: unknown): unknown {
  if (!(error instanceof DocumentError)) return error;
  const fields = error.parameter ? { [error.parameter]: error.message } : undefined;
  return new AntouError('invalid', error.message, fields, error);
}

/** @throws AntouError invalid when what came back from the page is no document. */
function editedModel(content: unknown): DocumentModel {
  try {
    return checkModel(content);
  } catch (error) {
    throw refusalFor(error);
  }
}

const compose = os.documents.compose.handler(({ input, context: { desk } }) => {
  const { model, findings } = composeFrom(desk, input.document, input.params ?? {});
  return { model, findings: findings.map((finding) => ({ ...finding })) };
});

/** Nothing is embedded: a machine without the face shows another one, and whoever prints should know. */
function fontHint({ wished, used }: { wished: string; used: string }): Finding {
  const instead = used === wished ? '由 Word 或 WPS 另选相近的字体' : `以${used}代替`;
  return { severity: 'hint', message: `本机没有字体“${wished}”，${instead}。` };
}

/**
 * Characters no file name may hold on Windows; their full-width twins read the same. Halves of characters (surrogates
 * without their other half) go, and 80 characters of three bytes stay below the 255 bytes a name may have.
 */
function fileNameFor(model: DocumentModel): string {
  const wide: Record<string, string> = {
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
  const name = model.fileName
    .replace(/[\u0000-\u001f\u007f]|\p{Cs}/gu, '')
    .replace(/[\\/:*?"<>|]/g, (character) => wide[character] ?? '')
    .replace(/[. ]+$/, '');
  return `${[...(name || model.title || '文书')].slice(0, 80).join('')}.docx`;
}

const exportDocument = os.documents.export.handler(async ({ input, context: { desk } }) => {
  const composed = input.content ? undefined : composeFrom(desk, input.document, input.params ?? {});
  const model = input.content ? editedModel(input.content) : composed?.model;
  if (!model) throw new AntouError('invalid', '没有可导出的内容。');
  const { library } = desk.opened;
  // The Word writer is large and most starts never need it.
  const { chooseFonts, installedFonts, writeWord } = await import('../exporting/index.ts');
  const fonts = await installedFonts();
  const bytes = await writeWord(model, {
    settings: officeSettings(library),
    readFile: (sha256) => library.readFile(sha256),
    ...(fonts ? { installedFonts: fonts } : {}),
    now: desk.now(),
  });
  const name = fileNameFor(model);
  const written = {
    name,
    size: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    findings: [
      ...(composed?.findings ?? []),
      ...chooseFonts(officeSettings(library).fonts, fonts).substitutes.map(fontHint),
    ],
  };
  const target = await chooseTarget(desk, input.out, name);
  if (target === 'download')
    return { ...written, saved: true, file: new File([bytes as Uint8Array<ArrayBuffer>], name, { type: DOCX }) };
  if (!target) return { ...written, saved: false };
  requireOutside(desk, target);
  await writeOut(target, bytes);
  const { handle } = await desk.files.addPath(target);
  return { ...written, saved: true, handle, path: target };
});

async function chooseTarget(
  desk: Desk,
  out: string | undefined,
  name: string,
): Promise<string | undefined | 'download'> {
  if (desk.door === 'cli') {
    if (!out) throw new AntouError('invalid', '请用 --out 指明保存到哪个文件。', { out: '请填写文件' });
    return resolve(out);
  }
  if (!desk.native) return 'download';
  return desk.native.pickSave({ title: '导出 Word', name, extension: 'docx' });
}

/** A paper saved over a file of the library would destroy what the library stands on. */
function requireOutside(desk: Desk, path: string): void {
  const inside = relative(desk.opened.library.info.path, path);
  if (inside !== '' && (inside.startsWith('..') || isAbsolute(inside))) return;
  throw new AntouError('invalid', '没有导出：不能把文书存进资料库自己的文件夹。请另选一个文件夹，例如“文档”或桌面。', {
    out: '请另选一个文件夹',
  });
}

async function writeOut(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeDurably(realDisk, path, bytes);
  } catch (error) {
    // Nothing half written stays in the clerk's folder, as when Word holds the old file open.
    await rm(path + TEMPORARY, { force: true }).catch(() => undefined);
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EBUSY' || code === 'EPERM' || code === 'EACCES') {
      throw new AntouError(
        'failed',
        `没能写入“${path}”：文件可能正被 Word 或 WPS 打开，或文件夹不许写入。请关闭它，或换个文件名再导出；原文件没有动。`,
        undefined,
        error,
      );
    }
    if (code === 'EISDIR') {
      throw new AntouError(
        'invalid',
        `没有导出：“${path}”是一个文件夹。请写明文件名，例如 纪要.docx。`,
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

export const documents = { list, compose, export: exportDocument };
