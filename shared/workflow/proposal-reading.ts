import { numberOf, rowsOf, textOf } from '../records/read-value.ts';
import type { StoredRecord, Values } from '../records/record.ts';
import { kindOf } from '../records/registry.ts';
import type { WorkContext } from './machine.ts';

/** Reading a proposal's tables: who handles it, who answered, who is to be asked. */

const REFUSED_RETURN = '不同意退办';

/** A unit that wanted out and was let go no longer handles the proposal. */
export function isHandling(assignment: Values): boolean {
  if (textOf(assignment, 'state') !== '退办申请') return true;
  return textOf(assignment, 'returnResult').startsWith(REFUSED_RETURN);
}

export const refusedReturn = REFUSED_RETURN;

export const isCoUnit = (assignment: Values): boolean => textOf(assignment, 'role') === '会办';

export function handlingRows(values: Values): readonly Values[] {
  return rowsOf(values, 'assignments').filter(isHandling);
}

/** Units that owe the proposers an answer: 主办, 独办 and each of 分办; 会办 units send theirs to the main unit. */
export function answeringRows(values: Values): readonly Values[] {
  return handlingRows(values).filter((row) => !isCoUnit(row));
}

const ANSWERED = ['已答复', '办结'];

export function unansweredRows(values: Values): readonly Values[] {
  return answeringRows(values).filter((row) => !ANSWERED.includes(textOf(row, 'state')));
}

/** Which round of handling an answer given now belongs to: one more than the last round somebody was not satisfied with. */
export function replyRound(values: Values): number {
  return 1 + Math.max(0, ...rowsOf(values, 'feedback').filter(isUnsatisfied).map(roundOf));
}

/** Round whose answers the proposers are asked about now. */
export function feedbackRound(values: Values): number {
  return Math.max(1, ...rowsOf(values, 'replies').map(roundOf));
}

export const roundOf = (row: Values): number => numberOf(row, 'round') ?? 1;

export function isUnsatisfied(row: Values): boolean {
  return textOf(row, 'attitude') === '不满意' || textOf(row, 'result') === '不满意';
}

/** Answers that stand: not sent back, and of the round that is asked about. */
export function standingReplies(values: Values): readonly Values[] {
  const round = feedbackRound(values);
  return rowsOf(values, 'replies').filter((row) => textOf(row, 'review') !== '退回重办' && roundOf(row) === round);
}

const followers = new WeakMap<readonly StoredRecord[], Map<string, StoredRecord[]>>();

/** Cases merged into this one. A frozen list never changes, so it is looked through once for all main cases. */
export function casesMergedInto(id: string, all: readonly StoredRecord[]): readonly StoredRecord[] {
  if (!Object.isFrozen(all)) return all.filter(({ values }) => values.mergedInto === id);
  let known = followers.get(all);
  if (!known) {
    known = new Map();
    for (const record of all) {
      const main = record.values.mergedInto;
      if (typeof main === 'string') known.set(main, [...(known.get(main) ?? []), record]);
    }
    followers.set(all, known);
  }
  return known.get(id) ?? [];
}

export interface Asked {
  /** Id of a member, or '' for a party, a group, one who is no member. */
  readonly member: string;
  readonly name: string;
}

/**
 * Everyone who must be asked: the first proposer of the case and of every case merged into it, or the unit that made
 * it. Co-signers are not asked one by one (转办单附注：附议人不征求).
 */
export function proposersToAsk(record: StoredRecord, context: Pick<WorkContext, 'lookup' | 'list'>): readonly Asked[] {
  const cases = [record, ...casesMergedInto(record.id, context.list('proposal'))];
  const asked = new Map<string, Asked>();
  for (const { values } of cases) {
    const member = textOf(values, 'lead');
    const unit = textOf(values, 'leadUnit');
    if (member) asked.set(member, { member, name: titleOfRecord('member', member, context) });
    else if (unit) asked.set(`:${unit}`, { member: '', name: unit });
  }
  return [...asked.values()];
}

/** Those of them who have not yet said what they think of the present round's answers. */
export function proposersUnasked(
  record: StoredRecord,
  context: Pick<WorkContext, 'lookup' | 'list'>,
): readonly Asked[] {
  const round = feedbackRound(record.values);
  const heard = rowsOf(record.values, 'feedback').filter((row) => roundOf(row) === round);
  return proposersToAsk(record, context).filter(
    ({ member, name }) =>
      !heard.some((row) => (member ? textOf(row, 'member') === member : textOf(row, 'name') === name)),
  );
}

export function titleOfRecord(kind: string, id: string, { lookup }: Pick<WorkContext, 'lookup'>): string {
  const record = id ? lookup(kind, id) : undefined;
  return record ? (kindOf(kind)?.title(record.values, lookup) ?? id) : '';
}

export const unitName = (row: Values, context: Pick<WorkContext, 'lookup'>): string =>
  titleOfRecord('organisation', textOf(row, 'unit'), context) || '未选单位';

/** 县教育局、区民政局 */
export function unitNames(rows: readonly Values[], context: Pick<WorkContext, 'lookup'>): string {
  return rows.map((row) => unitName(row, context)).join('、');
}

/** Last day on which this unit may answer. */
export function replyDue(row: Values, context: Pick<WorkContext, 'after'>): string {
  const extended = textOf(row, 'extendedTo');
  if (extended) return extended;
  const due = textOf(row, 'due');
  if (due) return due;
  const handedOn = textOf(row, 'handedOn');
  return handedOn ? context.after(handedOn, isCoUnit(row) ? 'proposal.coOpinion' : 'proposal.reply') : '';
}
