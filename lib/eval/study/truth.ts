import { type Instant, millis } from '../../../functions/domain/instant.ts';
import type { Metric, ScoreClass } from '../../../functions/domain/message/scale.ts';
import type { Asked } from './customer.ts';

/** What a metric's score would be had all the invited answered, in points of net. */
export interface MetricTruth {
  metric: Metric;
  /** Without those whose invitation bounced. */
  invited: number;
  net: number;
  /** How much better the answers are expected to look than the invited are, by each one's chance of answering. */
  hidden: number;
}

export interface Truth {
  /** In the order of their names. */
  metrics: MetricTruth[];
  /** Over the metrics, each by its invited. */
  hidden: number;
}

const POINTS: Record<ScoreClass, number> = { top: 100, middle: 0, bottom: -100 };

const truthOfMetric = (metric: Metric, asked: readonly Asked[]): MetricTruth => {
  let [sum, chances, answered] = [0, 0, 0];
  for (const { truly, chance } of asked) {
    sum += POINTS[truly];
    chances += chance;
    answered += chance * POINTS[truly];
  }
  const net = sum / asked.length;
  return { metric, invited: asked.length, net, hidden: chances === 0 ? 0 : answered / chances - net };
};

/** The truth of those who were invited from one instant up to, not including, another; `undefined` where nobody was. */
export const truthOf = (asked: readonly Asked[], since: Instant, until: Instant): Truth | undefined => {
  const [from, to] = [millis(since), millis(until)];
  const reached = asked.filter(({ at, bounced }) => !bounced && at >= from && at < to);
  const metrics = [...Map.groupBy(reached, ({ metric }) => metric)]
    .map(([metric, those]) => truthOfMetric(metric, those))
    .sort((a, b) => (a.metric < b.metric ? -1 : 1));
  const hidden = metrics.reduce((total, { invited, hidden }) => total + (invited / reached.length) * hidden, 0);
  return metrics.length === 0 ? undefined : { metrics, hidden };
};
