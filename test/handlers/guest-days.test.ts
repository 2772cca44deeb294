import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Instant, plus } from '../../functions/domain/instant.ts';
import type { Fact } from '../../functions/domain/message/fact.ts';
import { currentFacts } from '../../functions/domain/story/current-facts.ts';
import { guestStory } from '../../functions/domain/story/guests.ts';
import { answers, complains, corrects, invited, march, replies, reviews, withdraws, words } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { makeCompany } from './guests.ts';
import { posted } from './intake.ts';
import { look } from './looking.ts';
import type { MemoryStore } from './memory-store.ts';
import type { Death } from './mortal.ts';

const lines = catchConsole();

const key = { customerId: 'guest' };
const shared = 'customer#guest';
/** So many complaints under the shared key in a day, half of them of visits of two. */
const crowd = (many: number, from: Instant = march(3, '08:00')): Fact[] =>
  Array.from({ length: many }, (_, i) =>
    complains(plus(from, i * 60_000), {
      ...key,
      id: `${from} ${i}`,
      ...(i % 2 ? { interactionId: `visit ${from} ${Math.floor(i / 4)}` } : {}),
    }),
  );
const quiet = [complains(march(2), { ...key, id: 'quiet' }), invited(march(5), { ...key, id: 'quiet' })];
const asked = [
  invited(march(3), { ...key, id: 'asked' }),
  answers(march(4), 9, words.complaint, { ...key, id: 'asked' }),
];
const rated = reviews(march(3), 5, words.complaint, key);
const ada = [complains(march(3)), replies(march(3, '11:00'), 'hollow'), invited(march(4))];

const records = (facts: readonly Fact[]) => facts.map(({ message }, i) => posted(`m-${i}`, message));

/** What stands after all: what was raised and taken back on the way may differ. */
const outcome = (store: MemoryStore) => {
  const gaps = store.gaps.filter(({ state }) => state !== 'cleared');
  const answered = store.allActions
    .filter(({ status }) => status === 'open' || status === 'reopened')
    .flatMap(({ gapIds }) => gapIds);
  return {
    facts: [
      ...new Set(
        store.stories
          .all()
          .filter(({ partition, item }) => partition === item.story && partition !== shared)
          .map(({ item }) => JSON.stringify(item)),
      ),
    ].sort(),
    rows: store.rows,
    gaps,
    answered: gaps.filter(({ id }) => answered.includes(id)).map(({ id }) => id),
  };
};

describe('GUEST-4: a shared key found out', () => {
  it('leaves no gap, no action and no row of its customer, and tells how much there was, not who', async () => {
    const { ingest, settle, fold, store } = await makeCompany();
    await ingest(...records(crowd(150)));
    await fold();
    expect(store.gaps.some(({ state }) => state === 'open')).toBe(true);
    await ingest(...records([...crowd(201), rated]));
    await settle();
    expect(store.gaps.filter(({ state }) => state !== 'cleared')).toEqual([]);
    expect(store.allActions.filter(({ status }) => status === 'open')).toEqual([]);
    expect(store.rows.filter(({ customer }) => customer !== undefined)).toEqual([]);
    expect(store.rows.filter(({ kind }) => kind === 'complaint')).toHaveLength(202);
    const said = lines().filter((line) => (line as { event: string }).event === 'customer.guest');
    expect(said).toEqual([{ event: 'customer.guest', facts: 202 }]);
    expect(JSON.stringify(lines())).not.toContain('"guest"');
  });

  it('keeps what the same key said on other days', async () => {
    const { ingest, settle, store } = await makeCompany();
    await ingest(...records([...quiet, ...crowd(250)]));
    await settle();
    expect(store.gaps.filter(({ state }) => state === 'open').map(({ kind }) => kind)).toEqual([
      'unanswered',
      'unheard',
    ]);
  });

  it('is handed over in portions, the next as soon as anybody looks', async () => {
    const { ingest, settle, fold, store } = await makeCompany();
    const three = [...crowd(650), ...crowd(650, march(4, '06:00')), ...crowd(650, march(5, '06:00'))];
    await ingest(...records(three));
    await fold(100);
    const first = [...store.guestMarks.values()];
    expect(first.some(({ done }) => !done) || first.length < 3).toBe(true);
    await settle();
    expect([...store.guestMarks.values()].map(({ day, done }) => `${day} ${done}`).sort()).toEqual([
      '2026-03-03 true',
      '2026-03-04 true',
      '2026-03-05 true',
    ]);
    expect(store.rows).toHaveLength(three.length);
  });

  it('comes to the same in whatever order and batches, beside customers to whom nothing happens', async () => {
    const feed = [...crowd(230), ...quiet, ...asked, rated, ...ada];
    const undisturbed = await makeCompany();
    await undisturbed.ingest(...records(feed));
    await undisturbed.settle();
    const expected = outcome(undisturbed.store);
    expect(expected.gaps.map(({ customerId }) => customerId)).toContain('ada');
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...feed.keys()], { minLength: feed.length }),
        fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 5 }),
        async (order, sizes) => {
          const shuffled = order.map((i) => feed[i] as Fact);
          const { ingest, fold, settle, store } = await makeCompany();
          let taken = 0;
          for (let i = 0; taken < shuffled.length; i++) {
            const size = sizes[i % sizes.length] as number;
            await ingest(...records(shuffled.slice(taken, taken + size)));
            if (i % 2) await fold();
            taken += size;
          }
          await settle();
          expect(outcome(store)).toEqual(expected);
        },
      ),
      { numRuns: 8 },
    );
  }, 60_000);

  it('that dies at any step is handed over whole all the same', async () => {
    const feed = [...crowd(205), ...quiet];
    const undisturbed = await makeCompany();
    await undisturbed.ingest(...records(feed));
    await undisturbed.settle();
    const deaths: fc.Arbitrary<Death> = fc.record({ call: fc.nat(500), when: fc.constantFrom('before', 'after') });
    await fc.assert(
      fc.asyncProperty(fc.array(deaths, { minLength: 1, maxLength: 2 }), async (dying) => {
        const { ingest, settle, detection, store } = await makeCompany();
        await ingest(...records(feed));
        for (const death of dying) await detection.detectUntil(death, look('m-1', shared));
        await settle();
        expect(outcome(store)).toEqual(outcome(undisturbed.store));
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

describe('GUEST-5: a fact of a day known for a guest day', () => {
  const known = async () => {
    const company = await makeCompany();
    await company.ingest(...records(crowd(201)));
    await company.settle();
    return company;
  };
  const late = complains(march(3, '19:00'), { ...key, id: 'late' });

  it('lies in its guest story alone, which is looked at', async () => {
    const { ingest, store, lookedAt } = await known();
    const before = store.stories.in(shared).size;
    await ingest(posted('m-1', late.message));
    expect(store.stories.in(shared).size).toBe(before);
    expect([...store.stories.in(guestStory(late)).values()]).toMatchObject([{ id: late.id, story: guestStory(late) }]);
    expect(lookedAt()).toEqual([guestStory(late)]);
    expect(await store.records.addressesOf(late)).toEqual([guestStory(late)]);
  });

  it('is in it too where the day became one while the fact was being stored', async () => {
    const company = await makeCompany();
    const { store, deps } = company;
    const add = deps.facts.add;
    deps.facts.add = async (...args) => {
      await add(...args);
      await store.guestDays.mark(shared, '2026-03-03');
    };
    await company.ingest(posted('m-1', late.message));
    expect(company.lookedAt()).toEqual([shared, guestStory(late)].sort());
    expect([...store.stories.in(guestStory(late)).values()].map(({ id }) => id)).toEqual([late.id]);
    expect(store.scores.size).toBe(2);
  });

  const standing = (store: MemoryStore, story: string): string[] =>
    currentFacts(story, [...store.stories.in(story).values()]).map(({ id }) => id);

  it.each([
    ['on the day', { occurredAt: march(3, '23:00') }],
    ['on another', { occurredAt: march(5, '09:00') }],
    ['without naming the key', { occurredAt: march(5, '09:00'), customerId: undefined }],
  ])('is withdrawn %s, before it became one or after', async (_when, override) => {
    const target = crowd(201)[7] as Fact;
    const withdrawal = withdraws(target, override);
    const before = await makeCompany();
    await before.ingest(...records([withdrawal, ...crowd(201)]));
    await before.settle();
    const after = await known();
    await after.ingest(posted('m-1', withdrawal.message));
    await after.settle();
    for (const { store } of [before, after]) {
      expect(standing(store, guestStory(target))).not.toContain(target.id);
      expect(store.rows.filter(({ kind }) => kind === 'complaint')).toHaveLength(200);
    }
  });

  it('is told once where a correction moves it to another guest day', async () => {
    const target = crowd(201)[7] as Fact;
    const moved = corrects(target, { occurredAt: march(5, '09:00') });
    const company = await known();
    await company.ingest(posted('m-1', moved.message));
    await company.settle();
    expect(company.store.rows.map(({ day }) => day).filter((day) => day === '2026-03-05')).toHaveLength(1);
    await company.ingest(...records(crowd(205, march(5, '01:00'))));
    await company.settle();
    expect(standing(company.store, guestStory(target))).toContain(moved.id);
    expect(company.store.rows).toHaveLength(200 + 1 + 205);
    expect(company.store.rows.filter(({ customer }) => customer !== undefined)).toEqual([]);
  });

  it('withdraws what the same key had said on another day', async () => {
    const company = await known();
    await company.ingest(...records(quiet));
    await company.settle();
    expect(company.store.gaps.filter(({ state }) => state === 'open')).not.toEqual([]);
    await company.ingest(posted('m-1', withdraws(quiet[0] as Fact, { occurredAt: march(3, '20:00') }).message));
    await company.settle();
    expect(company.store.gaps.filter(({ state }) => state === 'open')).toEqual([]);
  });
});
