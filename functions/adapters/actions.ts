import type { Action } from '../domain/actions/action.ts';
import { type ClockEntry, clockEntry, isWatched } from '../domain/actions/clock-entry.ts';
import type { Gap } from '../domain/gaps/gap.ts';
import type { Instant } from '../domain/instant.ts';
import type { Cell } from '../domain/touchpoints/tally-row.ts';
import type { DynamoTable, Item, Key } from './dynamo-table.ts';
import { CLOCK_SHARDS, clockKeys, clockPartition, type Outbox, type Telling } from './outbox.ts';
import { bare, CHANGES } from './state-item.ts';

export const placeOf = ({ touchpoint, location }: { touchpoint?: string; location?: string }): string =>
  JSON.stringify([touchpoint ?? '', location ?? '']);

const keyOf = (id: string): Key => ({ pk: `action#${id}`, sk: 'action' });

const telling = (action: Action): Telling => ({
  ...keyOf(action.id),
  version: action.version,
  pending: action.pending ?? [],
  isWatched: isWatched(action),
});

const actionItem = (action: Action): Item => ({
  ...keyOf(action.id),
  ...action,
  ...clockEntry(action),
  ...clockKeys(telling(action)),
  listPartition: `action#${action.status}`,
  listSort: `${action.priority}#${action.dueAt}#${action.id}`,
  ownerPartition: action.owner.team,
  ownerSort: `${action.dueAt}#${action.id}`,
  placePartition: placeOf(action),
  placeSort: `action#${action.openedAt}#${action.id}`,
  changePartition: CHANGES,
  changedAt: `${action.history.at(-1)?.at ?? action.raisedAt}#${action.id}`,
});

const gapItem = (gap: Gap, order: string): Item & { order: string } => ({
  pk: `gap#${gap.id}`,
  sk: 'gap',
  ...gap,
  order,
  listPartition: `gap#${gap.kind}#${gap.state}`,
  listSort: `${gap.openedAt}#${gap.id}`,
  placePartition: placeOf(gap),
  placeSort: `gap#${gap.openedAt}#${gap.id}`,
});

const actionsOfPlace = (cell: Cell) => ({
  IndexName: 'place',
  KeyConditionExpression: 'placePartition = :place AND begins_with(placeSort, :action)',
  ExpressionAttributeValues: { ':place': placeOf(cell), ':action': 'action#' },
});

/** Gaps and the actions that answer for them, each under its own id and in the indexes that list them. */
export class Actions {
  readonly #table: DynamoTable;
  readonly #outbox: Outbox | undefined;

  /** Without an outbox what is written is not told; the clock will. */
  constructor(table: DynamoTable, outbox?: Outbox) {
    this.#table = table;
    this.#outbox = outbox;
  }

  async actions(ids: readonly string[]): Promise<Action[]> {
    const items = await this.#table.batchGet(ids.map(keyOf));
    return items.map((item) => bare<Action>(item));
  }

  /**
   * Writes an action unless somebody changed it since, and tells of it; `replaces` is the version seen, absent for a new
   * one.
   */
  async putAction(action: Action, replaces: number | undefined): Promise<boolean> {
    const written =
      replaces === undefined
        ? await this.#table.add(actionItem(action))
        : await this.#table.put(actionItem(action), {
            ConditionExpression: '#version = :version',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':version': replaces },
          });
    if (written === 'written') await this.tell([action]);
    return written === 'written';
  }

  /** Tells what is not known to be told of actions; answers whether all was. */
  async tell(actions: readonly Action[]): Promise<boolean> {
    return (await this.#outbox?.tell(actions.map(telling))) ?? false;
  }

  /** All that time may change and all whose events are not told, an index's second or so late. */
  underTheClock(): Promise<ClockEntry[]> {
    return this.#underTheClock('action#');
  }

  /**
   * All that changed from an instant on, each as it is now, the longest unchanged first; an index's second or so late.
   *
   * @param take is handed a page at a time, and answers whether it wants more
   */
  changedSince(at: Instant, take: (actions: readonly Action[]) => boolean): Promise<void> {
    return this.#changes(at, {}, take);
  }

  /** Those of them that bear a person's label, likewise. */
  labelledSince(at: Instant, take: (actions: readonly Action[]) => boolean): Promise<void> {
    return this.#changes(at, { FilterExpression: 'attribute_exists(labels)' }, take);
  }

  async #changes(
    at: Instant,
    filter: { FilterExpression?: string },
    take: (actions: readonly Action[]) => boolean,
  ): Promise<void> {
    const pages = this.#table.pages({
      IndexName: 'changes',
      KeyConditionExpression: 'changePartition = :actions AND changedAt >= :at',
      ExpressionAttributeValues: { ':actions': CHANGES, ':at': at },
      ...filter,
    });
    for await (const page of pages) if (!take(page.map((item) => bare<Action>(item)))) return;
  }

  async gap(id: string): Promise<Gap | undefined> {
    const item = await this.#table.get({ pk: `gap#${id}`, sk: 'gap' });
    return item && bare<Gap>(item);
  }

  /** The gaps that are there among those of the ids, in the order of these. */
  async gaps(ids: readonly string[]): Promise<Gap[]> {
    const items = await this.#table.batchGet(ids.map((id) => ({ pk: `gap#${id}`, sk: 'gap' })));
    const gaps = new Map(items.map((item) => [item.id, bare<Gap>(item)]));
    return ids.flatMap((id) => gaps.get(id) ?? []);
  }

  /** Writes a gap unless a greater fold wrote it already. */
  async putGap(gap: Gap, order: string): Promise<void> {
    await this.#table.putInOrder(gapItem(gap, order));
  }

  /** All actions of a status, the most urgent first. */
  async listActions(status: string): Promise<Action[]> {
    return (await this.#listed(`action#${status}`)).map((item) => bare<Action>(item));
  }

  /** All actions that a team owns, over or not, the first deadline first. */
  async actionsOf(team: string): Promise<Action[]> {
    const items = await this.#table.query({
      IndexName: 'owner',
      KeyConditionExpression: 'ownerPartition = :team',
      ExpressionAttributeValues: { ':team': team },
    });
    return items.map((item) => bare<Action>(item));
  }

  /** All actions of a touchpoint at a location, over or not, the oldest first. */
  async actionsAt(touchpoint: string, location: string): Promise<Action[]> {
    const items = await this.#table.query(actionsOfPlace({ touchpoint, location }));
    return items.map((item) => bare<Action>(item));
  }

  /** Actions of a touchpoint at a location, over or not, the newest first and at most so many. */
  async newestAt(cell: Cell, most: number): Promise<Action[]> {
    const items = await this.#table.query({ ...actionsOfPlace(cell), ScanIndexForward: false }, most);
    return items.map((item) => bare<Action>(item));
  }

  /** All actions raised or changed since, over or not, the longest unchanged first. */
  async actionsChangedSince(at: Instant): Promise<Action[]> {
    const found: Action[] = [];
    await this.changedSince(at, (page) => {
      found.push(...page);
      return true;
    });
    return found;
  }

  /** Ids, beginning so, of actions that time may change or whose events are not told; the others are in no order of ids. */
  async idsUnderTheClock(beginning: string): Promise<string[]> {
    return (await this.#underTheClock(`action#${beginning}`)).map(({ id }) => id);
  }

  /** All gaps of a kind in a state, oldest first. */
  async listGaps(kind: string, state: string): Promise<Gap[]> {
    return (await this.#listed(`gap#${kind}#${state}`)).map((item) => bare<Gap>(item));
  }

  async #underTheClock(beginning: string): Promise<ClockEntry[]> {
    const shards = await Promise.all(
      Array.from({ length: CLOCK_SHARDS }, (_, shard) =>
        this.#table.query({
          IndexName: 'clock',
          KeyConditionExpression: 'clockPartition = :shard AND begins_with(clockSort, :beginning)',
          ExpressionAttributeValues: { ':shard': clockPartition(shard), ':beginning': beginning },
        }),
      ),
    );
    return shards.flat() as (Item & ClockEntry)[];
  }

  #listed(partition: string): Promise<Item[]> {
    return this.#table.query({
      IndexName: 'listing',
      KeyConditionExpression: 'listPartition = :partition',
      ExpressionAttributeValues: { ':partition': partition },
    });
  }
}
