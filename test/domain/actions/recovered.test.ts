import { describe, expect, it } from 'vitest';
import type { Action } from '../../../functions/domain/actions/action.ts';
import { perform } from '../../../functions/domain/actions/life.ts';
import { failedAgain, pointsOf } from '../../../functions/domain/actions/priority.ts';
import { verifyRecovery } from '../../../functions/domain/actions/recovered.ts';
import { settle } from '../../../functions/domain/actions/settle.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import type { Fact } from '../../../functions/domain/message/fact.ts';
import { factSortKey } from '../../../functions/domain/message/fact.ts';
import {
  addWorkingHours,
  answers,
  complains,
  fold,
  gap,
  invited,
  march,
  owners,
  replies,
  undecided,
  words,
} from '../../builders.ts';
import { raised, theOnly, triaged } from './triaged.ts';

const complaint = complains(march(2));
const kim = { id: 'kim', role: 'lead' } as const;

const resolvedAt = (at: Instant, action: Action = theOnly(raised([complaint]))): Action => {
  const done = perform(action, { kind: 'resolve', reason: 'sent a new one' }, kim, {
    version: action.version,
    at,
    owners,
  });
  if (done.kind !== 'changed') throw new TypeError(done.kind);
  return done.action;
};

/** What comes of an action when the story has gone on. */
const verified = (action: Action, facts: Fact[], asOf: Instant, glad = false): Action | undefined => {
  const sentiments = new Map(
    facts.map((fact) => [factSortKey(fact), glad ? { ...undecided(), label: 'positive' as const } : undecided()]),
  );
  const { heard, matters } = fold(facts, { asOf, sentiments });
  const own = matters.find(({ matter }) => matter.id === action.matterId);
  return verifyRecovery(action, heard, own?.matter, owners, asOf)?.action;
};

describe('VERIFY-1: a customer who was let down', () => {
  const done = resolvedAt(march(4));

  it('is won back by a later favourable score', () => {
    const action = verified(done, [complaint, answers(march(6), 9)], march(7));
    expect(action).toMatchObject({ status: 'verified', version: 3 });
    expect(action?.history.at(-1)).toMatchObject({
      by: 'triage',
      change: 'verified: a favourable score on 2026-03-06',
    });
  });

  it('is won back by a later glad word, not by a later question', () => {
    const thanks = complains(march(6), { id: 't-9', body: words.praise });
    expect(verified(done, [complaint, thanks], march(7), true)?.status).toBe('verified');
    const asks = complains(march(6), { id: 't-9', body: words.question });
    expect(verified(done, [complaint, asks], march(7))).toBe(undefined);
  });

  it('is not won back by what was said before, by a middling score, or by silence', () => {
    expect(verified(done, [complaint, answers(march(3), 10)], march(30))).toBe(undefined);
    expect(verified(done, [complaint, answers(march(6), 8)], march(30))).toBe(undefined);
    expect(verified(done, [complaint], march(30))).toBe(undefined);
  });

  it('may still be won back when nothing was heard for two weeks', () => {
    const quiet: Action = { ...done, status: 'unconfirmed' };
    expect(verified(quiet, [complaint, answers(march(25), 9)], march(26))?.status).toBe('verified');
  });

  it('is asked for nothing where the action is not over or was dismissed', () => {
    const open = theOnly(raised([complaint]));
    expect(verified(open, [complaint, answers(march(6), 9)], march(7))).toBe(undefined);
    expect(verified({ ...done, status: 'dismissed' }, [complaint, answers(march(6), 9)], march(7))).toBe(undefined);
  });

  it('is won back by what follows the remedy that ended the action, although we looked later', () => {
    const facts = [complaint, replies(march(4), 'remedy'), answers(march(5), 10)];
    const open = theOnly(raised([complaint]));
    const ended: Action = {
      ...open,
      status: 'resolved',
      version: 2,
      history: [
        ...open.history,
        { version: 2, at: march(8), by: 'triage', type: 'resolved', change: 'resolved', status: 'resolved' },
      ],
    };
    expect(verified(ended, facts, march(8))?.status).toBe('verified');
  });

  it('the same once more changes nothing', () => {
    const action = verified(done, [complaint, answers(march(6), 9)], march(7)) as Action;
    expect(verified(action, [complaint, answers(march(6), 9)], march(9))).toBe(undefined);
  });
});

describe('VERIFY-2: a later bad score about the same thing', () => {
  const done = resolvedAt(march(4));

  it('opens the action again, graver and with a deadline of its own', () => {
    const action = verified(done, [complaint, answers(march(6), 2)], march(9)) as Action;
    expect(action).toMatchObject({ status: 'reopened', priority: 'P1', dueAt: addWorkingHours(march(9), 8) });
    expect(action.parts.secondComplaint).toBe(20);
  });

  it('outweighs a good one, and undoes what a good one had borne out', () => {
    const facts = [complaint, answers(march(5), 9), answers(march(6), 1, undefined, { id: 's-2' })];
    expect(verified(done, facts, march(7))?.status).toBe('reopened');
    const won = verified(done, [complaint, answers(march(5), 9)], march(5, '12:00')) as Action;
    expect(verified(won, facts, march(7))?.status).toBe('reopened');
  });

  it('about another touchpoint does not', () => {
    const elsewhere = answers(march(6), 1, undefined, { touchpoint: 'billing' });
    expect(verified(done, [complaint, elsewhere], march(9))).toBe(undefined);
  });
});

describe('PRIORITY-1: what failed again', () => {
  it('has all the points of a second complaint, and no fewer of anything else', () => {
    const parts = { severity: 22, customers: 0, secondComplaint: 3, hollowApology: 8, confidence: 9 };
    const worse = failedAgain(parts);
    expect(worse.parts).toEqual({ ...parts, secondComplaint: 20 });
    expect(worse.priority).toBe('P1');
    expect(pointsOf(worse.parts)).toBe(59);
    expect(failedAgain(worse.parts)).toEqual(worse);
  });
});

describe('TRIAGE-11: an action that people ended', () => {
  it('opens again over a complaint that comes after that, as a second failure', () => {
    const again = complains(march(6));
    const action = theOnly(raised([complaint, again], [resolvedAt(march(4))], march(7)));
    expect(action).toMatchObject({ status: 'reopened', dueAt: addWorkingHours(march(7), 8), priority: 'P1' });
    expect(action.history.at(-1)).toMatchObject({ type: 'reopened', by: 'triage' });
    expect(action.history.at(-1)?.change).toMatch(/^failed again, evidence joined, graver: P3 to P1$/);
  });

  it('stays over where what comes was said before, however late it is told', () => {
    const early = complains(march(1));
    const before = resolvedAt(march(4), theOnly(raised([complaint])));
    for (const facts of [[complaint], [early, complaint], [complaint, invited(march(3))]]) {
      const action = theOnly(raised(facts, [before], march(9)));
      expect(action.status).toBe('resolved');
      expect(triaged(facts, [action], march(10))).toEqual([]);
    }
  });

  it('opens again over what was said before people ended it, and heard of after, if it is newer than all they knew', () => {
    const late = complains(march(3));
    const again = theOnly(raised([complaint, late], [resolvedAt(march(4))], march(9)));
    expect(again.status).toBe('reopened');
    const answered = verified(resolvedAt(march(4)), [complaint, answers(march(6), 9)], march(9)) as Action;
    expect(theOnly(raised([complaint, complains(march(7))], [answered], march(10))).status).toBe('reopened');
    expect(theOnly(raised([complaint, complains(march(5))], [answered], march(10))).status).toBe('verified');
  });

  it('takes in what is older, and is no graver for it', () => {
    const worse = [complains(march(1)), complaint, replies(march(2, '12:00'), 'hollow')];
    const done = resolvedAt(march(4));
    const action = theOnly(raised(worse, [done], march(9)));
    expect(action).toMatchObject({ priority: done.priority, parts: done.parts, dueAt: done.dueAt, title: done.title });
    expect(action.evidence.length).toBeGreaterThan(done.evidence.length);
  });

  it('is no second failure where nobody had said that it was done', () => {
    const open = theOnly(raised([complaint]));
    const done = perform(open, { kind: 'dismiss', reason: 'a test' }, kim, { version: 1, at: march(4), owners });
    if (done.kind !== 'changed') throw new TypeError(done.kind);
    const again = theOnly(raised([complaint, complains(march(15))], [done.action], march(16)));
    expect(again.history.at(-1)?.change).toMatch(/^opened again/);
  });

  it('stays dismissed in the same way, and opens again in the same way', () => {
    const open = theOnly(raised([complaint]));
    const done = perform(open, { kind: 'label', label: 'not-a-complaint' }, kim, { version: 1, at: march(4), owners });
    if (done.kind !== 'changed') throw new TypeError(done.kind);
    expect(theOnly(raised([complaint], [done.action], march(9))).status).toBe('dismissed');
    const again = theOnly(raised([complaint, complains(march(8))], [done.action], march(9)));
    expect(again).toMatchObject({ status: 'reopened', labels: done.action.labels });
  });

  it('was ended by triage, but labelled by a person: then it is theirs', () => {
    const open = theOnly(raised([complaint]));
    const gaps = open.gapIds.map((id) => gap({ id, state: 'cleared' }));
    const ended = settle(open, gaps, new Set(), march(4))?.action as Action;
    const done = perform(ended, { kind: 'label', label: 'wrong-gap' }, kim, { version: 2, at: march(5), owners });
    if (done.kind !== 'changed') throw new TypeError(done.kind);
    expect(theOnly(raised([complaint], [ended], march(9))).status).toBe('reopened');
    expect(theOnly(raised([complaint], [done.action], march(9))).status).toBe('dismissed');
  });

  it('was ended before changes told a status: triage opens what it ended', () => {
    const open = theOnly(raised([complaint]));
    const old = [
      { at: march(3), by: 'triage', change: 'raised' },
      { at: march(4), by: 'triage', change: 'resolved' },
    ];
    const ended = { ...open, status: 'resolved' as const, version: 2, history: old as unknown as Action['history'] };
    expect(theOnly(raised([complaint], [ended], march(9))).status).toBe('reopened');
  });

  it('has its chain begin anew with another owner or deadline', () => {
    const open = theOnly(raised([complaint]));
    const warned: Action = { ...open, remindedAt: march(3), escalation: { level: 1, at: march(3) } };
    const worse = [complaint, complains(march(4)), replies(march(4, '12:00'), 'hollow')];
    const action = theOnly(raised(worse, [warned], march(5)));
    expect(action.dueAt).not.toBe(warned.dueAt);
    expect(action).not.toHaveProperty('remindedAt');
    expect(action).not.toHaveProperty('escalation');
  });

  it('keeps the owner that a person gave it', () => {
    const open = theOnly(raised([complaint]));
    const done = perform(open, { kind: 'reassign', team: 'Care', reason: 'words' }, kim, {
      version: 1,
      at: march(4),
      owners,
    });
    if (done.kind !== 'changed') throw new TypeError(done.kind);
    const worse = [complaint, complains(march(4)), replies(march(4, '12:00'), 'hollow')];
    const action = theOnly(raised(worse, [done.action], march(5)));
    expect(action).toMatchObject({ priority: 'P1', owner: { team: 'Care' } });
  });
});
