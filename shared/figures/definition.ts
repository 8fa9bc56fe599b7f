import { z } from 'zod';
import { type Condition, condition, type FieldCondition, fieldCondition } from '../records/conditions/condition.ts';

/**
 * A countable figure of the annual report (指标): what is counted, in words and as a query. Data: the office changes
 * the given ones and adds its own (setting FIGURES_SETTING holds only what differs from the defaults).
 */
export interface FigureDefinition {
  /** 指标编码, stable: SQ.IN. Own ones begin with 自. */
  readonly id: string;
  /** 收集信息 */
  readonly label: string;
  /** Heading it stands under: 社情民意. */
  readonly group: string;
  /** 条 */
  readonly unit: string;
  /** 口径, in plain Chinese, as the office would explain it. */
  readonly rule: string;
  readonly query: FigureQuery;
  /** How it is written in a report; absent: exact. */
  readonly wording?: Wording | undefined;
  /** Words near the number in a report, by which it is found again there (口径对账): ['收集信息', '收集社情民意']. */
  readonly cues?: readonly string[] | undefined;
  /** No longer shown; kept for frozen years and drafts. */
  readonly retired?: boolean | undefined;
}

export interface FigureQuery {
  readonly kind: string;
  readonly where: readonly Condition[];
  readonly when: FigureWhen;
  readonly measure: Measure;
}

/**
 * A day: a path to a date, dateTime, month or year; of several (improved in 2022 and again in 2024) each brings the record
 * into its period, and `also` names a second place where such days stand. `day` is a finer path for periods that are no
 * whole years, where `field` is a year. standing: what is there at the end of the period, from `from` on (blank: always) and before `until`.
 */
export type FigureWhen =
  | {
      readonly type: 'day';
      readonly field: string;
      readonly also?: string | undefined;
      readonly day?: string | undefined;
    }
  | { readonly type: 'standing'; readonly from?: string | undefined; readonly until?: string | undefined };

/**
 * count: records · rows: rows of `field` that fulfil `where` · sum: of the number at `field` (each value of `once` only
 * once, the largest: one project introduced by several), divided by `divide`, rounded to `decimals` · distinct: different
 * values at `field` whose target record fulfils `where` · share: records that fulfil `met` out of all; shown as percent,
 * as the number that met, or as 14/14.
 */
export type Measure =
  | { readonly type: 'count' }
  | { readonly type: 'rows'; readonly field: string; readonly where: readonly FieldCondition[] }
  | {
      readonly type: 'sum';
      readonly field: string;
      readonly once?: string | undefined;
      readonly divide?: number | undefined;
      readonly decimals?: number | undefined;
    }
  | { readonly type: 'distinct'; readonly field: string; readonly where?: readonly Condition[] | undefined }
  | {
      readonly type: 'share';
      readonly met: readonly Condition[];
      readonly show: 'percent' | 'met';
    };

/** 约数用语. exact, or the words allowed for it; the number that follows is worked out (wording.ts). */
export interface Wording {
  /** exact 精确 · more 多 · odd 余 · near 近 · over 超 */
  readonly style: 'exact' | 'more' | 'odd' | 'near' | 'over';
  /** Unit the words are written in and its size: 万元 as 亿元 → { unit: '亿元', size: 10000 }. */
  readonly scale?: { readonly unit: string; readonly size: number } | undefined;
}

export const FIGURES_SETTING = 'figureDefinitions';

const text = (label: string, longest: number) =>
  z
    .string({ error: `请填写${label}` })
    .trim()
    .min(1, { error: `请填写${label}` })
    .max(longest, { error: `${label}不超过${longest}字` });
const path = z.string().min(1, { error: '请选栏目' }).max(120);

const measure = z.union([
  z.object({ type: z.literal('count') }),
  z.object({ type: z.literal('rows'), field: path, where: z.array(fieldCondition).max(20) }),
  z.object({
    type: z.literal('sum'),
    field: path,
    once: path.optional(),
    divide: z.number().positive().optional(),
    decimals: z.number().int().min(0).max(4).optional(),
  }),
  z.object({ type: z.literal('distinct'), field: path, where: z.array(condition).max(20).optional() }),
  z.object({ type: z.literal('share'), met: z.array(condition).min(1).max(20), show: z.enum(['percent', 'met']) }),
]);

export const figureDefinition = z.object({
  id: text('编码', 40),
  label: text('名称', 40),
  group: text('分组', 20),
  unit: text('单位', 10),
  rule: text('口径', 300),
  query: z.object({
    kind: text('数哪种记录', 40),
    where: z.array(condition).max(20),
    when: z.union([
      z.object({ type: z.literal('day'), field: path, also: path.optional(), day: path.optional() }),
      z.object({ type: z.literal('standing'), from: path.optional(), until: path.optional() }),
    ]),
    measure,
  }),
  wording: z
    .object({
      style: z.enum(['exact', 'more', 'odd', 'near', 'over']),
      scale: z.object({ unit: z.string().min(1).max(10), size: z.number().positive() }).optional(),
    })
    .optional(),
  cues: z.array(z.string().min(1).max(40)).max(20).optional(),
  retired: z.boolean().optional(),
});
