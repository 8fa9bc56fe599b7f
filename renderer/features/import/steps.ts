import type { PlanColumn, TablePlan } from './import-types.ts';

export const STEPS = [
  { name: 'file', label: '选文件' },
  { name: 'heading', label: '认表头' },
  { name: 'columns', label: '对栏目' },
  { name: 'values', label: '对内容' },
  { name: 'rows', label: '逐行预演' },
] as const;

export type StepName = (typeof STEPS)[number]['name'];

const at = (step: StepName): number => STEPS.findIndex(({ name }) => name === step);

export const stepAfter = (step: StepName): StepName => STEPS[Math.min(at(step) + 1, STEPS.length - 1)]?.name ?? 'rows';
export const stepBefore = (step: StepName): StepName => STEPS[Math.max(at(step) - 1, 0)]?.name ?? 'file';

/** Labels of the fields without which no row can be taken and that no column fills. */
export function missingRequired({ fields, columns, forUpdate }: TablePlan): string[] {
  if (forUpdate) return [];
  return fields
    .filter(({ field, required }) => required && !columns.some((column) => column.field === field))
    .map(({ label }) => label);
}

/** Words of a column that are taken for nothing yet. */
export const openWords = ({ field, words }: PlanColumn) => (field ? words.filter(({ value }) => value === '') : []);

/** The first step at which the clerk has something to say; the rows when everything was understood. */
export function firstOpenStep(plan: TablePlan): StepName {
  const mapped = plan.columns.filter(({ field }) => field !== '').length;
  if (mapped < Math.min(2, plan.columns.length)) return 'heading';
  if (plan.forUpdate) return 'rows';
  return 'columns';
}
