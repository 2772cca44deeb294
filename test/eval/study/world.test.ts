import { describe, expect, it } from 'vitest';
import { millis } from '../../../functions/domain/instant.ts';
import { netOf } from '../../../functions/domain/message/scale.ts';
import type { SurveyRow } from '../../../lib/eval/study/customer.ts';
import { asSeen, rowsOf, seenFleet } from '../../../lib/eval/study/seen.ts';
import { truthOf } from '../../../lib/eval/study/truth.ts';
import { type CellWorld, endOf, START, worldOf } from '../../../lib/eval/study/world.ts';
import { BASE, type WorldSettings } from '../../../lib/eval/study/world-settings.ts';

const small = (change: Partial<WorldSettings> = {}): WorldSettings => ({ ...BASE, cells: 12, ...change });
const cellsOf = (change: Partial<WorldSettings> = {}, seed = 1): CellWorld[] => [...worldOf(small(change), seed)];
const surveysOf = (cells: readonly CellWorld[]): SurveyRow[] =>
  cells.flatMap(rowsOf).filter((row): row is SurveyRow => row.kind === 'survey');
const shareOf = <T>(items: readonly T[], is: (item: T) => boolean): number => items.filter(is).length / items.length;
const DARK = { dark: 1, bad: 0, chatty: 0, surge: 0 };

const truthIn = (settings: WorldSettings, { asked }: CellWorld) => {
  const truth = truthOf(asked, START, endOf(settings));
  if (!truth) throw new Error('nobody was invited');
  return truth;
};

describe('a simulated world', () => {
  it('comes out the same for the same seed, and otherwise for another', () => {
    expect(cellsOf({}, 7)).toEqual(cellsOf({}, 7));
    expect(cellsOf({}, 8)).not.toEqual(cellsOf({}, 7));
  });

  it('has the same cell whatever others there are', () => {
    expect(cellsOf({ cells: 3 })).toEqual(cellsOf().slice(0, 3));
  });

  it('invites as many as it is told, on its own days', () => {
    const cells = cellsOf({ invited: [200, 200] });
    for (const { asked } of cells) expect(asked).toHaveLength(200);
    const [first, last] = [millis(START), millis(endOf(small()))];
    expect(cells.flatMap(({ asked }) => asked).every(({ at }) => at >= first && at < last)).toBe(true);
  });

  it('keeps the week: nobody comes on closed days', () => {
    const surveys = surveysOf(cellsOf({ weekdays: [1, 1, 1, 1, 1, 0, 0] }));
    // Asked the day after.
    const weekdays = new Set(surveys.map(({ at }) => new Date(at).getUTCDay()));
    expect([...weekdays].sort()).toEqual([2, 3, 4, 5, 6]);
  });

  it('tells one customer of several invitations as one, and as one who was not heard before as many', () => {
    const perCustomer = (cells: readonly CellWorld[]) => {
      const surveys = surveysOf(cells);
      return surveys.length / new Set(surveys.map(({ customer }) => customer)).size;
    };
    expect(perCustomer(cellsOf())).toBe(1);
    expect(perCustomer(cellsOf({ days: 88, invitationsPerCustomer: 4 }))).toBeGreaterThan(3);
  });

  it('gives every row a key of its own', () => {
    const keys = cellsOf({ days: 88, invitationsPerCustomer: 4 })
      .flatMap(rowsOf)
      .map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('colours all invitations of sixty days by a complaint that was brushed off', () => {
    const cells = cellsOf({
      days: 88,
      invitationsPerCustomer: 6,
      types: DARK,
      unreplied: { dark: 1, elsewhere: 1 },
      chatter: { chatty: 0, elsewhere: [0, 0] },
      voices: [{ channel: 'sms', language: 'en', share: 1, sensitivity: 1, falsePositiveRate: 0 }],
    });
    const complaints = Map.groupBy(
      cells.flatMap((cell) => cell.complaints),
      ({ customer }) => customer,
    );
    const surveys = surveysOf(cells);
    const remembered = (survey: SurveyRow) =>
      (complaints.get(survey.customer) ?? []).some(
        ({ at }) => at < survey.at && millis(survey.at) - millis(at) <= 60 * 86_400_000,
      );
    expect(shareOf(surveys, remembered)).toBeGreaterThan(0.2);
    for (const survey of surveys) expect(survey.stratum).toBe(remembered(survey) ? 'brushed-off' : 'no-complaint');
  });

  it('hears as well as it is told, per customer who wrote', () => {
    const voices = [{ channel: 'call', language: 'de', share: 1, sensitivity: 1, falsePositiveRate: 0 }];
    const heard = (sensitivity: number) =>
      cellsOf({ voices: voices.map((voice) => ({ ...voice, sensitivity })) }).flatMap(({ complaints }) => complaints)
        .length;
    expect(heard(0)).toBe(0);
    expect(heard(0.6) / heard(1)).toBeGreaterThan(0.5);
    expect(heard(0.6) / heard(1)).toBeLessThan(0.7);
    const writers = surveysOf(cellsOf({ voices })).filter(({ wrote }) => wrote);
    expect(writers.every(({ writing }) => writing?.channel === 'call' && writing.language === 'de')).toBe(true);
  });

  it('bounces, holds and loses what it is told to', () => {
    const surveys = surveysOf(cellsOf({ bounced: 0.1, held: 1, placeless: 0.2 }));
    expect(shareOf(surveys, ({ bounced }) => bounced)).toBeCloseTo(0.1, 1);
    expect(shareOf(surveys, ({ touchpoint }) => touchpoint === 'unattributed')).toBeCloseTo(0.2, 1);
    const brushedOff = surveys.filter(({ stratum }) => stratum === 'brushed-off');
    expect(brushedOff.length).toBeGreaterThan(0);
    expect(brushedOff.every(({ held, answeredAt }) => held && answeredAt === undefined)).toBe(true);
    expect(surveys.filter(({ bounced }) => bounced).every((row) => row.class === 'none')).toBe(true);
  });

  it('lets answers wait as long as it is told', () => {
    const waits = surveysOf(cellsOf({ lag: { meanDays: 7, spread: 0.8 } })).flatMap(({ at, answeredAt }) =>
      answeredAt ? [(millis(answeredAt) - millis(at)) / 86_400_000] : [],
    );
    const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
    expect(mean).toBeGreaterThan(6);
    expect(mean).toBeLessThan(8);
  });

  it('tells answers alone where invitations are unknown', () => {
    const surveys = surveysOf(cellsOf({ invitationsKnown: false }));
    expect(surveys.length).toBeGreaterThan(100);
    expect(surveys.every((row) => row.unasked && row.class !== 'none' && row.at === row.answeredAt)).toBe(true);
  });
});

describe('the truth of a simulated world', () => {
  it('is the net of all who were reached, answered or not', () => {
    const settings = small({ bounced: 0.1 });
    for (const world of worldOf(settings, 3)) {
      const counts = { top: 0, middle: 0, bottom: 0 };
      for (const { bounced, truly } of world.asked) if (!bounced) counts[truly]++;
      const [metric] = truthIn(settings, world).metrics;
      expect(metric?.net).toBeCloseTo(netOf(counts) ?? Number.NaN);
      expect(metric?.invited).toBe(counts.top + counts.middle + counts.bottom);
    }
  });

  it('hides nothing where everybody answers alike', () => {
    const settings = small({ answering: { silentUnhappy: 1, remedied: 1, brushedOff: 1 }, types: DARK });
    for (const world of worldOf(settings, 1)) expect(truthIn(settings, world).hidden).toBeCloseTo(0);
  });

  it('hides next to nothing where nobody is brushed off, and much where nearly all are', () => {
    const none = small({ unreplied: { dark: 0, elsewhere: 0 }, hollow: { dark: [0, 0], elsewhere: [0, 0] } });
    for (const world of worldOf(none, 1)) expect(Math.abs(truthIn(none, world).hidden)).toBeLessThan(4);
    const dark = small({ types: DARK });
    for (const world of worldOf(dark, 1)) expect(truthIn(dark, world).hidden).toBeGreaterThan(8);
  });

  it('weighs the points of several metrics by their invited', () => {
    const settings = small({
      metrics: [
        ['nps', 0.7],
        ['ces', 0.3],
      ],
      types: DARK,
    });
    for (const world of worldOf(settings, 2)) {
      const { hidden, metrics } = truthIn(settings, world);
      expect(metrics.map(({ metric }) => metric)).toEqual(['ces', 'nps']);
      const invited = metrics.reduce((sum, metric) => sum + metric.invited, 0);
      expect(hidden).toBeCloseTo(metrics.reduce((sum, metric) => sum + metric.hidden * metric.invited, 0) / invited);
    }
  });
});

describe('a world as it is seen', () => {
  const answered = surveysOf(cellsOf()).find(({ answeredAt }) => answeredAt !== undefined) as SurveyRow;

  it('knows nothing of what comes later, and takes answers to come for silence', () => {
    expect(asSeen(answered, answered.at)).toBeUndefined();
    expect(asSeen(answered, answered.answeredAt ?? '')).toMatchObject({ class: 'none' });
    expect(asSeen(answered, answered.answeredAt ?? '')).not.toHaveProperty('answeredAt');
    expect(asSeen(answered, endOf(small({ days: 365 })))).toEqual(answered);
  });

  it('counts every invitation of its last four weeks once, at its cell or at none', () => {
    const { cells, placeless } = seenFleet(small({ placeless: 0.2, days: 40 }), 1);
    const seen = [...cells.map(({ summary }) => summary), ...placeless].map(({ surveyed }) => surveyed.invited);
    const truly = cells.flatMap(({ truth }) => truth.metrics).map(({ invited }) => invited);
    const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
    expect(placeless).toHaveLength(1);
    expect(sum(seen)).toBe(sum(truly));
  });
});
