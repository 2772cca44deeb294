import type { DynamoTable, Item, PageKey, TableQuery } from '../dynamo-table.ts';

/**
 * Queries and items read for one page, whatever a filter leaves of them. A query is a megabyte at most, and an answer may
 * have six (Lambda service quotas); read at half the price, four are 512 read units.
 */
const MOST_QUERIES = 4;
const MOST_READ = 1000;

export interface Page<Entry, Position> {
  entries: Entry[];
  /** Where the next page begins; absent where there is none. */
  next?: Position;
}

/** What a page reads. */
export interface PageRead {
  query: TableQuery & { IndexName: string };
  /** Attributes that the index is keyed by. */
  keys: readonly [partition: string, sort: string];
}

export interface PageAsked<Position> {
  /** Entries at most. */
  most: number;
  after?: Position | undefined;
}

/**
 * Reads until a page is full, there is nothing more, or enough was read: a page that a filter leaves little of may be short,
 * or empty, and still have a next.
 */
export const filledPage = async (
  table: DynamoTable,
  { query, keys }: PageRead,
  { most, after }: PageAsked<PageKey>,
): Promise<Page<Item, PageKey>> => {
  const found: Item[] = [];
  const isFiltered = query.FilterExpression !== undefined;
  let next = after;
  for (let i = 0; i < MOST_QUERIES && found.length < most; i++) {
    const atOnce = isFiltered ? MOST_READ / MOST_QUERIES : most - found.length;
    const page = await table.page(query, { most: atOnce, after: next });
    found.push(...page.items);
    next = page.next;
    if (!next) break;
  }
  if (found.length <= most) return { entries: found, ...(next && { next }) };
  const entries = found.slice(0, most);
  const last = entries.at(-1) as Item;
  const at = ['pk', 'sk', ...keys].map((name) => [name, last[name]]);
  return { entries, next: Object.fromEntries(at) as PageKey };
};
