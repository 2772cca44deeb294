import { describe, expect, it } from 'vitest';
import { plus } from '../../../functions/domain/instant.ts';
import { complains, fold, gapsOf, invited, MOMENT, march, replies, turnsOf, withdraws } from '../../builders.ts';

const complaint = complains(march(2));
const two = march(2, '14:00');

describe('UNANSWERED-1: a complaint that was brushed off', () => {
  it('is a gap of the customer from the moment the time is up', () => {
    expect(fold([complaint], { asOf: plus(two, -MOMENT) }).gaps).toEqual([]);
    expect(gapsOf(fold([complaint], { asOf: two }), 'unanswered')).toMatchObject([
      {
        kind: 'unanswered',
        scope: 'customer',
        customerId: 'ada',
        touchpoint: 'delivery',
        location: 'millfield',
        state: 'open',
        openedAt: two,
        decidedBy: march(2),
        history: [{ state: 'open', at: two }],
        facts: [complaint.id],
      },
    ]);
  });

  it('keeps the hollow replies as evidence, in the order of time', () => {
    const hollow = replies(march(2, '11:00'), 'hollow');
    const asksBack = replies(march(2, '12:00'), 'other');
    const again = complains(march(4));
    const [gap] = gapsOf(fold([again, asksBack, hollow, complaint]), 'unanswered');
    expect(gap?.facts).toEqual([complaint.id, hollow.id, again.id]);
  });

  it('is no gap where a remedy came in time', () => {
    expect(fold([complaint, replies(two, 'remedy')]).gaps).toEqual([]);
  });

  it('is cleared by a remedy that comes late', () => {
    const late = fold([complaint, replies(march(3), 'remedy')]);
    expect(turnsOf(late, 'unanswered')).toEqual([`open ${two}`, `cleared ${march(3)}`]);
    expect(gapsOf(late, 'unanswered')).toMatchObject([{ state: 'cleared' }]);
  });

  it('is one gap for the whole matter, from the first complaint that was brushed off', () => {
    const story = fold([complaint, complains(march(4)), complains(march(6))]);
    expect(turnsOf(story, 'unanswered')).toEqual([`open ${two}`]);
  });

  it('is a gap of its own for each matter', () => {
    const story = fold([complaint, complains(march(2), { id: 't-2', touchpoint: 'billing' })]);
    expect(new Set(gapsOf(story, 'unanswered').map(({ matterId }) => matterId)).size).toBe(2);
  });

  it('is decided by the survey that came instead of an answer', () => {
    const story = fold([complaint, invited(march(2, '12:00'))]);
    expect(gapsOf(story, 'unanswered')).toMatchObject([
      { openedAt: march(2, '12:00'), decidedBy: march(2, '12:00'), facts: [complaint.id] },
    ]);
  });

  it('is as sure as the surest complaint', () => {
    const [gap] = gapsOf(fold([complaint]), 'unanswered');
    expect(gap?.confidence).toBeGreaterThan(0.8);
    expect(gap?.confidence).toBeLessThanOrEqual(1);
  });

  it('is no gap where the complaint was withdrawn', () => {
    expect(fold([complaint, withdraws(complaint)]).gaps).toEqual([]);
  });
});
