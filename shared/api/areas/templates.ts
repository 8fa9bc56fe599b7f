import { z } from 'zod';
import { changed, command, nothing, params, query } from '../procedure.ts';
import * as s from '../schemas.ts';
import { savedFile } from './sheets.ts';

const fault = z.object({
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  /** 正文第 3 段（表格里）, 页眉, 文件. */
  where: z.string(),
  tag: z.string().optional(),
  text: z.string().optional(),
});

/** The template an office has put in the place of the built-in layout of one document. */
const ownTemplate = z.object({
  name: z.string(),
  /** Bytes. */
  size: z.number(),
  sha256: z.string(),
  /** False: kept, but the built-in layout is used. */
  active: z.boolean(),
  at: z.string(),
  who: z.string(),
});

/** `example`: title of the document whose fields were taken for known; absent when none could be composed. */
const checked = z.object({ faults: z.array(fault), example: z.string().optional() });

const placeholder = z.object({ name: z.string(), about: z.string(), value: z.string().optional() });

const of = z.object({ document: z.string() });

export const templates = {
  list: query('文书模板')
    .input(nothing)
    .output(
      z.object({
        documents: z.array(
          z.object({
            id: z.string(),
            label: z.string(),
            group: z.string(),
            description: z.string(),
            own: ownTemplate.optional(),
          }),
        ),
      }),
    ),
  /** What the placeholders of a document are and what they stand for in one example. */
  placeholders: query('模板占位符')
    .input(of.extend({ params: params.optional() }))
    .output(
      z.object({
        example: z.string().optional(),
        texts: z.array(placeholder),
        /** Fields of the document's own tables. */
        fields: z.array(placeholder),
        lists: z.array(placeholder.extend({ count: z.number().optional(), inside: z.array(placeholder) })),
        raw: z.array(placeholder),
      }),
    ),
  /** 体检 of a file, or of the template that is kept when `file` is absent. Nothing is changed. */
  check: query('模板体检')
    .input(of.extend({ file: s.fileRef.optional(), params: params.optional() }))
    .output(checked),
  /** Checks a file, keeps it and uses it from now on. With errors nothing is kept and `saved` is false. */
  upload: command('换用自备模板', { undoable: true })
    .input(of.extend({ file: s.fileRef, params: params.optional() }))
    .output(checked.extend({ saved: z.boolean(), seq: z.number().optional(), label: z.string().optional() })),
  activate: command('启用自备模板', { undoable: true }).input(of).output(changed),
  disable: command('停用自备模板', { undoable: true }).input(of).output(changed),
  remove: command('删除自备模板', { undoable: true }).input(of).output(changed),
  /** A template with the built-in layout, made afresh from the document itself. */
  sample: command('下载样板')
    .input(of.extend({ params: params.optional(), out: z.string().optional() }))
    .output(savedFile),
  /** The kept template as a file again. */
  download: command('取回自备模板')
    .input(of.extend({ out: z.string().optional() }))
    .output(savedFile),
};
