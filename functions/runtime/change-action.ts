import type { Action, Triage } from '../domain/actions/action.ts';
import { DependencyError } from './errors.ts';
import { log } from './log.ts';

/** Where actions are kept. */
export interface ActionPort {
  actions(ids: readonly string[]): Promise<Action[]>;
  /** Answers false where the action is not the version that this one replaces. */
  putAction(action: Action, replaces: number | undefined): Promise<boolean>;
}

/** How an action stands after it was asked to change. */
export interface Kept {
  changed: boolean;
  /** Absent where there is none. */
  action?: Action;
}

const CONFLICT_ATTEMPTS = 5;

/**
 * Stores what triage makes of an action as it is stored now, and where somebody changed it meanwhile, of what it is then.
 *
 * @param triage answers nothing where the action stays as it is
 * @throws DependencyError where others change it again and again
 */
export const changeAction = async (
  port: ActionPort,
  id: string,
  triage: (existing: Action | undefined) => Promise<Triage | undefined> | Triage | undefined,
): Promise<Kept> => {
  for (let attempt = 0; attempt < CONFLICT_ATTEMPTS; attempt++) {
    const [existing] = await port.actions([id]);
    const next = await triage(existing);
    if (!next) return { changed: false, ...(existing && { action: existing }) };
    if (!(await port.putAction(next.action, next.replaces))) continue;
    if (next.replaces === undefined) log.info('action.raised', { id, priority: next.action.priority });
    return { changed: true, action: next.action };
  }
  throw new DependencyError('actions: changed under our hands again and again');
};
