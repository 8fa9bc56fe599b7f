import { z } from 'zod';
import { query } from '../procedure.ts';
import { evidenceFigure, evidenceItem, year } from './evidence-shapes.ts';

const venue = z.object({
  id: z.string(),
  rev: z.number(),
  title: z.string(),
  level: z.string(),
  venueKind: z.string(),
  state: z.string(),
  inUse: z.boolean(),
  community: z.string(),
  upgraded: z.boolean(),
  marks: z.array(
    z.object({
      item: z.string(),
      state: z.enum(['passed', 'failed', 'unchecked']),
      checkedOn: z.string(),
      note: z.string(),
      hasEvidence: z.boolean(),
    }),
  ),
  qualified: z.boolean(),
  /** When the six are to be looked at again; absent when nothing says since when. */
  recheckDue: z.string().optional(),
  /** Days until then; negative when late. */
  recheckDays: z.number().optional(),
  consultations: z.array(evidenceItem),
});

/** 阵地: 1 + 14 + N by street. A check of the six for several venues at once goes through batch.run. */
export const workVenues = {
  map: query('阵地图')
    .input(z.object({ year }))
    .output(
      z.object({
        figures: z.array(evidenceFigure),
        /** Of the district (1), and those that name no street. */
        district: z.array(venue),
        streets: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            venues: z.array(venue),
            rooms: z.array(evidenceItem),
            communities: z.array(evidenceItem),
            covered: z.array(evidenceItem),
            uncovered: z.array(evidenceItem),
          }),
        ),
        /** Duties from today on. */
        duties: z.array(
          z.object({
            venue: evidenceItem,
            street: z.string(),
            on: z.string(),
            weekday: z.string(),
            members: z.array(evidenceItem),
            leader: z.string(),
            note: z.string(),
          }),
        ),
        dutiesUntil: z.string(),
      }),
    ),
};
