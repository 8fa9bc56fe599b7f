import { z } from 'zod';
import { command, query } from '../procedure.ts';
import * as s from '../schemas.ts';

/** Text as it stands in a spreadsheet cell, by field: read like an import (names become references). Blank clears nothing. */
const texts = z.record(z.string(), z.string());

export const batchInput = z.object({
  /** Sentence of the one undo step; made from the counts when absent. */
  label: z.string().max(120).optional(),
  add: z
    .array(z.object({ kind: s.kindId, values: s.values.optional(), texts: texts.optional() }))
    .max(100_000)
    .optional(),
  /** Only the given fields change; null clears one. */
  update: z
    .array(
      z.object({
        kind: s.kindId,
        id: s.recordId,
        rev: z.number().int().optional(),
        values: s.values.optional(),
        texts: texts.optional(),
      }),
    )
    .max(100_000)
    .optional(),
  remove: z
    .array(z.object({ kind: s.kindId, id: s.recordId }))
    .max(100_000)
    .optional(),
  /** Removes the parts of removed records too (the chapters of a book). */
  withParts: z.boolean().optional(),
});

const remark = z.object({ field: z.string(), label: z.string(), message: z.string() });

export const changedCell = z.object({
  field: z.string(),
  label: z.string(),
  before: z.string(),
  after: z.string(),
  /** Something stood there and will be replaced or cleared. */
  overwrites: z.boolean(),
});

export const batchPlan = z.object({
  /** One an input item, in the order add, update, remove. */
  items: z.array(
    z.object({
      action: z.enum(['add', 'update', 'remove', 'same']),
      kind: z.string(),
      id: z.string().optional(),
      title: z.string(),
      cells: z.array(changedCell),
      problems: z.array(remark),
      warnings: z.array(remark),
    }),
  ),
  counts: z.object({
    add: z.number(),
    update: z.number(),
    remove: z.number(),
    same: z.number(),
    cells: z.number(),
    overwritten: z.number(),
    problems: z.number(),
  }),
});

/** Many records in one change: batch edit, pasted blocks, deleting what is ticked. All of it or nothing, one undo. */
export const batch = {
  plan: query('批量修改预览').input(batchInput).output(batchPlan),
  run: command('批量修改', { undoable: true })
    .input(batchInput)
    .output(
      z.object({
        /** The one transaction; absent when nothing would change. */
        seq: z.number().optional(),
        label: z.string(),
        counts: batchPlan.shape.counts,
        added: z.array(z.object({ kind: z.string(), id: z.string() })),
      }),
    ),
};
