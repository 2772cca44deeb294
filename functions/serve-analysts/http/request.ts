import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Problem } from '../../domain/analysts/problem.ts';
import type { Route } from '../../domain/analysts/routes.ts';
import { problemsIn } from '../../domain/file-problem.ts';
import { nearest } from '../../domain/nearest.ts';
import type { Refused } from '../answering.ts';

/** What is read of an event of API Gateway (payload format 2.0). */
export interface Request
  extends Pick<
    APIGatewayProxyEventV2,
    'routeKey' | 'rawQueryString' | 'headers' | 'pathParameters' | 'body' | 'isBase64Encoded'
  > {
  requestContext: { requestId: string; authorizer?: unknown };
}

/** A request's parts, of the form that its route takes. */
export interface Taken {
  kind: 'taken';
  path: Record<string, string>;
  query: unknown;
  body: unknown;
}

type Errors = NonNullable<Problem['errors']>;

/** Bytes of a body: the thousand customers of a check, with keys of 250. */
const LARGEST_BODY = 256 * 1024;
/** Rules told of one request: who breaks more has one cause for most. */
const MOST_ERRORS = 20;
/** Of a touchpoint the id has at most 700 characters, and everything else is shorter. */
const LONGEST_PARAMETER = 1024;

const invalid = (errors: Errors, fix: string): Refused => ({
  kind: 'refused',
  code: 'invalid-request',
  detail: errors.map(({ path, rule }) => `${path}: ${rule}`).join('; '),
  fix,
  errors,
});

/** All rules that a value breaks. */
const broken = (part: 'query' | 'body', error: z.core.$ZodError): Refused => {
  const problems = problemsIn(error);
  const errors = problems
    .slice(0, MOST_ERRORS)
    .map(({ path, problem }) => ({ path: `/${part}${path}`, rule: problem }));
  return invalid(errors, 'correct what is named; /openapi.json tells what each route takes');
};

const unknownParameter = (name: string, known: readonly string[]): Errors[number] => {
  const meant = nearest(name, known);
  const rule = meant
    ? `there is no such parameter; did you mean ${meant}?`
    : known.length > 0
      ? `there is no such parameter; there are ${known.join(', ')}`
      : 'the route takes no parameters';
  return { path: `/query/${name.slice(0, 64)}`, rule };
};

/** The parameters as they were written: API Gateway joins those of one name by commas, as a value may have them itself. */
const queryOf = (
  { query: schema }: Pick<Route, 'query'>,
  rawQueryString: string,
): { kind: 'taken'; query: unknown } | Refused => {
  const given = [...new URLSearchParams(rawQueryString)];
  const known = Object.keys(schema?.shape ?? {});
  const names = given.map(([name]) => name);
  const unknown = [...new Set(names)].filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    return invalid(
      unknown.slice(0, MOST_ERRORS).map((name) => unknownParameter(name, known)),
      'correct the name, or leave it out',
    );
  }
  const repeated = known.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (repeated.length > 0) {
    const errors = repeated.map((name) => ({ path: `/query/${name}`, rule: 'is given more than once' }));
    return invalid(errors, 'give each parameter once');
  }
  const parsed = schema?.safeParse(Object.fromEntries(given));
  if (parsed?.error) return broken('query', parsed.error);
  return { kind: 'taken', query: parsed?.data };
};

const isJson = (contentType = ''): boolean => /^application\/json(?:\s*;|$)/i.test(contentType.trim());

const jsonOf = (text: string): { json: unknown } | undefined => {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
};

const bodyOf = (
  { body: schema }: Pick<Route, 'body'>,
  { headers, body = '', isBase64Encoded }: Request,
): { kind: 'taken'; body: unknown } | Refused => {
  if (!schema) return { kind: 'taken', body: undefined };
  if (!isJson(headers['content-type'])) {
    const errors = [{ path: '/headers/content-type', rule: 'must be application/json' }];
    return invalid(errors, 'send JSON, and say so');
  }
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > LARGEST_BODY) {
    const errors = [{ path: '/body', rule: `has at most ${LARGEST_BODY} bytes` }];
    return invalid(errors, 'send less at a time');
  }
  const read = jsonOf(bytes.toString());
  if (!read) return invalid([{ path: '/body', rule: 'is no JSON' }], 'send one JSON object');
  const parsed = schema.safeParse(read.json);
  return parsed.success ? { kind: 'taken', body: parsed.data } : broken('body', parsed.error);
};

const notFound: Refused = {
  kind: 'refused',
  code: 'not-found',
  detail: 'there is nothing under this path',
  fix: 'check the path; /openapi.json lists the routes',
};

/** A request's parts in the form that its route takes, or all that is wrong with the first part that is not. */
export const takenBy = (route: Route, request: Request): Taken | Refused => {
  const path = Object.entries(request.pathParameters ?? {}).map(([name, value = '']) => [name, value] as const);
  if (path.some(([, value]) => value === '' || value.length > LONGEST_PARAMETER)) return notFound;
  const query = queryOf(route, request.rawQueryString);
  if (query.kind === 'refused') return query;
  const body = bodyOf(route, request);
  if (body.kind === 'refused') return body;
  return { kind: 'taken', path: Object.fromEntries(path), query: query.query, body: body.body };
};
