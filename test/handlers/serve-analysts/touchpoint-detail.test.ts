import { describe, expect, it } from 'vitest';
import { annotationOf } from '../../../functions/domain/analysts/annotation.ts';
import { TouchpointDetail } from '../../../functions/domain/analysts/answers.ts';
import { touchpointId } from '../../../functions/domain/analysts/touchpoint-id.ts';
import { groupId } from '../../../functions/domain/gaps/touchpoint-gap.ts';
import { type Cell, cellKey } from '../../../functions/domain/touchpoints/tally-row.ts';
import type { TouchpointWhy } from '../../../functions/domain/why/touchpoint-why.ts';
import type { Why } from '../../../functions/domain/why/why.ts';
import { answerTouchpoint, type TouchpointDetailDeps } from '../../../functions/serve-analysts/touchpoint-detail.ts';
import { complaintRow, gap, march, words } from '../../builders.ts';
import { catchConsole } from '../../runtime/console-lines.ts';
import { contentFleet, dark, makeComparison, midnight } from '../fleet.ts';
import { answerOf, asking, bearing, problemIn, serving } from './asking.ts';

catchConsole();

const cell: Cell = { touchpoint: 'delivery', location: 'dark' };
const quote = { speaker: 'hash-of-ada', fact: '2026-03-02#1' };
const why: TouchpointWhy = {
  asOf: midnight(6),
  complaints: 60,
  themes: [{ name: 'waiting', complaints: 60, share: 1, elsewhere: 0.1 }],
  causes: [],
  phrases: [],
  weeks: [],
  effects: [],
  quotes: [quote],
  counterExamples: [],
  read: 60,
};
const remarks = [
  annotationOf({ day: '2026-03-01', text: 'prices went up' }, 'kim', march(5)),
  annotationOf({ day: '2026-03-02', ...cell, text: 'new courier' }, 'kim', march(5)),
  annotationOf({ day: '2026-03-03', touchpoint: 'billing', text: 'new terms' }, 'kim', march(5)),
];

/** A fleet with a dark cell, looked at on two days, and whoever asks about one of its cells. */
const fleet = async () => {
  const { store, tell, compare } = makeComparison();
  await tell(...contentFleet(), ...dark(), complaintRow({ ...cell, customer: 'ada', key: 'complaint#ada' }));
  for (const day of [5, 6]) await compare(midnight(day));
  await store.touchpoints.putWhy(cell, why, midnight(6));
  const deps: TouchpointDetailDeps = {
    touchpoints: {
      known: async (of) => {
        const key = cellKey(of);
        const summary = store.summaries.find((one) => cellKey(one) === key);
        const explained = store.whys.get(key);
        return summary && { summary, ...store.told.comparisons.get(key), ...(explained && { why: explained }) };
      },
      days: store.touchpoints.days,
      scores: async (of, most) =>
        [...store.told.scores]
          .filter(([key]) => key.startsWith(`${cellKey(of)}#`))
          .map(([, { value }]) => value)
          .sort((a, b) => (a.day < b.day ? -1 : 1))
          .slice(-most),
    },
    quotes: {
      of: async () => (ref) =>
        ref.speaker === quote.speaker ? { fact: 'text:sms-gateway:t-1', text: words.complaint } : undefined,
    },
    actions: store.kept.reading,
    gaps: {
      whys: async (ids) =>
        new Map((await store.kept.reading.gaps(ids)).map(({ id, why: reason }) => [id, reason as Why])),
    },
    annotations: { all: async () => remarks },
  };
  const serve = serving(answerTouchpoint(deps), { now: () => midnight(6) });
  const ask = (id: string) => serve(asking('touchpoint', { path: { id }, authorizer: bearing('reader') }));
  return {
    store,
    ask,
    detail: async (of = cell) => TouchpointDetail.parse(answerOf('touchpoint', await ask(touchpointId(of)))),
  };
};

describe('a touchpoint', () => {
  it('is told with both scores, over which days, and how they were found at each look', async () => {
    const { detail } = await fleet();
    const told = await detail();
    expect(told).toMatchObject({ ...cell, id: touchpointId(cell), asOf: midnight(5) });
    expect(told.window).toEqual({ from: '2026-02-05', to: '2026-03-04' });
    expect(told.scores.map(({ day }) => day)).toEqual(['2026-03-05', '2026-03-06']);
    expect(told.scores[1]).toMatchObject({ surveyed: 42.11, points: told.gap?.points });
    expect(told.trend).toMatchObject([{ day: '2026-03-02', invited: 300, complaining: 1 }]);
  });

  it('is told with why, in words of customers that are quoted', async () => {
    const { detail } = await fleet();
    expect((await detail()).why).toMatchObject({
      themes: ['waiting'],
      quotes: [{ fact: 'text:sms-gateway:t-1', text: words.complaint }],
    });
  });

  it('is told with its actions, and why they are', async () => {
    const { detail } = await fleet();
    expect((await detail()).actions).toMatchObject([{ kind: 'fix', ...cell, why: { themes: ['waiting'] } }]);
    expect((await detail({ touchpoint: 'delivery', location: 'content-00' })).actions).toEqual([]);
  });

  it('is told with its own gaps and those over all of which it is one, in any state; with no customer’s', async () => {
    const { detail, store } = await fleet();
    const over = (scope: 'touchpoint' | 'location', name: string) =>
      gap({ id: groupId({ scope, name }), kind: 'dark-corner', scope, state: 'cleared', customerId: undefined });
    const ofAll = [over('touchpoint', 'delivery'), over('location', 'dark')];
    for (const one of [...ofAll, over('location', 'content-00'), gap({ ...cell })]) {
      await store.actions.putGap(one, '9');
    }
    const { gaps } = await detail();
    expect(gaps.map(({ scope, state }) => `${scope} ${state}`)).toEqual([
      'cell open',
      'touchpoint cleared',
      'location cleared',
    ]);
    expect(gaps.slice(1).map(({ id }) => id)).toEqual(ofAll.map(({ id }) => id));
  });

  it('is told with remarks about it and about all', async () => {
    const { detail } = await fleet();
    expect((await detail()).annotations.map(({ text }) => text)).toEqual(['prices went up', 'new courier']);
    const elsewhere = await detail({ touchpoint: 'delivery', location: 'content-00' });
    expect(elsewhere.annotations.map(({ text }) => text)).toEqual(['prices went up']);
  });

  it.each([touchpointId({ touchpoint: 'nowhere' }), 'delivery', '', '%%'])('by %j is not found', async (id) => {
    const { ask } = await fleet();
    expect(problemIn(await ask(id))).toMatchObject({ code: 'not-found', status: 404 });
  });
});
