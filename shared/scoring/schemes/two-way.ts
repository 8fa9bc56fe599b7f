import type { Item, Scheme } from '../scheme.ts';
import { is } from './triggers.ts';

/** A proposal nobody has judged is not a bad one. */
export const EVALUATION_GRADES: Scheme['grades'] = [
  { label: '优秀', atLeast: 90 },
  { label: '良好', atLeast: 75 },
  { label: '一般', atLeast: 60 },
  { label: '较差', atLeast: 0.01 },
  { label: '未评价', atLeast: 0 },
];

/**
 * The criteria a form of 双向评价 asks for, with their points. A row of evaluations keeps only what they add up to, so
 * each criterion takes its part of the average of those sums: together they are the average.
 * @param direction 评价方向 of the rows that count
 */
export function criteria(
  section: string,
  direction: '提案质量' | '办理质量',
  list: readonly (readonly [code: string, label: string, points: number])[],
): readonly Item[] {
  return list.map(([code, label, points]) => ({
    code,
    label,
    section,
    unit: '分',
    trigger: {
      type: 'average',
      kind: 'proposal',
      day: 'submittedOn',
      where: [],
      who: [{ field: '', where: [is('direction', direction)] }],
      value: 'evaluations.score',
      full: 100,
    },
    points,
    note: '评价只登记各项相加的得分，这里按分值占比分摊；各项合计等于平均得分',
  }));
}
