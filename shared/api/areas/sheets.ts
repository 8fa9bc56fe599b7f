import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { command, job } from '../procedure.ts';
import * as s from '../schemas.ts';

/** A file that was written: desktop and command line answer with path and handle, web with the file (as documents.export). */
export const savedFile = z.object({
  saved: z.boolean(),
  name: z.string(),
  size: z.number(),
  handle: z.string().optional(),
  path: z.string().optional(),
  file: s.binaryFile.optional(),
});

/**
 * What a job has written: nothing but text passes at the end of a job, so the web door keeps the file ready to be
 * fetched once by `files.take`.
 */
const madeByJob = savedFile.omit({ file: true });

export const exportInput = z.object({
  kind: s.kindId,
  text: z.string().max(200).optional(),
  filters: z.array(s.filter).max(50).optional(),
  sort: z
    .array(z.tuple([z.string(), z.enum(['asc', 'desc', 'stroke'])]))
    .max(8)
    .optional(),
  group: z.string().optional(),
  /** Columns in order; the kind's own when absent. */
  columns: z.array(z.string()).max(80).optional(),
  /** Only these records, in this order. */
  ids: z.array(s.recordId).max(100_000).optional(),
  /** With a hidden id and revision a row and every editable column, to be changed in WPS and taken in again. */
  forUpdate: z.boolean().optional(),
  /** Leaves out mobile numbers, addresses … */
  withoutPersonal: z.boolean().optional(),
  title: z.string().max(80).optional(),
  out: z.string().optional(),
});

export const sheets = {
  /** A list as a spreadsheet, as it stands on the screen. Cancelled: no file is written. */
  export: job('导出Excel')
    .input(exportInput)
    .output(eventIterator(s.progress, madeByJob.extend({ rows: z.number() }))),
  /** An empty table of a kind to fill in: headings, drop-downs, two sample rows, a sheet of notes. */
  template: command('导入模板')
    .input(z.object({ kind: s.kindId, out: z.string().optional() }))
    .output(savedFile),
};
