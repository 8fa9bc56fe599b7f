import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { command, job, nothing, params } from '../procedure.ts';
import * as s from '../schemas.ts';

/** How many records a batch may have: more than that is an oversight, and its result could not be read through. */
const MOST = 5000;

export const manyInput = z.object({
  document: z.string(),
  /** The parameter that names one record; each of `ids` takes its place once. */
  parameter: z.string(),
  ids: z.array(s.recordId).min(1, '请先选要出的记录').max(MOST, `一次最多出 ${MOST} 份，请分几次`),
  /** The other parameters, the same for all. */
  params: params.optional(),
  format: z.enum(['docx', 'pdf']).optional(),
  /** A file of this name is replaced; otherwise the new one is called “…（2）”. */
  replace: z.boolean().optional(),
  /** Desktop: the folder that was chosen (choose). */
  folder: z.string().optional(),
  /** Command line: the folder. */
  out: z.string().optional(),
});

export const manyResult = z.object({
  written: z.array(z.object({ id: s.recordId, name: z.string(), size: z.number() })),
  failed: z.array(z.object({ id: s.recordId, title: z.string(), reason: z.string() })),
  /** Why it ended before the last record (the disk is full); what was written stays. */
  stopped: z.string().optional(),
  /** Why the papers are not among 文书留底; they are written all the same. */
  notKept: z.string().optional(),
  path: z.string().optional(),
  /** Web: one .zip, to be fetched once by files.take. */
  handle: z.string().optional(),
  name: z.string().optional(),
});

export const documentsMany = {
  /** Desktop: asks for the folder; nothing when the clerk has cancelled. Web: the papers come as one .zip. */
  choose: command('选择存放文书的文件夹')
    .input(nothing)
    .output(
      z.object({
        way: z.enum(['folder', 'download', 'out']),
        folder: z.string().optional(),
        path: z.string().optional(),
      }),
    ),
  /**
   * One paper a record, each written when it is made. A record that fails does not stop the others. Called off: what was
   * written stays in the folder, and nothing half written; a .zip is not handed out.
   */
  export: job('批量出文书').input(manyInput).output(eventIterator(s.progress, manyResult)),
  /** Opens the folder that was chosen. */
  open: command('打开文件夹')
    .input(z.object({ folder: z.string() }))
    .output(z.object({})),
};
