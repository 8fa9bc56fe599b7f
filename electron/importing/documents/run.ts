import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { AntouError } from '../../../shared/api/errors.ts';
import type { importResult } from '../../../shared/api/schemas.ts';
import type { Attachment } from '../../../shared/records/field.ts';
import { type ImportContext, stopIfCancelled } from '../import-context.ts';
import { readBytes, readLimited } from '../read-document.ts';
import type { SourceFile } from '../types.ts';
import {
  type DocumentOptions,
  type DocumentPlan,
  encodingOf,
  type PlannedDocument,
  type PlannedRecord,
  planDocuments,
  shownDocumentPlan,
} from './plan.ts';

export type ImportResult = z.infer<typeof importResult>;

/**
 * Brings files in: plans them exactly as the dry run does, keeps the originals and pictures, and commits everything as
 * one transaction, so that one undo takes it back. Cancelled before the end, nothing is written.
 */
export async function importDocuments(
  files: readonly SourceFile[],
  options: DocumentOptions,
  context: ImportContext,
): Promise<ImportResult> {
  const plan = await planDocuments(files, options, context);
  return commitDocuments(plan, options, context);
}

/** Commits a plan that was just made. @throws AntouError conflict when a file has changed since. */
async function commitDocuments(
  plan: DocumentPlan,
  options: DocumentOptions,
  context: ImportContext,
): Promise<ImportResult> {
  const good = plan.documents.filter(({ item }) => item.action === 'add');
  const refused = plan.documents.filter(({ item }) => item.action === 'refuse').length;
  const skipped = plan.documents.filter(({ item }) => item.action === 'skip').length;
  const shown = shownDocumentPlan(plan);
  if (good.length === 0) return { plan: shown, written: 0, refused, skipped, ids: [] };
  const records: PlannedRecord[] = [];
  for (const [index, document] of good.entries()) {
    stopIfCancelled(context.signal);
    context.progress?.({ done: index, total: good.length, label: `正在保存原件 ${document.file.name}` });
    const original = await keep(document, options, context);
    records.push(...document.records.map((record) => withOriginal(record, original)));
  }
  stopIfCancelled(context.signal);
  context.progress?.({ done: good.length, total: good.length, label: '正在写入资料库' });
  const transaction = await context.library.commit({
    label: labelOf(plan, good),
    who: context.who,
    origin: 'import',
    add: records,
  });
  return {
    plan: shown,
    written: records.length,
    refused,
    skipped,
    seq: transaction.seq,
    ids: records.map(({ kind, id }) => ({ kind, id })),
  };
}

function labelOf(plan: DocumentPlan, good: readonly PlannedDocument[]): string {
  const noun = plan.as === 'book' ? '书稿' : '资料';
  const [only] = good;
  if (good.length === 1 && only) return `导入${noun} ${only.item.title ?? only.item.name}`;
  return `导入${noun} ${good.length} ${plan.as === 'book' ? '部' : '篇'}`;
}

/** A book keeps its source with its other files, a material as its original. */
function withOriginal(record: PlannedRecord, original: Attachment): PlannedRecord {
  if (record.kind === 'chapter') return record;
  const field = record.kind === 'book' ? 'cover' : 'original';
  return { ...record, values: { ...record.values, [field]: [original] } };
}

/** Stores the original byte for byte, and its pictures under the addresses the body names. */
async function keep(document: PlannedDocument, options: DocumentOptions, context: ImportContext): Promise<Attachment> {
  const bytes = await readLimited(document.file);
  if (createHash('sha256').update(bytes).digest('hex') !== document.sha256) {
    throw new AntouError(
      'conflict',
      `“${document.file.name}”在导入过程中被改动了，这次导入没有写入任何内容。请关闭正在编辑它的程序后重新导入。`,
    );
  }
  const original = await context.library.putFile(bytes, document.file.name, typeOf(document.item.format));
  if (document.pictures > 0) {
    const encoding = encodingOf(options.encoding);
    const read = await readBytes(document.file.name, bytes, encoding ? { encoding } : {});
    for (const picture of read.pictures) await context.library.putFile(picture.bytes, picture.name, picture.type);
  }
  return original;
}

/** By what the content was found to be, whatever the name says. */
function typeOf(format: string | undefined): string {
  if (format === 'Word') return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  if (format === '网页') return 'text/html';
  return format === 'Markdown' ? 'text/markdown' : 'text/plain';
}
