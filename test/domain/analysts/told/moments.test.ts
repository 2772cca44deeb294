import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triageCustomer } from '../../../../functions/domain/actions/triage.ts';
import { Moment } from '../../../../functions/domain/analysts/moment.ts';
import { momentsOf } from '../../../../functions/domain/analysts/told/moments.ts';
import { DAY, HOUR, type Instant, plus } from '../../../../functions/domain/instant.ts';
import { type Fact, factOf } from '../../../../functions/domain/message/fact.ts';
import { FeedbackMessage } from '../../../../functions/domain/message/feedback-message.ts';
import { redactMessage } from '../../../../functions/domain/message/redacted-message.ts';
import { sampleFeed } from '../../../../lib/local/sample/fennel-and-rye.ts';
import {
  answers,
  bounced,
  complains,
  fold,
  held,
  invited,
  march,
  owners,
  replies,
  reviews,
  textFact,
  words,
} from '../../../builders.ts';

/** The moments of a story a month after its last fact, or as of a time. */
const told = (facts: readonly Fact[], asOf: Instant = plus(march(5), 60 * DAY)) => {
  const story = fold(facts, { asOf });
  return momentsOf(story, story.gaps, [], asOf);
};

const kinds = (moments: readonly Moment[]): string[] => moments.map(({ kind }) => kind);
const silences = (moments: readonly Moment[]) => moments.filter(({ kind }) => kind === 'silence');

describe('a fact', () => {
  const inOrder = [
    complains(march(2, '09:00')),
    textFact({ id: 't-2', occurredAt: march(2, '09:10'), body: words.question }),
    replies(march(2, '09:20'), 'other'),
    textFact({ id: 'n-1', channel: 'frontline', occurredAt: march(2, '09:30'), body: 'The van broke down.' }),
    reviews(march(2, '09:40'), 4, words.praise),
    held(march(3, '09:00'), { id: 's-1' }),
    invited(march(4, '09:00'), { id: 's-2' }),
    bounced(march(4, '09:30'), { id: 's-3' }),
    answers(march(4, '11:00'), 9, words.praise, { id: 's-2' }),
  ];

  it('is told as what it is', () => {
    const facts = told(inOrder).filter(({ fact }) => fact !== undefined);
    expect(kinds(facts)).toEqual([
      'complaint',
      'message',
      'reply',
      'note',
      'review',
      'held',
      'invitation',
      'bounced',
      'answer',
    ]);
    expect(facts.map(({ fact }) => fact)).toEqual(inOrder.map(({ id }) => id));
  });

  it('is a complaint however it is made', () => {
    const made = told([
      complains(march(2, '09:00')),
      reviews(march(3, '09:00'), 1, words.complaint),
      answers(march(4, '09:00'), 1, words.complaint),
    ]);
    expect(made.filter(({ kind }) => kind === 'complaint').map(({ feedback }) => feedback)).toEqual([
      'text',
      'review',
      'survey',
    ]);
  });

  it('is told with where it was and what was heard of it', () => {
    const [text] = told([complains(march(2), { interactionId: 'order-1' })]);
    expect(text).toMatchObject({
      channel: 'sms',
      touchpoint: 'delivery',
      location: 'millfield',
      interactionId: 'order-1',
      sentiment: 'neutral',
      themes: ['waiting', 'food'],
    });
    const [answer] = told([answers(march(2), 9)]);
    expect(answer).toMatchObject({ metric: 'nps', score: 9, scoreClass: 'top' });
    const [review] = told([reviews(march(2), 2)]);
    expect(review).toMatchObject({ metric: 'stars', score: 2, scoreClass: 'bottom' });
    expect(told([complains(march(2)), replies(march(2, '11:00'), 'remedy')])).toContainEqual(
      expect.objectContaining({ kind: 'reply', reply: 'remedy' }),
    );
  });
});

describe('silence', () => {
  it('stands where a reply was due and none came, at the time that decides', () => {
    expect(silences(told([complains(march(2, '10:00'))]))).toEqual([
      { at: march(2, '14:00'), kind: 'silence', touchpoint: 'delivery', location: 'millfield', silence: 'no-reply' },
    ]);
    const asked = told([complains(march(2, '10:00')), invited(march(2, '11:00'))], march(3));
    expect(silences(asked)).toMatchObject([{ at: march(2, '11:00'), silence: 'no-reply' }]);
  });

  it.each(['hollow', 'remedy'] as const)('does not stand where a %s reply came', (how) => {
    expect(silences(told([complains(march(2, '10:00')), replies(march(2, '11:00'), how)]))).toEqual([]);
  });

  it('stands where we only asked, and did not come back', () => {
    const made = told([complains(march(2, '10:00')), replies(march(2, '11:00'), 'other')]);
    expect(silences(made)).toMatchObject([{ at: march(2, '15:00'), silence: 'no-reply' }]);
  });

  it('stands once where two complaints were due an answer by the same time', () => {
    const twice = [complains(march(2, '18:00')), complains(march(2, '20:00')), invited(march(3, '08:00'))];
    expect(silences(told(twice, march(4)))).toMatchObject([{ at: march(3, '08:00') }]);
  });

  it('is not told before it is decided', () => {
    expect(silences(told([complains(march(2, '10:00'))], march(2, '13:59')))).toEqual([]);
  });

  it('stands where an invitation was open for seven days, be it answered later or never', () => {
    const week = [{ at: march(10, '09:00'), kind: 'silence', silence: 'no-answer', metric: 'nps' }];
    expect(silences(told([invited(march(3, '09:00'))]))).toMatchObject(week);
    expect(silences(told([invited(march(3, '09:00')), answers(march(12), 9)]))).toMatchObject(week);
    expect(silences(told([invited(march(3, '09:00')), answers(march(10, '09:00'), 9)]))).toEqual([]);
    expect(silences(told([invited(march(3, '09:00'))], march(10, '08:59')))).toEqual([]);
  });

  it('does not stand where nothing was asked: held, bounced, or answered unasked', () => {
    expect(silences(told([held(march(3))]))).toEqual([]);
    expect(silences(told([invited(march(3)), bounced(march(3, '11:00'))]))).toEqual([]);
    expect(silences(told([answers(march(3), 9)]))).toEqual([]);
  });
});

describe('the story of Mara Quill, in the sample', () => {
  const end = '2026-03-12T14:00:00.000Z';
  const messages = sampleFeed(new Date(end)).filter(({ customerId }) => customerId === 'mara-quill');
  const facts = messages.map((message) => factOf(redactMessage(FeedbackMessage.parse(message)), 'en'));
  const asOf = (at: Instant) => {
    const story = fold(facts, { story: 'customer#mara-quill', asOf: at });
    const matters = story.matters.map(({ matter }) => matter);
    const actions = triageCustomer(story.gaps, matters, [], owners, at).map(({ action }) => action);
    return momentsOf(story, story.gaps, actions, at);
  };
  const read = (moments: readonly Moment[]): string[] =>
    moments.map(({ kind, reply, silence, gap, action }) =>
      [kind, reply ?? silence ?? (gap && `${gap.kind} ${gap.state}`) ?? action?.change].filter(Boolean).join(': '),
    );
  const morning = [
    'complaint',
    'reply: hollow',
    'invitation',
    'gap: unanswered open',
    'gap: unheard suspected',
    expect.stringMatching(/^action: raised/),
  ];

  it('reads complaint, hollow reply, invitation, and at once what we made of it', () => {
    const invitedAt = facts.at(-1)?.message.occurredAt as Instant;
    expect(read(asOf(plus(invitedAt, HOUR)))).toEqual(morning);
  });

  it('goes on with silence once seven days have passed', () => {
    const invitedAt = facts.at(-1)?.message.occurredAt as Instant;
    const week = read(asOf(plus(invitedAt, 7 * DAY)));
    expect(week.slice(0, 5)).toEqual(morning.slice(0, 5));
    expect(week.slice(5)).toEqual(['silence: no-answer', 'gap: unheard open', morning[5]]);
  });
});

describe('moments', () => {
  const steps = [complains, invited, held, bounced] as const;
  const aFact = fc
    .record({
      day: fc.integer({ min: 1, max: 20 }),
      hour: fc.integer({ min: 0, max: 23 }),
      step: fc.integer({ min: 0, max: 7 }),
      id: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ day, hour, step, id }): Fact => {
      const at = plus(march(day, '00:00'), hour * HOUR);
      const make = steps[step];
      if (make) return make(at, { id: `f-${step}-${id}` });
      if (step === 4) return replies(at, 'hollow', { id: `f-${step}-${id}` });
      if (step === 5) return replies(at, 'remedy', { id: `f-${step}-${id}` });
      if (step === 6) return answers(at, 3 * id - 2, undefined, { id: `f-1-${id}` });
      return textFact({ id: `f-${step}-${id}`, occurredAt: at, channel: 'frontline' });
    });
  const stories = fc.array(aFact, { minLength: 1, maxLength: 12 });
  const at = march(31);

  it('come out the same whatever the order of the facts and however often they came', () => {
    const twice = stories.chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 })),
    );
    fc.assert(
      fc.property(twice, ([facts, again]) => {
        expect(told(again, at)).toEqual(told(facts, at));
      }),
      { numRuns: 60 },
    );
  });

  it('are in time, none after it was asked, and in the form that is promised', () => {
    fc.assert(
      fc.property(stories, (facts) => {
        const made = told(facts, at);
        for (const moment of made) expect(Moment.parse(moment)).toEqual(moment);
        expect(made.map((moment) => moment.at)).toEqual(made.map((moment) => moment.at).sort());
        expect(made.every((moment) => moment.at <= at)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('tell each fact that counts once', () => {
    fc.assert(
      fc.property(stories, (facts) => {
        const { heard } = fold(facts, { asOf: at });
        const ids = told(facts, at).flatMap(({ fact }) => fact ?? []);
        expect(ids.sort()).toEqual(heard.map(({ fact }) => fact.id).sort());
      }),
      { numRuns: 60 },
    );
  });
});
