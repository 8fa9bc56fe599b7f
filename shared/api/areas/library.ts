import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { command, job, nothing, query } from '../procedure.ts';
import * as s from '../schemas.ts';

export const library = {
  status: query('资料库状态', { withoutLibrary: true })
    .input(nothing)
    .output(
      z.object({ open: s.libraryStatus.optional(), door: z.enum(['desktop', 'web', 'cli']), version: z.string() }),
    ),
  /** Where: a folder chosen in a dialog (handle), or a path typed or remembered. */
  create: command('新建资料库', { withoutLibrary: true })
    .input(z.object({ path: z.string().min(1), name: z.string().max(60).optional(), sample: z.boolean().optional() }))
    .output(s.libraryStatus),
  open: command('打开资料库', { withoutLibrary: true })
    .input(z.object({ path: z.string().min(1) }))
    .output(s.libraryStatus),
  close: command('关闭资料库').input(nothing).output(z.object({})),
  /** Folder for a new sample library in the user's own documents folder. */
  suggestPath: query('建议的位置', { withoutLibrary: true })
    .input(z.object({ sample: z.boolean().optional() }))
    .output(z.object({ path: z.string() })),
  watch: query('变动通知').input(nothing).output(eventIterator(s.liveEvent)),
  verify: job('核验资料库')
    .input(nothing)
    .output(
      eventIterator(
        s.progress,
        z.object({
          ok: z.boolean(),
          transactions: z.number(),
          records: z.number(),
          attachments: z.number(),
          problems: z.array(z.object({ file: z.string(), message: z.string() })),
        }),
      ),
    ),
  backup: job('备份资料库')
    .input(z.object({ folder: z.string().optional() }))
    .output(eventIterator(s.progress, z.object({ path: z.string(), at: z.string(), records: z.number() }))),
};
