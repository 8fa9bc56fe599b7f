import { z } from 'zod';
import { query } from '../procedure.ts';
import { evidenceFigure, evidenceItem, light, year } from './evidence-shapes.ts';

/** 年度计划: what was promised, what was done. Events are attached by saving the item. */
export const workPlans = {
  year: query('年度计划一览')
    .input(z.object({ year, planType: z.string().optional(), street: z.string().optional() }))
    .output(
      z.object({
        years: z.array(z.number()),
        types: z.array(z.string()),
        streets: z.array(z.object({ id: z.string(), title: z.string() })),
        figures: z.array(evidenceFigure),
        lines: z.array(
          z.object({
            id: z.string(),
            rev: z.number(),
            title: z.string(),
            planType: z.string(),
            form: z.string(),
            month: z.number().optional(),
            responsible: z.string(),
            /** Street, sector or committee whose plan it is. */
            whose: z.string(),
            approval: z.string(),
            target: z.number(),
            done: z.array(evidenceItem),
            ahead: z.array(evidenceItem),
            light,
            missing: z.number(),
            /** Ids the item names itself: what attaching adds to. */
            events: z.array(z.string()),
          }),
        ),
        /** 月月有主题: one a month. */
        months: z.array(
          z.object({ month: z.number(), items: z.array(evidenceItem), done: z.array(evidenceItem), light }),
        ),
      }),
    ),
};
