import type { api, Output } from '../../app/api.ts';

export type PlanYear = Output<typeof api.workPlans.year>;
export type PlanLine = PlanYear['lines'][number];
