import { z } from 'zod';
import { query } from '../procedure.ts';
import * as s from '../schemas.ts';

export const search = {
  query: query('全文检索').input(s.searchInput).output(s.searchResult),
  suggest: query('输入提示')
    .input(z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(50).optional() }))
    .output(
      z.object({
        items: z.array(
          z.object({ kind: z.string(), id: z.string(), title: z.string(), subtitle: z.string().optional() }),
        ),
      }),
    ),
};
