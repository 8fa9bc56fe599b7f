import type { Item, Tier } from '../scheme.ts';
import {
  EXCUSED,
  each,
  HELD,
  is,
  isNot,
  MANUAL,
  missed,
  PLENARY,
  STANDING_COMMITTEE,
  STANDING_MEMBER,
  UNEXCUSED,
} from './triggers.ts';

/** One absence costs once, by the heaviest rule. */
const ABSENCE = 'absence';
const ABSENT = [...UNEXCUSED, ...EXCUSED];

const tiers = (unexcused: number, excused: number): readonly Tier[] => [
  { label: '无故缺席', where: [is('attendance.state', ...UNEXCUSED)], points: unexcused },
  { label: '请假', where: [is('attendance.state', ...EXCUSED)], points: excused },
];

/** X1–X7. 请假待批 costs nothing until it is decided. */
export const zhongyuanDeductions: readonly Item[] = [
  {
    code: 'X1a',
    label: '全体会议无故缺席',
    section: 'X',
    unit: '次',
    trigger: missed(UNEXCUSED, PLENARY),
    points: -10,
    exclusive: ABSENCE,
    note: '请假未获批准的按无故缺席',
  },
  {
    code: 'X1b',
    label: '全体会议请假',
    section: 'X',
    unit: '个半天',
    trigger: missed(EXCUSED, PLENARY),
    points: -2,
    quantity: { field: 'halfDays', per: 1, otherwise: 1 },
    exclusive: ABSENCE,
    note: '按会议的半天数；没有登记的按1个半天',
  },
  {
    code: 'X2',
    label: '常委会会议缺席、请假（常委）',
    section: 'X',
    unit: '次',
    only: [STANDING_MEMBER],
    trigger: missed(ABSENT, STANDING_COMMITTEE),
    points: -5,
    tiers: tiers(-5, -2),
    exclusive: ABSENCE,
  },
  {
    code: 'X3',
    label: '必须参加的其他会议活动缺席、请假',
    section: 'X',
    unit: '次',
    trigger: missed(
      ABSENT,
      is('mandatory', '必须参加'),
      isNot('subtype', '全体会议', '常委会会议', '常委会协商', '专题议政性常委会'),
    ),
    points: -2,
    tiers: tiers(-2, -1),
    exclusive: ABSENCE,
  },
  {
    code: 'X4',
    label: '报名参加但未到且未取消',
    section: 'X',
    unit: '次',
    trigger: each('event', 'start', [HELD, is('mandatory', '报名参加')], {
      field: 'attendance.member',
      where: [is('state', '缺席')],
    }),
    points: -1,
    exclusive: ABSENCE,
  },
  {
    code: 'X5',
    label: '年度既无提案也无社情民意',
    section: 'X',
    unit: '年',
    trigger: { type: 'none', of: ['B0', 'B1', 'B2', 'B3', 'B4', 'C1', 'C2'] },
    points: -10,
    note: '提交了没有立案的也算有；年度结束后才扣',
  },
  {
    code: 'X6',
    label: '信息、提案失实或抄袭，经查实',
    section: 'X',
    unit: '篇',
    trigger: MANUAL,
    points: -5,
    note: '另外取消该篇全部得分：在原来的项目上再记一笔负分',
  },
  {
    code: 'X7',
    label: '公益、捐赠弄虚作假',
    section: 'X',
    unit: '次',
    trigger: MANUAL,
    points: -10,
    bars: true,
    note: '同时取消评优',
  },
];
