import { DocumentError } from './definition.ts';
import type {
  DocumentBlock,
  DocumentModel,
  DocumentParagraph,
  Imprint,
  Masthead,
  ParagraphRole,
  Run,
} from './model.ts';
import { blockSchema, imprintSchema, mastheadSchema } from './schema.ts';

/** One change to a composed document. Each gives a new model; the old one stays for undo. */
export type DocumentEdit =
  | { readonly type: 'replaceRuns'; readonly block: number; readonly runs: readonly Run[] }
  | {
      readonly type: 'replaceCell';
      readonly block: number;
      readonly row: number;
      readonly cell: number;
      readonly runs: readonly Run[];
    }
  | { readonly type: 'setRole'; readonly block: number; readonly role: ParagraphRole }
  | { readonly type: 'insert'; readonly at: number; readonly content: DocumentBlock }
  | { readonly type: 'remove'; readonly block: number }
  | { readonly type: 'move'; readonly block: number; readonly to: number }
  | { readonly type: 'split'; readonly block: number; readonly offset: number }
  | { readonly type: 'joinWithPrevious'; readonly block: number }
  | { readonly type: 'masthead'; readonly masthead: Masthead | undefined }
  | { readonly type: 'imprint'; readonly imprint: Imprint | undefined }
  | { readonly type: 'title'; readonly title: string };

/** @throws DocumentError when there is no such block or what is put in is not allowed; the document stays as it was. */
export function edit(model: DocumentModel, change: DocumentEdit): DocumentModel {
  switch (change.type) {
    case 'replaceRuns':
      return withBlock(model, change.block, { ...paragraphAt(model, change.block), runs: tidy(change.runs) });
    case 'replaceCell':
      return withBlock(model, change.block, replaceCell(model, change));
    case 'setRole':
      return withBlock(model, change.block, { ...paragraphAt(model, change.block), role: change.role });
    case 'insert':
      return withBlocks(model, model.blocks.toSpliced(place(model, change.at), 0, checked(change.content)));
    case 'remove':
      blockAt(model, change.block);
      return withBlocks(model, model.blocks.toSpliced(change.block, 1));
    case 'move': {
      const moved = blockAt(model, change.block);
      const rest = model.blocks.toSpliced(change.block, 1);
      const to = Math.max(0, Math.min(rest.length, Math.floor(change.to)));
      return withBlocks(model, rest.toSpliced(to, 0, moved));
    }
    case 'split':
      return split(model, change.block, change.offset);
    case 'joinWithPrevious':
      return join(model, change.block);
    case 'masthead':
      return replacing(model, 'masthead', change.masthead && parsed(mastheadSchema, change.masthead, '报头'));
    case 'imprint':
      return replacing(model, 'imprint', change.imprint && parsed(imprintSchema, change.imprint, '版记'));
    case 'title':
      return { ...model, title: change.title.slice(0, 300) };
  }
}

function parsed<T>(schema: { safeParse(value: unknown): { success: boolean } }, value: T, label: string): T {
  if (!schema.safeParse(value).success) throw new DocumentError(`${label}里有太长或缺少的内容，没有改。请缩短后再试。`);
  return value;
}

function replacing(
  model: DocumentModel,
  field: 'masthead' | 'imprint',
  value: Masthead | Imprint | undefined,
): DocumentModel {
  const { [field]: _, ...rest } = model;
  return value ? { ...rest, [field]: value } : rest;
}

function blockAt(model: DocumentModel, index: number): DocumentBlock {
  const block = Number.isInteger(index) ? model.blocks[index] : undefined;
  if (!block) throw new DocumentError('这一段已经不在了，没有改。请重新打开这份文书。');
  return block;
}

function paragraphAt(model: DocumentModel, index: number): DocumentParagraph {
  const block = blockAt(model, index);
  if (block.type !== 'paragraph') throw new DocumentError('这里不是文字段落，没有改。');
  return block;
}

function place(model: DocumentModel, at: number): number {
  return Math.max(0, Math.min(model.blocks.length, Math.floor(at)));
}

function withBlocks(model: DocumentModel, blocks: readonly DocumentBlock[]): DocumentModel {
  return { ...model, blocks };
}

function withBlock(model: DocumentModel, index: number, block: DocumentBlock): DocumentModel {
  return withBlocks(model, model.blocks.with(index, checked(block)));
}

function checked(block: DocumentBlock): DocumentBlock {
  if (!blockSchema.safeParse(block).success) throw new DocumentError('这段内容太长或不合格式，没有改。请分成几段。');
  return block;
}

function sameLook(a: Run, b: Run): boolean {
  const look = (run: Run) =>
    [run.bold, run.italic, run.underline, run.lead].map(Boolean).join() + JSON.stringify(run.source ?? null);
  return !a.note && !b.note && look(a) === look(b);
}

/** Joins neighbours of one look and drops empty runs, so that typing does not break a paragraph into crumbs. */
function tidy(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    if (!run.text && !run.note) continue;
    const last = result.at(-1);
    if (last && sameLook(last, run)) result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  return result;
}

function replaceCell(model: DocumentModel, change: Extract<DocumentEdit, { type: 'replaceCell' }>): DocumentBlock {
  const table = blockAt(model, change.block);
  if (table.type !== 'table') throw new DocumentError('这里不是表格，没有改。');
  const row = table.rows[change.row];
  const cell = row?.[change.cell];
  if (!row || !cell) throw new DocumentError('这一格已经不在了，没有改。请重新打开这份文书。');
  const runs = tidy(change.runs);
  return { ...table, rows: table.rows.with(change.row, row.with(change.cell, { ...cell, runs })) };
}

/** Cuts a paragraph in two at an offset of its joined text (UTF-16). */
function split(model: DocumentModel, index: number, offset: number): DocumentModel {
  const block = paragraphAt(model, index);
  const before: Run[] = [];
  const after: Run[] = [];
  let at = 0;
  for (const run of block.runs) {
    const cut = Math.max(0, Math.min(run.text.length, offset - at));
    const { note, ...plain } = run;
    if (cut > 0)
      before.push({ ...plain, text: run.text.slice(0, cut), ...(note && cut === run.text.length ? { note } : {}) });
    if (cut < run.text.length) after.push({ ...run, text: run.text.slice(cut) });
    at += run.text.length;
  }
  // A title or heading is followed by text, not by another heading.
  const role =
    /^(?:title|subtitle|heading\d|articleTitle)$/.test(block.role) && after.length === 0 ? 'body' : block.role;
  const second: DocumentParagraph = { ...block, role, runs: tidy(after) };
  return withBlocks(model, model.blocks.toSpliced(index, 1, { ...block, runs: tidy(before) }, second));
}

function join(model: DocumentModel, index: number): DocumentModel {
  const block = paragraphAt(model, index);
  const before = paragraphAt(model, index - 1);
  const joined = checked({ ...before, runs: tidy([...before.runs, ...block.runs]) });
  return withBlocks(model, model.blocks.toSpliced(index - 1, 2, joined));
}
