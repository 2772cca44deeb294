import { describe, expect, it } from 'vitest';
import { makeHandler } from '../../functions/detect-customer-gaps/handler.ts';
import { DAY, plus } from '../../functions/domain/instant.ts';
import { GUEST_FACTS } from '../../functions/domain/story/guests.ts';
import { complains, march, replies, withdraws, words } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { batch, failedIn, plentyOfTime } from '../runtime/deliveries.ts';
import { look, makeDetection } from './looking.ts';
import type { MemoryStore } from './memory-store.ts';
import { never } from './mortal.ts';

catchConsole();

const ada = 'customer#ada';
const complaint = complains(march(2));
const remedy = replies(march(5), 'remedy');

/** What is told of a customer's hold: types by sequence. */
const toldOf = ({ holds }: MemoryStore, customerId = 'ada'): string[] =>
  (holds.states.get(customerId)?.pending ?? []).map(({ type, sequence }) => `${sequence} ${type}`);

describe('HOLD-6: the survey hold', () => {
  it('is on when the complaint is folded, and off when the remedy is', async () => {
    const { store, detect, remember } = await makeDetection([complaint]);
    await detect(look('m-1', ada, march(2)));
    expect(store.holds.at(march(3))).toEqual(['ada']);
    await remember(remedy);
    await detect(look('m-2', ada, march(5)));
    expect(store.holds.at(march(5))).toEqual([]);
    expect(toldOf(store)).toEqual(['1 hold.placed', '2 hold.released']);
  });

  it('is released when its time has passed: the story is due then', async () => {
    const { store, detect } = await makeDetection([complaint]);
    await detect(look('m-1', ada, march(4)));
    const ends = plus(march(2), 60 * DAY);
    expect([...store.dueMarks.values()]).toContainEqual({ story: ada, at: ends });
    await detect(look('m-2', ada, ends));
    expect(store.holds.states.get('ada')).toMatchObject({ until: ends, matterIds: [] });
  });

  it('is released where the key turns out to be a guest key', async () => {
    const { store, detect, remember } = await makeDetection([complaint]);
    await detect(look('m-1', ada, march(3)));
    const many = Array.from({ length: GUEST_FACTS }, (_, i) => complains(plus(march(2), i), { id: `t-${i}` }));
    await remember(...many);
    await detect(look('m-2', ada, march(4)));
    expect(toldOf(store)).toEqual(['1 hold.placed', '2 hold.released']);
  });

  it('is on as of the time of a complaint that lies ahead, and stays on by what comes as of earlier times', async () => {
    const { store, detect, remember } = await makeDetection([complaint]);
    await detect(look('m-1', ada, march(2)));
    await remember(complains(march(2, '10:05'), { id: 'ahead', touchpoint: 'billing' }));
    await detect(look('m-2', ada, march(2, '10:05')));
    await remember(replies(march(2, '10:01'), 'other', { id: 'soon' }));
    await detect(look('m-3', ada, march(2, '10:02')));
    expect(store.holds.at(march(2, '10:02'))).toEqual(['ada']);
    expect(store.holds.states.get('ada')?.matterIds).toHaveLength(2);
    await remember(
      replies(march(2, '10:06'), 'remedy', { id: 'one' }),
      replies(march(2, '10:07'), 'remedy', { id: 'two' }),
    );
    await detect(look('m-4', ada, march(2, '10:08')));
    expect(store.holds.at(march(2, '10:08'))).toEqual([]);
    expect(toldOf(store)).toEqual(['1 hold.placed', '2 hold.extended', '3 hold.released']);
  });

  it('costs nothing where nothing is held and nothing was', async () => {
    const { deps, detectUntil } = await makeDetection([complains(march(2), { body: words.praise })]);
    const calls = await detectUntil(never, look('m-1', ada, march(3)));
    expect(calls.filter((call) => call.startsWith('holds.'))).toEqual([]);
    expect(await deps.holds.of('ada')).toBeUndefined();
  });

  it('costs nothing where it stays as it is', async () => {
    const { detect, detectUntil } = await makeDetection([complaint]);
    await detect(look('m-1', ada, march(3)));
    const calls = await detectUntil(never, look('m-2', ada, march(4)));
    expect(calls.filter((call) => call.startsWith('holds.'))).toEqual([]);
  });

  it.each([
    ['placed', [], complaint, ['ada']],
    ['released', [complaint], remedy, []],
  ] as const)('is %s by the next fold where one broke off before it', async (_, known, said, held) => {
    const { store, detect, detectUntil, remember } = await makeDetection(known);
    await detect(look('m-1', ada, march(3)));
    await remember(said);
    const calls = await detectUntil(never, look('m-2', ada, march(6)));
    const death = { call: calls.indexOf('holds.of'), when: 'before' } as const;
    expect(death.call).toBe(calls.indexOf('stories.putState') + 1);
    const again = await makeDetection(known);
    await again.detect(look('m-1', ada, march(3)));
    await again.remember(said);
    await again.detectUntil(death, look('m-2', ada, march(6)));
    expect(again.store.holds.at(march(6))).not.toEqual(held);
    await again.detect(look('m-3', ada, march(7)));
    expect(again.store.holds.at(march(7))).toEqual(held);
    expect(toldOf(again.store)).toEqual(toldOf(store));
  });

  it.each(['lives on', 'dies, and is delivered again'])(
    'is never left as a fold wrote it that another took over from, whether it %s',
    async (fate) => {
      const { store, deps, detect, remember } = await makeDetection([complaint]);
      let dead = false;
      let late = true;
      const holds: typeof deps.holds = {
        ...deps.holds,
        of: async (customerId) => {
          if (late) {
            late = false;
            // The other fold takes the complaint back for good, and all of it is settled.
            await remember(withdraws(complaint, { occurredAt: march(3) }));
            await detect(look('m-2', ada, march(14)));
            await detect(look('m-3', ada, march(15)));
          }
          return deps.holds.of(customerId);
        },
        put: async (...hold) => {
          const written = await deps.holds.put(...hold);
          dead = fate !== 'lives on';
          return written;
        },
      };
      const writeRows: typeof deps.stories.writeRows = async (...rows) => {
        if (dead) throw new Error('dead');
        return deps.stories.writeRows(...rows);
      };
      const slow = makeHandler({ ...deps, holds, stories: { ...deps.stories, writeRows } });
      const asked = look('m-1', ada, march(12));
      await slow(batch(asked), plentyOfTime).catch(() => {});
      const again = { ...asked, attributes: { ...asked.attributes, ApproximateReceiveCount: '2' } };
      if (dead) expect(failedIn(await makeHandler(deps)(batch(again), plentyOfTime))).toEqual([]);
      expect(store.holds.at(march(15))).toEqual([]);
    },
  );

  it('is never left so where the fold changed nothing but the hold, and the other had no need to', async () => {
    const { store, deps, detect, remember } = await makeDetection([complaint]);
    await detect(look('m-1', ada, march(2, '10:30')));
    const prompt = replies(march(2, '11:00'), 'remedy');
    await remember(prompt);
    let late = true;
    const holds: typeof deps.holds = {
      ...deps.holds,
      of: async (customerId) => {
        const known = await deps.holds.of(customerId);
        if (late) {
          late = false;
          await remember(withdraws(prompt, { occurredAt: march(2, '11:20') }));
          await detect(look('m-3', ada, march(2, '11:40')));
        }
        return known;
      },
    };
    await makeHandler({ ...deps, holds })(batch(look('m-2', ada, march(2, '11:30'))), plentyOfTime);
    expect(store.holds.at(march(2, '11:40'))).toEqual(['ada']);
    expect(toldOf(store)).toEqual(['1 hold.placed', '2 hold.released', '3 hold.placed']);
  });
});
