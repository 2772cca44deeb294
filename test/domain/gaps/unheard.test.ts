import { describe, expect, it } from 'vitest';
import { DAY, plus } from '../../../functions/domain/instant.ts';
import type { Fact } from '../../../functions/domain/message/fact.ts';
import {
  answers,
  bounced,
  complains,
  fold,
  gapsOf,
  held,
  invited,
  MOMENT,
  march,
  replies,
  turnsOf,
  words,
} from '../../builders.ts';

const complaint = complains(march(2));
const asked = march(3);
const invitation = invited(asked);
const weekOn = plus(asked, 7 * DAY);
const suspected = `suspected ${asked}`;
const open = `open ${weekOn}`;

const turns = (...facts: Fact[]): string[] => turnsOf(fold(facts), 'unheard');

describe('UNHEARD-1: an invitation after a complaint that was brushed off', () => {
  it('is a suspicion at once', () => {
    const story = fold([complaint, invitation], { asOf: asked });
    expect(gapsOf(story, 'unheard')).toMatchObject([
      {
        state: 'suspected',
        openedAt: asked,
        decidedBy: asked,
        facts: [complaint.id, invitation.id],
        customerId: 'ada',
      },
    ]);
  });

  it.each(['hollow', 'other'] as const)('is one after a reply that was %s', (how) => {
    expect(turns(complaint, replies(march(2, '11:00'), how), invitation)).toEqual([suspected, open]);
  });

  it('rests on the hollow replies before it, not on those after', () => {
    const [before, after] = [replies(march(2, '11:00'), 'hollow'), replies(march(4), 'hollow')];
    const [gap] = gapsOf(fold([complaint, before, invitation, after]), 'unheard');
    expect(gap?.facts).toEqual([complaint.id, before.id, invitation.id]);
  });

  it('is none after a remedy, but one where the remedy came after the question', () => {
    expect(turns(complaint, replies(asked, 'remedy'), invitation)).toEqual([]);
    const after = plus(asked, MOMENT);
    expect(turns(complaint, replies(after, 'remedy'), invitation)).toEqual([suspected, `cleared ${after}`]);
  });

  it('is none without a complaint before it', () => {
    expect(turns(invitation)).toEqual([]);
    expect(turns(invitation, complains(asked))).toEqual([]);
    expect(turns(invitation, complains(march(4)))).toEqual([]);
  });

  it('is none when the matter was forgotten 60 days later', () => {
    const [last, late] = [plus(march(2), 60 * DAY), plus(march(2), 60 * DAY + MOMENT)];
    expect(turns(complaint, invited(last))).toHaveLength(2);
    expect(turns(complaint, invited(late))).toEqual([]);
  });

  it('is none where the survey was held back, bounced or never announced', () => {
    expect(turns(complaint, held(asked))).toEqual([]);
    expect(turns(complaint, invitation, bounced(march(4)))).toEqual([]);
    expect(turns(complaint, answers(asked, 3))).toEqual([]);
  });

  it('is cleared by the answer, whatever it says', () => {
    expect(turns(complaint, invitation, answers(march(5), 0))).toEqual([suspected, `cleared ${march(5)}`]);
    expect(turns(complaint, invitation, answers(march(5), undefined, words.praise))).toHaveLength(2);
    expect(turns(complaint, invitation, answers(march(20), 9))).toEqual([suspected, open, `cleared ${march(20)}`]);
  });

  it('is cleared by what comes first, answer or remedy', () => {
    const remedy = replies(march(6), 'remedy');
    expect(turns(complaint, invitation, remedy, answers(march(5), 0))).toEqual([suspected, `cleared ${march(5)}`]);
  });

  it('is none where the answer is older than the invitation, as by a clock that goes wrong', () => {
    expect(turns(complaint, invitation, answers(march(2, '15:00'), 9))).toEqual([]);
  });

  it('is a gap of its own for each survey', () => {
    const story = fold([complaint, invitation, invited(march(5), { id: 's-2' })]);
    expect(gapsOf(story, 'unheard')).toHaveLength(2);
  });

  it('belongs to the matter last complained of', () => {
    const billing = complains(march(2, '12:00'), { touchpoint: 'billing' });
    const again = complains(march(2, '14:00'));
    const after = complains(march(4), { touchpoint: 'billing' });
    const story = fold([complaint, billing, again, invitation, after]);
    expect(gapsOf(story, 'unheard')).toMatchObject([{ facts: [complaint.id, again.id, invitation.id] }]);
  });
});

describe('UNHEARD-2: the silence after an invitation', () => {
  it('speaks after seven days', () => {
    const stateAt = (asOf: string) => gapsOf(fold([complaint, invitation], { asOf }), 'unheard')[0]?.state;
    expect(stateAt(plus(weekOn, -MOMENT))).toBe('suspected');
    expect(stateAt(weekOn)).toBe('open');
  });

  it('is asked for again when the seven days are over', () => {
    const dueAt = (asOf: string, ...more: Fact[]) => fold([complaint, invitation, ...more], { asOf }).dueAt;
    expect(dueAt(march(5))).toBe(weekOn);
    const holdEnds = plus(complaint.message.occurredAt, 60 * DAY);
    expect(dueAt(weekOn)).toBe(holdEnds);
    expect(dueAt(march(5), answers(march(4), 3))).toBe(holdEnds);
  });

  it('never spoke where the answer came within them', () => {
    expect(turns(complaint, invitation, answers(weekOn, 3))).toEqual([suspected, `cleared ${weekOn}`]);
    const late = plus(weekOn, MOMENT);
    expect(turns(complaint, invitation, answers(late, 3))).toEqual([suspected, open, `cleared ${late}`]);
  });
});
