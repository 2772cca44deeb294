import { linkTo } from './address.ts';
import { words } from './words.ts';

/** A touchpoint, at a location where one is known. */
export interface Place {
  touchpoint?: string | undefined;
  location?: string | undefined;
}

/** What the API calls a touchpoint or location that nobody told. */
export const UNATTRIBUTED = 'unattributed';

/** The separators of keys, as functions/domain/message/identity.ts escapes them; that file needs more than a browser has. */
const part = (text: string): string => text.replace(/[%:@!#]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);

/** Id of a touchpoint at its location, as the API has it (functions/domain/analysts/touchpoint-id.ts). */
export const placeId = ({ touchpoint = UNATTRIBUTED, location }: Place): string => {
  const known = location === UNATTRIBUTED ? undefined : location;
  const key = [touchpoint, known].flatMap((name) => (name === undefined ? [] : part(name))).join(':');
  const bytes = new TextEncoder().encode(key);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

/** The link to a touchpoint's own page. */
export const placeLink = (place: Place): string => linkTo(['touchpoint', placeId(place)]);

/** `delivery at Millfield`. */
export const placeName = ({ touchpoint = UNATTRIBUTED, location = UNATTRIBUTED }: Place): string => {
  const name = touchpoint === UNATTRIBUTED ? words.place.noTouchpoint : touchpoint;
  return location === UNATTRIBUTED ? name : words.place.at(name, location);
};

/** Whose gap it is: of a touchpoint at a location, or over all locations or touchpoints. */
export const gapName = ({ scope, ...place }: Place & { scope: string }): string => {
  if (scope === 'touchpoint') return words.place.everywhere(place.touchpoint ?? UNATTRIBUTED);
  if (scope === 'location') return words.place.allAt(place.location ?? UNATTRIBUTED);
  return placeName(place);
};
