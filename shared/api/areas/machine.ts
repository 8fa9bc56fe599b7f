import { z } from 'zod';
import { command, nothing, query } from '../procedure.ts';
import * as s from '../schemas.ts';

export const preferences = {
  get: query('本机偏好', { withoutLibrary: true }).input(nothing).output(s.preferences),
  save: command('保存本机偏好', { withoutLibrary: true }).input(s.preferences).output(s.preferences),
};

/** Text typed and not yet saved, kept outside the library so that a crash or a full disk does not take it. */
export const drafts = {
  get: query('取回草稿')
    .input(z.object({ key: z.string().max(200) }))
    .output(z.object({ at: z.string().optional(), content: z.unknown().optional() })),
  save: command('暂存草稿')
    .input(z.object({ key: z.string().max(200), content: z.unknown() }))
    .output(z.object({ at: z.string() })),
  remove: command('丢弃草稿')
    .input(z.object({ key: z.string().max(200) }))
    .output(z.object({})),
  list: query('未保存的草稿')
    .input(nothing)
    .output(z.object({ drafts: z.array(z.object({ key: z.string(), at: z.string() })) })),
};

export const overview = {
  /** Home: what is due, what was worked on, counts. */
  home: query('首页')
    .input(nothing)
    .output(
      z.object({
        today: z.string(),
        due: z.array(
          z.object({
            /** Days until due; negative when late. */
            days: z.number(),
            title: z.string(),
            detail: z.string(),
            verb: z.string(),
            kind: z.string(),
            id: z.string(),
            place: z.string().optional(),
          }),
        ),
        recent: z.array(
          z.object({
            kind: z.string(),
            id: z.string(),
            title: z.string(),
            subtitle: z.string().optional(),
            at: z.string(),
            who: z.string(),
          }),
        ),
        counts: z.array(
          z.object({
            kind: z.string(),
            label: z.string(),
            unit: z.string(),
            count: z.number(),
            thisYear: z.number().optional(),
          }),
        ),
        year: z.number(),
      }),
    ),
};
