import { DAY, type Day, type Instant, millis, plus } from '../domain/instant.ts';
import { type Fact, factSortKey } from '../domain/message/fact.ts';
import { customerOf, feedbackHome } from '../domain/message/identity.ts';
import type { Sentiment } from '../domain/scoring/sentiment.ts';
import { betweenGuestDays, GUEST_FACTS, isGuestStory } from '../domain/story/guests.ts';
import { STORY_FACTS } from '../domain/story/reach.ts';
import type { DynamoTable, Item, Key } from './dynamo-table.ts';

/** Facts of a day are listed under so many partitions: one holds 1,000 writes a second (DynamoDB developer guide). */
export const DAY_SHARDS = 4;

/** The facts of a story with what a scorer said of them, by the fact's sort key. */
export interface StoredStory {
  facts: Fact[];
  sentiments: Map<string, Sentiment>;
}

const SCORE = '#score#';
const CORRECTED = 'corrected';
/**
 * Corrections in a customer's story are kept a second time, beyond all times: a fold that leaves out a guest day finds
 * there what was corrected on it.
 */
const CORRECTIONS = 'corrections#';
/** So far beyond the facts that are folded, of the oldest day among them it shows whether it is a guest day. */
const FACTS_READ = STORY_FACTS + GUEST_FACTS;

const scoreKey = (fact: Fact, scorer: string): Key => ({ pk: fact.story, sk: `${factSortKey(fact)}${SCORE}${scorer}` });

const shardOf = (fact: Fact): number => fact.contentHash.charCodeAt(0) % DAY_SHARDS;

const listed = (fact: Fact) => ({
  dayShard: `${fact.message.occurredAt.slice(0, 10)}#${shardOf(fact)}`,
  daySort: factSortKey(fact),
});

export const factOfItem = ({ id, feedback, story, contentHash, language, message }: Item): Fact =>
  ({ id, feedback, story, contentHash, ...(language ? { language } : {}), message }) as Fact;

/** The fact's sort key that an item belongs to, be it the fact or one of its scores. */
export const factKeyOf = ({ sk }: Key): string => sk.split(SCORE, 1)[0] as string;

export const isScore = ({ sk }: Key): boolean => sk.includes(SCORE);

/**
 * Where a correction told of another story is kept in one. In a guest story apart from the same correction of its own,
 * which may come later, when its day turns out a guest day too.
 */
const copyKeys = (fact: Fact, story: string): string[] => {
  const key = factSortKey(fact);
  if (isGuestStory(story)) return [`${key}#elsewhere`];
  return customerOf(story) === undefined ? [key] : [key, `${CORRECTIONS}${key}`];
};

/** Joins the items of a story: facts, each followed by its scores. The last scorer by name counts. */
export const storyOf = (items: readonly Item[]): StoredStory => {
  const story: StoredStory = { facts: [], sentiments: new Map() };
  for (const item of [...items].sort((a, b) => (a.sk < b.sk ? -1 : 1))) {
    const at = item.sk.indexOf(SCORE);
    if (at < 0) story.facts.push(factOfItem(item));
    else story.sentiments.set(item.sk.slice(0, at), item.sentiment as Sentiment);
  }
  return story;
};

/** Facts as the folds read them. */
export class StoredFacts {
  readonly #table: DynamoTable;

  constructor(table: DynamoTable) {
    this.#table = table;
  }

  /**
   * The newest facts of a story up to `asOf`, strongly read: those that are folded and as many as make a day a guest day.
   * Of days known for guest days only corrections.
   */
  async story(story: string, horizon: Instant, asOf: Instant, guestDays: readonly Day[] = []): Promise<StoredStory> {
    const items: Item[] = [];
    for (const { from, to } of betweenGuestDays(horizon, asOf, guestDays)) {
      const room = 2 * FACTS_READ - items.length;
      if (room > 0) items.push(...(await this.#newest(story, '', from, to, room)));
    }
    const { facts, sentiments } = storyOf(items);
    const newest = facts.slice(-FACTS_READ);
    if (guestDays.length === 0) return { facts: newest, sentiments };
    const corrections = await this.#newest(story, CORRECTIONS, horizon, asOf, STORY_FACTS);
    return { facts: [...storyOf(corrections).facts, ...newest], sentiments };
  }

  #newest(story: string, range: string, from: Instant, to: Instant, most: number): Promise<Item[]> {
    return this.#table.query(
      {
        ConsistentRead: true,
        ScanIndexForward: false,
        KeyConditionExpression: 'pk = :story AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':story': story, ':from': `${range}${from}`, ':to': `${range}${to}#~` },
      },
      most,
    );
  }

  /** The facts that are there among those looked for, each with what it was looked for by. */
  async at<Ref extends { story: string; fact: string }>(refs: readonly Ref[]): Promise<{ ref: Ref; fact: Fact }[]> {
    const wanted = new Map(refs.map((ref) => [JSON.stringify([ref.story, ref.fact]), ref]));
    const items = await this.#table.batchGet([...wanted.values()].map(({ story, fact }) => ({ pk: story, sk: fact })));
    return items.flatMap((item) => {
      const ref = wanted.get(JSON.stringify([item.pk, item.sk]));
      return ref ? [{ ref, fact: factOfItem(item) }] : [];
    });
  }

  /** Keys of all facts of a UTC day. */
  async keysOfDay(day: string): Promise<Key[]> {
    const shards = await Promise.all(
      Array.from({ length: DAY_SHARDS }, (_, shard) =>
        this.#table.query({
          IndexName: 'facts-by-day',
          KeyConditionExpression: 'dayShard = :shard',
          ExpressionAttributeValues: { ':shard': `${day}#${shard}` },
        }),
      ),
    );
    return shards.flat().map(({ pk, sk }) => ({ pk, sk }));
  }
}

/** Adds facts, their scores and their corrections; nothing is ever changed or taken away. */
export class FactWriter {
  readonly #table: DynamoTable;
  readonly #retentionDays: number;

  constructor(table: DynamoTable, retentionDays: number) {
    this.#table = table;
    this.#retentionDays = retentionDays;
  }

  #expiry(receivedAt: Instant): number {
    return Math.floor(millis(plus(receivedAt, this.#retentionDays * DAY)) / 1000);
  }

  /** The facts among these that are there; a fact's name is its sort key. */
  async named(names: readonly { story: string; fact: string }[]): Promise<Fact[]> {
    const items = await this.#table.batchGet(names.map(({ story, fact }) => ({ pk: story, sk: fact })));
    return items.map(factOfItem);
  }

  /** Which of the facts have an answer of this scorer already; asking again would cost again. */
  async alreadyScored(facts: readonly Fact[], scorer: string): Promise<Set<Fact>> {
    const found = await this.#table.batchGet(
      facts.map((fact) => scoreKey(fact, scorer)),
      ['pk', 'sk'],
    );
    const keys = new Set(found.map(({ pk, sk }) => JSON.stringify([pk, sk])));
    return new Set(
      facts.filter((fact) => {
        const { pk, sk } = scoreKey(fact, scorer);
        return keys.has(JSON.stringify([pk, sk]));
      }),
    );
  }

  /** Adds a fact, and its score where there is one; whatever of it is there already stays as it is. */
  async add(fact: Fact, sentiment: Sentiment | undefined, receivedAt: Instant): Promise<void> {
    const expiresAt = this.#expiry(receivedAt);
    const item = { pk: fact.story, sk: factSortKey(fact), ...fact, ...listed(fact), expiresAt };
    const writes = [this.#table.add(item)];
    if (sentiment) writes.push(this.#table.add({ ...scoreKey(fact, sentiment.scorer), sentiment, expiresAt }));
    await Promise.all(writes);
  }

  /** Adds the score of a fact that was kept without, for as long as the fact; a score that is there stays as it is. */
  async addScore(fact: Fact, sentiment: Sentiment, receivedAt: Instant): Promise<void> {
    await this.#table.add({ ...scoreKey(fact, sentiment.scorer), sentiment, expiresAt: this.#expiry(receivedAt) });
  }

  /** Keeps a correction where every revision of its feedback finds it, and says there that there is one. */
  async addCorrection(fact: Fact, receivedAt: Instant): Promise<void> {
    const pk = feedbackHome(fact.message);
    const expiresAt = this.#expiry(receivedAt);
    if (customerOf(fact.story) !== undefined) await this.copy(fact, fact.story, receivedAt);
    if (pk !== fact.story) await this.#table.add({ pk, sk: factSortKey(fact), ...fact, expiresAt });
    await this.#table.add({ pk, sk: CORRECTED, expiresAt });
  }

  /** Adds a correction to another story that holds its feedback. */
  async copy(fact: Fact, story: string, receivedAt: Instant): Promise<void> {
    await copyInto(this.#table, fact, story, this.#expiry(receivedAt));
  }

  /** Adds a fact that lies in its customer's story to its guest story as well; the days list it where it lay first. */
  async addToGuests(fact: Fact, sentiment: Sentiment | undefined, receivedAt: Instant): Promise<void> {
    const expiresAt = this.#expiry(receivedAt);
    const writes = [this.#table.add({ pk: fact.story, sk: factSortKey(fact), ...fact, expiresAt })];
    if (sentiment) writes.push(this.#table.add({ ...scoreKey(fact, sentiment.scorer), sentiment, expiresAt }));
    await Promise.all(writes);
  }

  /** The corrections known of the facts' feedbacks, by fact. */
  correctionsOf(facts: readonly Fact[]): Promise<Map<Fact, Fact[]>> {
    return correctionsIn(this.#table, facts);
  }
}

/** Adds a correction to a story that holds its feedback, to be kept until a second of 1970 and on. */
export const copyInto = async (table: DynamoTable, fact: Fact, story: string, expiresAt: number): Promise<void> => {
  await Promise.all(copyKeys(fact, story).map((sk) => table.add({ pk: story, sk, ...fact, expiresAt })));
};

/** The corrections that a table knows of the facts' feedbacks, by fact. */
export const correctionsIn = async (table: DynamoTable, facts: readonly Fact[]): Promise<Map<Fact, Fact[]>> => {
  const flags = await table.batchGet(
    facts.map((fact) => ({ pk: feedbackHome(fact.message), sk: CORRECTED })),
    ['pk', 'sk'],
  );
  const corrected = new Set(flags.map(({ pk }) => pk));
  const found = new Map<Fact, Fact[]>();
  // Revisions of one feedback may fill a batch: what is known of it is read once.
  for (const [home, same] of Map.groupBy(facts, ({ message }) => feedbackHome(message))) {
    if (!corrected.has(home)) continue;
    const items = await table.partition(home);
    const corrections = storyOf(items.filter(({ sk }) => sk !== CORRECTED)).facts;
    for (const fact of same) found.set(fact, corrections);
  }
  return found;
};
