import { DAY, type Day, dayOf, type Instant, plus, startOf } from '../instant.ts';
import type { Fact } from '../message/fact.ts';
import type { FeedbackMessage } from '../message/feedback-message.ts';
import { customerOf, digest, storyKey } from '../message/identity.ts';

/**
 * GUEST-1: a message each seven minutes around the clock. Nobody writes and is written to so often; a key that is has many
 * behind it: "guest", a test account, what a form fills in where nobody is known.
 */
export const GUEST_FACTS = 200;

/** A story's guest days among its facts, each with the number of facts found on it. Revisions count one by one. */
export const guestDaysAmong = (story: string, facts: readonly Fact[], most = GUEST_FACTS): Map<Day, number> => {
  if (customerOf(story) === undefined) return new Map();
  const own = facts.filter((fact) => fact.story === story);
  const idsOfDays = [...Map.groupBy(own, ({ message }) => dayOf(message.occurredAt))].map(
    ([day, ofDay]) => [day, new Set(ofDay.map(({ id }) => id)).size] as const,
  );
  return new Map(idsOfDays.filter(([, ids]) => ids > most));
};

/** GUEST-2: where a customer's fact is folded if its day is a guest day: as it would be if it named no customer. */
export const guestStory = ({ message }: Fact): string => {
  const { customerId = '', ...nameless } = message;
  return `guest#${digest(customerId)}#${digest(storyKey(nameless as FeedbackMessage))}`;
};

/** The same fact in its guest story. */
export const asGuest = (fact: Fact): Fact => ({ ...fact, story: guestStory(fact) });

/** Whether a story holds facts of guest days. */
export const isGuestStory = (story: string): boolean => story.startsWith('guest#');

/** A stretch of time, both ends in it. */
export interface Stretch {
  from: Instant;
  to: Instant;
}

/** What remains of a stretch without guest days, newest first; days in a row leave no gap between them. */
export const betweenGuestDays = (from: Instant, to: Instant, guestDays: readonly Day[]): Stretch[] => {
  const stretches: Stretch[] = [];
  let end = to;
  for (const day of [...new Set(guestDays)].sort().reverse()) {
    const after = plus(startOf(day), DAY);
    if (after <= from) break;
    if (startOf(day) > end) continue;
    if (after <= end) stretches.push({ from: after, to: end });
    end = plus(startOf(day), -1);
  }
  return from <= end ? [...stretches, { from, to: end }] : stretches;
};
