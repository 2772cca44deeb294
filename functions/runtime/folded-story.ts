import { addBusinessHours } from '../domain/actions/business-calendar.ts';
import type { Owners } from '../domain/actions/owners.ts';
import { type Day, dayOf, type Instant } from '../domain/instant.ts';
import type { Fact } from '../domain/message/fact.ts';
import type { Sentiment } from '../domain/scoring/sentiment.ts';
import { guestDaysAmong } from '../domain/story/guests.ts';
import { horizonOf } from '../domain/story/reach.ts';
import type { StoryFold } from '../domain/story/story.ts';
import type { Taxonomy } from '../domain/why/taxonomy.ts';

/** What reading a customer's story needs. */
export interface StoryDeps {
  owners: Owners;
  /** Read when a story is asked for. */
  taxonomy(): Taxonomy;
  facts: {
    story(
      story: string,
      horizon: Instant,
      asOf: Instant,
      guestDays: readonly Day[],
    ): Promise<{ facts: Fact[]; sentiments: ReadonlyMap<string, Sentiment> }>;
  };
  guestDays: { since(story: string, day: Day): Promise<{ day: Day }[]> };
}

/** The same without the days that a customer's key had many behind it, be they marked as such or not yet. */
const ordinaryDays = async (deps: StoryDeps, story: string, asOf: Instant) => {
  const horizon = horizonOf(asOf);
  const marked = await deps.guestDays.since(story, dayOf(horizon));
  const guestDays = new Set(marked.map(({ day }) => day));
  for (;;) {
    const read = await deps.facts.story(story, horizon, asOf, [...guestDays]);
    const found = [...guestDaysAmong(story, read.facts).keys()].filter((day) => !guestDays.has(day));
    if (found.length === 0) return { ...read, guestDays: [...guestDays] };
    for (const day of found) guestDays.add(day);
  }
};

/**
 * Folds a customer's story to be looked at: the way detect-customer-gaps folds it, and nothing is written.
 *
 * @throws RangeError where `owners` was never checked
 */
export const foldedStory = async (deps: StoryDeps, story: string, asOf: Instant): Promise<StoryFold> => {
  const { owners } = deps;
  const calendar = owners.calendars[owners.answering];
  if (!calendar) throw new RangeError(`owners.json: no calendar "${owners.answering}"`);
  // All that hearing needs takes a third of a second to load: whoever only lists does not wait for it.
  const [{ foldStory }, read] = await Promise.all([
    import('../domain/story/story.ts'),
    ordinaryDays(deps, story, asOf),
  ]);
  const addWorkingHours = (from: Instant, hours: number) => addBusinessHours(from, hours, calendar);
  return foldStory({ story, ...read, asOf, taxonomy: deps.taxonomy(), addWorkingHours });
};
