import { rowsOf, textOf } from '../records/read-value.ts';
import type { Problems, StoredRecord, Values } from '../records/record.ts';
import type { MoveInput, WorkContext } from './machine.ts';
import { isCoUnit } from './proposal-reading.ts';

/** Who handles a proposal and until when. */

/** One main unit and any number of co-units; or each for its own part (分办); or one alone (独办). */
export function checkRoles(rows: readonly Values[], already: readonly Values[]): Problems {
  const problems: Record<string, string> = {};
  const roles = [...already, ...rows].map((row) => textOf(row, 'role'));
  const count = (role: string) => roles.filter((each) => each === role).length;
  const at = (role: string) =>
    `assignments.${Math.max(
      0,
      rows.findLastIndex((row) => textOf(row, 'role') === role),
    )}.role`;
  if (count('主办') > 1) problems[at('主办')] = '主办单位只能有一个；各办各的，请都选“分办”';
  else if (count('独办') > 0 && roles.length > 1) problems[at('独办')] = '选了“独办”，就不能再有别的承办单位';
  else if (count('主办') > 0 && count('分办') > 0) problems[at('分办')] = '“主办”与“分办”不能同时用';
  else if (count('主办') + count('分办') + count('独办') === 0) {
    problems['assignments.0.role'] = '只有会办单位，请至少确定一个主办（或分办、独办）单位';
  }
  const seen = new Set(already.map((row) => textOf(row, 'unit')));
  rows.forEach((row, index) => {
    const unit = textOf(row, 'unit');
    if (seen.has(unit)) problems[`assignments.${index}.unit`] = '这家单位已经在承办单位里';
    seen.add(unit);
  });
  return problems;
}

export function checkDue(rows: readonly Values[], on: string, context: WorkContext): Problems {
  const latest = context.after(on, 'proposal.replyLatest');
  const problems: Record<string, string> = {};
  rows.forEach((row, index) => {
    const due = textOf(row, 'due');
    if (due && due < on) problems[`assignments.${index}.due`] = '办理期限早于交办日，请核对';
    else if (due > latest) {
      problems[`assignments.${index}.due`] = `办理期限最长到${latest}（交办后${context.span('proposal.replyLatest')}）`;
    }
  });
  return problems;
}

/** The rows that this move added stand at the end. */
export function handOut(values: Values, input: MoveInput, context: WorkContext): Values {
  const rows = rowsOf(values, 'assignments');
  const first = rows.length - (input.rows.assignments?.length ?? 0);
  return {
    ...values,
    assignments: rows.map((row, index) =>
      index < first
        ? row
        : {
            ...row,
            handedOn: input.on,
            due: textOf(row, 'due') || context.after(input.on, isCoUnit(row) ? 'proposal.coOpinion' : 'proposal.reply'),
            state: '待签收',
          },
    ),
  };
}

/** What the member advised is what the office starts from. */
export function advisedRows({ values }: StoredRecord): readonly Values[] {
  const ids = (field: string) => (Array.isArray(values[field]) ? (values[field] as readonly unknown[]) : []);
  const main = ids('advisedUnits');
  const role = main.length > 1 ? '分办' : ids('advisedCoUnits').length > 0 ? '主办' : '独办';
  return [
    ...main.map((unit) => ({ unit, role })),
    ...(role === '主办' ? ids('advisedCoUnits').map((unit) => ({ unit, role: '会办' })) : []),
  ];
}
