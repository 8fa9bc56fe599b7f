import { textOf } from '../records/read-value.ts';
import type { Problems, StoredRecord, Values } from '../records/record.ts';
import { enteredOn, logOf } from './log.ts';
import type { Deadline, Machine, Move, MoveInput, WorkContext } from './machine.ts';
import { CONSULT_OFFICE } from './offices.ts';
import { opinionFromTopic, proposalFromTopic } from './opinion-from.ts';

const by = [...CONSULT_OFFICE];

function checkMerge(record: StoredRecord, input: MoveInput, context: WorkContext): Problems {
  const id = textOf(input.values, 'mergedInto');
  if (id === record.id) return { mergedInto: '不能合并到自己，请选另一个议题' };
  const main = context.lookup('topic', id);
  const state = main ? textOf(main.values, 'state') : '';
  const gone = ['已合并', '不属协商范围', '转社情民意', '转提案线索', '归档'];
  return gone.includes(state) ? { mergedInto: `所选议题是“${state}”，不能合并过去` } : {};
}

/** 协商 is kept as events that name the topic. */
const consultations = (record: StoredRecord, context: WorkContext): number =>
  context.list('event').filter(({ values }) => Array.isArray(values.topics) && values.topics.includes(record.id))
    .length;

const ordering: readonly Move[] = [
  {
    id: 'sort',
    label: '梳理',
    from: ['已收集'],
    to: '已梳理',
    by,
    form: [{ field: 'category' }, { field: 'urgency' }],
    tone: 'primary',
  },
  {
    id: 'merge',
    label: '合并',
    from: ['已收集', '已梳理'],
    to: '已合并',
    by,
    form: [{ field: 'mergedInto', required: true }],
    check: checkMerge,
  },
  {
    id: 'unmerge',
    label: '取消合并',
    from: ['已合并'],
    to: '已梳理',
    by,
    form: [],
    reason: '取消合并的原因',
    apply: ({ mergedInto: _main, ...values }) => values,
  },
  {
    id: 'outOfScope',
    label: '不属协商范围',
    from: ['已收集', '已梳理'],
    to: '不属协商范围',
    by,
    form: [{ field: 'reasonNotAdopted', required: true }],
    tone: 'danger',
  },
  {
    id: 'toOpinion',
    label: '转社情民意',
    from: ['已梳理', '入议题清单'],
    to: '转社情民意',
    by,
    form: [],
    effects: (record, input, context) => ({ add: [opinionFromTopic(record, input, context)] }),
    makes: [{ type: 'record', label: '社情民意' }],
  },
  {
    id: 'toProposal',
    label: '转提案线索',
    from: ['已梳理', '入议题清单'],
    to: '转提案线索',
    by,
    form: [],
    effects: (record, input, context) => ({ add: [proposalFromTopic(record, input, context)] }),
    makes: [{ type: 'record', label: '提案（草稿）' }],
  },
  {
    id: 'list',
    label: '列入议题清单',
    from: ['已梳理'],
    to: '入议题清单',
    by,
    form: [],
    makes: [{ type: 'document', label: '议题清单' }],
    tone: 'primary',
  },
];

const buying: readonly Move[] = [
  {
    id: 'claim',
    label: '认领',
    from: ['入议题清单'],
    to: '已认领',
    by,
    form: [
      { field: 'claimedBy', required: true },
      { field: 'convenor', required: true },
    ],
    tone: 'primary',
  },
  {
    id: 'unclaim',
    label: '退回议题清单',
    from: ['已认领', '列入计划'],
    to: '入议题清单',
    by,
    form: [],
    reason: '退回的原因',
  },
  {
    id: 'plan',
    label: '列入计划',
    from: ['已认领'],
    to: '列入计划',
    by,
    form: [{ field: 'plannedQuarter', required: true }],
    makes: [{ type: 'document', label: '协商计划' }],
    tone: 'primary',
  },
  {
    id: 'invite',
    label: '邀请部门',
    from: ['列入计划'],
    to: '已邀请部门',
    by,
    form: [{ field: 'units', required: true }],
    tone: 'primary',
  },
  { id: 'consult', label: '开始协商', from: ['已邀请部门'], to: '协商中', by, form: [], tone: 'primary' },
  {
    id: 'conclude',
    label: '形成协商意见',
    from: ['协商中'],
    to: '形成意见',
    by,
    form: [],
    blocked: (record, context) =>
      consultations(record, context) > 0 ? undefined : '还没有协商会议登记这个议题，请先在会议活动里登记并选上它',
    makes: [{ type: 'document', label: '协商意见' }],
    tone: 'primary',
  },
];

const following: readonly Move[] = [
  {
    id: 'handOver',
    label: '交办',
    from: ['形成意见'],
    to: '已交办',
    by,
    form: [{ field: 'units', required: true }],
    makes: [{ type: 'deadline', label: '办理期限' }],
    tone: 'primary',
  },
  { id: 'handle', label: '开始办理', from: ['已交办'], to: '办理中', by, form: [], tone: 'primary' },
  {
    id: 'done',
    label: '办结',
    from: ['办理中'],
    to: '已办结',
    by,
    form: [{ field: 'solvedCount' }],
    makes: [{ type: 'deadline', label: '反馈群众' }],
    tone: 'primary',
  },
  {
    id: 'notAdopt',
    label: '未采纳',
    from: ['形成意见', '已交办', '办理中'],
    to: '未采纳',
    by,
    form: [{ field: 'reasonNotAdopted', required: true }],
    tone: 'danger',
  },
  {
    id: 'feedback',
    label: '反馈群众',
    from: ['已办结', '未采纳'],
    to: '已反馈',
    by,
    form: [],
    makes: [{ type: 'document', label: '议题办理反馈单' }],
    tone: 'primary',
  },
  {
    id: 'evaluate',
    label: '群众评价',
    from: ['已反馈'],
    to: '已评价',
    by,
    form: [{ field: 'satisfaction', required: true }],
    tone: 'primary',
  },
  {
    id: 'redo',
    label: '重新办理',
    from: ['已评价'],
    to: '办理中',
    by,
    form: [],
    blocked: ({ values }) => (values.satisfaction === '不满意' ? undefined : '群众没有表示不满意'),
    tone: 'danger',
  },
  { id: 'archive', label: '归档', from: ['已评价', '未采纳'], to: '归档', by, form: [] },
];

/** 协商议题: 点单、买单、接单、查单 (domain A.3 topic, H.7). */
export const topicMachine: Machine = {
  id: 'topic',
  kind: 'topic',
  label: '四单协商',
  field: 'state',
  log: 'log',
  initial: ['已收集'],
  states: {
    已收集: { meaning: '点单：收到了群众或各方的题目', tone: 'waiting' },
    已梳理: { meaning: '点单：看过了，等列入清单', tone: 'waiting' },
    不属协商范围: { meaning: '不协商，已作说明', tone: 'ended', final: true },
    转社情民意: { meaning: '作社情民意信息处理', tone: 'ended', final: true },
    转提案线索: { meaning: '作提案线索，等委员认领', tone: 'ended', final: true },
    已合并: { meaning: '合并到另一个议题', tone: 'ended', final: true },
    入议题清单: { meaning: '买单：等召集人和委员认领', tone: 'waiting' },
    已认领: { meaning: '买单：有委员认领，等排计划', tone: 'waiting' },
    列入计划: { meaning: '买单：列入了季度协商计划', tone: 'waiting' },
    已邀请部门: { meaning: '接单：邀请了部门，等开会', tone: 'active' },
    协商中: { meaning: '接单：正在协商，可以开多次', tone: 'active' },
    形成意见: { meaning: '接单：有了协商意见，等交办', tone: 'waiting' },
    已交办: { meaning: '接单：交给部门', tone: 'active' },
    办理中: { meaning: '查单：部门正在办理', tone: 'active' },
    已办结: { meaning: '查单：办好了，等反馈群众', tone: 'waiting' },
    已反馈: { meaning: '查单：反馈了，等群众评价', tone: 'active' },
    已评价: { meaning: '查单：群众评价了', tone: 'good' },
    未采纳: { meaning: '没有采纳，写明了原因', tone: 'bad' },
    归档: { meaning: '材料齐全，已归档', tone: 'ended', final: true },
  },
  moves: [...ordering, ...buying, ...following],
  deadlines: topicDeadlines,
};

function topicDeadlines({ values }: StoredRecord, context: WorkContext): readonly Deadline[] {
  const state = textOf(values, 'state');
  const responsible = textOf(values, 'convenor') || '街道工委';
  if (state === '列入计划') {
    const due = quarterEnd(textOf(values, 'plannedQuarter'));
    return due ? [{ key: 'plan', label: '计划协商', due, responsible, verb: '组织协商', move: 'invite' }] : [];
  }
  if (state === '已交办' || state === '办理中') {
    const from = [enteredOn(values, '已交办'), state === '办理中' ? redoneOn(values) : ''].sort().at(-1) ?? '';
    if (!from) return [];
    const due = context.after(from, 'topic.handle');
    return [
      {
        key: 'handle',
        label: '议题办理期限',
        due,
        responsible,
        verb: '跟踪办理',
        move: state === '已交办' ? 'handle' : 'done',
      },
    ];
  }
  if (state === '已办结') {
    const from = enteredOn(values, '已办结');
    if (!from) return [];
    const due = context.after(from, 'topic.feedback');
    return [{ key: 'feedback', label: '反馈群众', due, responsible, verb: '反馈群众', move: 'feedback' }];
  }
  return [];
}

const redoneOn = (values: Values): string =>
  logOf(values).findLast((row) => row.to === '办理中' && row.from === '已评价')?.on ?? '';

/** '2024-Q3' → '2024-09-30'; '' when it is no quarter. */
function quarterEnd(quarter: string): string {
  const found = /^(\d{4})-Q([1-4])$/u.exec(quarter);
  return found ? `${found[1]}-${['03-31', '06-30', '09-30', '12-31'][Number(found[2]) - 1]}` : '';
}
