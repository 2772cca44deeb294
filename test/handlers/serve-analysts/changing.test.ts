import { describe, expect, it } from 'vitest';
import type { Action } from '../../../functions/domain/actions/action.ts';
import { triageCustomer } from '../../../functions/domain/actions/triage.ts';
import { ActionDetail } from '../../../functions/domain/analysts/answers.ts';
import { actionEntry } from '../../../functions/domain/outputs/action-entry.ts';
import { answerChanges } from '../../../functions/serve-analysts/change-action.ts';
import { gap, march, owners } from '../../builders.ts';
import { catchConsole } from '../../runtime/console-lines.ts';
import { MemoryActions } from '../memory-actions.ts';
import { answerOf, asking, bearing, problemIn, serving } from './asking.ts';

catchConsole();

const raised = (): Action => {
  const [triage] = triageCustomer([gap()], [], [], owners, march(4));
  if (!triage) throw new TypeError('nothing raised');
  return triage.action;
};

const detailOf = async (action: Action): Promise<ActionDetail> => ({
  ...actionEntry(action),
  labels: action.labels ?? [],
  gaps: [],
  history: action.history.map(({ gapIds: _, ...change }) => change),
  moments: [],
});

const memory = async () => {
  const kept = new MemoryActions();
  const action = raised();
  await kept.ports.putAction(action, undefined);
  const serve = serving(answerChanges({ owners, actions: kept.ports, actionDetail: detailOf }));
  const ask = (body: unknown, authorizer: unknown = bearing('lead'), id = action.id) =>
    serve(asking('changeAction', { body, authorizer, path: { id } }));
  return { kept, action, ask };
};

describe('a change', () => {
  it('is made in the name of the caller, and answers the action as it is then', async () => {
    const { ask, action, kept } = await memory();
    const response = await ask({ kind: 'resolve', version: 1, reason: 'refunded, called them' });
    const detail = ActionDetail.parse(answerOf('changeAction', response));
    expect(detail).toMatchObject({ id: action.id, status: 'resolved', version: 2 });
    expect(detail.history.at(-1)).toMatchObject({ by: 'kim', at: march(5), reason: 'refunded, called them' });
    expect(kept.events.at(-1)).toMatchObject({ type: 'action.resolved', sequence: 2 });
  });

  it('sent again is answered as before, and made once', async () => {
    const { ask, kept, action } = await memory();
    const first = await ask({ kind: 'acknowledge', version: 1 });
    expect(await ask({ kind: 'acknowledge', version: 1 })).toEqual(first);
    expect(kept.actions.get(action.id)?.version).toBe(2);
  });

  it('of a version that somebody changed since is a conflict, which tells the version', async () => {
    const { ask } = await memory();
    await ask({ kind: 'acknowledge', version: 1 });
    const problem = problemIn(await ask({ kind: 'dismiss', version: 1, reason: 'a test order' }));
    expect(problem).toMatchObject({ code: 'conflict', status: 409, version: 2 });
    expect(problem.detail).toContain('acknowledged by kim');
  });

  it.each([
    [{ kind: 'reopen', version: 1, reason: 'again' }, 'not-from-here', 409],
    [{ kind: 'resolve', version: 1 }, 'reason-missing', 422],
    [{ kind: 'resolve', version: 1, reason: '  ' }, 'reason-missing', 422],
    [{ kind: 'resolve', version: 1, reason: 'a'.repeat(501) }, 'reason-too-long', 422],
    [{ kind: 'reassign', version: 1, team: 'Nobody', reason: 'theirs' }, 'unknown-team', 422],
    [{ kind: 'reassign', version: 1, team: 'Delivery', reason: 'theirs' }, 'same-team', 422],
  ])('%j is refused as %s', async (body, code, status) => {
    const { ask, kept, action } = await memory();
    const problem = problemIn(await ask(body));
    expect(problem).toMatchObject({ code, status });
    expect(problem).not.toHaveProperty('version');
    expect(kept.actions.get(action.id)?.version).toBe(1);
  });

  it('of what is not there is not found', async () => {
    const { ask } = await memory();
    const problem = problemIn(await ask({ kind: 'acknowledge', version: 1 }, bearing('lead'), 'recover-none'));
    expect(problem.code).toBe('not-found');
  });

  it.each([
    ['owner', 'Delivery', 200],
    ['owner reader', 'Delivery', 200],
    ['owner', 'Care', 403],
    ['owner', undefined, 403],
    ['owner privacy', 'Care', 403],
    ['lead', undefined, 200],
    ['lead owner', 'Care', 200],
    ['reader', undefined, 403],
    ['privacy', undefined, 403],
  ])('by the roles "%s" of the team %s is answered with %i', async (roles, team, status) => {
    const { ask } = await memory();
    const response = await ask({ kind: 'label', version: 1, label: 'wrong-gap' }, bearing(roles, team));
    expect(response.statusCode).toBe(status);
    if (status === 403) expect(problemIn(response).code).toBe('not-allowed');
  });
});
