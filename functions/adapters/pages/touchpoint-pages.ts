import type { Compared } from '../../domain/silence/compared.ts';
import type { TouchpointSummary } from '../../domain/touchpoints/comparison.ts';
import type { TouchpointWhy } from '../../domain/why/touchpoint-why.ts';
import type { DynamoTable } from '../dynamo-table.ts';
import { CELL_SHARDS, shardOf } from '../touchpoints.ts';
import type { Page, PageAsked } from './filled-page.ts';

/** How far summaries were read: beyond a key of a shard, or from a shard's beginning. */
export interface TouchpointPosition {
  shard: number;
  after?: string;
}

/** What a list tells of a touchpoint at a location. */
export interface ListedSummary {
  summary: TouchpointSummary;
  compared?: Compared;
  /** Ids of what its complaints are about, the most frequent first. */
  themes: string[];
}

/** Lists of touchpoints, a page at a time. */
export class TouchpointPages {
  readonly #table: DynamoTable;

  constructor(state: DynamoTable) {
    this.#table = state;
  }

  /** In the order of shards and keys, which means nothing and stays: one query a shard, a megabyte of each at most. */
  async page({ most, after }: PageAsked<TouchpointPosition>): Promise<Page<ListedSummary, TouchpointPosition>> {
    const found: { key: string; summary: TouchpointSummary }[] = [];
    let position: TouchpointPosition | undefined = after ?? { shard: 0 };
    for (let isCut = false; position && !isCut && found.length < most; ) {
      const read: Page<(typeof found)[number], TouchpointPosition> = await this.#inShard(position, most - found.length);
      found.push(...read.entries);
      isCut = read.next?.shard === position.shard;
      position = read.next;
    }
    return { entries: await this.#told(found), ...(position && { next: position }) };
  }

  async #inShard({ shard, after }: TouchpointPosition, most: number) {
    const pk = `cells#${shard}`;
    const { items, next } = await this.#table.page(
      {
        KeyConditionExpression: 'pk = :shard',
        // Of a touchpoint of which nothing is told any more, its place remains.
        FilterExpression: 'attribute_exists(summary)',
        ExpressionAttributeValues: { ':shard': pk },
      },
      { most, after: after === undefined ? undefined : { pk, sk: after } },
    );
    const further = next ? { shard, after: next.sk } : shard + 1 < CELL_SHARDS ? { shard: shard + 1 } : undefined;
    const entries = items.map(({ sk, summary }) => ({ key: sk, summary: summary as TouchpointSummary }));
    return { entries, ...(further && { next: further }) };
  }

  /** What stands beside each summary, in the same shard of its own kind. */
  async #told(found: readonly { key: string; summary: TouchpointSummary }[]): Promise<ListedSummary[]> {
    const beside = (kind: string) => found.map(({ key }) => ({ pk: `${kind}#${shardOf(key)}`, sk: key }));
    const [comparisons, explanations] = await Promise.all([
      this.#table.batchGet(beside('compared')),
      this.#table.batchGet(beside('whys'), ['sk', 'why.themes']),
    ]);
    const compared = new Map(comparisons.map((item) => [item.sk, item.compared as Compared | undefined]));
    const themes = new Map(
      explanations.map(({ sk, why }) => [sk, (why as Pick<TouchpointWhy, 'themes'> | undefined)?.themes ?? []]),
    );
    return found.map(({ key, summary }) => {
      const told = compared.get(key);
      return { summary, ...(told && { compared: told }), themes: (themes.get(key) ?? []).map(({ name }) => name) };
    });
  }
}
