import { z } from 'zod';
import { kindId, recordId } from './basics.ts';

export const filter = z.object({
  field: z.string(),
  /** any: one of values · contains: text · between: from ≤ value ≤ to, also for dates as text · blank / filled */
  type: z.enum(['any', 'contains', 'between', 'blank', 'filled']),
  values: z.array(z.unknown()).optional(),
  text: z.string().optional(),
  from: z.union([z.string(), z.number()]).optional(),
  to: z.union([z.string(), z.number()]).optional(),
});

export const listInput = z.object({
  kind: kindId,
  /** Narrows the list to records whose title or shown columns contain the text. */
  text: z.string().max(200).optional(),
  filters: z.array(filter).max(50).optional(),
  sort: z
    .array(z.tuple([z.string(), z.enum(['asc', 'desc', 'stroke'])]))
    .max(8)
    .optional(),
  /** Puts records of the same value together (days by their month); heads and counts: lists.summary. */
  group: z.string().optional(),
  /** Only these of what is found, in the order of the list. */
  ids: z.array(recordId).max(100_000).optional(),
  offset: z.number().int().min(0).optional(),
  limit: z.number().int().min(1).max(100_000).optional(),
  /** With bodies and long texts; without it a list stays light. */
  full: z.boolean().optional(),
});

export const searchInput = z.object({
  text: z.string({ error: '请填写要找的字' }).max(200, { error: '要找的字太长（不超过200字）' }),
  kinds: z.array(kindId).optional(),
  year: z.number().int().optional(),
  sector: recordId.optional(),
  offset: z.number().int().min(0).optional(),
  limit: z.number().int().min(1).max(1000).optional(),
  order: z.enum(['relevance', 'newest']).optional(),
});

const mark = z.tuple([z.number(), z.number()]);

export const searchResult = z.object({
  total: z.number(),
  byKind: z.record(z.string(), z.number()),
  terms: z.array(z.string()),
  hits: z.array(
    z.object({
      kind: z.string(),
      id: z.string(),
      title: z.string(),
      titleMarks: z.array(mark),
      subtitle: z.string().optional(),
      year: z.number().optional(),
      occurrences: z.number(),
      snippets: z.array(z.object({ text: z.string(), marks: z.array(mark), place: z.string() })),
    }),
  ),
});
