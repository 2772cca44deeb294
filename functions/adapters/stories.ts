import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { digest } from '../domain/message/identity.ts';
import type { StoryState } from '../domain/story/changes.ts';
import { cellDayKey, type TallyRow } from '../domain/touchpoints/tally-row.ts';
import type { DynamoTable, Item, Key, Written } from './dynamo-table.ts';

/** Marks of changed cell-days are spread over so many partitions. */
export const CHANGE_SHARDS = 4;

/** Where it is told whose story a speaker's is. */
export const speakerKey = (speaker: string): Key => ({ pk: `speaker#${speaker}`, sk: 'story' });

const STORY = 'story';
/** Beside the state: the order of the fold of which all is written. */
const SETTLED = 'settled';

type Marks = Pick<StoryState, 'rows' | 'gaps' | 'leaving' | 'held'>;

/** Characters of marks from which packing is worth its time. */
const WORTH_PACKING = 16_000;

/**
 * A story's marks in one attribute, as text. Told plainly, a thousand rows and gaps at places with the longest names that
 * upstream may give take 700 KB, and an item may have 400 (DynamoDB service quotas); packed, what is repeated costs little.
 */
const packed = (marks: Marks): string | Uint8Array => {
  const text = JSON.stringify(marks);
  return text.length < WORTH_PACKING ? text : deflateRawSync(text);
};

const unpacked = (marks: string | Uint8Array): Marks =>
  JSON.parse(typeof marks === 'string' ? marks : inflateRawSync(marks).toString()) as Marks;

/** What folds leave behind: each story's state, its tally rows, and which cell-days they changed. */
export class Stories {
  readonly #table: DynamoTable;

  constructor(table: DynamoTable) {
    this.#table = table;
  }

  /** The last folds of stories, by story; settled, where the fold noted so itself. */
  async states(stories: readonly string[]): Promise<Map<string, { state: StoryState; settled: boolean }>> {
    const keys = stories.flatMap((pk) => [STORY, SETTLED].map((sk) => ({ pk, sk })));
    const items = Map.groupBy(await this.#table.batchGet(keys), ({ sk }) => sk);
    const settled = new Map((items.get(SETTLED) ?? []).map(({ pk, order }) => [pk, order]));
    return new Map(
      (items.get(STORY) ?? []).map(({ pk, sk: _, marks, ...rest }) => {
        const state = { ...rest, ...unpacked(marks as string | Uint8Array) } as StoryState;
        return [pk, { state, settled: settled.get(pk) === state.order }];
      }),
    );
  }

  /** Orders of the last folds of stories, by story. */
  async orders(stories: readonly string[]): Promise<Map<string, string>> {
    const items = await this.#table.batchGet(
      stories.map((pk) => ({ pk, sk: STORY })),
      ['pk', 'order'],
    );
    return new Map(items.map(({ pk, order }) => [pk, order as string]));
  }

  /** Writes a story's fold in place of the one of that order; where another stands there by now, it stays. */
  putState(story: string, state: StoryState, replaces: string | undefined): Promise<Written> {
    const { rows, gaps, leaving, held, ...rest } = state;
    const marks = packed({ rows, gaps, ...(leaving && { leaving }), ...(held && { held }) });
    const item = { pk: story, sk: STORY, ...rest, marks };
    return replaces === undefined ? this.#table.add(item) : this.#table.replace(item, replaces);
  }

  /**
   * Notes of folds that all they were to write is written. Unconditional: should the note of an overtaken fold come last,
   * the story only counts as unsettled, and its next fold writes all of it anew.
   */
  settle(folds: readonly { story: string; order: string }[]): Promise<void> {
    return this.#table.batchWrite(folds.map(({ story, order }) => ({ pk: story, sk: SETTLED, order })));
  }

  /**
   * Writes rows and takes rows away, 25 a call and without a condition: a fold holds its story's state while it writes, and
   * looks afterwards whether another took it over meanwhile.
   */
  writeRows(
    put: readonly TallyRow[],
    gone: readonly { cellDay: string; key: string }[],
    speakers: readonly { speaker: string; story: string }[],
  ): Promise<void> {
    return this.#table.batchWrite(
      [
        ...put.map((row) => ({ pk: `tally#${cellDayKey(row)}`, sk: row.key, row })),
        ...speakers.map(({ speaker, story }) => ({ ...speakerKey(speaker), story })),
      ],
      gone.map(({ cellDay, key }) => ({ pk: `tally#${cellDay}`, sk: key })),
    );
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
