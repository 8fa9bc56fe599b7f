import { z } from 'zod';
import { VERDICTS } from '../../figures/reconcile/index.ts';
import { reportSentence } from '../../figures/reports/sentences.ts';
import { dayNumber } from '../../text/calendar.ts';
import { changed, command, model, nothing, query } from '../procedure.ts';
import * as s from '../schemas.ts';
import { year } from './evidence-shapes.ts';

const day = z
  .string({ error: '请填写日期' })
  .refine((text) => dayNumber(text) !== undefined, { error: '日期应写成 2024-02-26，并且真有这一天' });

/** A figure of the period as a report can write it; see shared/figures/reports/figure-text.ts. */
const reportFigure = z.object({
  id: z.string(),
  label: z.string(),
  group: z.string(),
  unit: z.string(),
  rule: z.string(),
  value: z.number(),
  text: z.string(),
  last: z.number(),
  source: z.enum(['校正', '定稿']).optional(),
  met: z.number().optional(),
  of: z.number().optional(),
});

/** A text of that length is a book, not a report. */
const reportText = z
  .string({ error: '请贴入报告文字' })
  .max(100_000, { error: '文字太长（超过十万字），没有对账。请分成几份。' })
  .refine((text) => text.trim() !== '', { error: '请贴入报告文字，或选一个文件' });

export const reconcileInput = z.object({
  text: reportText,
  /** Every line is a paragraph already, as `read` or an earlier answer gave it. */
  mended: z.boolean().optional(),
  /** Absent: the year the text speaks of. */
  from: day.optional(),
  to: day.optional(),
  /** What the clerk decided, by place (placeKey): a figure, or 'none'. */
  chosen: z.record(z.string(), z.string().max(40)).optional(),
});

const reconciledNumber = z.object({
  /** Place in the text: paragraph and offset. */
  key: z.string(),
  paragraph: z.number(),
  start: z.number(),
  end: z.number(),
  written: z.string(),
  verdict: z.enum(VERDICTS),
  why: z.string().optional(),
  figure: z.string().optional(),
  label: z.string().optional(),
  rule: z.string().optional(),
  /** 54次 */
  there: z.string().optional(),
  others: z.array(z.string()),
  mended: z.boolean(),
});

export const reports = {
  /** Every figure of the period as it can be written, and what the clock says: for drafts that take numbers. */
  figures: query('报告里可用的指标')
    .input(z.object({ from: day, to: day }))
    .output(z.object({ now: z.string(), frozen: z.boolean(), figures: z.array(reportFigure) })),
  /** A first draft out of the sentences, with the numbers of today. */
  create: command('起草工作报告', { undoable: true })
    .input(z.object({ year, title: z.string().trim().max(200).optional() }))
    .output(z.object({ id: z.string(), seq: z.number(), label: z.string() })),
  /** How the numbers of a draft stand to the ledgers: for the command line and for lists. */
  state: query('报告稿的数')
    .input(z.object({ id: s.recordId }))
    .output(
      z.object({
        title: z.string(),
        /** As it is read out. */
        text: z.string(),
        places: z.array(
          z.object({
            place: z.string(),
            figure: z.string(),
            label: z.string(),
            state: z.enum(['fresh', 'stale', 'kept', 'new', 'unknown']),
            taken: z.string().optional(),
            now: z.string().optional(),
            reason: z.string().optional(),
          }),
        ),
      }),
    ),
  /** Takes the present numbers into a draft: all that are new or have changed, or those of some figures. */
  take: command('更新报告稿的数', { undoable: true })
    .input(z.object({ id: s.recordId, figures: z.array(z.string()).max(500).optional() }))
    .output(z.object({ seq: z.number(), label: z.string(), taken: z.number() })),
  sentences: query('常用句')
    .input(nothing)
    .output(z.object({ sentences: z.array(reportSentence.extend({ own: z.boolean(), changed: z.boolean() })) })),
  saveSentences: command('修改常用句', { undoable: true })
    .input(z.object({ sentences: z.array(reportSentence).max(500) }))
    .output(changed),
  /** The text of a report in a file, line breaks mended. */
  read: query('读取报告文件')
    .input(z.object({ file: s.fileRef }))
    .output(
      z.object({
        name: z.string(),
        title: z.string(),
        text: z.string(),
        years: z.array(z.number()),
        notes: z.array(z.string()),
      }),
    ),
  reconcile: query('口径对账')
    .input(reconcileInput)
    .output(
      z.object({
        from: z.string(),
        to: z.string(),
        /** Years the text names, the likeliest first. */
        years: z.array(z.number()),
        paragraphs: z.array(z.string()),
        numbers: z.array(reconciledNumber),
        counts: z.record(z.enum(VERDICTS), z.number()),
      }),
    ),
  /** The result as a list for printing; export it with documents.export. */
  reconcileList: query('对账清单')
    .input(reconcileInput.extend({ onlyDifferent: z.boolean().optional(), name: z.string().max(200).optional() }))
    .output(z.object({ model })),
};
