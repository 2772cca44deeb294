import { DAY, type Day, dayOf, type Instant, plus, startOf } from '../instant.ts';
import { type Fact, factSortKey } from '../message/fact.ts';

/** A fold reads at most so many of a story's newest facts. */
export const STORY_FACTS = 500;
/** And reaches back no further. */
export const STORY_DAYS = 180;

/** The start of what a fold as of some time looks at: a whole day, so that it moves once a day. */
export const horizonOf = (asOf: Instant): Instant => startOf(dayOf(plus(asOf, -STORY_DAYS * DAY)));

/** Of a story's facts those from the horizon to the time of the fold. */
export const withinReach = (facts: readonly Fact[], asOf: Instant): Fact[] => {
  const horizon = horizonOf(asOf);
  return facts.filter(({ message: { occurredAt } }) => occurredAt >= horizon && occurredAt <= asOf);
};

const isCorrection = ({ message }: Fact): boolean => message.revision > 0 || message.retracted;

/**
 * The facts a fold looks at, each once: the newest up to its time and back to its horizon. Of guest days only corrections,
 * which may be about something said on another day; they take no other fact's room.
 */
export const lookedAt = (facts: readonly Fact[], asOf: Instant, guestDays: readonly Day[] = []): Fact[] => {
  const inTime = [...new Map(withinReach(facts, asOf).map((fact) => [`${factSortKey(fact)}#${fact.story}`, fact]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, fact]) => fact);
  const isOfGuestDay = ({ message }: Fact): boolean => guestDays.includes(dayOf(message.occurredAt));
  const ordinary = inTime.filter((fact) => !isOfGuestDay(fact)).slice(-STORY_FACTS);
  const corrections = inTime.filter((fact) => isOfGuestDay(fact) && isCorrection(fact)).slice(-STORY_FACTS);
  return corrections.length === 0 ? ordinary : [...corrections, ...ordinary];
};
