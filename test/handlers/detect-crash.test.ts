import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeHandler } from '../../functions/detect-customer-gaps/handler.ts';
import type { Fact } from '../../functions/domain/message/fact.ts';
import { answers, complains, invited, march, replies, reviews, withdraws, words } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { batch, failedIn, plentyOfTime } from '../runtime/deliveries.ts';
import { look, makeDetection } from './looking.ts';
import type { MemoryStore } from './memory-store.ts';
import { type Death, heldUp, mortal } from './mortal.ts';

catchConsole();

const first = complains(march(2));
const ada: Fact[] = [
  first,
  replies(march(2, '11:00'), 'hollow'),
  invited(march(3)),
  complains(march(4)),
  answers(march(5), 9, words.complaint, { id: 's-2' }),
  replies(march(6), 'remedy'),
  withdraws(first, { occurredAt: march(7) }),
];
const bo: Fact[] = [
  complains(march(2), { id: 't-bo', customerId: 'bo' }),
  reviews(march(3), 5, words.praise, { customerId: 'bo' }),
  invited(march(4), { id: 's-3', customerId: 'bo' }),
];
const looks = [look('m-1', 'customer#ada', march(12)), look('m-2', 'customer#bo', march(12))];

/** More calls than two folds take. */
const CALLS = 50;
const deaths: fc.Arbitrary<Death> = fc.record({ call: fc.nat(CALLS), when: fc.constantFrom('before', 'after') });

/** Gaps that are not cleared: those that were told and taken back are kept as cleared. */
const standing = ({ gaps }: MemoryStore) => gaps.filter(({ state }) => state !== 'cleared');

/** Standing gaps that an action to do is about: once for each such action. */
const owned = (store: MemoryStore): string[] => {
  const stands = new Set(standing(store).map(({ id }) => id));
  const toDo = store.allActions.filter(({ status }) => status === 'open' || status === 'reopened');
  return toDo.flatMap(({ gapIds }) => gapIds.filter((id) => stands.has(id))).sort();
};

describe('detection that dies at any step', () => {
  it('leaves, after redelivery, the same store as if it had not died', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...ada, ...bo], { minLength: 1 }),
        fc.array(deaths, { minLength: 1, maxLength: 3 }),
        async (facts, dying) => {
          const undisturbed = await makeDetection(facts);
          await undisturbed.detect(...looks);
          const { store, detect, detectUntil } = await makeDetection(facts);
          for (const death of dying) await detectUntil(death, ...looks);
          expect(await detect(...looks)).toEqual([]);
          expect(store.contents()).toEqual(undisturbed.store.contents());
        },
      ),
      { numRuns: 200 },
    );
  });

  it('takes back what it had written, where more was said before it came again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray([...ada, ...bo]),
        fc.subarray([...ada, ...bo]),
        fc.option(deaths),
        deaths,
        async (known, more, earlier, death) => {
          const { store, detect, detectUntil, remember } = await makeDetection(known);
          if (earlier) {
            await detect(...looks.slice(0, 1));
            await remember(...more.slice(0, 2));
            await detectUntil(earlier, ...looks);
          }
          await detectUntil(death, ...looks);
          await remember(...more);
          await detect(...looks);
          const undisturbed = await makeDetection([...known, ...more]);
          await undisturbed.detect(...looks);
          expect(store.rows).toEqual(undisturbed.store.rows);
          expect(standing(store)).toEqual(standing(undisturbed.store));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('two folds of a story at the same time', () => {
  it('leave what one fold of all its facts leaves, wherever the one held up the other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(ada, { minLength: 1 }),
        fc.subarray(ada, { minLength: 1 }),
        fc.nat(12),
        fc.nat(12),
        fc.boolean(),
        fc.option(deaths),
        async (known, more, heldAt, alsoHeldAt, hasBefore, death) => {
          const { store, deps, detect, remember } = await makeDetection(hasBefore ? known.slice(0, 1) : []);
          if (hasBefore) await detect(look('m-0', 'customer#ada', march(8)));
          await remember(...known);
          const other = () => remember(...more).then(() => detect(look('m-2', 'customer#ada', march(14))));
          const third = heldUp(deps, alsoHeldAt, other);
          const second = () => makeHandler(third)(batch(look('m-3', 'customer#ada', march(13))), plentyOfTime);
          const slow = makeHandler(heldUp(deps, heldAt, second));
          const asked = look('m-1', 'customer#ada', march(12));
          if (death) {
            const dying = heldUp(mortal(deps, death).ports, heldAt, second);
            await makeHandler(dying)(batch(asked), plentyOfTime);
            const again = { ...asked, attributes: { ...asked.attributes, ApproximateReceiveCount: '2' } };
            expect(failedIn(await makeHandler(deps)(batch(again), plentyOfTime))).toEqual([]);
          } else expect(failedIn(await slow(batch(asked), plentyOfTime))).toEqual([]);
          await remember(...more);
          await detect(look('m-4', 'customer#ada', march(15)));
          const undisturbed = await makeDetection([...known, ...more]);
          await undisturbed.detect(look('m-1', 'customer#ada', march(15)));
          expect(store.rows).toEqual(undisturbed.store.rows);
          expect(standing(store).map(({ id, state }) => [id, state])).toEqual(
            standing(undisturbed.store).map(({ id, state }) => [id, state]),
          );
          expect(owned(store)).toEqual(owned(undisturbed.store));
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each(['lives on', 'dies, and is delivered again'])(
    'leave no row of the one whose rows came last although it knew less, whether it %s',
    async (fate) => {
      const asked = invited(march(3));
      const { store, deps, detect, remember } = await makeDetection([asked]);
      const answered = () => remember(answers(march(4), 2)).then(() => detect(look('m-2', 'customer#ada', march(14))));
      let dead = false;
      const stories: typeof deps.stories = {
        ...deps.stories,
        writeRows: async (...rows) => {
          if (!dead) await answered();
          await deps.stories.writeRows(...rows);
          dead = fate !== 'lives on';
        },
        markChanged: async (...marks) => {
          if (dead) throw new Error('dead');
          return deps.stories.markChanged(...marks);
        },
      };
      const first = look('m-1', 'customer#ada', march(12));
      const failed = failedIn(await makeHandler({ ...deps, stories })(batch(first), plentyOfTime));
      expect(failed).toEqual(dead ? ['m-1'] : []);
      const again = { ...first, attributes: { ...first.attributes, ApproximateReceiveCount: '2' } };
      if (dead) await makeHandler(deps)(batch(again), plentyOfTime);
      expect(store.rows).toEqual([expect.objectContaining({ kind: 'survey', class: 'bottom' })]);
    },
  );
});
