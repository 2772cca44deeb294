import { describe, expect, it } from 'vitest';
import type { Action } from '../../functions/domain/actions/action.ts';
import type { Command } from '../../functions/domain/actions/life.ts';
import { type Asked, carryOut } from '../../functions/runtime/carry-out.ts';
import { outcomeEntry, outcomeText } from '../../lib/actions/outcome.ts';
import { march } from '../builders.ts';
import { doneTo, lead, nightOwls, openAction } from '../domain/actions/working.ts';

const at = march(3);
const sam = { id: 'sam', role: 'lead' } as const;

/** A shelf on which somebody changes the action after each reading, as long as there are changes left. */
const shelf = (action: Action, meanwhile: ((action: Action) => Action)[] = []) => {
  const kept = { now: action };
  return {
    kept,
    actions: async () => {
      const read = kept.now;
      kept.now = meanwhile.shift()?.(read) ?? read;
      return [read];
    },
    putAction: async (next: Action, replaces: number) => {
      if (kept.now.version !== replaces) return false;
      kept.now = next;
      return true;
    },
  };
};

const asked = (command: Command, more: Partial<Asked> = {}): Asked => ({
  command,
  person: lead,
  owners: nightOwls,
  at,
  ...more,
});
const acknowledge: Command = { kind: 'acknowledge' };
const bySam = (action: Action) => doneTo(action, { kind: 'acknowledge', reason: 'mine' }, march(3, '09:00'), sam);

describe('a change', () => {
  it('replaces the version that was read', async () => {
    const one = shelf(openAction());
    const outcome = await carryOut(one, 'recover-1', asked(acknowledge));
    expect(outcome).toMatchObject({ kind: 'changed', action: { status: 'acknowledged', version: 2 } });
    expect(one.kept.now).toMatchObject({ version: 2, history: [{}, { by: 'kim' }] });
    expect(outcomeText('recover-1', outcome)).toMatch(
      /^recover-1 {2}done: acknowledged, Delivery's, due .*, version 2$/,
    );
  });

  it('that somebody overtook between reading and writing is a conflict, and not made', async () => {
    const one = shelf(openAction(), [bySam]);
    const outcome = await carryOut(one, 'recover-1', asked({ kind: 'dismiss', reason: 'a test order' }));
    expect(outcome).toMatchObject({ kind: 'refused', code: 'conflict', seen: 1, action: { version: 2 } });
    expect(one.kept.now.status).toBe('acknowledged');
    expect(outcomeText('recover-1', outcome)).toBe(
      [
        'recover-1  not changed: version 1 was seen, 2 is stored: acknowledged by sam; look at the action as it is now, and decide anew (conflict)',
        '     when (UTC)        who  what',
        '  2  2026-03-03 09:00  sam  acknowledged: “mine”',
        `  now acknowledged, Delivery's, due 2026-03-04 02:00 UTC, version 2`,
      ].join('\n'),
    );
    expect(outcomeEntry('recover-1', outcome)).toMatchObject({
      outcome: 'refused',
      code: 'conflict',
      action: { status: 'acknowledged', version: 2 },
    });
  });

  it('that was made before is told as done, whoever changed the action since', async () => {
    const mine = doneTo(openAction(), acknowledge, at);
    const since = doneTo(mine, { kind: 'resolve', reason: 'sent' }, at, sam);
    const outcome = await carryOut(shelf(since), 'recover-1', asked(acknowledge, { version: 1 }));
    expect(outcome).toEqual({ kind: 'unchanged', action: since });
    expect(outcomeText('recover-1', outcome)).toContain('done before: resolved');
  });

  it('made by the same person on another screen in between counts as done', async () => {
    const one = shelf(openAction(), [(action) => doneTo(action, acknowledge, at)]);
    expect(await carryOut(one, 'recover-1', asked(acknowledge))).toMatchObject({ kind: 'unchanged' });
    expect(one.kept.now.version).toBe(2);
  });

  it('of a version that is not there yet is a conflict without anything in between', async () => {
    const outcome = await carryOut(shelf(openAction()), 'recover-1', asked(acknowledge, { version: 7 }));
    expect(outcomeText('recover-1', outcome).split('\n')).toHaveLength(2);
  });

  it('of an action that is gone is not made', async () => {
    const gone = { actions: async () => [], putAction: async () => true };
    const outcome = await carryOut(gone, 'recover-1', asked(acknowledge));
    expect(outcomeText('recover-1', outcome)).toContain('no longer there');
    expect(outcomeEntry('recover-1', outcome)).toEqual({ id: 'recover-1', outcome: 'gone' });
  });
});
