import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { text, under } from './root-route.ts';

/** What comes of the records: figures, scores, dashboards: /results/… */
export const resultsRoutes = [
  createRoute({
    getParentRoute: under,
    path: '/results/dashboards',
    validateSearch: (search): { year?: number } => ({ year: Number(search.year) || undefined }),
    component: lazyRouteComponent(() => import('../features/dashboards/DashboardsPage.tsx'), 'DashboardsPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/results/figures',
    /** year, or from and to as days; figure: the one whose records are open. */
    validateSearch: (search): { year?: number; from?: string; to?: string; figure?: string } => ({
      year: Number(search.year) || undefined,
      from: text(search.from),
      to: text(search.to),
      figure: text(search.figure),
    }),
    component: lazyRouteComponent(() => import('../features/figures/FiguresPage.tsx'), 'FiguresPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/results/scores',
    /** scheme: its id; by, group: ranks within 界别 or streets, one of them; grade: only those. */
    validateSearch: (
      search,
    ): {
      scheme?: string | undefined;
      year?: number;
      version?: number | undefined;
      by?: 'all' | 'sector' | 'street' | undefined;
      group?: string | undefined;
      grade?: string | undefined;
      tab?: string | undefined;
    } => ({
      scheme: text(search.scheme),
      year: Number(search.year) || undefined,
      version: Number(search.version) || undefined,
      by: search.by === 'sector' || search.by === 'street' ? search.by : undefined,
      group: text(search.group),
      grade: text(search.grade),
      tab: text(search.tab),
    }),
    component: lazyRouteComponent(() => import('../features/scores/ScoresPage.tsx'), 'ScoresPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/results/scores/$subject',
    /** section: which to bring into view. */
    validateSearch: (search): { scheme?: string; year?: number; version?: number; section?: string } => ({
      scheme: text(search.scheme),
      year: Number(search.year) || undefined,
      version: Number(search.version) || undefined,
      section: text(search.section),
    }),
    component: lazyRouteComponent(() => import('../features/scores/StatementPage.tsx'), 'StatementPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/results/schemes/$scheme',
    validateSearch: (search): { year?: number; version?: number | undefined } => ({
      year: Number(search.year) || undefined,
      version: Number(search.version) || undefined,
    }),
    component: lazyRouteComponent(() => import('../features/scores/SchemePage.tsx'), 'SchemePage'),
  }),
] as const;
