import { digest } from '../domain/message/identity.ts';
import type { StoryState } from '../domain/story/changes.ts';
import { cellDayKey, type TallyRow } from '../domain/touchpoints/tally-row.ts';
import type { DynamoTable, Item, Written } from './dynamo-table.ts';

/** Marks of changed cell-days are spread over so many partitions. */
export const CHANGE_SHARDS = 4;

const STORY = 'story';

/** What folds leave behind: each story's state, its tally rows, and which cell-days they changed. */
export class Stories {
  readonly #table: DynamoTable;

  constructor(table: DynamoTable) {
    this.#table = table;
  }

  /** The last folds of stories, by story. */
  async states(stories: readonly string[]): Promise<Map<string, StoryState>> {
    const items = await this.#table.batchGet(stories.map((story) => ({ pk: story, sk: STORY })));
    return new Map(items.map(({ pk, sk: _, ...state }) => [pk, state as unknown as StoryState]));
  }

  /** Writes a story's fold unless a greater one was written meanwhile. */
  putState(story: string, state: StoryState): Promise<Written> {
    return this.#table.putInOrder({ pk: story, sk: STORY, ...state });
  }

  async putRow(row: TallyRow, order: string): Promise<void> {
    await this.#table.putInOrder({ pk: `tally#${cellDayKey(row)}`, sk: row.key, row, order });
  }

  /** Leaves a row empty: deleting it would let an older fold write it again. */
  async voidRow(cellDay: string, key: string, order: string): Promise<void> {
    await this.#table.putInOrder({ pk: `tally#${cellDay}`, sk: key, order });
  }

  /** Marks cell-days as changed; `token` tells this mark from earlier ones. */
  markChanged(cellDays: readonly string[], token: string): Promise<void> {
    return this.#table.batchWrite(
      cellDays.map((cellDay): Item => {
        const shard = digest(cellDay).charCodeAt(0) % CHANGE_SHARDS;
        return { pk: `changed#${shard}`, sk: cellDay, token };
      }),
    );
  }
}
