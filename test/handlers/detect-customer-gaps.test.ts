import { describe, expect, it } from 'vitest';
import { makeHandler } from '../../functions/detect-customer-gaps/handler.ts';
import { complains, invited, march, replies, textFact, withdraws, words } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { batch, failedIn, plentyOfTime, record, withTime } from '../runtime/deliveries.ts';
import { look, makeDetection } from './looking.ts';
import { never } from './mortal.ts';

const lines = catchConsole();

/** Late and spilled; a hollow reply; the next morning a survey, and silence. */
const brushedOff = [complains(march(2)), replies(march(2, '11:00'), 'hollow'), invited(march(3))];
const ada = 'customer#ada';

describe('a look at a customer', () => {
  it('leaves gaps, an action with an owner, rows, changed days and the time to look again', async () => {
    const { store, detect } = await makeDetection(brushedOff);
    expect(await detect(look('m-1', ada, march(4)))).toEqual([]);
    expect(store.gaps.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['unanswered open', 'unheard suspected']);
    expect(store.allActions).toEqual([
      expect.objectContaining({ kind: 'recover', status: 'open', owner: { team: 'Delivery', contact: '#delivery' } }),
    ]);
    expect(store.rows.map(({ kind, day }) => `${kind} ${day}`)).toEqual(['complaint 2026-03-02', 'survey 2026-03-03']);
    expect([...store.changed.keys()].sort()).toEqual([
      'delivery:millfield#2026-03-02',
      'delivery:millfield#2026-03-03',
    ]);
    expect([...store.dueMarks.values()]).toEqual([{ story: ada, at: march(10) }]);
  });

  it('names the customer in tally rows by a keyed hash only', async () => {
    const { store, detect } = await makeDetection(brushedOff);
    await detect(look('m-1', ada));
    expect(store.rows.map(({ customer }) => customer)).toEqual(['hash-of-ada', 'hash-of-ada']);
  });

  it('without a time is as of now', async () => {
    const { store, detect } = await makeDetection(brushedOff);
    await detect(look('m-1', ada));
    expect(store.states.get(ada)?.asOf).toBe(march(20));
  });

  it('that is asked for again and again in a batch folds once, as of the latest time', async () => {
    const { store, detectUntil } = await makeDetection(brushedOff);
    const calls = await detectUntil(
      never,
      look('m-1', ada, march(3)),
      look('m-2', ada, march(12)),
      look('m-3', ada, march(4)),
    );
    expect(calls.filter((call) => call === 'facts.story')).toHaveLength(1);
    expect(store.states.get(ada)?.asOf).toBe(march(12));
  });

  it('writes the state first and the hold next, rows before it marks their days, and last that all of it is written', async () => {
    const { detectUntil } = await makeDetection(brushedOff);
    const calls = await detectUntil(never, look('m-1', ada, march(4)));
    expect(calls).toEqual([
      'stories.states',
      'guestDays.known',
      'facts.story',
      'customers.hash',
      'stories.putState',
      'holds.of',
      'holds.put',
      'stories.writeRows',
      'stories.markChanged',
      'due.set',
      'actions.putGap',
      'actions.putGap',
      'actions.actions',
      'actions.putAction',
      'stories.orders',
      'stories.settle',
    ]);
  });

  it('takes rows and gaps back that a correction leaves without ground', async () => {
    const { store, detect, remember } = await makeDetection([complains(march(2), { id: 't-1' })]);
    await detect(look('m-1', ada, march(4)));
    await remember(withdraws(textFact({ id: 't-1', occurredAt: march(2) }), { occurredAt: march(4) }));
    store.changed.clear();
    await detect(look('m-2', ada, march(5)));
    expect(store.rows).toEqual([]);
    expect([...store.changed.keys()]).toEqual(['delivery:millfield#2026-03-02']);
    expect(store.gaps.map(({ state, history }) => [state, history.at(-1)])).toEqual([
      ['cleared', { state: 'cleared', at: march(5) }],
    ]);
  });

  it('that nothing changed since the last writes its state and nothing else', async () => {
    const { store, detect, detectUntil } = await makeDetection(brushedOff);
    await detect(look('m-1', ada, march(4)));
    const [raised] = store.allActions;
    const calls = await detectUntil(never, look('m-2', ada, march(5)));
    expect(calls.filter((call) => /put|void/i.test(call))).toEqual(['stories.putState']);
    expect(store.allActions).toEqual([raised]);
  });

  it('tells nobody in the log what was said, or by whom', async () => {
    const { detect } = await makeDetection(brushedOff);
    await detect(look('m-1', ada));
    const told = JSON.stringify(lines());
    expect(told).not.toContain('ada');
    expect(told).not.toContain(words.complaint);
  });
});

describe('a fold that comes late', () => {
  it('writes nothing where a greater one was kept', async () => {
    const { store, detect, detectUntil } = await makeDetection(brushedOff);
    await detect(look('m-1', ada, march(12)));
    const kept = store.contents();
    const calls = await detectUntil(never, look('m-2', ada, march(4)));
    expect(calls.filter((call) => /put|void/i.test(call))).toEqual([]);
    expect(store.contents()).toEqual(kept);
  });

  it('loses against a greater one that overtook it while it was at work', async () => {
    const { store, deps, detect, remember } = await makeDetection(brushedOff);
    const overtaken: typeof deps.facts = {
      story: async (...asked) => {
        const early = await deps.facts.story(...asked);
        await remember(replies(march(4), 'remedy'));
        await detect(look('m-2', ada, march(12)));
        return early;
      },
    };
    await makeHandler({ ...deps, facts: overtaken })(batch(look('m-1', ada, march(12))), plentyOfTime);
    const inOrder = await makeDetection([...brushedOff, replies(march(4), 'remedy')]);
    await inOrder.detect(look('m-1', ada, march(12)));
    expect(store.gaps).toEqual(inOrder.store.gaps);
    expect(store.rows).toEqual(inOrder.store.rows);
    expect(store.states).toEqual(inOrder.store.states);
  });
});

describe('a look that fails', () => {
  it('fails its own messages, not its neighbours', async () => {
    const { store, deps } = await makeDetection([...brushedOff, complains(march(2), { customerId: 'bo' })]);
    const facts: typeof deps.facts = {
      story: (story, ...rest) =>
        story === ada ? Promise.reject(new Error('throttled')) : deps.facts.story(story, ...rest),
    };
    const looks = batch(look('m-1', ada), look('m-2', 'customer#bo'), look('m-3', ada));
    const response = await makeHandler({ ...deps, facts })(looks, plentyOfTime);
    expect(failedIn(response)).toEqual(['m-1', 'm-3']);
    expect([...store.states.keys()]).toEqual(['customer#bo']);
  });

  it.each(['', 'hello', '{}', '{"story":""}', '{"story":"customer#ada","asOf":"soon"}', 'null'])(
    'goes to the dead letters where it cannot be read: %j',
    async (body) => {
      const { store, detect } = await makeDetection(brushedOff);
      expect(await detect(record('m-1', body), look('m-2', ada))).toEqual(['m-1']);
      expect([...store.states.keys()]).toEqual([ada]);
      expect(lines()).toContainEqual(
        expect.objectContaining({ messageId: 'm-1', error: expect.stringMatching(/^Inv/) }),
      );
    },
  );

  it('for want of time has started nothing', async () => {
    const { store, deps } = await makeDetection(brushedOff);
    const before = store.contents();
    const response = await makeHandler(deps)(batch(look('m-1', ada)), withTime(9_999));
    expect(failedIn(response)).toEqual(['m-1']);
    expect(store.contents()).toEqual(before);
  });
});

describe('an action that somebody changes meanwhile', () => {
  it('is read again and joined: their change and ours both stand', async () => {
    const { store, deps, detect, remember } = await makeDetection(brushedOff);
    await detect(look('m-1', ada, march(4)));
    await remember(complains(march(4, '12:00')));
    let changed = false;
    const actions: typeof deps.actions = {
      ...deps.actions,
      putAction: async (action, replaces) => {
        const [seen] = await deps.actions.actions([action.id]);
        if (!changed && seen) {
          changed = true;
          await deps.actions.putAction({ ...seen, status: 'acknowledged', version: seen.version + 1 }, seen.version);
        }
        return deps.actions.putAction(action, replaces);
      },
    };
    await makeHandler({ ...deps, actions })(batch(look('m-2', ada, march(6))), plentyOfTime);
    expect(store.allActions).toEqual([expect.objectContaining({ status: 'acknowledged', version: 3 })]);
    expect(store.allActions[0]?.evidence).toContain(complains(march(4, '12:00')).id);
  });

  it('again and again makes only this look come again', async () => {
    const { deps } = await makeDetection([...brushedOff, textFact({ customerId: 'bo', body: words.praise })]);
    const actions = { ...deps.actions, putAction: async () => false };
    const looks = batch(look('m-1', ada), look('m-2', 'customer#bo'));
    expect(failedIn(await makeHandler({ ...deps, actions })(looks, plentyOfTime))).toEqual(['m-1']);
    const states = await deps.stories.states([ada, 'customer#bo']);
    expect([...states].map(([story, { settled }]) => [story, settled])).toEqual([
      [ada, false],
      ['customer#bo', true],
    ]);
  });
});
