import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factSortKey } from '../../functions/domain/message/fact.ts';
import { currentFacts } from '../../functions/domain/story/current-facts.ts';
import { complains, corrects, march, textFact, withdraws } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { makeIntake, posted } from './intake.ts';
import type { MemoryStore } from './memory-store.ts';

catchConsole();

const told = textFact({ id: 't-1', customerId: 'ada', occurredAt: march(2) });
const corrected = corrects(told, { body: 'It was late but they were kind about it', occurredAt: march(3) });
const withdrawn = withdraws(told, { customerId: undefined, occurredAt: march(4) });
const movedToBo = corrects(told, { customerId: 'bo', occurredAt: march(3) });
const movedToCy = corrects(movedToBo, { customerId: 'cy', occurredAt: march(4) });

/** What stands in a story. */
const standing = (store: MemoryStore, story: string): string[] =>
  currentFacts(story, [...store.stories.in(story).values()]).map(({ id }) => id);

describe('a correction', () => {
  it('reaches the story of what it corrects, whichever comes first', async () => {
    for (const order of [
      [told, corrected],
      [corrected, told],
    ]) {
      const { ingest, store, lookedAt } = makeIntake();
      for (const { message } of order) await ingest(posted('m-1', message));
      expect(standing(store, 'customer#ada')).toEqual([corrected.id]);
      expect(lookedAt()).toEqual(expect.arrayContaining(['customer#ada']));
    }
  });

  it('that withdraws without naming the customer reaches the customer, whichever comes first', async () => {
    for (const order of [
      [told, withdrawn],
      [withdrawn, told],
    ]) {
      const { ingest, store, lookedAt } = makeIntake();
      for (const { message } of order) await ingest(posted('m-1', message));
      expect(standing(store, 'customer#ada')).toEqual([]);
      expect(lookedAt()).toContain('customer#ada');
    }
  });

  it('that names another customer moves the feedback there, and both stories are looked at', async () => {
    const { ingest, store, lookedAt } = makeIntake();
    await ingest(posted('m-1', told.message));
    store.looksSent.length = 0;
    await ingest(posted('m-2', movedToBo.message));
    expect([standing(store, 'customer#ada'), standing(store, 'customer#bo')]).toEqual([[], [movedToBo.id]]);
    expect(lookedAt()).toEqual(expect.arrayContaining(['customer#ada', 'customer#bo']));
  });

  it('that names the customer of what was anonymous takes it out of the nameless story, which is looked at', async () => {
    const nameless = complains(march(2), { customerId: undefined, interactionId: undefined });
    const named = corrects(nameless, { customerId: 'ada' });
    for (const order of [
      [nameless, named],
      [named, nameless],
    ]) {
      const { ingest, store, lookedAt } = makeIntake();
      for (const { message } of order) await ingest(posted('m-1', message));
      expect([standing(store, nameless.story), standing(store, 'customer#ada')]).toEqual([[], [named.id]]);
      expect(lookedAt()).toEqual(expect.arrayContaining([nameless.story, 'customer#ada']));
    }
  });

  it('of what nobody is named for reaches its visit', async () => {
    const visit = textFact({ id: 't-2', customerId: undefined, interactionId: 'visit-1' });
    const { ingest, store } = makeIntake();
    await ingest(posted('m-1', withdraws(visit).message), posted('m-2', visit.message));
    expect(standing(store, 'interaction#visit-1')).toEqual([]);
  });

  it('comes to the same in every order and batch, and leaves the feedback in one story at most', async () => {
    const revisions = [told, movedToBo, movedToCy];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...revisions, withdraws(movedToCy)], { minLength: 1 }),
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        async (arriving, together) => {
          const { ingest, store } = makeIntake();
          let waiting: ReturnType<typeof posted>[] = [];
          for (const [i, { message }] of arriving.entries()) {
            waiting.push(posted(`m-${i}`, message));
            if (together[i] && i < arriving.length - 1) continue;
            await ingest(...waiting);
            waiting = [];
          }
          const last = [...arriving].sort(
            (a, b) =>
              a.message.revision - b.message.revision || Number(a.message.retracted) - Number(b.message.retracted),
          );
          const winner = last.at(-1);
          const stands = ['ada', 'bo', 'cy'].flatMap((customer) => standing(store, `customer#${customer}`));
          expect(stands).toEqual(winner?.message.retracted ? [] : [winner?.id]);
        },
      ),
    );
  });
});

describe('a correction of history that is loaded late', () => {
  const backfill = { backfill: 'true' };

  it('is folded when the clock comes to it, whichever comes first', async () => {
    for (const order of [
      [told, withdrawn],
      [withdrawn, told],
    ]) {
      const { ingest, store } = makeIntake();
      for (const { message } of order) await ingest(posted('m-1', message, backfill));
      expect(store.looksSent).toEqual([]);
      expect([...store.dueMarks.values()]).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ story: 'customer#ada', at: march(2) }),
          expect.objectContaining({ story: 'customer#ada', at: march(4) }),
        ]),
      );
    }
  });

  it('that lies ahead is folded when the clock comes to it, even where what it corrects is live', async () => {
    const ahead = withdraws(told, { customerId: undefined, occurredAt: march(5, '23:00') });
    const { ingest, store } = makeIntake();
    await ingest(posted('m-1', ahead.message));
    await ingest(posted('m-2', told.message));
    expect([...store.dueMarks.values()]).toContainEqual(
      expect.objectContaining({ story: 'customer#ada', at: march(5, '23:00') }),
    );
    expect(store.stories.in('customer#ada').has(factSortKey(ahead))).toBe(true);
  });
});
