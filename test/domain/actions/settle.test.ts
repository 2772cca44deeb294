import { describe, expect, it } from 'vitest';
import { type Action, changed } from '../../../functions/domain/actions/action.ts';
import type { ActionStatus } from '../../../functions/domain/actions/action-words.ts';
import { deadlineHours } from '../../../functions/domain/actions/priority.ts';
import { settle, settleFix } from '../../../functions/domain/actions/settle.ts';
import type { Gap } from '../../../functions/domain/gaps/gap.ts';
import { addWorkingHours, gap, march } from '../../builders.ts';
import { darkCorner, looked, raisedAt, rolledUp, surging } from './compared-gaps.ts';

const cleared = (id: string): Gap => gap({ id, state: 'cleared' });
const action = (override: Partial<Action> = {}): Action => ({
  id: 'recover-1',
  kind: 'recover',
  title: 'Complaint about delivery got no answer',
  owner: { team: 'Delivery', contact: 'delivery@shop.example' },
  priority: 'P3',
  parts: { severity: 20, customers: 0, secondComplaint: 0, hollowApology: 0, confidence: 9 },
  openedAt: march(2),
  raisedAt: march(3),
  dueAt: march(6),
  status: 'open',
  gapIds: ['a', 'b'],
  evidence: ['text:sms-gateway:t-1'],
  version: 1,
  history: [{ version: 1, at: march(3), by: 'triage', type: 'raised', change: 'raised', status: 'open' }],
  ...override,
});
const both = [cleared('a'), cleared('b')];

describe('TRIAGE-5: an action whose gaps have all closed', () => {
  it('is resolved where the customer was helped or answered', () => {
    const ended = settle(action(), both, new Set(['a']), march(9));
    expect(ended).toMatchObject({ replaces: action().version, action: { status: 'resolved' } });
    expect(ended?.action.history.at(-1)).toMatchObject({ at: march(9), by: 'triage' });
  });

  it('is dismissed where upstream withdrew all it rested on', () => {
    expect(settle(action(), both, new Set(), march(9))?.action.status).toBe('dismissed');
  });

  it('stays while one of them is open, or not there to be read', () => {
    expect(settle(action(), [cleared('a'), { ...cleared('b'), state: 'open' }], new Set(['a', 'b']), march(9))).toBe(
      undefined,
    );
    expect(settle(action(), [cleared('a')], new Set(['a']), march(9))).toBe(undefined);
  });

  it.each<ActionStatus>(['acknowledged', 'resolved', 'verified', 'unconfirmed', 'dismissed'])(
    'stays as people left it: %s',
    (status) => {
      expect(settle(action({ status }), both, new Set(['a']), march(9))).toBe(undefined);
    },
  );
});

describe('TRIAGE-10: an action to fix a touchpoint', () => {
  const closed = (gaps: Gap[]): Gap[] => gaps.map((one) => ({ ...one, state: 'cleared' }));
  const over = (known: Action, gaps: Gap[]) => settleFix(known, closed(gaps), march(20))?.action;

  it.each<[string, Gap]>([
    ['resolved: silence no longer hides it', darkCorner()],
    ['resolved: it has passed', surging()],
    ['resolved: no response shows it any more', gap({ kind: 'contradiction', scope: 'cell', customerId: undefined })],
  ])('is %s, when its gap has closed', (change, found) => {
    const ended = over(looked([found]), [found]);
    expect(ended).toMatchObject({ status: 'resolved', version: 2 });
    expect(ended?.history.at(-1)).toMatchObject({ at: march(20), by: 'triage', change });
  });

  it('stays while one of its gaps is open, or not there to be read', () => {
    const known = looked([darkCorner(), rolledUp()]);
    expect(settleFix(known, [...closed([darkCorner()]), rolledUp()], march(20))).toBeUndefined();
    expect(settleFix(known, closed([darkCorner()]), march(20))).toBeUndefined();
    expect(settleFix(known, [], march(20))).toBeUndefined();
    expect(over(known, [darkCorner(), rolledUp()])?.status).toBe('resolved');
  });

  it('stays as people left it', () => {
    expect(over({ ...looked([surging()]), status: 'acknowledged' }, [surging()])).toBeUndefined();
  });

  it('opens again with its gap, told by its figures, due as if it was raised then', () => {
    const ended = over(looked([surging()]), [surging()]);
    const again = looked([surging({ surge: { days: 7, customers: 20, expected: 5 } })], ended, march(30));
    expect(again).toMatchObject({
      status: 'reopened',
      title: 'Complaints about checkout at Quay Street are surging: 20 customers in 7 days, 5 expected',
      raisedAt,
      dueAt: addWorkingHours(march(30), deadlineHours[again.priority]),
    });
    expect(again.dueAt > march(30)).toBe(true);
  });

  it('goes to whom the touchpoint belongs to by then', () => {
    const before = { ...looked([surging()]), owner: { team: 'Dissolved', contact: '#dissolved' } };
    expect(looked([surging()], over(before, [surging()]), march(30)).owner.team).toBe('Care');
  });

  it('does not open again where people ended it', () => {
    const known = looked([darkCorner()]);
    const byPeople = changed(
      known,
      { status: 'resolved' },
      { at: march(5), by: 'ada', type: 'resolved', change: 'resolved' },
    );
    expect(looked([darkCorner()], byPeople, march(30))).toBe(byPeople);
  });
});
