import { createHash } from 'node:crypto';
import { DAY, type Instant, plus } from '../instant.ts';
import type { Rejection } from '../message/rejection.ts';

/** How long a rejected message can be looked up and sent again. */
export const REJECT_DAYS = 14;

/** What the key of the bodies is for: every use of it must say so, and grants are for this purpose alone. */
export const BODY_PURPOSE = { purpose: 'rejected-body' };

/** A message that was not taken, as the queue delivered it. */
export interface RejectedMessage {
  messageId: string;
  /** Name of the queue it came through. */
  queue: string;
  /** Who posted it, where the message says so in the form of the contract. */
  source?: string | undefined;
  /** Posted as history, which raises nothing on arrival. */
  backfill: boolean;
  sentAt: Instant;
  body: string;
  reasons: Rejection[];
}

/** What is noted of such a message, without its words. */
export interface Occurrence {
  /** The reject that it is an occurrence of. */
  reject: string;
  messageId: string;
  queue: string;
  source?: string;
  backfill?: true;
  sentAt: Instant;
  rejectedAt: Instant;
  bytes: number;
  reasons: Rejection[];
}

/** What an operator did about a reject. */
export interface Handling {
  /** By the operator's clock. */
  at: Instant;
  /** The last rejection that this answers, by intake's clock: one after it is a new matter, whatever the operator's says. */
  upTo: Instant;
  how: 'redriven' | 'dropped';
}

/** One body that one queue brought once or many times, and that was not taken. */
export interface Reject {
  id: string;
  queue: string;
  source?: string;
  bytes: number;
  /** Those of its latest occurrence. */
  reasons: Rejection[];
  /** Messages that brought it. */
  count: number;
  firstSentAt: Instant;
  lastSentAt: Instant;
  lastRejectedAt: Instant;
  /** Whether all that brought it were posted as history. */
  backfill: boolean;
  /** Nobody has handled it, or it was rejected again after that. */
  open: boolean;
  handled?: Handling;
}

/**
 * Names a body in a queue: 128 bits of SHA-256 in hexadecimal, which can be typed, shortened and given to a command without
 * being taken for an option.
 */
export const rejectId = (queue: string, body: string): string =>
  createHash('sha256')
    .update(JSON.stringify([queue, body]))
    .digest('hex')
    .slice(0, 32);

/** From when on occurrences count as of an instant: what is older may be deleted at any moment. */
export const rejectHorizon = (asOf: Instant): Instant => plus(asOf, -REJECT_DAYS * DAY);

const byTime = (a: Occurrence, b: Occurrence): number => (a.rejectedAt < b.rejectedAt ? -1 : 1);

const rejectOf = (id: string, occurrences: readonly Occurrence[], handled: Handling | undefined): Reject => {
  const inOrder = occurrences.toSorted(byTime);
  const latest = inOrder.at(-1) as Occurrence;
  const times = occurrences.map(({ sentAt }) => sentAt).sort();
  return {
    id,
    queue: latest.queue,
    ...(latest.source !== undefined && { source: latest.source }),
    bytes: latest.bytes,
    reasons: latest.reasons,
    count: occurrences.length,
    firstSentAt: times[0] as Instant,
    lastSentAt: times.at(-1) as Instant,
    lastRejectedAt: latest.rejectedAt,
    backfill: occurrences.every(({ backfill }) => backfill),
    open: handled === undefined || latest.rejectedAt > handled.upTo,
    ...(handled && { handled }),
  };
};

/** What was rejected, a body once however often it came, the latest first. */
export const rejectsOf = (occurrences: readonly Occurrence[], handled: ReadonlyMap<string, Handling>): Reject[] =>
  [...Map.groupBy(occurrences, ({ reject }) => reject)]
    .map(([id, ofBody]) => rejectOf(id, ofBody, handled.get(id)))
    .sort((a, b) => (a.lastSentAt === b.lastSentAt ? (a.id < b.id ? -1 : 1) : a.lastSentAt > b.lastSentAt ? -1 : 1));
