import type { Measure } from '../definition.ts';
import { byCampaign, either, grouped, held, is, more, on, ticked } from './terms.ts';

/** 团结联谊: what the parties did together, members outside the Communist Party. */
export const togetherFigures = grouped('团结联谊', [
  {
    id: 'UF.ACT',
    label: '党派协同视察调研',
    unit: '次',
    rule: '与民主党派、工商联、无党派一起开展的视察、调研：勾选了“党派协同”，或专项是“党派协同”的；委派监督不重复计',
    query: {
      kind: 'event',
      where: [is('subtype', '视察', '调研'), either(ticked('unitedFront'), ...byCampaign('党派协同')), held],
      when: on('start'),
      measure: { type: 'count' },
    },
    cues: ['视察调研活动', '协同履职', '视察调研'],
  },
  {
    id: 'UF.VISIT',
    label: '走访联络党外委员',
    unit: '人次',
    rule: '走访活动里党外委员的人数相加；登记了走访谁的，按政治面貌数',
    query: {
      kind: 'event',
      where: [is('category', '走访'), held],
      when: on('start'),
      measure: { type: 'sum', field: 'visitedNonParty', decimals: 0 },
    },
    cues: ['走访联络党外', '党外政协委员', '党外委员'],
  },
  {
    id: 'ACT.READ',
    label: '读书活动',
    unit: '次',
    rule: '类型是读书活动的，办过的才算',
    query: { kind: 'event', where: [is('subtype', '读书活动'), held], when: on('start'), measure: { type: 'count' } },
    cues: ['读书活动', '委员读书'],
  },
  {
    id: 'ACT.GOOD',
    label: '公益活动',
    unit: '次',
    rule: '类型是公益义诊、志愿服务的，办过的才算',
    query: {
      kind: 'event',
      where: [is('subtype', '公益义诊', '志愿服务'), held],
      when: on('start'),
      measure: { type: 'count' },
    },
    cues: ['公益活动', '志愿服务', '义诊'],
  },
]);

/** Only what was checked counts, by type. */
const given = (type: string, measure: Measure) => ({
  kind: 'contribution',
  where: [is('contributionType', type), is('review', '已核')],
  when: on('on'),
  measure,
});

/** 履职为民: what members and their companies brought and gave. */
export const contributionFigures = grouped('履职为民', [
  {
    id: 'CON.FIRM',
    label: '助力企业落户',
    unit: '家',
    rule: '已核的“企业落户招商”，落户企业去重，几名委员引荐同一家算一家',
    query: given('企业落户招商', { type: 'distinct', field: 'company' }),
    cues: ['企业落户', '家企业落户', '落户'],
  },
  {
    id: 'CON.INVEST',
    label: '招商引资总额',
    unit: '万元',
    rule: '已核的“企业落户招商”金额相加；同一项目多人引荐、登记了几条的，只计最大的一条',
    query: given('企业落户招商', { type: 'sum', field: 'amount', once: 'project', decimals: 4 }),
    wording: { style: 'over', scale: { unit: '亿元', size: 10_000 } },
    cues: ['招商引资总额', '招商引资'],
  },
  {
    id: 'CON.JOB',
    label: '帮助新增就业',
    unit: '人',
    rule: '已核的“新增就业”人数相加',
    query: given('新增就业', { type: 'sum', field: 'jobs', decimals: 0 }),
    wording: more,
    cues: ['新增就业'],
  },
  {
    id: 'CON.DONATE',
    label: '捐款捐物',
    unit: '万元',
    rule: '已核的“捐款捐物”金额相加，捐物按折价',
    query: given('捐款捐物', { type: 'sum', field: 'amount', decimals: 4 }),
    wording: more,
    cues: ['捐款捐物'],
  },
  {
    id: 'CON.HOUSE',
    label: '帮扶困难群众（户）',
    unit: '户',
    rule: '已核的“结对帮扶”户数相加，与人数成对',
    query: given('结对帮扶', { type: 'sum', field: 'households', decimals: 0 }),
    wording: more,
    cues: ['帮扶困难群众', '困难群众'],
  },
  {
    id: 'CON.PEOPLE',
    label: '帮扶困难群众（人）',
    unit: '人',
    rule: '已核的“结对帮扶”人数相加，与户数成对',
    query: given('结对帮扶', { type: 'sum', field: 'people', decimals: 0 }),
    wording: { style: 'odd' },
    cues: ['帮扶困难群众', '困难群众'],
  },
  {
    id: 'CON.GOOD',
    label: '为民做好事',
    unit: '件',
    rule: '已核的“好事实事”件数相加',
    query: given('好事实事', { type: 'sum', field: 'items', decimals: 0 }),
    wording: { style: 'near' },
    cues: ['为民做好事', '好事实事', '做好事'],
  },
]);
