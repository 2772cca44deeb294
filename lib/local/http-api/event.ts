import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Match } from './match.ts';

/** Bodies that come as text; all others come as base64, those of forms and of no type at all among them. */
const isText = (type = ''): boolean => /^(?:text\/|application\/(?:json|xml|javascript)\s*(?:;|$))/i.test(type);

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** As access logs have it: `12/Mar/2026:19:03:58 +0000`. */
const logTime = (at: number): string => {
  const [day = '', time = ''] = new Date(at).toISOString().split('T');
  const [year, month, date] = day.split('-');
  return `${date}/${months[Number(month) - 1]}/${year}:${time.slice(0, 8)} +0000`;
};

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      name === 'cookie' || value === undefined ? [] : [[name, [value].flat().join(',')]],
    ),
  );

/** The parameters of a query, those of one name joined by commas. */
const parametersOf = (query: string): Record<string, string> => {
  const joined: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query))
    joined[name] = joined[name] === undefined ? value : `${joined[name]},${value}`;
  return joined;
};

export interface EventParts {
  request: IncomingMessage;
  match: Match;
  /** With its slash, without the query. */
  path: string;
  query: string;
  body: Buffer;
  apiId: string;
  accountId: string;
  /** What the authorizer found out. */
  authorizer: object | undefined;
  now: number;
}

/** A request as an HTTP API hands it to a function (payload format 2.0). */
export const eventOf = (parts: EventParts): APIGatewayProxyEventV2 => {
  const { request, match, path, query, body, apiId, accountId, authorizer, now } = parts;
  const { route, parameters } = match;
  const headers = headersOf(request);
  const plain = isText(headers['content-type']);
  const cookies = request.headers.cookie?.split(/;\s*/);
  const queried = parametersOf(query);
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath: path,
    rawQueryString: query,
    ...(cookies && { cookies }),
    headers,
    ...(Object.keys(queried).length > 0 && { queryStringParameters: queried }),
    requestContext: {
      accountId,
      apiId,
      ...(authorizer && { authorizer }),
      domainName: headers.host ?? '',
      domainPrefix: apiId,
      http: {
        method: route.method,
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.key,
      stage: '$default',
      time: logTime(now),
      timeEpoch: now,
    },
    ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
    ...(body.length > 0 && { body: plain ? body.toString() : body.toString('base64') }),
    isBase64Encoded: body.length > 0 && !plain,
  };
};
