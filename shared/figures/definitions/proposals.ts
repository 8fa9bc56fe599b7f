import { filled, grouped, inYear, isNot, rule, ticked } from './terms.ts';

const ofYear = inYear('submittedOn');
const filed = rule('proposal.filed');

/** 提案: cases by the year of the register; drafts and merged ones are no cases of their own. */
export const proposalFigures = grouped('提案', [
  {
    id: 'TA.IN',
    label: '收到提案',
    unit: '件',
    rule: '年度内提交上来的提案，草稿不算；不立案、并案的也算收到',
    query: { kind: 'proposal', where: [isNot('state', '草稿')], when: ofYear, measure: { type: 'count' } },
    cues: ['收到提案', '提交提案'],
  },
  {
    id: 'TA.NUM',
    label: '立案提案',
    unit: '件',
    rule: '年度内立案的主案，并入别案的不另计',
    query: { kind: 'proposal', where: [filed], when: ofYear, measure: { type: 'count' } },
    cues: ['政协提案', '件提案', '立案'],
  },
  {
    id: 'TA.RATE',
    label: '提案办复率',
    unit: '%',
    rule: '期限内答复的立案主案÷立案主案；几家分办的都按期答复才算，批准延期的按延长后的期限',
    query: {
      kind: 'proposal',
      where: [filed],
      when: ofYear,
      measure: { type: 'share', met: [rule('proposal.answeredInTime')], show: 'percent' },
    },
    cues: ['办复率', '答复率'],
  },
  {
    id: 'TA.KEY',
    label: '重点提案',
    unit: '件',
    rule: '立案主案里勾选了“重点提案”的',
    query: {
      kind: 'proposal',
      where: [filed, ticked('isKey')],
      when: ofYear,
      measure: { type: 'count' },
    },
    cues: ['重点提案'],
  },
  {
    id: 'TA.LEAD',
    label: '党政领导领办提案',
    unit: '件',
    rule: '立案主案里填了“领办领导”的',
    query: {
      kind: 'proposal',
      where: [filed, filled('handlingLeader')],
      when: ofYear,
      measure: { type: 'count' },
    },
    cues: ['领办重点提案', '领办'],
  },
  {
    id: 'TA.SUPER',
    label: '领衔督办提案',
    unit: '件',
    rule: '立案主案里填了“领衔督办领导”的',
    query: { kind: 'proposal', where: [filed, filled('supervisors')], when: ofYear, measure: { type: 'count' } },
    cues: ['领衔督办', '督办重点提案'],
  },
  {
    id: 'TA.SAT',
    label: '提案满意率',
    unit: '%',
    rule: '提案人最近一次满意、基本满意的÷征询过意见的立案主案',
    query: {
      kind: 'proposal',
      where: [filed, rule('proposal.heard')],
      when: ofYear,
      measure: { type: 'share', met: [rule('proposal.satisfied')], show: 'percent' },
    },
    cues: ['满意率'],
  },
]);
