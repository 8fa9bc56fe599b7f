import type { Scheme } from '../scheme.ts';
import { criteria, EVALUATION_GRADES } from './two-way.ts';

/** 办理质量: the proposers judge how their proposal was handled. */
export const handlingQuality: Scheme = {
  id: 'handlingQuality',
  version: 1,
  label: '办理质量评价（提案人评）',
  audience: 'handlingQuality',
  source: '提案双向评价默认表，指标参考黄山（W-15b）、吴江（W-15c）、延边（W-15）',
  status: 'inForce',
  fromYear: 2000,
  base: 0,
  sections: [{ id: 'handling', label: '办理质量', kind: 'basic', cap: 100 }],
  items: criteria('handling', '办理质量', [
    ['1', '领导重视', 20],
    ['2', '沟通面商', 20],
    ['3', '答复针对性', 25],
    ['4', '落实实效', 25],
    ['5', '时限规范', 10],
  ]),
  total: { min: 0, max: 100 },
  grades: EVALUATION_GRADES,
  vetoes: [],
  warnings: [],
  prorate: false,
};
