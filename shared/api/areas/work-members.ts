import { z } from 'zod';
import { query } from '../procedure.ts';
import * as s from '../schemas.ts';

const deed = z.object({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  on: z.string(),
  note: z.string().optional(),
});

/** Of the year; all of it when absent. */
const quarter = z.number().int().min(1).max(4).optional();

export const workMembers = {
  /** One member: all appointments of the person, and everything the ledgers hold of this one. */
  profile: query('委员履职情况')
    .input(z.object({ id: s.recordId, year: z.number().int().optional(), quarter }))
    .output(
      z.object({
        appointments: z.array(
          z.object({
            id: z.string(),
            term: z.string(),
            sector: z.string(),
            committee: z.string(),
            subdistrict: z.string(),
            roles: z.array(z.string()),
            from: z.string(),
            until: z.string(),
            status: z.string(),
          }),
        ),
        /** Years in which anything is on record, newest first. */
        years: z.array(z.number()),
        sections: z.array(
          z.object({ id: z.string(), label: z.string(), unit: z.string(), rule: z.string(), deeds: z.array(deed) }),
        ),
        gaps: z.array(z.string()),
      }),
    ),
  /** All serving members of a term with their counts of a year: who did what, who did nothing. */
  overview: query('委员履职一览')
    .input(z.object({ year: z.number().int(), quarter }))
    .output(
      z.object({
        years: z.array(z.number()),
        columns: z.array(z.object({ id: z.string(), label: z.string(), unit: z.string(), rule: z.string() })),
        members: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            sector: z.string(),
            committee: z.string(),
            subdistrict: z.string(),
            isStanding: z.boolean(),
            counts: z.record(z.string(), z.number()),
            /** 应出席 and there: 出席率. */
            attendance: z.object({ expected: z.number(), present: z.number() }),
          }),
        ),
      }),
    ),
};
