import { Duration, Validations } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Env } from '../functions/ingest-feedback/env.ts';
import type { Env as ScoreParkedEnv } from '../functions/score-parked/env.ts';
import { allow, nodeFunction } from './node-function.ts';
import { allowSealing } from './redrive.ts';
import { RegularRun, type Rhythm } from './regular-run.ts';
import type { Store } from './store.ts';
import { WorkQueue } from './work-queue.ts';

export interface IntakeProps {
  store: Store;
  customersToLookAt: Queue;
  /** Runs that a schedule could not start, or that failed to the end. */
  missedRuns: Queue;
  /** Seals bodies of rejected messages. */
  rejectedBodies: Key;
  factRetentionDays: number;
  /** Units of sentiment that may be billed a UTC day. */
  unitsPerDay: number;
  logRetention: RetentionDays;
}

/**
 * A batch of 100 in one language is scored in four calls of about 0.3 s, one after the other; the rest is room to wait while
 * Comprehend throttles.
 */
const timeout = Duration.seconds(60);

/**
 * Comprehend takes 10 batch calls a second unless AWS raises it, and three in flight at 0.3 s use that up. Each batch has one
 * in flight, and Lambda allows no fewer than two batches a queue: 2 + 2 + 4 = 8 at most, which offer 8 / 0.3 = 27 calls a
 * second only while all three queues are full, and then back off. The scorer's pauses are made for eight and score-parked.
 *
 * Four calls' worth of documents, and five seconds for a batch to fill.
 */
const patient = { batchSize: 100, window: Duration.seconds(5), consumerTimeout: timeout, maxConcurrency: 2 };

/** A complaint by text waits for nobody: one call's worth, one second, and the larger share of the eight. */
const urgent = { batchSize: 25, window: Duration.seconds(1), consumerTimeout: timeout, maxConcurrency: 4 };

const sentimentHasNoArn = {
  id: 'AwsSolutions-IAM5[Resource::*]',
  reason: 'Sentiment detection has no resources whose ARN a grant could name; the action is named in full.',
};

/** As long as the other scheduled functions: 20,000 short texts at four calls a second, and well done before the next. */
const parkedTimeout = Duration.minutes(5);

/** Between the runs that follow up, each quarter of an hour: what could not be scored is late by that at most. */
const quarterHourly: Rhythm = { at: ScheduleExpression.cron({ minute: '7/15' }), interval: Duration.minutes(15) };

/** Where upstream systems post, and the functions that check, redact, score and keep what they posted. */
export class Intake extends Construct {
  readonly surveys = new WorkQueue(this, 'Surveys', patient);
  readonly texts = new WorkQueue(this, 'Texts', urgent);
  readonly reviews = new WorkQueue(this, 'Reviews', patient);
  readonly ingestFeedback: NodejsFunction;
  readonly scoreParked: NodejsFunction;
  readonly parkedScores: RegularRun;

  constructor(scope: Construct, id: string, props: IntakeProps) {
    super(scope, id);
    const { store, customersToLookAt, rejectedBodies } = props;
    this.ingestFeedback = nodeFunction<typeof Env>(this, 'IngestFeedback', {
      folder: 'ingest-feedback',
      description: 'Checks, redacts, dedupes and scores posted feedback, and keeps it as facts.',
      timeout,
      logRetention: props.logRetention,
      environment: {
        FACTS_TABLE: store.facts.tableName,
        STATE_TABLE: store.state.tableName,
        CUSTOMERS_QUEUE_URL: customersToLookAt.queueUrl,
        REJECTED_BODIES_KEY: rejectedBodies.keyArn,
        RETENTION_DAYS: String(props.factRetentionDays),
        UNITS_PER_DAY: String(props.unitsPerDay),
      },
      grants: [
        allow(store.facts.tableArn, 'dynamodb:PutItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'),
        allow(
          store.state.tableArn,
          'dynamodb:PutItem',
          'dynamodb:UpdateItem',
          'dynamodb:BatchWriteItem',
          'dynamodb:Query',
          'dynamodb:BatchGetItem',
        ),
        allow(customersToLookAt.queueArn, 'sqs:SendMessage'),
        allowSealing(rejectedBodies),
        allow('*', 'comprehend:BatchDetectSentiment'),
      ],
    });
    this.scoreParked = nodeFunction<typeof ScoreParkedEnv>(this, 'ScoreParked', {
      folder: 'score-parked',
      description: 'Scores what could not be scored on arrival, and sends its customers to be looked at again.',
      timeout: parkedTimeout,
      logRetention: props.logRetention,
      onFault: { retryFor: quarterHourly.interval, deadLetters: props.missedRuns },
      environment: {
        FACTS_TABLE: store.facts.tableName,
        STATE_TABLE: store.state.tableName,
        CUSTOMERS_QUEUE_URL: customersToLookAt.queueUrl,
        RETENTION_DAYS: String(props.factRetentionDays),
        UNITS_PER_DAY: String(props.unitsPerDay),
      },
      grants: [
        allow(store.facts.tableArn, 'dynamodb:PutItem', 'dynamodb:BatchGetItem'),
        allow(
          store.state.tableArn,
          'dynamodb:PutItem',
          'dynamodb:UpdateItem',
          'dynamodb:DeleteItem',
          'dynamodb:BatchGetItem',
          'dynamodb:BatchWriteItem',
          'dynamodb:Query',
        ),
        allow(customersToLookAt.queueArn, 'sqs:SendMessage'),
        allow('*', 'comprehend:BatchDetectSentiment'),
      ],
    });
    this.parkedScores = new RegularRun(this, 'ParkedScores', {
      of: this.scoreParked,
      description: 'Scores what was parked, each quarter of an hour.',
      rhythm: quarterHourly,
      input: {},
      deadLetters: props.missedRuns,
    });
    for (const { role } of [this.ingestFeedback, this.scoreParked]) {
      if (role) Validations.of(role).acknowledge(sentimentHasNoArn);
    }
    for (const source of [this.surveys, this.texts, this.reviews]) source.feed(this.ingestFeedback);
  }
}
