import type { Item, Who } from '../scheme.ts';
import { each, is, MANUAL } from './triggers.ts';

/** F6 文史. */
export const history: readonly Item[] = [
  {
    code: 'F6a',
    label: '文史资料被采用',
    section: 'F6',
    unit: '千字',
    trigger: each('submission', 'receivedOn', [is('state', '定稿', '编入', '已出版')], {
      field: 'contributors.member',
    }),
    points: 1,
    quantity: { field: 'words', per: 1000, otherwise: 0, whole: true },
    note: '每满千字1分，按来稿年度；撰稿人登记了是哪位委员的才计得到',
  },
  {
    code: 'F6b',
    label: '口述史料完成',
    section: 'F6',
    unit: '次',
    trigger: each('oralHistory', 'on', [is('state', '已核对', '已归档')], { field: 'contributor.member' }),
    points: 3,
    note: '口述者核对过的才算完成',
  },
  {
    code: 'F6c',
    label: '提供珍贵照片、实物',
    section: 'F6',
    unit: '件',
    trigger: MANUAL,
    points: 0.5,
    note: '图片没有登记收到的日期，是否珍贵也要认定，由人工计入，每件0.5分',
  },
];

const checked = (type: string, ...more: readonly Who[]) =>
  each(
    'contribution',
    'on',
    [is('review', '已核'), is('contributionType', type)],
    { field: 'member' },
    { field: 'organisation.owner' },
    ...more,
  );

/** F7 履职为民. */
export const peoplesGood: readonly Item[] = [
  {
    code: 'F7a',
    label: '引进企业落户',
    section: 'F7',
    unit: '家',
    trigger: checked('企业落户招商', { field: 'introducers' }),
    points: 5,
    note: '经审核的才计；几人引荐同一家的，各计一次；委员企业做的计负责的委员',
  },
  {
    code: 'F7b',
    label: '新增就业',
    section: 'F7',
    unit: '人',
    trigger: checked('新增就业'),
    points: 1,
    quantity: { field: 'jobs', per: 10, otherwise: 0, whole: true },
    note: '每满10人1分',
  },
  {
    code: 'F7c',
    label: '捐款捐物',
    section: 'F7',
    unit: '万元',
    trigger: checked('捐款捐物'),
    points: 1,
    quantity: { field: 'amount', per: 5, otherwise: 0, whole: true },
    note: '每满5万元1分',
  },
  {
    code: 'F7d',
    label: '结对帮扶',
    section: 'F7',
    unit: '户',
    trigger: checked('结对帮扶'),
    points: 1,
    quantity: { field: 'households', per: 1, otherwise: 1 },
  },
  {
    code: 'F7e',
    label: '好事实事',
    section: 'F7',
    unit: '件',
    trigger: checked('好事实事'),
    points: 1,
    quantity: { field: 'items', per: 1, otherwise: 1 },
  },
];
