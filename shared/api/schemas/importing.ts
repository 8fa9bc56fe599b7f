import { z } from 'zod';
import { fileRef, kindId, recordId } from './basics.ts';

export const importInput = z.object({
  files: z.array(fileRef).min(1, { error: '请先选择要导入的文件' }).max(500, { error: '一次最多导入500个文件' }),
  /** material 资料 (one record a file), book 书稿 (chapters of one file); any other kind: rows of a sheet. */
  as: kindId.optional(),
  options: z
    .object({
      /** Category for imported material. */
      category: z.string().optional(),
      /** Reads text files in this encoding instead of the one recognised. */
      encoding: z.string().optional(),
      /** Takes files in again that are already in the library. */
      again: z.boolean().optional(),
      sheet: z.string().optional(),
      /** Zero-based index of the heading row. */
      headingRow: z.number().int().min(0).optional(),
      /** Column index → field ('person.name', 'member.sector') or '' to leave it out. */
      mapping: z.record(z.string(), z.string()).optional(),
      /** Makes 界别, 专委会 … that are named in the sheet and not yet there. */
      createMissing: z.boolean().optional(),
      term: recordId.optional(),
      /** By column index: the word in the sheet → the value meant; '' leaves it blank. Remembered for the next time. */
      valueMapping: z.record(z.string(), z.record(z.string(), z.string())).optional(),
      /** By row number, for rows that look like records already there: a new record, leave it out, or the id to update. */
      decisions: z
        .record(z.string(), z.union([z.literal('add'), z.literal('skip'), z.object({ update: recordId })]))
        .optional(),
      /** Blank cells clear what stands in the record (update by spreadsheet); otherwise blanks change nothing. */
      clearBlanks: z.boolean().optional(),
    })
    .optional(),
});

const importAction = z.enum(['add', 'update', 'skip', 'refuse']);

export const documentImportPlan = z.object({
  mode: z.literal('documents'),
  as: z.enum(['material', 'book']),
  items: z.array(
    z.object({
      name: z.string(),
      action: importAction,
      /** Why it is refused or skipped. */
      message: z.string().optional(),
      title: z.string().optional(),
      category: z.string().optional(),
      date: z.string().optional(),
      source: z.string().optional(),
      author: z.string().optional(),
      format: z.string().optional(),
      encoding: z.string().optional(),
      characters: z.number().optional(),
      pictures: z.number().optional(),
      chapters: z.number().optional(),
      /** First lines of the text as it will be read. */
      preview: z.string().optional(),
      notes: z.array(z.string()),
      /** Id of the record made (after the run) or already there. */
      id: z.string().optional(),
    }),
  ),
});

export const tableImportPlan = z.object({
  mode: z.literal('table'),
  /** The kind the rows become; a member roster makes persons and appointments together. */
  as: z.string(),
  /** The sheet carries the hidden ids of an export for update. */
  forUpdate: z.boolean(),
  file: z.string(),
  sheets: z.array(z.string()),
  sheet: z.string(),
  headingRow: z.number(),
  /** First rows of the sheet as they stand, for choosing the heading row. */
  preview: z.array(z.array(z.string())).optional(),
  columns: z.array(
    z.object({
      index: z.number(),
      heading: z.string(),
      field: z.string(),
      remembered: z.boolean(),
      samples: z.array(z.string()),
      /** Words of a choice or reference column: how often, and the value each is taken for ('' when unknown). */
      words: z.array(z.object({ word: z.string(), count: z.number(), value: z.string(), remembered: z.boolean() })),
      /** Values that can be chosen for the words of a choice column. */
      options: z.array(z.string()),
    }),
  ),
  /** Fields a column can be mapped to. */
  fields: z.array(z.object({ field: z.string(), label: z.string(), required: z.boolean() })),
  rows: z.array(
    z.object({
      /** Row number as the spreadsheet shows it. */
      row: z.number(),
      action: importAction,
      title: z.string(),
      /** The record updated. */
      id: z.string().optional(),
      /** What would change, cell by cell, when a record is updated. */
      cells: z.array(z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string() })),
      /** Records that may be the same: the clerk decides (options.decisions). */
      candidates: z.array(
        z.object({ id: z.string(), title: z.string(), subtitle: z.string().optional(), why: z.string() }),
      ),
      problems: z.array(z.object({ field: z.string(), label: z.string(), message: z.string() })),
      remarks: z.array(z.string()),
    }),
  ),
  /** 界别, 专委会 … named in the sheet and not in the library. */
  missing: z.array(z.object({ kind: z.string(), label: z.string(), names: z.array(z.string()) })),
  counts: z.object({ add: z.number(), update: z.number(), skip: z.number(), refuse: z.number() }),
  notes: z.array(z.string()),
});

export const importPlan = z.discriminatedUnion('mode', [documentImportPlan, tableImportPlan]);

export const importResult = z.object({
  plan: importPlan,
  /** Records written. */
  written: z.number(),
  refused: z.number(),
  skipped: z.number(),
  /** The one transaction; absent when nothing was written. */
  seq: z.number().optional(),
  ids: z.array(z.object({ kind: z.string(), id: z.string() })),
});
