import { z } from 'zod';
import { command, query } from '../procedure.ts';
import * as s from '../schemas.ts';

const narrowing = {
  kind: s.kindId,
  text: z.string().max(200).optional(),
  filters: z.array(s.filter).max(50).optional(),
};

const sort = z.array(z.tuple([z.string(), z.enum(['asc', 'desc', 'stroke'])])).max(8);

export const columnLayout = z.object({ field: z.string(), width: z.number().int().min(40).max(1200).optional() });

/** What a list looks like: kept under a name in the library, so that colleagues have it too. */
export const savedView = z.object({
  id: z.string(),
  kind: s.kindId,
  name: z.string().min(1, { error: '请给视图起个名字' }).max(30, { error: '名字不超过30字' }),
  text: z.string().max(200).optional(),
  filters: z.array(s.filter).max(50).optional(),
  sort: sort.optional(),
  group: z.string().optional(),
  /** Shown columns in order; the kind's own when absent. */
  columns: z.array(columnLayout).max(80).optional(),
});

const sums = z.record(z.string(), z.number());

export const lists = {
  /** Totals and groups over all records found, not only over those on the screen. */
  summary: query('列表汇总')
    .input(
      z.object({
        ...narrowing,
        /** Only these of what is found: totals of what is ticked. */
        ids: z.array(s.recordId).max(100_000).optional(),
        sort: sort.optional(),
        group: z.string().optional(),
        totals: z.array(z.string()).max(30).optional(),
      }),
    )
    .output(
      z.object({
        total: z.number(),
        sums,
        groups: z.array(z.object({ label: z.string(), value: z.unknown(), count: z.number(), sums })),
      }),
    ),
  /** Ids of everything found, in order: 全选. */
  ids: query('列表全部编号')
    .input(z.object({ ...narrowing, sort: sort.optional(), group: z.string().optional() }))
    .output(z.object({ ids: z.array(z.string()) })),
  /** Values that occur in a column, for the filter in its head; at most 500, `more` tells when there are others. */
  values: query('一列里的值')
    .input(z.object({ ...narrowing, field: z.string(), search: z.string().max(100).optional() }))
    .output(
      z.object({
        values: z.array(z.object({ value: z.unknown(), label: z.string(), count: z.number() })),
        more: z.boolean(),
      }),
    ),
  views: query('已存视图')
    .input(z.object({ kind: s.kindId }))
    .output(z.object({ views: z.array(savedView) })),
  saveView: command('保存视图', { undoable: true })
    .input(z.object({ view: savedView }))
    .output(z.object({ seq: z.number(), label: z.string() })),
  removeView: command('删除视图', { undoable: true })
    .input(z.object({ id: z.string() }))
    .output(z.object({ seq: z.number(), label: z.string() })),
};
