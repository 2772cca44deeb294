import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { routeKeyOf, routes } from '../../../functions/domain/analysts/routes.ts';
import type { RouteDefinition } from '../../../lib/local/http-api/definition.ts';
import { matchRoute } from '../../../lib/local/http-api/match.ts';

const route = (key: string): RouteDefinition => {
  const [method = '', path = ''] = key.split(' ');
  const segments = path.split('/').slice(1);
  return { key, method, segments, authorization: { kind: 'none' }, functionArn: 'arn' };
};

const pets = ['GET /', 'GET /pets', 'GET /pets/{id}', 'GET /pets/new', 'POST /pets', 'GET /pets/{id}/{part}'].map(
  route,
);
const taken = (method: string, path: string) => matchRoute(pets, method, path)?.route.key;

describe('a request', () => {
  it.each([
    ['GET', '/', 'GET /'],
    ['GET', '/pets', 'GET /pets'],
    ['POST', '/pets', 'POST /pets'],
    ['GET', '/pets/7', 'GET /pets/{id}'],
    ['GET', '/pets/7/name', 'GET /pets/{id}/{part}'],
  ])('%s %s takes the route %s', (method, path, key) => expect(taken(method, path)).toBe(key));

  it('takes the route that names more of its path, wherever that stands in the list', () => {
    expect(taken('GET', '/pets/new')).toBe('GET /pets/new');
    expect(matchRoute([...pets].reverse(), 'GET', '/pets/new')?.route.key).toBe('GET /pets/new');
  });

  it.each([
    ['PUT', '/pets'],
    ['HEAD', '/pets'],
    ['GET', '/Pets'],
    ['GET', '/pets/'],
    ['GET', '/pets//name'],
    ['GET', '/pets/7/name/first'],
    ['GET', '/pets/%zz'],
  ])('%s %s takes none', (method, path) => expect(taken(method, path)).toBeUndefined());
});

describe('a parameter of the path', () => {
  it('comes as it was meant, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (id) => {
        fc.pre(id.isWellFormed() && id !== 'new');
        expect(matchRoute(pets, 'GET', `/pets/${encodeURIComponent(id)}`)?.parameters).toEqual({ id });
      }),
    );
  });
});

describe('the routes of the API', () => {
  const all = Object.values(routes).map((one) => route(routeKeyOf(one)));

  it('are each taken by what is asked of them, and by nothing else', () => {
    for (const { key, method, segments } of all) {
      const path = `/${segments.map((segment) => segment.replace(/^\{\w+\}$/, 'x')).join('/')}`;
      expect(matchRoute(all, method, path)?.route.key).toBe(key);
    }
  });
});
