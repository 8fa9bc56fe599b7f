import type { Machine } from './machine.ts';
import { answeringMoves } from './proposal-answering.ts';
import { proposalDeadlines } from './proposal-deadlines.ts';
import { filingMoves } from './proposal-filing.ts';
import { handlingMoves } from './proposal-handling.ts';

/** 提案: from the member's paper to the archive (条例; domain A.4, H.1). */
export const proposalMachine: Machine = {
  id: 'proposal',
  kind: 'proposal',
  label: '提案办理',
  field: 'state',
  log: 'log',
  initial: ['草稿', '已提交'],
  states: {
    草稿: { meaning: '还在写，没有提交', tone: 'waiting' },
    已提交: { meaning: '收到了，等提案委审查', tone: 'waiting' },
    初审: { meaning: '提案委正在审查', tone: 'waiting' },
    退回修改: { meaning: '请提案人修改后再提交', tone: 'active' },
    不予立案: { meaning: '不符合立案条件，要通知提案人', tone: 'ended', final: true },
    并案: { meaning: '并入主案一起办理，提案人都保留', tone: 'ended', final: true },
    转社情民意: { meaning: '作社情民意信息处理', tone: 'ended', final: true },
    转委员来信: { meaning: '作委员来信转有关部门', tone: 'ended', final: true },
    转上级政协: { meaning: '超出本级职权，转上级政协', tone: 'ended', final: true },
    撤回: { meaning: '提案人撤回', tone: 'ended', final: true },
    立案: { meaning: '有了案号，等交办', tone: 'waiting' },
    已交办: { meaning: '交给承办单位，等签收', tone: 'active' },
    办理中: { meaning: '承办单位正在办理', tone: 'active' },
    退办异议: { meaning: '承办单位认为不属于自己，等重新确定', tone: 'bad' },
    已答复: { meaning: '承办单位都已答复，等审核、送提案人', tone: 'waiting' },
    答复退回: { meaning: '答复没有通过审核，退回重写', tone: 'bad' },
    征询意见: { meaning: '正在听取提案人意见', tone: 'active' },
    重新办理: { meaning: '提案人不满意，承办单位再办', tone: 'bad' },
    办结: { meaning: '单位都已答复，提案人都已征询', tone: 'good' },
    跟踪: { meaning: '列入计划的事项，等落实', tone: 'active' },
    归档: { meaning: '材料齐全，已归档', tone: 'ended', final: true },
  },
  moves: [...filingMoves, ...handlingMoves, ...answeringMoves],
  deadlines: proposalDeadlines,
};
