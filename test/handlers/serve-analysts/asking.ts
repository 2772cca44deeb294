import type { RouteName } from '../../../functions/domain/analysts/paths.ts';
import { Problem } from '../../../functions/domain/analysts/problem.ts';
import { type Route, routeKeyOf, routes } from '../../../functions/domain/analysts/routes.ts';
import type { SignIn } from '../../../functions/domain/analysts/sign-in.ts';
import type { Answering } from '../../../functions/serve-analysts/answering.ts';
import { type Deps, makeHandler } from '../../../functions/serve-analysts/handler.ts';
import type { Request } from '../../../functions/serve-analysts/http/request.ts';
import { march } from '../../builders.ts';

const jwt: SignIn = { kind: 'jwt', rolesClaim: 'roles', teamClaim: 'team', nameClaim: 'email' };

export const routeNames = Object.keys(routes) as RouteName[];

/** What API Gateway tells of somebody who brought a token. */
export const bearing = (roles: string, team?: string) => ({
  jwt: { claims: { sub: 'kim', roles: `[${roles}]`, ...(team && { team }) } },
});

/** A body that each route which takes one takes. */
const perfectBodies: Partial<Record<RouteName, unknown>> = {
  changeAction: { kind: 'acknowledge', version: 1 },
  annotate: { day: '2026-03-03', text: 'new courier' },
  checkHolds: { customerIds: ['ada'] },
  erase: { customerId: 'ada' },
};
const perfectQueries: Partial<Record<RouteName, string>> = {
  gaps: 'kind=unheard',
  gapsCsv: 'kind=unheard',
  holds: 'changedSince=2026-03-01T00:00:00Z',
  story: 'customer=ada',
};

/** What a test says of a request beside what is perfect already. */
export interface Said {
  query?: string;
  /** Is sent as JSON unless it is text. */
  body?: unknown;
  headers?: Record<string, string>;
  path?: Record<string, string>;
  authorizer?: unknown;
  isBase64Encoded?: boolean;
}

/** A perfect request of a lead who may read stories too. */
export const asking = (name: RouteName, said: Said = {}): Request => {
  const route: Route = routes[name];
  const named = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, parameter = '']) => [parameter, 'some-id']);
  const body = 'body' in said ? said.body : perfectBodies[name];
  return {
    routeKey: routeKeyOf(route),
    rawQueryString: said.query ?? perfectQueries[name] ?? '',
    headers: said.headers ?? { 'content-type': 'application/json' },
    pathParameters: said.path ?? Object.fromEntries(named),
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    isBase64Encoded: said.isBase64Encoded ?? false,
    requestContext: {
      requestId: 'request-1',
      authorizer: 'authorizer' in said ? said.authorizer : bearing('lead privacy'),
    },
  };
};

/** Of routes that a test does not answer: whoever gets so far was let in. */
const untold = Object.fromEntries(
  routeNames.map((name) => [
    name,
    async () => ({ kind: 'refused', code: 'not-found', detail: 'nothing is told here', fix: 'none' }),
  ]),
) as unknown as Answering<RouteName>;

/** Asks a function that answers these routes. */
export const serving = (answering: Partial<Answering<RouteName>> = {}, deps: Partial<Deps> = {}) =>
  makeHandler({ answering: { ...untold, ...answering }, signIn: jwt, now: () => march(5), ...deps });

type Response = Awaited<ReturnType<ReturnType<typeof serving>>>;

/** A success, in the form that its route promises. */
export const answerOf = (name: RouteName, { statusCode, body = '' }: Response): unknown => {
  const route: Route = routes[name];
  if (statusCode !== route.status) throw new Error(`${name}: ${statusCode} ${body}`);
  const json: unknown = JSON.parse(body);
  route.answer?.parse(json);
  return json;
};

/** A problem, in the form that all have. */
export const problemIn = ({ statusCode, headers, body = '' }: Response): Problem => {
  const problem = Problem.parse(JSON.parse(body));
  if (problem.status !== statusCode || headers?.['content-type'] !== 'application/problem+json') {
    throw new Error(`not told as a problem: ${statusCode} ${body}`);
  }
  return problem;
};
