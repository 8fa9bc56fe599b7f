import { listOf, numberOf, rowsOf, textOf } from '../records/read-value.ts';
import type { StoredRecord, Values } from '../records/record.ts';
import { enteredOn } from '../workflow/log.ts';
import type { WorkContext } from '../workflow/machine.ts';
import {
  feedbackRound,
  isCoUnit,
  isHandling,
  proposersToAsk,
  replyDue,
  roundOf,
} from '../workflow/proposal-reading.ts';

/** One thing that was done, or is still owed: then without `on`. Days are 'YYYY-MM-DD'. */
export interface CaseStep {
  readonly label: string;
  readonly on?: string;
  readonly due?: string;
  readonly note?: string;
  /** Done after its term, or owed and past it. */
  readonly late?: boolean;
  /** Done, but the day is not on record (an old register). */
  readonly undated?: boolean;
}

/** The way of a case through one unit. */
export interface CaseLane {
  /** Id of the unit; '' when the row names none. */
  readonly unit: string;
  readonly role: string;
  readonly state: string;
  /** The unit handed the case back and was let go. */
  readonly released: boolean;
  readonly steps: readonly CaseStep[];
}

export interface Hearing {
  /** Id of a member, or '' for a party or a group. */
  readonly member: string;
  readonly name: string;
  readonly round: number;
  /** Absent while the proposer has not been heard in this round. */
  readonly on?: string;
  readonly attitude?: string;
  readonly result?: string;
  readonly opinion?: string;
}

/** What one side says of the other; the two sides do not see each other's (背靠背). */
export interface Judgement {
  readonly direction: string;
  readonly unit: string;
  readonly member: string;
  readonly score?: number;
  readonly grade?: string;
  readonly comment?: string;
  readonly on?: string;
}

export interface CaseTimeline {
  readonly stages: readonly CaseStep[];
  readonly lanes: readonly CaseLane[];
  readonly hearings: readonly Hearing[];
  readonly followUps: readonly (CaseStep & { readonly unit: string; readonly event: string })[];
  readonly judgements: readonly Judgement[];
}

type Context = Pick<WorkContext, 'lookup' | 'list' | 'after' | 'today'>;

const ANSWERED: readonly string[] = ['已答复', '办结'];

function step(label: string, on: string, due = '', note = '', today = ''): CaseStep {
  const late = due !== '' && (on === '' ? today > due : on > due);
  return {
    label,
    ...(on ? { on } : {}),
    ...(due ? { due } : {}),
    ...(note ? { note } : {}),
    ...(late ? { late } : {}),
  };
}

/** Everything on record of the handling of one case, in the order it is done. Nothing is guessed where the day is unknown. */
export function caseTimeline(record: StoredRecord, context: Context): CaseTimeline {
  const { values } = record;
  return {
    stages: stagesOf(values, context),
    lanes: rowsOf(values, 'assignments').map((row) => laneOf(values, row, context)),
    hearings: hearingsOf(record, context),
    followUps: rowsOf(values, 'followUps').map((row) => ({
      ...step(
        textOf(row, 'form'),
        textOf(row, 'on'),
        '',
        ['leaders', 'problem', 'result']
          .map((name) => textOf(row, name))
          .filter(Boolean)
          .join('；'),
      ),
      unit: textOf(row, 'unit'),
      event: textOf(row, 'event'),
    })),
    judgements: rowsOf(values, 'evaluations').map(judgementOf),
  };
}

/** Turns in which a case ends without being filed. */
const ENDS: readonly string[] = ['不予立案', '并案', '转社情民意', '转委员来信', '转上级政协', '撤回'];
const AFTER_HANDING: readonly string[] = ['征询意见', '重新办理', '办结', '跟踪', '归档'];
const USUAL: readonly string[] = ['征询意见', '办结'];

const firstHearing = (values: Values): string =>
  rowsOf(values, 'feedback')
    .map((row) => textOf(row, 'on'))
    .filter(Boolean)
    .sort()[0] ?? '';

function stagesOf(values: Values, { after, today }: Context): readonly CaseStep[] {
  const state = textOf(values, 'state');
  const submitted = textOf(values, 'submittedOn') || enteredOn(values, '已提交');
  const filed = textOf(values, 'filedOn') || enteredOn(values, '立案');
  const handed =
    rowsOf(values, 'assignments')
      .map((row) => textOf(row, 'handedOn'))
      .filter(Boolean)
      .sort()[0] ?? '';
  const stages = [step('提交', submitted, '', '', today)];
  if (ENDS.includes(state)) return [...stages, step(state, enteredOn(values, state))];
  const review = submitted && !filed ? after(submitted, 'proposal.firstReview') : '';
  stages.push(step('立案', filed, review, textOf(values, 'caseNumber'), today));
  stages.push(step('交办', handed, filed ? after(filed, 'proposal.assign') : '', '', today));
  const reached = AFTER_HANDING.indexOf(state);
  for (const [place, label] of AFTER_HANDING.entries()) {
    const on = enteredOn(values, label) || (label === '征询意见' ? firstHearing(values) : '');
    // What an ordinary case never comes to is shown only when this one did.
    if (on || state === label || USUAL.includes(label)) {
      const past = on === '' && reached >= place;
      stages.push({ ...step(label, on), ...(past ? { undated: true } : {}) });
    }
  }
  return stages;
}

function laneOf(values: Values, row: Values, context: Context): CaseLane {
  const { after, today } = context;
  const unit = textOf(row, 'unit');
  const state = textOf(row, 'state');
  const handed = textOf(row, 'handedOn');
  const steps: CaseStep[] = [step('交办', handed, '', textOf(row, 'batch'))];
  const released = !isHandling(row) && textOf(row, 'returnResult') !== '';
  const signBy = handed ? after(handed, 'proposal.return') : '';
  const received = textOf(row, 'receivedOn');
  if (received || state === '待签收') steps.push(step('签收', received, signBy, '', today));
  const returned = textOf(row, 'returnedOn');
  if (returned) {
    const note = [textOf(row, 'returnReason'), textOf(row, 'returnResult')].filter(Boolean).join('；');
    steps.push(step('退办', returned, '', note));
  }
  if (!isHandling(row)) return { unit, role: textOf(row, 'role'), state, released, steps };
  const extended = textOf(row, 'extendedTo');
  if (extended) {
    const approver = textOf(row, 'extensionApprover');
    steps.push({
      label: `延期至${extended}`,
      note: [textOf(row, 'extensionReason'), approver && `${approver}批准`].filter(Boolean).join('；'),
    });
  }
  const due = replyDue(row, context);
  if (isCoUnit(row)) {
    const on = textOf(row, 'coOpinionOn');
    if (on || !ANSWERED.includes(state)) steps.push(step('会办意见', on, due, '', today));
  } else steps.push(...answersOf(values, unit, state, due, context));
  return { unit, role: textOf(row, 'role'), state, released, steps };
}

function answersOf(values: Values, unit: string, state: string, due: string, context: Context): readonly CaseStep[] {
  const steps: CaseStep[] = [];
  for (const reply of rowsOf(values, 'replies')) {
    const by = textOf(reply, 'unit');
    if (by !== unit && by !== '') continue;
    const round = roundOf(reply);
    const letter = textOf(reply, 'class');
    const ways = listOf(reply, 'contactWays').join('、');
    const note = [
      letter && `${letter} 类`,
      textOf(reply, 'number'),
      ways && `沟通：${ways}`,
      textOf(reply, 'review'),
      textOf(reply, 'reviewNote'),
    ];
    // The term of the first answer says nothing of those that follow.
    steps.push(
      step(
        round > 1 ? `第 ${round} 次答复` : '答复',
        textOf(reply, 'repliedOn'),
        round > 1 ? '' : due,
        note.filter(Boolean).join('；'),
        context.today,
      ),
    );
  }
  if (state === '重新办理') {
    const from = enteredOn(values, '重新办理');
    steps.push(step('再次答复', '', from ? context.after(from, 'proposal.redo') : '', '', context.today));
  } else if (steps.length === 0 && !ANSWERED.includes(state)) steps.push(step('答复', '', due, '', context.today));
  return steps;
}

function hearingsOf(record: StoredRecord, context: Context): readonly Hearing[] {
  const { values } = record;
  const heard = rowsOf(values, 'feedback').map((row): Hearing => {
    const [on, attitude, result, opinion] = ['on', 'attitude', 'result', 'opinion'].map((name) => textOf(row, name));
    return {
      member: textOf(row, 'member'),
      name: textOf(row, 'name'),
      round: roundOf(row),
      ...(on ? { on } : {}),
      ...(attitude ? { attitude } : {}),
      ...(result ? { result } : {}),
      ...(opinion ? { opinion } : {}),
    };
  });
  if (!['征询意见', '已答复'].includes(textOf(values, 'state'))) return heard;
  const round = feedbackRound(values);
  const now = heard.filter((one) => one.round === round);
  const missing = proposersToAsk(record, context).filter(
    ({ member, name }) => !now.some((one) => (member ? one.member === member : one.name === name)),
  );
  return [...heard, ...missing.map(({ member, name }) => ({ member, name, round }))];
}

function judgementOf(row: Values): Judgement {
  const score = numberOf(row, 'score');
  const [grade, comment, on] = ['grade', 'comment', 'on'].map((name) => textOf(row, name));
  return {
    direction: textOf(row, 'direction'),
    unit: textOf(row, 'unit'),
    member: textOf(row, 'member'),
    ...(score === undefined ? {} : { score }),
    ...(grade ? { grade } : {}),
    ...(comment ? { comment } : {}),
    ...(on ? { on } : {}),
  };
}
