import { expect } from 'vitest';
import type { Action, Triage } from '../../../functions/domain/actions/action.ts';
import { triageCustomer } from '../../../functions/domain/actions/triage.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import type { Fact } from '../../../functions/domain/message/fact.ts';
import { fold, march, owners } from '../../builders.ts';

export const raisedAt = march(3, '11:00');

/** What triage makes of a story as it stands at a time, with the actions that are there. */
export const triaged = (facts: Fact[], existing: readonly Action[] = [], asOf: Instant = raisedAt): Triage[] => {
  const { gaps, matters } = fold(facts, { asOf });
  return triageCustomer(
    gaps,
    matters.map(({ matter }) => matter),
    existing,
    owners,
    asOf,
  );
};
/** The actions after it. */
export const raised = (facts: Fact[], existing: readonly Action[] = [], asOf?: Instant): Action[] => {
  const changed = triaged(facts, existing, asOf).map(({ action }) => action);
  return [...existing.filter(({ id }) => !changed.some((action) => action.id === id)), ...changed];
};
export const theOnly = (actions: Action[]): Action => {
  expect(actions).toHaveLength(1);
  return actions[0] as Action;
};
