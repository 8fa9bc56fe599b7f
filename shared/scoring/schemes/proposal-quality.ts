import type { Scheme } from '../scheme.ts';
import { criteria, EVALUATION_GRADES } from './two-way.ts';

/** 提案质量: the units that handled a proposal judge it. */
export const proposalQuality: Scheme = {
  id: 'proposalQuality',
  version: 1,
  label: '提案质量评价（承办单位评）',
  audience: 'proposalQuality',
  source: '提案双向评价默认表，指标参考黄山（W-15b）、吴江（W-15c）、延边（W-15）',
  status: 'inForce',
  fromYear: 2000,
  base: 0,
  sections: [{ id: 'quality', label: '提案质量', kind: 'basic', cap: 100 }],
  items: criteria('quality', '提案质量', [
    ['1', '选题精准', 25],
    ['2', '调研充分', 25],
    ['3', '建议可行', 30],
    ['4', '格式规范', 10],
    ['5', '影响', 10],
  ]),
  total: { min: 0, max: 100 },
  grades: EVALUATION_GRADES,
  vetoes: [],
  warnings: [],
  prorate: false,
};
