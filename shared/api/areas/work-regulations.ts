import { z } from 'zod';
import { query } from '../procedure.ts';
import * as s from '../schemas.ts';
import { evidenceFigure, evidenceItem, year } from './evidence-shapes.ts';

const items = z.array(evidenceItem);
const piece = z.object({ text: z.string(), changed: z.boolean() });

export const workRegulations = {
  overview: query('规章制度一览')
    .input(z.object({ year }))
    .output(
      z.object({
        years: z.array(z.number()),
        /** 修订完善规章制度6个方面78项; absent when nothing was made or revised. */
        sentence: z.string().optional(),
        figures: z.array(evidenceFigure),
        areas: z.array(
          z.object({
            area: z.string(),
            made: items,
            revised: items,
            repealed: items,
            inForce: items,
            underWay: items,
          }),
        ),
        important: items,
      }),
    ),
  /** Regulations that have more than one version, and the versions of one. */
  versions: query('制度的历次版本')
    .input(z.object({ id: s.recordId }))
    .output(
      z.object({
        versions: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            number: z.string(),
            action: z.string(),
            state: z.string(),
            passedOn: z.string(),
            /** Characters of the full text; 0 when it is not there. */
            characters: z.number(),
            changes: z.string(),
          }),
        ),
      }),
    ),
  compare: query('制度版本对照')
    .input(z.object({ before: s.recordId, after: s.recordId }))
    .output(
      z.object({
        lines: z.array(
          z.object({
            type: z.enum(['same', 'changed', 'added', 'removed']),
            before: z.array(piece).optional(),
            after: z.array(piece).optional(),
          }),
        ),
        counts: z.object({ same: z.number(), changed: z.number(), added: z.number(), removed: z.number() }),
        /** Versions without a text, by title. */
        without: z.array(z.string()),
      }),
    ),
};
