import type { ActionChangeType, ProductEvent } from '../events/event.ts';
import type { Instant } from '../instant.ts';
import { digest } from '../message/identity.ts';
import type { Impact } from '../silence/compared.ts';
import type { ActionKind, ActionLabel, ActionStatus } from './action-words.ts';
import type { Priority, PriorityParts } from './priority.ts';

/** One change of an action: who, when, what, why. */
export interface ActionChange {
  /** The version that it made; also the sequence number of its event. */
  version: number;
  at: Instant;
  /** A person's id, `triage` or `clock`. */
  by: string;
  type: ActionChangeType;
  /** In words. */
  change: string;
  /** After the change. */
  status: ActionStatus;
  /** As the person gave it, redacted. */
  reason?: string;
  /** Contacts that a reminder or an escalation went to. */
  to?: string[];
  /** What a person judged who labelled it or said that it was done: the gaps that it answered for then. */
  gapIds?: string[];
}

/** The figures that a title tells, as they stood when it was last written. */
export interface Told {
  /** The gap they are of; absent where no gap is known. */
  gapId?: string;
  customers: number;
}

/** A person's word that an action should not be: kept whatever becomes of the action. */
export interface Label {
  label: ActionLabel;
  at: Instant;
  by: string;
}

/** How far a deadline that passed was carried up. */
export interface Escalation {
  /** Index of the last level told. */
  level: number;
  at: Instant;
}

/** One thing to do, with one owner and one deadline. */
export interface Action {
  id: string;
  kind: ActionKind;
  title: string;
  owner: { team: string; contact: string };
  priority: Priority;
  parts: PriorityParts;
  /** Event time of the fact that decided the gap; without a gap, the time of the look that raised it. */
  openedAt: Instant;
  /** When we raised it, and never again; the deadline runs from here, of one that opened again from when it did. */
  raisedAt: Instant;
  dueAt: Instant;
  status: ActionStatus;
  gapIds: string[];
  matterId?: string;
  customerId?: string;
  touchpoint?: string;
  location?: string;
  /** Of a dark corner. */
  impact?: Impact;
  told?: Told;
  /** Fact ids. */
  evidence: string[];
  /** When the newest came up of what is known of it: of complaints their time, of a compared gap when it last opened. */
  latestAt?: Instant;
  labels?: Label[];
  /** When its owner was reminded of the deadline that runs now. */
  remindedAt?: Instant;
  escalation?: Escalation;
  /** What a fix came to, once compared. */
  outcome?: string;
  /** Counts changes; a change names the version it saw. */
  version: number;
  history: ActionChange[];
  /** Events not known to be told yet, in sequence. */
  pending?: ProductEvent[];
}

/** The id of the action for a matter or a gap: the same cause never raises two. */
export const actionId = (kind: ActionKind, cause: string): string => `${kind}-${digest(kind, cause)}`;

/** What triage makes of an action. */
export interface Triage {
  /** The action as it should now be. */
  action: Action;
  /** The version it replaces; absent for a new one. */
  replaces?: number;
}

const eventOf = (action: Omit<Action, 'history'>, { by, at, type, change, reason, to }: ActionChange): ProductEvent => {
  const { id, kind, title, owner, priority, openedAt, raisedAt, dueAt, status, version } = action;
  const { customerId, matterId, touchpoint, location } = action;
  return {
    version: 1,
    type: `action.${type}`,
    subject: id,
    sequence: version,
    at,
    data: {
      action: {
        id,
        kind,
        title,
        owner,
        priority,
        openedAt,
        raisedAt,
        dueAt,
        status,
        ...(customerId ? { customerId } : {}),
        ...(matterId ? { matterId } : {}),
        ...(touchpoint ? { touchpoint } : {}),
        ...(location ? { location } : {}),
        version,
      },
      change: { by, what: change, ...(reason ? { reason } : {}), ...(to ? { to } : {}) },
    },
  };
};

/** What a change is, before it has a version. */
export type Change = Omit<ActionChange, 'version' | 'status'>;

/** An action's first version. */
export const begun = (action: Omit<Action, 'version' | 'history' | 'pending'>, change: Change): Action => {
  const entry: ActionChange = { version: 1, ...change, status: action.status };
  const first = { ...action, version: 1, history: [entry] };
  return { ...first, pending: [eventOf(first, entry)] };
};

/** The next version of an action: the patch, the change in its history, and the event that tells of it. */
export const changed = (action: Action, patch: Partial<Action>, change: Change): Action => {
  const version = action.version + 1;
  const next = { ...action, ...patch, version };
  const entry: ActionChange = { version, ...change, status: next.status };
  return {
    ...next,
    history: [...action.history, entry],
    pending: [...(action.pending ?? []), eventOf(next, entry)],
  };
};

/** An action as it was before its deadline was told of: who begins anew is reminded anew. */
export const unwarned = ({ remindedAt: _, escalation: __, outcome: ___, ...action }: Action): Action => action;
