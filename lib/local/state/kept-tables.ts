import type { TableDefinition } from '../definitions.ts';
import type { LocalDynamo } from '../dynamo.ts';
import type { StateFolder } from './folder.ts';
import type { Change, Item } from './kept-state.ts';

/** BatchWriteItem takes 25 items and 16 MiB; 25 items of 400 KB are less. */
const ITEMS_A_REQUEST = 25;

/** Names of the key's attributes, by table. */
type Keys = ReadonlyMap<string, readonly string[]>;

/** Asks DynamoDB in this process; throws where it refuses. */
type Ask = (action: string, request: Item) => Promise<Record<string, unknown>>;

const object = (value: unknown): Item => ({ ...Object(value) });

/**
 * What tells an item from the others of its table. Texts and bytes only: a number has many spellings (1, 1.0, 1e0), and
 * no key of ours is one.
 */
const keyOf = (names: readonly string[], item: Item): string => JSON.stringify(names.map((name) => item[name]));

const put = (keys: Keys, table: string, item: Item): Change[] => {
  const names = keys.get(table);
  return names ? [{ table, key: keyOf(names, item), item }] : [];
};

const gone = (keys: Keys, table: string, key: Item): Change[] => {
  const names = keys.get(table);
  return names ? [{ table, key: keyOf(names, key) }] : [];
};

/** What a write that succeeded did to the tables known here; empty for an action that writes nothing. */
const changesOf = async (keys: Keys, action: string, request: Item, ask: Ask): Promise<Change[]> => {
  const table = String(request.TableName);
  switch (action) {
    case 'PutItem':
      return put(keys, table, object(request.Item));
    case 'DeleteItem':
      return gone(keys, table, object(request.Key));
    case 'UpdateItem': {
      // What an expression made of the item is for DynamoDB to say.
      const { Item } = await ask('GetItem', { TableName: table, Key: request.Key, ConsistentRead: true });
      return put(keys, table, object(Item));
    }
    case 'BatchWriteItem':
      return Object.entries(object(request.RequestItems)).flatMap(([name, writes]) =>
        [writes].flat().flatMap((write) => {
          const { PutRequest, DeleteRequest } = object(write);
          return PutRequest
            ? put(keys, name, object(object(PutRequest).Item))
            : gone(keys, name, object(object(DeleteRequest).Key));
        }),
      );
    default:
      return [];
  }
};

const fill = async (ask: Ask, table: string, items: Iterable<Item>): Promise<void> => {
  const all = [...items];
  for (let at = 0; at < all.length; at += ITEMS_A_REQUEST) {
    const writes = all.slice(at, at + ITEMS_A_REQUEST).map((Item) => ({ PutRequest: { Item } }));
    await ask('BatchWriteItem', { RequestItems: { [table]: writes } });
  }
};

/** Fills the tables with what the folder has of them, and keeps every write from then on before it is answered. */
export const keepTables = async (
  folder: StateFolder,
  dynamo: LocalDynamo,
  tables: readonly TableDefinition[],
): Promise<void> => {
  const keys: Keys = new Map(tables.map(({ name, key }) => [name, key.map(({ AttributeName }) => AttributeName)]));
  for (const { name } of tables) await fill(dynamo.ask, name, folder.kept.tables.get(name)?.values() ?? []);
  folder.kept.tables.clear();
  dynamo.keepWrites(async (action, request) => {
    const changes = await changesOf(keys, action, request, dynamo.ask);
    if (changes.length > 0) folder.append({ kind: 'written', changes });
  });
};
