import type { Action } from '../../domain/actions/action.ts';
import { ActionStatus } from '../../domain/actions/action-words.ts';
import { isOver } from '../../domain/actions/clock-entry.ts';
import { type Gap, gapKinds, gapStates } from '../../domain/gaps/gap.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Compared } from '../../domain/silence/compared.ts';
import type { TouchpointSummary } from '../../domain/touchpoints/comparison.ts';
import type { TouchpointWhy } from '../../domain/why/touchpoint-why.ts';
import { joinedWhy, type Why } from '../../domain/why/why.ts';
import type { DynamoTable, Item } from '../dynamo-table.ts';
import { bare, CHANGES } from '../state-item.ts';
import { CELL_SHARDS, shardOf } from '../touchpoints.ts';

/** An action with the reasons of its gaps. */
export interface ReasonedAction {
  action: Action;
  why?: Why;
}

/** All that is known of a touchpoint at a location. */
export interface KnownTouchpoint extends Partial<Compared> {
  summary: TouchpointSummary;
  why?: TouchpointWhy | undefined;
}

const notOver = ActionStatus.options.filter((status) => !isOver({ status }));

/** All that was found, a page of at most a megabyte at a time (DynamoDB developer guide, paginating query results). */
export class Findings {
  readonly #table: DynamoTable;

  constructor(state: DynamoTable) {
    this.#table = state;
  }

  /** Gaps that are not cleared, and those that are and opened since, each once: kind after kind, the oldest first. */
  async *gaps(clearedOpenedSince: Instant): AsyncGenerator<Gap[]> {
    const told = new Set<string>();
    for (const kind of gapKinds) {
      for (const state of gapStates) {
        const since = state === 'cleared' ? clearedOpenedSince : undefined;
        for await (const page of this.#listed(`gap#${kind}#${state}`, since)) {
          // One that changes its state meanwhile is listed twice.
          const gaps = page.map((item) => bare<Gap>(item)).filter(({ id }) => !told.has(id));
          for (const { id } of gaps) told.add(id);
          yield gaps;
        }
      }
    }
  }

  /** Actions that are not over, and those that are and changed since, each once. */
  async *actions(changedSince: Instant): AsyncGenerator<ReasonedAction[]> {
    const told = new Set<string>();
    const fresh = async (items: readonly Item[]): Promise<ReasonedAction[]> => {
      const actions = items.map((item) => bare<Action>(item)).filter(({ id }) => !told.has(id));
      for (const { id } of actions) told.add(id);
      return await this.#reasoned(actions);
    };
    for (const status of notOver) for await (const page of this.#listed(`action#${status}`)) yield await fresh(page);
    const changed = this.#table.pages({
      IndexName: 'changes',
      KeyConditionExpression: 'changePartition = :actions AND changedAt >= :since',
      ExpressionAttributeValues: { ':actions': CHANGES, ':since': changedSince },
    });
    for await (const page of changed) yield await fresh(page);
  }

  async #reasoned(actions: readonly Action[]): Promise<ReasonedAction[]> {
    const keys = actions.flatMap(({ gapIds }) => gapIds.map((id) => ({ pk: `gap#${id}`, sk: 'gap' })));
    const gaps = await this.#table.batchGet(keys, ['id', 'why']);
    const whys = new Map(gaps.map(({ id, why }) => [id as string, why as Why | undefined]));
    return actions.map((action) => {
      const why = joinedWhy(action.gapIds.flatMap((id) => whys.get(id) ?? []));
      return { action, ...(why && { why }) };
    });
  }

  /** In no order that means anything. */
  async *touchpoints(): AsyncGenerator<KnownTouchpoint[]> {
    for (let shard = 0; shard < CELL_SHARDS; shard++) {
      const summaries = this.#table.pages({
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :shard',
        ExpressionAttributeValues: { ':shard': `cells#${shard}` },
      });
      for await (const page of summaries) yield await this.#known(page.filter(({ summary }) => summary !== undefined));
    }
  }

  async #known(summaries: readonly Item[]): Promise<KnownTouchpoint[]> {
    const beside = async (kind: string): Promise<Map<string, Item>> => {
      const keys = summaries.map(({ sk }) => ({ pk: `${kind}#${shardOf(sk)}`, sk }));
      return new Map((await this.#table.batchGet(keys)).map((item) => [item.sk, item]));
    };
    const [whys, comparisons] = await Promise.all([beside('whys'), beside('compared')]);
    return summaries.map(({ sk, summary }) => ({
      summary: summary as TouchpointSummary,
      why: whys.get(sk)?.why as TouchpointWhy | undefined,
      ...(comparisons.get(sk)?.compared as Compared | undefined),
    }));
  }

  #listed(partition: string, since?: Instant): AsyncGenerator<Item[]> {
    return this.#table.pages({
      IndexName: 'listing',
      KeyConditionExpression: `listPartition = :partition${since === undefined ? '' : ' AND listSort >= :since'}`,
      ExpressionAttributeValues: { ':partition': partition, ...(since !== undefined && { ':since': since }) },
    });
  }
}
