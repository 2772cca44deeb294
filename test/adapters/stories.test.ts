import { beforeAll, describe, expect, it } from 'vitest';
import { Stories } from '../../functions/adapters/stories.ts';
import { Touchpoints } from '../../functions/adapters/touchpoints.ts';
import { changesOf, type StoryState } from '../../functions/domain/story/changes.ts';
import { cellDayKey, type TallyRow } from '../../functions/domain/touchpoints/tally-row.ts';
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

const rowsOf = async (cellDay: string): Promise<TallyRow[]> => {
  const rows: TallyRow[] = [];
  await touchpoints.rows(cellDay, (page) => rows.push(...page));
  return rows;
};

const folded = fold([complains(march(2)), replies(march(2, '11:00'), 'hollow'), invited(march(3))], {
  asOf: march(4),
});
const state: StoryState = changesOf(folded, march(4), undefined).next;

describe("a story's state", () => {
  it('comes back equal, for those stories that have one', async () => {
    await stories.putState('customer#ada', state);
    expect(await stories.states(['customer#ada', 'customer#nobody', 'customer#ada'])).toEqual(
      new Map([['customer#ada', state]]),
    );
  });

  it('gives way to that of any fold where it only tells what one intended', async () => {
    const intent = { ...state, order: '', rows: state.rows.map((mark) => ({ ...mark, digest: '' })) };
    await stories.putState('customer#cy', intent);
    expect((await stories.states(['customer#cy'])).get('customer#cy')).toEqual(intent);
    await stories.putState('customer#cy', intent);
    await stories.putState('customer#cy', state);
    await stories.putState('customer#cy', intent);
    expect((await stories.states(['customer#cy'])).get('customer#cy')).toEqual(state);
  });

  it('is never overwritten by that of a lesser fold', async () => {
    const greater = { ...state, order: '2026-01-01#000003#x' };
    await stories.putState('customer#bo', greater);
    await stories.putState('customer#bo', { ...state, order: '2026-01-01#000002#y' });
    expect((await stories.states(['customer#bo'])).get('customer#bo')).toEqual(greater);
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
    expect((await rowsOf(cellDay)).sort((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual(
      [...rows].sort((a, b) => (a.kind < b.kind ? -1 : 1)),
    );
  });

  it('that was taken back stays away, whatever an older fold writes', async () => {
    const row = surveyRow({ touchpoint: 'returns' });
    const cellDay = cellDayKey(row);
    await stories.putRow(row, '2');
    await stories.voidRow(cellDay, row.key, '3');
    await stories.putRow(row, '2');
    expect(await rowsOf(cellDay)).toEqual([]);
    await stories.putRow(row, '4');
    expect(await rowsOf(cellDay)).toEqual([row]);
  });

  it('of a lesser fold does not take back that of a greater', async () => {
    const row = surveyRow({ touchpoint: 'billing' });
    await stories.putRow(row, '3');
    await stories.voidRow(cellDayKey(row), row.key, '2');
    expect(await rowsOf(cellDayKey(row))).toEqual([row]);
  });
});
