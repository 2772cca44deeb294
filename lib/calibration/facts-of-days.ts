import { SCORER } from '../../functions/adapters/comprehend.ts';
import type { DynamoTable, Key } from '../../functions/adapters/dynamo-table.ts';
import { correctionsIn, factOfItem, StoredFacts, storyOf } from '../../functions/adapters/facts.ts';
import { type UnaskedText, unaskedTexts } from '../../functions/domain/calibration/writer.ts';
import { type Day, dayOf } from '../../functions/domain/instant.ts';
import { customerWords, type Fact } from '../../functions/domain/message/fact.ts';
import type { Sentiment } from '../../functions/domain/scoring/sentiment.ts';
import { asGuest, guestDaysAmong, isGuestStory } from '../../functions/domain/story/guests.ts';
import { chunked, mapConcurrently } from '../../functions/runtime/concurrency.ts';

const DAYS_IN_FLIGHT = 8;
/** With their scores as many items as one BatchGetItem takes. */
const FACTS_PER_READ = 50;
const READS_IN_FLIGHT = 4;

/** A text with where its fact lies, by which its words are found again. */
export interface FoundText {
  text: UnaskedText;
  key: Key;
}

/** Groups of whole stories of about `FACTS_PER_READ` facts. */
const reads = (keys: readonly Key[]): Key[][] => {
  const groups: Key[][] = [];
  for (const [, ofStory] of Map.groupBy(keys, ({ pk }) => pk)) {
    const last = groups.at(-1);
    if (last && last.length < FACTS_PER_READ) last.push(...ofStory);
    else groups.push(ofStory);
  }
  return groups;
};

/** The stories that facts of one partition are told in: those of guest days apart, as the folds have them (GUEST-2). */
const told = (story: string, facts: readonly Fact[], corrections: readonly Fact[]): [string, Fact[]][] => {
  if (isGuestStory(story)) return [[story, [...facts, ...corrections.map(asGuest)]]];
  const guestDays = guestDaysAmong(story, facts);
  const ofGuests = facts.filter(({ message }) => guestDays.has(dayOf(message.occurredAt))).map(asGuest);
  const own = facts.filter(({ message }) => !guestDays.has(dayOf(message.occurredAt)));
  const guests = [...Map.groupBy(ofGuests, (fact) => fact.story)];
  return [
    [story, [...own, ...corrections]],
    ...guests.map(([guest, those]): [string, Fact[]] => [guest, [...those, ...corrections.map(asGuest)]]),
  ];
};

const textsOf = (
  pk: string,
  { facts, sentiments }: { facts: readonly Fact[]; sentiments: ReadonlyMap<string, Sentiment> },
  corrections: ReadonlyMap<Fact, readonly Fact[]>,
): FoundText[] =>
  told(
    pk,
    facts,
    facts.flatMap((fact) => corrections.get(fact) ?? []),
  ).flatMap(([story, those]) =>
    unaskedTexts(story, those, sentiments).map((text) => ({ text, key: { pk, sk: text.fact } })),
  );

/**
 * All that customers wrote unasked on the days, as it stands now. Asks nothing of the table but queries and batch reads.
 *
 * @throws the signal's reason where the person ends it
 */
export const unaskedTextsOf = async (
  table: DynamoTable,
  days: readonly Day[],
  signal: AbortSignal,
): Promise<FoundText[]> => {
  const stored = new StoredFacts(table);
  const keys = await mapConcurrently(days, DAYS_IN_FLIGHT, (day) => {
    signal.throwIfAborted();
    return stored.keysOfDay(day);
  });
  const wanted = new Set(days);
  const found = await mapConcurrently(reads(keys.flat()), READS_IN_FLIGHT, async (some) => {
    signal.throwIfAborted();
    const scores = some.map(({ pk, sk }) => ({ pk, sk: `${sk}#score#${SCORER}` }));
    const items = await table.batchGet([...some, ...scores]);
    const stories = [...Map.groupBy(items, ({ pk }) => pk)].map(([pk, own]) => ({ pk, story: storyOf(own) }));
    const corrections = await correctionsIn(
      table,
      stories.flatMap(({ story }) => story.facts),
    );
    return stories.flatMap(({ pk, story }) => textsOf(pk, story, corrections));
  });
  // A correction may have moved a text to another day.
  return found.flat().filter(({ text }) => wanted.has(dayOf(text.at)));
};

/** The words of facts, by partition and sort key as JSON; redacted, as they are kept. */
export const wordsAt = async (table: DynamoTable, keys: readonly Key[]): Promise<ReadonlyMap<string, string>> => {
  const items = (await mapConcurrently(chunked(keys, 100), READS_IN_FLIGHT, (some) => table.batchGet(some))).flat();
  return new Map(
    items.map((item) => [JSON.stringify([item.pk, item.sk]), customerWords(factOfItem(item).message) ?? '']),
  );
};
