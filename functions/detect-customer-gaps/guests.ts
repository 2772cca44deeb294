import { type Day, dayOf, type Instant, startOf } from '../domain/instant.ts';
import type { Fact } from '../domain/message/fact.ts';
import { customerOf } from '../domain/message/identity.ts';
import type { Sentiment } from '../domain/scoring/sentiment.ts';
import { guestDaysAmong } from '../domain/story/guests.ts';
import { horizonOf } from '../domain/story/reach.ts';
import { mapConcurrently } from '../runtime/concurrency.ts';
import { log } from '../runtime/log.ts';

/** A guest day, and how far its facts were handed over. */
interface Mark {
  story: string;
  day: Day;
  after?: string;
  done: boolean;
}

/** A fact in its guest story, as its store hands it over. */
interface Handed {
  fact: Fact;
}

/** What reading a story whose customer may be many reads and leaves. */
export interface GuestDeps {
  facts: {
    story(
      story: string,
      horizon: Instant,
      asOf: Instant,
      guestDays: readonly Day[],
    ): Promise<{ facts: Fact[]; sentiments: Map<string, Sentiment> }>;
  };
  guestDays: {
    /** Those of the stories that have any. */
    known(stories: readonly string[]): Promise<ReadonlySet<string>>;
    since(story: string, day: Day): Promise<Mark[]>;
    /** Answers `refused` where somebody was quicker. */
    mark(story: string, day: Day): Promise<'written' | 'refused'>;
    progress(mark: Mark, after?: string): Promise<void>;
  };
  guestFacts: {
    page(mark: Mark, most: number): Promise<{ facts: Handed[]; next?: string }>;
    add(handed: Handed): Promise<void>;
    correctionsOf(facts: readonly Fact[]): Promise<ReadonlyMap<Fact, Fact[]>>;
    copy(correction: Fact, handed: Handed): Promise<void>;
  };
  addresses: { addAddresses(facts: readonly Fact[]): Promise<void> };
  due: { set(marks: readonly { story: string; at: Instant; cause?: string }[]): Promise<void> };
}

export interface ReadStory {
  facts: Fact[];
  sentiments: Map<string, Sentiment>;
  guestDays: Day[];
}

/** Items of one read, facts and scores: some half of a page's megabyte. */
const PAGE_ITEMS = 500;
/** Facts handed over in one invocation, about: a second or two of writes. What remains is due at once. */
const FACTS_PER_BATCH = 1_000;
const WRITES_IN_FLIGHT = 24;

/** Reads a story; `again`, where what was known of it for the batch may have been overtaken. */
export type StoryReader = (story: string, asOf: Instant, again: boolean) => Promise<ReadStory>;

/**
 * GUEST-4: reads stories for one batch. A guest day that is found is marked first, so that intake stores what comes from then
 * on in guest stories, and then handed over: what was stored before goes to its guest stories, which are looked at when the
 * clock comes to them.
 */
export const storyReader = (deps: GuestDeps, stories: readonly string[]): StoryReader => {
  const ofCustomers = stories.filter((story) => customerOf(story) !== undefined);
  let known: Promise<ReadonlySet<string>> | undefined;
  let room = FACTS_PER_BATCH;

  const handPage = async (mark: Mark): Promise<Mark> => {
    const { facts: handed, next } = await deps.guestFacts.page(mark, PAGE_ITEMS);
    const facts = handed.map(({ fact }) => fact);
    room -= facts.length;
    // The address first, as at intake: a correction that comes meanwhile is seen by one of the two.
    await deps.addresses.addAddresses(facts);
    await mapConcurrently(handed, WRITES_IN_FLIGHT, (one) => deps.guestFacts.add(one));
    const corrections = await deps.guestFacts.correctionsOf(facts);
    const elsewhere = handed.flatMap((one) =>
      (corrections.get(one.fact) ?? [])
        .filter(({ message: { revision, retracted } }) => revision > 0 || retracted)
        .filter((correction) => correction.story !== one.fact.story)
        .map((correction) => ({ correction, one })),
    );
    await mapConcurrently(elsewhere, WRITES_IN_FLIGHT, ({ correction, one }) => deps.guestFacts.copy(correction, one));
    await deps.due.set(
      facts.map(({ story, message, contentHash }) => ({ story, at: message.occurredAt, cause: contentHash })),
    );
    await deps.guestDays.progress(mark, next);
    return next === undefined ? { ...mark, done: true } : { ...mark, after: next };
  };

  const handOver = async (mark: Mark): Promise<void> => {
    let at = mark;
    while (!at.done && room > 0) at = await handPage(at);
    // Due at a time that every run has passed: the next one goes on.
    if (!at.done) await deps.due.set([{ story: mark.story, at: startOf(mark.day), cause: `guests ${at.after}` }]);
  };

  /** Hardly any customer has guest days: one read for the whole batch says which do. */
  const marksOf = async (story: string, horizon: Instant, again: boolean): Promise<Mark[]> => {
    if (customerOf(story) === undefined) return [];
    known ??= deps.guestDays.known(ofCustomers);
    return again || (await known).has(story) ? deps.guestDays.since(story, dayOf(horizon)) : [];
  };

  return async (story, asOf, again) => {
    const horizon = horizonOf(asOf);
    const marks = new Map((await marksOf(story, horizon, again)).map((mark) => [mark.day, mark]));
    for (const mark of marks.values()) await handOver(mark);
    for (;;) {
      const guestDays = [...marks.keys()];
      const read = await deps.facts.story(story, horizon, asOf, guestDays);
      const found = [...guestDaysAmong(story, read.facts)].filter(([day]) => !marks.has(day));
      if (found.length === 0) return { ...read, guestDays };
      for (const [day, facts] of found) {
        const mark = { story, day, done: false };
        marks.set(day, mark);
        if ((await deps.guestDays.mark(story, day)) === 'written') log.warn('customer.guest', { facts });
        await handOver(mark);
      }
    }
  };
};
