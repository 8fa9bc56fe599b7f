import { z } from 'zod';
import { DocumentError } from './definition.ts';
import type { DocumentModel, ParagraphRole } from './model.ts';

/**
 * What an edited document may look like when it comes back over the contract. Limits keep one request from filling the
 * memory; they lie far above any real document of the office.
 */
const TEXT = 100_000;
const source = z.object({
  kind: z.string().max(60),
  id: z.string().max(100),
  field: z.string().max(100).optional(),
  figure: z.string().max(100).optional(),
  rev: z.number().int().optional(),
});

const run = z.object({
  text: z.string().max(TEXT),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
  lead: z.boolean().optional(),
  note: z.string().max(5_000).optional(),
  source: source.optional(),
});

const roles = [
  'title',
  'subtitle',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'body',
  'salutation',
  'attachmentNote',
  'signature',
  'date',
  'annotation',
  'nameList',
  'editorNote',
  'byline',
  'articleTitle',
  'quote',
  'tableTitle',
  'caption',
  'tableNote',
  'blank',
  'attachmentMark',
  'attachmentTitle',
  'formTitle',
  'coverTitle',
  'coverSubtitle',
  'coverNote',
  'partTitle',
  'chapterTitle',
  'contentsTitle',
  'small',
] as const satisfies readonly ParagraphRole[];

const align = z.enum(['left', 'center', 'right']).optional();
const runs = z.array(run).max(2_000);

export const paragraphSchema = z.object({
  type: z.literal('paragraph'),
  role: z.enum(roles),
  runs,
  source: source.optional(),
});

const cell = z.object({
  runs,
  colSpan: z.number().int().min(1).max(60).optional(),
  rowSpan: z.number().int().min(1).max(5_000).optional(),
  align,
  valign: z.enum(['top', 'middle', 'bottom']).optional(),
  label: z.boolean().optional(),
  source: source.optional(),
});

const pageSchema = z.object({
  orientation: z.enum(['portrait', 'landscape']),
  grid: z.enum(['official', 'free', 'book']),
  folio: z.enum(['outside', 'center', 'book', 'none']),
  paper: z.enum(['A4', '16K']).optional(),
  numbering: z
    .object({ format: z.enum(['arabic', 'roman']), start: z.number().int().min(1).max(100_000).optional() })
    .optional(),
  runningHead: z.object({ even: z.string().max(100), odd: z.string().max(100) }).optional(),
  firstPageFolio: z.literal('none').optional(),
});

export const blockSchema = z.discriminatedUnion('type', [
  paragraphSchema,
  z.object({
    type: z.literal('table'),
    columns: z
      .array(z.object({ width: z.number().positive().max(10_000), align }))
      .min(1)
      .max(60),
    headRows: z.number().int().min(0).max(50),
    rows: z.array(z.array(cell).max(60)).max(5_000),
    heights: z.array(z.number().min(0).max(400).nullable()).max(5_000).optional(),
    lines: z.enum(['all', 'none']).optional(),
    size: z.union([z.literal(9), z.literal(10.5), z.literal(12), z.literal(14)]).optional(),
    source: source.optional(),
  }),
  z.object({
    type: z.literal('figure'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    name: z.string().max(300),
    width: z.number().positive().max(100_000).optional(),
    height: z.number().positive().max(100_000).optional(),
    caption: z.string().max(2_000).optional(),
    source: source.optional(),
  }),
  z.object({ type: z.literal('pageBreak') }),
  z.object({ type: z.literal('sectionBreak'), page: pageSchema, start: z.enum(['nextPage', 'oddPage']) }),
  z.object({ type: z.literal('contents'), roles: z.array(z.enum(roles)).min(1).max(6) }),
]);

export const mastheadSchema = z.object({
  style: z.enum(['official', 'letter', 'briefing']).optional(),
  mark: z.string().min(1).max(40),
  issuers: z.array(z.string().min(1).max(40)).max(12).optional(),
  signers: z.array(z.string().max(20)).max(12).optional(),
  copyNumber: z.string().max(12).optional(),
  secrecy: z.string().max(20).optional(),
  urgency: z.string().max(10).optional(),
  number: z.string().max(80).optional(),
  issuer: z.string().max(60).optional(),
  date: z.string().max(40).optional(),
  notice: z.string().max(60).optional(),
});

export const imprintSchema = z.object({
  style: z.enum(['official', 'briefing']),
  receivers: z.array(z.object({ label: z.string().max(10), text: z.string().max(1_000) })).max(12),
  issuer: z.string().max(100).optional(),
  issued: z.string().max(60).optional(),
  remarks: z.string().max(100).optional(),
});

export const modelSchema = z.object({
  document: z.string().min(1).max(60),
  title: z.string().max(300),
  fileName: z.string().max(300),
  page: pageSchema,
  masthead: mastheadSchema.optional(),
  blocks: z.array(blockSchema).max(20_000),
  imprint: imprintSchema.optional(),
  sealed: z.boolean().optional(),
  corner: z.string().max(4).optional(),
});

/** Characters of all texts together that one document may have: some 700 pages. */
const CHARACTERS = 2_000_000;

/** @throws DocumentError with a sentence for the clerk when `value` is no document. */
export function checkModel(value: unknown): DocumentModel {
  const read = modelSchema.safeParse(value);
  if (!read.success) {
    const issue = read.error.issues[0];
    const place = (issue?.path ?? []).join('.');
    throw new DocumentError(
      `修改后的文稿有一处不合格式（${place || '整体'}），没有导出。请撤销最近一次修改后再试。`,
      place || undefined,
    );
  }
  if (JSON.stringify(read.data.blocks).length > CHARACTERS) {
    throw new DocumentError('文稿太长，一份文书放不下（超过约二百万字符）。请分成几份再导出。');
  }
  return read.data as DocumentModel;
}
