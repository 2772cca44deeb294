import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, type Day, dayOf, type Instant, plus } from '../../../functions/domain/instant.ts';
import {
  compareSurges,
  MOST_RATIO,
  type SurgeComparison,
  type SurgeSeries,
} from '../../../functions/domain/silence/surge.ts';
import { seeded } from '../../../lib/eval/study/random.ts';
import { surgeWorld } from '../../../lib/eval/study/surge-world.ts';

const AS_OF: Instant = '2026-03-30T00:00:00.000Z';
const daysAgo = (ago: number): Day => dayOf(plus(AS_OF, -(ago + 1) * DAY));

/** Customers by day, the last one last. */
const cell = (touchpoint: string, counts: readonly number[], more: Partial<SurgeSeries> = {}): SurgeSeries => ({
  touchpoint,
  location: 'site-01',
  complaining: counts
    .map((customers, i) => ({ day: daysAgo(counts.length - 1 - i), customers }))
    .filter(({ customers }) => customers > 0),
  ...more,
});

const days = (n: number, customers: number): number[] => new Array<number>(n).fill(customers);
const usual = (n: number, names = 'abcdefghij'): SurgeSeries[] => [...names].map((name) => cell(name, days(n, 1)));

const only = (series: readonly SurgeSeries[], asOf = AS_OF): SurgeComparison =>
  compareSurges(series, asOf)[0] as SurgeComparison;

const fleets = fc.integer({ min: 0, max: 1e6 }).chain((seed) =>
  fc.record({
    seed: fc.constant(seed),
    days: fc.integer({ min: 1, max: 70 }),
    cells: fc.integer({ min: 1, max: 12 }),
    turn: fc.nat({ max: 11 }),
  }),
);

const drawn = ({ seed, days: long, cells }: { seed: number; days: number; cells: number }): SurgeSeries[] => {
  const bursts = [{ begin: Math.max(0, long - 4), days: 4, times: 4 }];
  return surgeWorld(seeded(seed), { cells, days: long, surging: 0.2, bursts }).map(({ name, counts }) =>
    cell(name, counts),
  );
};

describe('SURGE-1: distinct complaining customers a day over the last 1, 3 and 7 days are held against the cell', () => {
  it('as in an example worked by hand', () => {
    // Four cells, a week of history, one customer each day: all alike, so the prior is worth four customers, one for each cell.
    // The cell's rate is known from 4 + 7 = 11 customers, and is 11 / (4 + 7) = 1 a day. Of six on the last day, by a negative
    // binomial of mean 1 and size 11: P(X = k) = (11/12)^11 c(k) / 12^k, c = 1, 11, 66, 286, 1001, 3003, 8008.
    const six = (11 / 12) ** 11 * (8008 / 12 ** 6);
    const fewer = [1, 11, 66, 286, 1001, 3003].map((c, k) => (11 / 12) ** 11 * (c / 12 ** k));
    const p = 6 * (1 - fewer.reduce((sum, chance) => sum + chance, 0) - six / 2);
    expect(p).toBeCloseTo(0.0046, 4);
    const [surge, ...others] = compareSurges([cell('a', [...days(13, 1), 6]), ...usual(14, 'bcd')], AS_OF) as [
      SurgeComparison,
      ...SurgeComparison[],
    ];
    expect(surge).toMatchObject({ touchpoint: 'a', location: 'site-01', days: 1, customers: 6, isSurge: true });
    expect(surge.expected).toBeCloseTo(1, 9);
    expect(surge.pValue).toBeCloseTo(p, 9);
    expect(surge.qValue).toBeCloseTo(4 * p, 9);
    expect(surge.ratio.value).toBeCloseTo(6, 9);
    expect(others.map(({ isSurge, pValue }) => [isSurge, pValue])).toEqual(days(3, 0).map(() => [false, 1]));
  });

  it('told on its first day where it is strong, and by and by where it is weak', () => {
    const strong = [...days(42, 3), 12];
    const weak = [...days(42, 3), ...days(7, 7)];
    expect(only([cell('strong', strong), ...usual(43)])).toMatchObject({ days: 1, isSurge: true });
    expect(only([cell('weak', weak.slice(0, -6)), ...usual(43)]).isSurge).toBe(false);
    expect(only([cell('weak', weak), ...usual(49)])).toMatchObject({ days: 7, customers: 49, isSurge: true });
  });

  it('in no cell of a fleet where nobody complains, or everybody as ever', () => {
    const told = compareSurges([...usual(63), cell('silent', [])], AS_OF);
    expect(told.filter(({ isSurge }) => isSurge)).toEqual([]);
    expect(told.at(-1)).toMatchObject({ customers: 0, pValue: 1, qValue: 1, ratio: { value: 0, low: 0 } });
    expect(compareSurges([], AS_OF)).toEqual([]);
    expect(only([cell('silent', [])])).toMatchObject({ isSurge: false, expected: 0 });
  });

  it('not before the fleet has a history of a week', () => {
    const series = (long: number) => [cell('a', [...days(long - 1, 1), 30]), ...usual(long)];
    expect(only(series(13))).toMatchObject({ isSurge: false, pValue: 1, qValue: 1, expected: 0, customers: 30 });
    expect(only(series(14)).isSurge).toBe(true);
  });

  it('against the weekdays: a Saturday like all others is no surge, as a Wednesday it is', () => {
    const byWeekday = (busy: number) => Array.from({ length: 63 }, (_, i) => ((62 - i) % 7 === busy ? 9 : 1));
    const fleet = (busy: number) => [...'abcdefghij'].map((name) => cell(name, byWeekday(busy)));
    expect(only(fleet(0))).toMatchObject({ isSurge: false });
    expect(only(fleet(0)).daily.at(-1)?.expected).toBeGreaterThan(7);
    const moved = [...byWeekday(3).slice(0, -1), 9];
    expect(only([cell('moved', moved), ...fleet(3)])).toMatchObject({ isSurge: true, days: 1 });
  });

  it('against noisy days of its own: what is much elsewhere is nothing in a cell of ups and downs', () => {
    const noisy = Array.from({ length: 62 }, (_, i) => (i % 3 === 0 ? 12 : 0));
    const steady = days(62, 4);
    const others = usual(63);
    expect(only([cell('noisy', [...noisy, 14]), ...others]).isSurge).toBe(false);
    expect(only([cell('steady', [...steady, 14]), ...others]).isSurge).toBe(true);
  });

  it('as a new cell against the fleet, where it is told when it opened', () => {
    const opened = [3, 2, 4, 3];
    const fleet = [...'abcdefghij'].map((name) => cell(name, days(63, 3)));
    expect(only([cell('new', opened), ...fleet]).isSurge).toBe(true);
    const known = only([cell('new', opened, { knownSince: daysAgo(4) }), ...fleet]);
    expect(known.isSurge).toBe(false);
    expect(known.daily.at(-1)?.expected).toBeCloseTo(3, 1);
  });

  it('with a day that is not over held against a whole one', () => {
    const series = [cell('a', [...days(62, 4), 9]), ...usual(63)];
    const noon = compareSurges(series, plus(AS_OF, -DAY / 2));
    expect(noon.map(({ pValue }) => pValue)).toEqual(compareSurges(series, AS_OF).map(({ pValue }) => pValue));
    const nextDay = only(series, plus(AS_OF, 1));
    expect(nextDay.daily.at(-1)).toMatchObject({ day: '2026-03-30', complaining: 0 });
  });

  it('day by day for the last four weeks', () => {
    const { daily } = only([cell('a', [...days(60, 2), 5, 0, 7]), ...usual(63)]);
    expect(daily).toHaveLength(28);
    expect(daily.slice(-3).map(({ day, complaining }) => [day, complaining])).toEqual([
      ['2026-03-27', 5],
      ['2026-03-28', 0],
      ['2026-03-29', 7],
    ]);
    for (const { expected } of daily) expect(expected).toBeCloseTo(2, 0);
  });

  it('the same whatever the order of cells and days', () => {
    fc.assert(
      fc.property(fleets, ({ turn, ...fleet }) => {
        const series = drawn(fleet);
        const at = turn % series.length;
        const turned = [...series.slice(at), ...series.slice(0, at)].map((one) => ({
          ...one,
          complaining: [...one.complaining].reverse(),
        }));
        const byName = (told: SurgeComparison[]) => [...told].sort((a, b) => (a.touchpoint < b.touchpoint ? -1 : 1));
        expect(byName(compareSurges(turned, AS_OF))).toEqual(byName(compareSurges(series, AS_OF)));
      }),
      { numRuns: 50 },
    );
  });

  it('the more, the more customers the last day has', () => {
    fc.assert(
      fc.property(fleets, fc.integer({ min: 1, max: 5 }), (fleet, more) => {
        const [first, ...others] = drawn(fleet) as [SurgeSeries, ...SurgeSeries[]];
        const last = first.complaining.find(({ day }) => day === daysAgo(0))?.customers ?? 0;
        const before = first.complaining.filter(({ day }) => day < daysAgo(0));
        const less = only([{ ...first, complaining: [...before, { day: daysAgo(0), customers: last }] }, ...others]);
        const greater = only([
          { ...first, complaining: [...before, { day: daysAgo(0), customers: last + more }] },
          ...others,
        ]);
        expect(greater.pValue).toBeLessThanOrEqual(less.pValue);
        expect(greater.qValue).toBeLessThanOrEqual(less.qValue);
        expect(greater.isSurge || !less.isSurge).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('within their ranges, whatever the fleet', () => {
    fc.assert(
      fc.property(fleets, (fleet) => {
        for (const told of compareSurges(drawn(fleet), AS_OF)) {
          expect(told.pValue).toBeGreaterThan(0);
          expect(told.qValue).toBeGreaterThanOrEqual(told.pValue);
          expect(told.qValue).toBeLessThanOrEqual(1);
          const { value, low, high } = told.ratio;
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
          expect(high).toBeLessThanOrEqual(MOST_RATIO * (1 + 1e-9));
          if (told.isSurge) expect(low).toBeGreaterThan(1);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('and nothing older than nine weeks', () => {
    const counts = [...days(62, 2), 6];
    const older = cell('a', [...days(200, 40), ...counts]);
    expect(only([older, ...usual(63)])).toEqual(only([cell('a', counts), ...usual(63)]));
  });
});

describe('SURGE-2: a surge has three customers at least, and half as many again as usual', () => {
  it('so that two are none, however rare', () => {
    const others = [...'bcdefghij'].map((name) => cell(name, [1, ...days(62, 0)]));
    const rare = (last: number) => only([cell('rare', [1, ...days(61, 0), last]), ...others]);
    expect(rare(2)).toMatchObject({ isSurge: false, pValue: 1 });
    expect(rare(3)).toMatchObject({ isSurge: true, customers: 3 });
  });

  it('nor what is certain but small', () => {
    const many = (last: number) => only([cell('many', [...days(62, 1000), last]), ...usual(63)]);
    expect(many(1400).isSurge).toBe(false);
    expect(many(1600).isSurge).toBe(true);
  });
});

describe('SURGE-3: a surge that the last week alone tells is over when the last three days are near what is usual', () => {
  it('so that it ends within three days of its end', () => {
    const ended = (ago: number) =>
      only([cell('a', [...days(55 - ago, 4), ...days(7, 20), ...days(ago, 4)]), ...usual(62)]);
    expect([0, 1, 2, 3, 4, 5].map((ago) => ended(ago).isSurge)).toEqual([true, true, true, false, false, false]);
  });

  it('and far below the week: where few complain, three days without are no sign', () => {
    const few = Array.from({ length: 56 }, (_, i) => (i % 5 === 0 ? 1 : 0));
    const others = [...'bcdefghij'].map((name) => cell(name, [...few, 0, 1, 0, 0, 0, 0, 1]));
    const weak = (lately: readonly number[]) => only([cell('a', [...few, 2, 2, 1, 1, ...lately]), ...others]);
    expect(weak([1, 0, 0])).toMatchObject({ isSurge: true, days: 7, customers: 7 });
    expect(weak([0, 0, 0]).isSurge).toBe(true);
  });

  it('of which the running day counts by its share that is over', () => {
    const running = [cell('a', [...days(56, 20), ...days(6, 40), 0]), ...usual(63)];
    expect(only(running, plus(AS_OF, -0.95 * DAY))).toMatchObject({ isSurge: true, days: 7 });
    const over = [cell('a', [...days(56, 20), ...days(5, 50), 20, 10]), ...usual(63)];
    expect(only(over, plus(AS_OF, -0.5 * DAY)).isSurge).toBe(true);
    expect(only(over, AS_OF).isSurge).toBe(false);
  });
});

describe('SURGE-4: the highest week of a cell’s history is left out where it was itself a burst', () => {
  it('so that one burst does not hide the next', () => {
    const twice = [...days(28, 4), ...days(7, 20), ...days(21, 4), ...days(3, 20)];
    const once = [...days(56, 4), ...days(3, 20)];
    const [burst, calm] = [twice, once].map((counts) => only([cell('a', counts), ...usual(59)]));
    expect(burst?.isSurge).toBe(true);
    expect(burst?.expected).toBeCloseTo(calm?.expected as number, 0);
  });

  it('but a level that lasts becomes what is usual', () => {
    const lasting = (long: number) => only([cell('a', [...days(63 - long, 2), ...days(long, 8)]), ...usual(63)]);
    expect([3, 7, 14].map((long) => lasting(long).isSurge)).toEqual([true, true, true]);
    expect([49, 63].map((long) => lasting(long).isSurge)).toEqual([false, false]);
  });
});

describe('many cells', () => {
  it('are compared in well under two seconds', () => {
    const series = surgeWorld(seeded(1), {
      cells: 2000,
      days: 63,
      surging: 0.05,
      bursts: [{ begin: 60, days: 3, times: 5 }],
    });
    const cells = series.map(({ name, counts }) => cell(name, counts));
    const before = performance.now();
    const found = compareSurges(cells, AS_OF).filter(({ isSurge }) => isSurge).length;
    expect(performance.now() - before).toBeLessThan(1000);
    expect(found).toBeGreaterThan(20);
  });
});
