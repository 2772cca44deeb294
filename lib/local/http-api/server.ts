import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { targetOf } from '../../request-target.ts';
import { wholeBody } from '../../whole-body.ts';
import type { FunctionPool } from '../lambda/function-pool.ts';
import type { Place } from '../resource-identity.ts';
import type { ApiDefinition, RouteDefinition } from './definition.ts';
import { eventOf } from './event.ts';
import { matchRoute } from './match.ts';
import { makeTokenCheck } from './token.ts';

/** Only this machine gets in: signatures are not checked. */
const HOST = '127.0.0.1';
/** Quotas of HTTP APIs: a body has at most 10 MB, a function at most 30 seconds, and its answer at most 6 MB. */
const MOST_BYTES_IN = 10 * 1024 * 1024;
const MOST_BYTES_OUT = 6 * 1024 * 1024;
const MOST_MILLISECONDS = 30_000;

/** A listening port, before it is known what is served there. */
export interface ApiServer {
  /** Without a slash at its end. */
  url: string;
  serve(api: ServedApi): void;
  close(): Promise<void>;
}

export interface ServedApi {
  definition: ApiDefinition;
  pools: readonly FunctionPool[];
  place: Place;
  /** Who signed, and whether their policies let them invoke the route; the key is read, never proven. */
  bySignature(accessKeyId: string, resource: string): { allowed: boolean; userArn: string };
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer | string;
}

const told = (status: number, message: string, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ message }),
});

/** `AWS4-HMAC-SHA256 Credential=KEY/20260301/eu-west-1/execute-api/aws4_request, ...` */
const accessKeyOf = (header: string | undefined): string | undefined =>
  /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\/\d{8}\/[^/]+\/execute-api\/aws4_request/.exec(header ?? '')?.[1];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a function answered: with a status of its own, or a value that is sent as JSON. */
const answerOf = (payload: string): Answer => {
  if (Buffer.byteLength(payload) > MOST_BYTES_OUT) return told(500, 'Internal Server Error');
  const value: unknown = JSON.parse(payload);
  if (!isObject(value) || value.statusCode === undefined)
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: typeof value === 'string' ? value : payload,
    };
  const { statusCode, headers, body = '', isBase64Encoded } = value;
  return {
    status: Number(statusCode),
    headers: Object.fromEntries(
      Object.entries(Object(headers)).map(([name, one]) => [name.toLowerCase(), String(one)]),
    ),
    body: isBase64Encoded ? Buffer.from(String(body), 'base64') : String(body),
  };
};

const makeServing = ({ definition, pools, place, bySignature }: ServedApi) => {
  const checkToken = makeTokenCheck();
  const poolOf = new Map(pools.map((pool) => [pool.definition.arn, pool]));

  /** What the function learns of who is let in; an answer where nobody is. */
  const letIn = async (
    route: RouteDefinition,
    path: string,
    header: string | undefined,
  ): Promise<{ authorizer?: object } | Answer> => {
    const { authorization } = route;
    if (authorization.kind === 'none') return {};
    if (authorization.kind === 'jwt') {
      const claims = await checkToken(authorization, header);
      return claims
        ? { authorizer: { jwt: { claims, scopes: null } } }
        : told(401, 'Unauthorized', { 'www-authenticate': 'Bearer' });
    }
    const accessKey = accessKeyOf(header);
    if (accessKey === undefined) return told(403, 'Forbidden');
    const { region, accountId } = place;
    const resource = `arn:aws:execute-api:${region}:${accountId}:${definition.logicalId}/$default/${route.method}${path}`;
    const { allowed, userArn } = bySignature(accessKey, resource);
    return allowed ? { authorizer: { iam: { accessKey, accountId, userArn } } } : told(403, 'Forbidden');
  };

  return async (request: IncomingMessage): Promise<Answer> => {
    const { path, query } = targetOf(request);
    const match = matchRoute(definition.routes, request.method ?? '', path);
    if (!match) return told(404, 'Not Found');
    const entry = await letIn(match.route, path, request.headers.authorization);
    if ('status' in entry) return entry;
    const body = await wholeBody(request, MOST_BYTES_IN);
    if (!body) return told(413, 'Request Entity Too Large');
    const pool = poolOf.get(match.route.functionArn);
    if (!pool) return told(500, 'Internal Server Error');
    const { logicalId: apiId } = definition;
    const { accountId } = place;
    const event = eventOf({
      request,
      match,
      path,
      query,
      body,
      apiId,
      accountId,
      authorizer: entry.authorizer,
      now: Date.now(),
    });
    const outcome = await pool.invoke(JSON.stringify(event));
    if (outcome.kind === 'failed') return told(500, 'Internal Server Error');
    return outcome.milliseconds > MOST_MILLISECONDS ? told(503, 'Service Unavailable') : answerOf(outcome.payload);
  };
};

const send = (response: ServerResponse, { status, headers, body }: Answer): void => {
  const content = typeof body === 'string' ? Buffer.from(body) : body;
  response.writeHead(status, status === 204 ? headers : { ...headers, 'content-length': content.length });
  response.end(status === 204 ? undefined : content);
};

/** Opens a free port, so that the address is known before the template is read that is told of it. */
export const openApiServer = async (): Promise<ApiServer> => {
  let serving: ((request: IncomingMessage) => Promise<Answer>) | undefined;
  const server = createServer((request, response) => {
    const answering = serving?.(request) ?? Promise.resolve(told(503, 'Service Unavailable'));
    answering
      .then((answer) => send(response, answer))
      // An answer that cannot be sent, a fault of the local cloud, or a client that hung up.
      .catch(() => response.destroyed || send(response, told(500, 'Internal Server Error')));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, HOST, resolve);
  });
  return {
    url: `http://${HOST}:${(server.address() as AddressInfo).port}`,
    serve: (api) => {
      serving = makeServing(api);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
