import { startsFrom } from '../../../domain/actions/steps.ts';
import { type Entry, isOverdue, type Status } from '../actions/entry.ts';
import { linkTo } from '../address.ts';
import type { AnswerOf, Call } from '../api.ts';

/** Statuses that are looked at together. */
export const tabs = {
  open: ['open', 'reopened'],
  acknowledged: ['acknowledged'],
  queued: ['queued'],
  over: startsFrom.reopen,
} as const satisfies Record<string, readonly Status[]>;
export type Tab = keyof typeof tabs;

export const tabNames = Object.keys(tabs) as Tab[];
export const priorities = ['P1', 'P2', 'P3', 'P4'] as const;
export const kinds = ['recover', 'fix', 'ask'] as const;

/** Which actions of which status are looked at; what is left out does not limit. */
export interface View {
  tab: Tab;
  /** Of what is over, a single end. */
  end?: Status | undefined;
  team?: string | undefined;
  priority?: Entry['priority'] | undefined;
  kind?: Entry['kind'] | undefined;
  touchpoint?: string | undefined;
  location?: string | undefined;
  overdue: boolean;
}

/** An owner who asks for no team is shown their own; this is how they ask for all. */
export const ALL_TEAMS = 'all';

const oneOf = <Name extends string>(names: readonly Name[], given: string | null): Name | undefined =>
  names.find((name) => name === given);

/** A lead who owns a team's actions as well looks after all of them. */
export const ownTeam = ({ roles, team }: AnswerOf<'me'>): string | undefined =>
  roles.includes('owner') && !roles.includes('lead') ? team : undefined;

/** Reads the view that an address names; what it gets wrong does not limit. */
export const viewOf = (query: URLSearchParams, me: AnswerOf<'me'>): View => {
  const status = query.get('status');
  const tab = tabNames.find((name) => name === status || tabs[name].some((one) => one === status)) ?? 'open';
  const team = query.get('team') || ownTeam(me);
  const touchpoint = query.get('touchpoint') || undefined;
  return {
    tab,
    end: tab === 'over' ? oneOf(tabs.over, status) : undefined,
    team: team === ALL_TEAMS ? undefined : team,
    priority: oneOf(priorities, query.get('priority')),
    kind: oneOf(kinds, query.get('kind')),
    touchpoint,
    location: touchpoint && (query.get('location') || undefined),
    overdue: tab !== 'over' && query.get('overdue') === '1',
  };
};

/** The link to a view. */
export const linkToView = ({ tab, end, team, overdue, ...rest }: View, me: AnswerOf<'me'>): string =>
  linkTo(['actions'], {
    ...rest,
    status: end ?? (tab === 'open' ? undefined : tab),
    team: team === ownTeam(me) ? undefined : (team ?? ALL_TEAMS),
    overdue: overdue ? '1' : undefined,
  });

/** The same beside another tab; nothing that is over is overdue. */
export const atTab = (view: View, tab: Tab): View => ({
  ...view,
  tab,
  end: undefined,
  overdue: view.overdue && tab !== 'over',
});

export const statusesOf = ({ tab, end }: View): readonly Status[] => (end ? [end] : tabs[tab]);

/** Whether an action is of a view, whatever its status. */
export const fits = (view: View, entry: Entry, now: string): boolean =>
  (view.team === undefined || entry.owner.team === view.team) &&
  (view.priority === undefined || entry.priority === view.priority) &&
  (view.kind === undefined || entry.kind === view.kind) &&
  (view.touchpoint === undefined || (entry.touchpoint === view.touchpoint && entry.location === view.location)) &&
  (!view.overdue || isOverdue(entry, now));

type Asked = NonNullable<Call<'actions'>['query']>;

/** How the API is asked for the actions of a view that have a status. */
export const askedFor = (
  { team, priority, kind, touchpoint, location, overdue }: View,
  status: Status,
  now: string,
): Asked => ({
  status,
  ...(team && { team }),
  ...(priority && { priority }),
  ...(kind && { kind }),
  ...(touchpoint && { touchpoint }),
  ...(location && { location }),
  // Without a team the API has no such filter; what it answers is filtered here.
  ...(overdue && team && { dueBefore: now }),
});

/** In which order the API reads a view: the index decides (functions/domain/analysts/asked.ts). */
export const orderOf = ({ team, touchpoint }: View): Order => (touchpoint ? 'opened' : team ? 'due' : 'urgency');
export type Order = 'urgency' | 'due' | 'opened';

const keys: Record<Order, (entry: Entry) => string> = {
  urgency: ({ priority, dueAt, id }) => `${priority}#${dueAt}#${id}`,
  due: ({ dueAt, id }) => `${dueAt}#${id}`,
  opened: ({ openedAt, id }) => `${openedAt}#${id}`,
};

/** What actions are put in an order by. */
export const keyOf = (order: Order, entry: Entry): string => keys[order](entry);
