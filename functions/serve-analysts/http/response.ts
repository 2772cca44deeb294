import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { problemOf } from '../../domain/analysts/problem.ts';
import type { Route } from '../../domain/analysts/routes.ts';
import type { Refused } from '../answering.ts';

/** Of every answer: it is for the one who asked, is what it says it is, and is never shown as a page (OWASP, REST security). */
const always = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** Seconds after which to ask again: what we depend on fails for less, or for much longer. */
const RETRY_AFTER = 5;

const nameOf = ({ path }: Pick<Route, 'path'>): string => path.slice(path.lastIndexOf('/') + 1);

/** A success in the form of its route. */
export const success = (
  route: Route,
  answer: unknown,
  headers: Record<string, string> = {},
): APIGatewayProxyStructuredResultV2 => {
  const all = { ...always, ...headers };
  if (route.status === 204) return { statusCode: 204, headers: all };
  if (!route.csv) {
    const json = { ...all, 'content-type': 'application/json' };
    return { statusCode: route.status, headers: json, body: JSON.stringify(answer) };
  }
  const csv = {
    ...all,
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${nameOf(route)}"`,
  };
  return { statusCode: route.status, headers: csv, body: answer as string };
};

/** Why a request came to nothing, as `application/problem+json`. */
export const failure = (refused: Omit<Refused, 'kind'>, request: string): APIGatewayProxyStructuredResultV2 => {
  const { code, detail, fix, errors, version } = refused;
  const problem = problemOf({ code, detail, fix, errors, version, request });
  return {
    statusCode: problem.status,
    headers: {
      ...always,
      'content-type': 'application/problem+json',
      ...(code === 'unavailable' && { 'retry-after': String(RETRY_AFTER) }),
    },
    body: JSON.stringify(problem),
  };
};
