import { describe, expect, it } from 'vitest';
import { changed } from '../../../functions/domain/actions/action.ts';
import type { ActionStatus } from '../../../functions/domain/actions/action-words.ts';
import { isWatched } from '../../../functions/domain/actions/clock-entry.ts';
import { type Command, type Person, perform } from '../../../functions/domain/actions/life.ts';
import { LONGEST_REASON } from '../../../functions/domain/actions/steps.ts';
import { march } from '../../builders.ts';
import { commanded, doneTo, lead, nightOwls, openAction, resolved } from './working.ts';

const at = march(3);
const commands: Command[] = [
  { kind: 'acknowledge' },
  { kind: 'resolve', reason: 'sent a new parcel' },
  { kind: 'dismiss', reason: 'a test order' },
  { kind: 'reassign', team: 'Care', reason: 'a matter of words' },
  { kind: 'reopen', reason: 'the customer called' },
  { kind: 'label', label: 'not-a-complaint' },
];
const allowed: Record<Command['kind'], ActionStatus[]> = {
  acknowledge: ['open', 'reopened', 'queued'],
  resolve: ['open', 'acknowledged', 'reopened', 'queued'],
  dismiss: ['open', 'acknowledged', 'reopened', 'queued', 'resolved', 'unconfirmed'],
  reassign: ['open', 'acknowledged', 'reopened', 'queued'],
  reopen: ['resolved', 'verified', 'unconfirmed', 'dismissed'],
  label: ['open', 'acknowledged', 'reopened', 'queued', 'resolved', 'verified', 'unconfirmed', 'dismissed'],
};
const statuses = allowed.label;

describe('LIFE-1: what can be done with an action', () => {
  it.each(commands)('$kind, from where it makes sense alone', (command) => {
    const from = statuses.filter((status) => commanded(openAction({ status }), command, at).kind === 'changed');
    expect(from.sort()).toEqual([...allowed[command.kind]].sort());
  });

  it('is never to say that it was verified', () => {
    const to = statuses.flatMap((status) =>
      commands.flatMap((command) => {
        const done = commanded(openAction({ status }), command, at);
        return done.kind === 'changed' && done.action.status !== status ? [done.action.status] : [];
      }),
    );
    expect([...new Set(to)].sort()).toEqual(['acknowledged', 'dismissed', 'open', 'reopened', 'resolved']);
  });

  it('tells of what is over who ended it, and that it must be opened again', () => {
    expect(commanded(resolved(), { kind: 'acknowledge' }, at)).toEqual({
      kind: 'refused',
      code: 'not-from-here',
      problem: 'the action is resolved since 2026-03-03T10:00:00.000Z, by kim',
      fix: 'reopen it first, with the reason',
    });
  });

  it('keeps the deadline where it is handed on, and gives a new one where it opens again', () => {
    const reminded = openAction({ remindedAt: march(3), escalation: { level: 1, at: march(4) } });
    const handedOn = doneTo(reminded, { kind: 'reassign', team: 'Care', reason: 'words only' }, march(5));
    expect(handedOn).toMatchObject({
      owner: { team: 'Care', contact: '#care' },
      dueAt: reminded.dueAt,
      status: 'open',
    });
    expect(handedOn).not.toHaveProperty('escalation');
    const again = doneTo(resolved(), { kind: 'reopen', reason: 'it never came' }, march(20));
    expect(again).toMatchObject({ status: 'reopened', dueAt: '2026-03-22T02:00:00.000Z' });
  });
});

describe('LIFE-2: a reason', () => {
  it.each(commands.filter(({ kind }) => !['acknowledge', 'label'].includes(kind)))('is needed to $kind', (command) => {
    const status = command.kind === 'reopen' ? 'resolved' : 'open';
    for (const reason of ['', '  \n']) {
      const done = commanded(openAction({ status }), { ...command, reason } as Command, at);
      expect(done).toMatchObject({ kind: 'refused', code: 'reason-missing' });
    }
  });

  it('is kept in the history without what names a customer, and has an end', () => {
    const told = doneTo(openAction(), { kind: 'resolve', reason: ' wrote to ada@example.com ' }, at);
    expect(told.history.at(-1)).toMatchObject({ by: 'kim', type: 'resolved', status: 'resolved' });
    expect(told.history.at(-1)?.reason).toMatch(/^wrote to \S+$/);
    expect(JSON.stringify(told)).not.toContain('ada@');
    const long = commanded(openAction(), { kind: 'resolve', reason: 'x'.repeat(LONGEST_REASON + 1) }, at);
    expect(long).toMatchObject({ code: 'reason-too-long' });
  });
});

describe('LIFE-3: who may change an action', () => {
  const people: [Person, boolean][] = [
    [{ id: 'kim', role: 'lead' }, true],
    [{ id: 'lee', role: 'owner', team: 'Delivery' }, true],
    [{ id: 'max', role: 'owner', team: 'Care' }, false],
    [{ id: 'noa', role: 'owner' }, false],
    [{ id: 'oda', role: 'reader', team: 'Delivery' }, false],
    [{ id: 'clock', role: 'lead' }, false],
    [{ id: 'triage', role: 'lead' }, false],
    [{ id: ' Triage ', role: 'lead' }, false],
    [{ id: '  ', role: 'lead' }, false],
  ];
  it.each(people)('%o: %s', (person, may) => {
    for (const command of commands) {
      const status = command.kind === 'reopen' ? 'resolved' : 'open';
      const done = commanded(openAction({ status }), command, at, person);
      if (may) expect(done.kind).toBe('changed');
      else expect(done).toMatchObject({ kind: 'refused', code: 'not-allowed' });
    }
  });
});

describe('LIFE-4: a change that saw an older version', () => {
  const acknowledged = doneTo(openAction(), { kind: 'acknowledge' }, at);
  const seen = { version: 1, at: march(4), owners: nightOwls };

  it('is a conflict that tells what happened meanwhile', () => {
    const max: Person = { id: 'max', role: 'lead' };
    expect(perform(acknowledged, { kind: 'dismiss', reason: 'a test' }, max, seen)).toEqual({
      kind: 'refused',
      code: 'conflict',
      problem: 'version 1 was seen, 2 is stored: acknowledged by kim',
      fix: 'look at the action as it is now, and decide anew',
    });
    expect(perform(acknowledged, { kind: 'acknowledge' }, max, seen)).toMatchObject({ code: 'conflict' });
    expect(perform(openAction(), { kind: 'acknowledge' }, max, { ...seen, version: 7 })).toMatchObject({
      code: 'conflict',
    });
  });

  it('is done already where the same person sends the very same again', () => {
    expect(perform(acknowledged, { kind: 'acknowledge' }, lead, seen)).toEqual({
      kind: 'unchanged',
      action: acknowledged,
    });
    expect(perform(acknowledged, { kind: 'acknowledge', reason: 'other words' }, lead, seen).kind).toBe('refused');
  });
});

describe('LIFE-4: handing an action on', () => {
  it('sent again by the owner who may change it no more has been done already', () => {
    const lee: Person = { id: 'lee', role: 'owner', team: 'Delivery' };
    const command = { kind: 'reassign', team: 'Care', reason: 'words only' } as const;
    const handedOn = doneTo(openAction(), command, at, lee);
    expect(perform(handedOn, command, lee, { version: 1, at, owners: nightOwls })).toMatchObject({ kind: 'unchanged' });
    expect(commanded(handedOn, { kind: 'acknowledge' }, at, lee)).toMatchObject({ code: 'not-allowed' });
  });
});

describe('LIFE-5: a label', () => {
  it('ends an action in one click, and stays whatever becomes of it', () => {
    const labelled = doneTo(openAction(), { kind: 'label', label: 'wrong-gap' }, at);
    expect(labelled).toMatchObject({ status: 'dismissed', labels: [{ label: 'wrong-gap', at, by: 'kim' }] });
    const again = doneTo(labelled, { kind: 'reopen', reason: 'it was right' }, march(4));
    expect(again).toMatchObject({ status: 'reopened', labels: labelled.labels });
  });

  it('of a fix that ended by itself makes nobody wait for proof of it', () => {
    const passed = changed(
      openAction({ kind: 'fix' }),
      { status: 'resolved' },
      { at, by: 'triage', type: 'resolved', change: 'resolved: it has passed' },
    );
    const labelled = doneTo(passed, { kind: 'label', label: 'wrong-gap' }, march(4));
    expect(isWatched(labelled)).toBe(false);
    expect(isWatched(resolved())).toBe(true);
  });

  it('leaves what is over as it ended', () => {
    const labelled = doneTo(resolved(), { kind: 'label', label: 'not-a-complaint' }, march(5));
    expect(labelled).toMatchObject({ status: 'resolved', version: 3 });
  });
});

describe('reassigning', () => {
  it('names a team of owners.json that is another', () => {
    const reassign = (team: string) => commanded(openAction(), { kind: 'reassign', team, reason: 'theirs' }, at);
    expect(reassign('Billing')).toMatchObject({ code: 'unknown-team', fix: 'name one of: Care, Delivery' });
    expect(reassign('toString')).toMatchObject({ code: 'unknown-team' });
    expect(reassign('Delivery')).toMatchObject({ code: 'same-team' });
  });
});
