import { describe, expect, it } from 'vitest';
import { Stories } from '../../functions/adapters/stories.ts';
import { Touchpoints } from '../../functions/adapters/touchpoints.ts';
import { cellDayOf } from '../../functions/domain/touchpoints/cell-day.ts';
import { summarise, windowOf } from '../../functions/domain/touchpoints/comparison.ts';
import { nothingSaid } from '../../functions/domain/touchpoints/said.ts';
import { cellDayKey, cellKey, cellOf } from '../../functions/domain/touchpoints/tally-row.ts';
import type { Voices } from '../../functions/domain/touchpoints/voices.ts';
import type { TouchpointWhy } from '../../functions/domain/why/touchpoint-why.ts';
import { complaintRow, march, reviewRow, surveyRow } from '../builders.ts';
import { tablesInMemory } from './dynalite.ts';

const tables = tablesInMemory();
const makeTouchpoints = async () => {
  const { state } = await tables();
  return { touchpoints: new Touchpoints(state), stories: new Stories(state) };
};

const cell = cellOf(surveyRow());
const dayOf = (day: string) => cellDayOf(cell, day, [surveyRow(), reviewRow(), complaintRow()]);
const window = windowOf(march(5), 28);

describe('a changed cell-day', () => {
  it('is told once, with its latest mark, among many', async () => {
    const { touchpoints, stories } = await makeTouchpoints();
    const cellDays = Array.from({ length: 60 }, (_, i) => `cell-${i}#2026-03-02`);
    await stories.markChanged(cellDays, 'first');
    await stories.markChanged(cellDays.slice(0, 1), 'second');
    const changes = await touchpoints.changes(undefined, 100);
    expect(changes.map(({ cellDay }) => cellDay).sort()).toEqual(cellDays.sort());
    expect(changes.filter(({ token }) => token === 'second').map(({ cellDay }) => cellDay)).toEqual([
      'cell-0#2026-03-02',
    ]);
  });

  it('is settled unless it changed again since it was seen', async () => {
    const { touchpoints, stories } = await makeTouchpoints();
    await stories.markChanged(['a#2026-03-02', 'b#2026-03-02'], 'first');
    const seen = await touchpoints.changes(undefined, 100);
    await stories.markChanged(['b#2026-03-02'], 'second');
    for (const mark of seen) await touchpoints.settle(mark);
    expect(await touchpoints.changes(undefined, 100)).toEqual([
      expect.objectContaining({ cellDay: 'b#2026-03-02', token: 'second' }),
    ]);
    for (const mark of seen) await touchpoints.settle(mark);
    expect(await touchpoints.changes(undefined, 100)).toHaveLength(1);
  });
});

describe('changed cell-days', () => {
  it('are told page by page, each once, those of a cell together, whatever they are called', async () => {
    const { touchpoints, stories } = await makeTouchpoints();
    const names = [
      'a',
      'a!',
      'a:b',
      'a#b',
      'é',
      '\u{ff5e}',
      '\u{1f4e6}',
      ...Array.from({ length: 10 }, (_, i) => `t-${i}`),
    ];
    const days = ['2026-03-02', '2026-03-03', '2026-03-04'];
    const cellDays = names.flatMap((touchpoint) => days.map((day) => cellDayKey({ touchpoint, day })));
    await stories.markChanged(cellDays, 'first');
    const told: string[] = [];
    for (;;) {
      const page = await touchpoints.changes(told.at(-1), 3);
      if (page.length === 0) break;
      expect(page.length).toBeLessThanOrEqual(12);
      told.push(...page.map(({ cellDay }) => cellDay));
    }
    expect([...told].sort()).toEqual(cellDays.sort());
    const cells = told.map((cellDay) => cellDay.slice(0, -'2026-03-02'.length));
    expect(cells.filter((one, i) => one !== cells[i - 1])).toHaveLength(names.length);
  });
});

describe("a cell's days", () => {
  it('fit in their items, however many complain', async () => {
    const { touchpoints } = await makeTouchpoints();
    const complaints = Array.from({ length: 30_000 }, (_, i) => [
      complaintRow({ customer: `h${i.toString().padStart(11, '0')}` }),
      complaintRow({ key: `${'x'.repeat(500)}${i}` }),
    ]);
    const day = cellDayOf(cell, '2026-03-02', complaints.flat());
    expect(await touchpoints.putDay(day, march(6))).toBe(true);
    expect(await touchpoints.days(cell, window)).toEqual([day]);
  });

  it('come back equal, those of the window, its first and last included', async () => {
    const { touchpoints } = await makeTouchpoints();
    for (const day of ['2026-03-01', '2026-03-02', '2026-03-04', '2026-03-05']) {
      expect(await touchpoints.putDay(dayOf(day), march(6))).toBe(true);
    }
    await touchpoints.putDay({ ...dayOf('2026-03-03'), location: 'elsewhere' }, march(6));
    expect(await touchpoints.days(cell, { from: '2026-03-02', to: '2026-03-04' })).toEqual([
      dayOf('2026-03-02'),
      dayOf('2026-03-04'),
    ]);
  });

  it('are not overwritten by an earlier run, which is told so', async () => {
    const { touchpoints } = await makeTouchpoints();
    await touchpoints.putDay(dayOf('2026-03-02'), march(6));
    expect(await touchpoints.putDay(cellDayOf(cell, '2026-03-02', []), march(5))).toBe(false);
    expect(await touchpoints.days(cell, window)).toEqual([dayOf('2026-03-02')]);
  });

  it('are none once their rows are all gone, unless a later run found some', async () => {
    const { touchpoints } = await makeTouchpoints();
    await touchpoints.putDay(dayOf('2026-03-02'), march(6));
    expect(await touchpoints.clearDay(cell, '2026-03-02', march(5))).toBe(false);
    expect(await touchpoints.clearDay(cell, '2026-03-02', march(7))).toBe(true);
    expect(await touchpoints.days(cell, window)).toEqual([]);
    expect(await touchpoints.putDay(dayOf('2026-03-02'), march(6))).toBe(false);
  });
});

describe("a cell's summary", () => {
  const summary = summarise(cell, [dayOf('2026-03-02')], window, march(5));

  it('comes back equal, one a cell, and goes when there is nothing to tell', async () => {
    const { touchpoints } = await makeTouchpoints();
    const cells = Array.from({ length: 20 }, (_, i) => ({ touchpoint: `t-${i}` }));
    for (const one of cells) await touchpoints.putSummary(one, summary && { ...summary, ...one }, march(5));
    await touchpoints.putSummary(cells[0] ?? cell, undefined, march(6));
    const names = (await touchpoints.summaries()).map(({ touchpoint }) => touchpoint);
    expect(names.sort()).toEqual(
      cells
        .slice(1)
        .map(({ touchpoint }) => touchpoint)
        .sort(),
    );
    await touchpoints.putSummary(cell, summary, march(5));
    expect(await touchpoints.summaries()).toContainEqual(summary);
  });

  it('is not overwritten by an earlier run, which is told so', async () => {
    const { touchpoints } = await makeTouchpoints();
    expect(await touchpoints.putSummary(cell, summary, march(5))).toBe(true);
    expect(await touchpoints.putSummary(cell, undefined, march(4))).toBe(false);
    expect(await touchpoints.summaries()).toEqual([summary]);
  });
});

const words = (name: string) => ({ speaker: `customer#${name}`, fact: `2026-03-02#${name}` });

describe('what was said at cells', () => {
  const voices: Voices = {
    ...cell,
    asOf: march(5),
    window,
    said: {
      ...nothingSaid(),
      complaints: 2,
      themes: { waiting: 2 },
      scores: { nps: { all: { top: 1, middle: 0, bottom: 1 }, byTheme: {} } },
      complaining: [{ ...words('ada'), order: 'a' }],
    },
    weeks: [{ from: '2026-03-02', complaints: 2, themes: { waiting: 2 } }],
  };
  const at = (touchpoint: string): Voices => ({ ...voices, touchpoint });

  it('comes back equal, of more cells than one read takes, without those at which nothing was said', async () => {
    const { touchpoints } = await makeTouchpoints();
    const all = Array.from({ length: 130 }, (_, i) => at(`t-${i}`));
    for (const one of all) await touchpoints.putVoices(one, one.touchpoint === 't-7' ? undefined : one, march(5));
    const found = await touchpoints.voices([...all, at('never heard of')]);
    const byName = (one: Voices, other: Voices) => (one.touchpoint < other.touchpoint ? -1 : 1);
    expect([...found].sort(byName)).toEqual(all.filter(({ touchpoint }) => touchpoint !== 't-7').sort(byName));
  });

  it('stands for a touchpoint at a location, and for one without, apart', async () => {
    const { touchpoints } = await makeTouchpoints();
    const { location: _, ...nowhere } = voices;
    await touchpoints.putVoices(nowhere, nowhere, march(5));
    expect(await touchpoints.voices([cell])).toEqual([]);
    expect(await touchpoints.voices([nowhere])).toEqual([nowhere]);
  });

  it('is not overwritten by an earlier run, and goes with a later one', async () => {
    const { touchpoints } = await makeTouchpoints();
    await touchpoints.putVoices(cell, voices, march(5));
    await touchpoints.putVoices(cell, undefined, march(4));
    expect(await touchpoints.voices([cell])).toEqual([voices]);
    await touchpoints.putVoices(cell, undefined, march(6));
    expect(await touchpoints.voices([cell])).toEqual([]);
  });

  it('lies beside its days, and is none of them', async () => {
    const { touchpoints } = await makeTouchpoints();
    await touchpoints.putDay(dayOf('2026-03-02'), march(5));
    await touchpoints.putVoices(cell, voices, march(5));
    expect(await touchpoints.days(cell, window)).toEqual([dayOf('2026-03-02')]);
  });
});

describe('why customers complain at cells', () => {
  const why: TouchpointWhy = {
    asOf: march(5),
    complaints: 2,
    themes: [{ name: 'waiting', complaints: 2, share: 1, elsewhere: null }],
    causes: [],
    phrases: [{ phrase: 'van', customers: 3, share: 0.5, elsewhere: 0, z: 2.5, q: 0.01 }],
    weeks: [],
    effects: [],
    quotes: [words('ada')],
    counterExamples: [],
    read: 2,
  };
  const cells = Array.from({ length: 20 }, (_, i) => ({ touchpoint: `t:${i}`, location: 'north #1' }));

  it('comes back equal by the key of the cell, and goes when it is not told any more', async () => {
    const { touchpoints } = await makeTouchpoints();
    for (const one of cells) await touchpoints.putWhy(one, why, march(5));
    await touchpoints.putWhy(cells[0] ?? cell, undefined, march(6));
    const whys = await touchpoints.whys();
    expect([...whys.keys()].sort()).toEqual(cells.slice(1).map(cellKey).sort());
    expect([...whys.values()]).toEqual(Array(19).fill(why));
  });

  it('is not overwritten by an earlier run', async () => {
    const { touchpoints } = await makeTouchpoints();
    await touchpoints.putWhy(cell, why, march(6));
    await touchpoints.putWhy(cell, undefined, march(5));
    expect((await touchpoints.whys()).get(cellKey(cell))).toEqual(why);
  });

  it('is known by when it was told last, also where nothing is told any more', async () => {
    const { touchpoints } = await makeTouchpoints();
    const [first = cell, second = cell] = cells;
    const bare = { touchpoint: 'no location' };
    await touchpoints.putWhy(first, why, march(5));
    await touchpoints.putWhy(second, why, march(5));
    await touchpoints.putWhy(second, undefined, march(6));
    await touchpoints.putWhy(bare, why, march(7));
    const found = (await touchpoints.explained()).sort((a, b) => (a.at < b.at ? -1 : 1));
    expect(found).toEqual([
      { cell: first, at: march(5), told: true },
      { cell: second, at: march(6), told: false },
      { cell: bare, at: march(7), told: true },
    ]);
  });
});
