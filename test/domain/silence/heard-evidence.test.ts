import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../functions/domain/calibration/spread.ts';
import {
  answerLagOf,
  answersAmong,
  daysCovered,
  heardIn,
  invitedAmong,
  lacksInvitations,
  metricsOf,
} from '../../../functions/domain/silence/evidence.ts';
import { assumptionsOf } from '../../../functions/domain/silence/hearing-assumptions.ts';
import { march, rates } from '../../builders.ts';
import { cellEvidence, content, metricEvidence } from './evidence.ts';

const asOf = march(29, '00:00');
const older = { silent: [1, 1, 1, 7] as const };
const young = (day: string) => ({ day, heard: { silent: [0, 0, 0, 5] as const } });

describe('SILENCE-1: what is known of a cell’s invited', () => {
  it('counts all of them, and apart those whose answers are waited for no longer', () => {
    const evidence = metricEvidence({ older, young: [young('2026-03-24'), young('2026-03-25')] });
    expect(heardIn(evidence, 3, asOf)).toEqual({
      all: { silent: [1, 1, 1, 17] },
      waitedFor: { silent: [1, 1, 1, 12] },
      design: 1,
      together: 0,
    });
    expect(heardIn(evidence, 2, asOf).waitedFor).toEqual({ silent: [1, 1, 1, 17] });
  });

  it('counts all where those are less than half', () => {
    const evidence = metricEvidence({ older, young: [young('2026-03-27'), young('2026-03-28')] });
    expect(invitedAmong(heardIn(evidence, 9, asOf).waitedFor)).toBe(10);
    const more = metricEvidence({ older, young: [...evidence.young, young('2026-03-26')] });
    expect(invitedAmong(heardIn(more, 9, asOf).waitedFor)).toBe(25);
  });

  /** Kish's 1 + (invitations a customer - 1) x 0.5, of two invitations each, and of ten of one. */
  it('tells how much less customers say who were asked again', () => {
    expect(heardIn(metricEvidence({ older, again: 5 }), 3, asOf).design).toBe(1.5);
    expect(heardIn(metricEvidence({ older, again: 10 }), 3, asOf).design).toBe(5.5);
  });

  it('leaves the evidence as it was', () => {
    const evidence = metricEvidence({ older, young: [young('2026-03-24')] });
    const before = structuredClone(evidence);
    heardIn(evidence, 0, asOf);
    expect(evidence).toEqual(before);
  });

  it('adds the lags of all cells and metrics up', () => {
    const lagging = (took: number[], within: number[]) => metricEvidence({ lags: { took, within } });
    const cells = [
      cellEvidence('a', {}, { metrics: [lagging([90], [90]), lagging([0, 0, 4], [0, 0, 94])] }),
      cellEvidence('b', {}, { metrics: [lagging([0, 0, 6], [0, 0, 6])] }),
    ];
    expect(answerLagOf(cells)).toBe(2);
    expect(answerLagOf(cells.slice(1))).toBe(2);
    expect(answerLagOf([])).toBe(0);
  });
});

describe('what is known of a fleet', () => {
  it('is how many are invited, and how many answered', () => {
    const counts = { silent: [1, 2, 3, 4] as const, remedied: [1, 0, 0, 9] as const };
    expect([invitedAmong(counts), answersAmong(counts)]).toEqual([20, 7]);
  });

  it('is that invitations lack where more than half of the answers came without', () => {
    const heard = heardIn(metricEvidence({ older: { silent: [5, 3, 2, 0] } }), 0, asOf);
    expect([5, 6].map((unasked) => lacksInvitations(metricEvidence({ unasked }), heard))).toEqual([false, true]);
  });

  it('is the days from the first that anything is known of', () => {
    expect(daysCovered([])).toBe(1);
    expect(daysCovered([content('a')])).toBe(28);
    const late = { ...content('b'), days: { from: '2026-03-20', to: '2026-03-21' } };
    expect(daysCovered([late])).toBe(9);
    expect(daysCovered([late, content('a')])).toBe(28);
  });

  it('is the metrics that any cell was asked', () => {
    const metrics = [metricEvidence(), metricEvidence({ metric: 'ces' })];
    expect(metricsOf([content('a'), cellEvidence('b', {}, { metrics })])).toEqual(['ces', 'nps']);
  });
});

describe('how complaints may be heard', () => {
  const figure = (low: number, value: number, high: number): Figure => ({ low, value, high });
  const sure = { sensitivity: figure(0.8, 0.85, 0.9), falsePositiveRate: figure(0.05, 0.1, 0.15) };
  const assumed = (all = sure) => assumptionsOf({ ...rates, all: { ...rates.all, ...all } });

  it('is as measured, and at the ends of the interval of one rate and then the other', () => {
    const { measured, ends } = assumed();
    const at = (hearing: typeof measured) => Object.values(hearing('sms', 'en'));
    expect(at(measured)).toEqual([0.85, 0.1]);
    expect(ends.map((pair) => pair.map(at))).toEqual([
      [
        [0.8, 0.1],
        [0.9, 0.1],
      ],
      [
        [0.85, 0.05],
        [0.85, 0.15],
      ],
    ]);
  });

  it('always tells a complaint from none a little', () => {
    const deaf = { sensitivity: figure(0, 0.1, 0.5), falsePositiveRate: figure(0, 0.1, 0.5) };
    const { measured, ends } = assumed(deaf);
    for (const hearing of [measured, ...ends.flat()]) {
      const { sensitivity, falsePositiveRate } = hearing('sms', 'en');
      expect(sensitivity - falsePositiveRate).toBeGreaterThanOrEqual(0.05 - 1e-12);
    }
  });

  it('is that of the channel and language where they were measured', () => {
    const group = { channel: 'sms' as const, language: 'de', ...sure, customers: 1, labelled: 1 };
    const quiet = { ...group, sensitivity: figure(0.4, 0.5, 0.6) };
    const { measured } = assumptionsOf({ ...rates, groups: [quiet] });
    expect(measured('sms', 'de').sensitivity).toBe(0.5);
    expect(measured('sms', 'de')).toEqual(measured('sms', 'de'));
    expect(measured('email', 'de').sensitivity).toBe(0.85);
  });
});
