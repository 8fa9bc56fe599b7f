import { z } from 'zod';
import { changed, command, query } from '../procedure.ts';
import * as s from '../schemas.ts';
import { caseLine, choice, share, spreadLine, tally } from './work-shapes.ts';

const step = z.object({
  label: z.string(),
  on: z.string().optional(),
  due: z.string().optional(),
  note: z.string().optional(),
  late: z.boolean().optional(),
  /** Done, but the day is not on record. */
  undated: z.boolean().optional(),
});

/** One thing owed on a case: what the list of 催办 is made of. */
const owed = z.object({
  key: z.string(),
  id: z.string(),
  title: z.string(),
  label: z.string(),
  about: z.string(),
  /** The unit that owes it; absent when the office does. */
  unit: z.string().optional(),
  due: z.string(),
  days: z.number(),
  verb: z.string(),
  /** 书面催办 of this unit on record. */
  urged: z.number(),
  urgedOn: z.string().optional(),
});

const judgement = z.object({
  by: z.string(),
  score: z.number().optional(),
  grade: z.string().optional(),
  comment: z.string().optional(),
  on: z.string().optional(),
});

export const workProposals = {
  /** The year's proposals: board, figures with their cases, distributions, what is late or due. */
  overview: query('提案一览')
    .input(
      z.object({
        /** Without session and year: the newest session that has proposals; 'all' for everything on record. */
        session: s.recordId.optional(),
        year: z.number().int().optional(),
        unit: s.recordId.optional(),
      }),
    )
    .output(
      z.object({
        today: z.string(),
        session: z.string().optional(),
        sessions: z.array(choice),
        years: z.array(z.number()),
        units: z.array(choice),
        cases: z.array(
          caseLine.extend({
            caseNumber: z.string(),
            subject: z.string(),
            proposer: z.string(),
            units: z.string(),
            state: z.string(),
            isKey: z.boolean(),
            /** What is owed next. */
            due: z.string().optional(),
            days: z.number().optional(),
            dueLabel: z.string().optional(),
          }),
        ),
        board: z.array(
          z.object({
            id: z.string(),
            label: z.string(),
            ended: z.boolean(),
            states: z.array(z.string()),
            ids: z.array(z.string()),
          }),
        ),
        tallies: z.array(tally),
        shares: z.array(share),
        sectors: z.array(spreadLine),
        categories: z.array(spreadLine),
        byUnit: z.array(spreadLine),
        owed: z.array(owed),
      }),
    ),
  /** The handling of one case, unit by unit. */
  timeline: query('提案办理经过')
    .input(z.object({ id: s.recordId }))
    .output(
      z.object({
        title: z.string(),
        state: z.string(),
        proposers: z.array(z.object({ kind: z.string(), id: z.string(), title: z.string() })),
        merged: z.array(caseLine),
        mergedInto: caseLine.optional(),
        key: z.object({ level: z.string(), supervisors: z.string(), handlingLeader: z.string() }).optional(),
        stages: z.array(step),
        lanes: z.array(
          z.object({
            unit: z.string(),
            name: z.string(),
            role: z.string(),
            state: z.string(),
            released: z.boolean(),
            steps: z.array(step),
          }),
        ),
        hearings: z.array(
          z.object({
            name: z.string(),
            round: z.number(),
            on: z.string().optional(),
            attitude: z.string().optional(),
            result: z.string().optional(),
            opinion: z.string().optional(),
          }),
        ),
        followUps: z.array(step.extend({ unit: z.string(), event: caseLine.optional() })),
        /** 提案质量, judged by the units; 办理质量, judged by the proposers: each by itself. */
        ofProposal: z.array(judgement),
        ofHandling: z.array(judgement),
        owed: z.array(owed),
      }),
    ),
  /** 书面催办 of several units in several cases: one row a unit and case, all of them or none, one undo. */
  urge: command('催办', { undoable: true })
    .input(
      z.object({
        items: z
          .array(z.object({ id: s.recordId, unit: s.recordId.optional() }))
          .min(1, { error: '请先勾选要催办的' })
          .max(2000),
        on: z
          .string()
          .regex(/^\d{4}-\d{2}-\d{2}$/)
          .optional(),
        /** What is urged, in words: written into each row. */
        note: z.string().max(500).optional(),
      }),
    )
    .output(changed.extend({ urged: z.number(), cases: z.number() })),
};
