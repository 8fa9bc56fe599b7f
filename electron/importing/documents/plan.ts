import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { AntouError } from '../../../shared/api/errors.ts';
import type { documentImportPlan } from '../../../shared/api/schemas.ts';
import type { Attachment } from '../../../shared/records/field.ts';
import { derive, titleOf, validateRecord } from '../../../shared/records/index.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import { blockTexts, countCharacters } from '../../../shared/text/body.ts';
import { TEXT_ENCODINGS, type TextEncoding } from '../encoding.ts';
import { type ImportContext, type Known, knownOf, pause, stopIfCancelled } from '../import-context.ts';
import { readBytes, readLimited } from '../read-document.ts';
import type { ReadDocument, SourceFile } from '../types.ts';
import { documentNumberOf, guessCategory } from './category.ts';
import { type Chapter, chaptersOf } from './chapters.ts';

export type DocumentImportPlan = z.infer<typeof documentImportPlan>;
export type DocumentItem = DocumentImportPlan['items'][number];

export interface DocumentOptions {
  readonly as?: 'material' | 'book';
  readonly category?: string;
  /** One of TEXT_ENCODINGS. */
  readonly encoding?: string;
  /** Takes files in again that are already in the library. */
  readonly again?: boolean;
}

/** A record to be made; `original` says under which field the source file is kept. */
export interface PlannedRecord {
  readonly id: string;
  readonly kind: string;
  readonly values: Values;
}

/** One file as the run needs it; `item` is what the clerk sees. */
export interface PlannedDocument {
  readonly item: DocumentItem;
  readonly file: SourceFile;
  readonly sha256?: string;
  readonly records: readonly PlannedRecord[];
  readonly pictures: number;
}

export interface DocumentPlan {
  readonly as: 'material' | 'book';
  readonly documents: readonly PlannedDocument[];
}

/** How much of the text the wizard shows. */
const PREVIEW_CHARACTERS = 300;

/** What would happen with each file. Reads everything, writes nothing; the run does the same and then commits. */
export async function planDocuments(
  files: readonly SourceFile[],
  options: DocumentOptions,
  context: ImportContext,
): Promise<DocumentPlan> {
  const as = options.as ?? 'material';
  const encoding = encodingOf(options.encoding);
  const known = knownOf(context.library);
  const present = originalsIn(context.library.list('material'), context.library.list('book'));
  const inBatch = new Map<string, string>();
  const documents: PlannedDocument[] = [];
  for (const [index, file] of files.entries()) {
    stopIfCancelled(context.signal);
    context.progress?.({ done: index, total: files.length, label: `正在读取 ${file.name}` });
    documents.push(await planOne(file, { as, options, encoding, known, present, inBatch }));
    await pause();
  }
  stopIfCancelled(context.signal);
  context.progress?.({ done: files.length, total: files.length, label: '读取完毕' });
  return { as, documents };
}

/** The plan as it crosses the contract. */
export function shownDocumentPlan(plan: DocumentPlan): DocumentImportPlan {
  return { mode: 'documents', as: plan.as, items: plan.documents.map(({ item }) => item) };
}

interface Planning {
  readonly as: 'material' | 'book';
  readonly options: DocumentOptions;
  readonly encoding: TextEncoding | undefined;
  readonly known: Known;
  readonly present: ReadonlyMap<string, StoredRecord>;
  /** SHA-256 → name of the file of this batch that had the same bytes. */
  readonly inBatch: Map<string, string>;
}

async function planOne(file: SourceFile, planning: Planning): Promise<PlannedDocument> {
  const { options, encoding, present, inBatch, known } = planning;
  try {
    const bytes = await readLimited(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const twin = present.get(sha256);
    if (twin && !options.again) {
      const message = `已在库中：“${titleOf(twin, known.lookup)}”的原件与它完全相同，没有重复导入。`;
      return {
        item: { name: file.name, action: 'skip', message, notes: [], id: twin.id },
        file,
        records: [],
        pictures: 0,
      };
    }
    const sibling = inBatch.get(sha256);
    if (sibling !== undefined) {
      const message = `与这次导入的“${sibling}”内容完全相同，只导入一份。`;
      return { item: { name: file.name, action: 'skip', message, notes: [] }, file, records: [], pictures: 0 };
    }
    const read = await readBytes(file.name, bytes, encoding ? { encoding } : {});
    const planned = planning.as === 'book' ? bookOf(file, read, planning) : materialOf(file, read, planning);
    if (planned.item.action === 'add') inBatch.set(sha256, file.name);
    return { ...planned, sha256 };
  } catch (error) {
    return {
      item: { name: file.name, action: 'refuse', message: reasonOf(error), notes: [] },
      file,
      records: [],
      pictures: 0,
    };
  }
}

/** A file that breaks a reader must not take the others with it. */
function reasonOf(error: unknown): string {
  if (error instanceof AntouError && error.code !== 'cancelled') return error.message;
  if (error instanceof AntouError) throw error;
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ENOENT') return '文件已不在原处（可能被移走、改名或拔出了 U 盘），没有导入。请重新选择。';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY') {
    return '文件打不开（没有权限，或正被 Word/WPS 打开着），没有导入。请关闭后再试。';
  }
  return '文件读不出来（内容可能已损坏），没有导入。请用 Word/WPS 打开看看，能打开就另存一份再导入。';
}

/** @throws AntouError invalid for a name that is none of the encodings offered. */
export function encodingOf(name: string | undefined): TextEncoding | undefined {
  if (!name) return undefined;
  const found = TEXT_ENCODINGS.find((encoding) => encoding.toLowerCase() === name.toLowerCase());
  if (!found) throw new AntouError('invalid', `不认识编码“${name}”，没有导入。可选：${TEXT_ENCODINGS.join('、')}。`);
  return found;
}

function described(file: SourceFile, read: ReadDocument, notes: readonly string[]): Omit<DocumentItem, 'action'> {
  return {
    name: file.name,
    title: read.title,
    ...(read.date ? { date: read.date } : {}),
    ...(read.source ? { source: read.source } : {}),
    ...(read.author ? { author: read.author } : {}),
    format: FORMATS[read.format],
    ...(read.encoding ? { encoding: read.encoding } : {}),
    characters: countCharacters(read.body),
    pictures: read.pictures.length,
    preview: previewOf(read),
    notes: [...notes],
  };
}

const FORMATS: Readonly<Record<ReadDocument['format'], string>> = {
  text: '纯文本',
  markdown: 'Markdown',
  html: '网页',
  docx: 'Word',
};

function previewOf(read: ReadDocument): string {
  let preview = '';
  for (const text of blockTexts(read.body)) {
    if (text) preview += `${preview ? '\n' : ''}${text}`;
    if (preview.length > PREVIEW_CHARACTERS) break;
  }
  const characters = [...preview];
  return characters.length > PREVIEW_CHARACTERS ? `${characters.slice(0, PREVIEW_CHARACTERS).join('')}…` : preview;
}

function materialOf(file: SourceFile, read: ReadDocument, planning: Planning): PlannedDocument {
  const { known, options } = planning;
  const category = options.category ?? guessCategory(read, known.enumerations);
  const notes = [...read.notes];
  const number = documentNumberOf(read);
  const namesake = known.list('material').find(({ values }) => values.title === read.title);
  if (namesake) notes.push('库中已有同名资料，但原件不同，请核对是否重复');
  const record = newRecord('material', known, {
    title: read.title,
    category,
    date: read.date,
    source: read.source,
    author: read.author,
    documentNumber: number,
    body: read.body,
    encoding: read.encoding,
    importNotes: notes.join('\n'),
  });
  return {
    item: { ...described(file, read, notes), action: 'add', category, id: record.id },
    file,
    records: [record],
    pictures: read.pictures.length,
  };
}

function bookOf(file: SourceFile, read: ReadDocument, { known }: Planning): PlannedDocument {
  const chapters = chaptersOf(read);
  const book = newRecord('book', known, {
    title: read.title,
    remark: read.author && `原稿署名：${read.author}`,
    status: '组稿',
  });
  const lookup: Known['lookup'] = (kind, id) =>
    kind === 'book' && id === book.id ? placeholder(book) : known.lookup(kind, id);
  const notes = [...read.notes];
  const records = chapters.map((chapter, index) => chapterRecord(chapter, index, book.id, { ...known, lookup }, notes));
  const item: DocumentItem = { ...described(file, read, notes), action: 'add', chapters: chapters.length, id: book.id };
  return { item, file, records: [book, ...records], pictures: read.pictures.length };
}

function chapterRecord(
  chapter: Chapter,
  index: number,
  book: string,
  known: Known,
  notes: readonly string[],
): PlannedRecord {
  return newRecord('chapter', known, {
    book,
    title: chapter.title,
    part: chapter.part,
    author: chapter.author,
    order: index + 1,
    status: '初稿',
    body: chapter.body,
    ...(index === 0 && notes.length > 0 ? { importNotes: notes.join('\n') } : {}),
  });
}

/** A record that is about to be made, so that others of the same import may point at it. */
function placeholder(record: PlannedRecord): StoredRecord {
  return { ...record, rev: 1, createdAt: '', createdBy: '', updatedAt: '', updatedBy: '' };
}

/** @throws AntouError invalid when the values do not make a good record. */
function newRecord(kind: string, known: Known, input: Values): PlannedRecord {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined && value !== ''));
  const checked = validateRecord(kind, given, { lookup: known.lookup, enumerations: known.enumerations });
  const [first] = Object.values(checked.problems);
  if (first) throw new AntouError('invalid', `没有导入：${first}。`, checked.problems);
  return { id: crypto.randomUUID(), kind, values: derive(kind, checked.values, known.lookup) };
}

/** Which record keeps which original. */
function originalsIn(...lists: (readonly StoredRecord[])[]): Map<string, StoredRecord> {
  const originals = new Map<string, StoredRecord>();
  for (const record of lists.flat()) {
    const files = [record.values.original, record.values.cover].flat() as (Attachment | undefined)[];
    for (const file of files) if (file?.sha256) originals.set(file.sha256, record);
  }
  return originals;
}
