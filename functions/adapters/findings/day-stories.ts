import type { ReadStory } from '../../domain/exports/told-facts.ts';
import { type Day, dayOf, type Instant } from '../../domain/instant.ts';
import { type Fact, factSortKey } from '../../domain/message/fact.ts';
import { asGuest, isGuestStory } from '../../domain/story/guests.ts';
import { horizonOf } from '../../domain/story/reach.ts';
import { chunked, mapConcurrently } from '../../runtime/concurrency.ts';
import { SCORER } from '../comprehend.ts';
import { StoredFacts, storyOf } from '../facts.ts';
import { asHandedOver, type FactTables, type PlacedKey } from './handed-over.ts';

/** Stories held at once; a story has a thousand or so items at most, and most have a few. */
const STORIES_AT_ONCE = 50;
const STORIES_IN_FLIGHT = 16;

/** A story that something happened in on a day, and the sort keys of what did. */
export interface DayStory extends ReadStory {
  ofDay: ReadonlySet<string>;
}

/** Reads the facts of a day, each with the story it is heard in. */
export class DayStories {
  readonly #tables: FactTables;
  readonly #stored: StoredFacts;

  constructor(tables: FactTables) {
    this.#tables = tables;
    this.#stored = new StoredFacts(tables.facts);
  }

  /**
   * The stories of a UTC day as of some time, in the order of their names, some at a time. What is held meanwhile is these
   * and the keys of the day.
   */
  async *ofDay(day: Day, asOf: Instant): AsyncGenerator<DayStory[]> {
    const placed = await asHandedOver(this.#tables, await this.#stored.keysOfDay(day));
    const stories = [...Map.groupBy(placed, ({ pk }) => pk)].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const some of chunked(stories, STORIES_AT_ONCE)) {
      const guests = await this.#tables.guestDays.known(some.map(([story]) => story));
      yield await mapConcurrently(some, STORIES_IN_FLIGHT, ([story, keys]) =>
        this.#read(story, keys, asOf, guests.has(story)),
      );
    }
  }

  async #read(story: string, keys: readonly PlacedKey[], asOf: Instant, hasGuests: boolean): Promise<DayStory> {
    const horizon = horizonOf(asOf);
    const marks = hasGuests ? await this.#tables.guestDays.since(story, dayOf(horizon)) : [];
    const { facts, sentiments } = await this.#stored.story(
      story,
      horizon,
      asOf,
      marks.map(({ day }) => day),
    );
    const read = new Set(facts.map(factSortKey));
    const missing = await this.#missing(
      story,
      keys.filter(({ sk }) => !read.has(sk)),
    );
    return {
      story,
      facts: [...facts, ...missing.facts],
      sentiments: new Map([...sentiments, ...missing.sentiments]),
      ofDay: new Set(keys.map(({ sk }) => sk)),
    };
  }

  /** What a fold does not reach, be it too old or one of too many, and what waits to be handed over to a guest story. */
  async #missing(story: string, keys: readonly PlacedKey[]) {
    if (keys.length === 0) return { facts: [], sentiments: new Map() };
    const listed = keys.map((key) => key.listed);
    const scores = listed.map(({ pk, sk }) => ({ pk, sk: `${sk}#score#${SCORER}` }));
    const { facts, sentiments } = storyOf(await this.#tables.facts.batchGet([...listed, ...scores]));
    return { facts: isGuestStory(story) ? facts.map((fact: Fact) => asGuest(fact)) : facts, sentiments };
  }
}
