import type { RouteName } from '../../../functions/domain/analysts/paths.ts';
import { type Route, routes } from '../../../functions/domain/analysts/routes.ts';

export const routeNames = Object.keys(routes) as RouteName[];

export const routeOf = (name: RouteName): Route => routes[name];

/** A path of a route, its parameters filled in. */
export const pathOf = (name: RouteName, parameter = 'nobody-knows-it'): string =>
  routes[name].path.replace(/\{\w+\}/, parameter);

/** A request of a route, of the right form but for what it asks. */
export const requestOf = (name: RouteName): [path: string, init: RequestInit & { headers: Record<string, string> }] => {
  const { method, body } = routeOf(name);
  return [
    pathOf(name),
    { method, ...(body ? { headers: { 'content-type': 'application/json' }, body: '{}' } : { headers: {} }) },
  ];
};
