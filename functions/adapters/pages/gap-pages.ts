import type { Gap, GapKind, GapState } from '../../domain/gaps/gap.ts';
import type { Why } from '../../domain/why/why.ts';
import type { DynamoTable, PageKey } from '../dynamo-table.ts';
import { bare } from '../state-item.ts';
import { filledPage, type Page, type PageAsked } from './filled-page.ts';

/** Lists of gaps, a page at a time, and what lists of actions tell of them. */
export class GapPages {
  readonly #table: DynamoTable;

  constructor(state: DynamoTable) {
    this.#table = state;
  }

  /** Gaps of a kind in a state, the oldest first, an index's second or so late. */
  async page(
    { kind, state }: { kind: GapKind; state: GapState },
    asked: PageAsked<PageKey>,
  ): Promise<Page<Gap, PageKey>> {
    const query = {
      IndexName: 'listing',
      KeyConditionExpression: 'listPartition = :partition',
      ExpressionAttributeValues: { ':partition': `gap#${kind}#${state}` },
    };
    const { entries, ...rest } = await filledPage(this.#table, { query, keys: ['listPartition', 'listSort'] }, asked);
    return { entries: entries.map((item) => bare<Gap>(item)), ...rest };
  }

  /** Why gaps are, by the id of the gap; those that nobody explained, or that are not there, are left out. */
  async whys(ids: readonly string[]): Promise<Map<string, Why>> {
    const keys = ids.map((id) => ({ pk: `gap#${id}`, sk: 'gap' }));
    const items = await this.#table.batchGet(keys, ['id', 'why']);
    return new Map(items.flatMap(({ id, why }) => (why ? [[id as string, why as Why] as const] : [])));
  }
}
