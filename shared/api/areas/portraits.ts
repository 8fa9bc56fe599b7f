import { z } from 'zod';
import { command, query } from '../procedure.ts';
import * as s from '../schemas.ts';
import { evidenceItem, light, year } from './evidence-shapes.ts';
import { savedFile } from './sheets.ts';

const measure = z.enum(['count', 'sum', 'percent', 'points', 'median']);

/** A number with its records by their keys in `cases`: see shared/figures/portrait.ts. */
const cell = z.object({
  figure: z.number(),
  /** As it is written: 98.6%; — where there is nothing to take a share of. */
  shown: z.string(),
  keys: z.array(z.string()),
  of: z.array(z.string()).optional(),
  counts: z.object({ met: z.number(), of: z.number() }).optional(),
});

const chart = z.object({
  id: z.string(),
  title: z.string(),
  rule: z.string(),
  unit: z.string(),
  measure,
  series: z.array(z.object({ id: z.string(), label: z.string(), measure: measure.optional() })),
  lines: z.array(
    z.object({
      key: z.string(),
      kind: z.string().optional(),
      label: z.string(),
      most: z.number().optional(),
      cells: z.array(cell),
    }),
  ),
});

const figure = z.object({
  id: z.string(),
  label: z.string(),
  unit: z.string(),
  rule: z.string(),
  measure,
  now: cell,
  before: cell.optional(),
});

/** Every record behind the numbers of a page, once. */
const cases = z.record(z.string(), evidenceItem);

/** A name on the page, leading to its record where there is one. */
const link = z.object({ kind: z.string(), id: z.string(), title: z.string() });

const score = z.object({
  scheme: z.string(),
  total: cell,
  grade: z.string(),
  sections: z.array(z.object({ id: z.string(), label: z.string(), points: cell, most: z.number().optional() })),
});

const tableCell = z.union([z.string().max(2000), z.number(), z.null()]);

export const portraits = {
  /** 履职画像: one member in one year, every number with its records. */
  member: query('委员履职画像')
    .input(z.object({ id: s.recordId, year }))
    .output(
      z.object({
        name: z.string(),
        years: z.array(z.number()),
        sector: link.optional(),
        committee: link.optional(),
        street: link.optional(),
        duties: z.array(z.string()),
        post: z.string(),
        term: z.string(),
        status: z.string(),
        photo: z.object({ sha256: z.string(), name: z.string() }).optional(),
        counts: z.array(figure),
        quality: z.array(figure),
        radar: chart,
        months: chart,
        fields: chart,
        gaps: z.array(z.string()),
        score: score.optional(),
        /** What the places are by: 得分, or how much was done. */
        rankedBy: z.string(),
        standings: z.array(z.object({ id: z.string(), label: z.string(), place: cell, all: cell })),
        cases,
      }),
    ),
  /** The same of a 街道政协工委 or a 专委会. */
  body: query('街道、专委会画像')
    .input(z.object({ kind: z.enum(['subdistrictOffice', 'committee']), id: s.recordId, year }))
    .output(
      z.object({
        name: z.string(),
        years: z.array(z.number()),
        people: z.array(z.object({ label: z.string(), link: link.optional(), text: z.string() })),
        /** What stands today, or at the end of the year: members, communities, venues. */
        standing: z.array(figure),
        figures: z.array(figure),
        gaps: z.array(z.string()),
        months: chart,
        consultations: chart,
        funnel: chart,
        members: chart,
        /** 达标: streets only. */
        rules: z.array(
          z.object({
            id: z.string(),
            label: z.string(),
            sentence: z.string(),
            unit: z.string(),
            cells: z.array(
              z.object({ part: z.string(), label: z.string(), light, missing: z.number(), keys: z.array(z.string()) }),
            ),
          }),
        ),
        /** 六有 of its venues: streets only. */
        venues: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            level: z.string(),
            state: z.string(),
            qualified: z.boolean(),
            marks: z.array(
              z.object({
                item: z.string(),
                state: z.enum(['passed', 'failed', 'unchecked']),
                checkedOn: z.string(),
                note: z.string(),
              }),
            ),
          }),
        ),
        score: score.optional(),
        cases,
      }),
    ),
  /** 看板: the charts of the office for a year. */
  dashboards: query('看板')
    .input(z.object({ year }))
    .output(
      z.object({
        years: z.array(z.number()),
        charts: z.array(chart),
        /** The figures of the annual report, by group, last year's beside them. */
        groups: z.array(z.object({ label: z.string(), figures: z.array(figure) })),
        cases,
      }),
    ),
  /** A chart's table as a spreadsheet, with the records behind it on a second sheet. */
  saveTable: command('导出图表的 Excel')
    .input(
      z.object({
        title: z.string().trim().min(1, { error: '请填写标题' }).max(80),
        note: z.string().max(2000),
        heads: z.array(z.string().max(100)).min(1).max(40),
        rows: z.array(z.array(tableCell).max(40)).max(5000),
        evidence: z.array(z.array(tableCell).max(6)).max(50_000),
        out: z.string().optional(),
      }),
    )
    .output(savedFile),
  /** A chart as a picture, saved where the clerk wants it. */
  savePicture: command('把图表存为图片')
    .input(
      z.object({
        title: z.string().trim().min(1, { error: '请填写标题' }).max(80),
        file: s.binaryFile,
        out: z.string().optional(),
      }),
    )
    .output(savedFile),
};
