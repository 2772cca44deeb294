import { type Action, changed, type Triage, unwarned } from '../actions/action.ts';
import { endOf, isPersons } from '../actions/clock-entry.ts';
import { newDeadline } from '../actions/life.ts';
import type { Owners } from '../actions/owners.ts';
import { failedAgain } from '../actions/priority.ts';
import type { Instant } from '../instant.ts';
import { turnOf, wordsOf } from './fix-words.ts';
import type { FixVerdict } from './judge-fix.ts';
import type { FixKind } from './windows.ts';

/** When a person said that a fix is done which nothing has borne out yet; labels given since speak against it. */
export const resolvedAt = (action: Action): Instant | undefined => {
  const end = endOf(action);
  const isDone = action.kind === 'fix' && action.status === 'resolved' && end?.type === 'resolved' && isPersons(end);
  return isDone ? end.at : undefined;
};

/** Whether a fix has something to be told as of now that its action does not tell yet. */
export const isDue = (action: Action, asOf: Instant): boolean => {
  const at = resolvedAt(action);
  return at !== undefined && action.outcome !== turnOf(at, asOf).outcome;
};

/**
 * VERIFY-10: a fix that was judged to be none opens again as a second failure, with its figures and a deadline of its own; one
 * that cannot be judged tells until when, and changes only when that does.
 *
 * @returns nothing where the action is no fix that waits to be judged, or has told so already
 */
export const afterJudgement = (
  action: Action,
  kind: FixKind,
  verdict: FixVerdict,
  owners: Owners,
  asOf: Instant,
): Triage | undefined => {
  const done = resolvedAt(action);
  if (done === undefined || !isDue(action, asOf)) return undefined;
  const replaces = action.version;
  const change = { at: asOf, by: 'triage' } as const;
  switch (verdict.kind) {
    case 'not-enough': {
      const { outcome } = turnOf(done, asOf);
      return { action: changed(action, { outcome }, { ...change, type: 'compared', change: outcome }), replaces };
    }
    case 'verified': {
      const outcome = wordsOf(kind, verdict);
      const patch = { status: 'verified', outcome } as const;
      return { action: changed(action, patch, { ...change, type: 'verified', change: outcome }), replaces };
    }
    case 'reopened': {
      const outcome = wordsOf(kind, verdict);
      const { parts, priority } = failedAgain(action.parts);
      const worse = { parts, priority: priority < action.priority ? priority : action.priority };
      const dueAt = newDeadline({ ...action, ...worse }, owners, asOf);
      const patch = { ...worse, status: 'reopened', dueAt, outcome } as const;
      return { action: changed(unwarned(action), patch, { ...change, type: 'reopened', change: outcome }), replaces };
    }
  }
};
