import { describe, expect, it } from 'vitest';
import { type Action, changed } from '../../functions/domain/actions/action.ts';
import { answers, complains, march } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { look, makeDetection } from './looking.ts';

catchConsole();

const ada = 'customer#ada';

/** Ada complained, nobody answered, and Kim said on the fourth of March that it is put right. */
const resolvedByKim = async () => {
  const made = await makeDetection([complains(march(2))]);
  await made.detect(look('m-1', ada, march(3)));
  const [action] = made.store.allActions as [Action];
  const change = { at: march(4), by: 'kim', type: 'resolved', change: 'resolved' } as const;
  await made.store.actions.putAction(changed(action, { status: 'resolved' }, change), action.version);
  return made;
};

describe('an action that a person resolved', () => {
  it('is borne out by the good score that also opens a gap beside the complaint', async () => {
    const { store, detect, remember } = await resolvedByKim();
    await remember(answers(march(6), 10));
    await detect(look('m-2', ada, march(7)));
    expect(store.gaps.map(({ kind }) => kind)).toContain('cross-channel');
    expect(store.allActions).toMatchObject([{ status: 'verified' }]);
    const told = store.kept.events.map(({ type, sequence }) => `${sequence} ${type}`);
    expect(told).toEqual(['1 action.raised', '2 action.resolved', '3 action.joined', '4 action.verified']);
  });

  it('opens again over a complaint that was said before that and comes after', async () => {
    const { store, detect, remember } = await resolvedByKim();
    await remember(complains(march(3, '20:00'), { id: 't-2' }));
    await detect(look('m-2', ada, march(7)));
    expect(store.allActions).toMatchObject([{ status: 'reopened' }]);
  });

  it('changes no more where the same is looked at again', async () => {
    const { store, detect, remember } = await resolvedByKim();
    await remember(answers(march(6), 10));
    for (const asOf of [march(7), march(8), march(9)]) await detect(look(`m-${asOf}`, ada, asOf));
    expect(store.allActions).toMatchObject([{ status: 'verified', version: 4 }]);
  });
});
