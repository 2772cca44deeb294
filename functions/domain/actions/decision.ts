import type { Instant } from '../instant.ts';
import type { Impact } from '../silence/compared.ts';
import { type Action, begun, changed, type Told, type Triage, unwarned } from './action.ts';
import type { ActionKind } from './action-words.ts';
import type { BusinessCalendar } from './business-calendar.ts';
import { endOf, isPersons } from './clock-entry.ts';
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

/** Why an action that is over opens again: triage had ended it, or something came up after it was said to be done. */
const opensAgain = (known: Action, { latestAt }: Decision): 'opened again' | 'failed again' | undefined => {
  const end = endOf(known);
  if (!end) return undefined;
  if (endedByTriage(known)) return 'opened again';
  return latestAt !== undefined && latestAt > end.at ? 'failed again' : undefined;
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
 * TRIAGE-11: what people ended opens again only over what came up after that, as a second failure, and with a deadline of
 * its own; what was known before changes nothing about it.
 */
export const joined = (known: Action, decision: Decision, asOf: Instant): Triage | undefined => {
  const figures = decision.told !== undefined;
  const gapIds = union(known.gapIds, decision.gapIds).sort();
  const evidence = union(known.evidence, decision.evidence).slice(0, MAX_EVIDENCE);
  const again = opensAgain(known, decision);
  const free = again !== undefined || untouched(known);
  const { graver, parts, priority } = gravityOf(known, decision, again === 'failed again');
  const stale = free && isStale(known.told, decision);
  const more = gapIds.length > known.gapIds.length || (!figures && evidence.length > known.evidence.length);
  const worse = (graver && (!figures || priority !== known.priority)) || again === 'failed again';
  if (!more && !worse && !again && !stale) return undefined;
  const due = dueAt(asOf, priority, decision.calendar);
  const sooner = priority < known.priority && due < known.dueAt ? due : known.dueAt;
  const { told: _, impact: __, ...untold } = again ? unwarned(known) : known;
  const { title, told, impact } = decision;
  const retold = graver || (figures && free) ? { title, ...(impact ? { impact } : {}), ...(told ? { told } : {}) } : {};
  const from = graver || (figures && free) ? untold : again ? unwarned(known) : known;
  const isNew = (graver && ['open', 'queued'].includes(known.status)) || (again && known.kind !== 'recover');
  const waited = known.status === 'queued' && priority === 'P1';
  const change = [
    again ?? '',
    more ? 'evidence joined' : '',
    worse ? graverBy(known.priority, priority) : '',
    stale ? 'told by the newest figures' : '',
    waited ? 'waits no longer' : '',
  ];
  const action = changed(
    from,
    {
      ...retold,
      ...(worse || graver ? { priority, parts } : {}),
      ...(isNew && !isHandedOn(known) ? { owner: decision.owner } : {}),
      ...(again ? { status: 'reopened' as const } : waited ? { status: 'open' as const } : {}),
      gapIds,
      evidence,
      // A surge in June does not inherit the deadline of March, nor a customer who is let down again.
      dueAt: again ? due : sooner,
    },
    { at: asOf, by: 'triage', type: again ? 'reopened' : 'joined', change: change.filter(Boolean).join(', ') },
  );
  return { action, replaces: known.version };
};
