import { describe, expect, it } from 'vitest';
import type { Action, ActionStatus } from '../../../functions/domain/actions/action.ts';
import { settle } from '../../../functions/domain/actions/settle.ts';
import type { Gap } from '../../../functions/domain/gaps/gap.ts';
import { gap, march } from '../../builders.ts';

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
  history: [{ at: march(3), by: 'triage', change: 'raised' }],
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

  it.each<ActionStatus>(['acknowledged', 'resolved', 'verified', 'unconfirmed', 'dismissed', 'queued'])(
    'stays as people left it: %s',
    (status) => {
      expect(settle(action({ status }), both, new Set(['a']), march(9))).toBe(undefined);
    },
  );
});
