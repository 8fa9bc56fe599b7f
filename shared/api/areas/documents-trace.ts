import { z } from 'zod';

const place = z.object({ block: z.number(), row: z.number().optional(), cell: z.number().optional() });

/** A record as it was when the paper went out, and as it is now. */
const source = z.object({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  exported: z.number(),
  /** Its version now; absent when it was deleted. */
  present: z.number().optional(),
});

/** Pieces of a changed paragraph, in reading order. */
const piece = z.object({ text: z.string(), was: z.enum(['same', 'added', 'removed']) });

export const tracedParagraph = z.object({
  /** same 原样 · changed 改过 · added 后加 · removed 删去 */
  state: z.enum(['same', 'changed', 'added', 'removed']),
  place: place.optional(),
  /** Text in the file; of a removed one what it was. */
  text: z.string(),
  pieces: z.array(piece).optional(),
  /** Indexes into `sources`. */
  sources: z.array(z.number()),
  /** How it was recognised: its mark in the file, the same words, words alike. */
  by: z.enum(['mark', 'words', 'likeness']).optional(),
});

/** A number that was changed by hand, or that the ledgers no longer give. */
export const tracedNumber = z.object({
  /** Index into `paragraphs`. */
  paragraph: z.number(),
  was: z.string(),
  is: z.string().optional(),
  /** What composing afresh would say there now, where that can be told. */
  now: z.string().optional(),
  reason: z.enum(['byHand', 'outdated']),
  figure: z.string().optional(),
});

export const traceReport = z.object({
  /** The paper the file is, when it was exported from this library. */
  paper: z.object({
    id: z.string(),
    title: z.string(),
    document: z.string(),
    label: z.string(),
    version: z.number(),
    versions: z.number(),
    at: z.string(),
    number: z.string().optional(),
    params: z.record(z.string(), z.unknown()),
  }),
  /** mark: the file says itself what it is; words: it was recognised by its text. */
  recognised: z.enum(['mark', 'words']),
  sources: z.array(source),
  paragraphs: z.array(tracedParagraph),
  numbers: z.array(tracedNumber),
  counts: z.object({ same: z.number(), changed: z.number(), added: z.number(), removed: z.number() }),
});
