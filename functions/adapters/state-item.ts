import type { Item } from './dynamo-table.ts';

/** Actions in the index of changes; holds have others. */
export const CHANGES = 'action';

/** Keys, and what is there for indexes only. */
const indexed = [
  'pk',
  'sk',
  'order',
  'listPartition',
  'listSort',
  'ownerPartition',
  'ownerSort',
  'placePartition',
  'placeSort',
  'changePartition',
  'changedAt',
  'clockPartition',
  'clockSort',
  'pendingSince',
  'actedAt',
  'endedAt',
  'isTaken',
  'isWatched',
];

/** Without keys and what is there for indexes only. */
export const bare = <T>(item: Item): T =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !indexed.includes(name))) as T;
