import { SCORER } from '../../../functions/adapters/comprehend.ts';
import type { Item, Key } from '../../../functions/adapters/dynamo-table.ts';
import { StoredFacts, storyOf } from '../../../functions/adapters/facts.ts';
import { asHandedOver, type FactTables } from '../../../functions/adapters/findings/handed-over.ts';
import { toldFacts } from '../../../functions/domain/exports/told-facts.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import type { FactEntry } from '../../../functions/domain/outputs/fact-entry.ts';
import type { Taxonomy } from '../../../functions/domain/why/taxonomy.ts';
import { mapConcurrently } from '../../../functions/runtime/concurrency.ts';

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
      for (const { entry } of toldFacts({ story, facts, sentiments }, { taxonomy: tables.taxonomy, asOf, scorer })) {
        if (!told.has(entry.fact)) yield entry;
        told.add(entry.fact);
      }
    }
  }
};
