import { z } from 'zod';
import { changed, command, query } from '../procedure.ts';
import * as s from '../schemas.ts';
import { caseLine, spreadLine, tally } from './work-shapes.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: '日期写成 2024-02-26' });

const receivers = z.array(z.object({ label: z.string().max(10), text: z.string().max(500) })).max(10);

export const workOpinions = {
  /** The year's opinions: the funnel, what keeps it from adding up, who gave how many. */
  overview: query('社情民意一览')
    .input(z.object({ year: z.number().int() }))
    .output(
      z.object({
        years: z.array(z.number()),
        cases: z.array(caseLine.extend({ state: z.string() })),
        funnel: z.array(tally),
        beside: z.array(tally),
        breaches: z.array(caseLine.extend({ what: z.string(), mend: z.string(), field: z.string() })),
        members: z.array(spreadLine),
        units: z.array(spreadLine),
        streets: z.array(spreadLine),
      }),
    ),
  /** What the next issue can be put together from, with its number and receivers. */
  issueDraft: query('组期备选')
    .input(
      z.object({
        publication: z.string().max(60),
        year: z.number().int().min(1900).max(2199),
        supplement: z.boolean().optional(),
      }),
    )
    .output(
      z.object({
        number: z.number(),
        totalNumber: z.number().optional(),
        issuer: z.string(),
        /** Of the last issue of this publication. */
        signer: z.string(),
        editor: z.string(),
        receivers,
        candidates: z.array(
          caseLine.extend({
            state: z.string(),
            words: z.number().optional(),
            /** moves: becomes 已编发 · stays: its state stays, only the row of 编发 is added */
            placing: z.enum(['moves', 'stays']),
          }),
        ),
        issues: z.array(caseLine),
      }),
    ),
  /** Makes the issue and puts its opinions into it: one change, one undo. */
  publish: command('编入专刊', { undoable: true })
    .input(
      z.object({
        publication: z.string().min(1, { error: '请选刊名' }).max(60),
        year: z.number().int().min(1900).max(2199),
        supplement: z.boolean().optional(),
        /** The next one of the year when absent. */
        number: z.number().int().min(1).max(9999).optional(),
        totalNumber: z.number().int().min(1).optional(),
        printedOn: day,
        signer: z.string().max(40).optional(),
        editor: z.string().max(60).optional(),
        issuer: z.string().max(100).optional(),
        copies: z.number().int().min(0).max(100_000).optional(),
        receivers: receivers.optional(),
        state: z.enum(['组稿', '送审', '已签发', '已印发']).optional(),
        /** In the order they are printed. */
        opinions: z.array(s.recordId).min(1, { error: '请先选要编入的信息' }).max(200),
      }),
    )
    .output(changed.extend({ id: z.string(), title: z.string(), moved: z.number(), stayed: z.number() })),
};
