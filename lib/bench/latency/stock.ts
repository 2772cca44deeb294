import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Actions } from '../../../functions/adapters/actions.ts';
import { DynamoTable, type Item, type Written } from '../../../functions/adapters/dynamo-table.ts';
import { FactWriter } from '../../../functions/adapters/facts.ts';
import { type Random, seeded } from '../../eval/study/random.ts';
import type { TrafficByPart } from '../metered-table.ts';
import type { tableIndexes } from '../table-indexes.ts';
import { WireTable } from '../wire-table.ts';
import { type Ask, askOf, type Files } from './analysts.ts';
import { type Known, noting } from './questions.ts';
import { storedActions } from './stored-actions.ts';
import { CUSTOMERS, NOW, storyOf } from './stories.ts';

/** Where tables are. */
export interface Place {
  /** Of all tables that are counted, since it was last cleared. */
  traffic: TrafficByPart;
  /** A table that nothing lies in. */
  table(kind: keyof typeof tableIndexes): Promise<DynamoTable>;
}

/** Tables in the memory of this process. */
export const inMemory = (): Place => {
  const traffic: TrafficByPart = new Map();
  return { traffic, table: async (kind) => new WireTable(kind, traffic) };
};

/** So many actions, and whoever asks of them. */
export interface Stock {
  state: DynamoTable;
  ask: Ask;
  known: Known;
  /** Decides what is asked about. */
  random: Random;
}

/** Keeps what is put to it, to be written together elsewhere. */
class Kept extends DynamoTable {
  readonly #items: Item[] = [];

  constructor() {
    // Never called: only puts come here.
    super(new DynamoDBClient({ region: 'us-east-1' }), 'kept');
  }

  override async put(item: Item): Promise<Written> {
    this.#items.push(item);
    return 'written';
  }

  /** Hands over, where there are as many; then nothing is kept any more. */
  taken(least: number): Item[] {
    return this.#items.length < least ? [] : this.#items.splice(0);
  }
}

/** Items written together: some calls at once, of 25 each. */
const AT_ONCE = 200;
const RETENTION_DAYS = 400;

/** The customers' stories: the same however many actions there are. */
export const toldStories = async (place: Place): Promise<DynamoTable> => {
  const facts = await place.table('facts');
  const writer = new FactWriter(facts, RETENTION_DAYS);
  for (let customer = 0; customer < CUSTOMERS; customer++) {
    for (const { fact, sentiment } of storyOf(customer)) await writer.add(fact, sentiment, NOW);
  }
  return facts;
};

/** Stores so many actions. */
export const stocked = async (many: number, place: Place, facts: DynamoTable, files: Files): Promise<Stock> => {
  const [state, erasures] = [await place.table('state'), await place.table('erasures')];
  const kept = new Kept();
  const actions = new Actions(kept);
  const { note, known } = noting();
  for (const stored of storedActions(many, files.owners, seeded(1))) {
    note(stored);
    await actions.putGap(stored.gap, stored.gap.openedAt);
    await actions.putAction(stored.action, undefined);
    const items = kept.taken(AT_ONCE);
    if (items.length > 0) await state.batchWrite(items);
  }
  await state.batchWrite(kept.taken(0));
  const ask = askOf({ facts, state, erasures }, files);
  return { state, ask, known: await known(ask), random: seeded(2) };
};
