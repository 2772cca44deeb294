import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, linkTo } from '../../functions/serve-dashboard/page/address.ts';

const text = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' });

describe('an address of the page', () => {
  it('names the place that its link was made for, whatever the names hold', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), text, (path, team) => {
        const { path: found, query } = addressOf(linkTo(path, { team }));
        expect(found).toEqual(path);
        expect(query.get('team')).toBe(team);
      }),
    );
  });

  it('leaves out what is not asked for', () => {
    expect(linkTo(['actions'], { team: undefined, status: '' })).toBe('#/actions');
    expect(addressOf('')).toMatchObject({ path: [] });
  });

  it('that somebody mistyped is still an address', () => {
    expect(addressOf('#/action/%zz').path).toEqual(['action', '%zz']);
  });
});
