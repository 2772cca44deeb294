import { SCORER } from '../../../functions/adapters/comprehend.ts';
import type { Item, Key } from '../../../functions/adapters/dynamo-table.ts';
import { StoredFacts, storyOf } from '../../../functions/adapters/facts.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import { type Fact, type FeedbackFact, factSortKey, isFeedback } from '../../../functions/domain/message/fact.ts';
import { type FactEntry, factEntry } from '../../../functions/domain/outputs/fact-entry.ts';
import type { Sentiment } from '../../../functions/domain/scoring/sentiment.ts';
import { attribution, type Place } from '../../../functions/domain/story/attribution.ts';
import { currentFacts } from '../../../functions/domain/story/current-facts.ts';
import { firstReplies } from '../../../functions/domain/story/first-replies.ts';
import { hear } from '../../../functions/domain/story/hear.ts';
import type { HeardFact } from '../../../functions/domain/story/heard-fact.ts';
import { lookedAt } from '../../../functions/domain/story/reach.ts';
import type { Taxonomy } from '../../../functions/domain/why/taxonomy.ts';
import { mapConcurrently } from '../../../functions/runtime/concurrency.ts';
import { asHandedOver, type FactTables } from './handed-over.ts';

/** Facts read in one go: with their scores as many items as one BatchGetItem takes. */
const FACTS_PER_READ = 50;
const DAYS_IN_FLIGHT = 16;

/** Keys of all facts of the days, by the story they are folded in, in the order of the stories' names. */
const factsByStory = async (tables: FactTables, days: readonly string[]): Promise<[string, Key[]][]> => {
  const stored = new StoredFacts(tables.facts);
  const keys = (await mapConcurrently(days, DAYS_IN_FLIGHT, (day) => stored.keysOfDay(day))).flat();
  const placed = await asHandedOver(tables, keys);
  return [...Map.groupBy(placed, ({ pk }) => pk)].sort(([a], [b]) => (a < b ? -1 : 1));
};

/** Groups of whole stories of about `FACTS_PER_READ` facts. */
const reads = function* (stories: readonly [string, Key[]][]): Generator<Key[]> {
  let keys: Key[] = [];
  for (const [, facts] of stories) {
    keys.push(...facts);
    if (keys.length < FACTS_PER_READ) continue;
    yield keys;
    keys = [];
  }
  if (keys.length > 0) yield keys;
};

/** One fact an id: of two contents under one id the greater hash counts, as in every fold. */
const distinct = (facts: readonly Fact[]): Fact[] => {
  const byId = new Map<string, Fact>();
  for (const fact of facts) {
    const held = byId.get(fact.id);
    if (!held || fact.contentHash > held.contentHash) byId.set(fact.id, fact);
  }
  return [...byId.values()].sort((a, b) => (factSortKey(a) < factSortKey(b) ? -1 : 1));
};

/** The entries of a story's facts: those up to `asOf` are heard where they belong in the story, later ones by themselves. */
const entriesOf = (
  story: string,
  facts: readonly Fact[],
  sentiments: ReadonlyMap<string, Sentiment>,
  taxonomy: Taxonomy,
  asOf: Instant,
  scorer: string,
): FactEntry[] => {
  const upToNow = facts.filter(({ message }) => message.occurredAt <= asOf);
  const looked = lookedAt(upToNow, asOf);
  const seen = new Set(looked);
  const current = currentFacts(story, looked);
  const asFolded = attribution(current);
  const replies = firstReplies(current);
  const asAWhole = attribution(currentFacts(story, upToNow));
  /** As the last fold placed it; what that fold no longer looks at, by the whole story. */
  const placed = (fact: FeedbackFact): Place => (seen.has(fact) ? asFolded : asAWhole)(fact);
  const heard = (fact: Fact): HeardFact | undefined =>
    isFeedback(fact)
      ? hear(fact, placed(fact), taxonomy, sentiments.get(factSortKey(fact)), replies.get(fact.id))
      : undefined;
  return distinct(facts.filter((fact) => fact.story === story)).map((fact) => factEntry(fact, heard(fact), scorer));
};

/** Entries of all facts that occurred on the days, story by story; a fact that two stories claim is told in the first. */
export const factEntries = async function* (
  tables: FactTables & { taxonomy: Taxonomy },
  days: readonly string[],
  asOf: Instant,
  scorer: string,
): AsyncGenerator<FactEntry> {
  const told = new Set<string>();
  for (const keys of reads(await factsByStory(tables, days))) {
    const scores = keys.map(({ pk, sk }) => ({ pk, sk: `${sk}#score#${SCORER}` }));
    const items = await tables.facts.batchGet([...keys, ...scores]);
    const stories = [...Map.groupBy(items, (item: Item) => item.pk)].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [story, own] of stories) {
      const { facts, sentiments } = storyOf(own);
      for (const entry of entriesOf(story, facts, sentiments, tables.taxonomy, asOf, scorer)) {
        if (!told.has(entry.fact)) yield entry;
        told.add(entry.fact);
      }
    }
  }
};
