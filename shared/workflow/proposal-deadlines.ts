import { rowsOf, textOf } from '../records/read-value.ts';
import type { StoredRecord, Values } from '../records/record.ts';
import { enteredOn } from './log.ts';
import type { Deadline, WorkContext } from './machine.ts';
import { isNotified } from './proposal-filing.ts';
import {
  feedbackRound,
  isCoUnit,
  isHandling,
  proposersToAsk,
  replyDue,
  roundOf,
  standingReplies,
  titleOfRecord,
  unitName,
} from './proposal-reading.ts';

const OFFICE = '提案委';

/** States in which the units are at work, or were. */
const HANDED_OUT = ['已交办', '办理中', '退办异议', '已答复', '答复退回', '征询意见', '重新办理'];

/** What is owed on a proposal where it stands. Settled things carry the day; cases long closed owe nothing. */
export function proposalDeadlines(record: StoredRecord, context: WorkContext): readonly Deadline[] {
  const { values } = record;
  const state = textOf(values, 'state');
  if (HANDED_OUT.includes(state))
    return [...unitDeadlines(values, state, context), ...officeDeadlines(record, context)];
  const owed = (key: string, label: string, from: string, period: string, verb: string, move?: string): Deadline[] =>
    from
      ? [{ key, label, due: context.after(from, period), responsible: OFFICE, verb, ...(move ? { move } : {}) }]
      : [];
  switch (state) {
    case '已提交':
    case '初审': {
      const from = textOf(values, 'submittedOn') || enteredOn(values, '已提交');
      return owed(
        'review',
        '审查期限',
        from,
        'proposal.firstReview',
        '审查',
        state === '已提交' ? 'examine' : undefined,
      );
    }
    case '退回修改':
      return owed('resubmit', '再提交期限', enteredOn(values, '退回修改'), 'proposal.resubmit', '催提案人', 'resubmit');
    case '不予立案':
      return isNotified(values)
        ? []
        : owed('notify', '通知提案人', enteredOn(values, '不予立案'), 'proposal.notify', '通知提案人', 'notify');
    case '立案':
      return owed('assign', '交办期限', textOf(values, 'filedOn'), 'proposal.assign', '交办', 'assign');
    case '跟踪': {
      const seen =
        rowsOf(values, 'followUps')
          .map((row) => textOf(row, 'on'))
          .sort()
          .at(-1) ?? '';
      const from = [enteredOn(values, '跟踪'), seen].sort().at(-1) ?? '';
      return owed('followUp', '回头看', from, 'proposal.followUp', '回头看', 'lookBack');
    }
    default:
      return [];
  }
}

function unitDeadlines(values: Values, state: string, context: WorkContext): readonly Deadline[] {
  const redoFrom = state === '重新办理' ? enteredOn(values, '重新办理') : '';
  return rowsOf(values, 'assignments').flatMap((row, index): Deadline[] => {
    if (!isHandling(row)) return [];
    const common = {
      responsible: unitName(row, context),
      about: unitName(row, context),
      place: `assignments/${index}`,
    };
    const found: Deadline[] = [];
    const handedOn = textOf(row, 'handedOn');
    const rowState = textOf(row, 'state');
    if (handedOn && rowState === '待签收') {
      const due = context.after(handedOn, 'proposal.return');
      found.push({ key: `sign/${index}`, label: '签收（退办）期限', due, verb: '催签收', move: 'sign', ...common });
    }
    const due = rowState === '重新办理' && redoFrom ? context.after(redoFrom, 'proposal.redo') : replyDue(row, context);
    if (!due) return found;
    if (isCoUnit(row)) {
      const doneOn = textOf(row, 'coOpinionOn');
      const label = '会办意见期限';
      const met = doneOn ? { doneOn } : {};
      found.push({ key: `coOpinion/${index}`, label, due, verb: '催会办意见', move: 'coOpinion', ...met, ...common });
      return found;
    }
    const label = rowState === '重新办理' ? '重新办理期限' : '答复期限';
    const doneOn = ['已答复', '办结'].includes(rowState) ? answeredOn(values, textOf(row, 'unit')) || due : '';
    found.push({
      key: `reply/${index}`,
      label,
      due,
      verb: '催办',
      move: 'reply',
      ...(doneOn ? { doneOn } : {}),
      ...common,
    });
    return found;
  });
}

function answeredOn(values: Values, unit: string): string {
  return textOf(rowsOf(values, 'replies').findLast((row) => textOf(row, 'unit') === unit) ?? {}, 'repliedOn');
}

/** What the office itself owes: a returned case, a review, hearing the proposers. */
function officeDeadlines(record: StoredRecord, context: WorkContext): readonly Deadline[] {
  const { values } = record;
  const state = textOf(values, 'state');
  if (state === '退办异议') {
    return rowsOf(values, 'assignments').flatMap((row, index): Deadline[] => {
      const from = textOf(row, 'returnedOn');
      if (isHandling(row) || row.returnResult || !from) return [];
      const about = `${unitName(row, context)}要求退办`;
      const due = context.after(from, 'proposal.return');
      const common = { responsible: OFFICE, verb: '重新确定承办单位', move: 'reassign' };
      return [{ key: `returned/${index}`, label: '退办处理', due, about, place: `assignments/${index}`, ...common }];
    });
  }
  if (state === '已答复') {
    const waiting = standingReplies(values).filter((row) => textOf(row, 'review') !== '通过');
    const from = waiting.map((row) => textOf(row, 'repliedOn')).sort()[0] ?? '';
    if (!from) return [];
    const due = context.after(from, 'proposal.replyReview');
    return [{ key: 'replyReview', label: '答复审核', due, responsible: OFFICE, verb: '审核', move: 'approve' }];
  }
  if (state !== '征询意见') return [];
  const from = enteredOn(values, '征询意见');
  if (!from) return [];
  const due = context.after(from, 'proposal.feedback');
  const round = feedbackRound(values);
  const heard = rowsOf(values, 'feedback').filter((row) => roundOf(row) === round);
  return proposersToAsk(record, context).map(({ member, name }, index): Deadline => {
    const answer = heard.find((row) => (member ? row.member === member : row.name === name));
    const about = `征询${titleOfRecord('member', member, context) || name}`;
    const common = { responsible: OFFICE, verb: '征询', move: 'feedback', about };
    const doneOn = answer ? textOf(answer, 'on') || due : '';
    return { key: `feedback/${index}`, label: '征询期限', due, ...(doneOn ? { doneOn } : {}), ...common };
  });
}
