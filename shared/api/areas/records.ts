import { z } from 'zod';
import { changed, command, nothing, query, recordKey } from '../procedure.ts';
import * as s from '../schemas.ts';

export const records = {
  list: query('列出记录')
    .input(s.listInput)
    .output(z.object({ total: z.number(), records: z.array(s.storedRecord), titles: s.titles })),
  get: query('查看记录')
    .input(recordKey)
    .output(z.object({ record: s.storedRecord, title: z.string(), subtitle: z.string().optional(), titles: s.titles })),
  /** On change only the given fields change; null clears one. */
  save: command('新建或修改记录', { undoable: true })
    .input(
      z.object({
        kind: s.kindId,
        id: s.recordId.optional(),
        values: s.values,
        /** Refused as a conflict when the record has changed since this revision. */
        rev: z.number().int().optional(),
        label: z.string().max(120).optional(),
      }),
    )
    .output(
      z.object({
        id: z.string(),
        rev: z.number(),
        seq: z.number(),
        record: s.storedRecord,
        warnings: z.record(z.string(), z.string()),
      }),
    ),
  remove: command('删除记录', { undoable: true })
    .input(recordKey.extend({ withParts: z.boolean().optional() }))
    .output(changed),
  /** Who refers to a record: shown when deleting is refused. */
  uses: query('被哪些记录引用')
    .input(recordKey)
    .output(
      z.object({
        total: z.number(),
        uses: z.array(z.object({ kind: z.string(), id: z.string(), title: z.string(), label: z.string() })),
      }),
    ),
};

export const history = {
  list: query('变动历史')
    .input(
      z
        .object({
          kind: s.kindId.optional(),
          id: s.recordId.optional(),
          before: z.number().int().optional(),
          limit: z.number().int().min(1).max(500).optional(),
        })
        .optional(),
    )
    .output(z.object({ entries: z.array(s.historyEntry) })),
  undo: command('撤销').input(nothing).output(changed),
  redo: command('重做').input(nothing).output(changed),
  /** Brings a record back to what it was after transaction `seq`, as a new change. */
  restore: command('恢复到此版本', { undoable: true })
    .input(recordKey.extend({ seq: z.number().int() }))
    .output(changed),
};
