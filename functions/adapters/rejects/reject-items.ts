import { DAY, type Day, dayOf, type Instant, millis, plus } from '../../domain/instant.ts';
import { type Occurrence, REJECT_DAYS } from '../../domain/rejects/reject.ts';
import type { Item, Key } from '../dynamo-table.ts';
import type { SealedBody } from './body-seal.ts';

/** The occurrences of a day lie in so many partitions: one holds 1,000 writes a second (DynamoDB developer guide). */
const DAY_SHARDS = 4;

/** A table's item holds 400 KB; the rest is room for what else the item says. */
const PART_BYTES = 350 * 1024;

/** A body stays a day longer than its occurrence, so that it need not be written anew at each. */
export const BODY_DAYS = REJECT_DAYS + 1;

/** Time to live, in seconds since 1970. */
export const expiry = (at: Instant, days: number): number => Math.floor(millis(plus(at, days * DAY)) / 1000);

const shardOf = (messageId: string): number =>
  [...messageId].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % DAY_SHARDS;

/** The partitions that the occurrences of a UTC day of sending lie in. */
export const dayPartitions = (day: Day): string[] =>
  Array.from({ length: DAY_SHARDS }, (_, shard) => `rejects#${day}#${shard}`);

/** Where an occurrence lies: the same however often the queue delivers the message. */
export const occurrenceKey = ({ sentAt, messageId }: Occurrence): Key => ({
  pk: `rejects#${dayOf(sentAt)}#${shardOf(messageId)}`,
  sk: messageId,
});

/** Where it is noted what was handled; people fill it, so one partition does. */
export const HANDLED = 'rejects#handled';

/** The partition that holds a reject's body. */
export const bodyPartition = (id: string): string => `reject#${id}`;

export const SEALED = 'sealed';

/** Parts of another sealing lie beside, under another initialisation vector. */
const partPrefix = (iv: Uint8Array): string => `part#${Buffer.from(iv).toString('hex')}#`;

/** A sealed body as items: the sealed one with the first part of the ciphertext, and what parts there are beyond. */
export const bodyItems = (id: string, sealed: SealedBody, expiresAt: number): { item: Item; beyond: Item[] } => {
  const { ciphertext, ...rest } = sealed;
  const pk = bodyPartition(id);
  const parts = Array.from({ length: Math.max(1, Math.ceil(ciphertext.length / PART_BYTES)) }, (_, n) =>
    ciphertext.subarray(n * PART_BYTES, (n + 1) * PART_BYTES),
  );
  const [first, ...others] = parts;
  return {
    item: { pk, sk: SEALED, ...rest, ciphertext: first, parts: parts.length, expiresAt },
    beyond: others.map((part, n) => ({ pk, sk: `${partPrefix(sealed.iv)}${n}`, ciphertext: part, expiresAt })),
  };
};

/** Puts a sealed body together from the items of its partition; `undefined` where it is not there whole. */
export const sealedBodyOf = (items: readonly Item[]): SealedBody | undefined => {
  const sealed = items.find(({ sk }) => sk === SEALED) as (Item & SealedBody & { parts: number }) | undefined;
  if (sealed === undefined) return undefined;
  const { encryptedKey, iv, tag, ciphertext, parts } = sealed;
  const prefix = partPrefix(iv);
  const beyond = items
    .filter(({ sk }) => sk.startsWith(prefix))
    .sort((a, b) => Number(a.sk.slice(prefix.length)) - Number(b.sk.slice(prefix.length)))
    .map((item) => item.ciphertext as Uint8Array);
  if (beyond.length !== parts - 1) return undefined;
  return { encryptedKey, iv, tag, ciphertext: Buffer.concat([ciphertext, ...beyond]) };
};
