import type { Condition } from '../../records/conditions/condition.ts';
import { ADOPTED_REGULATION } from './self-building.ts';

/**
 * What must hold between figures of one period (交叉校验 of table C.2). Data: figures are named by their ids, those an
 * office no longer has are passed over.
 *
 * subset: every record of `part` is one of `whole` (漏斗), but for those where `unless` is filled in ·
 * atMost: the number of `part` is not greater than that of `whole` · disjoint: no record is in both ·
 * pairs: a record in one is in the other, and no smaller there · once: the same value at `same` adds its amount only once ·
 * names: things counted once are not the same thing entered twice · first: what is ticked as 首次 has none before it ·
 * dated: nothing that would be counted lies outside every year for want of a day · funnel: nothing in the opinions breaks the funnel
 */
export type FigureCheck = {
  readonly id: string;
  readonly label: string;
  /** What to do about the records at fault. */
  readonly mend: string;
} & (
  | { readonly type: 'subset'; readonly part: string; readonly whole: string; readonly unless?: string }
  | { readonly type: 'atMost'; readonly part: string; readonly whole: string }
  | { readonly type: 'disjoint'; readonly one: string; readonly other: string }
  | { readonly type: 'pairs'; readonly smaller: string; readonly larger: string }
  | { readonly type: 'once'; readonly figure: string; readonly same: string; readonly by: string }
  | { readonly type: 'names'; readonly figure: string; readonly kind: string; readonly within: string }
  | { readonly type: 'first'; readonly figure: string; readonly field: string }
  | {
      readonly type: 'dated';
      readonly figure: string;
      readonly kind: string;
      readonly where: readonly Condition[];
      readonly day: string;
    }
  | { readonly type: 'funnel'; readonly figure: string }
);

export const FIGURE_CHECKS: readonly FigureCheck[] = [
  {
    id: 'upWithinIn',
    label: '上报 ⊆ 收集',
    type: 'subset',
    part: 'SQ.UP',
    whole: 'SQ.IN',
    mend: '核对这几条的收稿日期；口径改过的，恢复默认口径',
  },
  {
    id: 'cityWithinUp',
    label: '市采用 ⊆ 上报',
    type: 'subset',
    part: 'SQ.CITY',
    whole: 'SQ.UP',
    mend: '在“采用与报送”里补一行报送，日期填真实报送的那一天',
  },
  {
    id: 'provinceWithinCity',
    label: '转省以上 ⊆ 市采用',
    type: 'subset',
    part: 'SQ.PROV',
    whole: 'SQ.CITY',
    unless: 'exceptionNote',
    mend: '在“采用与报送”里补一行市采用；确是直报的，填“直报说明”',
  },
  {
    id: 'provinceWithinUp',
    label: '转省以上 ⊆ 上报',
    type: 'subset',
    part: 'SQ.PROV',
    whole: 'SQ.UP',
    mend: '在“采用与报送”里补一行报送，日期填真实报送的那一天',
  },
  {
    id: 'funnel',
    label: '信息漏斗',
    type: 'funnel',
    figure: 'SQ.IN',
    mend: '打开这几条，按提示核对日期、报送记录和敏感标注',
  },
  {
    id: 'firstMeeting',
    label: '“首次”以前没有过',
    type: 'first',
    figure: 'POL.DJMEET',
    field: 'firstOfKind',
    mend: '以前办过的，去掉“首次”，报告里也不写首次；以前那一次登记错了的，改正那一次',
  },
  {
    id: 'consultationsAtMostMeetings',
    label: '常委会协商 ≤ 常委会会议',
    type: 'atMost',
    part: 'XS.CWH',
    whole: 'MT.CWH',
    mend: '在常委会会议上协商的，大类选会议、类型选常委会会议，再在“协商形式”里选常委会协商，不要另记一次',
  },
  {
    id: 'projectsOnce',
    label: '监督项目去重',
    type: 'names',
    figure: 'JD.PROJ',
    kind: 'project',
    within: 'subdistrictOffice',
    mend: '是同一个项目的，在“项目”里合并成一个；不是的，把名称写得分得开',
  },
  {
    id: 'reportsApart',
    label: '两类报告不重叠',
    type: 'disjoint',
    one: 'TJ.REPORT',
    other: 'RPT.JJ',
    mend: '打开报告，在“专项”里只留一个',
  },
  {
    id: 'activitiesApart',
    label: '委派监督与党派协同不重叠',
    type: 'disjoint',
    one: 'JD.ACT',
    other: 'UF.ACT',
    mend: '打开活动，归到委派监督或党派协同其中之一',
  },
  {
    id: 'investmentOnce',
    label: '招商引资同一项目只计一次',
    type: 'once',
    figure: 'CON.INVEST',
    same: 'company',
    by: 'project',
    mend: '是同一个项目的，几条都选上这个项目，金额只计最大的一条；是几个项目的，分别选项目',
  },
  {
    id: 'helpInPairs',
    label: '帮扶户数与人数成对',
    type: 'pairs',
    smaller: 'CON.HOUSE',
    larger: 'CON.PEOPLE',
    mend: '打开这几条，把户数和人数都填上；一户至少一人',
  },
  {
    id: 'opinionsDated',
    label: '来稿都有收稿日期',
    type: 'dated',
    figure: 'SQ.IN',
    kind: 'opinion',
    where: [],
    day: 'receivedOn',
    mend: '打开来稿，补填收稿日期',
  },
  {
    id: 'regulationsDated',
    label: '已通过的制度都有年度',
    type: 'dated',
    figure: 'REG.NUM',
    kind: 'regulation',
    where: [ADOPTED_REGULATION],
    day: 'year',
    mend: '打开制度，补填通过日期',
  },
];
