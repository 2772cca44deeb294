import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawSample } from '../../../functions/domain/calibration/draw.ts';
import { answers, type Writer } from '../../../functions/domain/calibration/writer.ts';
import { writingChannels } from '../../../functions/domain/calibration/writing-channels.ts';
import { peopleOf } from './simulated.ts';

const aWriter: fc.Arbitrary<Omit<Writer, 'story'>> = fc.record({
  channel: fc.constantFrom(...writingChannels),
  language: fc.constantFrom('en', 'de'),
  texts: fc.constant([]),
  answer: fc.constantFrom(...answers),
  probability: fc.double({ min: 0, max: 1, noNaN: true }),
});
const someWriters = fc
  .array(aWriter, { minLength: 1, maxLength: 120 })
  .map((writers) => writers.map((writer, i): Writer => ({ ...writer, story: `customer#${i}` })));
const most = fc.integer({ min: 1, max: 200 });

const town = { customers: 5000, complaining: 0.35, sensitivity: 0.85, falsePositiveRate: 0.07 };
const people = (customers = town.customers): Writer[] =>
  peopleOf({ ...town, customers }, 1).map(({ writer }) => writer);

describe('CALIBRATION-2: a draw', () => {
  it('is the same for the same customers and seed, in whatever order they come', () => {
    fc.assert(
      fc.property(someWriters, most, fc.infiniteStream(fc.nat()), (writers, n, order) => {
        const mixed = writers
          .map((writer) => ({ writer, at: order.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ writer }) => writer);
        expect(drawSample(mixed, { most: n, seed: 's' })).toEqual(drawSample(writers, { most: n, seed: 's' }));
      }),
    );
  });

  it('draws as many as are wanted or there, each once, out of its own stratum', () => {
    fc.assert(
      fc.property(someWriters, most, (writers, n) => {
        const { strata, customers } = drawSample(writers, { most: n, seed: 's' });
        expect(customers).toHaveLength(Math.min(n, writers.length));
        expect(new Set(customers.map(({ writer }) => writer)).size).toBe(customers.length);
        for (const [i, { channel, language, answer, customers: size, drawn }] of strata.entries()) {
          const own = customers.filter(({ stratum }) => stratum === i).map(({ writer }) => writer);
          expect(own).toHaveLength(drawn);
          for (const writer of own) expect(writer).toMatchObject({ channel, language, answer });
          expect(drawn).toBeLessThanOrEqual(size);
        }
        expect(strata.reduce((sum, { customers: size }) => sum + size, 0)).toBe(writers.length);
      }),
    );
  });

  it('draws others for another seed, in an order that does not show the strata', () => {
    const [one, two] = ['1', '2'].map((seed) => drawSample(people(), { most: 200, seed }));
    const storiesOf = (sample = one) => new Set(sample?.customers.map(({ writer }) => writer.story));
    expect(storiesOf(one).intersection(storiesOf(two)).size).toBeLessThan(40);
    const first = one?.customers.slice(0, 60).map(({ writer }) => writer.answer);
    for (const answer of answers) expect(first?.filter((given) => given === answer).length).toBeGreaterThan(1);
  });

  it('draws each customer of a stratum as often as any other', () => {
    const writers = people(60);
    const times = new Map<string, number>();
    for (let seed = 0; seed < 400; seed++) {
      for (const { writer } of drawSample(writers, { most: 20, seed: `${seed}` }).customers)
        times.set(writer.story, (times.get(writer.story) ?? 0) + 1);
    }
    for (const answer of answers) {
      const counts = writers.filter((one) => one.answer === answer).map(({ story }) => times.get(story) ?? 0);
      const mean = counts.reduce((sum, n) => sum + n, 0) / counts.length;
      // Four standard deviations of a count of 400 independent draws.
      for (const n of counts)
        expect(Math.abs(n - mean)).toBeLessThan(4 * Math.sqrt(Math.max(1, mean * (1 - mean / 400))));
    }
  });

  it('gives about half to the flagged, and more of the rest to those the detector is unsure of than their share', () => {
    const { strata } = drawSample(people(), { most: 200, seed: 's' });
    const [yes, unsure, no] = answers.map((answer) => strata.find((stratum) => stratum.answer === answer));
    expect(yes?.drawn).toBeGreaterThan(60);
    expect(yes?.drawn).toBeLessThan(140);
    const chanceOf = (stratum = yes) => (stratum?.drawn ?? 0) / (stratum?.customers ?? 1);
    expect(chanceOf(unsure)).toBeGreaterThan(1.3 * chanceOf(no));
  });

  it('gives at least three to a stratum that has them', () => {
    const few = peopleOf({ ...town, customers: 30, channel: 'review', language: 'de' }, 2).map(({ writer }) => writer);
    const { strata } = drawSample([...people(), ...few], { most: 200, seed: 's' });
    expect(strata).toHaveLength(6);
    for (const { customers, drawn } of strata) expect(drawn).toBeGreaterThanOrEqual(Math.min(3, customers));
  });

  it('of nobody is empty', () => {
    expect(drawSample([], { most: 200, seed: 's' })).toEqual({ strata: [], customers: [] });
  });
});
