import type { RouteDefinition } from './definition.ts';

/** The route that a request takes. */
export interface Match {
  route: RouteDefinition;
  /** Parameters of the path, decoded. */
  parameters: Record<string, string>;
}

const parameterOf = (segment: string): string | undefined => /^\{(\w+)\}$/.exec(segment)?.[1];

const decoded = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
};

const matched = (route: RouteDefinition, segments: readonly string[]): Match | undefined => {
  if (route.segments.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [i, wanted] of route.segments.entries()) {
    const given = segments[i] ?? '';
    const name = parameterOf(wanted);
    if (name === undefined) {
      if (given !== wanted) return undefined;
    } else {
      const value = decoded(given);
      if (!value) return undefined;
      parameters[name] = value;
    }
  }
  return { route, parameters };
};

/**
 * Finds the route of a request as HTTP APIs do (API Gateway developer guide, "Routing API requests"): the one that names most
 * of the path before one with a parameter there.
 *
 * @param path with its slash, without the query
 */
export const matchRoute = (routes: readonly RouteDefinition[], method: string, path: string): Match | undefined => {
  const segments = path.split('/').slice(1);
  const found = routes.filter((route) => route.method === method).flatMap((route) => matched(route, segments) ?? []);
  const named = ({ route }: Match): string =>
    route.segments.map((segment) => (parameterOf(segment) === undefined ? '0' : '1')).join('');
  return found.sort((a, b) => (named(a) < named(b) ? -1 : 1))[0];
};
