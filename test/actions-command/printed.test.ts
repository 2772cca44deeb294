import { describe, expect, it } from 'vitest';
import type { ActionChange } from '../../functions/domain/actions/action.ts';
import { countsOf } from '../../lib/actions/choosing.ts';
import { countsText, listText } from '../../lib/actions/listed.ts';
import { shownText } from '../../lib/actions/shown.ts';
import { left } from '../../lib/actions/span.ts';
import { gap, march } from '../builders.ts';
import { doneTo, openAction } from '../domain/actions/working.ts';

const now = march(3);
const title = 'Complaint brushed off, then asked to score delivery at Millfield';
const late = openAction({ id: 'recover-abcdefgh-1', title, dueAt: march(1) });
const over = openAction({ id: 'fix-abcdefgh-2', title, status: 'verified', customerId: 'a-customer-of-many-letters' });

describe('a list of actions', () => {
  it('tells time left or past, and none of what is over', () => {
    const [head, first, second] = listText([late, over], now).split('\n');
    expect(head).toBe(
      'ID                P   status    due (UTC)         left  owner     customer                    what is wrong',
    );
    expect(first).toContain(`recover-abcdefgh  P3  open      2026-03-01 10:00  -2 d  Delivery  ada`);
    expect(second).toMatch(/^fix-abcdefgh {6}P3 {2}verified {2}2026-03-04 02:00 {8}Delivery/);
  });

  it.each([60, 80, 100, 120, 160])('fits a screen of %i characters, and keeps what tells the gap', (width) => {
    const lines = listText([late, over], now, width).split('\n');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
    expect(lines[1]).toMatch(/recover-abcdefgh .*Complaint/);
  });

  it('lets no name from upstream command the terminal', () => {
    const named = openAction({ customerId: '\u001b[31mred\rFAKE\u202e', owner: { team: 'A\u0007', contact: '#a' } });
    expect(listText([named], now)).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
    expect(shownText(named, [], now)).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
  });

  it('ends with the counts', () => {
    const waiting = openAction({ status: 'queued', openedAt: march(1) });
    expect(countsText(countsOf([late, over, waiting], now), now)).toBe(
      '1 open, 1 of them overdue; 1 waiting for room, the oldest 2 d old; 1 over.',
    );
    expect(countsText(countsOf([], now), now)).toBe('0 open, 0 of them overdue; 0 waiting for room.');
  });

  it.each([
    ['10:59', '59 min'],
    ['11:00', '1 h'],
    ['09:30', '-30 min'],
  ])('due at %s has %s left at ten', (clock, told) => {
    expect(left(march(3, clock), now)).toBe(told);
  });

  it('counts two days in hours, as what is due tomorrow evening is not due in one day', () => {
    expect(left(march(5, '09:00'), now)).toBe('47 h');
    expect(left(march(5), now)).toBe('2 d');
  });
});

describe('an action that is shown', () => {
  const why = { themes: ['waiting'], causes: ['silo' as const], phrases: ['three days late'], rules: ['SILO-1'] };
  const taken = doneTo(late, { kind: 'acknowledge', reason: 'calling her' }, march(2, '12:00'));
  const labelled = doneTo(taken, { kind: 'label', label: 'wrong-gap' }, march(2, '13:00'));

  it('tells how urgent it is and why, its gaps with their state, its evidence and its history', () => {
    const text = shownText(taken, [gap({ id: 'unanswered-1', why })], now);
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        title,
        'status    acknowledged since 2026-03-02 12:00 UTC, by kim; version 2',
        'owner     Delivery, #delivery',
        'due       2026-03-01 10:00 UTC, overdue for 2 d',
        'priority  P3, 29 of 100 points',
        '          20 of 30  kind of gap, times the probability of the complaint',
        'why       about waiting',
        '          caused by silo',
        'evidence  text:sms-gateway:t-1',
        '2  2026-03-02 12:00  kim     acknowledged: “calling her”',
      ]),
    );
    expect(text).toMatch(/gaps {6}unanswered, open since .* UTC {2}\(unanswered-1\)/);
    expect(text).not.toContain('three days late');
  });

  it('tells what it came to, labels, and to whom a reminder went', () => {
    const told = { ...labelled, outcome: 'not enough data until 2026-05-01' };
    const change: ActionChange = {
      version: 4,
      at: now,
      by: 'clock',
      type: 'escalated',
      change: 'overdue',
      status: 'dismissed',
      to: ['#a', '#b'],
    };
    const text = shownText({ ...told, history: [...told.history, change] }, [], now);
    expect(text).toContain('outcome   not enough data until 2026-05-01');
    expect(text).toContain('labels    wrong-gap, 2026-03-02 13:00 UTC, by kim');
    expect(text).toContain('overdue -> #a, #b');
    expect(text).toContain('status    dismissed since 2026-03-02 13:00 UTC, by kim');
    expect(text).toContain('due       2026-03-01 10:00 UTC\n');
  });
});
