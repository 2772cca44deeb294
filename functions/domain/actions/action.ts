import * as z from 'zod';
import type { Instant } from '../instant.ts';
import { digest } from '../message/identity.ts';
import type { Impact } from '../silence/compared.ts';
import type { Priority, PriorityParts } from './priority.ts';

export const ActionKind = z.enum(['recover', 'fix', 'ask']);
export type ActionKind = z.infer<typeof ActionKind>;

export const ActionStatus = z.enum([
  'open',
  'acknowledged',
  'resolved',
  'verified',
  'unconfirmed',
  'reopened',
  'dismissed',
  'queued',
]);
export type ActionStatus = z.infer<typeof ActionStatus>;

/** One change of an action: who, when, what. */
export interface ActionChange {
  at: Instant;
  by: string;
  change: string;
}

/** The figures that a title tells, as they stood when it was last written. */
export interface Told {
  /** The gap they are of; absent where no gap is known. */
  gapId?: string;
  customers: number;
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
  /** When we raised it; the deadline runs from here, of a touchpoint's that had ended by itself from when it opened again. */
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
  /** Counts changes; a change names the version it saw. */
  version: number;
  history: ActionChange[];
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
