import type { Action } from '../domain/actions/action.ts';
import type { Command, Person } from '../domain/actions/life.ts';
import type { Owners } from '../domain/actions/owners.ts';
import type { ActionDetail } from '../domain/analysts/answers.ts';
import type { ActionCommand } from '../domain/analysts/asked.ts';
import type { Caller } from '../domain/analysts/caller.ts';
import type { Instant } from '../domain/instant.ts';
import { carryOut, type Shelf } from '../runtime/carry-out.ts';
import type { Answering } from './answering.ts';

/** Where actions are changed, and how one is told. */
export interface ChangeDeps {
  owners: Owners;
  actions: Shelf;
  actionDetail(action: Action, now: Instant): Promise<ActionDetail>;
}

/** Of several roles the one that may do most. */
const personOf = ({ id, roles, team }: Caller): Person => {
  if (roles.includes('lead')) return { id, role: 'lead' };
  return roles.includes('owner') ? { id, role: 'owner', team } : { id, role: 'reader' };
};

/** A reason that is left out is one that is empty: whether it may be is for the action's life to say. */
const commandOf = ({ version: _, reason = '', ...command }: ActionCommand): Command => ({ ...command, reason });

/** Does what a person asks to be done to an action, and tells the action as it is then. */
export const answerChanges = ({ owners, actions, actionDetail }: ChangeDeps): Answering<'changeAction'> => ({
  changeAction: async ({ path: { id = '' }, body, caller, now }) => {
    const { version } = body;
    const asked = { command: commandOf(body), person: personOf(caller), owners, at: now, version };
    const outcome = await carryOut(actions, id, asked);
    switch (outcome.kind) {
      case 'gone':
        return { kind: 'refused', code: 'not-found', detail: 'there is no such action', fix: 'check the id' };
      case 'refused': {
        const { code, problem: detail, fix, action } = outcome;
        return { kind: 'refused', code, detail, fix, ...(code === 'conflict' && { version: action.version }) };
      }
      default:
        return { kind: 'answered', answer: await actionDetail(outcome.action, now) };
    }
  },
});
