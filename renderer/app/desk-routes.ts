import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { text, under } from './root-route.ts';

/** Pages for the work: /desk/… */
export const deskRoutes = [
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
] as const;
