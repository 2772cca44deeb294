import type { Instant } from '../instant.ts';
import type { Impact } from '../silence/compared.ts';
import { type Action, begun, changed, type Told, type Triage, unwarned } from './action.ts';
import type { ActionKind } from './action-words.ts';
import type { BusinessCalendar } from './business-calendar.ts';
import { endOf, isOver, isPersons } from './clock-entry.ts';
import { type OwnerFacts, type Owners, ownerOf } from './owners.ts';
import { dueAt, failedAgain, type Priority, type PriorityParts, pointsOf } from './priority.ts';
import { endedByTriage, untouched } from './settle.ts';

/** Evidence kept with an action; the rest is found through its gaps. */
const MAX_EVIDENCE = 200;

/**
 * Change of the customers told, as a share of them, that makes a title stale: judgement, about what a reader would call
 * another figure, and more than a month's window moves from one day to the next.
 */
const STALE_SHARE = 1 / 5;

/** What triage makes of a cause as of now: what a new action starts with, and a known one is held against. */
export interface Decision {
  title: string;
  priority: Priority;
  parts: PriorityParts;
  owner: Action['owner'];
  /** The owner's. */
  calendar: BusinessCalendar;
  /** Gaps that are open. */
  gapIds: readonly string[];
  evidence: readonly string[];
  impact?: Impact | undefined;
  /** When the newest of it came up: of complaints their time, of a compared gap when it last opened. */
  latestAt?: Instant | undefined;
  /** Present where the title tells figures, which a later look may find changed. */
  told?: Told | undefined;
}

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

/**
 * The owner and the calendar of their deadlines.
 *
 * @throws RangeError where `owners` was never checked and the calendar is missing
 */
export const ownedBy = (owners: Owners, facts: OwnerFacts): Pick<Decision, 'owner' | 'calendar'> => {
  const { team, contact, calendar: name, rule } = ownerOf(owners, facts);
  const calendar = owners.calendars[name];
  if (!calendar) throw new RangeError(`owners.json: rule ${rule} names a team whose calendar is not there`);
  return { owner: { team, contact }, calendar };
};

/** Who or where an action is for, and since when. */
export interface Subject {
  id: string;
  kind: ActionKind;
  openedAt: Instant;
  matterId?: string | undefined;
  customerId?: string | undefined;
  touchpoint?: string | undefined;
  location?: string | undefined;
}

/** A new action. */
export const raised = (subject: Subject, decision: Decision, asOf: Instant): Triage => {
  const { id, kind, openedAt, matterId, customerId, touchpoint, location } = subject;
  const { title, owner, priority, parts, calendar, gapIds, evidence, impact, told } = decision;
  const action = begun(
    {
      id,
      kind,
      title,
      owner,
      priority,
      parts,
      openedAt,
      raisedAt: asOf,
      dueAt: dueAt(asOf, priority, calendar),
      status: 'open',
      gapIds: union([], gapIds).sort(),
      ...(matterId ? { matterId } : {}),
      ...(customerId ? { customerId } : {}),
      ...(touchpoint ? { touchpoint } : {}),
      ...(location ? { location } : {}),
      ...(impact ? { impact } : {}),
      ...(told ? { told } : {}),
      evidence: union([], evidence).slice(0, MAX_EVIDENCE),
      ...(decision.latestAt ? { latestAt: decision.latestAt } : {}),
    },
    { at: asOf, by: 'triage', type: 'raised', change: 'raised' },
  );
  return { action };
};

const graverBy = (from: Priority, to: Priority): string => (from === to ? 'graver' : `graver: ${from} to ${to}`);

/** Whether a title tells what is no longer so: of a gap that has closed, or of another number of customers. */
const isStale = (told: Told | undefined, { told: now, gapIds }: Decision): boolean => {
  if (!now) return false;
  if (!told) return true;
  const closed = told.gapId !== undefined && !gapIds.includes(told.gapId);
  return closed || Math.abs(now.customers - told.customers) >= STALE_SHARE * told.customers;
};

/** Whether a person gave an action its owner, whom triage then leaves it to. */
const isHandedOn = ({ history }: Action): boolean =>
  history.some((change) => change.type === 'reassigned' && isPersons(change));

/**
 * Why an action that is over opens again: triage had ended it, or something came up that is newer than all that was known
 * of it, however late we hear of it. It failed again only where somebody had said, or evidence had shown, that it was done.
 */
const opensAgain = (known: Action, { latestAt }: Decision): 'opened again' | 'failed again' | undefined => {
  const end = endOf(known);
  if (!end) return undefined;
  if (endedByTriage(known)) return 'opened again';
  if (latestAt === undefined || latestAt <= (known.latestAt ?? end.at)) return undefined;
  return end.type === 'resolved' || end.type === 'verified' ? 'failed again' : 'opened again';
};

/** The graver of what was known and what is decided now; what failed again is grave for that alone. */
const gravityOf = (known: Action, { parts, priority }: Decision, failed: boolean) => {
  const graver = pointsOf(parts) > pointsOf(known.parts);
  const now = graver
    ? { parts, priority: priority < known.priority ? priority : known.priority }
    : { parts: known.parts, priority: known.priority };
  if (!failed) return { graver, ...now };
  const again = failedAgain(now.parts);
  return { graver, parts: again.parts, priority: again.priority < now.priority ? again.priority : now.priority };
};

/**
 * TRIAGE-4: what joins an action may make it graver, never less grave; then it takes the graver title, priority and the
 * earlier deadline, and as long as nobody has taken it up, the owner of the graver kind.
 *
 * TRIAGE-8: where the title tells figures, a look that finds others changes the action only where it is a new priority, a
 * new gap or, as long as nobody has taken it up, customers by a fifth: evidence comes and goes with every day of the window,
 * and people read each version.
 *
 * TRIAGE-11: what people ended opens again only over what is newer than all that was known of it, with a deadline of its
 * own, and as a second failure where it had been said to be done; what is older joins it and changes nothing else.
 */
export const joined = (known: Action, decision: Decision, asOf: Instant): Triage | undefined => {
  const figures = decision.told !== undefined;
  const gapIds = union(known.gapIds, decision.gapIds).sort();
  const evidence = union(known.evidence, decision.evidence).slice(0, MAX_EVIDENCE);
  const again = opensAgain(known, decision);
  const free = again !== undefined || untouched(known);
  const stays = isOver(known) && again === undefined;
  const gravity = gravityOf(known, decision, again === 'failed again');
  const { graver, parts, priority } = stays ? { ...known, graver: false } : gravity;
  const stale = free && isStale(known.told, decision);
  const more = gapIds.length > known.gapIds.length || (!figures && evidence.length > known.evidence.length);
  const worse = (graver && (!figures || priority !== known.priority)) || again === 'failed again';
  if (!more && !worse && !again && !stale) return undefined;
  const due = dueAt(asOf, priority, decision.calendar);
  const sooner = priority < known.priority && due < known.dueAt ? due : known.dueAt;
  const { told: _, impact: __, ...untold } = known;
  const { title, told, impact } = decision;
  const retold = graver || (figures && free) ? { title, ...(impact ? { impact } : {}), ...(told ? { told } : {}) } : {};
  const isNew = (graver && ['open', 'queued'].includes(known.status)) || (again && known.kind !== 'recover');
  const owner = isNew && !isHandedOn(known) ? decision.owner : known.owner;
  // A surge in June does not inherit the deadline of March, nor a customer who is let down again.
  const deadline = again ? due : sooner;
  const moved = owner.team !== known.owner.team || deadline !== known.dueAt;
  const from = graver || (figures && free) ? untold : known;
  const latestAt = [known.latestAt ?? '', decision.latestAt ?? ''].sort().at(-1);
  const waited = known.status === 'queued' && priority === 'P1';
  const change = [
    again ?? '',
    more ? 'evidence joined' : '',
    worse ? graverBy(known.priority, priority) : '',
    stale ? 'told by the newest figures' : '',
    waited ? 'waits no longer' : '',
  ];
  const action = changed(
    // Who answers for it now, or has another deadline, is told of it anew.
    again || moved ? unwarned(from) : from,
    {
      ...retold,
      ...(worse || graver ? { priority, parts } : {}),
      owner,
      ...(latestAt ? { latestAt } : {}),
      ...(again ? { status: 'reopened' as const } : waited ? { status: 'open' as const } : {}),
      gapIds,
      evidence,
      dueAt: deadline,
    },
    { at: asOf, by: 'triage', type: again ? 'reopened' : 'joined', change: change.filter(Boolean).join(', ') },
  );
  return { action, replaces: known.version };
};
