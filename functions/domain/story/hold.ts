import type { HoldTold, ProductEvent } from '../events/event.ts';
import { type Day, dayOf, type Instant, plus } from '../instant.ts';
import { GUEST_FACTS } from './guests.ts';
import { lastComplaint, MATTER_LASTS, type Matter, opening } from './matters.ts';

/** A matter that holds surveys to its customer back. */
export interface HeldMatter {
  id: string;
  /** Event time of its first complaint. */
  since: Instant;
  /** When it stops by itself. */
  until: Instant;
}

/** Why, and until when, a customer is not to be sent a survey; one that was released has no matters and an end that lies behind. */
export interface Hold {
  customerId: string;
  since: Instant;
  until: Instant;
  /** The newest `MATTERS_TOLD`, in the order in which they began. */
  matterIds: string[];
}

/**
 * A hold names so many matters at most: judgement. Nobody works off more of one customer, and each event that waits in the
 * item while the bus is out repeats them (docs/decisions/030-the-survey-hold.md).
 */
export const MATTERS_TOLD = 20;
/**
 * So many matters out of sight are remembered one by one: judgement. Where a day turns out to be a guest day, a fold looks
 * further back than the one before by as many messages as it loses; no matter of those is told as another's then.
 */
export const OUT_OF_SIGHT = GUEST_FACTS;

/** A hold as it is stored. */
export interface HoldState extends Hold {
  /** Of the last fold that changed it. */
  order: string;
  /** Counts changes from 1; also the sequence number of the last event. */
  version: number;
  /** Events not known to be told yet, in sequence. */
  pending?: ProductEvent[];
}

const inOrder = (matters: readonly HeldMatter[]): HeldMatter[] =>
  [...matters].sort((a, b) => (`${a.since} ${a.id}` < `${b.since} ${b.id}` ? -1 : 1));

/**
 * HOLD-1: a matter holds surveys to its customer back from its first complaint until the remedy, or until 60 days have
 * passed since its last.
 *
 * @param asOf the time of the fold that the matters come from; the end itself is no longer held
 */
export const heldBy = (matters: readonly Matter[], asOf: Instant): HeldMatter[] =>
  inOrder(
    matters
      .filter(({ remedy }) => !remedy)
      .map((matter) => ({
        id: matter.id,
        since: opening(matter).at,
        until: plus(lastComplaint(matter).lastAt, MATTER_LASTS),
      }))
      .filter(({ until }) => until > asOf),
  );

/**
 * HOLD-7: of the matters beyond the 200 newest that a fold no longer reads, those whose last complaint fell on the same day
 * are remembered as one: the last, as if it had begun with the first. The end of a hold stays exact, its beginning to the day.
 */
const boundedTo = (most: number, matters: readonly HeldMatter[]): HeldMatter[] => {
  const newestFirst = [...matters].sort((a, b) => (`${a.until} ${a.id}` > `${b.until} ${b.id}` ? -1 : 1));
  const days = Map.groupBy(newestFirst.slice(most), ({ until }) => dayOf(until));
  const ofDays = [...days.values()].flatMap(([last, ...more]) =>
    last ? [{ ...last, since: more.reduce((first, { since }) => (since < first ? since : first), last.since) }] : [],
  );
  return [...newestFirst.slice(0, most), ...ofDays];
};

/** What a fold saw, and how far it looked. */
interface Sight {
  matters: readonly { matter: Matter }[];
  held: readonly HeldMatter[];
  horizon: Instant;
  guestDays: readonly Day[];
}

/**
 * HOLD-2: a matter that began behind what a fold read, and whose last complaint is in none of the matters it saw, is held on
 * until its time: a customer who writes so much that the complaint is crowded out has got no remedy by that. One that rests
 * on a guest day is not.
 *
 * @param before what the fold before this one held
 */
export const stillHeld = (fold: Sight, before: readonly HeldMatter[], asOf: Instant): HeldMatter[] => {
  const complaints = fold.matters.flatMap(({ matter }) => matter.complaints);
  const outOfSight = before.filter(({ since, until }) => {
    const last = plus(until, -MATTER_LASTS);
    const isSeen = since >= fold.horizon || complaints.some(({ at, lastAt }) => at <= last && last <= lastAt);
    const isOfGuests = fold.guestDays.some((day) => day >= dayOf(since) && day <= dayOf(last));
    return !isSeen && !isOfGuests && until > asOf;
  });
  return inOrder([...fold.held, ...boundedTo(OUT_OF_SIGHT, outOfSight)]);
};

/**
 * HOLD-3: all matters of a customer make one hold, from the first complaint of any to the last end of any. It names the 20
 * that began last.
 */
export const holdOf = (customerId: string, held: readonly HeldMatter[]): Hold | undefined => {
  const [first, ...more] = inOrder(held);
  if (!first) return undefined;
  return {
    customerId,
    since: first.since,
    until: more.reduce((latest, { until }) => (until > latest ? until : latest), first.until),
    matterIds: [first, ...more].slice(-MATTERS_TOLD).map(({ id }) => id),
  };
};

/**
 * HOLD-4: a hold whose time has passed holds nobody back, whether or not it was released yet.
 *
 * @param now the reader's time
 */
export const isHeld = ({ matterIds, until }: Hold, now: Instant): boolean => matterIds.length > 0 && until > now;

const isSame = (a: Hold, b: Hold): boolean =>
  a.since === b.since && a.until === b.until && JSON.stringify(a.matterIds) === JSON.stringify(b.matterIds);

const released = ({ customerId, since, until }: Hold, at: Instant): Hold => ({
  customerId,
  since,
  until: until < at ? until : at,
  matterIds: [],
});

/**
 * HOLD-5: each change of a hold has the next version and an event that is stored with it; a fold that changes nothing, or is
 * lesser than the one that changed it last, leaves it as it is.
 *
 * @param known as stored; absent where the customer was never held
 * @param hold what the fold comes to; absent where nothing is open
 * @param change `at` is the time of the fold, `order` its rank among those of the story
 * @returns the next state, or `undefined` where the known one stays
 */
export const changeHold = (
  known: HoldState | undefined,
  hold: Hold | undefined,
  { at, order }: { at: Instant; order: string },
): HoldState | undefined => {
  if (known && known.order > order) return undefined;
  const wasHeld = known !== undefined && known.matterIds.length > 0;
  const next = hold ?? (wasHeld ? released(known, at) : undefined);
  if (!next || (known && isSame(known, next))) return undefined;
  const version = (known?.version ?? 0) + 1;
  const { customerId, since, until, matterIds } = next;
  const data: HoldTold = { customerId, since, until, matterIds };
  const told: ProductEvent = {
    version: 1,
    type: hold ? (wasHeld ? 'hold.extended' : 'hold.placed') : 'hold.released',
    subject: `hold#${customerId}`,
    sequence: version,
    at,
    data,
  };
  return { ...next, order, version, pending: [...(known?.pending ?? []), told] };
};
