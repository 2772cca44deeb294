import type { Action } from '../domain/actions/action.ts';
import type { Gap } from '../domain/gaps/gap.ts';
import type { DynamoTable, Item } from './dynamo-table.ts';

const place = ({ touchpoint, location }: { touchpoint?: string; location?: string }): string =>
  JSON.stringify([touchpoint ?? '', location ?? '']);

const actionItem = (action: Action): Item => ({
  pk: `action#${action.id}`,
  sk: 'action',
  ...action,
  listPartition: `action#${action.status}`,
  listSort: `${action.priority}#${action.dueAt}#${action.id}`,
  ownerPartition: action.owner.team,
  ownerSort: `${action.dueAt}#${action.id}`,
  placePartition: place(action),
  placeSort: `action#${action.openedAt}#${action.id}`,
  changePartition: 'action',
  changedAt: `${action.history.at(-1)?.at ?? action.raisedAt}#${action.id}`,
});

const gapItem = (gap: Gap, order: string): Item & { order: string } => ({
  pk: `gap#${gap.id}`,
  sk: 'gap',
  ...gap,
  order,
  listPartition: `gap#${gap.kind}#${gap.state}`,
  listSort: `${gap.openedAt}#${gap.id}`,
  placePartition: place(gap),
  placeSort: `gap#${gap.openedAt}#${gap.id}`,
});

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
];

const bare = <T>(item: Item): T =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !indexed.includes(name))) as T;

/** Gaps and the actions that answer for them, each under its own id and in the indexes that list them. */
export class Actions {
  readonly #table: DynamoTable;

  constructor(table: DynamoTable) {
    this.#table = table;
  }

  async actions(ids: readonly string[]): Promise<Action[]> {
    const items = await this.#table.batchGet(ids.map((id) => ({ pk: `action#${id}`, sk: 'action' })));
    return items.map((item) => bare<Action>(item));
  }

  /** Writes an action unless somebody changed it since; `replaces` is the version seen, absent for a new one. */
  async putAction(action: Action, replaces: number | undefined): Promise<boolean> {
    const written =
      replaces === undefined
        ? await this.#table.add(actionItem(action))
        : await this.#table.put(actionItem(action), {
            ConditionExpression: '#version = :version',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':version': replaces },
          });
    return written === 'written';
  }

  async gap(id: string): Promise<Gap | undefined> {
    const item = await this.#table.get({ pk: `gap#${id}`, sk: 'gap' });
    return item && bare<Gap>(item);
  }

  /** Writes a gap unless a greater fold wrote it already. */
  async putGap(gap: Gap, order: string): Promise<void> {
    await this.#table.putInOrder(gapItem(gap, order));
  }

  /** All actions of a status, the most urgent first. */
  async listActions(status: string): Promise<Action[]> {
    return (await this.#listed(`action#${status}`)).map((item) => bare<Action>(item));
  }

  /** All gaps of a kind in a state, oldest first. */
  async listGaps(kind: string, state: string): Promise<Gap[]> {
    return (await this.#listed(`gap#${kind}#${state}`)).map((item) => bare<Gap>(item));
  }

  #listed(partition: string): Promise<Item[]> {
    return this.#table.query({
      IndexName: 'listing',
      KeyConditionExpression: 'listPartition = :partition',
      ExpressionAttributeValues: { ':partition': partition },
    });
  }
}
