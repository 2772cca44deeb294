import type { Gap, GapKind } from '../gaps/gap.ts';
import { twoFigures } from '../statistics/two-figures.ts';
import { UNATTRIBUTED } from '../story/attribution.ts';

/** What the customer got so far, where it was no remedy. */
export type Got = 'got words only' | 'got no help' | 'got no answer';

/** Where a gap lies, as far as it is named. */
type Where = Pick<Gap, 'touchpoint' | 'location'>;

const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

const touchpointOf = ({ touchpoint = UNATTRIBUTED }: Where): string =>
  touchpoint === UNATTRIBUTED ? 'an unknown touchpoint' : touchpoint;

/** A touchpoint at a location, in words. */
export const about = (where: Where): string =>
  `${touchpointOf(where)}${where.location === undefined ? '' : ` at ${where.location}`}`;

const roughly = (count: number): string => grouped.format(twoFigures(count));

const customersOf = (count: string): string => `${count} ${count === '1' ? 'customer' : 'customers'}`;
const orNone = (count: string): string => (count === '0' ? 'none' : count);

/** A gap over several cells names what they have in common, between commas. */
const everywhere: Partial<Record<Gap['scope'], (gap: Gap) => string>> = {
  touchpoint: (gap) => `${touchpointOf(gap)}, at all locations,`,
  location: ({ location }) => `${location ?? 'an unknown location'}, at all touchpoints,`,
};

const darkCorner = (gap: Gap): string => {
  const where = everywhere[gap.scope]?.(gap) ?? about(gap);
  const { perMonth = 0, shown = 0 } = gap.impact ?? {};
  const customers = roughly(perMonth);
  if (customers === '0') return `Dark corner: the score of ${where} hides its silence`;
  return `Dark corner: ${where} brushes off about ${customersOf(customers)} a month, surveys show ${orNone(roughly(shown))}`;
};

const surge = (gap: Gap): string => {
  const surging = `Complaints about ${about(gap)} are surging`;
  if (!gap.surge) return surging;
  const { days, customers, expected } = gap.surge;
  const explained = expected < 1 ? 'less than 1' : grouped.format(expected);
  return `${surging}: ${customersOf(grouped.format(customers))} in ${days} ${days === 1 ? 'day' : 'days'}, ${explained} expected`;
};

const titles: Record<GapKind, (gap: Gap, got: Got) => string> = {
  runaround: (gap) => `Sent round in circles over ${about(gap)}`,
  unheard: (gap) => `Complaint brushed off, then asked to score ${about(gap)}`,
  unanswered: (gap, got) => `Complaint about ${about(gap)} ${got}`,
  'cross-channel': (gap) => `High score for ${about(gap)}, complaint elsewhere not put right`,
  contradiction: (gap) => `Score for ${about(gap)} and the words beside it disagree`,
  'dark-corner': darkCorner,
  surge,
};

/** What an action that answers for a gap is called. */
export const titleOf = (gap: Gap, got: Got = 'got no answer'): string => titles[gap.kind](gap, got);
