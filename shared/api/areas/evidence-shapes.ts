import { z } from 'zod';

/** A record behind a number: what `<Evidence>` lists. */
export const evidenceItem = z.object({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  on: z.string().optional(),
  note: z.string().optional(),
});

/** A number with its records and, in words, how it is counted (口径). `figure` is not `items.length` for sums. */
export const evidenceFigure = z.object({
  id: z.string(),
  label: z.string(),
  unit: z.string(),
  rule: z.string(),
  items: z.array(evidenceItem),
  figure: z.number(),
  /** Out of how many: shown as 14/14. */
  of: z.number().optional(),
});

/** met 达标 · missed 到期未达标 · running 进行中 · ahead 未到期 */
export const light = z.enum(['met', 'missed', 'running', 'ahead']);

export const year = z.number().int().min(1900).max(2199);
