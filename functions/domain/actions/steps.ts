import type { ActionStatus } from './action-words.ts';

/** What a person can do with an action, one word each. */
export type Step = 'acknowledge' | 'resolve' | 'dismiss' | 'reassign' | 'reopen' | 'label';

/** Code points of a reason: a paragraph, and few enough that a year of changes fits an item. */
export const LONGEST_REASON = 500;

const unfinished: readonly ActionStatus[] = ['open', 'reopened', 'queued', 'acknowledged'];

/**
 * LIFE-1: an action goes from open to acknowledged to resolved, or is dismissed; what is over can only be opened again or
 * labelled. Whether it was put right is not for people to say: `verified` takes evidence.
 */
export const startsFrom: Record<Step, readonly ActionStatus[]> = {
  acknowledge: ['open', 'reopened', 'queued'],
  resolve: unfinished,
  dismiss: [...unfinished, 'resolved', 'unconfirmed'],
  reassign: unfinished,
  reopen: ['resolved', 'verified', 'unconfirmed', 'dismissed'],
  label: [...unfinished, 'resolved', 'verified', 'unconfirmed', 'dismissed'],
};

/** LIFE-2: who ends an action, hands it on or opens it again says why, so that the next one need not ask. */
export const needsReason: Record<Step, string | undefined> = {
  acknowledge: undefined,
  resolve: 'say what was done for the customer or at the touchpoint',
  dismiss: 'say why nothing is to be done',
  reassign: 'say why the other team answers for it',
  reopen: 'say what came up',
  label: undefined,
};
