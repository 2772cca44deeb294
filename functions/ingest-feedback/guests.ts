import type { Fact } from '../domain/message/fact.ts';
import { asGuest } from '../domain/story/guests.ts';

/** Which facts are in their customers' stories although their days are guest days. */
export interface GuestDays {
  among(facts: readonly Fact[]): Promise<ReadonlySet<Fact>>;
}

/** GUEST-5: facts of days that are known for guest days are stored in their guest stories, and nowhere else. */
export const placeGuests = async <A extends { fact: Fact }>(
  arrivals: readonly A[],
  guestDays: GuestDays,
): Promise<A[]> => {
  const guests = await guestDays.among(arrivals.map(({ fact }) => fact));
  return arrivals.map((arrival) => (guests.has(arrival.fact) ? { ...arrival, fact: asGuest(arrival.fact) } : arrival));
};

/**
 * Those of stored facts whose day became a guest day before they were stored, in their guest stories. The mark is set before
 * the facts are handed over, and asked for after they are stored: of the two at least one sees the other.
 */
export const overtakenGuests = async <A extends { fact: Fact }>(
  stored: readonly A[],
  guestDays: GuestDays,
): Promise<A[]> => {
  const guests = await guestDays.among(stored.map(({ fact }) => fact));
  return stored.filter(({ fact }) => guests.has(fact)).map((one) => ({ ...one, fact: asGuest(one.fact) }));
};
