import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { Role } from '../../functions/domain/analysts/caller.ts';
import { Problem, problemCodes } from '../../functions/domain/analysts/problem.ts';
import { type Route, routes } from '../../functions/domain/analysts/routes.ts';
import { readCsv } from '../../functions/domain/outputs/csv.ts';
import { apiExamples } from '../../lib/contract/api/examples.ts';
import { openApi } from '../../lib/contract/api/openapi.ts';
import { apiPage } from '../../lib/contract/api/page.ts';
import { routeNames } from '../handlers/serve-analysts/asking.ts';

interface Media {
  schema: object;
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}
interface Operation {
  operationId: string;
  description: string;
  parameters?: { in: string; name: string; required?: boolean; schema: object }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, Response | { $ref: string }>;
}
interface Response {
  content?: Record<string, Media>;
  headers?: object;
}

/** As whoever fetches it gets it. */
const document = JSON.parse(JSON.stringify(openApi())) as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; responses: Record<string, Response>; securitySchemes: object };
  security: object[];
};
const operationOf = (name: (typeof routeNames)[number]): Operation => {
  const { method, path } = routes[name];
  const found = document.paths[path]?.[method.toLowerCase()];
  if (!found) throw new TypeError(`${name} is not described`);
  return found;
};

/** Responses by their status, wherever they are told. */
const responsesOf = (name: (typeof routeNames)[number]): Map<number, Response> =>
  new Map(
    Object.entries(operationOf(name).responses).map(([status, one]) => [
      Number(status),
      '$ref' in one ? (document.components.responses[one.$ref.split('/').at(-1) ?? ''] ?? {}) : one,
    ]),
  );

/** Everything of a key, however deep. */
const all = (value: unknown, key: string): unknown[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, inner]) => [...(name === key ? [inner] : []), ...all(inner, key)]);

/** By the document alone, without the schemas that it was made of. */
const ajv = new Ajv2020({ strict: false });
formats.default(ajv);
const fits = (schema: object, value: unknown): string =>
  ajv.validate({ ...schema, components: document.components }, value) ? '' : ajv.errorsText();

describe('the OpenAPI document', () => {
  it('describes every route once, and nothing else', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${operationId}: ${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(
      routeNames.map((name) => `${name}: ${routes[name].method} ${routes[name].path}`).sort(),
    );
    expect(document.openapi).toMatch(/^3\.1\./);
  });

  it('refers to nothing that it does not tell', () => {
    const refs = [...new Set(all(document, '$ref'))] as string[];
    expect(refs.length).toBeGreaterThan(4);
    const { schemas, responses } = document.components;
    const told = Object.entries({ schemas, responses }).flatMap(([kind, named]) =>
      Object.keys(named).map((name) => `#/components/${kind}/${name}`),
    );
    expect(refs.filter((ref) => !told.includes(ref))).toEqual([]);
    const schemes = Object.keys(document.components.securitySchemes);
    expect(document.security.flatMap((one) => Object.keys(one))).toEqual(schemes);
  });

  it.each(routeNames)('%s names its parameters, and who may ask', (name) => {
    const route: Route = routes[name];
    const { parameters = [], description } = operationOf(name);
    const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => `path ${parameter}`);
    const inQuery = Object.keys(route.query?.shape ?? {}).map((parameter) => `query ${parameter}`);
    expect(parameters.map((one) => `${one.in} ${one.name}`)).toEqual([...inPath, ...inQuery]);
    expect(parameters.filter((one) => one.in === 'path').every(({ required }) => required)).toBe(true);
    for (const role of Role.options) expect(description.includes(role), role).toBe(route.roles.includes(role));
  });

  it.each(routeNames)('%s is asked and answers as its example does', (name) => {
    const route: Route = routes[name];
    const { query, body, answer } = apiExamples[name];
    const { parameters = [], requestBody } = operationOf(name);
    const success = responsesOf(name).get(route.status);
    expect(Object.keys(query ?? {}).filter((one) => !parameters.some((known) => known.name === one))).toEqual([]);
    expect(route.query ? route.query.safeParse(query ?? {}).success || query === undefined : query === undefined).toBe(
      true,
    );
    expect(body === undefined).toBe(route.body === undefined);
    const sent = requestBody?.content['application/json'];
    if (sent) expect([fits(sent.schema, sent.example), route.body?.safeParse(body).success]).toEqual(['', true]);
    const json = success?.content?.['application/json'];
    expect(json === undefined).toBe(route.answer === undefined);
    if (json) expect([fits(json.schema, json.example), route.answer?.safeParse(answer).success]).toEqual(['', true]);
    if (route.csv) {
      expect(readCsv(success?.content?.['text/csv']?.example as string)).toMatchObject({ kind: 'read' });
      expect(success?.headers).toHaveProperty('next-cursor');
    }
  });

  it('refuses what a route refuses, as far as a schema can say', () => {
    const limit = operationOf('actions').parameters?.find(({ name }) => name === 'limit')?.schema ?? {};
    expect([0, 1, 100, 101, 1.5].map((value) => fits(limit, value) === '')).toEqual([false, true, true, false, false]);
    const change = operationOf('changeAction').requestBody?.content['application/json']?.schema ?? {};
    expect(fits(change, { kind: 'reassign', version: 1 })).not.toBe('');
  });

  it('tells every problem by its code, and each with its status', () => {
    const told = routeNames.flatMap((name) =>
      [...responsesOf(name)].flatMap(([status, { content }]) => {
        const { schema = {}, examples = {} } = content?.['application/problem+json'] ?? {};
        return Object.entries(examples).map(([code, { value }]) => {
          expect(fits(schema, value)).toBe('');
          expect(Problem.parse(value)).toMatchObject({ code, status });
          return code;
        });
      }),
    );
    expect([...new Set(told)].sort()).toEqual([...problemCodes].sort());
  });

  it('lets answers gain fields', () => {
    expect(all(document.paths, 'additionalProperties').filter((one) => one === false)).toEqual([]);
    expect(all(document.components, 'additionalProperties').filter((one) => one === false)).toEqual([]);
  });
});

describe('the page of the API', () => {
  it('tells every route and every problem', () => {
    const page = apiPage();
    for (const name of routeNames) expect(page).toContain(`| \`${routes[name].method} ${routes[name].path}\` |`);
    for (const code of problemCodes) expect(page).toContain(`| \`${code}\` |`);
  });

  it('fetches a whole list as one file, page by page', () => {
    const loop = [...apiPage().matchAll(/```sh\n([\s\S]*?)```/g)].find(([, text]) => text?.includes('.csv'))?.[1];
    // A stand-in for curl: two pages, the second for whoever brings the cursor of the first.
    const curl = `curl() { headers=; for word in "$@"; do [ "$headers" = . ] && headers=$word; [ "$word" = --dump-header ] && headers=.; done
      case "$*" in
        *cursor=two*) printf 'b\\r\\n'; printf 'HTTP/2 200\\r\\n\\r\\n' > "$headers" ;;
        *) printf 'a\\r\\n'; printf 'HTTP/2 200\\r\\nnext-cursor: two\\r\\n\\r\\n' > "$headers" ;;
      esac; }`;
    const folder = mkdtempSync(join(tmpdir(), 'pages-'));
    execFileSync('sh', ['-c', `${curl}\n${loop}`], { cwd: folder, timeout: 5000 });
    expect(readFileSync(join(folder, 'gaps.csv'), 'utf8')).toBe('a\r\nb\r\n');
    rmSync(folder, { recursive: true });
  });
});
