import type { Field } from '../../../shared/records/field.ts';
import { kindOf } from '../../../shared/records/index.ts';
import type { api, Output } from '../../app/api.ts';

/** What the office would do, or has done, with the chosen files. */
export type Plan = Output<typeof api.import.plan>;
export type TablePlan = Extract<Plan, { mode: 'table' }>;
export type DocumentPlan = Extract<Plan, { mode: 'documents' }>;
export type PlanRow = TablePlan['rows'][number];
export type PlanColumn = TablePlan['columns'][number];
export type PlanInput = Parameters<typeof api.import.plan>[0];
export type ImportOptions = NonNullable<PlanInput['options']>;
export type Decision = NonNullable<ImportOptions['decisions']>[string];

/** The sign of what becomes of a file or row: in words, the colour only helps. */
export const ACTIONS = {
  add: { label: '可导入', tone: 'good' },
  update: { label: '更新', tone: 'soon' },
  skip: { label: '已在库中', tone: 'quiet' },
  refuse: { label: '不能导入', tone: 'late' },
} as const;

/** The same for a row of a table. */
export const ROW_ACTIONS = {
  add: { label: '新增', tone: 'good' },
  update: { label: '更新', tone: 'soon' },
  skip: { label: '跳过', tone: 'quiet' },
  refuse: { label: '不导入', tone: 'late' },
} as const;

/** Looks like a record that is there: until the clerk has said which, it is not taken. */
const UNDECIDED = { label: '待决定', tone: 'soon' } as const;

export const signOf = (row: PlanRow) =>
  row.action === 'refuse' && row.candidates.length > 0 ? UNDECIDED : ROW_ACTIONS[row.action];

/** These come as documents, one file each; every other kind comes as rows of a sheet. */
export const isDocumentKind = (kind: string): kind is 'material' | 'book' => kind === 'material' || kind === 'book';

export const isSheetFile = (name: string): boolean => /\.(xlsx|xls|csv|et)$/i.test(name);

/** The field a column is mapped to: 'member.sector', or 'proposal.assignments.unit@主办' for a column of a sub-table. */
export function fieldOf(key: string): Field | undefined {
  const [kind = '', name = '', column] = key.replace(/@.*$/u, '').split('.');
  const field = kindOf(kind)?.fields[name];
  return column === undefined ? field : field?.row?.[column];
}
