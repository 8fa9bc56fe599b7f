import { z } from 'zod';
import type { DocumentParameter } from '../../documents/definition.ts';
import { command, model, nothing, params, query } from '../procedure.ts';
import * as s from '../schemas.ts';

export const documents = {
  list: query('可出的文书', { withoutLibrary: true })
    .input(nothing)
    .output(
      z.object({
        documents: z.array(
          z.object({
            id: z.string(),
            label: z.string(),
            description: z.string(),
            parameters: z.array(z.custom<DocumentParameter>()),
          }),
        ),
      }),
    ),
  compose: query('拟稿')
    .input(z.object({ document: z.string(), params: params.optional() }))
    .output(z.object({ model, findings: z.array(s.finding) })),
  /**
   * Writes the document as Word. `content` is the edited model, otherwise it is composed afresh.
   * Desktop: asks where to save and answers with a handle. Web: answers with the file. Command line: `out`.
   */
  export: command('导出Word')
    .input(
      z.object({
        document: z.string(),
        params: params.optional(),
        content: model.optional(),
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
      }),
    ),
};
