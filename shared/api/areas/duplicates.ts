import { z } from 'zod';
import { changed, command, query } from '../procedure.ts';
import * as s from '../schemas.ts';

const candidate = z.object({
  id: z.string(),
  title: z.string(),
  subtitle: z.string().optional(),
  /** 0..1; 1 is the same text. */
  score: z.number(),
  /** Chinese reasons: 姓名相同 · 案由有 86% 相同 */
  why: z.array(z.string()),
});

export const duplicates = {
  /** Pairs of one kind that look like the same thing, the likeliest first; without those said to be different. */
  find: query('查找重复')
    .input(z.object({ kind: s.kindId, limit: z.number().int().min(1).max(1000).optional() }))
    .output(
      z.object({
        total: z.number(),
        pairs: z.array(
          z.object({
            ids: z.tuple([z.string(), z.string()]),
            titles: z.tuple([z.string(), z.string()]),
            subtitles: z.tuple([z.string(), z.string()]),
            score: z.number(),
            why: z.array(z.string()),
          }),
        ),
        dismissed: z.number(),
      }),
    ),
  /** While a record is being entered: what is already there and looks like it. */
  similar: query('相似记录')
    .input(
      z.object({
        kind: s.kindId,
        id: s.recordId.optional(),
        values: s.values,
        limit: z.number().int().min(1).max(50).optional(),
      }),
    )
    .output(z.object({ items: z.array(candidate) })),
  /** What merging would do: fields that differ, and how many links would be turned over. */
  compare: query('对比两条记录')
    .input(z.object({ kind: s.kindId, keep: s.recordId, drop: s.recordId }))
    .output(
      z.object({
        fields: z.array(
          z.object({
            field: z.string(),
            label: z.string(),
            keep: z.string(),
            drop: z.string(),
            same: z.boolean(),
            /** Both can stay (lists, tags, rows, references). */
            both: z.boolean(),
          }),
        ),
        links: z.number(),
      }),
    ),
  /**
   * Keeps one record, turns all links of the other over to it and removes the other: one change, one undo.
   * `take`: by field, whose value stays; `both` unites lists. What is not named stays as in the kept record, and blanks
   * of it are filled from the other.
   */
  merge: command('合并记录', { undoable: true })
    .input(
      z.object({
        kind: s.kindId,
        keep: s.recordId,
        drop: s.recordId,
        take: z.record(z.string(), z.enum(['keep', 'drop', 'both'])).optional(),
        reason: z.string().max(200).optional(),
      }),
    )
    .output(changed.extend({ links: z.number() })),
  /** 不是重复: remembered in the library, by id, also when both come again in an import. */
  dismiss: command('标为不是重复', { undoable: true })
    .input(z.object({ kind: s.kindId, ids: z.tuple([s.recordId, s.recordId]) }))
    .output(changed),
  restore: command('恢复重复提示', { undoable: true })
    .input(z.object({ kind: s.kindId }))
    .output(changed),
};
