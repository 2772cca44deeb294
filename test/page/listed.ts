import { placeId } from '../../functions/serve-dashboard/page/place.ts';
import type { Gap, Listed } from '../../functions/serve-dashboard/page/scores.ts';
import { march } from '../builders.ts';

const corrected = { net: 31, low: 24, high: 38, worst: -60, middle: 12, best: 80, method: 'silence' } as const;

/** A touchpoint as it is listed: 100 invited, 40 answers, 48 surveyed and 31 corrected. */
export const listed = (fields: Partial<Listed> = {}): Listed => {
  const place = { touchpoint: 'delivery', location: 'Millfield', ...fields };
  return {
    surveyed: { metric: 'nps', net: 48, n: 40, invited: 100, responseRate: 0.4 },
    adjusted: corrected,
    gap: { points: 14, low: 4, high: 24, qValue: 0.05 },
    complaints: { customers: 12, share: 0.1 },
    reviews: { net: null, n: 0 },
    asOf: march(8),
    themes: [],
    ...place,
    id: placeId(place),
  };
};

/** A dark corner that is open at Millfield: 27 customers a month, of whom surveys show 3. */
export const darkCorner = (fields: Partial<Gap> = {}): Gap => ({
  id: 'dark-corner-1',
  kind: 'dark-corner',
  scope: 'cell',
  touchpoint: 'delivery',
  location: 'Millfield',
  facts: [],
  state: 'open',
  openedAt: march(7),
  size: 19,
  low: 4,
  high: 34,
  qValue: 0.05,
  impact: { perMonth: 27, shown: 3 },
  ...fields,
});
