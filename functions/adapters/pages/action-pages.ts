import type { Action } from '../../domain/actions/action.ts';
import type { ActionsAsked } from '../../domain/analysts/asked.ts';
import { placeOf } from '../actions.ts';
import type { DynamoTable, PageKey } from '../dynamo-table.ts';
import { bare, CHANGES } from '../state-item.ts';
import { filledPage, type Page, type PageAsked, type PageRead } from './filled-page.ts';

/** Which actions are listed; what is left out does not limit. */
export type ActionFilter = Omit<ActionsAsked, 'limit' | 'cursor'>;
type Named = keyof ActionFilter;

/** What an index tells by its keys, and what is so left to filter. */
interface Index {
  name: string;
  keys: PageRead['keys'];
  condition: string;
  values: Record<string, unknown>;
  tells: readonly Named[];
}

const indexOf = (filter: ActionFilter): Index => {
  const { touchpoint, location, team, changedSince, status = 'open', priority, dueBefore } = filter;
  if (touchpoint !== undefined) {
    return {
      name: 'place',
      keys: ['placePartition', 'placeSort'],
      condition: 'placePartition = :place AND begins_with(placeSort, :actions)',
      values: { ':place': placeOf({ touchpoint, ...(location && { location }) }), ':actions': 'action#' },
      tells: ['touchpoint', 'location'],
    };
  }
  if (team !== undefined) {
    return {
      name: 'owner',
      keys: ['ownerPartition', 'ownerSort'],
      condition: `ownerPartition = :team${dueBefore ? ' AND ownerSort < :dueBefore' : ''}`,
      values: { ':team': team, ...(dueBefore && { ':dueBefore': dueBefore }) },
      tells: ['team', 'dueBefore'],
    };
  }
  if (changedSince !== undefined) {
    return {
      name: 'changes',
      keys: ['changePartition', 'changedAt'],
      condition: 'changePartition = :actions AND changedAt >= :changedSince',
      values: { ':actions': CHANGES, ':changedSince': changedSince },
      tells: ['changedSince'],
    };
  }
  return {
    name: 'listing',
    keys: ['listPartition', 'listSort'],
    condition: `listPartition = :status${priority ? ' AND begins_with(listSort, :urgency)' : ''}`,
    values: { ':status': `action#${status}`, ...(priority && { ':urgency': `${priority}#` }) },
    tells: ['status', 'priority'],
  };
};

/** Where the rest is told in an item. `touchpoint` and `location` are never left: they come first. */
const filters: Partial<Record<Named, { path: readonly string[]; is: '=' | '<' | '>=' }>> = {
  team: { path: ['owner', 'team'], is: '=' },
  // The time alone sorts before each text that begins with it.
  changedSince: { path: ['changedAt'], is: '>=' },
  status: { path: ['status'], is: '=' },
  priority: { path: ['priority'], is: '=' },
  kind: { path: ['kind'], is: '=' },
  dueBefore: { path: ['dueAt'], is: '<' },
};

/** The query of a filter: one index, as much by its keys as they tell, the rest left to a filter. */
const readOf = (filter: ActionFilter): PageRead => {
  const { name, keys, condition, values, tells } = indexOf(filter);
  const left = (Object.keys(filters) as Named[]).flatMap((named) => {
    const told = filters[named];
    return told && filter[named] !== undefined && !tells.includes(named) ? [{ ...told, named }] : [];
  });
  return {
    keys,
    query: {
      IndexName: name,
      KeyConditionExpression: condition,
      ExpressionAttributeValues: {
        ...values,
        ...Object.fromEntries(left.map(({ named }) => [`:${named}`, filter[named]])),
      },
      ...(left.length > 0 && {
        FilterExpression: left
          .map(({ path, is, named }) => `${path.map((part) => `#${part}`).join('.')} ${is} :${named}`)
          .join(' AND '),
        ExpressionAttributeNames: Object.fromEntries(
          left.flatMap(({ path }) => path.map((part) => [`#${part}`, part])),
        ),
      }),
    },
  };
};

/** Lists of actions, a page at a time, an index's second or so late. */
export class ActionPages {
  readonly #table: DynamoTable;

  constructor(state: DynamoTable) {
    this.#table = state;
  }

  /** In the order of the index that the filter says: see `ActionsAsked`. */
  async page(filter: ActionFilter, asked: PageAsked<PageKey>): Promise<Page<Action, PageKey>> {
    const { entries, ...rest } = await filledPage(this.#table, readOf(filter), asked);
    return { entries: entries.map((item) => bare<Action>(item)), ...rest };
  }
}
