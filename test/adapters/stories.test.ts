import { beforeAll, describe, expect, it } from 'vitest';
import { Stories } from '../../functions/adapters/stories.ts';
import { Touchpoints } from '../../functions/adapters/touchpoints.ts';
import { plus } from '../../functions/domain/instant.ts';
import { digest } from '../../functions/domain/message/identity.ts';
import { changesOf, type StoryState } from '../../functions/domain/story/changes.ts';
import { GUEST_FACTS } from '../../functions/domain/story/guests.ts';
import { STORY_FACTS } from '../../functions/domain/story/reach.ts';
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

describe('the state of the longest story', () => {
  /** The longest names there may be, of characters that take four bytes, no two alike. */
  const name = (seed: string): string => {
    const noise = [...digestsOf(seed, 8)].map((c, i) => 0x10000 + ((c.charCodeAt(0) * 7_919 + i * 104_729) % 0xf0000));
    return String.fromCodePoint(...noise.slice(0, 64));
  };
  const digestsOf = (seed: string, many: number): string =>
    Array.from({ length: many }, (_, i) => digest(seed, String(i))).join('');

  it('fits an item: 500 facts folded and 200 behind, each a review with a complaint at a place of its own', async () => {
    const facts = Array.from({ length: STORY_FACTS + GUEST_FACTS }, (_, i) => `fact ${i}`);
    const longest: StoryState = {
      ...state,
      rows: facts.flatMap((fact) => {
        const cellDay = cellDayKey({ touchpoint: name(`${fact} a`), location: name(`${fact} b`), day: '2026-03-02' });
        return ['review', 'complaint-review'].map((what) => ({
          cellDay,
          key: `${what}#${digest(fact)}`,
          digest: digest(fact, what),
        }));
      }),
      gaps: facts.flatMap((fact) =>
        ['contradiction', 'unanswered'].map((kind) => ({
          id: `${kind}-${digest(kind, fact)}`,
          digest: digest(fact, kind, 'gap'),
          from: march(2),
          until: march(3),
        })),
      ),
      held: [...facts, ...Array.from({ length: 60 }, (_, i) => `day ${i}`)].map((of, i) => ({
        id: `matter-${digest('matter', of)}`,
        since: plus(march(2), i * 1_234_567),
        until: plus(march(62), i * 1_234_567),
      })),
    };
    expect(await stories.putState('customer#longest', longest, undefined)).toBe('written');
    expect((await stories.states(['customer#longest'])).get('customer#longest')?.state).toEqual(longest);
    const items = await made.state.partition('customer#longest');
    expect(items.map(({ marks }) => (marks as Uint8Array).length)[0]).toBeLessThan(400 * 1024 - 10_000);
  });
});

describe('a cell-day of many rows', () => {
  it('is handed over a page at a time, whole', async () => {
    const contradiction = { fact: 'f'.repeat(40_000), at: march(2), probability: 1 };
    const rows = Array.from({ length: 60 }, (_, i) =>
      reviewRow({ touchpoint: 'crowded', key: `review#${i}`, contradiction }),
    );
    await stories.writeRows(rows, [], []);
    const pages: number[] = [];
    await touchpoints.rows(cellDayKey(rows[0] as TallyRow), (page) => pages.push(page.length));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.reduce((sum, rowsOfPage) => sum + rowsOfPage, 0)).toBe(60);
  });
});

describe('a tally row', () => {
  it('comes back equal, each kind under its cell and day', async () => {
    const rows = [surveyRow(), reviewRow(), complaintRow({ customer: 'hash' })].map((row) => ({
      ...row,
      touchpoint: 'support:call#1',
      location: 'a:b',
    }));
    await stories.writeRows(rows, [], []);
    const [cellDay = ''] = rows.map(cellDayKey);
    expect((await rowsOf(cellDay)).sort((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual(
      [...rows].sort((a, b) => (a.kind < b.kind ? -1 : 1)),
    );
  });

  it('that is written again, or taken away, leaves one or none', async () => {
    const row = surveyRow({ touchpoint: 'returns' });
    const gone = { cellDay: cellDayKey(row), key: row.key };
    await stories.writeRows([row], [], []);
    await stories.writeRows([row], [], []);
    expect(await rowsOf(gone.cellDay)).toEqual([row]);
    await stories.writeRows([], [gone, gone], []);
    expect(await rowsOf(gone.cellDay)).toEqual([]);
  });
});
