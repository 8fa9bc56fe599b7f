import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { changed, command, job, nothing, query } from '../procedure.ts';
import * as s from '../schemas.ts';
import { evidenceItem, year } from './evidence-shapes.ts';
import * as shape from './score-shapes.ts';
import { savedFile } from './sheets.ts';

const schemeId = z.string().min(1).max(60);
/** Without a version: the one in force for the year. */
const which = { scheme: schemeId, year, version: z.number().int().min(1).max(9999).optional() };
const words = (label: string, longest: number) =>
  z
    .string({ error: `请填写${label}` })
    .trim()
    .min(1, { error: `请填写${label}` })
    .max(longest, { error: `${label}不超过${longest}字` });
const subject = s.recordId;
const group = z.enum(['all', 'sector', 'street']);
const named = z.object({ id: z.string(), title: z.string() });

export const scores = {
  /** All schemes with their versions. */
  schemes: query('计分方案')
    .input(z.object({ year: year.optional() }).optional())
    .output(
      z.object({
        schemes: z.array(
          z.object({
            id: z.string(),
            label: z.string(),
            audience: shape.audience,
            source: z.string(),
            /** Version in force for the year asked; absent when none is. */
            inForce: z.number().optional(),
            versions: z.array(shape.schemeVersion),
          }),
        ),
        years: z.array(z.number()),
      }),
    ),
  scheme: query('计分方案内容')
    .input(z.object({ scheme: schemeId, version: z.number().int().optional(), year: year.optional() }))
    .output(
      z.object({
        scheme: shape.scheme,
        own: z.boolean(),
        /** By item: what it counts, in words. */
        words: z.record(z.string(), z.string()),
      }),
    ),
  /** A new version as a draft; a draft of the same version is written over. */
  saveScheme: command('保存计分方案草稿', { undoable: true })
    .input(z.object({ scheme: shape.givenScheme }))
    .output(changed.extend({ version: z.number() })),
  adopt: command('施行计分方案', { undoable: true })
    .input(z.object({ scheme: schemeId, version: z.number().int(), fromYear: year, adoptedBy: words('通过会议', 100) }))
    .output(changed),
  removeDraft: command('删除计分方案草稿', { undoable: true })
    .input(z.object({ scheme: schemeId, version: z.number().int() }))
    .output(changed),
  ranking: query('计分排名')
    .input(z.object({ ...which, by: group.optional(), group: z.string().max(128).optional() }))
    .output(
      z.object({
        scheme: shape.scheme,
        year: z.number(),
        lines: z.array(shape.rankLine),
        /** 界别 and streets to choose from. */
        groups: z.object({ sector: z.array(named), street: z.array(named) }),
        grades: z.array(z.object({ label: z.string(), count: z.number() })),
        settlement: shape.settlement.optional(),
      }),
    ),
  statement: query('计分明细')
    .input(z.object({ ...which, subject }))
    .output(
      z.object({
        scheme: shape.scheme,
        kind: z.string(),
        id: z.string(),
        title: z.string(),
        sub: z.string(),
        year: z.number(),
        total: z.number(),
        base: z.number(),
        grade: z.string(),
        rank: z.number(),
        among: z.number(),
        months: z.number(),
        sections: z.array(shape.statementSection),
        vetoes: z.array(z.object({ label: z.string(), items: z.array(evidenceItem) })),
        warnings: z.array(z.string()),
        /** 还差 1 篇社情民意 */
        hints: z.array(z.string()),
        /** Items points may be entered for by hand. */
        manualItems: z.array(
          z.object({
            code: z.string(),
            label: z.string(),
            points: z.number(),
            /** Nothing in the records could tell it. */
            byHand: z.boolean(),
            note: z.string().optional(),
          }),
        ),
        /** Whether the journal can be asked for the ledger: only by the version in force. */
        hasHistory: z.boolean(),
        settlement: shape.settlement.extend({ total: z.number().optional() }).optional(),
      }),
    ),
  /** The append-only ledger of one subject out of the journal: every line with what it reverses. */
  history: job('计分流水')
    .input(z.object({ scheme: schemeId, year, subject }))
    .output(
      eventIterator(s.progress, z.object({ lines: z.array(shape.historyLine), total: z.number(), active: z.number() })),
    ),
  /** 优秀候选 with reasons, and why the next ones miss it. */
  candidates: query('优秀候选')
    .input(z.object(which))
    .output(
      z.object({
        rule: z.string(),
        /** Most there may be; absent: no limit. */
        quota: z.number().optional(),
        candidates: z.array(
          named.extend({ kind: z.string(), total: z.number(), rank: z.number(), reasons: z.array(z.string()) }),
        ),
        missed: z.array(
          named.extend({ kind: z.string(), total: z.number(), rank: z.number(), reasons: z.array(z.string()) }),
        ),
      }),
    ),
  /** 未履职名单, and 季度通报: who has what and what is missing. */
  notice: query('季度通报')
    .input(z.object({ ...which, until: z.string().max(10).optional() }))
    .output(
      z.object({
        lines: z.array(
          named.extend({
            kind: z.string(),
            sector: z.string(),
            total: z.number(),
            grade: z.string(),
            sections: z.record(z.string(), z.number()),
            gaps: z.array(z.string()),
            idle: z.boolean(),
          }),
        ),
        sections: z.array(z.object({ id: z.string(), label: z.string() })),
      }),
    ),
  /** What a changed scheme would do, before it is adopted. */
  whatIf: query('推演计分方案')
    .input(z.object({ scheme: shape.givenScheme, year, version: z.number().int().optional() }))
    .output(
      z.object({
        moves: z.array(shape.move),
        /** Whose place alone changes, because others move. */
        overtaken: z.array(shape.move),
        unmoved: z.number(),
        grades: z.array(z.object({ label: z.string(), before: z.number(), after: z.number() })),
      }),
    ),
  addEntry: command('人工计分', { undoable: true })
    .input(
      z.object({
        scheme: schemeId,
        subject,
        item: words('计分项目', 40),
        on: words('日期', 20),
        points: z.number({ error: '请填写分值' }).min(-1000).max(1000),
        reason: words('理由', 2000),
        approver: words('批准人', 60),
      }),
    )
    .output(changed.extend({ id: z.string() })),
  reverseEntry: command('冲销人工计分', { undoable: true })
    .input(z.object({ id: s.recordId, reason: words('理由', 2000), approver: words('批准人', 60) }))
    .output(changed.extend({ id: z.string() })),
  /** 年度试算 → 公示 → 审定: the totals of this moment are kept, later changes stand beside them. */
  settle: command('结账', { undoable: true })
    .input(
      z.object({
        ...which,
        step: z.enum(['trial', 'published', 'confirmed']),
        meeting: z.string().trim().max(100).optional(),
        note: z.string().trim().max(500).optional(),
      }),
    )
    .output(changed.extend({ hash: z.string() })),
  settlements: query('年度结账')
    .input(z.object({ scheme: schemeId, year }))
    .output(
      z.object({
        steps: z.array(shape.settlement),
        /** What is another one now than in the last step. */
        differences: z.array(named.extend({ kind: z.string(), settled: z.number(), now: z.number() })),
        /** The totals kept still give the hash that was written down. */
        intact: z.boolean(),
      }),
    ),
  export: command('导出计分排名')
    .input(
      z.object({ ...which, by: group.optional(), group: z.string().max(128).optional(), out: z.string().optional() }),
    )
    .output(savedFile.extend({ rows: z.number() })),
  /** Which criteria a two-way evaluation is made by. */
  criteria: query('双向评价标准')
    .input(nothing)
    .output(
      z.object({
        directions: z.array(
          z.object({
            direction: z.string(),
            by: z.string(),
            items: z.array(
              z.object({ code: z.string(), label: z.string(), points: z.number(), note: z.string().optional() }),
            ),
            grades: z.array(z.object({ label: z.string(), atLeast: z.number() })),
          }),
        ),
      }),
    ),
};
