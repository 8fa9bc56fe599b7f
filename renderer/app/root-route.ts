import { createRootRoute } from '@tanstack/react-router';
import { Frame } from './Frame.tsx';
import { RouteMissing } from './RouteStates.tsx';

const rootRoute = createRootRoute({ component: Frame, notFoundComponent: RouteMissing });

/** Parent of every page. */
export const under = () => rootRoute;
export const rootOfPages = rootRoute;

/** A word of an address; undefined when it is none. */
export const text = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
