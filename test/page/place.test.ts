import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { touchpointId } from '../../functions/domain/analysts/touchpoint-id.ts';
import { UNATTRIBUTED } from '../../functions/domain/story/attribution.ts';
import { gapName, placeId, placeLink, placeName } from '../../functions/serve-dashboard/page/place.ts';

const name = fc
  .oneof(fc.string({ minLength: 1, maxLength: 64 }), fc.constantFrom('a:b', 'a%3ab', 'é/ü', 'x#1!@'))
  .filter(
    // Lone surrogates are no text: the intake takes none.
    (text) => text.isWellFormed() && text !== UNATTRIBUTED,
  );

describe('a place of the page', () => {
  it('is called by the id that the API knows it by', () => {
    fc.assert(
      fc.property(name, fc.option(name, { nil: undefined }), (touchpoint, location) => {
        const cell = location === undefined ? { touchpoint } : { touchpoint, location };
        expect(placeId(cell)).toBe(touchpointId(cell));
        expect(placeLink(cell)).toBe(`#/touchpoint/${touchpointId(cell)}`);
      }),
    );
  });

  it('without a location is the same however that is told', () => {
    expect(placeId({ touchpoint: 'delivery', location: UNATTRIBUTED })).toBe(touchpointId({ touchpoint: 'delivery' }));
  });

  it('is named by what is known of it', () => {
    expect(placeName({ touchpoint: 'delivery', location: 'Millfield' })).toBe('delivery at Millfield');
    expect(placeName({ touchpoint: 'delivery', location: UNATTRIBUTED })).toBe('delivery');
    expect(placeName({ location: 'Millfield' })).toBe('touchpoint not told at Millfield');
  });

  it('of a gap over several is named by what they share', () => {
    expect(gapName({ scope: 'touchpoint', touchpoint: 'delivery' })).toBe('delivery at all locations');
    expect(gapName({ scope: 'location', location: 'Millfield' })).toBe('all touchpoints at Millfield');
    expect(gapName({ scope: 'cell', touchpoint: 'delivery', location: 'Millfield' })).toBe('delivery at Millfield');
  });
});
