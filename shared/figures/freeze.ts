import { z } from 'zod';

/**
 * The figures of a year as they were handed in (定稿): values, wording and the records behind every one, signed with a
 * hash. Never changed afterwards; a new one with a reason takes its place and the earlier ones stay readable.
 */
const evidence = z.object({
  kind: z.string(),
  id: z.string(),
  day: z.string(),
  amount: z.number().optional(),
  keys: z.array(z.string()).readonly().optional(),
  met: z.boolean().optional(),
  repeated: z.boolean().optional(),
});

const frozenFigure = z.object({
  id: z.string(),
  label: z.string(),
  group: z.string(),
  unit: z.string(),
  rule: z.string(),
  /** The query in words: shows later whether the figure was counted otherwise. */
  query: z.string(),
  /** As it was shown: the corrected value where there was one. */
  value: z.number(),
  computed: z.number(),
  text: z.string(),
  met: z.number().optional(),
  of: z.number().optional(),
  correction: z.object({ reason: z.string(), by: z.string() }).optional(),
  evidence: z.array(evidence).readonly(),
});

export const yearFreeze = z.object({
  year: z.number().int(),
  /** 1, 2, 3 … */
  version: z.number().int(),
  /** Seq of the last change that was taken in. */
  seq: z.number().int(),
  by: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  /** Why an earlier one was not good enough; absent in the first. */
  reason: z.string().optional(),
  /** Hash of the version before: none can be taken out of the chain unnoticed. */
  previous: z.string().optional(),
  figures: z.array(frozenFigure).readonly(),
  /** SHA-256 in hex of signedText. */
  hash: z.string(),
});

export type FrozenFigure = Readonly<z.output<typeof frozenFigure>>;
export type YearFreeze = Readonly<z.output<typeof yearFreeze>>;

export const FREEZE_SETTINGS = 'figureFreeze/';

export const freezeSetting = (year: number): string => `${FREEZE_SETTINGS}${year}`;

/** All versions of a year, oldest first; what cannot be read is left out, and then the chain no longer holds. */
export function freezesIn(setting: unknown): readonly YearFreeze[] {
  if (!Array.isArray(setting)) return [];
  return setting.flatMap((item) => {
    const read = yearFreeze.safeParse(item);
    return read.success ? [read.data] : [];
  });
}

/** What the hash is taken of: everything but the hash, keys in order, no blanks. */
export const signedText = ({ hash: _, ...signed }: YearFreeze): string => canonicalJson(signed);

/** JSON in which equal values give equal texts: keys sorted, absent and undefined the same. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
  return `{${entries.join(',')}}`;
}
