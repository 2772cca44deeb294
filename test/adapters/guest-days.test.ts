import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FactWriter, StoredFacts } from '../../functions/adapters/facts.ts';
import { GuestDays, GuestFacts, type GuestMark, type HandedFact } from '../../functions/adapters/guest-days.ts';
import { plus } from '../../functions/domain/instant.ts';
import { type Fact, factSortKey } from '../../functions/domain/message/fact.ts';
import { asGuest, guestStory } from '../../functions/domain/story/guests.ts';
import { complains, corrects, march, withdraws } from '../builders.ts';
import { type Tables, tablesInMemory } from './dynalite.ts';

const tables = tablesInMemory();
let made: Tables;
let days: GuestDays;
let guests: GuestFacts;
let writer: FactWriter;
let stored: StoredFacts;
beforeAll(async () => {
  made = await tables();
  days = new GuestDays(made.state);
  guests = new GuestFacts(made.facts);
  writer = new FactWriter(made.facts, 400);
  stored = new StoredFacts(made.facts);
});

const DAY = '2026-03-03';
const sentiment = {
  label: 'negative',
  scores: { negative: 1, neutral: 0, positive: 0, mixed: 0 },
  scorer: 's',
} as const;

/** Each test tells of a key of its own. */
let told = 0;
let key: { customerId: string };
beforeEach(() => {
  key = { customerId: `key-${told++}` };
});
const storyOfKey = () => `customer#${key.customerId}`;
const told3rd = (i: number): Fact => complains(plus(march(3), i * 60_000), { ...key, id: `t-${i}` });

const handOver = async (from: GuestMark, most: number): Promise<{ handed: HandedFact[]; pages: number }> => {
  const handed: HandedFact[] = [];
  let mark = from;
  for (let pages = 1; ; pages++) {
    const { facts, next } = await guests.page(mark, most);
    for (const fact of facts) await guests.add(fact);
    handed.push(...facts);
    if (next === undefined) return { handed, pages };
    mark = { ...mark, after: next };
  }
};

describe('a guest day', () => {
  it('is marked once, by who is quicker, and known from then on', async () => {
    expect(await days.mark(storyOfKey(), DAY)).toBe('written');
    expect(await days.mark(storyOfKey(), DAY)).toBe('refused');
    await days.mark(storyOfKey(), '2026-03-01');
    expect(await days.since(storyOfKey(), '2026-03-02')).toEqual([{ story: storyOfKey(), day: DAY, done: false }]);
    expect((await days.since(storyOfKey(), '2026-01-01')).map(({ day }) => day)).toEqual(['2026-03-01', DAY]);
  });

  it('remembers how far it was handed over, and never goes back', async () => {
    const mark = { story: storyOfKey(), day: DAY, done: false };
    const known = async () => (await days.since(storyOfKey(), DAY))[0];
    await days.mark(storyOfKey(), DAY);
    await days.progress(mark, factSortKey(told3rd(7)));
    await days.progress(mark, factSortKey(told3rd(2)));
    expect(await known()).toEqual({ ...mark, after: factSortKey(told3rd(7)) });
    await days.progress(mark);
    await days.progress(mark, factSortKey(told3rd(9)));
    expect(await known()).toMatchObject({ done: true });
  });

  it('is told for the facts that lie in their customer’s story on it, and for no others', async () => {
    await days.mark(storyOfKey(), DAY);
    const [on, off, other] = [told3rd(1), complains(march(4), key), complains(march(3), { customerId: 'somebody' })];
    expect(await days.among([on, off, other, asGuest(on), complains(march(3), { customerId: undefined })])).toEqual(
      new Set([on]),
    );
  });
});

describe('handing over', () => {
  it.each([500, 7, 3])('adds each fact with its score to its guest story, whatever a page holds: %i', async (most) => {
    const facts = Array.from({ length: 11 }, (_, i) => told3rd(i));
    const around = [complains(march(2, '23:59'), key), complains(march(4, '00:00'), key)];
    for (const [i, fact] of [...facts, ...around].entries()) {
      await writer.add(fact, i % 3 === 0 ? sentiment : undefined, march(5));
    }
    const { handed } = await handOver({ story: storyOfKey(), day: DAY, done: false }, most);
    expect(handed.map(({ fact }) => fact)).toEqual(facts.map(asGuest));
    for (const [i, fact] of facts.entries()) {
      const story = await stored.story(guestStory(fact), march(1), march(31));
      expect(story.facts).toEqual([asGuest(fact)]);
      expect([...story.sentiments.values()]).toEqual(i % 3 === 0 ? [sentiment] : []);
    }
  });

  it('keeps a copy as long as what it is a copy of, and lists it no second time', async () => {
    const fact = told3rd(1);
    await writer.add(fact, sentiment, march(5));
    await handOver({ story: storyOfKey(), day: DAY, done: false }, 500);
    const [original, copy] = await Promise.all([fact.story, guestStory(fact)].map((pk) => made.facts.partition(pk)));
    expect(copy?.map(({ expiresAt }) => expiresAt)).toEqual(original?.map(({ expiresAt }) => expiresAt));
    expect(copy?.filter((item) => 'dayShard' in item)).toEqual([]);
  });

  it('brings what corrects a fact along, apart from the same correction handed over later', async () => {
    const fact = told3rd(1);
    const correction = corrects(fact, { body: 'It was fine after all', occurredAt: march(4) });
    await writer.add(fact, undefined, march(5));
    await writer.add(correction, undefined, march(5));
    await writer.addCorrection(correction, march(5));
    const { handed } = await handOver({ story: storyOfKey(), day: DAY, done: false }, 500);
    const [one] = handed as [HandedFact];
    expect([...(await guests.correctionsOf([one.fact])).values()]).toEqual([[correction]]);
    await guests.copy(correction, one);
    await handOver({ story: storyOfKey(), day: '2026-03-04', done: false }, 500);
    const { facts } = await stored.story(guestStory(fact), march(1), march(31));
    expect(
      facts
        .filter(({ id }) => id === correction.id)
        .map(({ story }) => story)
        .sort(),
    ).toEqual([storyOfKey(), guestStory(fact)]);
  });
});

describe('the story of a key with guest days', () => {
  it('is read without them, but for what was corrected on them', async () => {
    const [before, on, after] = [complains(march(2), key), told3rd(1), complains(march(4), key)];
    const withdrawal = withdraws(before, { occurredAt: march(3, '15:00') });
    for (const fact of [before, on, after, withdrawal]) await writer.add(fact, undefined, march(5));
    await writer.addCorrection(withdrawal, march(5));
    const ids = async (guestDays: string[]) =>
      (await stored.story(storyOfKey(), march(1), march(31), guestDays)).facts.map(({ id }) => id).sort();
    expect(await ids([])).toEqual([before, on, after, withdrawal].map(({ id }) => id).sort());
    expect(await ids([DAY])).toEqual([before, after, withdrawal].map(({ id }) => id).sort());
  });
});
