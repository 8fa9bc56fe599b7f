import { rowsOf, textOf } from '../records/read-value.ts';
import type { StoredRecord, Values } from '../records/record.ts';
import { enteredOn } from './log.ts';
import type { Deadline, Machine, WorkContext } from './machine.ts';
import { opinionAdoptionMoves } from './opinion-adoption.ts';
import { opinionEditingMoves } from './opinion-editing.ts';
import { titleOfRecord } from './proposal-reading.ts';

const OFFICE = '研究室';

/** 社情民意信息: 收集→编辑→报送→采用→反馈 (domain A.5, H.2). */
export const opinionMachine: Machine = {
  id: 'opinion',
  kind: 'opinion',
  label: '社情民意办理',
  field: 'state',
  log: 'log',
  initial: ['登记'],
  states: {
    登记: { meaning: '来稿已登记，等初选', tone: 'waiting' },
    初选: { meaning: '正在看要不要用', tone: 'waiting' },
    要求补充: { meaning: '请来稿人补充情况', tone: 'active' },
    留存待用: { meaning: '这次不用，以后可以启用；仍计入收集', tone: 'ended', final: true },
    未录用: { meaning: '不用，写明了原因；仍计入收集', tone: 'ended', final: true },
    拟用: { meaning: '选中，等编辑', tone: 'waiting' },
    编辑: { meaning: '正在写成标题、问题、建议三段', tone: 'waiting' },
    核稿: { meaning: '编好了，等核稿', tone: 'waiting' },
    签发: { meaning: '领导签发了，等编入专刊或报送', tone: 'waiting' },
    已编发: { meaning: '编入了本级专刊', tone: 'good' },
    已报送: { meaning: '报送了市政协，等采用', tone: 'active' },
    市采用: { meaning: '市里采用了', tone: 'good' },
    省采用: { meaning: '省里采用了', tone: 'good' },
    全国采用: { meaning: '全国政协或国家有关部门采用了', tone: 'good' },
    转办: { meaning: '转给部门，等回函', tone: 'active' },
    办结: { meaning: '采用、批示、转办都有了结果', tone: 'ended', final: true },
  },
  moves: [...opinionEditingMoves, ...opinionAdoptionMoves],
  deadlines: opinionDeadlines,
};

function opinionDeadlines({ values }: StoredRecord, context: WorkContext): readonly Deadline[] {
  const state = textOf(values, 'state');
  const found: Deadline[] = [];
  if (state === '登记') {
    const from = textOf(values, 'receivedOn');
    const due = from && context.after(from, 'opinion.select');
    if (due) found.push({ key: 'select', label: '初选期限', due, responsible: OFFICE, verb: '初选', move: 'screen' });
  }
  if (state !== '办结') found.push(...transferDeadlines(values, context), ...instructionDeadlines(values, context));
  const adopted = rowsOf(values, 'adoptions').find((row) => ['采用', '编发本级专刊'].includes(textOf(row, 'action')));
  const notified = textOf(values, 'notifiedOn');
  const from = adopted ? textOf(adopted, 'on') || enteredOn(values, state) : '';
  if (from && !notified && state !== '办结') {
    const due = context.after(from, 'opinion.notify');
    found.push({ key: 'notify', label: '反馈作者', due, responsible: OFFICE, verb: '反馈作者', move: 'notify' });
  }
  return found;
}

function transferDeadlines(values: Values, context: WorkContext): readonly Deadline[] {
  return rowsOf(values, 'transfers').flatMap((row, index): Deadline[] => {
    const on = textOf(row, 'on');
    if (!on) return [];
    const unit = titleOfRecord('organisation', textOf(row, 'unit'), context);
    const due = context.after(on, 'opinion.transfer');
    const doneOn = textOf(row, 'repliedOn') || (row.result ? due : '');
    const common = { key: `transfer/${index}`, label: '转办回函', due, verb: '催回函', move: 'transferReply' };
    const where = { about: unit, place: `transfers/${index}`, ...(unit ? { responsible: unit } : {}) };
    return [{ ...common, ...where, ...(doneOn ? { doneOn } : {}) }];
  });
}

/** An instruction that was passed on to a unit wants an answer. */
function instructionDeadlines(values: Values, context: WorkContext): readonly Deadline[] {
  return rowsOf(values, 'instructions').flatMap((row, index): Deadline[] => {
    const [on, to] = [textOf(row, 'on'), textOf(row, 'forwardedTo')];
    if (!on || !to) return [];
    const unit = titleOfRecord('organisation', to, context);
    const due = context.after(on, 'opinion.instruction');
    const doneOn = textOf(row, 'feedbackOn') || (row.feedback ? due : '');
    const about = `${textOf(row, 'leader')}批示`;
    const common = {
      key: `instruction/${index}`,
      label: '批示办理反馈',
      due,
      verb: '催反馈',
      move: 'instructionReply',
    };
    const where = { about, place: `instructions/${index}`, ...(unit ? { responsible: unit } : {}) };
    return [{ ...common, ...where, ...(doneOn ? { doneOn } : {}) }];
  });
}
