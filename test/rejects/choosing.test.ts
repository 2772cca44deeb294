import { describe, expect, it } from 'vitest';
import { choose, type ListedReject, tellingLength } from '../../lib/rejects/choosing.ts';
import { explanation, plain, plainBody, rejectTable } from '../../lib/rejects/printed.ts';
import { march } from '../builders.ts';

const reject = (overrides: Partial<ListedReject> = {}): ListedReject => ({
  id: '1a2b3c4d5e6f708192a3b4c5d6e7f809',
  queue: 'texts-queue',
  label: 'texts',
  source: 'sms-gateway',
  bytes: 217,
  reasons: [{ path: '/channel', code: 'not_allowed' }],
  count: 3,
  firstSentAt: march(5),
  lastSentAt: march(6),
  lastRejectedAt: march(6),
  backfill: false,
  open: true,
  ...overrides,
});
const other = reject({
  id: '1a2b3c4dffff708192a3b4c5d6e7f809',
  label: 'surveys',
  source: 'desk',
  lastSentAt: march(9),
});
const done = reject({
  id: 'ffff3c4d5e6f708192a3b4c5d6e7f809',
  open: false,
  handled: { at: march(7), upTo: march(6), how: 'dropped' },
});
const all = [reject(), other, done];

describe('choosing rejects', () => {
  it('takes the beginning of an ID that is its alone, handled or not', () => {
    expect(choose({ kind: 'named', ids: ['1a2b3c4d5', 'ffff'] }, all)).toEqual({
      kind: 'chosen',
      rejects: [reject(), done],
    });
  });

  it('takes none where the beginning is that of several, or of none', () => {
    expect(choose({ kind: 'named', ids: ['1a2b'] }, all)).toMatchObject({
      problem: expect.stringContaining('2 rejects'),
    });
    expect(choose({ kind: 'named', ids: ['0000'] }, all)).toMatchObject({ problem: expect.stringContaining('0000') });
  });

  it.each([
    [{}, [reject(), other]],
    [{ queue: 'surveys' as const }, [other]],
    [{ source: 'sms-gateway' }, [reject()]],
    [{ since: march(8) }, [other]],
    [{ code: 'missing' as const }, []],
  ])('takes all that are still to be dealt with and that %j lets pass', (filter, rejects) => {
    expect(choose({ kind: 'all', filter }, all)).toEqual({ kind: 'chosen', rejects });
  });

  it('shows as much of an ID as tells it from the others', () => {
    expect(tellingLength([reject()])).toBe(8);
    expect(tellingLength(all)).toBe(9);
  });
});

describe('what is printed', () => {
  it('is a table of the rejects', () => {
    expect(
      rejectTable([reject(), reject({ id: '77773c4d', reasons: [{ path: '', code: 'not_json' }] })], true).split('\n'),
    ).toEqual([
      'ID        queue  source       reason                count  first (UTC)       last (UTC)        bytes  state',
      '1a2b3c4d  texts  sms-gateway  /channel not_allowed      3  2026-03-05 10:00  2026-03-06 10:00    217  open',
      '77773c4d  texts  sms-gateway  (whole) not_json          3  2026-03-05 10:00  2026-03-06 10:00    217  open',
    ]);
  });

  it('explains each reason, and how to mend it', () => {
    const told = explanation(reject());
    expect(told).toContain('/channel: not_allowed');
    expect(told).toContain('not one of those that the field can have');
    expect(told).toContain('Choose one of the values in the README');
  });

  it('gives a terminal nothing of upstream that it would obey', () => {
    const nasty = 'desk\u001b[31m\u0007\u202e\n';
    expect(plain(nasty)).toBe('desk\u25a1[31m\u25a1\u25a1\u25a1');
    expect(rejectTable([reject({ source: nasty })], false)).not.toContain('\u001b');
    expect(explanation(reject({ source: nasty }))).not.toContain('\u001b');
    expect(plainBody('a\n\tb\u001b[2J')).toBe('a\n\tb\\u{1b}[2J');
  });
});
