import { z } from 'zod';
import { query } from '../procedure.ts';
import { caseLine, share, spreadLine, tally } from './work-shapes.ts';

/** Suggestions with their receipts. Changes go through batch.run and workflow.move. */
export const workSuggestions = {
  overview: query('意见建议一览')
    .input(
      z.object({
        /** All years when absent. */
        year: z.number().int().optional(),
      }),
    )
    .output(
      z.object({
        today: z.string(),
        years: z.array(z.number()),
        cases: z.array(
          caseLine.extend({
            text: z.string(),
            seq: z.number().optional(),
            suggestionKind: z.string(),
            /** 'event/<id>' */
            source: z.string(),
            sourceType: z.string(),
            unit: z.string(),
            unitName: z.string(),
            coUnits: z.string(),
            state: z.string(),
            adoption: z.string(),
            due: z.string(),
            /** Past its day and not answered. */
            late: z.boolean(),
            receipt: z.string(),
            receiptNumber: z.string(),
            receiptNote: z.string(),
            needsReceipt: z.boolean(),
            conversions: z.array(z.object({ type: z.string(), title: z.string(), on: z.string() })),
          }),
        ),
        tallies: z.array(tally),
        shares: z.array(share),
        /** `kind` and `key` ('event/<id>') lead to the source. */
        sources: z.array(spreadLine),
        sourceTypes: z.array(spreadLine),
        units: z.array(spreadLine),
      }),
    ),
};
