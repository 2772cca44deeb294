import { describe, expect, it } from 'vitest';
import { type Caller, Role } from '../../../functions/domain/analysts/caller.ts';
import { problemMeanings } from '../../../functions/domain/analysts/problem.ts';
import { type Route, routes } from '../../../functions/domain/analysts/routes.ts';
import { march } from '../../builders.ts';
import { catchConsole } from '../../runtime/console-lines.ts';
import { asking, bearing, problemIn, routeNames, serving } from './asking.ts';

const said = catchConsole();

const pairs = routeNames.flatMap((name) => Role.options.map((role) => [name, role] as const));
const mayAsk = (name: (typeof routeNames)[number], role: Role) => (routes[name] as Route).roles.includes(role);

describe('each route', () => {
  it.each(pairs)('%s is told to a caller with the role %s, or is not, as the table says', async (name, role) => {
    let reached = 0;
    const answer = async () => {
      reached++;
      return { kind: 'refused', code: 'not-found', detail: 'nothing', fix: 'none' } as const;
    };
    const serve = serving({ [name]: answer });
    const response = await serve(asking(name, { authorizer: bearing(role, 'Delivery') }));
    expect(reached).toBe(mayAsk(name, role) ? 1 : 0);
    expect(problemIn(response).code).toBe(mayAsk(name, role) ? 'not-found' : 'not-allowed');
  });

  it('asks for some role, and some role is never enough for all of them', () => {
    for (const name of routeNames) expect(routes[name].roles.length, name).toBeGreaterThan(0);
    for (const role of Role.options) expect(routeNames.every((name) => mayAsk(name, role))).toBe(false);
  });

  it.each(routeNames)('%s is told to nobody whom API Gateway says nothing of', async (name) => {
    for (const authorizer of [
      undefined,
      {},
      { lambda: { roles: 'lead' } },
      { iam: { userArn: 'arn:aws:iam::1:user/a' } },
    ]) {
      expect(problemIn(await serving()(asking(name, { authorizer }))).code).toBe('not-signed-in');
    }
  });

  it.each(routeNames)('%s is told to nobody whose token names no role', async (name) => {
    for (const roles of ['', 'admin', 'LEAD', 'leads']) {
      expect(problemIn(await serving()(asking(name, { authorizer: bearing(roles) }))).code).toBe('not-allowed');
    }
  });

  it.each(routeNames)('%s is told to whom IAM let through, and not on a token', async (name) => {
    const serve = serving({}, { signIn: { kind: 'iam' } });
    const signed = { iam: { userArn: 'arn:aws:sts::111122223333:assumed-role/lead/kim' } };
    expect(problemIn(await serve(asking(name, { authorizer: signed }))).code).toBe('not-found');
    expect(problemIn(await serve(asking(name, { authorizer: bearing('lead privacy') }))).code).toBe('not-signed-in');
  });
});

describe('what a route is handed', () => {
  it('is who asks, and what they ask in the form of the table', async () => {
    const asked: { caller: Caller; query: unknown; path: unknown; now: string }[] = [];
    const serve = serving({
      gaps: async (given) => {
        asked.push(given);
        return { kind: 'answered', answer: { gaps: [] } };
      },
    });
    await serve(asking('gaps', { query: 'kind=surge&limit=7', authorizer: bearing('owner reader', 'Care') }));
    expect(asked).toEqual([
      {
        caller: { id: 'kim', roles: ['reader', 'owner'], team: 'Care' },
        path: {},
        query: { kind: 'surge', state: 'open', limit: 7 },
        body: undefined,
        now: march(5),
      },
    ]);
  });
});

describe('a line of the log', () => {
  it('tells route, role, status and how long it took, and nothing that was asked or answered', async () => {
    let at = 0;
    const serve = serving(
      { story: async () => ({ kind: 'refused', code: 'not-found', detail: 'no such customer', fix: 'none' }) },
      { now: () => march(5, `10:0${at++}`) },
    );
    await serve(asking('story', { query: 'customer=ada-lovelace' }));
    expect(said()).toEqual([
      { event: 'request.answered', route: 'story', role: 'privacy', status: 404, ms: 60_000, request: 'request-1' },
    ]);
  });

  it('tells none of what is refused before it reaches a route', async () => {
    const serve = serving();
    await serve({ ...asking('me'), routeKey: 'GET /v1/ada' });
    await serve(asking('me', { authorizer: undefined }));
    expect(said()).toMatchObject([
      { route: 'none', role: 'none', status: 404 },
      { route: 'me', role: 'none', status: problemMeanings['not-signed-in'].status },
    ]);
    expect(JSON.stringify(said())).not.toContain('ada');
  });
});
