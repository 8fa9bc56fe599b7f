import type { Scheme } from '../scheme.ts';
import { is, MANUAL, missed, PLENARY, UNEXCUSED } from './triggers.ts';
import { zhongyuanBasic } from './zhongyuan-basic.ts';
import { zhongyuanBonus } from './zhongyuan-bonus.ts';
import { zhongyuanDeductions } from './zhongyuan-deductions.ts';

/**
 * The scheme an office starts with (domain D.2): basic points up to 100, bonus up to 40, less deductions. Put together
 * from a dozen published schemes; the office changes whatever it does otherwise.
 */
export const zhongyuan: Scheme = {
  id: 'zhongyuan',
  version: 1,
  label: '委员履职量化考核（默认方案）',
  audience: 'member',
  source: '由各地公开的考核办法折中而成，分值请经常委会审定后使用',
  status: 'inForce',
  fromYear: 2000,
  base: 0,
  sections: [
    { id: 'basic', label: '基础分', kind: 'basic', cap: 100 },
    { id: 'A', label: '会议', kind: 'basic', parent: 'basic', cap: 35, attendanceOnly: true },
    { id: 'B', label: '提案', kind: 'basic', parent: 'basic', cap: 20 },
    { id: 'C', label: '社情民意', kind: 'basic', parent: 'basic', cap: 15 },
    { id: 'D', label: '活动与协商', kind: 'basic', parent: 'basic', cap: 20 },
    { id: 'E', label: '学习', kind: 'basic', parent: 'basic', cap: 10 },
    { id: 'bonus', label: '加分', kind: 'bonus', cap: 40 },
    { id: 'F1', label: '发言', kind: 'bonus', parent: 'bonus', cap: 12 },
    { id: 'F5', label: '调研报告', kind: 'bonus', parent: 'bonus', cap: 10 },
    { id: 'F6', label: '文史', kind: 'bonus', parent: 'bonus', cap: 8 },
    { id: 'F7', label: '履职为民', kind: 'bonus', parent: 'bonus', cap: 12 },
    { id: 'F8', label: '主讲、资源与宣传', kind: 'bonus', parent: 'bonus', cap: 5 },
    { id: 'X', label: '扣分', kind: 'deduction' },
  ],
  items: [...zhongyuanBasic, ...zhongyuanBonus, ...zhongyuanDeductions],
  total: { min: 0, max: 140 },
  grades: [
    { label: '优秀', atLeast: 90 },
    { label: '良好', atLeast: 80 },
    { label: '称职', atLeast: 60 },
    { label: '不称职', atLeast: 0 },
  ],
  vetoes: [
    { id: 'V1', label: '违纪违法', trigger: MANUAL, times: 1 },
    {
      id: 'V2',
      label: '被撤销委员资格',
      trigger: {
        type: 'record',
        kind: 'member',
        day: 'exitOn',
        where: [is('status', '已撤销')],
        who: [{ field: '' }],
      },
      times: 1,
    },
    { id: 'V3', label: '全体会议两次无故缺席', trigger: missed(UNEXCUSED, PLENARY), times: 2 },
  ],
  warnings: [
    { label: '约谈', below: 60, years: 2 },
    { label: '建议劝辞', below: 40, years: 2 },
  ],
  prorate: true,
  excellence: { atLeast: 90, sectionShare: 0.4, quota: 0.377 },
};
