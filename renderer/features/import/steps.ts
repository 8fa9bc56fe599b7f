import { fieldOf, type TablePlan } from './import-types.ts';

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

/** Labels of the required fields that no column fills, where rows fail for it; a term the sheet need not name is no fault. */
export function missingRequired({ fields, columns, rows, forUpdate }: TablePlan): string[] {
  if (forUpdate) return [];
  const open = fields.filter(({ field, required }) => required && !columns.some((column) => column.field === field));
  const faulty = new Set(rows.flatMap(({ problems }) => problems.map(({ field }) => field)));
  const isGiven = (field: string) => fieldOf(field)?.target === 'term';
  return open
    .filter(({ field }) => faulty.has(field) || (rows.length === 0 && !isGiven(field)))
    .map(({ label }) => label);
}

/** The first step at which the clerk has something to say; the rows when everything was understood. */
export function firstOpenStep(plan: TablePlan): StepName {
  const mapped = plan.columns.filter(({ field }) => field !== '').length;
  if (mapped < Math.min(2, plan.columns.length)) return 'heading';
  if (plan.forUpdate) return 'rows';
  return 'columns';
}
