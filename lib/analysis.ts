import { Duration } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Env as CompareEnv } from '../functions/compare-touchpoints/env.ts';
import type { Env as DetectEnv } from '../functions/detect-customer-gaps/env.ts';
import type { Day } from '../functions/domain/instant.ts';
import type { Env as ExplainEnv } from '../functions/explain-touchpoints/env.ts';
import type { Env as FollowUpEnv } from '../functions/follow-up-actions/env.ts';
import { allow, nodeFunction } from './node-function.ts';
import { RegularRun, type Rhythm } from './regular-run.ts';
import type { Store } from './store.ts';
import { deadLetterQueue, WorkQueue } from './work-queue.ts';

export interface AnalysisProps {
  store: Store;
  /** Told of what becomes of actions. */
  bus: EventBus;
  /** Absolute path of a checked owners file. */
  ownersFile: string;
  /** Absolute path of a checked file of themes. */
  themesFile: string;
  /** Absolute path of a checked file of rates. */
  ratesFile: string;
  /** Days of invitations that touchpoints are compared over. */
  windowDays: number;
  /** The UTC day before which nothing new is raised; left out, everything may be. */
  raiseFrom?: Day | undefined;
  logRetention: RetentionDays;
}

/** For a hundred folds of at most 500 facts each. */
const detectTimeout = Duration.seconds(60);

/** For the whole fleet: some 13 ms of a core for each cell that changed, and reading and comparing all. */
const comparisonTimeout = Duration.minutes(15);

/** For a window of every cell, or all that has fallen due; even a run that is stopped ends well before the next. */
const scheduledTimeout = Duration.minutes(5);

/** On the hour in UTC, so that the first run of a local day comes within its first hour. */
const hourly: Rhythm = { at: ScheduleExpression.cron({ minute: '0' }), interval: Duration.hours(1) };

/** Four times a day, past the hour's comparison: what complaints are about changes more slowly than how many there are. */
const sixHourly: Rhythm = {
  at: ScheduleExpression.cron({ minute: '20', hour: '0/6' }),
  interval: Duration.hours(6),
};

/** A quarter of an hour: against deadlines of four business hours, late by at most a sixteenth. */
const quarterHourly: Rhythm = { at: ScheduleExpression.cron({ minute: '0/15' }), interval: Duration.minutes(15) };

/** Finds the gaps in customers' stories and between touchpoints, triages them to actions, and keeps the actions' clock. */
export class Analysis extends Construct {
  readonly customersToLookAt: WorkQueue;
  /** Runs that a schedule could not start, or that failed to the end. */
  readonly missedRuns: Queue;
  readonly detectCustomerGaps: NodejsFunction;
  readonly compareTouchpoints: NodejsFunction;
  readonly explainTouchpoints: NodejsFunction;
  readonly followUpActions: NodejsFunction;
  readonly comparison: RegularRun;
  readonly explanation: RegularRun;
  readonly followUp: RegularRun;

  constructor(scope: Construct, id: string, props: AnalysisProps) {
    super(scope, id);
    const { store, bus, logRetention } = props;
    const raising = props.raiseFrom === undefined ? {} : { RAISE_FROM: props.raiseFrom };
    const owners = { from: props.ownersFile, name: 'owners.json' };
    const themes = { from: props.themesFile, name: 'themes.json' };
    const rates = { from: props.ratesFile, name: 'hearing-rates.json' };

    this.customersToLookAt = new WorkQueue(this, 'CustomersToLookAt', {
      batchSize: 100,
      window: Duration.seconds(2),
      consumerTimeout: detectTimeout,
      maxConcurrency: 4,
    });
    this.missedRuns = deadLetterQueue(this, 'MissedRuns');

    this.detectCustomerGaps = nodeFunction<typeof DetectEnv>(this, 'DetectCustomerGaps', {
      folder: 'detect-customer-gaps',
      description: "Folds a customer's story into matters, gaps and tally rows, and triages the gaps to actions.",
      timeout: detectTimeout,
      logRetention,
      files: [owners, themes],
      environment: {
        FACTS_TABLE: store.facts.tableName,
        STATE_TABLE: store.state.tableName,
        ERASURES_TABLE: store.erasures.tableName,
        EVENT_BUS_NAME: bus.eventBusName,
        ...raising,
      },
      grants: [
        // Adds copies of a guest day's facts to the stories they are folded in, each where there is none.
        allow(store.facts.tableArn, 'dynamodb:Query', 'dynamodb:BatchGetItem', 'dynamodb:PutItem'),
        allow(
          store.state.tableArn,
          'dynamodb:GetItem',
          'dynamodb:BatchGetItem',
          'dynamodb:Query',
          'dynamodb:PutItem',
          // forgets events that are told
          'dynamodb:UpdateItem',
          'dynamodb:BatchWriteItem',
        ),
        allow(store.erasures.tableArn, 'dynamodb:GetItem', 'dynamodb:PutItem'),
        allow(bus.eventBusArn, 'events:PutEvents'),
      ],
    });
    this.customersToLookAt.feed(this.detectCustomerGaps);

    this.compareTouchpoints = nodeFunction<typeof CompareEnv>(this, 'CompareTouchpoints', {
      folder: 'compare-touchpoints',
      description:
        "Adds up each touchpoint's surveys, complaints and reviews, corrects scores for silence, and finds dark corners and surges.",
      timeout: comparisonTimeout,
      // Of 10,000 touchpoints: a heap of some 330 MB while all are held against each other, and some 6 s of one core
      // (`npm run bench`), beside what the SDK takes.
      memoryMegabytes: 1769,
      logRetention,
      files: [owners, rates],
      onFault: { retryFor: hourly.interval, deadLetters: this.missedRuns },
      environment: { STATE_TABLE: store.state.tableName, EVENT_BUS_NAME: bus.eventBusName, ...raising },
      grants: [
        allow(
          store.state.tableArn,
          'dynamodb:GetItem',
          'dynamodb:BatchGetItem',
          'dynamodb:Query',
          'dynamodb:PutItem',
          // forgets events that are told
          'dynamodb:UpdateItem',
          'dynamodb:DeleteItem',
        ),
        allow(bus.eventBusArn, 'events:PutEvents'),
      ],
    });
    this.comparison = new RegularRun(this, 'Comparison', {
      of: this.compareTouchpoints,
      description: 'Compares the touchpoints each hour.',
      rhythm: hourly,
      input: { windowDays: props.windowDays },
      deadLetters: this.missedRuns,
    });

    this.explainTouchpoints = nodeFunction<typeof ExplainEnv>(this, 'ExplainTouchpoints', {
      folder: 'explain-touchpoints',
      description: 'Tells why customers complain at each touchpoint: themes, root causes, phrases and quotes.',
      timeout: scheduledTimeout,
      // Of 10,000 touchpoints with 100 complaints each: some 60 s of one core and a heap of 240 MB, beside what the SDK takes.
      memoryMegabytes: 1769,
      logRetention,
      files: [themes],
      onFault: { retryFor: sixHourly.interval, deadLetters: this.missedRuns },
      environment: { FACTS_TABLE: store.facts.tableName, STATE_TABLE: store.state.tableName },
      grants: [
        // The words of complaints, to draw phrases and quotes from.
        allow(store.facts.tableArn, 'dynamodb:BatchGetItem'),
        allow(
          store.state.tableArn,
          'dynamodb:BatchGetItem',
          'dynamodb:Query',
          'dynamodb:PutItem',
          // its lease
          'dynamodb:DeleteItem',
        ),
      ],
    });
    this.explanation = new RegularRun(this, 'Explanation', {
      of: this.explainTouchpoints,
      description: 'Explains the touchpoints four times a day.',
      rhythm: sixHourly,
      input: {},
      deadLetters: this.missedRuns,
    });

    this.followUpActions = nodeFunction<typeof FollowUpEnv>(this, 'FollowUpActions', {
      folder: 'follow-up-actions',
      description:
        'Sends what has fallen due to be looked at again; reminds, escalates, and holds each owner to what they can do.',
      timeout: scheduledTimeout,
      logRetention,
      files: [owners],
      onFault: { retryFor: quarterHourly.interval, deadLetters: this.missedRuns },
      environment: {
        STATE_TABLE: store.state.tableName,
        CUSTOMERS_QUEUE_URL: this.customersToLookAt.queue.queueUrl,
        EVENT_BUS_NAME: bus.eventBusName,
      },
      grants: [
        allow(
          store.state.tableArn,
          'dynamodb:GetItem',
          'dynamodb:BatchGetItem',
          'dynamodb:Query',
          'dynamodb:PutItem',
          // forgets events that are told
          'dynamodb:UpdateItem',
          'dynamodb:BatchWriteItem',
          // its lease
          'dynamodb:DeleteItem',
        ),
        allow(`${store.state.tableArn}/index/clock`, 'dynamodb:Query'),
        allow(bus.eventBusArn, 'events:PutEvents'),
        // what changed in a week
        allow(`${store.state.tableArn}/index/changes`, 'dynamodb:Query'),
        allow(this.customersToLookAt.queue.queueArn, 'sqs:SendMessage'),
      ],
    });
    this.followUp = new RegularRun(this, 'FollowUp', {
      of: this.followUpActions,
      description: 'Follows actions up each quarter of an hour.',
      rhythm: quarterHourly,
      input: {},
      deadLetters: this.missedRuns,
    });
  }
}
