import { type Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionName, WatchedFunction } from './watched.ts';

/** A line that functions log, and the metric that CloudWatch makes of it. */
interface Signal {
  event: string;
  /** The functions that log it: an event is looked for in their logs only. */
  loggedBy: readonly FunctionName[];
  metricName: string;
  /** The field whose value is taken; without one, lines are counted. */
  value?: string;
  /** The field that tells lines apart. Each value it takes is a metric that is paid for: only what has few, all of ours. */
  by?: string;
}

/** All that is watched of what the functions log. Filters cost nothing, and read only what is logged from then on. */
export const signals = {
  failures: {
    event: 'message.failed',
    loggedBy: ['ingest-feedback', 'detect-customer-gaps'],
    metricName: 'MessagesFailed',
    by: 'queue',
  },
  rejects: { event: 'message.rejected', loggedBy: ['ingest-feedback'], metricName: 'MessagesRejected', by: 'queue' },
  textsParked: {
    event: 'texts.parked',
    loggedBy: ['ingest-feedback'],
    metricName: 'TextsParked',
    value: 'texts',
    by: 'reason',
  },
  parked: { event: 'scores.parked', loggedBy: ['score-parked'], metricName: 'ScoresParked', value: 'parked' },
  unitsBilled: {
    event: 'units.billed',
    loggedBy: ['ingest-feedback', 'score-parked'],
    metricName: 'UnitsBilled',
    value: 'units',
  },
  sharedKeys: { event: 'customer.guest', loggedBy: ['detect-customer-gaps'], metricName: 'SharedCustomerKeys' },
  actionsRaised: {
    event: 'action.raised',
    loggedBy: ['detect-customer-gaps', 'compare-touchpoints', 'follow-up-actions'],
    metricName: 'ActionsRaised',
    by: 'priority',
  },
  eventsTold: {
    event: 'events.told',
    loggedBy: ['detect-customer-gaps', 'compare-touchpoints', 'follow-up-actions', 'serve-analysts'],
    metricName: 'EventsTold',
    value: 'events',
  },
  eventsWaiting: {
    event: 'events.waiting',
    loggedBy: ['detect-customer-gaps', 'compare-touchpoints', 'follow-up-actions', 'serve-analysts'],
    metricName: 'EventsWaiting',
    value: 'items',
  },
  fleetLooks: { event: 'fleet.looked_at', loggedBy: ['compare-touchpoints'], metricName: 'FleetLooks' },
  unexplained: {
    event: 'touchpoints.explained',
    loggedBy: ['explain-touchpoints'],
    metricName: 'CellsUnexplained',
    value: 'cellsWaiting',
  },
  runsSkipped: {
    event: 'run.skipped',
    loggedBy: ['compare-touchpoints', 'explain-touchpoints', 'follow-up-actions', 'score-parked', 'export-findings'],
    metricName: 'RunsSkipped',
  },
} as const satisfies Record<string, Signal>;

export type SignalName = keyof typeof signals;

export interface Reading {
  /** The value of the field that tells lines apart. */
  of?: string;
  statistic: 'Sum' | 'Minimum' | 'Maximum';
  period: Duration;
  label?: string;
}

/** Makes metrics of what functions log; Lambda's JSON format puts a logged object under `message`. */
export class Signals extends Construct {
  /** A namespace for each deployment, so that two in one account do not count each other's. */
  readonly #namespace: string;

  constructor(scope: Construct, id: string, functions: readonly WatchedFunction[]) {
    super(scope, id);
    this.#namespace = Stack.of(this).stackName;
    const all: Signal[] = Object.values(signals);
    for (const { name, lambda } of functions) {
      for (const { event, metricName, value, by } of all.filter(({ loggedBy }) => loggedBy.includes(name))) {
        new MetricFilter(this, `${metricName}-${name}`, {
          logGroup: lambda.logGroup,
          filterPattern: FilterPattern.stringValue('$.message.event', '=', event),
          metricNamespace: this.#namespace,
          metricName,
          metricValue: value ? `$.message.${value}` : '1',
          ...(by && { dimensions: { [by]: `$.message.${by}` } }),
        });
      }
    }
  }

  metric(name: SignalName, { of, ...reading }: Reading): Metric {
    const { metricName, by }: Signal = signals[name];
    return new Metric({
      namespace: this.#namespace,
      metricName,
      ...(by && of && { dimensionsMap: { [by]: of } }),
      ...reading,
    });
  }
}
