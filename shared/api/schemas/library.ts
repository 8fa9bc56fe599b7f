import { z } from 'zod';

export const savingState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('saved'), seq: z.number(), at: z.string() }),
  z.object({ state: z.literal('saving'), seq: z.number() }),
  z.object({ state: z.literal('failed'), seq: z.number(), reason: z.string() }),
]);

const undoStep = z.object({ seq: z.number(), label: z.string() });

export const damageReport = z.object({
  at: z.string(),
  file: z.string(),
  message: z.string(),
  mended: z.boolean(),
  setAside: z.string().optional(),
});

export const libraryStatus = z.object({
  path: z.string(),
  id: z.string(),
  name: z.string(),
  seq: z.number(),
  counts: z.record(z.string(), z.number()),
  saving: savingState,
  undoable: undoStep.optional(),
  redoable: undoStep.optional(),
  damage: z.array(damageReport),
  /** Why nothing can be saved into this library now, when that is so. */
  readOnly: z.string().optional(),
  lastBackup: z.object({ at: z.string(), path: z.string() }).optional(),
});

/** What the page hears after every acknowledged change, and whenever the saving state turns. */
export const liveEvent = z.object({
  seq: z.number(),
  saving: savingState,
  undoable: undoStep.optional(),
  redoable: undoStep.optional(),
  label: z.string().optional(),
  changes: z.array(z.object({ kind: z.string(), id: z.string(), type: z.enum(['added', 'updated', 'removed']) })),
});

export const historyEntry = z.object({
  seq: z.number(),
  at: z.string(),
  who: z.string(),
  machine: z.string(),
  label: z.string(),
  origin: z.string(),
  reverses: z.number().optional(),
  /** At most 50 a transaction; `changeCount` tells all. */
  changeCount: z.number(),
  changes: z.array(
    z.object({
      kind: z.string(),
      id: z.string(),
      title: z.string(),
      type: z.enum(['added', 'updated', 'removed']),
      fields: z.array(z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
});
