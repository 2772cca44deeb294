import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { RouteName } from '../domain/analysts/paths.ts';
import { type Route, routeKeyOf, routes } from '../domain/analysts/routes.ts';
import { callerOf, type SignIn } from '../domain/analysts/sign-in.ts';
import { type Instant, millis } from '../domain/instant.ts';
import { DependencyError, errorKind } from '../runtime/errors.ts';
import { log } from '../runtime/log.ts';
import type { Answering, AskedOf, Outcome, Refused } from './answering.ts';
import { type Request, takenBy } from './http/request.ts';
import { failure, success } from './http/response.ts';

export interface Deps {
  answering: Answering<RouteName>;
  signIn: SignIn;
  now(): Instant;
}

/** What became of a request, with what its line in the log tells. */
interface Served {
  response: APIGatewayProxyStructuredResultV2;
  route?: RouteName;
  role?: string;
}

const byKey = new Map((Object.keys(routes) as RouteName[]).map((name) => [routeKeyOf(routes[name]), name]));

const noRoute: Refused = {
  kind: 'refused',
  code: 'not-found',
  detail: 'no route is called so',
  fix: 'check method and path; /openapi.json lists the routes',
};

const notAllowed = ({ roles }: Route): Refused => ({
  kind: 'refused',
  code: 'not-allowed',
  detail: `the route is for ${roles.join(', ')}`,
  fix: 'ask for the role, or have somebody ask who has it',
});

/** A fault is told by its kind alone: what it choked on may be a customer's. */
const faultOf = (error: unknown): Omit<Refused, 'kind'> =>
  error instanceof DependencyError
    ? { code: 'unavailable', detail: 'a service behind this one does not answer', fix: 'ask again in a few seconds' }
    : { code: 'fault', detail: 'the request could not be answered', fix: 'tell those who run this of the request id' };

/**
 * Answers requests that API Gateway let in: the caller's role and the form of the request are held against the table of
 * routes before anything is read.
 */
export const makeHandler = ({ answering, signIn, now }: Deps) => {
  const serve = async (request: Request, at: Instant): Promise<Served> => {
    const { requestId, authorizer } = request.requestContext;
    const refuse = (refused: Refused, of: Omit<Served, 'response'>): Served => ({
      ...of,
      response: failure(refused, requestId),
    });
    const name = byKey.get(request.routeKey);
    if (!name) return refuse(noRoute, {});
    const route: Route = routes[name];
    const letIn = callerOf(authorizer, signIn);
    if (letIn.kind === 'refused') return refuse(letIn, { route: name });
    const { caller } = letIn;
    const role = route.roles.find((one) => caller.roles.includes(one));
    if (!role) return refuse(notAllowed(route), { route: name });
    const taken = takenBy(route, request);
    if (taken.kind === 'refused') return refuse(taken, { route: name, role });
    const { path, query, body } = taken;
    // One function of many is called, with what the schemas of its own route made of the request.
    const answer = answering[name] as (asked: AskedOf<RouteName>) => Promise<Outcome<RouteName>>;
    try {
      const outcome = await answer({ caller, path, query, body, now: at } as AskedOf<RouteName>);
      if (outcome.kind === 'refused') return refuse(outcome, { route: name, role });
      return { route: name, role, response: success(route, outcome.answer, outcome.headers) };
    } catch (error) {
      log.warn('request.failed', { route: name, error: errorKind(error), request: requestId });
      return { route: name, role, response: failure(faultOf(error), requestId) };
    }
  };

  return async (request: Request): Promise<APIGatewayProxyStructuredResultV2> => {
    const at = now();
    const { response, route = 'none', role = 'none' } = await serve(request, at);
    const { statusCode: status = 0 } = response;
    const ms = millis(now()) - millis(at);
    log.info('request.answered', { route, role, status, ms, request: request.requestContext.requestId });
    return response;
  };
};
