import type { List } from '../records/kind.ts';
import { listOf, numberOf, rowsOf, textOf } from '../records/read-value.ts';
import type { StoredRecord, Values } from '../records/record.ts';
import type { WorkContext } from '../workflow/machine.ts';
import { answeringRows, handlingRows, isUnsatisfied, replyDue, roundOf } from '../workflow/proposal-reading.ts';
import type { Share, Tally } from './share.ts';

/** Which proposals a page is about. Without session and year: all of them. */
export interface ProposalScope {
  readonly session?: string | undefined;
  readonly year?: number | undefined;
  /** Only cases this unit handles, in whatever role. */
  readonly unit?: string | undefined;
}

/** States of a case that was filed and stands by itself (立案主案): what was merged into another counts with that one. */
export const FILED_STATES = [
  '立案',
  '已交办',
  '办理中',
  '退办异议',
  '已答复',
  '答复退回',
  '征询意见',
  '重新办理',
  '办结',
  '跟踪',
  '归档',
] as const;

const FILED: ReadonlySet<string> = new Set(FILED_STATES);
const FACE_TO_FACE: readonly string[] = ['走访面谈', '座谈会'];
/** 列入计划 and 留作参考 are answers, but nothing was adopted yet. */
const ADOPTED: readonly string[] = ['采纳', '部分采纳'];

/** The board: states of the machine put together as the office speaks of them. */
export const BOARD: readonly {
  readonly id: string;
  readonly label: string;
  readonly states: readonly string[];
  /** Nothing is being done there any more, or nearly nothing. */
  readonly ended?: boolean;
}[] = [
  { id: 'examining', label: '待审查', states: ['已提交', '初审', '退回修改'] },
  { id: 'filed', label: '待交办', states: ['立案'] },
  { id: 'handling', label: '办理中', states: ['已交办', '办理中', '退办异议', '答复退回', '重新办理'] },
  { id: 'answered', label: '待审核', states: ['已答复'] },
  { id: 'asking', label: '征询意见', states: ['征询意见'] },
  { id: 'closed', label: '办结', states: ['办结', '跟踪', '归档'], ended: true },
  {
    id: 'elsewhere',
    label: '其他去向',
    states: ['不予立案', '并案', '转社情民意', '转委员来信', '转上级政协', '撤回'],
    ended: true,
  },
];

export const isFiled = ({ values }: StoredRecord): boolean => FILED.has(textOf(values, 'state'));
const isDraft = ({ values }: StoredRecord): boolean => textOf(values, 'state') === '草稿';

/** Proposals of the scope that have come in; drafts are not yet the office's. In order of creation. */
export function proposalsIn(list: List, { session, year, unit }: ProposalScope): readonly StoredRecord[] {
  return list('proposal').filter((record) => {
    const { values } = record;
    if (isDraft(record)) return false;
    if (session !== undefined && values.session !== session) return false;
    if (year !== undefined && values.year !== year) return false;
    return unit === undefined || handlingRows(values).some((row) => textOf(row, 'unit') === unit);
  });
}

/** Answers that were not sent back. */
const accepted = (values: Values): readonly Values[] =>
  rowsOf(values, 'replies').filter((row) => textOf(row, 'review') !== '退回重办');

/** What this unit answered; in old registers with one unit the answer does not name it. */
function answersOf(values: Values, unit: string, only: boolean): readonly Values[] {
  return accepted(values).filter((row) => {
    const by = textOf(row, 'unit');
    return by === unit || (only && by === '');
  });
}

/** Every unit that owes the proposers an answer has given one. */
export function isAnswered(values: Values): boolean {
  const rows = answeringRows(values);
  if (rows.length === 0) return accepted(values).length > 0;
  return rows.every((row) => answersOf(values, textOf(row, 'unit'), rows.length === 1).length > 0);
}

/** And every one of them within its term (an extension that was granted counts). Without any term: answered is enough. */
export function isAnsweredInTime(values: Values, context: Pick<WorkContext, 'after'>): boolean {
  const rows = answeringRows(values);
  if (rows.length === 0) return accepted(values).length > 0;
  return rows.every((row) => {
    const due = replyDue(row, context);
    return answersOf(values, textOf(row, 'unit'), rows.length === 1).some((answer) => {
      const on = textOf(answer, 'repliedOn');
      return due === '' || (on !== '' && on <= due);
    });
  });
}

/** What the proposers said of the last handling; undefined before anybody was heard. */
export function isSatisfied(values: Values): boolean | undefined {
  const heard = rowsOf(values, 'feedback').filter((row) => row.attitude || row.result);
  if (heard.length === 0) return undefined;
  const last = Math.max(...heard.map(roundOf));
  return !heard.some((row) => roundOf(row) === last && isUnsatisfied(row));
}

/** Somebody of the unit sat together with the proposer at least once. */
export function isFaceToFace(values: Values): boolean {
  return (
    rowsOf(values, 'replies').some((row) => listOf(row, 'contactWays').some((way) => FACE_TO_FACE.includes(way))) ||
    rowsOf(values, 'feedback').some((row) => FACE_TO_FACE.includes(textOf(row, 'heardBy'))) ||
    rowsOf(values, 'followUps').some((row) => textOf(row, 'form') === '面对面')
  );
}

/** Advice given and adopted: by the entries of the ledger, where there are none by the numbers on the case. */
export function adviceOf(record: StoredRecord, entries: readonly StoredRecord[]): { adopted: number; all: number } {
  if (entries.length > 0) {
    const adopted = entries.filter(({ values }) => ADOPTED.includes(textOf(values, 'adoption'))).length;
    return { adopted, all: entries.length };
  }
  const all = numberOf(record.values, 'suggestionCount') ?? 0;
  return { adopted: Math.min(all, numberOf(record.values, 'adoptedCount') ?? 0), all };
}

function entriesByProposal(list: List): ReadonlyMap<string, readonly StoredRecord[]> {
  const found = new Map<string, StoredRecord[]>();
  for (const entry of list('suggestion')) {
    const id = textOf(entry.values, 'proposal');
    if (id) found.set(id, [...(found.get(id) ?? []), entry]);
  }
  return found;
}

const idsOf = (records: readonly StoredRecord[]): readonly string[] => records.map(({ id }) => id);

/** The counts of a scope, each with the cases it is made of. */
export function proposalTallies(cases: readonly StoredRecord[]): readonly Tally[] {
  const tally = (id: string, label: string, rule: string, fits: (record: StoredRecord) => boolean): Tally => ({
    id,
    label,
    unit: '件',
    rule,
    ids: idsOf(cases.filter(fits)),
  });
  const inState = (...states: readonly string[]) => {
    return ({ values }: StoredRecord) => states.includes(textOf(values, 'state'));
  };
  const answerClass = (letter: string) => (record: StoredRecord) =>
    isFiled(record) && accepted(record.values).some((row) => textOf(row, 'class') === letter);
  const followed = (form: string) => (record: StoredRecord) =>
    rowsOf(record.values, 'followUps').some((row) => textOf(row, 'form') === form);
  return [
    tally('received', '收件', '提交上来的全部提案，草稿不算', () => true),
    tally('filed', '立案', '立案的主案，并入别案的不另计', isFiled),
    tally('merged', '并案', '并入主案的', inState('并案')),
    tally('rejected', '不予立案', '状态为不予立案的', inState('不予立案')),
    tally('toOpinion', '转社情民意', '转为社情民意的', inState('转社情民意')),
    tally('elsewhere', '其他去向', '转委员来信、转上级政协、撤回的', inState('转委员来信', '转上级政协', '撤回')),
    tally('examining', '待审查', '已提交、初审、退回修改的', inState('已提交', '初审', '退回修改')),
    tally('classA', 'A 类答复', '立案主案里，有单位答复为 A 类（已解决或采纳）的', answerClass('A')),
    tally('classB', 'B 类答复', '立案主案里，有单位答复为 B 类（正在解决或列入计划）的', answerClass('B')),
    tally('classC', 'C 类答复', '立案主案里，有单位答复为 C 类（留作参考）的', answerClass('C')),
    tally('toLookBack', 'B 类待回头看', 'B 类答复里，还没有登记“回头看”的', (record) =>
      answerClass('B')(record) ? !followed('回头看')(record) : false,
    ),
    tally('key', '重点提案', '立案主案里勾选了重点提案的', (record) => isFiled(record) && record.values.isKey === true),
    tally(
      'handledByLeader',
      '党政领导领办',
      '立案主案里填了领办领导的',
      (record) => isFiled(record) && textOf(record.values, 'handlingLeader') !== '',
    ),
    tally(
      'supervised',
      '领衔督办',
      '立案主案里填了领衔督办领导的',
      (record) => isFiled(record) && textOf(record.values, 'supervisors') !== '',
    ),
    tally('faceToFace', '面对面', '督办里登记了“面对面”的', followed('面对面')),
    tally('lookBack', '回头看', '督办里登记了“回头看”的', followed('回头看')),
  ];
}

/** 办复率, 满意率, 面商率, 采纳率 by the rules of the model (A.4). */
export function proposalShares(
  cases: readonly StoredRecord[],
  list: List,
  context: Pick<WorkContext, 'after'>,
): readonly Share[] {
  const filed = cases.filter(isFiled);
  const heard = filed.filter(({ values }) => isSatisfied(values) !== undefined);
  const entries = entriesByProposal(list);
  const advice = filed.map((record) => ({ id: record.id, ...adviceOf(record, entries.get(record.id) ?? []) }));
  const advised = advice.filter(({ all }) => all > 0);
  return [
    {
      id: 'answered',
      label: '办复率',
      rule: '期限内已答复的立案主案数÷立案主案数；几家分办的都按期答复才算，批准延期的按延长后的期限，没有登记交办日和期限的答复了即算',
      met: idsOf(filed.filter(({ values }) => isAnsweredInTime(values, context))),
      of: idsOf(filed),
    },
    {
      id: 'satisfied',
      label: '满意率',
      rule: '（满意+基本满意）÷已反馈数，按件计；几名提案人的按最近一次办理，没有一人不满意才算',
      met: idsOf(heard.filter(({ values }) => isSatisfied(values) === true)),
      of: idsOf(heard),
    },
    {
      id: 'faceToFace',
      label: '面商率',
      rule: '至少一次当面沟通的案数÷立案数；走访面谈、座谈会、督办“面对面”都算当面',
      met: idsOf(filed.filter(({ values }) => isFaceToFace(values))),
      of: idsOf(filed),
    },
    {
      id: 'adopted',
      label: '采纳率',
      rule: '采纳建议数÷建议总数，按条计；采纳、部分采纳算采纳，列入计划、留作参考不算；没有逐条登记的按提案上填的条数',
      met: advised.filter(({ adopted }) => adopted > 0).map(({ id }) => id),
      of: advised.map(({ id }) => id),
      counts: {
        met: advised.reduce((sum, { adopted }) => sum + adopted, 0),
        of: advised.reduce((sum, { all }) => sum + all, 0),
      },
    },
  ];
}
