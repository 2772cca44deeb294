import { dayOf } from '../../domain/instant.ts';
import { customerOf } from '../../domain/message/identity.ts';
import { GUEST_FACTS, guestStory } from '../../domain/story/guests.ts';
import { chunked, mapConcurrently } from '../../runtime/concurrency.ts';
import type { DynamoTable, Key } from '../dynamo-table.ts';
import { factOfItem } from '../facts.ts';
import type { GuestDays } from '../guest-days.ts';

/** Where facts are, and which days of which customers are guest days. */
export interface FactTables {
  facts: DynamoTable;
  guestDays: GuestDays;
}

/** Where a fact is folded, and where it lay when it was stored. */
export interface PlacedKey extends Key {
  listed: Key;
}

const STORIES_IN_FLIGHT = 8;
const KEYS_PER_READ = 100;

const dayOfKey = ({ sk }: Key): string => dayOf(sk);

/**
 * Keys of facts, as they were listed when they were stored, with those of guest days in the guest stories they were handed
 * over to. Only stories with more facts of a day than make it a guest day are asked after.
 */
export const asHandedOver = async (tables: FactTables, keys: readonly Key[]): Promise<PlacedKey[]> => {
  const perDay = Map.groupBy(keys, (key) => JSON.stringify([key.pk, dayOfKey(key)]));
  const crowded = [...perDay.values()].filter(
    ([first, ...more]) => first && more.length >= GUEST_FACTS && customerOf(first.pk) !== undefined,
  );
  const stories = [...Map.groupBy(crowded.flat(), ({ pk }) => pk)];
  const moved = new Map<string, Key>();
  await mapConcurrently(stories, STORIES_IN_FLIGHT, async ([story, ofStory]) => {
    const marks = await tables.guestDays.since(story, ofStory.map(dayOfKey).sort()[0] ?? '');
    const days = new Set(marks.map(({ day }) => day));
    for (const some of chunked(
      ofStory.filter((key) => days.has(dayOfKey(key))),
      KEYS_PER_READ,
    )) {
      for (const item of await tables.facts.batchGet(some)) {
        moved.set(JSON.stringify([item.pk, item.sk]), { pk: guestStory(factOfItem(item)), sk: item.sk });
      }
    }
  });
  const placed = keys.map((key) => ({ ...(moved.get(JSON.stringify([key.pk, key.sk])) ?? key), listed: key }));
  return [...new Map(placed.map((key) => [JSON.stringify([key.pk, key.sk]), key])).values()];
};
