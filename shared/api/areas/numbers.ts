import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { changed, command, job, nothing, query, recordKey } from '../procedure.ts';
import * as s from '../schemas.ts';
import { savedFile } from './sheets.ts';

const year = z.number().int().min(1900, { error: '年份不对' }).max(2199, { error: '年份不对' });
const running = z.number().int().min(1, { error: '序号从1开始' }).max(999_999, { error: '序号太大' });
const seriesId = z.string().min(1, { error: '请选择文号系列' }).max(64);
const reason = z.string().trim().min(1, { error: '请写明作废原因' }).max(200, { error: '原因太长（不超过200字）' });

const series = z.object({
  id: seriesId,
  label: z.string().max(40, { error: '名称太长（不超过40字）' }),
  /** {代字}办〔{年}〕{号}号 */
  pattern: z.string().max(60, { error: '编号规则太长（不超过60字）' }),
  docType: z.string().max(40).optional(),
  /** First number of a year that was begun on paper: { "2026": 38 }. */
  starts: z.record(z.string().regex(/^\d{4}$/), running).optional(),
  retired: z.boolean().optional(),
});

const gap = z.object({ from: z.number(), to: z.number() });
const other = z.object({ kind: z.string(), id: z.string(), title: z.string() });

/** A line of the register: a paper, a void number, or a stretch of numbers nobody has. */
const registerRow = z.object({
  type: z.enum(['paper', 'void', 'gap']),
  series: z.string(),
  n: z.number(),
  /** gap: the last one missing. */
  to: z.number(),
  number: z.string(),
  title: z.string(),
  docType: z.string(),
  kind: z.string().optional(),
  id: z.string().optional(),
  signer: z.string(),
  signedOn: z.string(),
  printedOn: z.string(),
  copies: z.number().optional(),
  state: z.string(),
  /** void: why. */
  reason: z.string(),
  repeated: z.boolean(),
  /** The paper itself is not entered; other records name its number. */
  cited: z.boolean(),
  also: z.array(other),
});

const issueRow = z.object({
  type: z.enum(['issue', 'gap']),
  n: z.number().optional(),
  to: z.number().optional(),
  id: z.string().optional(),
  title: z.string(),
  totalNumber: z.number().optional(),
  signer: z.string(),
  printedOn: z.string(),
  copies: z.number().optional(),
  state: z.string(),
  repeated: z.boolean(),
  /** 总期号 stands twice, or does not rise with the 期号. */
  totalWrong: z.string(),
});

const which = z.object({ year: year.optional(), series: seriesId.optional() });

export const numbers = {
  series: query('文号系列')
    .input(nothing)
    .output(
      z.object({
        /** First part of the numbers, as set for the office; empty: not set yet. */
        code: z.string(),
        series: z.array(series.extend({ preset: z.string().optional(), example: z.string(), found: z.boolean() })),
      }),
    ),
  saveSeries: command('修改文号系列', { undoable: true })
    .input(z.object({ series: z.array(series).max(60, { error: '文号系列太多（不超过60个）' }) }))
    .output(changed),
  next: query('下一个文号')
    .input(z.object({ series: seriesId, year: year.optional() }))
    .output(z.object({ series: z.string(), year: z.number(), n: z.number(), number: z.string() })),
  /** Gives out a number and enters the paper in the register, in one step: two at once get two numbers. */
  take: command('取号', { undoable: true })
    .input(
      z.object({
        series: seriesId,
        year: year.optional(),
        /** A certain number, 7 or 示政协办〔2024〕7号: the next one, or one that is missing. */
        number: z.union([running, z.string().max(60)]).optional(),
        title: z.string().trim().min(1, { error: '请填写标题' }).max(200, { error: '标题太长（不超过200字）' }),
        docType: z.string().max(40).optional(),
        /** Proposals, opinions, meetings, a street this paper is about. */
        about: z.array(recordKey).max(500).optional(),
        signer: z.string().max(40).optional(),
      }),
    )
    .output(changed.extend({ number: z.string(), n: z.number(), id: z.string() })),
  /** The number keeps its place and is never given again. A missing number is entered as void by series, year and n. */
  void: command('作废文号', { undoable: true })
    .input(z.union([z.object({ id: s.recordId, reason }), z.object({ series: seriesId, year, n: running, reason })]))
    .output(changed.extend({ id: z.string(), number: z.string() })),
  /** 退号: only the last number of its year can be given back. */
  giveBack: command('退号', { undoable: true })
    .input(z.object({ id: s.recordId }))
    .output(changed),
  register: query('发文登记簿')
    .input(which)
    .output(
      z.object({
        year: z.number(),
        years: z.array(z.number()),
        series: z.array(
          z.object({
            id: z.string(),
            label: z.string(),
            next: z.string(),
            retired: z.boolean(),
            found: z.boolean(),
            papers: z.number(),
            void: z.number(),
            missing: z.number(),
            gaps: z.array(gap),
            repeats: z.array(z.string()),
          }),
        ),
        rows: z.array(registerRow),
      }),
    ),
  issues: query('期刊期号')
    .input(z.object({ year: year.optional() }))
    .output(
      z.object({
        year: z.number(),
        years: z.array(z.number()),
        publications: z.array(
          z.object({
            publication: z.string(),
            supplement: z.boolean(),
            issues: z.number(),
            missing: z.number(),
            repeats: z.array(z.number()),
            totalGaps: z.array(gap),
            rows: z.array(issueRow),
          }),
        ),
      }),
    ),
  export: job('导出发文登记簿')
    .input(which.extend({ out: z.string().optional() }))
    .output(eventIterator(s.progress, savedFile.omit({ file: true }).extend({ rows: z.number() }))),
};
