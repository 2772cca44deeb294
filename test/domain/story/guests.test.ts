import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, type Instant, plus, startOf } from '../../../functions/domain/instant.ts';
import type { Fact } from '../../../functions/domain/message/fact.ts';
import { changesOf, type StoryState } from '../../../functions/domain/story/changes.ts';
import { asGuest, betweenGuestDays, guestDaysAmong, guestStory } from '../../../functions/domain/story/guests.ts';
import { lookedAt, STORY_FACTS } from '../../../functions/domain/story/reach.ts';
import type { StoryFold } from '../../../functions/domain/story/story.ts';
import {
  answers,
  complains,
  corrects,
  fold,
  invited,
  march,
  reviews,
  textFact,
  withdraws,
  words,
} from '../../builders.ts';

const GUEST_DAY = '2026-03-03';
/** So many complaints of Ada's on a day, a minute apart. */
const crowd = (many: number, from: Instant = march(3, '08:00'), body: string = words.complaint): Fact[] =>
  Array.from({ length: many }, (_, i) => complains(plus(from, i * 60_000), { id: `${from} ${i}`, body }));
const ada = 'customer#ada';
const asOf = march(20);
const foldOf = (facts: readonly Fact[], guestDays: string[] = []): StoryFold => fold(facts, { asOf, guestDays });

describe('GUEST-1: a guest day', () => {
  it('has more than 200 facts of one customer', () => {
    expect(guestDaysAmong(ada, crowd(200))).toEqual(new Map());
    expect(guestDaysAmong(ada, crowd(201))).toEqual(new Map([[GUEST_DAY, 201]]));
  });

  it('is a day in UTC', () => {
    const overMidnight = crowd(240, march(3, '22:00'));
    expect(guestDaysAmong(ada, overMidnight)).toEqual(new Map());
    expect(guestDaysAmong(ada, overMidnight, 119)).toEqual(
      new Map([
        [GUEST_DAY, 120],
        ['2026-03-04', 120],
      ]),
    );
  });

  it('counts a fact once, however often it came and whatever its words', () => {
    const twice = crowd(120).flatMap((fact) => [
      fact,
      fact,
      textFact({ ...fact.message, body: 'Other words' } as object),
    ]);
    expect(guestDaysAmong(ada, twice)).toEqual(new Map());
  });

  it('is not made by what corrections from elsewhere left in the story', () => {
    const moved = crowd(150).map((fact) => corrects(fact, { customerId: 'bo' }));
    expect(guestDaysAmong(ada, [...crowd(100), ...moved])).toEqual(new Map());
  });

  it('is nothing that a story without a customer has', () => {
    expect(guestDaysAmong('interaction#visit', crowd(300))).toEqual(new Map());
    expect(guestDaysAmong(guestStory(complains(march(3))), crowd(300).map(asGuest))).toEqual(new Map());
  });
});

describe('GUEST-2: a guest story', () => {
  const visit = { interactionId: 'visit-1' };

  it('is that of the interaction, else of the feedback, as if no customer were named', () => {
    const [first, second, other] = [
      complains(march(3), visit),
      reviews(march(3), 1, words.complaint, visit),
      complains(march(3)),
    ] as const;
    expect(guestStory(first)).toBe(guestStory(second));
    expect(guestStory(other)).not.toBe(guestStory(first));
  });

  it('keeps an invitation and its answer together, be they of two guest days', () => {
    expect(guestStory(invited(march(3)))).toBe(guestStory(answers(march(4), 9)));
  });

  it('keeps two shared keys apart, and tells neither', () => {
    const of = (customerId: string) => guestStory(complains(march(3), { ...visit, customerId }));
    expect(of('guest')).not.toBe(of('test'));
    expect(of('guest')).toMatch(/^guest#[\w-]{22}#[\w-]{22}$/);
  });

  it('folds as anonymous: rows without a customer, no matters, no gaps, no hold', () => {
    const complaint = asGuest(complains(march(3), visit));
    const guests = fold([complaint, asGuest(invited(march(4), visit))], {
      story: complaint.story,
      customerHash: undefined,
    } as object);
    expect(guests).toMatchObject({ matters: [], gaps: [] });
    expect(guests).not.toHaveProperty('holdUntil');
    expect(guests.rows.map(({ kind, customer }) => [kind, customer])).toEqual([
      ['survey', undefined],
      ['complaint', undefined],
    ]);
  });
});

describe('a fold of a story with a guest day', () => {
  const ordinary = [complains(march(2)), invited(march(5))];

  it('comes out as if nothing had been said on it, whether the day is known or found', () => {
    const without = foldOf(ordinary);
    for (const story of [foldOf([...ordinary, ...crowd(300)]), foldOf([...ordinary, ...crowd(10)], [GUEST_DAY])]) {
      expect(story.gaps).toEqual(without.gaps);
      expect(story.rows).toEqual(without.rows);
      expect(story.guestDays).toEqual([GUEST_DAY]);
    }
  });

  it('looks at 500 facts of other days', () => {
    const many = Array.from({ length: STORY_FACTS }, (_, i) =>
      invited(plus(march(4), i * 1_000_000), { id: `s-${i}` }),
    );
    const looked = lookedAt([...ordinary, ...crowd(300), ...many.slice(1)], asOf, [GUEST_DAY]);
    expect(looked).toHaveLength(STORY_FACTS);
    expect(looked.every(({ message }) => dayOf(message.occurredAt) !== GUEST_DAY)).toBe(true);
  });

  it('heeds what was corrected and withdrawn on it', () => {
    const [complaint] = ordinary as [Fact];
    expect(foldOf([...ordinary, withdraws(complaint, { occurredAt: march(3) })], [GUEST_DAY]).gaps).toEqual([]);
    const moved = corrects(complaint, { occurredAt: march(3) });
    expect(foldOf([...ordinary, moved], [GUEST_DAY]).gaps).toEqual([]);
    expect(foldOf([...ordinary, corrects(complaint, { location: 'northgate' })], [GUEST_DAY]).gaps).not.toEqual([]);
  });

  it('is greater than any that did not know of the day, and than one of fewer guest days', () => {
    const unknowing = foldOf([...ordinary, ...crowd(200)]);
    const knowing = foldOf(ordinary, [GUEST_DAY]);
    expect(knowing.order > unknowing.order).toBe(true);
    expect(
      foldOf(ordinary, [GUEST_DAY, '2026-03-04']).order > foldOf([...ordinary, ...crowd(9)], [GUEST_DAY]).order,
    ).toBe(true);
  });

  it('makes the same of the same facts in whatever order, at any cap', () => {
    const facts = [...ordinary, ...crowd(201), ...crowd(30, march(4, '08:00'))];
    const once = foldOf(facts);
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), (shuffled) => {
        expect(foldOf(shuffled)).toEqual(once);
      }),
      { numRuns: 10 },
    );
  });
});

describe('GUEST-3: what had rested on a day before it became a guest day', () => {
  const leftBy = (facts: readonly Fact[], before?: StoryState): StoryState =>
    changesOf(foldOf(facts), asOf, before).next;

  it('goes: its rows and its gaps', () => {
    const some = crowd(150);
    const before = leftBy(some);
    const {
      void: gone,
      vanished,
      put,
      next,
    } = changesOf(foldOf([...some, ...crowd(60, march(3, '14:00'))]), asOf, before);
    expect(gone).toHaveLength(before.rows.length);
    expect(vanished).toEqual(before.gaps.map(({ id }) => id));
    expect([put, next.rows, next.gaps]).toEqual([[], [], []]);
  });

  it('goes too where the newest 500 facts had left it behind', () => {
    const early = crowd(80);
    const later = ['04', '05', '06'].flatMap((day) => crowd(150, `2026-03-${day}T08:00:00.000Z`, words.question));
    const late = crowd(125, march(3, '10:00'));
    const first = leftBy(early);
    const before = leftBy([...early, ...later], first);
    expect(first.gaps.length + first.rows.length).toBeGreaterThan(80);
    const { void: gone, vanished } = changesOf(foldOf([...early, ...later, ...late]), asOf, before);
    expect(gone.map(({ key }) => key).sort()).toEqual(first.rows.map(({ key }) => key).sort());
    expect(vanished).toEqual(expect.arrayContaining(first.gaps.map(({ id }) => id)));
  });

  it('includes a gap that began the day before', () => {
    const begun = complains(march(2));
    const onTheDay = [invited(march(3, '09:00'))];
    const before = leftBy([begun, ...onTheDay]);
    const { vanished, next } = changesOf(foldOf([begun, ...onTheDay, ...crowd(210)]), asOf, before);
    expect(vanished.map((id) => id.split('-')[0])).toEqual(['unheard']);
    expect(next.gaps.map(({ id }) => id.split('-')[0])).toEqual(['unanswered']);
  });

  it('leaves the rows and gaps of other days', () => {
    const other = complains(march(9));
    const before = leftBy([other, ...crowd(50)]);
    const { void: gone, next } = changesOf(foldOf([other, ...crowd(201)]), asOf, before);
    expect(gone).toHaveLength(before.rows.length - 1);
    expect(next.rows).toHaveLength(1);
    expect(next.gaps).toHaveLength(1);
  });
});

describe('the time between guest days', () => {
  const days = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'];
  const from = startOf('2026-03-01');
  const within = (at: Instant, stretches: ReturnType<typeof betweenGuestDays>) =>
    stretches.some((stretch) => at >= stretch.from && at <= stretch.to);

  it('is all of it but them, to the millisecond, newest first', () => {
    const instants = fc.integer({ min: 0, max: 6 * 24 * 3_600_000 - 1 }).map((ms) => plus(from, ms));
    fc.assert(
      fc.property(fc.subarray(days), instants, instants, (guestDays, to, at) => {
        const stretches = betweenGuestDays(from, to, guestDays);
        expect(within(at, stretches)).toBe(at <= to && !guestDays.includes(dayOf(at)));
        expect(stretches.map((stretch) => stretch.from)).toEqual(
          stretches
            .map((stretch) => stretch.from)
            .sort()
            .reverse(),
        );
        for (const stretch of stretches) expect(stretch.from <= stretch.to).toBe(true);
      }),
    );
  });

  it('is one stretch where guest days follow each other', () => {
    expect(betweenGuestDays(from, march(6), days.slice(1, 5))).toEqual([
      { from: startOf('2026-03-06'), to: march(6) },
      { from, to: '2026-03-01T23:59:59.999Z' },
    ]);
  });
});
