import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { digest } from '../domain/message/identity.ts';
import type { StoryState } from '../domain/story/changes.ts';
import { cellDayKey, type TallyRow } from '../domain/touchpoints/tally-row.ts';
import type { DynamoTable, Item, Written } from './dynamo-table.ts';

/** Marks of changed cell-days are spread over so many partitions. */
export const CHANGE_SHARDS = 4;

const STORY = 'story';

/**
 * A story's marks in one attribute. Told plainly, a thousand rows and gaps at places with the longest names that upstream may
 * give take 700 KB, and an item may have 400 (DynamoDB service quotas); packed, what is repeated costs little.
 */
const packed = ({ rows, gaps }: Pick<StoryState, 'rows' | 'gaps'>): Uint8Array =>
  deflateRawSync(JSON.stringify({ rows, gaps }));

const unpacked = (marks: Uint8Array): Pick<StoryState, 'rows' | 'gaps'> =>
  JSON.parse(inflateRawSync(marks).toString()) as Pick<StoryState, 'rows' | 'gaps'>;

/** What folds leave behind: each story's state, its tally rows, and which cell-days they changed. */
export class Stories {
  readonly #table: DynamoTable;

  constructor(table: DynamoTable) {
    this.#table = table;
  }

  /** The last folds of stories, by story. */
  async states(stories: readonly string[]): Promise<Map<string, StoryState>> {
    const items = await this.#table.batchGet(stories.map((story) => ({ pk: story, sk: STORY })));
    return new Map(
      items.map(({ pk, sk: _, marks, ...state }) => [
        pk,
        { ...state, ...unpacked(marks as Uint8Array) } as unknown as StoryState,
      ]),
    );
  }

  /** Writes a story's fold unless a greater one was written meanwhile. */
  putState(story: string, state: StoryState): Promise<Written> {
    const { rows, gaps, ...rest } = state;
    return this.#table.putInOrder({ pk: story, sk: STORY, ...rest, marks: packed({ rows, gaps }) });
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
