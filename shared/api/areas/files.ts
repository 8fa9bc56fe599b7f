import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { command, job, query } from '../procedure.ts';
import * as s from '../schemas.ts';

export const files = {
  upload: command('接收文件', { withoutLibrary: true })
    .input(z.object({ file: s.binaryFile }))
    .output(s.fileHandle),
  /** The machine's own open dialog (desktop). */
  pick: command('选择文件', { withoutLibrary: true })
    .input(
      z.object({
        title: z.string().optional(),
        extensions: z.array(z.string()).optional(),
        multiple: z.boolean().optional(),
      }),
    )
    .output(z.object({ files: z.array(s.fileHandle) })),
  pickFolder: command('选择文件夹', { withoutLibrary: true })
    .input(z.object({ title: z.string().optional() }))
    .output(z.object({ path: z.string().optional() })),
  /** Keeps a chosen or uploaded file in the library, to be put into a `files` field. */
  keep: command('存入附件')
    .input(z.object({ file: s.fileRef }))
    .output(
      z.object({
        attachment: z.object({ sha256: z.string(), name: z.string(), size: z.number(), type: z.string() }),
      }),
    ),
  read: query('读取附件')
    .input(
      z.object({
        sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: '附件地址不对' }),
        name: z.string().optional(),
      }),
    )
    .output(z.object({ file: s.binaryFile })),
  /** A file a job has made for the browser to download; given away once. */
  take: query('取走导出的文件')
    .input(z.object({ handle: z.string() }))
    .output(z.object({ file: s.binaryFile })),
  /** Opens an exported file, or the folder it lies in (desktop). */
  show: command('打开导出的文件', { withoutLibrary: true })
    .input(z.object({ handle: z.string(), folder: z.boolean().optional() }))
    .output(z.object({})),
};

export const importing = {
  plan: query('导入预演').input(s.importInput).output(s.importPlan),
  run: job('导入', { undoable: true }).input(s.importInput).output(eventIterator(s.progress, s.importResult)),
  /** The plan or result as a spreadsheet with a reason a row. */
  report: query('导入报告')
    .input(s.importInput)
    .output(z.object({ file: s.binaryFile })),
};
