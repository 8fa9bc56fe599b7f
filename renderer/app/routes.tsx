import { createHashHistory, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoutes } from './desk-routes.ts';
import { type ListState, readListState } from './list-state.ts';
import { RouteFailed, RouteLoading } from './RouteStates.tsx';
import { resultsRoutes } from './results-routes.ts';
import { rootOfPages as rootRoute, text, under } from './root-route.ts';

const routes = [
  createRoute({
    getParentRoute: under,
    path: '/',
    component: lazyRouteComponent(() => import('../features/home/HomePage.tsx'), 'HomePage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/tasks',
    /** who: person or unit in charge; kinds: of which ledgers; level: only what is late. */
    validateSearch: (search): { who?: string; kinds?: string[]; level?: 'overdue' } => ({
      who: text(search.who),
      kinds: Array.isArray(search.kinds) ? search.kinds.map(String) : undefined,
      level: search.level === 'overdue' ? 'overdue' : undefined,
    }),
    component: lazyRouteComponent(() => import('../features/tasks/TasksPage.tsx'), 'TasksPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/calendar',
    /** month: '2024-03'; day: the chosen one; hidden: sources left out. */
    validateSearch: (search): { month?: string; day?: string; view?: 'list'; hidden?: string[] } => ({
      month: text(search.month),
      day: text(search.day),
      view: search.view === 'list' ? 'list' : undefined,
      hidden: Array.isArray(search.hidden) ? search.hidden.map(String) : undefined,
    }),
    component: lazyRouteComponent(() => import('../features/calendar/CalendarPage.tsx'), 'CalendarPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/settings',
    validateSearch: (search): { tab?: string } => ({ tab: text(search.tab) }),
    component: lazyRouteComponent(() => import('../features/settings/SettingsPage.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/history',
    component: lazyRouteComponent(() => import('../features/history/HistoryPage.tsx'), 'HistoryPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/records/$kind',
    validateSearch: (search): ListState => readListState(search),
    component: lazyRouteComponent(() => import('../records/list/ListPage.tsx'), 'ListPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/records/$kind/new',
    /** Values a new record starts with, by field: `?with={"book":"…"}`. */
    validateSearch: (search): { with?: Record<string, unknown> } => ({
      with:
        typeof search.with === 'object' && search.with !== null ? (search.with as Record<string, unknown>) : undefined,
    }),
    component: lazyRouteComponent(() => import('../records/form/FormPage.tsx'), 'NewPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/records/$kind/$id',
    validateSearch: (search): { tab?: string; place?: string } => ({
      tab: text(search.tab),
      place: text(search.place),
    }),
    component: lazyRouteComponent(() => import('../records/detail/DetailPage.tsx'), 'DetailPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/records/$kind/$id/edit',
    validateSearch: (search): { field?: string } => ({ field: text(search.field) }),
    component: lazyRouteComponent(() => import('../records/form/FormPage.tsx'), 'EditPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/search',
    validateSearch: (search): { q?: string; kinds?: string[]; year?: number; sector?: string; order?: string } => ({
      q: text(search.q),
      kinds: Array.isArray(search.kinds) ? search.kinds.map(String) : undefined,
      year: Number(search.year) || undefined,
      sector: text(search.sector),
      order: text(search.order),
    }),
    component: lazyRouteComponent(() => import('../features/search/SearchPage.tsx'), 'SearchPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/read/$kind/$id',
    /** place: where to open, as search answers it (`body/12`); q: the words to mark. */
    validateSearch: (search): { place?: string; q?: string } => ({ place: text(search.place), q: text(search.q) }),
    component: lazyRouteComponent(() => import('../features/reader/ReaderPage.tsx'), 'ReaderPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/import',
    validateSearch: (search): { as?: string } => ({ as: text(search.as) }),
    component: lazyRouteComponent(() => import('../features/import/ImportPage.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/duplicates',
    /** a, b: the two records laid side by side, also when they were not found alike. */
    validateSearch: (search): { kind?: string; a?: string; b?: string } => ({
      kind: text(search.kind),
      a: text(search.a),
      b: text(search.b),
    }),
    component: lazyRouteComponent(() => import('../features/duplicates/DuplicatesPage.tsx'), 'DuplicatesPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/documents',
    component: lazyRouteComponent(() => import('../features/paper/DocumentsPage.tsx'), 'DocumentsPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/documents/register',
    validateSearch: (search): { tab?: string | undefined; year?: number; series?: string | undefined } => ({
      tab: text(search.tab),
      year: Number(search.year) || undefined,
      series: text(search.series),
    }),
    component: lazyRouteComponent(() => import('../features/register/RegisterPage.tsx'), 'RegisterPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/documents/trace',
    component: lazyRouteComponent(() => import('../features/paper/TracePage.tsx'), 'TracePage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/documents/templates',
    /** document: the one whose template is open. */
    validateSearch: (search): { document?: string } => ({ document: text(search.document) }),
    component: lazyRouteComponent(() => import('../features/templates/TemplatesPage.tsx'), 'TemplatesPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/documents/many',
    validateSearch: (search): { kind?: string; ids?: string[]; document?: string } => ({
      kind: text(search.kind),
      ids: Array.isArray(search.ids) ? search.ids.map(String) : [],
      document: text(search.document),
    }),
    component: lazyRouteComponent(() => import('../features/paper/many/ManyPage.tsx'), 'ManyPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/documents/$document',
    /** The parameters of the document, by name. */
    validateSearch: (search: Record<string, unknown>): Record<string, unknown> => search,
    component: lazyRouteComponent(() => import('../features/paper/PaperPage.tsx'), 'PaperPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/minutes/$id',
    component: lazyRouteComponent(() => import('../features/minutes/MinutesPage.tsx'), 'MinutesPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/results/reports',
    component: lazyRouteComponent(() => import('../features/reports/ReportsPage.tsx'), 'ReportsPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/results/reports/$id',
    component: lazyRouteComponent(() => import('../features/reports/ReportPage.tsx'), 'ReportPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/results/reconcile',
    component: lazyRouteComponent(() => import('../features/reports/ReconcilePage.tsx'), 'ReconcilePage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/books/$id',
    component: lazyRouteComponent(() => import('../features/book/BookPage.tsx'), 'BookPage'),
  }),
  ...deskRoutes,
  ...resultsRoutes,
] as const;

export const router = createRouter({
  routeTree: rootRoute.addChildren(routes),
  history: createHashHistory(),
  defaultPendingComponent: RouteLoading,
  defaultPendingMs: 250,
  defaultErrorComponent: RouteFailed,
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
