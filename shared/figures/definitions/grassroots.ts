import { SETTLED } from '../topic-board.ts';
import { byCampaign, contains, either, grouped, held, inYear, is, on, standing } from './terms.ts';

const base = is('consultLevel', '街道', '社区（村）');
const room = is('venueKind', '协商议事室');
/** A room being refurbished is still there (isVenueInUse). */
const inUse = is('state', '已建', '改造中');

/** 基层协商: the “1+14+N” of places, consultations of streets and communities, what they settled. */
export const grassrootsFigures = grouped('基层协商', [
  {
    id: 'XS.PUSH',
    label: '“有事好商量”工作推进会',
    unit: '次',
    rule: '类型是推进会，名称里有“有事好商量”或专项是“有事好商量”的',
    query: {
      kind: 'event',
      where: [is('subtype', '推进会'), either(contains('title', '有事好商量'), ...byCampaign('有事好商量')), held],
      when: on('start'),
      measure: { type: 'count' },
    },
    cues: ['工作推进会', '有事好商量'],
  },
  {
    id: 'VEN.UP',
    label: '改造提升街道协商议事室',
    unit: '个',
    rule: '街道一级的协商议事室，“最近改造提升”或历次改造提升的日期在期内；一年里改造几次算一个',
    query: {
      kind: 'venue',
      where: [room, is('level', '街道')],
      when: { type: 'day', field: 'upgradedOn', also: 'upgrades.on' },
      measure: { type: 'count' },
    },
    cues: ['改造提升街道', '改造提升'],
  },
  {
    id: 'VEN.COVER',
    label: '街道协商议事室覆盖',
    unit: '个街道',
    rule: '有在用的街道协商议事室的街道，占全部街道的几个；全部街道都有才是全覆盖',
    query: {
      kind: 'subdistrictOffice',
      where: [],
      when: standing,
      measure: {
        type: 'share',
        met: [
          { type: 'pointed', kind: 'venue', field: 'subdistrictOffice', where: [room, is('level', '街道'), inUse] },
        ],
        show: 'met',
      },
    },
    cues: ['协商议事室建设全覆盖', '协商议事室', '辖区'],
  },
  {
    id: 'VEN.FULL',
    label: '社区（村）议事室全覆盖的街道',
    unit: '个街道',
    rule: '所辖每个社区（村）都有在用的协商议事室的街道',
    query: {
      kind: 'subdistrictOffice',
      where: [{ type: 'rule', rule: 'street.roomsEverywhere' }],
      when: standing,
      measure: { type: 'count' },
    },
    cues: ['社区全覆盖', '协商平台建设社区全覆盖'],
  },
  {
    id: 'VEN.NUM',
    label: '协商议事场所',
    unit: '个',
    rule: '在用的各级各类阵地，到期末已经建成的；没有填建成日期的也算',
    query: { kind: 'venue', where: [inUse], when: { type: 'standing', from: 'builtOn' }, measure: { type: 'count' } },
    cues: ['协商议事场所', '建成协商议事场所'],
  },
  {
    id: 'XS.BASE',
    label: '基层协商',
    unit: '次',
    rule: '协商层级是街道、社区（村）的，办过的才算',
    query: { kind: 'event', where: [base, held], when: on('start'), measure: { type: 'count' } },
    cues: ['开展基层协商', '基层协商'],
  },
  {
    id: 'XS.BASE.CASE',
    label: '基层协商办结议题',
    unit: '件',
    rule: '期内街道、社区（村）协商过的议题，现在已办结、已反馈、已评价或归档的；一个议题协商几次算一件',
    query: {
      kind: 'event',
      where: [base, held],
      when: on('start'),
      measure: { type: 'distinct', field: 'topics', where: [is('state', ...SETTLED)] },
    },
    cues: ['急难问题', '办结议题'],
  },
  {
    id: 'XS.MICRO',
    label: '微协商',
    unit: '次',
    rule: '协商形式是微协商的，办过的才算',
    query: { kind: 'event', where: [is('consultForm', '微协商'), held], when: on('start'), measure: { type: 'count' } },
    cues: ['微协商', '各类“微协商”'],
  },
  {
    id: 'XS.SOLVED',
    label: '协商解决问题',
    unit: '件',
    rule: '期内提出的议题“解决问题”的件数相加',
    query: {
      kind: 'topic',
      where: [],
      when: on('raisedOn'),
      measure: { type: 'sum', field: 'solvedCount', decimals: 0 },
    },
    cues: ['急难愁盼问题', '解决群众', '解决问题'],
  },
  {
    id: 'LH.NUM',
    label: '民生实事',
    unit: '件',
    rule: '年度民生实事清单里的全部事项',
    query: {
      kind: 'livelihoodItem',
      where: [],
      when: inYear('due'),
      measure: { type: 'count' },
    },
    cues: ['民生实事', '为群众办实事'],
  },
  {
    id: 'LH.DONE',
    label: '办结民生实事',
    unit: '件',
    rule: '民生实事里进展是“完成”的，按办结日期',
    query: {
      kind: 'livelihoodItem',
      where: [is('state', '完成')],
      when: on('doneOn'),
      measure: { type: 'count' },
    },
    cues: ['办结实事', '完成实事'],
  },
]);
