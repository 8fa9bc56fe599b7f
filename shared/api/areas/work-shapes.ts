import { z } from 'zod';

/** Shapes that the pages for the work have in common: see shared/figures/share.ts. */

/** A record behind a number, by its id in `cases`. */
export const caseLine = z.object({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  on: z.string().optional(),
  note: z.string().optional(),
});

export const tally = z.object({
  id: z.string(),
  label: z.string(),
  unit: z.string(),
  rule: z.string(),
  ids: z.array(z.string()),
  /** When the number is no plain count of the records. */
  figure: z.number().optional(),
});

export const share = z.object({
  id: z.string(),
  label: z.string(),
  rule: z.string(),
  /** 98.6%; '' when there is nothing to take a share of. */
  percent: z.string(),
  met: z.array(z.string()),
  of: z.array(z.string()),
  counts: z.object({ met: z.number(), of: z.number() }),
});

/** One line of a distribution: a name and several lists, each of which opens. */
export const spreadLine = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.string().optional(),
  columns: z.record(z.string(), z.array(z.string())),
});

export const choice = z.object({ id: z.string(), label: z.string() });
