import { z } from 'zod';
import { complianceRule } from '../../figures/compliance-rules.ts';
import { changed, command, query } from '../procedure.ts';
import { evidenceFigure, evidenceItem, light, year } from './evidence-shapes.ts';

const named = z.object({ id: z.string(), title: z.string() });

/** 街道工作: lights of the rules an office sets, what each street has, and who is nowhere. */
export const workStreets = {
  compliance: query('街道达标灯')
    .input(z.object({ year }))
    .output(
      z.object({
        rules: z.array(
          complianceRule.extend({
            /** The rule in words: 每季至少 2 次：会议活动，协商形式是微协商 */
            sentence: z.string(),
            /** 次, 篇 */
            unit: z.string(),
            parts: z.array(z.object({ id: z.string(), label: z.string() })),
            /** Why it cannot be counted, when a list or field of it is gone. */
            problem: z.string().optional(),
          }),
        ),
        streets: z.array(
          named.extend({
            /** By rule: one cell a part. */
            cells: z.record(
              z.string(),
              z.array(z.object({ part: z.string(), light, missing: z.number(), items: z.array(evidenceItem) })),
            ),
          }),
        ),
      }),
    ),
  saveRules: command('修改达标规则', { undoable: true })
    .input(z.object({ rules: z.array(complianceRule).max(30) }))
    .output(changed),
  coverage: query('街道组织覆盖')
    .input(z.object({ year }))
    .output(
      z.object({
        figures: z.array(evidenceFigure),
        streets: z.array(
          named.extend({
            convenor: z.string(),
            liaison: z.string(),
            office: z.string(),
            branches: z.array(evidenceItem),
            branchEvents: z.array(evidenceItem),
            members: z.array(evidenceItem),
            rooms: z.array(evidenceItem),
            communities: z.array(evidenceItem),
            covered: z.array(evidenceItem),
            uncovered: z.array(evidenceItem),
            gaps: z.array(z.string()),
          }),
        ),
        committees: z.array(
          named.extend({
            members: z.array(evidenceItem),
            branches: z.array(evidenceItem),
            branchEvents: z.array(evidenceItem),
          }),
        ),
        withoutCommittee: z.array(evidenceItem),
        withoutStreet: z.array(evidenceItem),
        pairings: z.array(z.object({ member: evidenceItem, with: z.array(evidenceItem) })),
      }),
    ),
};
