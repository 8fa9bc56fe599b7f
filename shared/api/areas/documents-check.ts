import { z } from 'zod';
import { CHECK_GROUPS } from '../../documents/checks/rule.ts';
import { changed, command, model, nothing, params, query } from '../procedure.ts';
import * as s from '../schemas.ts';

const checkRule = z.object({
  id: z.string(),
  label: z.string(),
  group: z.enum(CHECK_GROUPS),
  severity: s.finding.shape.severity,
  /** Standard and clause, or the practice it comes from. */
  source: z.string(),
  /** Texts with a slip, with what they become where an offer is made. Rules about a paper as a whole have none. */
  examples: z.array(z.object({ text: z.string(), mended: z.string().optional() })),
  off: z.boolean(),
});

export const documentsCheck = {
  /**
   * 体检: what the composer noticed and what the rules find on exactly this paper. `content` is the edited paper,
   * otherwise it is composed afresh. Changes nothing.
   */
  check: query('体检')
    .input(z.object({ document: z.string(), params: params.optional(), content: model.optional() }))
    .output(z.object({ findings: z.array(s.finding) })),
  rules: query('体检规则')
    .input(nothing)
    .output(z.object({ rules: z.array(checkRule) })),
  /** `off`: ids of all rules this office does not want to be asked. */
  saveRules: command('修改体检规则', { undoable: true })
    .input(z.object({ off: z.array(z.string().max(60)).max(200) }))
    .output(changed),
};
