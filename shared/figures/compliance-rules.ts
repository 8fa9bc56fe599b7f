import { z } from 'zod';
import type { ListFilter } from '../records/list.ts';
import { HELD_STATES } from './held.ts';

/**
 * What an office asks of every street in every month, quarter or year. Rules are data: the office words them, sets the
 * numbers, and says which records count.
 */
export interface ComplianceRule {
  readonly id: string;
  readonly label: string;
  readonly subject: 'street';
  readonly period: 'month' | 'quarter' | 'year';
  readonly measure: {
    /** Kind whose records are counted. */
    readonly kind: string;
    /** Its date, month or dateTime field. */
    readonly dayField: string;
    /** Its fields that name the street, one or several. */
    readonly streetFields: readonly string[];
    readonly filters: readonly ListFilter[];
  };
  readonly atLeast: number;
}

export const COMPLIANCE_SETTING = 'complianceRules';

const filter = z.object({
  field: z.string(),
  type: z.enum(['any', 'contains', 'between', 'blank', 'filled']),
  values: z.array(z.unknown()).optional(),
  text: z.string().optional(),
  from: z.union([z.string(), z.number()]).optional(),
  to: z.union([z.string(), z.number()]).optional(),
});

export const complianceRule = z.object({
  id: z.string().min(1).max(40),
  label: z
    .string({ error: '请填写规则名称' })
    .trim()
    .min(1, { error: '请填写规则名称' })
    .max(30, { error: '名称不超过30字' }),
  subject: z.literal('street'),
  period: z.enum(['month', 'quarter', 'year']),
  measure: z.object({
    kind: z.string(),
    dayField: z.string(),
    streetFields: z.array(z.string()).min(1).max(5),
    filters: z.array(filter).max(20),
  }),
  atLeast: z.number().int().min(1, { error: '次数至少是1' }).max(999, { error: '次数太大' }),
});

const held: ListFilter = { field: 'status', type: 'any', values: [...HELD_STATES] };
const atStreets = { kind: 'event', dayField: 'start', streetFields: ['subdistrictOffice', 'subdistrictOffices'] };

/** 琅琊: 全年不少于12次、每季至少2次微协商; 望江: 每月至少1次活动; 长丰: 每月2篇社情民意. */
export const defaultComplianceRules: readonly ComplianceRule[] = [
  {
    id: 'microConsultation',
    label: '微协商',
    subject: 'street',
    period: 'quarter',
    measure: { ...atStreets, filters: [held, { field: 'consultForm', type: 'any', values: ['微协商'] }] },
    atLeast: 2,
  },
  {
    id: 'consultationsAndActivities',
    label: '协商议事、活动',
    subject: 'street',
    period: 'year',
    measure: { ...atStreets, filters: [held, { field: 'category', type: 'any', values: ['协商', '活动'] }] },
    atLeast: 12,
  },
  {
    id: 'monthlyActivity',
    label: '月月有活动',
    subject: 'street',
    period: 'month',
    measure: {
      ...atStreets,
      filters: [held, { field: 'category', type: 'any', values: ['协商', '活动', '监督', '走访', '学习培训'] }],
    },
    atLeast: 1,
  },
  {
    id: 'monthlyOpinions',
    label: '社情民意',
    subject: 'street',
    period: 'month',
    measure: { kind: 'opinion', dayField: 'receivedOn', streetFields: ['subdistrictOffice'], filters: [] },
    atLeast: 2,
  },
];

/** The rules as the office keeps them; the defaults while it has not touched them. A broken line is left out. */
export function effectiveComplianceRules(setting: unknown): readonly ComplianceRule[] {
  if (!Array.isArray(setting)) return defaultComplianceRules;
  return setting.flatMap((item) => {
    const read = complianceRule.safeParse(item);
    return read.success ? [read.data] : [];
  });
}
