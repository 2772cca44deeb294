import type { Action } from '../../domain/actions/action.ts';
import type { ActionsAsked } from '../../domain/analysts/asked.ts';
import type { Caller } from '../../domain/analysts/caller.ts';
import { type ActionEntry, actionEntry } from '../../domain/outputs/action-entry.ts';
import { actionColumns } from '../../domain/outputs/columns.ts';
import { joinedWhy, type Why } from '../../domain/why/why.ts';
import type { Answering, AskedOf } from '../answering.ts';
import { csvAnswer } from './csv-answer.ts';
import { type PageRead, paged, type ReadPage } from './paging.ts';

type Filter = Omit<ActionsAsked, 'limit' | 'cursor'>;

/** Where actions are listed, and why their gaps are. */
export interface ActionListDeps<Position> {
  secret(): Promise<string>;
  actions: {
    page(filter: Filter, read: PageRead<Position>): Promise<ReadPage<Action, Position>>;
  };
  gaps: { whys(ids: readonly string[]): Promise<Map<string, Why>> };
}

/** What says which index is read. */
const choosing = ['status', 'team', 'touchpoint', 'changedSince'] as const;

/** An owner who chooses nothing means their own; whoever answers for all teams means all. */
const meant = (filter: Filter, { roles, team }: Caller): Filter =>
  choosing.some((name) => filter[name] !== undefined) || team === undefined || roles.includes('lead')
    ? filter
    : { ...filter, team };

/** Lists actions with the reasons of their gaps. */
export const answerActions = <Position>({
  secret,
  actions,
  gaps,
}: ActionListDeps<Position>): Answering<'actions' | 'actionsCsv'> => {
  const withReasons = async (found: readonly Action[]): Promise<ActionEntry[]> => {
    const whys = await gaps.whys(found.flatMap(({ gapIds }) => gapIds));
    return found.map((action) => actionEntry(action, joinedWhy(action.gapIds.flatMap((id) => whys.get(id) ?? []))));
  };
  const list = (
    route: 'actions' | 'actionsCsv',
    { query: { limit, cursor, ...given }, caller }: AskedOf<'actions' | 'actionsCsv'>,
  ) => {
    const filters = meant(given, caller);
    return paged(secret, { route, filters, limit, cursor }, async (read: PageRead<Position>) => {
      const { entries, ...rest } = await actions.page(filters, read);
      return { entries: await withReasons(entries), ...rest };
    });
  };
  return {
    actions: async (asked) => {
      const page = await list('actions', asked);
      if (page.kind === 'refused') return page;
      return { kind: 'answered', answer: { actions: page.entries, ...(page.next && { next: page.next }) } };
    },
    actionsCsv: async (asked) => {
      const page = await list('actionsCsv', asked);
      return page.kind === 'refused' ? page : csvAnswer(actionColumns, page, asked.query.cursor);
    },
  };
};
