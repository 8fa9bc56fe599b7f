import { writeWord } from '../../electron/exporting/index.ts';
import type { DocumentBlock, DocumentModel, Run } from '../../shared/documents/model.ts';
import { checkPackage, textParts } from './check/package.ts';
import { Report } from './check/result.ts';
import { settings } from './samples.ts';

/** 2 × 2 pixels. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR4nGP8z8DAwMDAxMDAwMDAAAANHQEDasKb6QAAAABJRU5ErkJggg==',
  'base64',
);
export const SHA = 'a'.repeat(64);

export const write = (model: DocumentModel, files: Readonly<Record<string, Uint8Array>> = {}) =>
  writeWord(model, {
    settings,
    readFile: (sha256) => (files[sha256] ? Promise.resolve(files[sha256]) : Promise.reject(new Error('没有'))),
    now: '2024-02-28',
  });

export const documentOf = (blocks: readonly DocumentBlock[], more: Partial<DocumentModel> = {}): DocumentModel => ({
  document: 'test',
  title: '测试',
  fileName: '测试',
  page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
  blocks,
  ...more,
});
export const body = (text: string, more: Partial<Run> = {}): DocumentBlock => ({
  type: 'paragraph',
  role: 'body',
  runs: [{ text, ...more }],
});
export const cell = (text: string) => ({ runs: [{ text }] });

/** What a package check finds wrong in the file of a model. */
export async function failures(
  model: DocumentModel,
  files?: Readonly<Record<string, Uint8Array>>,
): Promise<readonly unknown[]> {
  const bytes = await write(model, files);
  const report = new Report();
  await checkPackage(bytes, textParts(bytes), report);
  return report.failures;
}

export const NASTY =
  '控制\u0000符\u0001\u0008\u000b\u001f\u007f半个\ud800字\udc00倒序\u202e非字符\ufffe\uffff<&>"\'换\n行\t制表𬭎\u{10ffff}';
