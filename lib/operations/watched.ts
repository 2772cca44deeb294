import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { RegularRun } from '../regular-run.ts';
import type { WorkQueue } from '../work-queue.ts';

/** Folders in functions/ of all that is deployed. */
export type FunctionName =
  | 'ingest-feedback'
  | 'score-parked'
  | 'detect-customer-gaps'
  | 'compare-touchpoints'
  | 'explain-touchpoints'
  | 'follow-up-actions'
  | 'serve-analysts'
  | 'serve-dashboard'
  | 'export-findings';

export interface WatchedFunction {
  name: FunctionName;
  lambda: NodejsFunction;
  /** The rhythm it runs in, where it runs in one. */
  run?: RegularRun;
}

/** The queues that upstream systems post to, where messages are checked against the contract. */
export type IntakeQueueName = 'Surveys' | 'Texts' | 'Reviews';
export type QueueName = IntakeQueueName | 'Customers';

export const isIntake = (name: QueueName): name is IntakeQueueName => name !== 'Customers';

/** A queue that feeds a function. */
export interface WatchedQueue {
  name: QueueName;
  work: WorkQueue;
}

export interface Watched {
  functions: readonly WatchedFunction[];
  queues: readonly WatchedQueue[];
  /** What analysts ask. */
  api: HttpApi;
  /** Where scheduled runs end that could not be started or failed to the end. */
  missedRuns: Queue;
  /** Where every event comes that is told. */
  eventsQueue: Queue;
  /** Where events end that nobody took. */
  eventsDeadLetters: Queue;
}
