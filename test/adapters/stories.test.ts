import { beforeAll, describe, expect, it } from 'vitest';
import { Stories } from '../../functions/adapters/stories.ts';
import { Touchpoints } from '../../functions/adapters/touchpoints.ts';
import { changesOf, type StoryState } from '../../functions/domain/story/changes.ts';
import { cellDayKey } from '../../functions/domain/touchpoints/tally-row.ts';
import { complains, complaintRow, fold, invited, march, replies, reviewRow, surveyRow } from '../builders.ts';
import { type Tables, tablesInMemory } from './dynalite.ts';

const tables = tablesInMemory();
let made: Tables;
let stories: Stories;
let touchpoints: Touchpoints;
beforeAll(async () => {
  made = await tables();
  stories = new Stories(made.state);
  touchpoints = new Touchpoints(made.state);
});

const folded = fold([complains(march(2)), replies(march(2, '11:00'), 'hollow'), invited(march(3))], {
  asOf: march(4),
});
const state: StoryState = changesOf(folded, march(4), undefined).next;

const order = (facts: number) => `2026-01-01#00000${facts}#x`;

describe("a story's state", () => {
  it('comes back equal, for those stories that have one', async () => {
    await stories.putState('customer#ada', state, undefined);
    expect(await stories.states(['customer#ada', 'customer#nobody', 'customer#ada'])).toEqual(
      new Map([['customer#ada', { state, settled: false }]]),
    );
  });

  it('gives way only to a fold that was compared with it', async () => {
    await stories.putState('customer#bo', { ...state, order: order(1) }, undefined);
    expect(await stories.putState('customer#bo', { ...state, order: order(2) }, undefined)).toBe('refused');
    expect(await stories.putState('customer#bo', { ...state, order: order(2) }, order(1))).toBe('written');
    expect(await stories.putState('customer#bo', { ...state, order: order(3) }, order(1))).toBe('refused');
    expect((await stories.states(['customer#bo'])).get('customer#bo')?.state.order).toBe(order(2));
  });

  it('is settled once the very fold that stands there noted so', async () => {
    const settled = async () => (await stories.states(['customer#cy'])).get('customer#cy')?.settled;
    await stories.putState('customer#cy', { ...state, order: order(1) }, undefined);
    await stories.settle([{ story: 'customer#cy', order: order(1) }]);
    expect(await settled()).toBe(true);
    await stories.putState('customer#cy', { ...state, order: order(2) }, order(1));
    expect(await settled()).toBe(false);
    await stories.settle([{ story: 'customer#cy', order: order(1) }]);
    expect(await settled()).toBe(false);
    await stories.settle([{ story: 'customer#cy', order: order(2) }]);
    expect(await settled()).toBe(true);
  });
});

describe('a tally row', () => {
  it('comes back equal, each kind under its cell and day', async () => {
    const rows = [surveyRow(), reviewRow(), complaintRow({ customer: 'hash' })].map((row) => ({
      ...row,
      touchpoint: 'support:call#1',
      location: 'a:b',
    }));
    for (const row of rows) await stories.putRow(row, '1');
    const [cellDay = ''] = rows.map(cellDayKey);
    expect((await touchpoints.rows(cellDay)).sort((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual(
      [...rows].sort((a, b) => (a.kind < b.kind ? -1 : 1)),
    );
  });

  it('that was taken back stays away, whatever an older fold writes', async () => {
    const row = surveyRow({ touchpoint: 'returns' });
    const cellDay = cellDayKey(row);
    await stories.putRow(row, '2');
    await stories.voidRow(cellDay, row.key, '3');
    await stories.putRow(row, '2');
    expect(await touchpoints.rows(cellDay)).toEqual([]);
    await stories.putRow(row, '4');
    expect(await touchpoints.rows(cellDay)).toEqual([row]);
  });

  it('of a lesser fold does not take back that of a greater', async () => {
    const row = surveyRow({ touchpoint: 'billing' });
    await stories.putRow(row, '3');
    await stories.voidRow(cellDayKey(row), row.key, '2');
    expect(await touchpoints.rows(cellDayKey(row))).toEqual([row]);
  });
});
