import type { LinkProps } from '@tanstack/react-router';
import { kinds } from '../../shared/records/index.ts';
import type { NavigationGroup, RecordKind } from '../../shared/records/kind.ts';

/** A page in the left-hand navigation: one line in a group below. */
export interface NavigationPage {
  readonly label: string;
  /** Where it leads; a page with parameters gives them too. */
  readonly link: Pick<LinkProps, 'to' | 'params' | 'search'>;
}

export interface NavigationSection {
  /** Head of the group; the first one has none, stands first and is never folded. */
  readonly label?: string;
  /** Pages for the work, shown before the kinds. */
  readonly pages: readonly NavigationPage[];
  /** The kinds of this group of shared/records follow by themselves. */
  readonly kinds?: NavigationGroup;
  /** Folded until the clerk opens it: what is not needed daily. */
  readonly folded?: boolean;
}

/**
 * The navigation as data: daily work, then seven groups, each with its work pages before its ledgers. A new page is one
 * line here (and its route in routes.tsx); a new kind appears by itself.
 */
export const SECTIONS: readonly NavigationSection[] = [
  {
    pages: [
      { label: '首页', link: { to: '/' } },
      { label: '待办', link: { to: '/tasks' } },
      { label: '日程', link: { to: '/calendar' } },
    ],
  },
  {
    label: '履职',
    kinds: '履职',
    pages: [
      { label: '履职一览', link: { to: '/desk/members' } },
      { label: '走访联络', link: { to: '/desk/visits' } },
      { label: '民主监督', link: { to: '/desk/supervision' } },
    ],
  },
  {
    label: '提案民意',
    kinds: '提案民意',
    pages: [
      { label: '提案办理', link: { to: '/desk/proposals' } },
      { label: '民意编报', link: { to: '/desk/opinions' } },
    ],
  },
  {
    label: '协商',
    kinds: '协商',
    pages: [
      { label: '四单协商', link: { to: '/desk/topics' } },
      { label: '意见建议与收条', link: { to: '/desk/suggestions' } },
      { label: '街道达标', link: { to: '/desk/streets' } },
      { label: '阵地图', link: { to: '/desk/venues' } },
    ],
  },
  { label: '文史', kinds: '文史', pages: [], folded: true },
  {
    label: '机关',
    kinds: '机关',
    pages: [
      { label: '计划完成', link: { to: '/desk/plans' } },
      { label: '制度一览', link: { to: '/desk/regulations' } },
    ],
    folded: true,
  },
  { label: '组织', kinds: '组织', pages: [], folded: true },
  { label: '基础', kinds: '基础', pages: [], folded: true },
  {
    label: '成果',
    pages: [
      { label: '数字', link: { to: '/results/figures' } },
      { label: '看板', link: { to: '/results/dashboards' } },
      { label: '履职计分', link: { to: '/results/scores' } },
      { label: '工作报告', link: { to: '/results/reports' } },
      { label: '口径对账', link: { to: '/results/reconcile' } },
      { label: '文书', link: { to: '/documents' } },
      { label: '发文登记', link: { to: '/documents/register' } },
    ],
  },
  {
    label: '资料库',
    pages: [
      { label: '导入', link: { to: '/import' } },
      { label: '重复项', link: { to: '/duplicates' } },
      { label: '变动历史', link: { to: '/history' } },
      { label: '设置', link: { to: '/settings' } },
    ],
  },
];

/** Kinds that stand by themselves; a part of another (a chapter) is reached through it. */
export const kindsOf = (section: NavigationSection): readonly RecordKind[] =>
  section.kinds === undefined ? [] : kinds.filter((kind) => kind.group === section.kinds && !kind.parent);
