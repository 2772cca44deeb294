import { describe, expect, it } from 'vitest';
import { CustomerStory } from '../../../functions/domain/analysts/answers.ts';
import { DAY, type Instant, plus, startOf } from '../../../functions/domain/instant.ts';
import type { Fact } from '../../../functions/domain/message/fact.ts';
import { GUEST_FACTS } from '../../../functions/domain/story/guests.ts';
import { horizonOf, STORY_FACTS } from '../../../functions/domain/story/reach.ts';
import { answerStory } from '../../../functions/serve-analysts/story.ts';
import { complains, invited, march, replies, textFact, withdraws, words } from '../../builders.ts';
import { catchConsole } from '../../runtime/console-lines.ts';
import { answerOf, asking, bearing, problemIn, serving } from './asking.ts';
import { toldStories } from './told-stories.ts';

catchConsole();

const matter = [
  complains(march(2, '18:30'), { interactionId: 'order-1' }),
  replies(march(2, '18:45'), 'hollow', { interactionId: 'order-1' }),
  invited(march(3, '09:00')),
];
const besides = complains(march(4), { id: 't-9', touchpoint: 'billing', interactionId: 'order-2' });
const note = textFact({
  id: 'n-1',
  occurredAt: march(5),
  channel: 'frontline',
  body: 'I live at 12 Mill Lane, she says.',
});

const asked = async (facts: readonly Fact[], customer = 'ada', now: Instant = march(20)) => {
  const made = await toldStories(facts, now);
  const serve = serving(answerStory(made.deps), { now: () => now });
  const response = () =>
    serve(asking('story', { query: `customer=${encodeURIComponent(customer)}`, authorizer: bearing('privacy') }));
  return { ...made, response, story: async () => CustomerStory.parse(answerOf('story', await response())) };
};

describe('a customer’s story', () => {
  it('is told whole: all matters, with gaps, actions and words', async () => {
    const { story } = await asked([...matter, besides, note]);
    const told = await story();
    expect(told.customerId).toBe('ada');
    expect(told.moments.flatMap(({ fact }) => fact ?? [])).toEqual([...matter, besides, note].map(({ id }) => id));
    expect(told.gaps.map(({ kind }) => kind).sort()).toEqual(['unanswered', 'unanswered', 'unheard']);
    expect(told.actions.map(({ touchpoint }) => touchpoint).sort()).toEqual(['billing', 'delivery']);
    expect(told.actions.every(({ why }) => why !== undefined)).toBe(true);
    expect(told.words).toEqual([
      { fact: matter[0]?.id, text: words.complaint },
      { fact: matter[1]?.id, text: words.hollow },
      { fact: besides.id, text: words.complaint },
      { fact: note.id, text: 'I live at 12 Mill Lane, she says.' },
    ]);
  });

  it('tells what became of each gap and action, and the silence', async () => {
    const { story } = await asked(matter);
    const kinds = (await story()).moments.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['complaint', 'reply', 'invitation', 'gap', 'silence', 'action']));
  });

  it('tells of the hold, and how far back it was looked', async () => {
    const { story } = await asked(matter);
    expect(await story()).toMatchObject({
      hold: { customerId: 'ada', held: true, since: march(2, '18:30') },
      since: horizonOf(march(20)),
    });
    const { story: calm } = await asked([textFact({ body: words.praise })]);
    expect((await calm()).hold).toEqual({ customerId: 'ada', held: false });
  });

  it('leaves nothing behind: it is read, and not folded anew', async () => {
    const { store, story } = await asked(matter);
    const before = structuredClone(store.contents());
    await story();
    expect(store.contents()).toEqual(before);
  });

  it('is told of its newest facts, since the oldest of them, where there are more', async () => {
    const many = Array.from({ length: STORY_FACTS + 20 }, (_, i) =>
      textFact({ id: `t-${i}`, occurredAt: plus(march(20), (i - STORY_FACTS - 20) * (DAY / 20)), body: words.praise }),
    );
    const { story } = await asked(many);
    const told = await story();
    expect(told.moments).toHaveLength(STORY_FACTS);
    expect(told.since).toBe(many[20]?.message.occurredAt);
  });

  it('is known of who took all back', async () => {
    const text = complains(march(2));
    const { story } = await asked([text, withdraws(text)]);
    expect(await story()).toMatchObject({ moments: [], words: [], gaps: [], actions: [] });
  });
});

describe('nothing is told', () => {
  it('of a customer whom nobody knows', async () => {
    const { response } = await asked(matter, 'nobody');
    expect(problemIn(await response())).toMatchObject({
      code: 'not-found',
      detail: 'nothing is kept of such a customer',
    });
  });

  const crowd = Array.from({ length: GUEST_FACTS + 1 }, (_, i) =>
    textFact({ id: `g-${i}`, occurredAt: plus(startOf('2026-03-02'), i * 60_000), body: words.praise }),
  );

  it('of a key that many people are behind, and the problem says so', async () => {
    const { response } = await asked(crowd);
    const problem = problemIn(await response());
    expect(problem.code).toBe('not-found');
    expect(problem.detail).toContain('many people are behind it');
  });

  it('of a guest day, marked or not yet; of other days it is', async () => {
    const quiet = textFact({ id: 't-1', occurredAt: march(9), body: words.praise });
    const { store, story } = await asked([...crowd, quiet]);
    const ids = async () => (await story()).moments.flatMap(({ fact }) => fact ?? []);
    expect(await ids()).toEqual([quiet.id]);
    store.guestMarks.clear();
    expect(await ids()).toEqual([quiet.id]);
  });
});
