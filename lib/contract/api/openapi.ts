import * as z from 'zod';
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiResponseObject,
} from 'zod-openapi';
import { Annotation } from '../../../functions/domain/analysts/annotation.ts';
import { ListedTouchpoint } from '../../../functions/domain/analysts/answers.ts';
import { Moment } from '../../../functions/domain/analysts/moment.ts';
import type { RouteName } from '../../../functions/domain/analysts/paths.ts';
import { Problem, type ProblemCode, problemMeanings } from '../../../functions/domain/analysts/problem.ts';
import { type Route, routes } from '../../../functions/domain/analysts/routes.ts';
import { ActionEntry } from '../../../functions/domain/outputs/action-entry.ts';
import { GapEntry } from '../../../functions/domain/outputs/gap-entry.ts';
import { HoldEntry } from '../../../functions/domain/outputs/hold-entry.ts';
import { apiExamples } from './examples.ts';
import { problemsOf } from './problems-of.ts';

const parameters: Readonly<Record<string, string>> = {
  id: 'of the list',
  receipt: 'as asking for the erasure answered it',
};

/** Parameters of a path, in its order. */
const parametersOf = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

const pathParameters = ({ path }: Route): z.ZodObject =>
  z.object(
    Object.fromEntries(parametersOf(path).map((name) => [name, z.string().describe(parameters[name] ?? 'as listed')])),
  );

const exampleProblem = (code: ProblemCode): Problem => ({
  type: `urn:dark-corners:problem:${code}`,
  ...problemMeanings[code],
  code,
  detail: 'what is wrong with this request',
  fix: 'what to do',
  request: 'JKJaXmPLvHcESHA=',
});

/** `not-found` as names of components are written, `NotFound`. */
const pascal = (code: string): string => code.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A response that tells one of several problems; the same object for the same problems, so that it is told once. */
const failureOf = (() => {
  const made = new Map<string, ZodOpenApiResponseObject>();
  return (codes: readonly ProblemCode[]): ZodOpenApiResponseObject => {
    const id = codes.map(pascal).join('Or');
    const response = made.get(id) ?? {
      id,
      description: codes.map((code) => `\`${code}\`: ${problemMeanings[code].title}`).join('; '),
      content: {
        'application/problem+json': {
          schema: Problem,
          examples: Object.fromEntries(codes.map((code) => [code, { value: exampleProblem(code) }])),
        },
      },
    };
    made.set(id, response);
    return response;
  };
})();

/** Problems by their status. */
const failures = (name: RouteName): Record<string, ZodOpenApiResponseObject> =>
  Object.fromEntries(
    [...Map.groupBy(problemsOf(name), (code) => problemMeanings[code].status)]
      .sort(([a], [b]) => a - b)
      .map(([status, codes]) => [String(status), failureOf(codes)]),
  );

const nextCursor = {
  'next-cursor': {
    schema: { type: 'string' as const },
    description: 'where there may be more: the `cursor` of the next page',
  },
};

const success = (name: RouteName, route: Route): ZodOpenApiResponseObject => {
  const { answer: example } = apiExamples[name];
  if (route.csv) {
    return {
      description: 'A page as CSV; mark and head stand on the first page alone',
      headers: nextCursor,
      content: { 'text/csv': { schema: z.string(), example } },
    };
  }
  return route.answer
    ? { description: 'Done', content: { 'application/json': { schema: route.answer, example } } }
    : { description: 'Done; there is nothing to tell' };
};

const operation = (name: RouteName): ZodOpenApiOperationObject => {
  const route: Route = routes[name];
  return {
    operationId: name,
    summary: route.summary,
    description: `For ${route.roles.join(', ')}.${route.query?.description ? ` ${route.query.description}` : ''}`,
    tags: [route.path.split(/[/.]/)[2] ?? name],
    requestParams: {
      ...(parametersOf(route.path).length > 0 && { path: pathParameters(route) }),
      ...(route.query && { query: route.query }),
    },
    ...(route.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: route.body, example: apiExamples[name].body } },
      },
    }),
    responses: { [route.status]: success(name, route), ...failures(name) } as ZodOpenApiOperationObject['responses'],
  };
};

const paths = (): NonNullable<ZodOpenApiObject['paths']> => {
  const names = Object.keys(routes) as RouteName[];
  return Object.fromEntries(
    [...Map.groupBy(names, (name) => routes[name].path)].map(([path, ofPath]) => [
      path,
      Object.fromEntries(ofPath.map((name) => [routes[name].method.toLowerCase(), operation(name)])),
    ]),
  );
};

/** What is told by a name of its own where it occurs. */
const schemas = { Problem, ActionEntry, GapEntry, HoldEntry, ListedTouchpoint, Annotation, Moment };

/** The API as OpenAPI 3.1, from the same table and schemas that requests are answered by. */
export const openApi = () =>
  createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Dark Corners: the API of analysts',
        version: '1',
        description:
          'Within a version fields may be added to answers, and codes to problems: let pass what you do not know. Parameters that are not known are refused.',
      },
      servers: [{ url: '/', description: 'where this document is served' }],
      security: [{ iam: [] }, { jwt: [] }],
      paths: paths(),
      components: {
        schemas,
        securitySchemes: {
          iam: {
            type: 'apiKey',
            name: 'Authorization',
            in: 'header',
            description: 'AWS Signature Version 4 for the service `execute-api`; unless the deployment takes tokens',
            'x-amazon-apigateway-authtype': 'awsSigv4',
          },
          jwt: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description: 'where the deployment has an issuer: its tokens, with roles in a claim',
          },
        },
      },
    },
    {
      override: ({ jsonSchema, io }) => {
        // An answer may gain a field, and the format says what the pattern would, in a line.
        if (io === 'output') delete jsonSchema.additionalProperties;
        if (jsonSchema.format === 'date-time' || jsonSchema.format === 'date') delete jsonSchema.pattern;
      },
    },
  );
