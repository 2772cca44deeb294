import { type Action, actionId, begun, type Change, changed } from '../../../functions/domain/actions/action.ts';
import type { ActionKind, ActionStatus } from '../../../functions/domain/actions/action-words.ts';
import type { Owners } from '../../../functions/domain/actions/owners.ts';
import { dueAt, type Priority } from '../../../functions/domain/actions/priority.ts';
import type { Gap, GapKind } from '../../../functions/domain/gaps/gap.ts';
import { DAY, HOUR, instantAt, millis, plus } from '../../../functions/domain/instant.ts';
import { digest } from '../../../functions/domain/message/identity.ts';
import type { Why } from '../../../functions/domain/why/why.ts';
import type { Random } from '../../eval/study/random.ts';
import { CUSTOMERS, NOW, storyOf } from './stories.ts';

/** All was raised in the two years before analysts ask. */
export const FIRST_RAISED = instantAt(millis(NOW) - 730 * DAY);
/**
 * However many actions there are, they lie at so many places and belong to the teams of owners.json: so partitions grow as the
 * table does, and a thousand actions fill a page of any list.
 */
const PLACES = 20;

/** An action with the gap that it answers for. */
export interface Stored {
  action: Action;
  gap: Gap;
}

/** Most are over after two years, and no list that a person works by is short. */
const statuses: readonly (readonly [ActionStatus, number])[] = [
  ['open', 9],
  ['acknowledged', 6],
  ['queued', 2],
  ['reopened', 2],
  ['resolved', 6],
  ['verified', 35],
  ['unconfirmed', 28],
  ['dismissed', 12],
];
const priorities: readonly (readonly [Priority, number])[] = [
  ['P1', 5],
  ['P2', 20],
  ['P3', 50],
  ['P4', 25],
];
const kinds: readonly (readonly [ActionKind, number])[] = [
  ['recover', 90],
  ['fix', 8],
  ['ask', 2],
];
const whys: readonly Why[] = [
  { themes: ['delay'], causes: ['defect'], phrases: ['still waiting', 'two hours late'], rules: ['CAUSE-9'] },
  {
    themes: ['staff', 'runaround'],
    causes: ['silo', 'unowned'],
    phrases: ['passed around', 'nobody could say'],
    rules: ['CAUSE-1', 'CAUSE-2'],
  },
  {
    themes: ['billing'],
    causes: ['broken-promise'],
    phrases: ['charged twice', 'promised a refund'],
    rules: ['CAUSE-3'],
  },
];
const gapKindOf: Record<ActionKind, GapKind> = { recover: 'unanswered', fix: 'dark-corner', ask: 'dark-corner' };

const oneOf = <T>(choices: readonly T[], n: number): T => choices[n % choices.length] as T;

/** Of each customer, what they complained by. */
const evidence = Array.from({ length: CUSTOMERS }, (_, customer) =>
  storyOf(customer).flatMap(({ fact, sentiment }) => (sentiment ? [fact.id] : [])),
);

/** Where the n-th action lies. */
export const placeOf = (n: number) => ({ touchpoint: `touchpoint-${n % 4}`, location: `house-${n % PLACES}` });

/** What becomes of an action on the way to its status, at ever later hours. */
const lifeOf = (status: ActionStatus): [ActionStatus, Omit<Change, 'at'>][] => {
  const taken: [ActionStatus, Omit<Change, 'at'>] = [
    'acknowledged',
    { by: 'kim', type: 'acknowledged', change: 'acknowledged' },
  ];
  const done: [ActionStatus, Omit<Change, 'at'>] = [
    'resolved',
    { by: 'kim', type: 'resolved', change: 'resolved', reason: 'called the customer and sent the parcel once more' },
  ];
  switch (status) {
    case 'open':
      return [];
    case 'queued':
      return [['queued', { by: 'clock', type: 'queued', change: 'waits: its team has no room' }]];
    case 'acknowledged':
      return [taken];
    case 'resolved':
      return [taken, done];
    case 'verified':
      return [
        taken,
        done,
        ['verified', { by: 'triage', type: 'verified', change: 'verified: a later answer is good' }],
      ];
    case 'unconfirmed':
      return [taken, done, ['unconfirmed', { by: 'clock', type: 'unconfirmed', change: 'nothing was heard since' }]];
    case 'reopened':
      return [taken, done, ['reopened', { by: 'sam', type: 'reopened', change: 'reopened', reason: 'came up again' }]];
    case 'dismissed':
      return [['dismissed', { by: 'sam', type: 'dismissed', change: 'dismissed', reason: 'a test order of our own' }]];
  }
};

/** The n-th of so many: raised when its turn comes in the two years, and told of long ago. */
const stored = (n: number, of: number, owners: Owners, random: Random): Stored => {
  const raisedAt = instantAt(Math.floor(millis(FIRST_RAISED) + (n / of) * 729 * DAY));
  const [status, priority, kind] = [random.weighted(statuses), random.weighted(priorities), random.weighted(kinds)];
  const team = oneOf(Object.values(owners.teams), n);
  const calendar = owners.calendars[team.calendar];
  if (!calendar) throw new RangeError(`owners.json: no calendar "${team.calendar}"`);
  const place = placeOf(n);
  const cause = digest('matter', String(n));
  const whose = kind === 'recover' ? { customerId: `customer-${n % CUSTOMERS}`, matterId: cause } : {};
  const facts = oneOf(evidence, n);
  const gap: Gap = {
    id: digest('gap', cause),
    kind: gapKindOf[kind],
    scope: kind === 'recover' ? 'customer' : 'cell',
    ...place,
    ...whose,
    facts,
    state: status === 'open' ? 'open' : 'cleared',
    openedAt: raisedAt,
    decidedBy: raisedAt,
    history: [{ state: 'open', at: raisedAt }],
    why: oneOf(whys, n),
    confidence: 0.9,
  };
  let action = begun(
    {
      id: actionId(kind, cause),
      kind,
      title: `Two complaints at ${place.touchpoint}, ${place.location}, and no remedy`,
      owner: { team: team.team, contact: team.contact },
      priority,
      parts: { severity: 20, customers: 0, secondComplaint: 0, hollowApology: 8, confidence: 7 },
      openedAt: raisedAt,
      raisedAt,
      dueAt: dueAt(raisedAt, priority, calendar),
      status: 'open',
      gapIds: [gap.id],
      ...whose,
      ...place,
      evidence: facts,
      latestAt: raisedAt,
    },
    { at: raisedAt, by: 'triage', type: 'raised', change: 'raised' },
  );
  for (const [i, [next, change]] of lifeOf(status).entries()) {
    action = changed(action, { status: next }, { ...change, at: plus(raisedAt, (i + 1) * 5 * HOUR) });
  }
  const { pending: _, ...told } = action;
  return { action: told, gap };
};

/** So many actions with their gaps, the longest raised first; the same for the same number. */
export function* storedActions(many: number, owners: Owners, random: Random): Generator<Stored> {
  for (let n = 0; n < many; n++) yield stored(n, many, owners, random);
}
