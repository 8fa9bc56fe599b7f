import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { type FigureDefinition, figureDefinition } from '../../figures/definition.ts';
import { dayNumber } from '../../text/calendar.ts';
import { changed, command, job, nothing, query, recordKey } from '../procedure.ts';
import * as s from '../schemas.ts';
import { evidenceItem, year } from './evidence-shapes.ts';
import { savedFile } from './sheets.ts';

const day = z
  .string({ error: '请填写日期' })
  .refine((text) => dayNumber(text) !== undefined, { error: '日期应写成 2024-02-26，并且真有这一天' });

/** Both days belong to it. */
const period = z
  .object({ from: day, to: day })
  .refine(({ from, to }) => from <= to, { error: '起始日期不能晚于截止日期', path: ['to'] });
const id = z.string({ error: '请写明指标' }).min(1, { error: '请写明指标' }).max(40);
const ofPeriod = z
  .object({ id, from: day, to: day })
  .refine(({ from, to }) => from <= to, { error: '起始日期不能晚于截止日期', path: ['to'] });

/** Goes in as it comes out: conditions that hold conditions leave zod without a type for what it takes. */
const definition = figureDefinition as z.ZodType<FigureDefinition, FigureDefinition>;

const shownValue = z.object({
  /** As it counts: frozen for the year before, corrected, or counted. A percent for shares shown as such. */
  value: z.number(),
  /** 50多次, 14个, 100% */
  text: z.string(),
  met: z.number().optional(),
  of: z.number().optional(),
});

export const figure = shownValue.extend({
  id: z.string(),
  label: z.string(),
  group: z.string(),
  unit: z.string(),
  /** 口径 as the office explains it, and what is really counted, in words. */
  rule: z.string(),
  query: z.string(),
  isPercent: z.boolean(),
  /** Counts what is there at the end of the period, not what happened in it. */
  standing: z.boolean(),
  /** What the records give, whatever was corrected. */
  computed: z.number(),
  /** Records behind it. */
  count: z.number(),
  /** The same period a year before; `frozen` when that year has been handed in. */
  last: shownValue.extend({ frozen: z.boolean() }),
  correction: z
    .object({
      value: z.number(),
      computed: z.number(),
      reason: z.string(),
      by: z.string(),
      at: z.string(),
      /** The records give something else now than when it was corrected. */
      moved: z.boolean(),
    })
    .optional(),
  /** As it was handed in, when the period is a year that was; `differs` when value or records have moved since. */
  frozen: shownValue.extend({ differs: z.boolean() }).optional(),
  /** Added by the office; one of the given ones the office has changed; no longer shown among the others. */
  own: z.boolean(),
  changed: z.boolean(),
  retired: z.boolean(),
  /** Why it cannot be counted, when a list or field of it is gone. */
  problem: z.string().optional(),
});

const item = evidenceItem.extend({
  /** No longer in the library: it can be brought back in the history. */
  gone: z.boolean().optional(),
});

/** What makes a figure, in the parts it is counted by: each project with its visits, those that met and those that did not. */
const evidenceGroup = z.object({
  label: z.string(),
  /** The record that is counted, when things and not records are. */
  kind: z.string().optional(),
  id: z.string().optional(),
  items: z.array(item),
});

const freezeHead = z.object({
  version: z.number(),
  by: z.string(),
  at: z.string(),
  seq: z.number(),
  reason: z.string().optional(),
  hash: z.string(),
});

export const figures = {
  /** Years something happened in, newest first, and the newest one a figure is not 0 in. */
  years: query('有数字的年度')
    .input(nothing)
    .output(z.object({ years: z.array(z.number()), newest: z.number().optional() })),
  list: query('数字')
    .input(period)
    .output(
      z.object({
        groups: z.array(z.object({ label: z.string(), figures: z.array(figure) })),
        /** No longer shown among the others. */
        retired: z.array(figure),
        /** Own definitions that cannot be read: nothing is counted by them. */
        broken: z.array(z.object({ name: z.string(), problem: z.string() })),
        /** The last time the year was handed in, when the period is a year. */
        freeze: freezeHead.extend({ versions: z.number(), differences: z.number() }).optional(),
      }),
    ),
  evidence: query('数字的依据')
    .input(ofPeriod)
    .output(z.object({ figure, groups: z.array(evidenceGroup) })),
  ofRecord: query('记录计入哪些数字')
    .input(recordKey)
    .output(
      z.object({
        figures: z.array(
          z.object({ id: z.string(), label: z.string(), group: z.string(), year: z.number().optional() }),
        ),
      }),
    ),
  checks: query('数字之间的核对')
    .input(period)
    .output(
      z.object({
        findings: z.array(
          z.object({
            id: z.string(),
            label: z.string(),
            message: z.string(),
            mend: z.string(),
            figures: z.array(z.string()),
            items: z.array(item),
          }),
        ),
      }),
    ),
  correct: command('校正数字', { undoable: true })
    .input(
      ofPeriod.and(
        z.object({
          value: z.number({ error: '请填写校正后的数' }).finite(),
          reason: z
            .string({ error: '请写明校正的理由' })
            .trim()
            .min(1, { error: '请写明校正的理由' })
            .max(300, { error: '理由不超过300字' }),
        }),
      ),
    )
    .output(changed),
  uncorrect: command('取消校正', { undoable: true }).input(ofPeriod).output(changed),
  freeze: command('数字定稿', { undoable: true })
    .input(
      z.object({
        year,
        /** Required when the year has been handed in before. */
        reason: z.string().trim().max(300, { error: '理由不超过300字' }).optional(),
      }),
    )
    .output(changed.extend({ version: z.number(), hash: z.string() })),
  /** What has moved since the year was handed in. */
  differences: query('定稿后的变化')
    .input(z.object({ year }))
    .output(
      z.object({
        freeze: freezeHead.optional(),
        items: z.array(
          z.object({
            id: z.string(),
            label: z.string(),
            unit: z.string(),
            frozen: shownValue,
            /** Absent: the figure is no longer defined. */
            now: shownValue.optional(),
            redefined: z.boolean(),
            added: z.array(item),
            removed: z.array(item),
            changed: z.array(item),
          }),
        ),
      }),
    ),
  /** All versions of a year, newest first, each with its hash worked out again. */
  verify: query('核验定稿')
    .input(z.object({ year }))
    .output(z.object({ ok: z.boolean(), versions: z.array(freezeHead.extend({ ok: z.boolean() })) })),
  /** A year as it was handed in, also an earlier version. */
  frozen: query('查看定稿')
    /** `figure`: only this one of them. */
    .input(z.object({ year, version: z.number().int().min(1), figure: id.optional() }))
    .output(
      z.object({
        freeze: freezeHead,
        figures: z.array(
          shownValue.extend({
            id: z.string(),
            label: z.string(),
            group: z.string(),
            unit: z.string(),
            rule: z.string(),
            computed: z.number(),
            correction: z.object({ reason: z.string(), by: z.string() }).optional(),
            items: z.array(item),
          }),
        ),
      }),
    ),
  definition: query('指标口径')
    .input(z.object({ id }))
    .output(z.object({ definition, own: z.boolean(), changed: z.boolean() })),
  /** `fresh`: a new one; its id is given out by the office process. */
  saveDefinition: command('修改指标口径', { undoable: true })
    .input(z.object({ definition, fresh: z.boolean().optional() }))
    .output(changed.extend({ id: z.string() })),
  /** Only one the office has added. */
  removeDefinition: command('删除自定指标', { undoable: true }).input(z.object({ id })).output(changed),
  resetDefinition: command('恢复默认口径', { undoable: true }).input(z.object({ id })).output(changed),
  /** What a definition would give, before it is saved. */
  preview: query('试算指标')
    .input(z.object({ definition, period }))
    .output(
      z.object({
        /** Why it cannot be counted. */
        problem: z.string().optional(),
        query: z.string(),
        figure: shownValue.extend({ isPercent: z.boolean(), count: z.number() }).optional(),
        groups: z.array(evidenceGroup),
      }),
    ),
  export: job('导出数字')
    .input(z.object({ from: day, to: day, out: z.string().optional() }))
    .output(eventIterator(s.progress, savedFile.omit({ file: true }).extend({ rows: z.number() }))),
};
