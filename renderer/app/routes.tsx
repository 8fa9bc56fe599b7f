import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { Frame } from './Frame.tsx';
import { type ListState, readListState } from './list-state.ts';
import { RouteFailed, RouteLoading, RouteMissing } from './RouteStates.tsx';

const rootRoute = createRootRoute({ component: Frame, notFoundComponent: RouteMissing });
const under = () => rootRoute;
const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined);

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
    path: '/desk/members',
    /** quarter: 1 to 4, of the year. */
    validateSearch: (search): { year?: number; quarter?: number | undefined; gap?: string } => ({
      year: Number(search.year) || undefined,
      quarter: Number(search.quarter) || undefined,
      gap: text(search.gap),
    }),
    component: lazyRouteComponent(() => import('../features/members/MembersPage.tsx'), 'MembersPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/members/$id',
    validateSearch: (search): { year?: number; quarter?: number } => ({
      year: Number(search.year) || undefined,
      quarter: Number(search.quarter) || undefined,
    }),
    component: lazyRouteComponent(() => import('../features/members/ProfilePage.tsx'), 'ProfilePage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/members/$id/portrait',
    validateSearch: (search): { year?: number } => ({ year: Number(search.year) || undefined }),
    component: lazyRouteComponent(() => import('../features/portraits/MemberPortrait.tsx'), 'MemberPortrait'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/streets/$id/portrait',
    validateSearch: (search): { year?: number } => ({ year: Number(search.year) || undefined }),
    component: lazyRouteComponent(() => import('../features/portraits/BodyPortrait.tsx'), 'StreetPortrait'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/committees/$id/portrait',
    validateSearch: (search): { year?: number } => ({ year: Number(search.year) || undefined }),
    component: lazyRouteComponent(() => import('../features/portraits/BodyPortrait.tsx'), 'CommitteePortrait'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/results/dashboards',
    validateSearch: (search): { year?: number } => ({ year: Number(search.year) || undefined }),
    component: lazyRouteComponent(() => import('../features/dashboards/DashboardsPage.tsx'), 'DashboardsPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/supervision',
    validateSearch: (search): { year?: number; form?: string } => ({
      year: Number(search.year) || undefined,
      form: text(search.form),
    }),
    component: lazyRouteComponent(() => import('../features/rounds/SupervisionPage.tsx'), 'SupervisionPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/visits',
    validateSearch: (search): { year?: number } => ({ year: Number(search.year) || undefined }),
    component: lazyRouteComponent(() => import('../features/rounds/VisitsPage.tsx'), 'VisitsPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/topics',
    /** quarter: 1..4; street: id of its 街道政协工委. */
    validateSearch: (search): { year?: number; quarter?: number; street?: string } => ({
      year: Number(search.year) || undefined,
      quarter: [1, 2, 3, 4].find((quarter) => quarter === Number(search.quarter)),
      street: text(search.street),
    }),
    component: lazyRouteComponent(() => import('../features/topics/TopicsPage.tsx'), 'TopicsPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/streets',
    validateSearch: (search): { year?: number; tab?: string; rule?: string } => ({
      year: Number(search.year) || undefined,
      tab: text(search.tab),
      rule: text(search.rule),
    }),
    component: lazyRouteComponent(() => import('../features/streets/StreetsPage.tsx'), 'StreetsPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/venues',
    validateSearch: (search): { year?: number; tab?: string } => ({
      year: Number(search.year) || undefined,
      tab: text(search.tab),
    }),
    component: lazyRouteComponent(() => import('../features/venues/VenuesPage.tsx'), 'VenuesPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/regulations',
    validateSearch: (search): { year?: number } => ({ year: Number(search.year) || undefined }),
    component: lazyRouteComponent(() => import('../features/regulations/RegulationsPage.tsx'), 'RegulationsPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/regulations/$id',
    /** before, after: the two versions laid side by side. */
    validateSearch: (search): { before?: string; after?: string } => ({
      before: text(search.before),
      after: text(search.after),
    }),
    component: lazyRouteComponent(() => import('../features/regulations/VersionsPage.tsx'), 'VersionsPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/plans',
    validateSearch: (search): { year?: number; type?: string; street?: string } => ({
      year: Number(search.year) || undefined,
      type: text(search.type),
      street: text(search.street),
    }),
    component: lazyRouteComponent(() => import('../features/plans/PlansPage.tsx'), 'PlansPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/meetings/$id',
    component: lazyRouteComponent(() => import('../features/meetings/RollCallPage.tsx'), 'RollCallPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/proposals',
    validateSearch: (search): { session?: string; year?: number; unit?: string; tab?: string } => ({
      session: text(search.session),
      year: Number(search.year) || undefined,
      unit: text(search.unit),
      tab: text(search.tab),
    }),
    component: lazyRouteComponent(() => import('../features/proposals/ProposalsPage.tsx'), 'ProposalsPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/proposals/$id',
    component: lazyRouteComponent(() => import('../features/proposals/TimelinePage.tsx'), 'TimelinePage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/opinions',
    validateSearch: (search): { year?: number; tab?: string } => ({
      year: Number(search.year) || undefined,
      tab: text(search.tab),
    }),
    component: lazyRouteComponent(() => import('../features/opinions/OpinionsPage.tsx'), 'OpinionsPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/desk/suggestions',
    /** source: 'event/<id>' */
    validateSearch: (search): { year?: number; tab?: string; source?: string; unit?: string } => ({
      year: Number(search.year) || undefined,
      tab: text(search.tab),
      source: text(search.source),
      unit: text(search.unit),
    }),
    component: lazyRouteComponent(() => import('../features/suggestions/SuggestionsPage.tsx'), 'SuggestionsPage'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/books/$id',
    component: lazyRouteComponent(() => import('../features/book/BookPage.tsx'), 'BookPage'),
  }),
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
