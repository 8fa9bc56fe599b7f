import { z } from 'zod';
import { query } from '../procedure.ts';
import { evidenceFigure, evidenceItem, year } from './evidence-shapes.ts';

/** 四单: topics by where they stand; they move by workflow.move, are merged by the move 合并. */
export const workTopics = {
  board: query('四单看板')
    .input(
      z.object({
        year,
        /** 2024-Q2 */
        quarter: z
          .string()
          .regex(/^\d{4}-Q[1-4]$/)
          .optional(),
        street: z.string().optional(),
      }),
    )
    .output(
      z.object({
        streets: z.array(z.object({ id: z.string(), title: z.string() })),
        figures: z.array(evidenceFigure),
        columns: z.array(
          z.object({
            id: z.string(),
            label: z.string(),
            states: z.array(z.string()),
            /** Where nothing more happens: folded. */
            ended: z.array(z.string()),
          }),
        ),
        topics: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            state: z.string(),
            column: z.string(),
            ended: z.boolean(),
            street: z.string(),
            streetId: z.string(),
            community: z.string(),
            quarter: z.string(),
            urgency: z.string(),
            raisedOn: z.string(),
            category: z.string(),
            convenor: z.string(),
            units: z.array(z.string()),
            claimedBy: z.array(z.string()),
            satisfaction: z.string(),
            solvedCount: z.number(),
            carriedOver: z.boolean(),
            consultations: z.array(evidenceItem),
            planned: z.array(evidenceItem),
            merged: z.array(evidenceItem),
          }),
        ),
      }),
    ),
};
