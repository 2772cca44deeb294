import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cursorOf, positionOf } from '../../../functions/domain/analysts/cursor.ts';

const SECRET = 'kept by nobody';
const filters = fc.dictionary(fc.string({ minLength: 1 }), fc.option(fc.string(), { nil: undefined }), { maxKeys: 5 });
const of = fc.record({ route: fc.string(), filters });
const given = (one: Readonly<Record<string, string | undefined>>): string =>
  JSON.stringify(
    Object.entries(one)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

describe('a cursor', () => {
  it('brings back the position that it was made of, wherever it is asked for in the same words', () => {
    fc.assert(
      fc.property(fc.jsonValue(), of, (position, asked) => {
        const reordered = Object.fromEntries(Object.entries(asked.filters).reverse());
        const cursor = cursorOf(position, asked, SECRET);
        const found = positionOf(cursor, { ...asked, filters: reordered }, SECRET);
        expect(JSON.stringify(found?.position)).toBe(JSON.stringify(position));
      }),
    );
  });

  it('fits into an address as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), of, (position, asked) => {
        expect(cursorOf(position, asked, SECRET)).toMatch(/^[\w-]+\.[\w-]{43}$/);
      }),
    );
  });

  it('holds for no other route, no other filters and under no other secret', () => {
    fc.assert(
      fc.property(fc.jsonValue(), of, of, (position, asked, other) => {
        const cursor = cursorOf(position, asked, SECRET);
        expect(positionOf(cursor, asked, `${SECRET}!`)).toBeUndefined();
        fc.pre(asked.route !== other.route || given(asked.filters) !== given(other.filters));
        expect(positionOf(cursor, other, SECRET)).toBeUndefined();
      }),
    );
  });

  it('that lost, gained or changed a character is none', () => {
    fc.assert(
      fc.property(fc.jsonValue(), of, fc.nat(), fc.string({ maxLength: 2 }), (position, asked, where, put) => {
        const cursor = cursorOf(position, asked, SECRET);
        const at = where % cursor.length;
        const broken = cursor.slice(0, at) + put + cursor.slice(at + 1);
        fc.pre(broken !== cursor);
        expect(positionOf(broken, asked, SECRET)).toBeUndefined();
      }),
    );
  });

  it('is never made of what anybody writes', () => {
    fc.assert(
      fc.property(fc.string(), of, (written, asked) => {
        expect(positionOf(written, asked, SECRET)).toBeUndefined();
      }),
    );
    expect(positionOf('', { route: '', filters: {} }, SECRET)).toBeUndefined();
    expect(positionOf('..', { route: '', filters: {} }, SECRET)).toBeUndefined();
  });
});
