import type { api, Output } from '../../app/api.ts';

/** What the office would do, or has done, with the chosen files. */
export type Plan = Output<typeof api.import.plan>;
export type PlanInput = Parameters<typeof api.import.plan>[0];
export type ImportOptions = NonNullable<PlanInput['options']>;
export type ImportAs = NonNullable<PlanInput['as']>;

/** The sign of what becomes of a file or row: in words, the colour only helps. */
export const ACTIONS = {
  add: { label: '可导入', tone: 'good' },
  update: { label: '更新', tone: 'soon' },
  skip: { label: '已在库中', tone: 'quiet' },
  refuse: { label: '不能导入', tone: 'late' },
} as const;
