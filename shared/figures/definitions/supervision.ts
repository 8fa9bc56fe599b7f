import { advice, byCampaign, either, filled, grouped, held, is, meetingHeld, ofCampaign, on, ticked } from './terms.ts';

const consultative = is('supervisionForm', '协商式监督');

/** 民主监督: supervision by consultation, visits to firms, delegated supervisors. */
export const supervisionFigures = grouped('民主监督', [
  {
    id: 'JD.STREET',
    label: '协商式监督涉及街道',
    unit: '个街道',
    rule: '协商式监督的“涉及街道”去重，去过几次都算一个街道',
    query: {
      kind: 'event',
      where: [consultative, held],
      when: on('start'),
      measure: { type: 'distinct', field: 'subdistrictOffices' },
    },
    cues: ['协商式监督'],
  },
  {
    id: 'JD.PROJ',
    label: '协商式监督涉及项目',
    unit: '个项目',
    rule: '协商式监督的“涉及项目”去重，一个项目监督几次都算一个',
    query: {
      kind: 'event',
      where: [consultative, held],
      when: on('start'),
      measure: { type: 'distinct', field: 'projects' },
    },
    cues: ['协商式监督'],
  },
  {
    id: 'JD.TIMES',
    label: '协商式监督',
    unit: '次',
    rule: '监督形式是协商式监督的，按次，回访另算一次',
    query: { kind: 'event', where: [consultative, held], when: on('start'), measure: { type: 'count' } },
    cues: ['开展协商式监督', '协商式监督'],
  },
  {
    id: 'JD.SUG',
    label: '监督提出合理化建议',
    unit: '条',
    rule: '来源是协商式监督的意见建议，问题诉求不算；按监督的日期',
    query: {
      kind: 'suggestion',
      where: [is('event.supervisionForm', '协商式监督'), meetingHeld, advice],
      when: on('event.start'),
      measure: { type: 'count' },
    },
    cues: ['提出合理化建议', '合理化建议'],
  },
  {
    id: 'WR.LEAD',
    label: '班子成员走访企业',
    unit: '家',
    rule: '专项是“万人助万企”、班子成员参加的走访企业，企业去重',
    query: {
      kind: 'event',
      where: [is('subtype', '走访企业'), ofCampaign('万人助万企'), ticked('byLeaders'), held],
      when: on('start'),
      measure: { type: 'distinct', field: 'companies' },
    },
    cues: ['班子成员走访', '走访联系企业'],
  },
  {
    id: 'WR.ZWH',
    label: '专委会走访委员企业',
    unit: '家',
    rule: '专项是“万人助万企”、由专委会组织的走访企业，只数委员企业，企业去重',
    query: {
      kind: 'event',
      where: [is('subtype', '走访企业'), ofCampaign('万人助万企'), filled('organizer'), held],
      when: on('start'),
      measure: { type: 'distinct', field: 'companies', where: [ticked('isMemberCompany')] },
    },
    cues: ['走访委员企业', '专委会走访'],
  },
  {
    id: 'WR.MEET',
    label: '企业座谈会',
    unit: '场',
    rule: '专项是“万人助万企”的座谈会',
    query: {
      kind: 'event',
      where: [is('subtype', '座谈会'), ofCampaign('万人助万企'), held],
      when: on('start'),
      measure: { type: 'count' },
    },
    cues: ['先后召开座谈会', '召开座谈会', '企业座谈会'],
  },
  {
    id: 'WR.SUG',
    label: '收集企业意见和问题',
    unit: '条',
    rule: '来源是“万人助万企”座谈会的意见建议和问题诉求，两种都算；按开会的日期',
    query: {
      kind: 'suggestion',
      where: [is('event.subtype', '座谈会'), either(...byCampaign('万人助万企', 'event.campaigns')), meetingHeld],
      when: on('event.start'),
      measure: { type: 'count' },
    },
    cues: ['收集整理意见建议', '需要解决的问题', '收集整理'],
  },
  {
    id: 'JD.ACT',
    label: '委派监督活动',
    unit: '次',
    rule: '特约监督员等参加的调查督查、听证评审：监督形式是委派监督的，或专项是“委派监督”的；与党派协同的视察调研不重复计',
    query: {
      kind: 'event',
      where: [either(is('supervisionForm', '委派监督'), ...byCampaign('委派监督')), held],
      when: on('start'),
      measure: { type: 'count' },
    },
    cues: ['各类监督活动', '监督活动', '调查督查', '听证评审'],
  },
  {
    id: 'JD.INSPECT',
    label: '视察',
    unit: '次',
    rule: '类型是视察、视察监督的，办过的才算',
    query: {
      kind: 'event',
      where: [is('subtype', '视察', '视察监督'), held],
      when: on('start'),
      measure: { type: 'count' },
    },
    cues: ['组织视察', '开展视察'],
  },
]);
