import { contains, either, filled, grouped, inYear, is, on, row } from './terms.ts';

/** As the funnel of opinions has it (opinion-funnel.ts). */
const SENT = ['报送', '上报上级'];
const TAKEN = ['采用', '转送部门'];
const received = on('receivedOn');

/** 社情民意: every step of the funnel belongs to the year in which the paper came in. */
export const opinionFigures = grouped('社情民意', [
  {
    id: 'SQ.IN',
    label: '收集信息',
    unit: '条',
    rule: '收稿日期在期内的全部来稿，不录用的也算',
    query: { kind: 'opinion', where: [], when: received, measure: { type: 'count' } },
    cues: ['收集信息', '收集社情民意', '收到社情民意信息'],
  },
  {
    id: 'SQ.ISSUE',
    label: '编发信息专刊',
    unit: '期',
    rule: '刊名是信息专刊、已签发或印发的期次，还在组稿送审的不算',
    query: {
      kind: 'bulletin',
      where: [is('publication', '信息专刊'), either(is('state', '已签发', '已印发'), filled('printedOn'))],
      when: inYear('printedOn'),
      measure: { type: 'count' },
    },
    cues: ['编发信息专刊', '信息专刊'],
  },
  {
    id: 'SQ.UP',
    label: '上报信息',
    unit: '条',
    rule: '期内收到的来稿里，向市以上报送、上报过的，一条报几次算一条；送区委区政府的不算',
    query: {
      kind: 'opinion',
      where: [row('adoptions', is('level', '市', '省', '全国'), is('action', ...SENT))],
      when: received,
      measure: { type: 'count' },
    },
    cues: ['上报信息', '报送信息'],
  },
  {
    id: 'SQ.UP.PROV',
    label: '向省政协报送',
    unit: '条',
    rule: '期内收到的来稿里，向省一级报送、上报过的',
    query: {
      kind: 'opinion',
      where: [row('adoptions', is('level', '省'), is('action', ...SENT))],
      when: received,
      measure: { type: 'count' },
    },
    cues: ['向省政协报送', '报送省政协'],
  },
  {
    id: 'SQ.CITY',
    label: '被市政协采用',
    unit: '条',
    rule: '期内收到的来稿里，有市一级“采用”的，一条采用几次算一条',
    query: {
      kind: 'opinion',
      where: [row('adoptions', is('level', '市'), is('action', '采用'))],
      when: received,
      measure: { type: 'count' },
    },
    cues: ['被市政协采用', '市政协采用'],
  },
  {
    id: 'SQ.PROV',
    label: '转省以上政协',
    unit: '条',
    rule: '期内收到的来稿里，有省或全国一级“采用”“转送部门”的，一条转几次算一条',
    query: {
      kind: 'opinion',
      where: [row('adoptions', is('level', '省', '全国'), is('action', ...TAKEN))],
      when: received,
      measure: { type: 'count' },
    },
    cues: ['转省以上政协', '省以上政协'],
  },
  {
    id: 'SQ.NATION',
    label: '被全国政协采用',
    unit: '篇',
    rule: '期内收到的来稿里，有全国一级“采用”的；只转送部门的不算采用',
    query: {
      kind: 'opinion',
      where: [row('adoptions', is('level', '全国'), is('action', '采用'))],
      when: received,
      measure: { type: 'count' },
    },
    cues: ['被全国政协采用', '全国政协采用'],
  },
  {
    id: 'SQ.SECR',
    label: '区委书记批示',
    unit: '篇',
    rule: '期内收到的来稿里，有区委书记批示的，一篇批示几次算一篇；区长也批示了的，分别计',
    query: {
      kind: 'opinion',
      where: [row('instructions', contains('duty', '区委书记'))],
      when: received,
      measure: { type: 'count' },
    },
    cues: ['区委书记', '书记批示'],
  },
  {
    id: 'SQ.MAYOR',
    label: '区长批示',
    unit: '篇',
    rule: '期内收到的来稿里，有区长批示的，副区长的不算；区委书记也批示了的，分别计',
    query: {
      kind: 'opinion',
      where: [row('instructions', contains('duty', '区长'), { ...contains('duty', '副区长'), not: true })],
      when: received,
      measure: { type: 'count' },
    },
    cues: ['区长', '区长批示'],
  },
  {
    id: 'SQ.TRANS',
    label: '转送部门办理',
    unit: '条',
    rule: '期内收到的来稿里，转给党委政府部门办理的，一条转几家算一条',
    query: { kind: 'opinion', where: [filled('transfers')], when: received, measure: { type: 'count' } },
    cues: ['有关单位转送', '转送', '转办'],
  },
  {
    id: 'SQ.UNUSED',
    label: '未录用和留存',
    unit: '条',
    rule: '期内收到的来稿里，状态是未录用、留存待用的',
    query: { kind: 'opinion', where: [is('state', '未录用', '留存待用')], when: received, measure: { type: 'count' } },
  },
]);
