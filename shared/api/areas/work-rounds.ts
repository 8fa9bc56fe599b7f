import { z } from 'zod';
import { query } from '../procedure.ts';

const item = z.object({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  on: z.string().optional(),
  note: z.string().optional(),
});
const figure = z.object({
  id: z.string(),
  label: z.string(),
  unit: z.string(),
  rule: z.string(),
  items: z.array(item),
  figure: z.number(),
});

/** Supervision and visits of a year: figures that open, and who or what has not been reached. */
export const workRounds = {
  supervision: query('民主监督一览')
    .input(z.object({ year: z.number().int(), form: z.string().optional() }))
    .output(
      z.object({
        forms: z.array(z.string()),
        figures: z.array(figure),
        streets: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            rounds: z.array(item),
            projects: z.array(item),
            suggestions: z.array(item),
          }),
        ),
        /** 问题清单: what was found, with the unit in charge and how far it is. */
        problems: z.array(item.extend({ unit: z.string(), state: z.string(), due: z.string() })),
      }),
    ),
  visits: query('走访联络一览')
    .input(z.object({ year: z.number().int() }))
    .output(
      z.object({
        figures: z.array(figure),
        companies: z.array(
          z.object({ id: z.string(), title: z.string(), isMember: z.boolean(), rounds: z.array(item) }),
        ),
        members: z.array(z.object({ id: z.string(), title: z.string(), note: z.string(), rounds: z.array(item) })),
        /** Serving members outside the Communist Party whom nobody visited in the year. */
        unvisited: z.array(item),
        problems: z.array(item.extend({ unit: z.string(), state: z.string(), due: z.string() })),
      }),
    ),
};
