import { z } from 'zod';
import { DOCUMENT_GROUPS, type DocumentParameter } from '../../documents/definition.ts';
import { command, model, nothing, params, query } from '../procedure.ts';
import * as s from '../schemas.ts';
import { traceReport } from './documents-trace.ts';

export const documents = {
  list: query('可出的文书', { withoutLibrary: true })
    .input(nothing)
    .output(
      z.object({
        documents: z.array(
          z.object({
            id: z.string(),
            label: z.string(),
            group: z.enum(DOCUMENT_GROUPS),
            description: z.string(),
            aliases: z.array(z.string()),
            /** Series its number is taken from. */
            series: z.string().optional(),
            layout: z.enum(['official', 'minutes', 'letter', 'briefing', 'plain', 'book']),
            parameters: z.array(z.custom<DocumentParameter>()),
          }),
        ),
      }),
    ),
  compose: query('拟稿')
    .input(z.object({ document: z.string(), params: params.optional() }))
    .output(z.object({ model, findings: z.array(s.finding) })),
  /**
   * Writes the document as Word or PDF. `content` is the edited model, otherwise it is composed afresh. What has gone out
   * is kept (文书留底): `paper` is its record.
   * Desktop: asks where to save and answers with a handle. Web: answers with the file. Command line: `out`.
   */
  export: command('导出文书')
    .input(
      z.object({
        document: z.string(),
        params: params.optional(),
        content: model.optional(),
        format: z.enum(['docx', 'pdf']).optional(),
        /** The office's own template, or the layout of the program. Absent: its own where it has one in use. */
        template: z.enum(['own', 'builtIn']).optional(),
        out: z.string().optional(),
      }),
    )
    .output(
      z.object({
        saved: z.boolean(),
        name: z.string(),
        size: z.number(),
        sha256: z.string(),
        handle: z.string().optional(),
        path: z.string().optional(),
        file: s.binaryFile.optional(),
        findings: z.array(s.finding),
        paper: z.string().optional(),
      }),
    ),
  /** A file that was exported here and has been worked on since, held against what it was made of. Nothing is changed. */
  trace: query('出处回溯')
    .input(z.object({ file: s.fileRef }))
    .output(traceReport),
};
