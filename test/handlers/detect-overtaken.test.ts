import { describe, expect, it } from 'vitest';
import { makeHandler } from '../../functions/detect-customer-gaps/handler.ts';
import { type Instant, instantAt, millis } from '../../functions/domain/instant.ts';
import { complains, invited, march, replies, undecided } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { batch, failedIn, plentyOfTime } from '../runtime/deliveries.ts';
import { look, makeDetection } from './looking.ts';
import { SCORER } from './memory-store.ts';

catchConsole();

const ada = 'customer#ada';
const brushedOff = [complains(march(2)), replies(march(2, '11:00'), 'hollow'), invited(march(3))];
const remedy = replies(march(2, '12:00'), 'remedy');

/** Later by a moment with each look at it. */
const ticking = (): (() => Instant) => {
  let passed = 0;
  return () => instantAt(millis(march(20)) + passed++);
};

describe('a fold that another took over from', () => {
  it.each([march(12), undefined])(
    'leaves no late row where its batch is split after that, asked as of %s',
    async (asOf) => {
      const { store, deps, remember } = await makeDetection(brushedOff);
      const now = ticking();
      let late = true;
      const stories: typeof deps.stories = {
        ...deps.stories,
        writeRows: async (...rows) => {
          if (!late) return deps.stories.writeRows(...rows);
          late = false;
          await remember(remedy);
          await makeHandler({ ...deps, now })(batch(look('m-2', ada, asOf)), plentyOfTime);
          await deps.stories.writeRows(...rows);
          throw new Error('throttled');
        },
      };
      const split = await makeHandler({ ...deps, now, stories })(batch(look('m-1', ada, asOf)), plentyOfTime);
      expect(failedIn(split)).toEqual([]);
      const inOrder = await makeDetection([...brushedOff, remedy]);
      await inOrder.detect(look('m-1', ada, asOf));
      expect(store.rows).toEqual(inOrder.store.rows);
    },
  );

  it('leaves no late row where the other knew a score more, as of the very same time', async () => {
    const said = complains(march(2));
    const { store, deps, detect } = await makeDetection([]);
    await store.intake.add(said, undefined, march(2));
    let late = true;
    const stories: typeof deps.stories = {
      ...deps.stories,
      writeRows: async (...rows) => {
        if (late) {
          late = false;
          await store.intake.addScore(said, undecided(SCORER), march(2));
          await detect(look('m-2', ada, march(4)));
        }
        return deps.stories.writeRows(...rows);
      },
    };
    await makeHandler({ ...deps, stories })(batch(look('m-1', ada, march(4))), plentyOfTime);
    const inOrder = await makeDetection([said]);
    await inOrder.detect(look('m-1', ada, march(4)));
    expect(store.rows).toEqual(inOrder.store.rows);
  });
});

describe('a score that comes between two looks', () => {
  it.each([march(4), march(3)])('is folded by the second, although it asks as of %s', async (asOf) => {
    const said = complains(march(2));
    const { store, detect } = await makeDetection([]);
    await store.intake.add(said, undefined, march(2));
    await detect(look('m-1', ada, march(4)));
    await store.intake.addScore(said, undecided(SCORER), march(2));
    await detect(look('m-2', ada, asOf));
    const inOrder = await makeDetection([said]);
    await inOrder.detect(look('m-1', ada, march(4)));
    expect(store.rows).toEqual(inOrder.store.rows);
  });
});
