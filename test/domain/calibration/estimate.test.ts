import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawSample } from '../../../functions/domain/calibration/draw.ts';
import { type Estimate, estimateRates, type LabelledStratum } from '../../../functions/domain/calibration/estimate.ts';
import { type Figure, UNKNOWN } from '../../../functions/domain/calibration/spread.ts';
import { answers } from '../../../functions/domain/calibration/writer.ts';
import { type WritingChannel, writingChannels } from '../../../functions/domain/calibration/writing-channels.ts';
import { labelledBy, peopleOf, type Town } from './simulated.ts';

const town: Town = { customers: 5000, complaining: 0.35, sensitivity: 0.85, falsePositiveRate: 0.07 };

const measured = (towns: readonly Town[], seed: number, most = 200): Estimate => {
  const people = towns.flatMap((one, i) => peopleOf(one, seed * 100 + i));
  const sample = drawSample(
    people.map(({ writer }) => writer),
    { most, seed: `${seed}` },
  );
  return estimateRates(labelledBy(people, sample));
};

const holds = ({ low, high }: Figure, truth: number): boolean => low <= truth && truth <= high;
const width = ({ low, high }: Figure): number => high - low;
const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length;

const stratum = (override: Partial<LabelledStratum>): LabelledStratum => ({
  channel: 'sms',
  language: 'en',
  answer: 'yes',
  customers: 100,
  labelled: 100,
  complaining: 90,
  ...override,
});

describe('rates of 200 labelled customers of 5,000, sensitivity .85 and false-positive rate .07', () => {
  const times = Array.from({ length: 200 }, (_, seed) => measured([town], seed).all);

  it('hold the truth in their 90 % intervals at least 85 times in 100', () => {
    expect(mean(times.map(({ sensitivity }) => Number(holds(sensitivity, 0.85))))).toBeGreaterThanOrEqual(0.85);
    expect(mean(times.map((one) => Number(holds(one.falsePositiveRate, 0.07))))).toBeGreaterThanOrEqual(0.85);
  });

  it('are right on average, with intervals that are narrow enough to use', () => {
    expect(Math.abs(mean(times.map(({ sensitivity }) => sensitivity.value)) - 0.85)).toBeLessThan(0.01);
    expect(Math.abs(mean(times.map((one) => one.falsePositiveRate.value)) - 0.07)).toBeLessThan(0.005);
    expect(mean(times.map(({ sensitivity }) => width(sensitivity)))).toBeLessThan(0.15);
    expect(mean(times.map((one) => width(one.falsePositiveRate)))).toBeLessThan(0.07);
  });
});

describe('rates', () => {
  it('are those of plain counting where everybody is labelled', () => {
    const { all } = estimateRates([
      stratum({ customers: 3000, labelled: 3000, complaining: 2700 }),
      stratum({ answer: 'unsure', customers: 1000, labelled: 1000, complaining: 200 }),
      stratum({ answer: 'no', customers: 6000, labelled: 6000, complaining: 100 }),
    ]);
    expect(all.sensitivity.value).toBeCloseTo(2700 / 3000, 2);
    expect(all.falsePositiveRate.value).toBeCloseTo(300 / 7000, 2);
    expect(all).toMatchObject({ customers: 10_000, labelled: 10_000 });
  });

  it('let each label stand for the customers of its stratum', () => {
    const { all } = estimateRates([
      stratum({ customers: 5000, labelled: 500, complaining: 500 }),
      stratum({ answer: 'no', customers: 500, labelled: 500, complaining: 0 }),
      stratum({ answer: 'no', channel: 'email', customers: 4500, labelled: 500, complaining: 500 }),
    ]);
    expect(all.sensitivity.value).toBeCloseTo(5000 / 9500, 1);
  });

  it('take a stratum that nobody labelled to be like the others', () => {
    const read = [stratum({}), stratum({ answer: 'no', complaining: 5 })];
    const unread = stratum({ answer: 'no', channel: 'email', customers: 300, labelled: 0, complaining: 0 });
    const { all } = estimateRates([...read, unread]);
    expect(all.sensitivity.value).toBeCloseTo(90 / (90 + 20), 1);
    expect(all).toMatchObject({ customers: 500, labelled: 200 });
  });

  it.each([
    [
      'nobody is labelled',
      [stratum({ labelled: 0, complaining: 0 }), stratum({ answer: 'no', labelled: 0, complaining: 0 })],
    ],
    ['nobody is unflagged', [stratum({})]],
    ['nobody is flagged', [stratum({ answer: 'no', complaining: 3 })]],
    ['only the flagged are labelled', [stratum({}), stratum({ answer: 'no', labelled: 0, complaining: 0 })]],
    ['only others are labelled', [stratum({ labelled: 0, complaining: 0 }), stratum({ answer: 'unsure' })]],
  ])('are unknown where %s', (_, strata) => {
    const { all, groups } = estimateRates(strata);
    for (const one of [all, ...groups]) {
      expect(one).toMatchObject({ sensitivity: UNKNOWN, falsePositiveRate: UNKNOWN });
    }
  });

  it('are shares in order, whatever the labels say, and the same in whatever order the strata come', () => {
    const someStrata = fc.uniqueArray(
      fc
        .record({
          channel: fc.constantFrom(...writingChannels),
          answer: fc.constantFrom(...answers),
          customers: fc.integer({ min: 1, max: 5000 }),
          drawn: fc.nat(60),
          yes: fc.nat(60),
        })
        .map(({ channel, answer, customers, drawn, yes }) => {
          const labelled = Math.min(drawn, customers);
          return stratum({ channel, answer, customers, labelled, complaining: Math.min(yes, labelled) });
        }),
      { minLength: 1, maxLength: 10, selector: ({ channel, answer }) => `${channel} ${answer}` },
    );
    fc.assert(
      fc.property(someStrata, (strata) => {
        const estimate = estimateRates(strata);
        for (const { sensitivity, falsePositiveRate } of [estimate.all, ...estimate.groups]) {
          for (const { value, low, high } of [sensitivity, falsePositiveRate]) {
            expect([0, low, value, high, 1]).toEqual([0, low, value, high, 1].sort((a, b) => a - b));
          }
        }
        for (const figure of ['sensitivity', 'falsePositiveRate'] as const) {
          const values = estimate.groups.map((group) => group[figure].value);
          expect(estimate.all[figure].value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
          expect(estimate.all[figure].value).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        }
        const turned = estimateRates(strata.toReversed());
        expect(turned.groups.map(({ channel }) => channel)).toEqual(estimate.groups.map(({ channel }) => channel));
        expect(turned.all.sensitivity.value).toBeCloseTo(estimate.all.sensitivity.value, 6);
      }),
      { numRuns: 25 },
    );
  });
});

describe('CALIBRATION-3: the rates of a channel and language', () => {
  const channel = (name: WritingChannel, override: Partial<Town>): Town => ({ ...town, channel: name, ...override });
  const groupOf = ({ groups }: Estimate, name: WritingChannel) => groups.find((group) => group.channel === name);

  it('are those of all where there is no other', () => {
    const { all, groups } = measured([town], 1);
    expect(groups).toEqual([{ channel: 'sms', language: 'en', ownRates: true, ...all }]);
  });

  it('lie near those of the others where few are labelled, with a wider interval', () => {
    const estimate = measured(
      [town, channel('social', { customers: 10, sensitivity: 0.5, falsePositiveRate: 0.3 })],
      1,
      300,
    );
    const few = groupOf(estimate, 'social');
    expect(few?.labelled).toBeLessThan(11);
    expect(few?.sensitivity.value).toBeGreaterThan(0.7);
    expect(few?.falsePositiveRate.value).toBeLessThan(0.15);
    expect(width(few?.sensitivity as Figure)).toBeGreaterThan(width(estimate.all.sensitivity));
  });

  it('are those of the others, with a wider interval, where only one side of them is labelled', () => {
    const known = [stratum({ customers: 1000 }), stratum({ answer: 'no', customers: 1000, complaining: 5 })];
    const alone = estimateRates(known).all;
    const half = [
      stratum({ channel: 'social', customers: 40, labelled: 10, complaining: 10 }),
      stratum({ channel: 'social', customers: 40, answer: 'no', labelled: 0, complaining: 0 }),
    ];
    const social = groupOf(estimateRates([...known, ...half]), 'social');
    expect(social?.ownRates).toBe(false);
    expect(social?.sensitivity.value).toBeCloseTo(alone.sensitivity.value, 1);
    expect(width(social?.sensitivity as Figure)).toBeGreaterThan(width(alone.sensitivity));
  });

  it('are those of all where no channel has labels of both sides by itself', () => {
    const apart = [stratum({}), stratum({ channel: 'social', answer: 'no', complaining: 5 })];
    const { all, groups } = estimateRates(apart);
    for (const { sensitivity, ownRates } of groups) {
      expect(ownRates).toBe(false);
      expect(sensitivity.value).toBeCloseTo(all.sensitivity.value, 6);
    }
  });

  it('lie around those of all, though many small ones share a bias', () => {
    const small = writingChannels.flatMap((name) => [
      stratum({ channel: name, customers: 30, labelled: 3, complaining: 3 }),
      stratum({ channel: name, answer: 'no', customers: 300, labelled: 6, complaining: 0 }),
    ]);
    const { all, groups } = estimateRates(small);
    const values = groups.map(({ sensitivity }) => sensitivity.value);
    expect(all.sensitivity.value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
    expect(all.sensitivity.value).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
  });

  it('are its own where many are labelled', () => {
    const estimate = measured([town, channel('social', { sensitivity: 0.5, falsePositiveRate: 0.2 })], 1, 3000);
    expect(groupOf(estimate, 'social')?.sensitivity.value).toBeCloseTo(0.5, 1);
    expect(groupOf(estimate, 'sms')?.sensitivity.value).toBeCloseTo(0.85, 1);
  });

  it('hold the truth in most of their intervals where channels differ', () => {
    const towns = [
      channel('sms', { customers: 2000 }),
      channel('email', { customers: 1500, sensitivity: 0.9, falsePositiveRate: 0.1 }),
      channel('social', { customers: 1000, sensitivity: 0.78, falsePositiveRate: 0.05, complaining: 0.6 }),
      channel('review', { customers: 500, sensitivity: 0.88, falsePositiveRate: 0.06, complaining: 0.2 }),
    ];
    const held = Array.from({ length: 40 }, (_, seed) => measured(towns, seed)).flatMap((estimate) =>
      towns.flatMap(({ channel: name = 'sms', sensitivity, falsePositiveRate }) => {
        const group = groupOf(estimate, name);
        return group
          ? [holds(group.sensitivity, sensitivity), holds(group.falsePositiveRate, falsePositiveRate)]
          : [false];
      }),
    );
    expect(mean(held.map(Number))).toBeGreaterThan(0.85);
  });
});
