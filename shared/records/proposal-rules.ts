import { countCharacters } from '../text/body.ts';
import { asBody } from './body-shape.ts';
import { circleProblem } from './circle.ts';
import { outOfOrder, rowsOutOfOrder } from './dating.ts';
import { listOf, rowsOf, targetOf, textOf } from './read-value.ts';
import type { Lookup, Problems, Values } from './record.ts';

/** Longest 案由 and text by default; other places allow 1500 or 2500. */
const LONGEST_TITLE = 50;
const LONGEST_BODY = 2000;

const LIAISON = ['liaisonName', 'liaisonOrg', 'liaisonDuty', 'liaisonAddress', 'liaisonZip', 'liaisonMobile'] as const;

/** Papers that are not yet, or no longer, with the proposal office. */
const OUTSIDE: readonly string[] = ['草稿', '撤回', '不予立案', '转社情民意', '转委员来信', '转上级政协'];

const ASSIGNMENT_ORDER = [
  ['handedOn', '交办日期'],
  ['receivedOn', '签收日期'],
] as const;

export function checkProposal(values: Values, lookup: Lookup, id?: string): Problems {
  const problems: Record<string, string> = {
    ...outOfOrder(values, [
      ['submittedOn', '提交日期'],
      ['filedOn', '立案日期'],
    ]),
    ...rowsOutOfOrder('assignments', rowsOf(values, 'assignments'), ASSIGNMENT_ORDER),
  };
  rowsOf(values, 'assignments').forEach((row, index) => {
    const due = textOf(row, 'due');
    if (due && due < textOf(row, 'handedOn')) problems[`assignments.${index}.due`] = '办理期限早于交办日期，请核对';
    if (due && row.extendedTo && textOf(row, 'extendedTo') < due) {
      problems[`assignments.${index}.extendedTo`] = '延期后的期限早于原来的期限，请核对';
    }
  });
  rowsOf(values, 'cosigners').forEach((row, index) => {
    if (!row.member && !row.name) problems[`cosigners.${index}.member`] = '请选委员，或写下姓名';
    else if (row.member && row.member === values.lead) problems[`cosigners.${index}.member`] = '联名人里又有第一提案人';
  });
  const state = textOf(values, 'state');
  if (values.isOpen === false && !values.closedReason) problems.closedReason = '不同意公开的，请写明原因';
  if (state === '不予立案' && listOf(values, 'rejectReasons').length === 0) {
    problems.rejectReasons = '不予立案的，请选原因';
  }
  const merged = mergeProblem(values, lookup, id);
  if (merged) problems.mergedInto = merged;
  const term = textOf(targetOf(values, 'session', 'session', lookup), 'term');
  if (values.term && term && term !== values.term) problems.session = '所选会次不属于这一届';
  return problems;
}

function mergeProblem(values: Values, lookup: Lookup, id: string | undefined): string | undefined {
  if (!values.mergedInto) return values.state === '并案' ? '并案的，请选并入哪一件提案' : undefined;
  return circleProblem('proposal', 'mergedInto', values, lookup, id);
}

export function warnProposal(values: Values, lookup: Lookup): Problems {
  const warnings: Record<string, string> = {};
  const state = textOf(values, 'state');
  if ([...textOf(values, 'title')].length > LONGEST_TITLE) {
    warnings.title = `案由有${[...textOf(values, 'title')].length}字，一般不超过${LONGEST_TITLE}字`;
  }
  const body = asBody(values.body);
  const length = body ? countCharacters(body) : 0;
  if (length > LONGEST_BODY) warnings.body = `正文有${length}字，一般不超过${LONGEST_BODY}字`;
  if (!body && !OUTSIDE.includes(state)) warnings.body = '还没有填写正文';
  // These are worked out where they can be (proposal.ts): only what is still open then is asked for.
  for (const [field, label] of [
    ['term', '届'],
    ['timing', '提出时间'],
    ['proposalKind', '提案种类'],
  ] as const) {
    if (!values[field]) warnings[field] = `还没有选择${label}`;
  }
  if (!values.lead && !values.leadUnit) {
    warnings.lead = '还没有第一提案人，也没有提出单位';
    delete warnings.proposalKind;
  }
  const missing = LIAISON.filter((field) => !values[field]).length;
  if (missing > 0 && missing < LIAISON.length) warnings.liaisonName = `办理联系人六项还缺${missing}项`;
  if (values.isKey === true && !values.keyLevel) warnings.keyLevel = '重点提案，请选领衔层级';
  if (values.isKey !== true && values.keyLevel) warnings.keyLevel = '选了领衔层级，但没有标为重点提案';
  if (values.mergedInto && state !== '并案') warnings.mergedInto = `填了并入提案，状态却是“${state}”`;
  if (values.rejectReasons && state !== '不予立案') warnings.rejectReasons = '填了不予立案原因，状态却不是不予立案';
  Object.assign(warnings, assignmentWarnings(values), replyWarnings(values));
  const lead = targetOf(values, 'lead', 'member', lookup);
  if (values.term && lead.term && lead.term !== values.term) warnings.lead = '第一提案人不是这一届的委员，请核对';
  if (values.leadUnit && values.proposalKind === '委员个人') warnings.proposalKind = '有提出单位，种类却是委员个人';
  if (Number(values.adoptedCount) > Number(values.suggestionCount)) {
    warnings.adoptedCount = '采纳条数多于建议条数，请核对';
  }
  return warnings;
}

/** 最长不超过六个月 (W-6); 分办 and 独办 take no 会办. */
function assignmentWarnings(values: Values): Problems {
  const warnings: Record<string, string> = {};
  const rows = rowsOf(values, 'assignments');
  rows.forEach((row, index) => {
    const handed = textOf(row, 'handedOn');
    const until = textOf(row, 'extendedTo');
    if (until && !row.extensionReason) warnings[`assignments.${index}.extensionReason`] = '延期的，请写明理由';
    if (handed && until > addMonths(handed, 6)) {
      warnings[`assignments.${index}.extendedTo`] = '超过了交办后六个月的最长期限';
    }
  });
  const active = rows.filter((row) => !row.returnedOn || row.state !== '退办申请');
  const roles = active.map((row) => textOf(row, 'role'));
  if (roles.includes('会办') && !roles.includes('主办')) warnings['assignments.0.role'] = '有会办单位，没有主办单位';
  if (roles.filter((role) => role === '独办').length > 1) warnings['assignments.0.role'] = '独办的提案有两个承办单位';
  return warnings;
}

function replyWarnings(values: Values): Problems {
  const warnings: Record<string, string> = {};
  const handed = rowsOf(values, 'assignments')
    .map((row) => textOf(row, 'handedOn'))
    .filter(Boolean)
    .sort()[0];
  rowsOf(values, 'replies').forEach((row, index) => {
    const replied = textOf(row, 'repliedOn');
    if (handed && replied && replied < handed) warnings[`replies.${index}.repliedOn`] = '答复日期早于交办日期，请核对';
  });
  rowsOf(values, 'feedback').forEach((row, index) => {
    if (!row.member && !row.name && !row.unit) warnings[`feedback.${index}.member`] = '没有写明是谁的意见';
  });
  return warnings;
}

/** The same day `months` later, or the last day of a shorter month. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const total = year * 12 + month - 1 + months;
  const last = new Date(Date.UTC(Math.floor(total / 12), (total % 12) + 1, 0)).getUTCDate();
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(total / 12)}-${pad((total % 12) + 1)}-${pad(Math.min(date, last))}`;
}
