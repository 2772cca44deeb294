import { DAY, HOUR, type Instant, instantAt, millis } from '../../../functions/domain/instant.ts';
import type { Location, Mood, Touchpoint } from './journey.ts';
import { repliesOf, type Worth } from './our-words.ts';
import { reviewTitles, type Voice, voicesOf } from './voices.ts';
import { loginCodeComplaints } from './voices-account.ts';
import { millfieldComplaints } from './voices-delivery.ts';

/** How far back the sample goes. */
export const SAMPLE_DAYS = 28;
const MINUTE = 60_000;

/** A customer's business at one step of the journey; feedback says as much of it as upstream knows. */
export interface Visit {
  customerId?: string;
  touchpoint?: Touchpoint;
  location?: Location;
  interactionId?: string;
  attributes?: Record<string, string>;
}
export type PlacedVisit = Visit & { touchpoint: Touchpoint; location: Location; interactionId: string };

/** Words that only one story uses. */
export type Story = 'millfield-round' | 'login-code';

/** What the stories are told with: a calendar that counts back from the end, dealt words, drawn names, seeded chance. */
export interface Stage {
  /** `daysAgo` 0 is the UTC day of the end, which may be cut short by it. */
  at(daysAgo: number, hour: number, minute?: number): Instant;
  /** Days ago of the whole weekdays, latest first; the two oldest days stay free for what goes before. */
  workdays: readonly number[];
  /** The instant itself while the desk is staffed (weekdays, 8 to 22 o'clock UTC), else early next morning. */
  staffed(instant: Instant): Instant;
  /** From 0 up to, not including, 1. */
  chance(): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  /** Dealt like cards, so that nothing is said twice before everything was said once. */
  said(touchpoint: Touchpoint, mood: Mood): Voice;
  saidIn(story: Story): Voice;
  title(mood: Mood): string;
  replied(worth: Worth, touchpoint: Touchpoint): string;
  /** The next number of a series: the posting system's own id. */
  id(series: string): string;
  /** A visit of a customer, or of somebody new. */
  visit(touchpoint: Touchpoint, location: Location, customerId?: string): PlacedVisit;
}

const firstNames =
  'ada,bram,celia,dorian,elif,fergus,greta,hamza,iris,jory,keziah,lorcan,mabel,nadim,orla,pavel,quentin,rosa,soren,thea,ulla,vasco,winnie,yusuf';
const lastNames =
  'abara,birch,corran,dunmore,ekholm,farrow,gossard,hale,ibarra,jessop,kestrel,lomax,moran,nyland,oduya,pascoe,renwick,sallow,tarrant,wylde';

const story: Readonly<Record<Story, readonly string[]>> = {
  'millfield-round': millfieldComplaints,
  'login-code': loginCodeComplaints,
};

/** Xorshift with the shifts 13, 17, 5 (Marsaglia 2003): a full period over the 32-bit numbers but zero. */
const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
};

/** Sets the stage for one telling that ends at `end`; the same end gives the same stage. */
export const stageBefore = (end: Date): Stage => {
  const chance = seeded(0x0fe77e1);
  const midnight = Math.floor(end.getTime() / DAY) * DAY;
  const at: Stage['at'] = (daysAgo, hour, minute = 0) =>
    instantAt(midnight - daysAgo * DAY + hour * HOUR + minute * MINUTE);
  const isWeekday = (instant: Instant): boolean => ![0, 6].includes(new Date(instant).getUTCDay());

  const between: Stage['between'] = (low, high) => low + Math.floor(chance() * (high - low + 1));
  const pick: Stage['pick'] = <T>(from: readonly T[]): T => from[between(0, from.length - 1)] as T;
  const shuffled = <T>(cards: readonly T[]): T[] => {
    const deck = [...cards];
    for (let i = deck.length - 1; i > 0; i--) {
      const j = between(0, i);
      [deck[i], deck[j]] = [deck[j] as T, deck[i] as T];
    }
    return deck;
  };
  const decks = new Map<string, unknown[]>();
  const deal = <T>(name: string, cards: () => readonly T[]): T => {
    const left = decks.get(name)?.length ? (decks.get(name) as T[]) : shuffled(cards());
    decks.set(name, left);
    return left.pop() as T;
  };

  const series = new Map<string, number>();
  const next = (name: string): number => {
    const n = (series.get(name) ?? 0) + 1;
    series.set(name, n);
    return n;
  };
  const strangers = shuffled(
    firstNames.split(',').flatMap((first) => lastNames.split(',').map((last) => `${first}-${last}`)),
  );
  const stranger = (): string => {
    const n = next('stranger') - 1;
    const name = strangers[n % strangers.length] as string;
    return n < strangers.length ? name : `${name}-${1 + Math.floor(n / strangers.length)}`;
  };

  return {
    at,
    workdays: Array.from({ length: SAMPLE_DAYS - 3 }, (_, i) => i + 1).filter((daysAgo) => isWeekday(at(daysAgo, 12))),
    staffed: (instant) => {
      const hour = new Date(instant).getUTCHours();
      if (isWeekday(instant) && hour >= 8 && hour < 22) return instant;
      const early = 8 * HOUR + (millis(instant) % (50 * MINUTE));
      let morning = Math.floor(millis(instant) / DAY) * DAY + early + (hour < 8 ? 0 : DAY);
      while (!isWeekday(instantAt(morning))) morning += DAY;
      return instantAt(morning);
    },
    chance,
    between,
    pick,
    said: (touchpoint, mood) => deal(`${touchpoint} ${mood}`, () => voicesOf(touchpoint, mood)),
    saidIn: (name) => ({ words: deal(name, () => story[name]) }),
    title: (mood) => deal(`title ${mood}`, () => reviewTitles[mood]),
    replied: (worth, touchpoint) => deal(`${worth} ${touchpoint}`, () => repliesOf(worth, touchpoint)),
    id: (name) => `${name}-${String(next(name)).padStart(4, '0')}`,
    visit: (touchpoint, location, customerId = stranger()) => ({
      customerId,
      touchpoint,
      location,
      interactionId: `order-${48_000 + next('order')}`,
      attributes: {
        segment: pick(['family', 'single', 'student', 'senior', 'office']),
        ...(location === 'Online' ? { device: pick(['ios', 'android', 'web']) } : {}),
      },
    }),
  };
};
