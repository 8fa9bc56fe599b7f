import type { Condition } from '../../records/conditions/condition.ts';
import type { Item, Scheme, Source } from '../scheme.ts';
import { blank, FILED, filled, hasRow, is, rule } from './triggers.ts';

/** Who has to answer; 会办 only gives its view to the unit in charge. A unit that handed a case back is out of it. */
const ANSWERING = [
  { field: 'assignments.unit', where: [is('role', '主办', '独办', '分办'), blank('returnedOn')] },
] as const;

const handled = (...where: readonly Condition[]): Source => ({
  kind: 'proposal',
  day: 'year',
  where: [FILED, ...where],
  who: ANSWERING,
});

/** Suggestions taken out of proposals one by one, to the unit that answers for them. */
const ADVICE: Source = {
  kind: 'suggestion',
  day: 'proposal.submittedOn',
  where: [filled('adoption')],
  who: [{ field: 'mainUnit' }],
};
const ADVICE_NOTE = '提案里逐条登记的意见建议，采纳和部分采纳的占比，60%得满分；没有逐条登记的按满分计';

const ANSWERED = rule('proposal.answered');

const rate = (
  code: string,
  label: string,
  section: string,
  points: number,
  source: Source,
  met: readonly Condition[],
  full: number,
  note: string,
  empty?: 'full',
): Item => ({
  code,
  label,
  section,
  unit: '%',
  trigger: { ...source, type: 'share', met, full, below: 'share', ...(empty ? { empty } : {}) },
  points,
  note,
});

/**
 * 承办单位目标考核: rates of the proposals a unit has to answer. The weights are the office's: change them as needed. Where
 * several units share a case, what is said of the case is said of each.
 */
export const handlingUnit: Scheme = {
  id: 'handlingUnit',
  version: 1,
  label: '承办单位提案办理考核',
  audience: 'unit',
  source: '承办单位目标考核可用指标（办复率、满意率、采纳率 W-16；其余为常用指标），权重为默认值',
  status: 'inForce',
  fromYear: 2000,
  base: 0,
  sections: [
    { id: 'hard', label: '办理时限', kind: 'basic', cap: 35 },
    { id: 'soft', label: '办理质量', kind: 'basic', cap: 50 },
    { id: 'follow', label: '跟踪落实', kind: 'basic', cap: 15 },
  ],
  items: [
    rate('B1', '办复率', 'hard', 20, handled(), [ANSWERED], 100, '立案的主案里，该答复的都答复了的占比'),
    rate(
      'B2',
      '按期办复率',
      'hard',
      15,
      handled(ANSWERED),
      [rule('proposal.answeredInTime')],
      100,
      '已答复的里，都在期限内答复的占比；代替平均办结天数',
    ),
    rate(
      'Z1',
      '满意率',
      'soft',
      20,
      handled(rule('proposal.heard')),
      [rule('proposal.satisfied')],
      100,
      '征询过的里，最近一次满意或基本满意的占比',
    ),
    rate(
      'Z2',
      '面商率',
      'soft',
      15,
      handled(ANSWERED),
      [rule('proposal.faceToFace')],
      90,
      '与提案人当面沟通过的占比，90%得满分',
    ),
    rate(
      'Z3',
      'A类率',
      'soft',
      15,
      handled(hasRow('replies', filled('class'))),
      [hasRow('replies', is('class', 'A'))],
      60,
      '答复写明类别的里，A类（已经解决或采纳）的占比，60%得满分',
    ),
    rate('G1', '采纳率', 'follow', 5, ADVICE, [is('adoption', '采纳', '部分采纳')], 60, ADVICE_NOTE, 'full'),
    rate(
      'G2',
      '没有再办',
      'follow',
      5,
      handled(ANSWERED),
      [{ ...hasRow('replies', { type: 'between', field: 'round', from: 2, to: 20 }), not: true }],
      100,
      '再办率的反面：一次办成、没有第二次办理的占比',
    ),
    rate(
      'G3',
      'B类落实率',
      'follow',
      5,
      handled(hasRow('replies', is('class', 'B'))),
      [is('state', '办结', '跟踪', '归档')],
      80,
      '答复为B类的里，已经办结、转入跟踪或归档的占比，80%得满分；没有B类的按满分计',
      'full',
    ),
  ],
  total: { min: 0, max: 100 },
  grades: [
    { label: '优秀', atLeast: 90 },
    { label: '良好', atLeast: 75 },
    { label: '合格', atLeast: 60 },
    { label: '不合格', atLeast: 0.01 },
    { label: '没有主办件', atLeast: 0 },
  ],
  vetoes: [],
  warnings: [],
  prorate: false,
};
