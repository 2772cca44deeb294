import { DAY, type Day, dayOf, type Instant, plus, startOf } from '../domain/instant.ts';
import type { Fact } from '../domain/message/fact.ts';
import { customerOf, digest } from '../domain/message/identity.ts';
import { asGuest } from '../domain/story/guests.ts';
import type { DynamoTable, Item, Key, Written } from './dynamo-table.ts';
import { copyInto, correctionsIn, factKeyOf, factOfItem, isScore } from './facts.ts';

/** A guest day of a customer's story, and how far its facts were handed over to their guest stories. */
export interface GuestMark {
  story: string;
  day: Day;
  /** Sort key of the last item handed over; absent where none was. */
  after?: string;
  done: boolean;
}

/** A fact to hand over, in its guest story, with the scores that it has. */
export interface HandedFact {
  fact: Fact;
  /** What is copied of it, each to be kept as long as what it is a copy of. */
  items: Item[];
}

const BEYOND_ALL = '~';

const keyOf = (story: string, day: Day): Key => ({ pk: `guests#${digest(story)}`, sk: day });

/** That a story has guest days at all; sorts before every day. */
const KNOWN = '#known';

const markOf = ({ sk, order }: Item, story: string): GuestMark => ({
  story,
  day: sk,
  ...(order ? { after: order as string } : {}),
  done: order === BEYOND_ALL,
});

/** Which days of which customers are guest days. A mark is never taken away. */
export class GuestDays {
  readonly #table: DynamoTable;

  constructor(state: DynamoTable) {
    this.#table = state;
  }

  /** Those of the stories that have any guest days. */
  async known(stories: readonly string[]): Promise<Set<string>> {
    const keys = new Map(stories.map((story) => [keyOf(story, KNOWN).pk, story]));
    const found = await this.#table.batchGet([...keys.keys()].map((pk) => ({ pk, sk: KNOWN })));
    return new Set(found.flatMap(({ pk }) => keys.get(pk) ?? []));
  }

  /** A story's guest days from a day on. */
  async since(story: string, day: Day): Promise<GuestMark[]> {
    const { pk } = keyOf(story, day);
    const items = await this.#table.query({
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk >= :day',
      ExpressionAttributeValues: { ':pk': pk, ':day': day },
    });
    return items.map((item) => markOf(item, story));
  }

  /** Answers `refused` where somebody was quicker. */
  async mark(story: string, day: Day): Promise<Written> {
    await this.#table.add({ ...keyOf(story, KNOWN) });
    return this.#table.add({ ...keyOf(story, day), order: '' });
  }

  /** Notes how far a day is handed over; without `after`, that it all is. Never goes back. */
  async progress({ story, day }: GuestMark, after: string = BEYOND_ALL): Promise<void> {
    await this.#table.putInOrder({ ...keyOf(story, day), order: after });
  }

  /** The facts that are in their customers' stories although their days are guest days. */
  async among(facts: readonly Fact[]): Promise<Set<Fact>> {
    const ofCustomers = facts.filter(({ story }) => customerOf(story) !== undefined);
    const key = (fact: Fact): Key => keyOf(fact.story, dayOf(fact.message.occurredAt));
    const marks = await this.#table.batchGet(ofCustomers.map(key), ['pk', 'sk']);
    const marked = new Set(marks.map(({ pk, sk }) => JSON.stringify([pk, sk])));
    return new Set(
      ofCustomers.filter((fact) => {
        const { pk, sk } = key(fact);
        return marked.has(JSON.stringify([pk, sk]));
      }),
    );
  }
}

/** Hands facts of guest days over: adds them, as they lie in their customer's story, to their guest stories. */
export class GuestFacts {
  readonly #table: DynamoTable;

  constructor(facts: DynamoTable) {
    this.#table = facts;
  }

  /** About `most` items' worth of a day's facts beyond a sort key, and the key to go on from; without one, it was the last. */
  async page({ story, day, after }: GuestMark, most: number): Promise<{ facts: HandedFact[]; next?: string }> {
    const from = after ?? startOf(day);
    const items = await this.#table.query(
      {
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :story AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':story': story, ':from': from, ':to': lastOf(day) },
      },
      most,
    );
    const fresh = items.filter(({ sk }) => sk !== after);
    const groups = [...Map.groupBy(fresh, factKeyOf).values()];
    // A full page may end between a fact and its scores: the last fact waits for the next, unless it is the only one.
    const whole = items.length < most || groups.length < 2 ? groups : groups.slice(0, -1);
    const last = whole.at(-1)?.at(-1)?.sk;
    const facts = whole
      .map(([first, ...scores]) => handedOf(first as Item, scores, story))
      .filter((one) => one !== undefined);
    return items.length < most || last === undefined ? { facts } : { facts, next: last };
  }

  async add({ items }: HandedFact): Promise<void> {
    await Promise.all(items.map((item) => this.#table.add(item)));
  }

  correctionsOf(facts: readonly Fact[]): Promise<Map<Fact, Fact[]>> {
    return correctionsIn(this.#table, facts);
  }

  /** Adds a correction to the guest story of what it corrects, for as long as that is kept. */
  async copy(correction: Fact, { fact, items }: HandedFact): Promise<void> {
    await copyInto(this.#table, correction, fact.story, items[0]?.expiresAt as number);
  }
}

const lastOf = (day: Day): Instant => `${plus(startOf(day), DAY - 1)}#~`;

const handedOf = (item: Item, scores: readonly Item[], story: string): HandedFact | undefined => {
  if (isScore(item)) return undefined;
  const told = factOfItem(item);
  // What a correction from elsewhere left here stays here; its own story is another.
  if (told.story !== story) return undefined;
  const fact = asGuest(told);
  const pk = fact.story;
  return {
    fact,
    items: [{ pk, sk: item.sk, ...fact, expiresAt: item.expiresAt }, ...scores.map((score) => ({ ...score, pk }))],
  };
};
