import type { RouteName } from '../../../functions/domain/analysts/paths.ts';
import { type ProblemCode, problemCodes } from '../../../functions/domain/analysts/problem.ts';
import { type Route, routes } from '../../../functions/domain/analysts/routes.ts';

const ofAll: readonly ProblemCode[] = ['not-signed-in', 'not-allowed', 'invalid-request', 'unavailable', 'fault'];

const ofOne: Partial<Record<RouteName, readonly ProblemCode[]>> = {
  changeAction: ['conflict', 'not-from-here', 'reason-missing', 'reason-too-long', 'unknown-team', 'same-team'],
  annotate: ['too-many'],
  week: ['not-found'],
};

/** The problems that a route may answer, in the order of the codes. */
export const problemsOf = (name: RouteName): ProblemCode[] => {
  const { path, query }: Route = routes[name];
  const answered = new Set([
    ...ofAll,
    ...(ofOne[name] ?? []),
    ...(path.includes('{') ? ['not-found'] : []),
    ...(query && 'cursor' in query.shape ? ['invalid-cursor'] : []),
  ]);
  return problemCodes.filter((code) => answered.has(code));
};
