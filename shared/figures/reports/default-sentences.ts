import type { ReportSentence } from './report-sentence.ts';

const POLITICS = '强化政治引领，筑牢共同思想政治基础';
const CONSULT = '聚焦中心大局，提高协商议政实效';
const SUPERVISE = '紧盯落实落地，增强民主监督力度';
const OPINION = '反映群众心声，做实社情民意和提案工作';
const GROUND = '建好协商平台，推动协商向基层延伸';
const TOGETHER = '凝聚各方力量，服务发展和民生';
const OWN = '加强自身建设，提升履职能力';

/** What an annual report says with figures, in the program's own words; the office edits them in 工作报告·常用句. */
export const defaultSentences: readonly ReportSentence[] = [
  {
    id: 'study',
    section: POLITICS,
    part: '理论学习',
    text: '坚持把理论武装放在首位，全年组织集中学习研讨{POL.STUDY}，讲授专题党课{POL.LECTURE}。',
  },
  {
    id: 'campaign',
    section: POLITICS,
    part: '理论学习',
    text: '扎实开展主题教育，深入一线调查研究{TJ.RESEARCH}，形成调研报告{TJ.REPORT}，交流调研成果{TJ.EXCHANGE}。',
  },
  {
    id: 'party',
    section: POLITICS,
    part: '党的建设',
    text: '召开政协系统党建工作座谈会{POL.DJMEET}，在街道建立功能型党支部{ORG.BRANCH}，全年开展支部活动{ORG.BRANCHACT}，党员委员的先锋模范作用进一步发挥。',
  },
  {
    id: 'topic',
    section: CONSULT,
    part: '专题协商',
    text: '围绕区委、区政府重点工作，举行专题协商座谈会{XS.ZT}，提出意见建议{XS.ZT.SUG}。',
  },
  {
    id: 'standing',
    section: CONSULT,
    part: '专题协商',
    text: '开展常委会协商{XS.CWH}，提出建议{XS.CWH.SUG}；组织专委会对口协商{XS.DK}，提出意见建议{XS.DK.SUG}。',
  },
  {
    id: 'research',
    section: CONSULT,
    part: '调查研究',
    text: '围绕经济高质量发展深入调研，形成高质量调研报告{RPT.JJ}，为区委、区政府决策提供参考。',
  },
  {
    id: 'supervision',
    section: SUPERVISE,
    part: '协商式监督',
    text: '组织委员深入{JD.STREET}、{JD.PROJ}开展协商式监督{JD.TIMES}，提出合理化建议{JD.SUG}。',
  },
  {
    id: 'firms',
    section: SUPERVISE,
    part: '助企服务',
    text: '持续开展助企活动，班子成员走访联系企业{WR.LEAD}，专委会走访委员企业{WR.ZWH}，召开企业座谈会{WR.MEET}，收集整理意见建议和企业需要解决的问题{WR.SUG}。',
  },
  {
    id: 'appointed',
    section: SUPERVISE,
    part: '委派监督',
    text: '支持委员担任各类监督员，参加调查督查、听证评审等监督活动{JD.ACT}。',
  },
  {
    id: 'opinions',
    section: OPINION,
    part: '社情民意',
    text: '畅通社情民意渠道，全年收集信息{SQ.IN}，编发信息专刊{SQ.ISSUE}，上报信息{SQ.UP}，被市政协采用{SQ.CITY}，转省以上政协{SQ.PROV}。',
  },
  {
    id: 'instructions',
    section: OPINION,
    part: '社情民意',
    text: '{SQ.SECR}信息得到区委书记批示，{SQ.MAYOR}信息得到区长批示，被全国政协采用{SQ.NATION}。',
  },
  {
    id: 'proposals',
    section: OPINION,
    part: '提案办理',
    text: '提高提案质量和办理质量，全年立案提案{TA.NUM}，办复率{TA.RATE}。',
  },
  {
    id: 'push',
    section: GROUND,
    part: '平台建设',
    text: '召开“有事好商量”工作推进会{XS.PUSH}，改造提升街道协商议事室{VEN.UP}，{VEN.COVER}的协商议事室建设实现全覆盖，其中{VEN.FULL}实现社区全覆盖。',
  },
  {
    id: 'grassroots',
    section: GROUND,
    part: '基层协商',
    text: '全年开展基层协商{XS.BASE}，推动解决消防安全、楼道堆物、电动车充电、加装电梯等群众急难问题{XS.BASE.CASE}。',
  },
  {
    id: 'parties',
    section: TOGETHER,
    part: '团结联谊',
    text: '加强与各民主党派、工商联和无党派人士的协同履职，组织视察调研活动{UF.ACT}，走访联络党外委员{UF.VISIT}。',
  },
  {
    id: 'growth',
    section: TOGETHER,
    part: '助力发展',
    text: '委员助力{CON.FIRM}企业落户，招商引资总额{CON.INVEST}，帮助新增就业{CON.JOB}。',
  },
  {
    id: 'giving',
    section: TOGETHER,
    part: '助力发展',
    text: '委员捐款捐物{CON.DONATE}，帮扶困难群众{CON.HOUSE}{CON.PEOPLE}，为民做好事{CON.GOOD}。',
  },
  {
    id: 'history',
    section: TOGETHER,
    part: '文史工作',
    text: '启动系列丛书编纂{WS.SERIES}，完成编写乡村记忆{WS.BOOK}。',
  },
  {
    id: 'meetings',
    section: OWN,
    part: '制度建设',
    text: '全年召开常委会会议{MT.CWH}，审议通过重要文件{REG.DOC}，修订完善规章制度{REG.AREA}共{REG.NUM}。',
  },
  {
    id: 'training',
    section: OWN,
    part: '委员队伍',
    text: '举办提案和社情民意信息撰写专题讲座{TR.LEC}、政情通报会{TR.BRIEF}，评选表彰优秀政协委员{AW.MEM}。',
  },
  {
    id: 'streets',
    section: OWN,
    part: '街道工作',
    text: '发挥{ORG.UNIT}街道政协工委作用，{ST.REPORT}街道完成年度述职，以述职促履职。',
  },
];
