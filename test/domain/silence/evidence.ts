import type { CellEvidence, MetricEvidence } from '../../../functions/domain/touchpoints/comparison.ts';
import type { ByAnswer, HeardCounts } from '../../../functions/domain/touchpoints/heard-counts.ts';

/** Customers of a cell by what was heard of them before they were asked: top, middle, bottom, silent. */
export interface Heard {
  silent?: ByAnswer;
  wrote?: ByAnswer;
  remedied?: ByAnswer;
  brushedOff?: ByAnswer;
}

export const heardCounts = ({ silent, wrote, remedied, brushedOff }: Heard): HeardCounts => ({
  ...(silent ? { silent } : {}),
  ...(wrote ? { 'no-complaint|sms|en': wrote } : {}),
  ...(remedied ? { 'remedied|sms|en': remedied } : {}),
  ...(brushedOff ? { 'brushed-off|sms|en': brushedOff } : {}),
});

const perfectMetric: MetricEvidence = {
  metric: 'nps',
  older: {},
  young: [],
  unasked: 0,
  again: 0,
  beside: 0,
  held: 0,
  lags: { took: [], within: [] },
  favourable: { worded: 0, complaining: 0 },
};

export const metricEvidence = (override: Partial<MetricEvidence> = {}): MetricEvidence => ({
  ...perfectMetric,
  ...override,
});

/** A cell over 28 days of March. */
export const cellEvidence = (location: string, heard: Heard, override: Partial<CellEvidence> = {}): CellEvidence => ({
  touchpoint: 'delivery',
  location,
  window: { since: '2026-03-01T00:00:00.000Z', from: '2026-03-01', to: '2026-03-28' },
  days: { from: '2026-03-01', to: '2026-03-28' },
  complaining: [],
  metrics: [metricEvidence({ older: heardCounts(heard) })],
  ...override,
});

/** Customers who never complained and are content: of a hundred asked 25 answer. */
export const content = (location: string, many = 1): CellEvidence =>
  cellEvidence(location, {
    silent: [16 * many, 7 * many, 2 * many, 75 * many],
    wrote: [1 * many, 0, 0, 3 * many],
    remedied: [0, 1 * many, 0, 3 * many],
  });
