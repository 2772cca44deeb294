import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, dayOf, plus } from '../../functions/domain/instant.ts';
import { unitsOf } from '../../functions/domain/scoring/billed-units.ts';
import { type ParkReason, parkReasons } from '../../functions/domain/scoring/unscored.ts';
import { asGuest } from '../../functions/domain/story/guests.ts';
import { makeHandler } from '../../functions/score-parked/handler.ts';
import { TRIES } from '../../functions/score-parked/outcome.ts';
import { march, reviewMessage, surveyMessage, textMessage, words } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { plentyOfTime, withTime } from '../runtime/deliveries.ts';
import { makeIntake, NOW, posted, StandInScorer } from './intake.ts';
import { look, makeDetection } from './looking.ts';
import { MemoryStore } from './memory-store.ts';
import { makeScoringLater } from './scoring-later.ts';

const lines = catchConsole();

/** A store with feedback that nobody could score when it came. */
const parked = async (reason: ParkReason, ...records: Parameters<ReturnType<typeof makeIntake>['ingest']>) => {
  const out = new StandInScorer();
  out.out = reason;
  const intake = makeIntake(new MemoryStore(), out);
  await intake.ingest(...records);
  intake.store.looksSent.length = 0;
  return { ...intake, later: makeScoringLater(intake.store) };
};

const texts = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    posted(`m-${i}`, textMessage({ id: `t-${i}`, customerId: `customer-${i % 7}`, body: `It was late, number ${i}` })),
  );

describe('SCORING-1: what was parked', () => {
  it.each(parkReasons)(
    'is scored by the next run, whatever it was parked for, and its story looked at: %s',
    async (reason) => {
      const { store, later, lookedAt } = await parked(
        reason,
        posted('m-1', textMessage()),
        posted('m-2', reviewMessage({ body: words.complaint })),
      );
      expect(await later.run()).toEqual({ scored: 2, waiting: {} });
      expect([store.scores.size, store.marks.size]).toEqual([2, 0]);
      expect(store.looksSent).toEqual([{ story: 'customer#ada' }]);
      expect(lookedAt()).toEqual(['customer#ada']);
      expect(lines()).toContainEqual({ event: 'units.billed', units: 6 });
      const none = { parked: 0, throttled: 0, outage: 0, ceiling: 0, unsupported: 0 };
      expect(lines()).toContainEqual({ event: 'scores.parked', ...none, scored: 2 });
    },
  );

  it.each(['before', 'while'] as const)(
    'is scored in its guest story too, where its day was found to be a guest day %s it was scored',
    async (when) => {
      const { store, later } = await parked('throttled', posted('m-1', textMessage()));
      const [fact] = store.stories.all().map(({ item }) => item);
      if (!fact) throw new Error('nothing was kept');
      const mark = () => store.guestDays.mark(fact.story, dayOf(fact.message.occurredAt));
      if (when === 'before') await mark();
      const facts: typeof later.deps.facts = {
        ...later.deps.facts,
        addScore: async (...args) => {
          await mark();
          return later.deps.facts.addScore(...args);
        },
      };
      await makeHandler({ ...later.deps, facts })({ at: NOW }, plentyOfTime);
      const guest = asGuest(fact).story;
      expect([...store.scores.keys()].map((name) => JSON.parse(name)[0]).sort()).toEqual([fact.story, guest].sort());
      expect(store.looksSent.map(({ story }) => story).sort()).toEqual([fact.story, guest].sort());
    },
  );

  it('goes on waiting where the scorer is still out: it is asked once, and everything is counted', async () => {
    const { store, later } = await parked('throttled', ...texts(250));
    let asked = 0;
    const scorer: typeof later.deps.scorer = {
      name: later.scorer.name,
      score: (...args) => {
        asked++;
        return later.scorer.score(...args);
      },
    };
    later.scorer.out = 'outage';
    const run = await makeHandler({ ...later.deps, scorer })({ at: NOW }, withTime(60_000));
    expect(run).toEqual({ scored: 0, waiting: { outage: 100, throttled: 150 } });
    expect(asked).toBe(1);
    expect(store.looksSent).toEqual([]);
    expect(lines()).toContainEqual(
      expect.objectContaining({ event: 'scores.parked', parked: 250, outage: 100, throttled: 150 }),
    );
  });

  it('is scored page by page, each text once', async () => {
    const { store, later } = await parked('outage', ...texts(250));
    expect(await later.run()).toEqual({ scored: 250, waiting: {} });
    expect(new Set(later.scorer.asked.map(({ key }) => key)).size).toBe(250);
    expect(store.looksSent.length).toBeLessThanOrEqual(21);
  });

  it('that was history is folded when the clock comes to it', async () => {
    const { store, later } = await parked('throttled', posted('m-1', textMessage(), { backfill: 'true' }));
    store.dueMarks.clear();
    await later.run();
    expect(store.looksSent).toEqual([]);
    expect([...store.dueMarks.values()]).toMatchObject([{ story: 'customer#ada', at: march(2) }]);
  });

  it('that still lies ahead is folded when the clock comes to it, and at once where it has come', async () => {
    const ahead = march(5, '23:00');
    const { store, later } = await parked('throttled', posted('m-1', textMessage({ occurredAt: ahead })));
    const marks = [...store.marks.values()];
    await later.run();
    expect(store.looksSent).toEqual([]);
    await store.parked.set(marks);
    await later.run(ahead);
    expect(store.looksSent).toEqual([{ story: 'customer#ada' }]);
  });

  it('is let go where its fact is gone, and where it is scored already its story is looked at all the same', async () => {
    const { store, later } = await parked(
      'outage',
      posted('m-1', textMessage()),
      posted('m-2', textMessage({ id: 't-2', customerId: 'bo' })),
    );
    const marks = [...store.marks.values()];
    await later.run();
    store.looksSent.length = 0;
    await store.parked.set(marks);
    store.stories.in('customer#bo').clear();
    expect(await later.run()).toEqual({ scored: 0, waiting: {} });
    expect(later.scorer.asked).toHaveLength(2);
    expect(store.looksSent).toEqual([{ story: 'customer#ada' }]);
    expect(store.marks.size).toBe(0);
  });

  it('waits for the next run where little time is left, and nothing is asked', async () => {
    const { later } = await parked('outage', ...texts(3));
    expect(await makeHandler(later.deps)({ at: NOW }, withTime(30_000))).toEqual({ scored: 0, waiting: {} });
    expect(later.scorer.asked).toEqual([]);
  });
});

describe('SCORING-2: words that this scorer cannot score', () => {
  it('wait for another scorer, and are not asked for again', async () => {
    const { store, later } = await parked('outage', posted('m-1', textMessage()));
    later.scorer.refused = [words.complaint];
    expect(await later.run()).toEqual({ scored: 0, waiting: {} });
    expect([...store.marks.values()]).toMatchObject([{ kind: 'unscorable', reason: 'refused' }]);
    await later.run();
    expect(later.scorer.asked).toHaveLength(1);
    expect(lines()).toContainEqual(expect.objectContaining({ event: 'scores.parked', parked: 0, unsupported: 1 }));
  });

  it('are taken up once by another scorer, whose answer or refusal then counts', async () => {
    const { ingest, store } = makeIntake();
    await ingest(
      posted('m-1', textMessage({ language: 'nb' })),
      posted('m-2', textMessage({ id: 't-2', language: 'nb' })),
    );
    const [first, second] = [...store.marks.values()];
    if (!first || !second) throw new Error('two marks');
    await store.parked.clear([first, second]);
    await store.parked.set([{ ...first, kind: 'unscorable', reason: 'refused', scorer: 'older-1' }]);
    const later = makeScoringLater(store);
    await later.run();
    expect([...store.marks.values()]).toMatchObject([
      { kind: 'unscorable', reason: 'unsupported-language', scorer: later.scorer.name },
    ]);
  });

  it('are those that stay without an answer in twenty runs in which others get theirs', async () => {
    const { ingest, store } = makeIntake();
    const scorer = new StandInScorer();
    scorer.unavailable = [words.complaint];
    const later = makeScoringLater(store, scorer);
    const intake = makeIntake(store, scorer);
    await intake.ingest(posted('m-0', textMessage()));
    for (let run = 0; run < TRIES; run++) {
      expect([...store.marks.values()]).toMatchObject([{ kind: 'parked', tries: run }]);
      scorer.out = 'outage';
      await intake.ingest(posted('m', textMessage({ id: `t-${run}-x`, body: words.praise })));
      scorer.out = undefined;
      await later.run();
      expect((await later.run()).scored).toBe(0);
    }
    expect(await ingest()).toEqual([]);
    expect([...store.marks.values()]).toMatchObject([{ kind: 'unscorable', reason: 'refused' }]);
  });
});

describe('SCORING-3: the units of a day', () => {
  it('bound each run, and the next day goes on', async () => {
    const { store, later } = await parked('ceiling', ...texts(5));
    store.units.unitsPerDay = 7;
    expect(await later.run()).toEqual({ scored: 2, waiting: { ceiling: 3 } });
    expect(await later.run()).toEqual({ scored: 0, waiting: { ceiling: 3 } });
    expect(await later.run(plus(NOW, DAY))).toEqual({ scored: 2, waiting: { ceiling: 1 } });
    expect(await later.run(plus(NOW, 2 * DAY))).toEqual({ scored: 1, waiting: {} });
    expect([...store.spent.values()]).toEqual([6, 6, 3]);
  });
});

describe('whatever befalls the scorer', () => {
  const fate = fc.record({
    out: fc.option(fc.constantFrom(...parkReasons), { nil: undefined }),
    unavailable: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7]),
  });

  it('each text ends up scored once, and no day is billed more than its ceiling', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { maxLength: 6 }), fc.integer({ min: 3, max: 40 }), async (fates, ceiling) => {
        const store = new MemoryStore();
        store.units.unitsPerDay = ceiling;
        const scorer = new StandInScorer();
        const intake = makeIntake(store, scorer);
        const later = makeScoringLater(store, scorer);
        const feed = texts(8);
        const bodies = feed.map(({ body }) => JSON.parse(body).body as string);
        const suffer = (next: (typeof fates)[number] | undefined) => {
          scorer.out = next?.out;
          scorer.unavailable = next?.unavailable.map((i) => bodies[i] ?? '') ?? [];
        };
        suffer(fates[0]);
        expect(await intake.ingest(...feed)).toEqual([]);
        for (const [i, next] of fates.slice(1).entries()) {
          suffer(next);
          await later.run(plus(NOW, (i * DAY) / 2));
        }
        suffer(undefined);
        for (let day = 4; store.marks.size > 0; day++) {
          expect(day).toBeLessThan(20);
          await later.run(plus(NOW, day * DAY));
        }
        expect([...scorer.scored].sort()).toEqual([...bodies].sort());
        expect([...store.spent.values()].every((units) => units <= ceiling)).toBe(true);
        const billed = [...store.spent.values()].reduce((sum, units) => sum + units, 0);
        expect(billed).toBe(bodies.reduce((sum, text) => sum + unitsOf(text), 0));
        expect(dayOf(NOW)).toBe('2026-03-05');
      }),
    );
  });
});

describe('a story that was folded before its words were scored', () => {
  /** Alone, these words are heard as neither complaint nor praise; the scorer finds them negative. */
  const veiled = 'The order came at nine in the evening.';
  const feed = [
    posted('m-1', textMessage({ id: 't-1', body: veiled })),
    posted('m-2', surveyMessage({ status: 'invited', score: undefined, occurredAt: march(3) })),
    posted('m-3', reviewMessage({ body: veiled, customerId: 'bo' })),
  ];
  const looks = ['customer#ada', 'customer#bo'].map((story, i) => look(`l-${i}`, story, march(12)));
  const looksAgain = ['customer#ada', 'customer#bo'].map((story, i) => look(`l-${i}`, story, plus(march(12), 1)));

  it('comes to the rows, gaps and actions it would have come to', async () => {
    const undisturbed = makeIntake();
    await undisturbed.ingest(...feed);
    await (await makeDetection([], undisturbed.store)).detect(...looks);

    const { store, later } = await parked('throttled', ...feed);
    const { detect } = await makeDetection([], store);
    await detect(...looks);
    expect(store.rows.filter(({ kind }) => kind === 'unscored')).toHaveLength(2);
    expect(store.rows).not.toEqual(undisturbed.store.rows);
    await later.run();
    await detect(...looksAgain);
    expect(store.rows).toEqual(undisturbed.store.rows);
    expect(store.gaps).toEqual(undisturbed.store.gaps);
    expect(store.gaps.length).toBeGreaterThan(0);
    // A score may make an action surer: a change more, and the same action.
    const settled = ({ allActions }: MemoryStore) =>
      allActions.map(({ raisedAt: _, dueAt: __, history: ___, version: ____, pending: _____, ...action }) => action);
    expect(settled(store)).toEqual(settled(undisturbed.store));
  });
});
