import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, plus } from '../../../functions/domain/instant.ts';
import { changesOf, doubted, type StoryState } from '../../../functions/domain/story/changes.ts';
import {
  changeHold,
  type HeldMatter,
  type Hold,
  type HoldState,
  holdOf,
  isHeld,
  MATTERS_TOLD,
  OUT_OF_SIGHT,
  stillHeld,
} from '../../../functions/domain/story/hold.ts';
import { STORY_FACTS } from '../../../functions/domain/story/reach.ts';
import { answers, complains, fold, foldNameless, MOMENT, march, replies, withdraws, words } from '../../builders.ts';

const first = march(2);
const billing = { touchpoint: 'billing' };
const sixtyDays = (from: string): string => plus(from, 60 * DAY);

const held = (override: Partial<HeldMatter> = {}): HeldMatter => ({
  id: 'matter-1',
  since: first,
  until: sixtyDays(first),
  ...override,
});
const hold = (override: Partial<Hold> = {}): Hold => ({
  customerId: 'ada',
  since: first,
  until: sixtyDays(first),
  matterIds: ['matter-1'],
  ...override,
});

describe('HOLD-1: a matter holds surveys back', () => {
  const heldIn = (...story: Parameters<typeof fold>) => fold(...story).held;

  it('from its first complaint until 60 days after its last', () => {
    const story = [complains(first), complains(march(9))];
    const both = { since: first, until: sixtyDays(march(9)) };
    expect(heldIn(story, { asOf: first })).toMatchObject([{ since: first, until: sixtyDays(first) }]);
    expect(heldIn(story)).toMatchObject([both]);
    expect(heldIn(story, { asOf: plus(both.until, -MOMENT) })).toMatchObject([both]);
    expect(heldIn(story, { asOf: both.until })).toEqual([]);
  });

  it('until the remedy, and again from the next complaint', () => {
    const remedied = [complains(first), replies(march(3), 'remedy')];
    expect(heldIn(remedied)).toEqual([]);
    expect(heldIn([...remedied, complains(march(5))])).toMatchObject([{ since: march(5) }]);
  });

  it.each(['hollow', 'other'] as const)('whatever else we answer: %s', (how) => {
    expect(heldIn([complains(first), replies(march(3), how)])).toHaveLength(1);
  });

  it('no longer where the complaint was withdrawn', () => {
    const complaint = complains(first);
    expect(heldIn([complaint, withdraws(complaint, { occurredAt: march(4) })])).toEqual([]);
  });

  it('where a survey answer complains of it once more, but not by the answer alone', () => {
    const answer = answers(march(9), 2, words.complaint);
    expect(heldIn([answer])).toEqual([]);
    expect(heldIn([complains(first), answer])).toMatchObject([{ since: first, until: sixtyDays(march(9)) }]);
  });

  it('never where nobody is known to have complained', () => {
    expect(foldNameless([complains(first, { customerId: undefined, interactionId: 'visit' })]).held).toEqual([]);
  });

  it('and makes the story due when it ends', () => {
    const story = [complains(first), complains(march(5), billing)];
    const asOf = march(20);
    expect(fold(story, { asOf }).dueAt).toBe(sixtyDays(first));
    expect(fold(story, { asOf: sixtyDays(first) }).dueAt).toBe(sixtyDays(march(5)));
  });
});

describe('HOLD-2: a complaint that a fold no longer reads', () => {
  const complaint = complains(first);
  const chatter = Array.from({ length: STORY_FACTS }, (_, i) =>
    complains(plus(march(4), i * 15 * 60_000), { id: `t-${i}`, body: words.question }),
  );
  const asOf = march(10);
  const before = changesOf(fold([complaint], { asOf: march(3) }), march(3), undefined).next;
  const crowdedOut = (override: object = {}, at = asOf) =>
    changesOf(fold([complaint, ...chatter], { asOf: at, ...override }), at, before).next;

  it('holds on until its time, and the story is due then', () => {
    expect(fold([complaint, ...chatter], { asOf }).held).toEqual([]);
    expect(crowdedOut()).toMatchObject({ held: before.held, dueAt: sixtyDays(first) });
    expect(crowdedOut({}, sixtyDays(first))).not.toHaveProperty('held');
  });

  it('holds on where a survey answer, which opens no matter, was the last to complain of it', () => {
    const answer = answers(march(3), 2, words.complaint, { occurredAt: march(9, '16:00') });
    const known = changesOf(fold([complaint, answer], { asOf }), asOf, undefined).next;
    const { next } = changesOf(fold([complaint, ...chatter, answer], { asOf }), asOf, known);
    expect(next.held).toEqual([{ id: before.held?.[0]?.id, since: first, until: sixtyDays(march(9, '16:00')) }]);
  });

  it('is another matter where it goes on in sight, and ends with it', () => {
    const again = complains(march(9, '16:00'), { id: 'again' });
    const known = changesOf(fold([complaint, again], { asOf }), asOf, undefined).next;
    const crowd = [complaint, ...chatter, again];
    const { next } = changesOf(fold(crowd, { asOf }), asOf, known);
    expect(next.held).toMatchObject([{ since: march(9, '16:00') }]);
    const remedied = fold([...crowd, replies(march(9, '17:00'), 'remedy')], { asOf });
    expect(changesOf(remedied, asOf, known).held).toEqual([]);
  });

  it('holds on no longer where its day is a guest day', () => {
    expect(crowdedOut({ guestDays: ['2026-03-02'] })).not.toHaveProperty('held');
  });

  it('is not meant where the fold did read so far back and found no matter', () => {
    const { held: left } = changesOf(fold([replies(march(2, '09:00'), 'other')], { asOf }), asOf, before);
    expect(left).toEqual([]);
  });
});

describe('what a fold changes of a hold', () => {
  const complaint = complains(first);
  const changes = (facts: Parameters<typeof fold>[0], before?: StoryState) =>
    changesOf(fold(facts, { asOf: march(20) }), march(20), before);
  const before = changes([complaint]).next;

  it('is told where it changes, and where it ends', () => {
    expect(changes([complaint]).held).toHaveLength(1);
    expect(changes([complaint, complains(march(9))], before).held).toMatchObject([{ until: sixtyDays(march(9)) }]);
    expect(changes([complaint, replies(march(3), 'remedy')], before).held).toEqual([]);
  });

  it('is told by the first fold after a version that wrote no holds', () => {
    const { held: _, ...without } = before;
    expect(changes([complaint], without).held).toHaveLength(1);
  });

  it('is not told where it stays, or where nothing was ever held', () => {
    expect(changes([complaint], before)).not.toHaveProperty('held');
    expect(changes([complains(first, { body: words.praise })])).not.toHaveProperty('held');
  });

  it('is told in any case where the fold before may have broken off', () => {
    expect(changes([complaint], doubted(before)).held).toHaveLength(1);
    const nothing = changes([complains(first, { body: words.praise })]);
    expect(changes([], doubted(nothing.next)).held).toEqual([]);
    expect(changes([], doubted(nothing.next)).next).not.toHaveProperty('inDoubt');
  });
});

describe('HOLD-3: several matters', () => {
  it('are one hold from the first complaint to the last end, in whatever order they are told', () => {
    const matters = [
      held({ id: 'b', since: march(3), until: march(64) }),
      held({ id: 'a', since: march(3), until: march(99) }),
      held({ id: 'c', since: march(2), until: march(62) }),
    ];
    const whole = { customerId: 'ada', since: march(2), until: march(99), matterIds: ['c', 'a', 'b'] };
    fc.assert(
      fc.property(fc.shuffledSubarray(matters, { minLength: 3 }), (told) => {
        expect(holdOf('ada', told)).toEqual(whole);
      }),
    );
  });

  it('are named up to twenty, those that began last, and all count', () => {
    const days = Array.from({ length: 30 }, (_, i) => i + 1);
    const matters = days.map((day) =>
      held({ id: `matter of day ${day}`, since: march(day), until: march(day === 1 ? 99 : 60) }),
    );
    expect(holdOf('ada', matters)).toEqual({
      customerId: 'ada',
      since: march(1),
      until: march(99),
      matterIds: days.slice(-MATTERS_TOLD).map((day) => `matter of day ${day}`),
    });
  });

  it('that are none hold nobody', () => {
    expect(holdOf('ada', [])).toBeUndefined();
  });

  it('hold until the last is put right', () => {
    const story = [complains(first), complains(march(5), billing)];
    const one = fold([...story, replies(march(6), 'remedy', billing)]);
    expect(holdOf('ada', one.held)).toMatchObject({ since: first, until: sixtyDays(first) });
    const both = fold([...story, replies(march(6), 'remedy', billing), replies(march(7), 'remedy')]);
    expect(holdOf('ada', both.held)).toBeUndefined();
  });
});

describe('HOLD-4: whether a customer is held', () => {
  it('is so until the end, and not from then on', () => {
    const { until } = hold();
    expect([plus(until, -MOMENT), until].map((now) => isHeld(hold(), now))).toEqual([true, false]);
  });

  it('is not so once released, whatever its end', () => {
    expect(isHeld(hold({ matterIds: [] }), march(3))).toBe(false);
  });
});

describe('HOLD-5: a hold that changes', () => {
  const at = (day: number) => ({ at: march(day), order: `order ${String(day).padStart(2, '0')}` });
  const placed = changeHold(undefined, hold(), at(2)) as HoldState;

  it('is placed, extended, released and placed again, each an event in sequence', () => {
    const longer = hold({ until: sixtyDays(march(9)) });
    const states = [placed];
    for (const [i, next] of [longer, undefined, hold({ since: march(12) })].entries()) {
      states.push(changeHold(states.at(-1), next, at(9 + i)) as HoldState);
    }
    expect(states.map(({ version }) => version)).toEqual([1, 2, 3, 4]);
    expect(states.at(-1)?.pending?.map(({ type, sequence }) => [type, sequence])).toEqual([
      ['hold.placed', 1],
      ['hold.extended', 2],
      ['hold.released', 3],
      ['hold.placed', 4],
    ]);
    for (const { pending, since, until, matterIds } of states) {
      expect(pending?.at(-1)?.data).toEqual({ customerId: 'ada', since, until, matterIds });
    }
  });

  it.each([
    ['by a remedy', march(9), march(9)],
    ['by time', march(80), sixtyDays(first)],
  ])('tells, released %s, when it ended', (_, now, ended) => {
    const done = changeHold(placed, undefined, { at: now, order: 'order 99' });
    expect(done).toMatchObject({ since: first, until: ended, matterIds: [] });
  });

  it('does not change by the same again, nor by a release where nothing is held', () => {
    expect(changeHold(placed, hold(), at(9))).toBeUndefined();
    const released = changeHold(placed, undefined, at(9));
    expect(changeHold(released, undefined, at(10))).toBeUndefined();
    expect(changeHold(undefined, undefined, at(10))).toBeUndefined();
  });

  it('does not change by a lesser fold', () => {
    expect(changeHold(placed, undefined, { at: march(9), order: 'order 01' })).toBeUndefined();
    expect(changeHold(placed, undefined, { at: march(9), order: placed.order })).toMatchObject({ version: 2 });
  });

  it('keeps events that are not told yet, and no others', () => {
    const { pending: _, ...told } = placed;
    expect(changeHold(told, undefined, at(9))?.pending).toHaveLength(1);
    expect(changeHold(placed, undefined, at(9))?.pending).toHaveLength(2);
  });
});

describe('HOLD-7: matters that a fold no longer reads', () => {
  const asOf = plus(march(70, '00:00'), -MOMENT);
  const seesNothing = { matters: [], held: [], horizon: asOf, guestDays: [] };
  const outOfSight = (before: readonly HeldMatter[], at = asOf) => stillHeld(seesNothing, before, at);
  const complainedAt = (minutes: number, lasts: number, i: number): HeldMatter => {
    const since = plus(march(10, '00:00'), minutes * 60_000);
    return held({ id: `matter-${i}`, since, until: sixtyDays(plus(since, lasts * 60_000)) });
  };
  const daily = (complaints: number) =>
    Array.from({ length: 60 * complaints }, (_, i) => complainedAt((i * 24 * 60) / complaints, 0, i));

  it('are each remembered up to two hundred, and beyond those one a day', () => {
    const few = daily(3);
    expect(outOfSight(few)).toHaveLength(180);
    const left = outOfSight(daily(190));
    expect(left).toHaveLength(OUT_OF_SIGHT + 59);
    expect(left.slice(-OUT_OF_SIGHT)).toEqual(daily(190).slice(-OUT_OF_SIGHT));
    expect(left[0]).toMatchObject({ id: 'matter-189', since: march(10, '00:00'), until: daily(190)[189]?.until });
  });

  it('end when they would have, and begin no more than a day of complaints too early, in whatever order they come', () => {
    const complaint = fc.record({ minutes: fc.nat(59 * 24 * 60), lasts: fc.nat(600) });
    const many = fc.array(complaint, { minLength: OUT_OF_SIGHT + 20, maxLength: OUT_OF_SIGHT + 300 });
    fc.assert(
      fc.property(many, fc.integer({ min: 0, max: 60 }), fc.nat(), (complaints, days, seed) => {
        const all = complaints.map(({ minutes, lasts }, i) => complainedAt(minutes, lasts, i));
        const turned = [...all.slice(seed % all.length), ...all.slice(0, seed % all.length)];
        const left = outOfSight(turned);
        expect(left).toEqual(outOfSight(all));
        expect(outOfSight(left)).toEqual(left);
        const later = plus(asOf, days * DAY);
        const whole = holdOf(
          'ada',
          all.filter(({ until }) => until > later),
        );
        const kept = holdOf('ada', outOfSight(left, later));
        expect(kept?.until).toBe(whole?.until);
        if (!whole || !kept) return;
        expect(kept.since <= whole.since).toBe(true);
        expect(plus(kept.since, 2 * DAY) > whole.since).toBe(true);
      }),
    );
  });
});
