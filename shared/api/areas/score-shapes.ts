import { z } from 'zod';
import type { Scheme } from '../../scoring/scheme.ts';
import { schemeSchema } from '../../scoring/scheme-schema.ts';
import { evidenceItem } from './evidence-shapes.ts';

/** A scheme as it goes out: it was checked when it came in. */
export const scheme = z.custom<Scheme>(
  (value) => typeof value === 'object' && value !== null && 'items' in value,
  '计分方案不完整',
);

export const audience = z.enum(['member', 'street', 'unit', 'proposalQuality', 'handlingQuality']);
export const status = z.enum(['draft', 'inForce', 'archived']);

export const schemeVersion = z.object({
  version: z.number(),
  status,
  fromYear: z.number(),
  adoptedBy: z.string().optional(),
  /** The office made or changed it; the others come with the program. */
  own: z.boolean(),
});

/** A numerator, a denominator and both their records: 立案率. */
export const qualityShare = z.object({
  met: z.array(evidenceItem),
  of: z.array(evidenceItem),
  /** 66.7%; '' when there is nothing to take a share of. */
  percent: z.string(),
});

/** One subject in a ranking. */
export const rankLine = z.object({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  /** 界别, or what tells two of a name apart. */
  sector: z.string(),
  street: z.string(),
  isStanding: z.boolean(),
  total: z.number(),
  base: z.number(),
  grade: z.string(),
  /** 1 2 2 4, among those of its group. */
  rank: z.number(),
  /** Months served in the year. */
  months: z.number(),
  sections: z.record(z.string(), z.number()),
  /** Entries of the ledger behind the total. */
  entries: z.number(),
  vetoes: z.array(z.object({ label: z.string(), items: z.array(evidenceItem) })),
  /** 连续两年 <60 约谈 */
  warnings: z.array(z.string()),
  quality: z.object({ proposals: qualityShare, opinions: qualityShare }).optional(),
  /** Total of the settled result, where it is another one now. */
  settled: z.number().optional(),
});

export const entry = z.object({
  key: z.string(),
  item: z.string(),
  label: z.string(),
  unit: z.string(),
  day: z.string(),
  points: z.number(),
  counted: z.number(),
  reason: z.string().optional(),
  note: z.string().optional(),
  manual: z.boolean(),
  /** By hand: taken back by another, or takes another back. */
  reversal: z.enum(['reversed', 'reverses']).optional(),
  sources: z.array(evidenceItem),
});

export const statementSection = z.object({
  id: z.string(),
  label: z.string(),
  kind: z.enum(['basic', 'bonus', 'deduction']),
  depth: z.number(),
  raw: z.number(),
  counted: z.number(),
  start: z.number().optional(),
  cap: z.number().optional(),
  /** Before 折算. */
  fullCap: z.number().optional(),
  entries: z.array(entry),
});

export const historyLine = z.object({
  seq: z.number(),
  /** Number of the change in the library. */
  transaction: z.number(),
  at: z.string(),
  who: z.string(),
  change: z.string(),
  day: z.string(),
  item: z.string(),
  label: z.string(),
  sign: z.number(),
  counted: z.number(),
  status: z.string(),
  version: z.number(),
  reverses: z.number().optional(),
  note: z.string().optional(),
  sources: z.array(evidenceItem),
});

/** Who moves when a rule changes. */
export const move = z.object({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  before: z.object({ total: z.number(), rank: z.number(), grade: z.string() }),
  after: z.object({ total: z.number(), rank: z.number(), grade: z.string() }),
  /** X6 立案 10 → 12 */
  reasons: z.array(z.object({ item: z.string(), label: z.string(), before: z.number(), after: z.number() })),
});

export const settlement = z.object({
  step: z.enum(['trial', 'published', 'confirmed']),
  at: z.string(),
  by: z.string(),
  version: z.number(),
  meeting: z.string().optional(),
  note: z.string().optional(),
  /** SHA-256 of the totals. */
  hash: z.string(),
  subjects: z.number(),
});

/** A scheme as it comes in. */
export const givenScheme = schemeSchema;
