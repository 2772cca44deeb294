import { DAY, type Instant, millis, plus } from '../domain/instant.ts';
import { type Fact, factSortKey } from '../domain/message/fact.ts';
import { feedbackHome } from '../domain/message/identity.ts';
import type { Sentiment } from '../domain/scoring/sentiment.ts';
import { STORY_FACTS } from '../domain/story/story.ts';
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

const scoreKey = (fact: Fact, scorer: string): Key => ({ pk: fact.story, sk: `${factSortKey(fact)}${SCORE}${scorer}` });

const shardOf = (fact: Fact): number => fact.contentHash.charCodeAt(0) % DAY_SHARDS;

const listed = (fact: Fact) => ({
  dayShard: `${fact.message.occurredAt.slice(0, 10)}#${shardOf(fact)}`,
  daySort: factSortKey(fact),
});

const factOfItem = ({ id, feedback, story, contentHash, language, message }: Item): Fact =>
  ({ id, feedback, story, contentHash, ...(language ? { language } : {}), message }) as Fact;

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

  /** The newest facts of a story up to `asOf`, strongly read. */
  async story(story: string, horizon: Instant, asOf: Instant): Promise<StoredStory> {
    const items = await this.#table.query(
      {
        ConsistentRead: true,
        ScanIndexForward: false,
        KeyConditionExpression: 'pk = :story AND sk BETWEEN :horizon AND :asOf',
        ExpressionAttributeValues: { ':story': story, ':horizon': horizon, ':asOf': `${asOf}#~` },
      },
      2 * STORY_FACTS,
    );
    const read = storyOf(items);
    return { ...read, facts: read.facts.slice(-STORY_FACTS) };
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
    if (pk !== fact.story) await this.#table.add({ pk, sk: factSortKey(fact), ...fact, expiresAt });
    await this.#table.add({ pk, sk: CORRECTED, expiresAt });
  }

  /** Adds a correction to another story that holds its feedback. */
  async copy(fact: Fact, story: string, receivedAt: Instant): Promise<void> {
    const expiresAt = this.#expiry(receivedAt);
    await this.#table.add({ pk: story, sk: factSortKey(fact), ...fact, expiresAt });
  }

  /** The corrections known of the facts' feedbacks, by fact. */
  async correctionsOf(facts: readonly Fact[]): Promise<Map<Fact, Fact[]>> {
    const flags = await this.#table.batchGet(
      facts.map((fact) => ({ pk: feedbackHome(fact.message), sk: CORRECTED })),
      ['pk', 'sk'],
    );
    const corrected = new Set(flags.map(({ pk }) => pk));
    const found = new Map<Fact, Fact[]>();
    for (const fact of facts) {
      const home = feedbackHome(fact.message);
      if (!corrected.has(home)) continue;
      const items = await this.#table.partition(home);
      found.set(fact, storyOf(items.filter(({ sk }) => sk !== CORRECTED)).facts);
    }
    return found;
  }
}
