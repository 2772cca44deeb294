import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, type Instant, plus } from '../../../functions/domain/instant.ts';
import type { Fact } from '../../../functions/domain/message/fact.ts';
import { horizonOf, STORY_DAYS, STORY_FACTS } from '../../../functions/domain/story/reach.ts';
import type { StoryFold } from '../../../functions/domain/story/story.ts';
import {
  answers,
  bounced,
  complains,
  corrects,
  fold,
  gapsOf,
  held,
  invited,
  MOMENT,
  march,
  replies,
  reviews,
  turnsOf,
  withdraws,
  words,
} from '../../builders.ts';

describe('the story that must never be missed', () => {
  const spilled = complains(march(2, '18:30'), {
    body: 'My dinner came an hour late and half of it was spilled in the bag. This is unacceptable.',
    interactionId: 'order-1',
  });
  const hollow = replies(march(2, '18:45'), 'hollow', { interactionId: 'order-1' });
  const question = invited(march(3, '09:00'), { interactionId: 'order-1' });
  const told = [spilled, hollow, question];

  it('holds surveys back as soon as the complaint is in', () => {
    expect(fold([spilled], { asOf: march(2, '18:30') }).held).toMatchObject([
      { since: march(2, '18:30'), until: plus(march(2, '18:30'), 60 * DAY) },
    ]);
  });

  it('knows the complaint for brushed off when the question comes', () => {
    const morning = fold(told, { asOf: march(3, '09:00') });
    expect(gapsOf(morning, 'unanswered')).toMatchObject([{ state: 'open', decidedBy: march(3, '09:00') }]);
    expect(gapsOf(morning, 'unheard')).toMatchObject([
      { state: 'suspected', touchpoint: 'delivery', facts: [spilled.id, hollow.id, question.id] },
    ]);
    expect(morning.dueAt).toBe(march(10, '09:00'));
  });

  it('takes the silence for what it is a week later', () => {
    const week = fold(told, { asOf: march(10, '09:00') });
    expect(turnsOf(week, 'unheard')).toEqual([`suspected ${march(3, '09:00')}`, `open ${march(10, '09:00')}`]);
    expect(week.dueAt).toBe(plus(march(2, '18:30'), 60 * DAY));
  });

  it('counts the silence among those who were brushed off', () => {
    const [row] = fold(told).rows;
    expect(row).toMatchObject({ kind: 'survey', day: '2026-03-03', class: 'none', stratum: 'brushed-off' });
  });
});

describe('STORY-1: which of two folds is the greater', () => {
  const complaint = complains(march(2));
  const orderOf = (facts: Fact[], asOf = march(20)): string => fold(facts, { asOf }).order;

  it('is that of more facts', () => {
    expect(orderOf([complaint, replies(march(3), 'hollow')]) > orderOf([complaint])).toBe(true);
    expect(orderOf([complaint, withdraws(complaint)]) > orderOf([complaint])).toBe(true);
  });

  it('is the later one of the same facts', () => {
    expect(orderOf([complaint], march(20, '10:01')) > orderOf([complaint], march(20, '10:00'))).toBe(true);
  });

  it('is that of more facts even where it looked earlier on the same day', () => {
    const more = orderOf([complaint, replies(march(3), 'hollow')], march(20, '09:00'));
    expect(more > orderOf([complaint], march(20, '10:00'))).toBe(true);
  });

  it('is that of a later horizon, whatever has fallen behind it', () => {
    const forgotten = plus(march(2), (STORY_DAYS + 1) * DAY);
    expect(orderOf([complaint], forgotten) > orderOf([complaint, replies(march(3), 'hollow')])).toBe(true);
  });

  it('does not grow by facts that come again', () => {
    expect(orderOf([complaint, complaint])).toBe(orderOf([complaint]));
  });
});

describe('STORY-1: how far a fold looks', () => {
  const asOf = march(30);
  const horizon = horizonOf(asOf);
  const many = Array.from({ length: STORY_FACTS }, (_, i) => complains(plus(march(2), i * HOUR), { id: `t-${i}` }));
  const laterThanAll = plus(march(2), STORY_FACTS * HOUR);

  it('is 180 days and the rest of the first of them', () => {
    expect(horizon).toBe('2025-10-01T00:00:00.000Z');
    expect(fold([complains(horizon)], { asOf })).toMatchObject({ horizon, heard: [{ at: horizon }] });
    expect(fold([complains(plus(horizon, -MOMENT))], { asOf }).heard).toEqual([]);
  });

  it('is never after its time', () => {
    expect(fold([complains(asOf)], { asOf }).heard).toHaveLength(1);
    expect(fold([complains(plus(asOf, MOMENT))], { asOf }).heard).toEqual([]);
  });

  it('is the newest 500 facts, where there are as many', () => {
    const full = fold(many, { asOf: laterThanAll });
    expect(full.horizon).toBe(march(2));
    const over = fold([...many, complains(laterThanAll, { id: 'one more' })], { asOf: laterThanAll });
    expect(over).toMatchObject({ horizon: march(2, '11:00') });
    expect(over.heard).toHaveLength(STORY_FACTS);
    expect(over.order > full.order).toBe(true);
  });

  it('is no further for a withdrawal among the 500: what made room for it was not read', () => {
    const newest = many.at(-1) as Fact;
    const story = fold([...many, withdraws(newest)], { asOf: laterThanAll });
    expect(story.horizon).toBe(march(2, '11:00'));
    expect(story.order > fold(many, { asOf: laterThanAll }).order).toBe(true);
  });
});

describe('when a story must be looked at again', () => {
  const complaint = complains(march(2));

  it('is when the time for an answer runs out', () => {
    expect(fold([complaint], { asOf: march(2) }).dueAt).toBe(march(2, '14:00'));
    expect(fold([complaint], { asOf: march(2, '14:00') }).dueAt).toBe(plus(march(2), 60 * DAY));
  });

  it('is the earliest of several times', () => {
    const again = [complaint, invited(march(3)), complains(march(4))];
    expect(fold(again, { asOf: march(4) }).dueAt).toBe(march(4, '14:00'));
    expect(fold(again, { asOf: march(5) }).dueAt).toBe(march(10));
  });

  it('is never for a story that nothing can change', () => {
    const remedied = [complaint, replies(march(2, '11:00'), 'remedy')];
    expect(fold(remedied, { asOf: march(2, '11:00') }).dueAt).toBeUndefined();
  });
});

const time = fc.integer({ min: 0, max: 40 * 24 * 4 }).map((quarters): Instant => plus(march(1), quarters * (HOUR / 4)));
const surveyId = fc.constantFrom('s-1', 's-2').map((id) => ({ id }));

/** What customer and company may do, told of one of the places given. */
const stepAt = (...places: { touchpoint?: string | undefined; interactionId?: string }[]) => {
  const where = fc.constantFrom(...places);
  const survey = fc.tuple(time, surveyId, where).map(([at, id, place]) => [at, { ...id, ...place }] as const);
  return fc.oneof(
    fc.tuple(time, where).map(([at, place]) => complains(at, place)),
    fc
      .tuple(time, fc.constantFrom('hollow', 'remedy', 'other'), where)
      .map(([at, how, place]) => replies(at, how, place)),
    survey.map(([at, override]) => invited(at, override)),
    survey.map(([at, override]) => held(at, override)),
    survey.map(([at, override]) => bounced(at, override)),
    fc
      .tuple(survey, fc.nat({ max: 10 }), fc.constantFrom(undefined, words.praise, words.complaint))
      .map(([[at, override], score, comment]) => answers(at, score, comment, override)),
    fc.tuple(time, fc.integer({ min: 1, max: 5 }), where).map(([at, stars, place]) => {
      return reviews(at, stars, words.complaint, place);
    }),
  );
};
const step = stepAt({}, { touchpoint: 'billing' }, { interactionId: 'order-1' }, { touchpoint: undefined });
const correction = fc.oneof(
  step.map((fact) => [fact]),
  step.map((fact) => [fact, withdraws(fact)]),
  time.map((at) => [complains(at), corrects(complains(at), { body: words.praise })]),
  time.map((at) => [complains(at), corrects(complains(at), { customerId: 'grace' })]),
);
const story = fc.array(correction, { maxLength: 10 }).map((parts) => parts.flat());
const ofOneOrder = { interactionId: 'order-1' };
const storyOfOneOrder = fc.array(stepAt(ofOneOrder, { ...ofOneOrder, touchpoint: 'billing' }), { maxLength: 12 });
const asOf = march(60);
const foldOf = (facts: readonly Fact[]): StoryFold => fold(facts, { asOf });

describe('STORY-1: any story', () => {
  it('is folded the same in whatever order, and however often, its facts come', () => {
    const mixed = story.chain((facts) =>
      fc
        .tuple(fc.shuffledSubarray(facts), fc.shuffledSubarray(facts, { minLength: facts.length }))
        .map(([again, all]) => ({ facts, mixed: [...all, ...again] })),
    );
    fc.assert(
      fc.property(mixed, ({ facts, mixed }) => {
        expect(foldOf(mixed)).toEqual(foldOf(facts));
      }),
      { numRuns: 300 },
    );
  });

  it('is never folded into a lesser order by one fact more, or later', () => {
    fc.assert(
      fc.property(story, fc.nat({ max: 60 }), fc.nat({ max: 300 }), (facts, some, days) => {
        expect(foldOf(facts).order >= foldOf(facts.slice(0, some)).order).toBe(true);
        const later = fold(facts, { asOf: plus(asOf, days * DAY) });
        expect(later.order >= foldOf(facts).order).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('gives gaps whose evidence stands in it, in turns of time, with times told before they come', () => {
    fc.assert(
      fc.property(story, time, (facts, now) => {
        const told = fold(facts, { asOf: now });
        const ids = new Set(told.heard.map(({ fact }) => fact.id));
        for (const { facts: evidence, history, decidedBy, state } of told.gaps) {
          expect(evidence.length).toBeGreaterThan(0);
          expect(evidence.filter((id) => !ids.has(id))).toEqual([]);
          expect(decidedBy <= now && history.every(({ at }) => at <= now)).toBe(true);
          expect(history.at(-1)?.state).toBe(state);
          expect(history.map(({ at }) => at)).toEqual(history.map(({ at }) => at).toSorted());
        }
        expect(told.dueAt === undefined || told.dueAt > now).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('gives each gap and each row one name', () => {
    fc.assert(
      fc.property(story, (facts) => {
        const { gaps, rows } = foldOf(facts);
        expect(new Set(gaps.map(({ id }) => id)).size).toBe(gaps.length);
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves nothing open where a remedy came after the last complaint', () => {
    fc.assert(
      fc.property(storyOfOneOrder, (facts) => {
        const { gaps, held } = foldOf([...facts, replies(march(50), 'remedy', ofOneOrder)]);
        const open = gaps.filter(({ kind, state }) => kind !== 'contradiction' && state !== 'cleared');
        expect(open).toEqual([]);
        expect(held).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
